import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anchorBox, type Box, headsTowards, placeBeside, placeCard } from "../../../lib/card/placement";

const viewport = { left: 0, top: 0, width: 1000, height: 800 };

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
    const place = placeCard(anchor, { width: 360, height: 200 }, room, false);
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

  const beside = (width: number, all = lines) =>
    placeBeside(all, null, { width: 360, height: 200 }, { left: 0, top: 0, width, height: 800 }, false);

  it("is that line alone where the card covers no other", () => {
    expect(beside(1000)).toMatchObject({ anchor: lines[0], place: { side: "below", top: 128 } });
  });
  it("holds the other line too where the card would cover it", () => {
    // As a DOMRect, whose sides are its prototype's.
    const narrow: Box[] = [
      { left: 300, top: 100, right: 390, bottom: 120 },
      { left: 10, top: 120, right: 80, bottom: 140 },
    ].map((box) => Object.create(box));
    expect(beside(400, narrow)).toMatchObject({
      anchor: { left: 10, top: 100, right: 390, bottom: 140 },
      place: { left: 32, top: 148 },
    });
  });
  it("never covers a line, wherever a word of two or three lines is broken, however high the card", () => {
    for (const [width, height] of [
      [400, 200],
      [800, 200],
      [800, 600],
      [1200, 500],
    ] as const)
      for (let start = 0; start < width - 20; start += 20)
        for (let top = 0; top < 740; top += 20)
          for (const count of [2, 3]) {
            const all = Array.from({ length: count }, (_, nth) => ({
              left: nth === 0 ? start : 8,
              right: nth === count - 1 ? 60 : width - 8,
              top: top + nth * 20,
              bottom: top + nth * 20 + 20,
            }));
            const size = { width: 360, height };
            const room = { left: 0, top: 0, width, height: 800 };
            const { place } = placeBeside(all, null, size, room, false)!;
            const bottom = place.top + Math.min(height, place.maxHeight);
            for (const line of all)
              expect(
                line.bottom <= place.top ||
                  line.top >= bottom ||
                  line.right <= place.left ||
                  line.left >= place.left + 360,
                JSON.stringify({ all, place, size }),
              ).toBe(true);
          }
  });
  it("stands at one line where the other is in another column", () => {
    const columns = [
      { left: 10, top: 700, right: 200, bottom: 720 },
      { left: 500, top: 20, right: 560, bottom: 40 },
    ];
    expect(beside(1000, columns)).toMatchObject({ anchor: columns[0], place: { side: "above" } });
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
