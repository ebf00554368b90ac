/** Keeps the generated modules (compiled dataset and strings) as new as what they are made from. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { root, runCommand } from "./commands";

interface Product {
  script: string;
  from: string[];
  to: string[];
}

const products: Product[] = [
  {
    script: "compile-data",
    from: ["data", "lib/dataset", "lib/mentions", "scripts/compile-data.ts"],
    to: ["lib/dataset/generated/store.ts", "lib/dataset/generated/names-index.ts"],
  },
  {
    script: "compile-strings",
    from: ["lib/strings", "lib/context/messages.json", "scripts/compile-strings.ts"],
    to: ["lib/strings/generated/card.ts", "lib/strings/generated/pages.ts", "lib/strings/generated/popup.ts"],
  },
];

function newest(path: string): number {
  if (path.endsWith("/generated") || !existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isStale({ from, to }: Product): boolean {
  const made = Math.min(...to.map((path) => (existsSync(root + path) ? statSync(root + path).mtimeMs : 0)));
  return Math.max(...from.map((path) => newest(root + path))) > made;
}

/** Compiles what is out of date. Throws with the compiler's own message where the dataset or a catalogue is wrong. */
export async function ensureGenerated(): Promise<void> {
  for (const product of products) {
    if (!isStale(product)) continue;
    const outcome = await runCommand(process.execPath, ["--import", "tsx", `scripts/${product.script}.ts`]);
    if (outcome.status !== 0) throw new Error(outcome.output);
  }
}
