/** Bundles the bench's extension: one content script for each mode, minified as in the build. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { root } from "../../scripts/tools/commands";
import { firefoxAddOnId } from "../../scripts/tools/launch";
import type { BenchNames } from "./names";

let hosts = 0;
/**
 * A host that no page had before. Browsers keep sites in processes of their own, and a process keeps what it compiled: on one
 * host, all but the first load find their expressions and functions ready, as a reader on a new site does not.
 */
export function freshHost(): string {
  hosts += 1;
  return `http://bench-${hosts}.test`;
}

export const pageModes = ["bare-walk", "cold-scan", "matcher", "quiet-page"] as const;
export const peerModes = ["markjs", "regex", "ahocorasick", "modern-ahocorasick", "monyone"] as const;
const otherModes = ["marks", "marks-100", "incremental", "scan-growth", "heap", "empty", "cold-profile"] as const;
export type Mode = (typeof pageModes)[number] | (typeof peerModes)[number] | (typeof otherModes)[number];

const modesFolder = `${root}tests/bench/modes/`;

/** Modules that are made for the run: the names, and the index in two sizes. */
function madeModules(names: BenchNames, namesIndex: string): Plugin {
  const modules: Record<string, Record<string, unknown>> = {
    "bench:names": { names: names.names, pattern: names.pattern },
    "bench:indexes": { once: namesIndex, tenfold: names.tenfold },
  };
  return {
    name: "bench-modules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^bench:/ }, ({ path }) => ({ path, namespace: "bench" }));
      onLoad({ filter: /.*/, namespace: "bench" }, ({ path }) => ({
        contents: Object.entries(modules[path] ?? {})
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join("\n"),
        loader: "js",
      }));
    },
  };
}

/** Writes the extension into a new folder and gives its path. */
export async function bundleExtension(names: BenchNames, namesIndex: string, minify = true): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "newsgloss-bench-"));
  const modes: readonly Mode[] = [...pageModes, ...peerModes, ...otherModes];
  await build({
    entryPoints: modes.map((mode) => `${modesFolder}${mode}.ts`),
    outdir: folder,
    bundle: true,
    minify,
    format: "iife",
    target: ["chrome128", "firefox146"],
    plugins: [madeModules(names, namesIndex)],
    logLevel: "silent",
  });
  writeFileSync(join(folder, "background.js"), "");
  const manifest = {
    manifest_version: 3,
    name: "Newsgloss bench",
    version: "1",
    background: { service_worker: "background.js", scripts: ["background.js"] },
    browser_specific_settings: { gecko: { id: firefoxAddOnId } },
    host_permissions: ["http://*/*"],
    content_scripts: modes.map((mode) => ({
      matches: [`http://*/${mode}/*`],
      js: [`${mode}.js`],
      run_at: "document_idle",
    })),
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2));
  return folder;
}
