import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorBox, headsTowards, placeCard, placeInRoom } from "../../../lib/card/placement";

const viewport = { width: 1000, height: 800 };

describe("placing a card", () => {
  it("goes below its word where there is room", () => {
    const place = placeCard(
      { left: 100, top: 100, right: 140, bottom: 120 },
      { width: 360, height: 300 },
      viewport,
      false,
    );
    expect(place).toMatchObject({ side: "below", left: 100, top: 128 });
  });
  it("flips above at the bottom edge and shifts at the right edge", () => {
    const place = placeCard(
      { left: 950, top: 700, right: 990, bottom: 720 },
      { width: 360, height: 300 },
      viewport,
      false,
    );
    expect(place).toMatchObject({ side: "above", left: 632, top: 392 });
  });
  it("aligns to the right end on right-to-left pages", () => {
    expect(
      placeCard({ left: 500, top: 10, right: 600, bottom: 30 }, { width: 300, height: 100 }, viewport, true).left,
    ).toBe(300);
  });
  it("never covers its word and stays in the window, for any word, card and window", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 8, max: 60 }),
        fc.integer({ min: 120, max: 500 }),
        fc.integer({ min: 40, max: 900 }),
        fc.boolean(),
        (left, top, width, height, cardWidth, cardHeight, rightToLeft) => {
          const anchor = { left, top, right: left + width, bottom: top + height };
          const place = placeCard(anchor, { width: cardWidth, height: cardHeight }, viewport, rightToLeft);
          const shown = Math.min(cardHeight, place.maxHeight);
          const overlaps =
            place.left < anchor.right &&
            place.left + cardWidth > anchor.left &&
            place.top < anchor.bottom &&
            place.top + shown > anchor.top;
          expect(overlaps).toBe(false);
          expect(place.left).toBeGreaterThanOrEqual(0);
          expect(place.top).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("placing a card on a pinched page", () => {
  it("stays in the part that is seen, beside its word", () => {
    const room = { left: 600, top: 400, width: 400, height: 300 };
    const anchor = { left: 900, top: 430, right: 960, bottom: 450 };
    const place = placeInRoom(anchor, { width: 360, height: 200 }, room, false);
    expect(place).toMatchObject({ side: "below", left: 632, top: 458 });
    expect(place.left + 360).toBeLessThanOrEqual(room.left + room.width);
  });
});

describe("the anchor of a wrapped mention", () => {
  const lines = [
    { left: 900, top: 100, right: 990, bottom: 120 },
    { left: 10, top: 120, right: 80, bottom: 140 },
  ];
  it("is the line under the pointer", () => {
    expect(anchorBox(lines, { x: 20, y: 130 })).toBe(lines[1]);
    expect(anchorBox(lines, { x: 950, y: 110 })).toBe(lines[0]);
  });
  it("is the first line for the keyboard", () => {
    expect(anchorBox(lines, null)).toBe(lines[0]);
  });
});

describe("the safe triangle", () => {
  const card = { left: 100, top: 200, right: 460, bottom: 500 };
  it("sees a pointer on its way down to the card", () => {
    expect(headsTowards({ x: 120, y: 150 }, { x: 150, y: 180 }, card)).toBe(true);
  });
  it("sees a pointer that goes elsewhere", () => {
    expect(headsTowards({ x: 120, y: 150 }, { x: 20, y: 160 }, card)).toBe(false);
    expect(headsTowards({ x: 120, y: 150 }, { x: 120, y: 100 }, card)).toBe(false);
  });
});
