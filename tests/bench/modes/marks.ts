/** Ours against wrapping in elements: script, style and layout; then pointing at what was marked. */
import { MentionMap, mentionAtPoint, Painter, type PlacedMention, piecesOf } from "../../../lib/marks";
import { readText } from "../../../lib/page";
import { report } from "../report";

const page = readText(document);
const placed: PlacedMention[] = [...page.text.matchAll(/\bOaktree\b/g)].map((match, number) => ({
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
const layout = (): number => document.body.offsetHeight + document.documentElement.getBoundingClientRect().height;

function paint(count: number): [number, () => void] {
  layout();
  const painter = new Painter(document, CSS.highlights);
  const began = performance.now();
  for (const one of placed.slice(0, count)) painter.add(one);
  painter.refresh();
  layout();
  return [performance.now() - began, () => painter.clear()];
}

function wrap(count: number): number {
  layout();
  const began = performance.now();
  for (const one of placed.slice(0, count).reverse())
    for (const { node, start, end } of one.pieces) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const element = document.createElement("mark");
      element.className = "bench-mark";
      range.surroundContents(element);
    }
  layout();
  return performance.now() - began;
}

function timed(run: (x: number, y: number) => unknown): number {
  const began = performance.now();
  for (let step = 0; step < 3000; step += 1) run(20 + ((step * 37) % 1100), 20 + ((step * 53) % 700));
  return (performance.now() - began) / 3;
}

const [paint100, clear100] = paint(100);
clear100();
const [paint500, clear500] = paint(500);
const hover = (count: number): number => {
  const map = new MentionMap();
  for (const one of placed.slice(0, count)) map.add(one);
  return timed((x, y) => mentionAtPoint(document, map, { x, y }, []));
};
timed((x, y) => document.elementFromPoint(x, y));
const floor = timed((x, y) => document.elementFromPoint(x, y));
const hover100 = hover(100);
const hover500 = hover(500);
clear500();
const wrap500 = wrap(500);
for (const element of document.querySelectorAll(".bench-mark")) {
  const parent = element.parentNode;
  element.replaceWith(...element.childNodes);
  parent?.normalize();
}
report({
  paint100,
  paint500,
  wrap500,
  hoverMicroseconds: hover500,
  hover: hover500 / floor,
  hover100: hover100 / floor,
});
