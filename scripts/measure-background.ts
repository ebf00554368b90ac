/**
 * Measures how long the background takes to load in both browsers, beside an empty one under the same manifest:
 * `npx tsx scripts/measure-background.ts [rounds] [chromium|firefox]`, after a build. Each round starts every browser with either package and
 * then puts the background to sleep and wakes it a few times. Two times are told: until its code has run, by its own clock,
 * and until a page that woke it has an answer.
 */
import { measureBackground } from "../tests/bench/background";
import { browserNames } from "../tests/support/browser";

const rounds = Number(process.argv[2] ?? 5);
for (const name of browserNames.filter((name) => (process.argv[3] ?? name) === name)) {
  const { bytes, rows } = await measureBackground(name, rounds);
  console.log(`${name}: background.js ${bytes.toLocaleString("en")} bytes, ${rounds} rounds`);
  for (const { what, ours, empty, ratios } of Object.values(rows)) {
    const told = [ours, empty].map((value) => `${value.toFixed(1)} ms`).join(" beside ");
    console.log(`  ${what}: ${told} empty, ${(ours / empty).toFixed(2)} × (${ratios.length} starts each)`);
  }
}
