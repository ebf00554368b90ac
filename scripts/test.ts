/**
 * `npm test`: every check and test, in both browsers. Prints passed, failed and skipped for each suite; an empty suite or a
 * browser that is not there is a failure. `npm test -- NAME…` runs only the named steps. `npm test -- fuzz` runs each parser over
 * 100,000 cases, which is no part of the whole.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build";
import { ensureChromium, ensureFirefox } from "./tools/browsers";
import { type CommandOutcome, root, runCommand, runTool } from "./tools/commands";
import { ensureGenerated } from "./tools/generate";

interface Result {
  passed: number;
  failed: number;
  skipped: number;
  /** Shown when something failed. */
  output: string;
}

interface Step {
  name: string;
  /** Runs only when it is named. */
  onRequest?: true;
  run(): Promise<Result>;
}

function fromStatus({ status, output }: CommandOutcome): Result {
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0, output };
}

function done(): Result {
  return { passed: 1, failed: 0, skipped: 0, output: "" };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  success: boolean;
}

/** Runs one vitest project and reads its JSON report; no test at all counts as one failure. */
async function runProject(project: string, files = "", environment: Record<string, string> = {}): Promise<Result> {
  const path = `${root}artifacts/${project}.json`;
  rmSync(path, { force: true });
  mkdirSync(`${root}artifacts`, { recursive: true });
  const reporters = ["--reporter=json", `--outputFile=${path}`, "--reporter=default"];
  const named = files === "" ? [] : [files];
  const { output, status } = await runTool("vitest", ["run", "--project", project, ...named, ...reporters], {
    environment,
  });
  try {
    const report = JSON.parse(readFileSync(path, "utf8")) as VitestReport;
    const broken = report.success && status === 0 ? 0 : 1;
    const failed = Math.max(report.numFailedTests, broken, report.numPassedTests === 0 ? 1 : 0);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests, output };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, output };
  }
}

const steps: Step[] = [
  { name: "generate", run: async () => ensureGenerated().then(done) },
  { name: "data", run: async () => fromStatus(await script("data", ["check"])) },
  { name: "types", run: async () => fromStatus(await prepared("tsc", ["--noEmit"])) },
  { name: "lint", run: async () => fromStatus(await runTool("biome", ["ci", "--error-on-warnings", "--colors=off"])) },
  { name: "unused", run: async () => fromStatus(await runTool("knip", [])) },
  { name: "unit", run: () => runProject("unit") },
  { name: "build-chrome", run: async () => build("chrome").then(done) },
  { name: "build-firefox", run: async () => build("firefox").then(done) },
  {
    name: "store-lint",
    run: async () =>
      fromStatus(await runTool("web-ext", ["lint", "--warnings-as-errors", "--source-dir", ".output/firefox-mv3"])),
  },
  { name: "browsers", run: async () => ensureChromium().then(ensureFirefox).then(done) },
  { name: "browser", run: () => runProject("browser") },
  { name: "e2e", run: () => runProject("e2e") },
  { name: "hostile", run: () => runProject("hostile") },
  {
    name: "fuzz",
    onRequest: true,
    run: () => runProject("unit", "tests/unit/fuzz", { NEWSGLOSS_FUZZ_CASES: "100000" }),
  },
];

function script(name: string, parameters: string[]): Promise<CommandOutcome> {
  return runCommand(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, ...parameters]);
}

async function prepared(tool: string, parameters: string[]): Promise<CommandOutcome> {
  const outcome = await runTool("wxt", ["prepare"]);
  return outcome.status === 0 ? runTool(tool, parameters) : outcome;
}

const chosen = process.argv.slice(2);
let passed = 0;
let failed = 0;
const isChosen = ({ name, onRequest }: Step): boolean => (chosen.length === 0 ? !onRequest : chosen.includes(name));
for (const step of steps.filter(isChosen)) {
  const from = Date.now();
  const result = await step
    .run()
    .catch((error: unknown): Result => ({ passed: 0, failed: 1, skipped: 0, output: String(error) }));
  passed += result.passed;
  failed += result.failed;
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  console.log(
    `${step.name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped (${seconds} s)`,
  );
  if (result.failed > 0) console.log(result.output.slice(-8000));
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
