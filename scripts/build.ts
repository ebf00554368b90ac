/** `npm run build [-- chrome|firefox]`: compiles the dataset and builds the extension for both browsers. */
import { runTool } from "./tools/commands";
import { ensureGenerated } from "./tools/generate";

export type Target = "chrome" | "firefox";

/** Builds one package into .output/TARGET-mv3. Throws with the build's output when it fails. */
export async function build(target: Target): Promise<void> {
  await ensureGenerated();
  const outcome = await runTool("wxt", ["build", "-b", target, "--mv3"]);
  if (outcome.status !== 0) throw new Error(outcome.output);
}

if (process.argv[1]?.endsWith("build.ts")) {
  const chosen = process.argv[2];
  const targets: Target[] = chosen === "chrome" || chosen === "firefox" ? [chosen] : ["chrome", "firefox"];
  for (const target of targets) {
    await build(target);
    console.log(`built .output/${target}-mv3`);
  }
}
