/**
 * `npm run -s score -- [--held] [--json] [--set NAME] [--errors N]`: precision and recall of finding mentions on the labelled
 * texts in `tests/corpus`, per language and class, with every error. For texts held apart only figures are printed.
 */
import { fileURLToPath } from "node:url";
import { type LabelledText, readCorpus, readDevSentences } from "./mentions-support/corpus";
import { finderFromData } from "./mentions-support/finder";
import { measure, precision, recall, type Score } from "./mentions-support/measure";

const root = fileURLToPath(new URL("..", import.meta.url));
const options = process.argv.slice(2);
const only = options.includes("--set") ? options[options.indexOf("--set") + 1] : undefined;

const sets: { name: string; texts: LabelledText[]; showErrors: boolean }[] = [
  { name: "dev", texts: readDevSentences(`${root}../shared/mentions/dev-sentences.json`), showErrors: true },
  { name: "tuning", texts: readCorpus(`${root}tests/corpus/tuning`), showErrors: true },
];
if (options.includes("--held"))
  sets.push({ name: "held-out", texts: readCorpus(`${root}tests/corpus/held-out`), showErrors: false });

const { finder } = finderFromData(root);
const results: Record<string, Score> = {};

function print(name: string, score: Score, showErrors: boolean): void {
  console.log(`\n${name}: ${score.texts} texts`);
  console.log("language/class            P      R   right wrong missed");
  for (const [key, count] of Object.entries(score.counts).sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(
      `${key.padEnd(20)} ${precision(count).toFixed(3).padStart(6)} ${recall(count).toFixed(3).padStart(6)} ${String(count.right).padStart(6)} ${String(count.wrong).padStart(5)} ${String(count.missed).padStart(6)}`,
    );
  console.log(
    `traps hit ${score.trapsHit} of ${score.traps}; abstained on ${score.abstained} labels; wrong ICE in texts without it ${score.wrongIceWithoutIt}`,
  );
  if (!showErrors) return;
  for (const error of score.errors)
    console.log(`  ${error.type} | ${error.language} | ${error.entity} | ${error.where} | ${error.id} | ${error.why}`);
}

for (const set of sets) {
  if (only && set.name !== only) continue;
  if (set.texts.length === 0) {
    console.log(`${set.name}: no texts here, skipped`);
    continue;
  }
  const score = measure(finder, set.texts);
  results[set.name] = score;
  if (!options.includes("--json")) print(set.name, score, set.showErrors);
}
if (options.includes("--json"))
  console.log(
    JSON.stringify(
      Object.fromEntries(
        Object.entries(results).map(([name, score]) => [
          name,
          name === "held-out" ? { ...score, errors: undefined } : score,
        ]),
      ),
      null,
      2,
    ),
  );
