import type { EntityKind } from "../dataset/records";
import type { Mention } from "../mentions/types";

/** One stretch of a mention inside one text node, in UTF-16 code units of `node.data`. */
export interface Piece {
  node: Text;
  start: number;
  end: number;
}

/** Where one stretch of a text that was read sits: `lib/page`'s runs have this shape. */
export interface RunOfText {
  node: Text;
  /** Offsets in the text that was read. */
  start: number;
  end: number;
  /** Offset in `node.data` where the run begins. */
  nodeStart: number;
}

/** The pieces of `start`–`end` of a text that was read; a mention that crosses inline tags has several. */
export function piecesOf(runs: readonly RunOfText[], start: number, end: number): Piece[] {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const pieces: Piece[] = [];
  for (let index = low; index < runs.length; index += 1) {
    const run = runs[index];
    if (!run || run.start >= end) break;
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.end);
    if (from < to)
      pieces.push({ node: run.node, start: run.nodeStart + from - run.start, end: run.nodeStart + to - run.start });
  }
  return pieces;
}

/** A mention with its place in the document. */
export interface PlacedMention {
  /** Unique on the page; grows in order of finding. */
  number: number;
  mention: Mention;
  pieces: Piece[];
}

/** Static ranges to paint: they cost nothing when the page changes, unlike live ones. */
export function staticRanges(placed: PlacedMention): StaticRange[] {
  return placed.pieces
    .filter((piece) => piece.node.isConnected && piece.end <= piece.node.data.length)
    .map(
      (piece) =>
        new StaticRange({
          startContainer: piece.node,
          startOffset: piece.start,
          endContainer: piece.node,
          endOffset: piece.end,
        }),
    );
}

/** Line ends inside a node are read as spaces, and a break between nodes as a line end that no node has. */
const withoutSpace = (text: string): string => text.replaceAll(/\s/g, "");

/** Whether the words are still there: pages rewrite text nodes in place. */
export function isIntact(placed: PlacedMention): boolean {
  const { pieces, mention } = placed;
  return (
    pieces.length > 0 &&
    pieces.every((piece) => piece.node.isConnected) &&
    withoutSpace(pieces.map((piece) => piece.node.data.slice(piece.start, piece.end)).join("")) ===
      withoutSpace(mention.text)
  );
}

/** The boxes of a mention's lines in CSS pixels of the viewport; empty where it is not rendered. */
export function boxesOf(placed: PlacedMention): DOMRect[] {
  const boxes: DOMRect[] = [];
  for (const piece of placed.pieces) {
    if (!piece.node.isConnected || piece.end > piece.node.data.length) continue;
    const range = piece.node.ownerDocument.createRange();
    range.setStart(piece.node, piece.start);
    range.setEnd(piece.node, piece.end);
    for (const box of range.getClientRects()) if (box.width > 0 && box.height > 0) boxes.push(box);
  }
  return boxes;
}

/** Families of kinds that share a mark. */
export type MarkFamily = "body" | "place" | "person" | "idea";

export function markFamily(kind: EntityKind): MarkFamily {
  switch (kind) {
    case "organization":
      return "body";
    case "jurisdiction":
    case "list":
      return "place";
    case "person":
    case "post":
      return "person";
    default:
      return "idea";
  }
}
