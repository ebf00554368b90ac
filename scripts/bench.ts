/**
 * `npm run -s bench -- [--json] [--browser chromium|firefox] [--pages N] [--repeats N]`: what reading costs, with the floor
 * and the peers measured in the same run. Each result stands beside its goal. `--profile`: where the first look at a page spends
 * its time, by function, in Chromium.
 */
import { goals, isMet, type ResultName } from "../tests/bench/goals";
import { profileColdScan } from "../tests/bench/profile";
import { run } from "../tests/bench/run";
import { build } from "./build";

function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

const browser = option("browser", "chromium") === "firefox" ? "firefox" : "chromium";
await build(browser === "chromium" ? "chrome" : "firefox");
const { default: namesIndex } = await import("../lib/dataset/generated/names-index");
if (process.argv.includes("--profile")) {
  const rows = await profileColdScan(namesIndex, Number(option("pages", "10")), Number(option("repeats", "3")));
  console.log("| function | milliseconds in itself | with what it calls |\n| --- | ---: | ---: |");
  for (const { name, self, total } of rows.slice(0, 40))
    console.log(`| ${name} | ${self.toFixed(2)} | ${total.toFixed(2)} |`);
  process.exit(0);
}
const { results, milliseconds, pages, savedPages } = await run({
  browser,
  pages: Number(option("pages", "32")),
  repeats: Number(option("repeats", "3")),
  namesIndex,
});
const names = Object.keys(goals) as ResultName[];
const missing = names.filter((name) => !results.some((result) => result.name === name));

if (process.argv.includes("--json")) {
  const rows = results.map((result) => ({ ...result, goal: goals[result.name].words, met: isMet(result) }));
  console.log(JSON.stringify({ browser, pages, savedPages, results: rows, milliseconds, missing }, null, 2));
} else {
  const round = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
  const row = (cells: string[]): void => console.log(`| ${cells.join(" | ")} |`);
  console.log(`${browser}, ${pages} pages, ${savedPages} of them real. Medians; spread: quartiles.\n`);
  row(["result", "median", "spread", "goal", "met", "of"]);
  row(["---", "---:", "---", "---", "---", "---"]);
  for (const name of names) {
    const result = results.find((one) => one.name === name);
    const { words } = goals[name];
    if (!result) row([name, "–", "not measured", words, "–", ""]);
    else
      row([
        name,
        round(result.median),
        `${round(result.low)}–${round(result.high)}`,
        words,
        isMet(result) ? "yes" : "no",
        result.note,
      ]);
  }
  console.log("\n| milliseconds | median | spread |\n| --- | ---: | --- |");
  for (const [name, { median, low, high }] of Object.entries(milliseconds))
    row([name, round(median), `${round(low)}–${round(high)}`]);
}
