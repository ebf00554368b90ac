import type { PlacedMention } from "./placed";
import { boxesOf } from "./placed";

/** Which mention covers which stretch of which text node. */
export class MentionMap {
  readonly #byNode = new WeakMap<Text, PlacedMention[]>();

  add(placed: PlacedMention): void {
    for (const { node } of placed.pieces) {
      const there = this.#byNode.get(node);
      if (there) there.push(placed);
      else this.#byNode.set(node, [placed]);
    }
  }

  remove(placed: PlacedMention): void {
    for (const { node } of placed.pieces) {
      const left = this.#byNode.get(node)?.filter((other) => other !== placed) ?? [];
      if (left.length > 0) this.#byNode.set(node, left);
      else this.#byNode.delete(node);
    }
  }

  /** The mention at a caret position, or null. */
  at(node: Node, offset: number): PlacedMention | null {
    const there = this.#byNode.get(node as Text);
    if (!there) return null;
    return (
      there.find((placed) =>
        placed.pieces.some((piece) => piece.node === node && offset >= piece.start && offset <= piece.end),
      ) ?? null
    );
  }
}

interface CaretPositionOptions {
  shadowRoots?: ShadowRoot[];
}
type CaretFinder = (
  x: number,
  y: number,
  options?: CaretPositionOptions,
) => { offsetNode: Node; offset: number } | null;

/**
 * The mention under a point of the viewport (CSS pixels), or null. The caret snaps to the nearest text, so the mention's own
 * boxes have the last word. About the cost of `elementFromPoint`, whatever the number of marks.
 */
export function mentionAtPoint(
  document: Document,
  map: MentionMap,
  point: { x: number; y: number },
  shadowRoots: ShadowRoot[],
): PlacedMention | null {
  const find = (document as Document & { caretPositionFromPoint?: CaretFinder }).caretPositionFromPoint;
  if (!find) return null;
  const caret = find.call(document, point.x, point.y, shadowRoots.length > 0 ? { shadowRoots } : undefined);
  if (!caret) return null;
  const placed = map.at(caret.offsetNode, caret.offset);
  if (!placed) return null;
  const slack = 1;
  const inside = boxesOf(placed).some(
    (box) =>
      point.x >= box.left - slack &&
      point.x <= box.right + slack &&
      point.y >= box.top - slack &&
      point.y <= box.bottom + slack,
  );
  return inside ? placed : null;
}
