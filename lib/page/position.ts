/** The way between offsets in joined text (UTF-16 code units) and places in the DOM. */
import { contains, firstChildOf, isElement, isShadowRoot, isText, nextOf, parentOf, walkerOver } from "./safe-dom";
import type { PageText, TextRun } from "./types";

export interface TextPosition {
  node: Text;
  offset: number;
}

/** Index of the last run that starts at or before `offset`, or -1. */
function runIndexAt(runs: readonly TextRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const run = runs[middle];
    if (run && run.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function inRun(run: TextRun, offset: number): TextPosition {
  return { node: run.node, offset: run.nodeStart + Math.min(Math.max(offset, run.start), run.end) - run.start };
}

/**
 * Where `offset` lies. Between two runs the place belongs to the later one for `side` "start" (a mention begins with
 * its first letter, not at the end of the tag before) and to the earlier one for "end".
 */
export function positionOf(pageText: PageText, offset: number, side: "start" | "end" = "start"): TextPosition | null {
  const { runs, text } = pageText;
  if (offset < 0 || offset > text.length || runs.length === 0) return null;
  const index = runIndexAt(runs, side === "end" ? offset - 1 : offset);
  const run = runs[index];
  if (side === "end") return run ? inRun(run, offset) : null;
  const next = runs[index + 1];
  if (run && offset < run.end) return inRun(run, offset);
  if (next) return { node: next.node, offset: next.nodeStart };
  return run ? inRun(run, offset) : null;
}

export interface TextBounds {
  startContainer: Text;
  startOffset: number;
  endContainer: Text;
  endOffset: number;
}

/** The DOM bounds of `text.slice(start, end)`; null for an empty or impossible stretch. */
export function boundsOf(pageText: PageText, start: number, end: number): TextBounds | null {
  if (!(start < end)) return null;
  const from = positionOf(pageText, start, "start");
  const to = positionOf(pageText, end, "end");
  if (!from || !to) return null;
  return { startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset };
}

/**
 * A range over `text.slice(start, end)`, null when the page has meanwhile shortened or dropped its nodes. Static:
 * 500 live ranges make every change of the page 5 to 9 times dearer.
 */
export function rangeOf(pageText: PageText, start: number, end: number): StaticRange | null {
  const bounds = boundsOf(pageText, start, end);
  if (!bounds) return null;
  const { startContainer, startOffset, endContainer, endOffset } = bounds;
  if (startContainer.length < startOffset || endContainer.length < endOffset) return null;
  return new StaticRange(bounds);
}

const runsByNode = new WeakMap<PageText, Map<Node, TextRun>>();

function runOf(pageText: PageText, node: Node): TextRun | undefined {
  let known = runsByNode.get(pageText);
  if (!known) {
    known = new Map(pageText.runs.map((run) => [run.node, run]));
    runsByNode.set(pageText, known);
  }
  return known.get(node);
}

/** The first text node at or after a place inside an element, in document order within that element. */
function textAt(element: Node, childIndex: number): Text | null {
  let child = firstChildOf(element);
  for (let index = 0; index < childIndex && child; index++) child = nextOf(child);
  if (!child) return null;
  if (isText(child)) return child;
  const walker = walkerOver(element, 4);
  if (!walker) return null;
  walker.currentNode = child;
  const found = walker.nextNode();
  return isText(found) ? found : null;
}

/**
 * The offset of a caret place (node, offset), or null where it lies in text that was not read. An element place
 * (browsers give one between child nodes) counts as the start of the text that follows it there.
 */
export function offsetOf(pageText: PageText, node: Node, offset: number): number | null {
  if (!isText(node)) {
    const text = textAt(node, offset);
    const run = text && runOf(pageText, text);
    return run ? run.start : null;
  }
  const run = runOf(pageText, node);
  if (!run) return null;
  const inside = offset - run.nodeStart;
  return inside < 0 || inside > run.end - run.start ? null : run.start + inside;
}

/** Whether a node still stands in the document it was read from, shadow roots included. */
export function isInside(root: Node, node: Node): boolean {
  for (let at: Node | null = node; at !== null; ) {
    if (contains(root, at)) return true;
    let top: Node = at;
    for (let up = parentOf(top); up !== null; up = parentOf(top)) top = up;
    at = isShadowRoot(top) ? top.host : null;
  }
  return false;
}

/**
 * Whether the place is drawn at all, as far as style says (display, visibility, opacity, content-visibility). Brings
 * style up to date, so ask it of found mentions only, never of all text.
 */
export function isRendered(range: Pick<StaticRange, "startContainer">): boolean {
  const parent = parentOf(range.startContainer);
  const element = isShadowRoot(parent) ? parent.host : parent;
  if (!isElement(element)) return false;
  // From the prototype: a form's fields can shadow its methods.
  const check: unknown =
    typeof Element === "undefined"
      ? undefined
      : Object.getOwnPropertyDescriptor(Element.prototype, "checkVisibility")?.value;
  if (typeof check !== "function") return true;
  return (
    check.call(element, { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false }) === true
  );
}
