/** Wrapping a hundred mentions against painting them, each for the first time in its page. */
import { Painter, type PlacedMention, piecesOf } from "../../../lib/marks";
import { readText } from "../../../lib/page";
import { report } from "../report";

const page = readText(document);
const placed: PlacedMention[] = [...page.text.matchAll(/\bOaktree\b/g)].slice(0, 100).map((match, number) => ({
  number,
  mention: {
    start: match.index,
    end: match.index + 7,
    text: match[0],
    entity: "made",
    kind: "organization",
    evidence: [],
  },
  pieces: piecesOf(page.runs, match.index, match.index + 7),
}));
const layout = (): number => document.body.offsetHeight;

layout();
const painter = new Painter(document, CSS.highlights);
const paintBegan = performance.now();
for (const one of placed) painter.add(one);
painter.refresh();
layout();
const painted = performance.now() - paintBegan;
painter.clear();
layout();
const wrapBegan = performance.now();
for (const one of placed.reverse())
  for (const { node, start, end } of one.pieces) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    range.surroundContents(document.createElement("mark"));
  }
layout();
report({ ratio: (performance.now() - wrapBegan) / painted });
