/** Warm scans with the index as it is and with ten times the names, in turn. */
import { once, tenfold } from "bench:indexes";
import { createFinder } from "../../../lib/mentions";
import { readText } from "../../../lib/page";
import { report } from "../report";

const { text } = readText(document);
const rounds = 15;
const finders = [createFinder(once), createFinder(tenfold)] as const;
const cold = finders.map((finder) => {
  const began = performance.now();
  finder.find({ text, language: "en", date: null });
  return performance.now() - began;
});
const spent = [0, 0];
for (let round = 0; round < rounds; round += 1)
  for (const [place, finder] of finders.entries()) {
    const began = performance.now();
    finder.find({ text, language: "en", date: null });
    spent[place] = (spent[place] ?? 0) + performance.now() - began;
  }
const [first = 0, tenth = 0] = spent;
report({
  growth: tenth / first,
  nanoseconds: (first * 1e6) / rounds / text.length,
  nanosecondsTenfold: (tenth * 1e6) / rounds / text.length,
  cold: cold[0] ?? 0,
  coldTenfold: cold[1] ?? 0,
});
