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
 * Places a card of `size` beside `anchor` inside `viewport`, never over the anchor: below, else above, else to a side,
 * else where most room is, with its height limited so that it scrolls inside. Below and above it begins where `line` does.
 */
export function placeCard(
  anchor: Box,
  size: Size,
  viewport: Size,
  rightToLeft: boolean,
  line: Box = anchor,
): Placement {
  const below = viewport.height - margin - (anchor.bottom + gap);
  const above = anchor.top - gap - margin;
  const width = Math.min(size.width, viewport.width - 2 * margin);
  const wanted = rightToLeft ? line.right - width : line.left;
  const left = clamp(wanted, margin, viewport.width - margin - width);
  if (size.height <= below) return { left, top: anchor.bottom + gap, side: "below", maxHeight: below };
  if (size.height <= above) return { left, top: anchor.top - gap - size.height, side: "above", maxHeight: above };
  const fullHeight = viewport.height - 2 * margin;
  const top = clamp(anchor.top, margin, viewport.height - margin - Math.min(size.height, fullHeight));
  if (anchor.right + gap + width <= viewport.width - margin && fullHeight > Math.max(below, above))
    return { left: anchor.right + gap, top, side: "right", maxHeight: fullHeight };
  if (anchor.left - gap - width >= margin && fullHeight > Math.max(below, above))
    return { left: anchor.left - gap - width, top, side: "left", maxHeight: fullHeight };
  return below >= above
    ? { left, top: anchor.bottom + gap, side: "below", maxHeight: Math.max(below, 0) }
    : { left, top: margin, side: "above", maxHeight: Math.max(above, 0) };
}

/** The same in a part of the window that does not begin at its corner. */
export function placeInRoom(anchor: Box, size: Size, room: Room, rightToLeft: boolean, line: Box = anchor): Placement {
  const shifted = ({ left, top, right, bottom }: Box): Box => ({
    left: left - room.left,
    top: top - room.top,
    right: right - room.left,
    bottom: bottom - room.top,
  });
  const place = placeCard(shifted(anchor), size, room, rightToLeft, shifted(line));
  return { ...place, left: place.left + room.left, top: place.top + room.top };
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
  let place = placeInRoom(anchor, size, room, rightToLeft);
  let left = boxes.filter(isSolid);
  for (;;) {
    const covered = left.filter((other) => covers(place, size, other));
    if (covered.length === 0) return { anchor, place };
    left = left.filter((other) => !covered.includes(other));
    anchor = around([anchor, ...covered]);
    place = placeInRoom(anchor, size, room, rightToLeft, line);
  }
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
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
