// @vitest-environment happy-dom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, offsetOf, positionOf, readText, TextReader } from "../../../lib/page";

type Tree = string | { name: string; attributes: Record<string, string>; children: Tree[] };

const names = [
  "p",
  "div",
  "b",
  "i",
  "a",
  "span",
  "sup",
  "br",
  "section",
  "li",
  "code",
  "script",
  "nav",
  "button",
  "h2",
];
const attributes = fc.constantFrom<Record<string, string>>(
  {},
  {},
  {},
  { hidden: "" },
  { "aria-hidden": "true" },
  { contenteditable: "true" },
  { role: "navigation" },
);
const words = fc.constantFrom(
  "ICE",
  " ",
  "\n  ",
  "San",
  "José",
  "New York",
  "a\tb",
  "1",
  "\u00a0",
  "soft\u00adly",
  "😀",
  "",
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    words,
    fc.record({
      name: fc.constantFrom(...names),
      attributes,
      children: fc.array(tie("tree"), { maxLength: 5 }),
    }),
  ),
}));

function build(tree: Tree): Node {
  if (typeof tree === "string") return document.createTextNode(tree);
  const element = document.createElement(tree.name);
  for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value);
  for (const child of tree.children) element.append(build(child));
  return element;
}

const flat = (text: string) => text.replace(/[\n\r\t]/g, " ");

describe("offsets in random pages", () => {
  it("map each unit of text to the same unit of a node, and back", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (trees) => {
        const root = document.createElement("div");
        root.append(...trees.map(build));
        document.body.replaceChildren(root);
        const read = readText(root);
        let last = 0;
        for (const run of read.runs) {
          expect(run.start).toBeGreaterThanOrEqual(last);
          expect(read.text.slice(last, run.start)).toMatch(/^[\n ]?$/);
          expect(read.text.slice(run.start, run.end)).toBe(flat(run.node.data));
          last = run.end;
        }
        expect(last).toBe(read.text.length);
        for (const run of read.runs) {
          for (let offset = run.start; offset < run.end; offset++) {
            const place = positionOf(read, offset)!;
            expect(flat(place.node.data)[place.offset]).toBe(read.text[offset]);
            expect(offsetOf(read, place.node, place.offset)).toBe(offset);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("range over a stretch holds the stretch's own text", () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (trees, one, other) => {
        const root = document.createElement("div");
        root.append(...trees.map(build));
        document.body.replaceChildren(root);
        const read = readText(root);
        if (read.runs.length === 0) return;
        const start = one % read.text.length;
        const end = start + 1 + (other % (read.text.length - start));
        const bounds = boundsOf(read, start, end)!;
        const first = read.runs.findIndex((run) => run.node === bounds.startContainer);
        const last = read.runs.findIndex((run) => run.node === bounds.endContainer);
        let seen = "";
        for (let index = first; index <= last; index++) {
          const run = read.runs[index]!;
          const from = index === first ? bounds.startOffset : 0;
          const to = index === last ? bounds.endOffset : run.node.data.length;
          if (index > first) seen += read.text.slice(read.runs[index - 1]!.end, run.start);
          seen += flat(run.node.data.slice(from, to));
        }
        // A stretch that begins or ends in what was put between two blocks holds no part of it.
        const wanted = read.text.slice(start, end);
        expect([
          wanted,
          wanted.replace(/^[\n ]/, ""),
          wanted.replace(/[\n ]$/, ""),
          wanted.replace(/^[\n ]|[\n ]$/g, ""),
        ]).toContain(first > last ? "" : seen);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on how it is cut into pieces", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), fc.integer({ min: 1, max: 20 }), (trees, size) => {
        const root = document.createElement("div");
        root.append(...trees.map(build));
        document.body.replaceChildren(root);
        const reader = new TextReader(root);
        const pieces: string[] = [];
        for (let piece = reader.read(size); piece && !(pieces.length > 200); piece = reader.read(size)) {
          pieces.push(piece.text);
          if (reader.isDone) break;
        }
        expect(pieces.join("\n")).toBe(readText(root).text);
      }),
      { numRuns: 200 },
    );
  });
});
