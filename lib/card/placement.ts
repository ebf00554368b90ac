/** Where the card goes. Pure geometry in CSS pixels of the visual viewport. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The part of the window that can be seen; pinched pages show a part whose corner is not 0, 0. */
export interface Room extends Size {
  left: number;
  top: number;
}

export interface Placement {
  left: number;
  top: number;
  side: "below" | "above" | "right" | "left";
  /** The most height the card may take there. */
  maxHeight: number;
}

/** Between the word and its card. */
export const cardGap = 8;
const gap = cardGap;
const margin = 8;

const isSolid = (box: Box): boolean => box.right > box.left && box.bottom > box.top;

/**
 * The line box of a mention that the pointer is on; a mention wrapped over lines has several. Without a point (keyboard,
 * panel) the first visible box.
 */
export function anchorBox(boxes: readonly Box[], point: { x: number; y: number } | null): Box | null {
  const solid = boxes.filter(isSolid);
  if (point) {
    const under = solid.find(
      (box) =>
        point.x >= box.left - 1 && point.x <= box.right + 1 && point.y >= box.top - 1 && point.y <= box.bottom + 1,
    );
    if (under) return under;
  }
  return solid[0] ?? null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, Math.max(least, most)));
}

/**
 * Places a card of `size` beside `anchor` inside `room`, never over the anchor: below, else above, else to a side, else where most room is,
 * with its height limited so that it scrolls inside. Below and above it begins where `line` does.
 */
export function placeCard(anchor: Box, size: Size, room: Room, rightToLeft: boolean, line: Box = anchor): Placement {
  const [first, last] = [room.left + margin, room.left + room.width - margin];
  const [highest, lowest] = [room.top + margin, room.top + room.height - margin];
  const [under, over] = [anchor.bottom + gap, anchor.top - gap];
  const below = lowest - under;
  const above = over - highest;
  const width = Math.min(size.width, last - first);
  const left = clamp(rightToLeft ? line.right - width : line.left, first, last - width);
  if (size.height <= below) return { left, top: under, side: "below", maxHeight: below };
  if (size.height <= above) return { left, top: over - size.height, side: "above", maxHeight: above };
  const fullHeight = lowest - highest;
  if (fullHeight > Math.max(below, above)) {
    const top = clamp(anchor.top, highest, lowest - Math.min(size.height, fullHeight));
    const [after, before] = [anchor.right + gap, anchor.left - gap - width];
    if (after + width <= last) return { left: after, top, side: "right", maxHeight: fullHeight };
    if (before >= first) return { left: before, top, side: "left", maxHeight: fullHeight };
  }
  return below >= above
    ? { left, top: under, side: "below", maxHeight: Math.max(below, 0) }
    : { left, top: highest, side: "above", maxHeight: Math.max(above, 0) };
}

/**
 * Places a card beside the line of a mention that the pointer is on. A card that would cover another line of the mention, as of a word
 * broken at the end of a line, stands beside all of its lines that it would cover. Null where no line can be seen.
 */
export function placeBeside(
  boxes: readonly Box[],
  point: { x: number; y: number } | null,
  size: Size,
  room: Room,
  rightToLeft: boolean,
): { anchor: Box; place: Placement } | null {
  const line = anchorBox(boxes, point);
  if (!line) return null;
  let anchor = line;
  let place = placeCard(anchor, size, room, rightToLeft);
  let left = boxes.filter(isSolid);
  for (;;) {
    const covered = left.filter((other) => covers(place, size, other));
    if (covered.length === 0) return { anchor, place };
    left = left.filter((other) => !covered.includes(other));
    anchor = around([anchor, ...covered]);
    place = placeCard(anchor, size, room, rightToLeft, line);
  }
}

function around(boxes: readonly Box[]): Box {
  const all = (side: keyof Box) => boxes.map((box) => box[side]);
  return {
    left: Math.min(...all("left")),
    top: Math.min(...all("top")),
    right: Math.max(...all("right")),
    bottom: Math.max(...all("bottom")),
  };
}

function covers({ left, top, maxHeight }: Placement, size: Size, box: Box): boolean {
  const bottom = top + Math.min(size.height, maxHeight);
  return box.left < left + size.width && left < box.right && box.top < bottom && top < box.bottom;
}

/**
 * Whether a pointer that moved from `from` to `to` heads for the card: `to` lies in the triangle from `from` to the
 * card's facing edge, so crossing other words on the way keeps the card open.
 */
export function headsTowards(from: { x: number; y: number }, to: { x: number; y: number }, card: Box): boolean {
  const facing: [number, number, number, number] =
    card.top >= from.y
      ? [card.left, card.top, card.right, card.top]
      : card.bottom <= from.y
        ? [card.left, card.bottom, card.right, card.bottom]
        : card.left >= from.x
          ? [card.left, card.top, card.left, card.bottom]
          : [card.right, card.top, card.right, card.bottom];
  const [x1, y1, x2, y2] = facing;
  const slack = 12;
  const side = (ax: number, ay: number, bx: number, by: number): number =>
    (bx - ax) * (to.y - ay) - (by - ay) * (to.x - ax);
  const horizontal = y1 === y2;
  const first: [number, number] = horizontal ? [x1 - slack, y1] : [x1, y1 - slack];
  const second: [number, number] = horizontal ? [x2 + slack, y2] : [x2, y2 + slack];
  const a = side(from.x, from.y, first[0], first[1]);
  const b = side(first[0], first[1], second[0], second[1]);
  const c = side(second[0], second[1], from.x, from.y);
  return (a >= 0 && b >= 0 && c >= 0) || (a <= 0 && b <= 0 && c <= 0);
}
