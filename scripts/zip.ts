/** `npm run zip`: store packages for both browsers, and the sources zip that rebuilds the Firefox one. */
import { runTool } from "./tools/commands";
import { ensureGenerated } from "./tools/generate";

await ensureGenerated();
for (const target of ["chrome", "firefox"]) {
  const outcome = await runTool("wxt", ["zip", "-b", target, "--mv3"]);
  if (outcome.status !== 0) throw new Error(outcome.output);
  console.log(outcome.output.trim());
}
