import { describe, expect, it } from "vitest";
import {
  type CardEvent,
  type CardState,
  type CardTiming,
  closedCard,
  headingGrace,
  reactToEvent,
} from "../../../lib/card/machine";

const hover: CardTiming = { openDelay: 200, closeDelay: 300, openOn: "hover" };

function run(events: CardEvent[], timing = hover, from: CardState = closedCard) {
  let state = from;
  let effects: ReturnType<typeof reactToEvent>[1] = [];
  for (const event of events) [state, effects] = reactToEvent(state, event, timing);
  return { state, effects };
}

describe("opening by pointer", () => {
  it("waits for the intent delay", () => {
    const { state, effects } = run([{ type: "pointer-on", mention: 3 }]);
    expect(state.open).toBeNull();
    expect(effects).toEqual([{ type: "start", timer: "intent", milliseconds: 200 }]);
  });
  it("opens once the pointer has rested", () => {
    const { state, effects } = run([{ type: "pointer-on", mention: 3 }, { type: "intent-elapsed" }]);
    expect(state.open).toBe(3);
    expect(effects).toContainEqual({ type: "open", mention: 3, focus: false });
  });
  it("forgets a pointer that only passed over", () => {
    const { state } = run([
      { type: "pointer-on", mention: 3 },
      { type: "pointer-off", heading: false },
      { type: "intent-elapsed" },
    ]);
    expect(state.open).toBeNull();
  });
  it("does nothing on hover where the reader chose click or key", () => {
    for (const openOn of ["click", "key"] as const)
      expect(run([{ type: "pointer-on", mention: 1 }, { type: "intent-elapsed" }], { ...hover, openOn }).state).toBe(
        closedCard,
      );
  });
  it("shows one card at a time", () => {
    const { state, effects } = run([
      { type: "pointer-on", mention: 1 },
      { type: "intent-elapsed" },
      { type: "pointer-on", mention: 2 },
      { type: "intent-elapsed" },
    ]);
    expect(state.open).toBe(2);
    expect(effects.filter((effect) => effect.type === "open")).toHaveLength(1);
  });
});

describe("WCAG 1.4.13: hoverable, persistent, dismissible", () => {
  const open = run([{ type: "pointer-on", mention: 1 }, { type: "intent-elapsed" }]).state;
  it("stays while the pointer is on the card", () => {
    const { state } = run(
      [{ type: "pointer-off", heading: false }, { type: "pointer-in-card" }, { type: "leave-elapsed" }],
      hover,
      open,
    );
    expect(state.open).toBe(1);
  });
  it("closes after the grace when the pointer left", () => {
    const { state, effects } = run([{ type: "pointer-off", heading: false }, { type: "leave-elapsed" }], hover, open);
    expect(state).toEqual(closedCard);
    expect(effects).toContainEqual({ type: "close", returnFocus: false });
  });
  it("gives more time to a pointer on its way to the card", () => {
    const { effects } = run([{ type: "pointer-off", heading: true }], hover, open);
    expect(effects).toContainEqual({ type: "start", timer: "leave", milliseconds: 300 + headingGrace });
  });
  it("closes on Escape without a pointer move", () => {
    expect(run([{ type: "escape" }], hover, open).state).toEqual(closedCard);
  });
  it("has no time-out of its own", () => {
    expect(run([{ type: "leave-elapsed" }, { type: "intent-elapsed" }], hover, open).state.open).toBe(1);
  });
  it("stays when pinned, whatever the pointer does", () => {
    const { state } = run(
      [
        { type: "pin", pinned: true },
        { type: "pointer-off", heading: false },
        { type: "leave-elapsed" },
        { type: "press", mention: null, touch: false },
      ],
      hover,
      open,
    );
    expect(state.open).toBe(1);
  });
});

describe("keyboard and panel", () => {
  it("opens with focus and gives focus back on Escape", () => {
    const shown = run([{ type: "show", mention: 5 }]);
    expect(shown.effects).toContainEqual({ type: "open", mention: 5, focus: true });
    expect(run([{ type: "escape" }], hover, shown.state).effects).toContainEqual({ type: "close", returnFocus: true });
  });
  it("is not closed by a pointer that happens to move", () => {
    const { state } = run([
      { type: "show", mention: 5 },
      { type: "pointer-off", heading: false },
      { type: "leave-elapsed" },
    ]);
    expect(state.open).toBe(5);
  });
});

describe("touch", () => {
  it("opens on the first tap and keeps the tap from the page", () => {
    const { state, effects } = run([{ type: "press", mention: 2, touch: true }]);
    expect(state.open).toBe(2);
    expect(effects).toContainEqual({ type: "swallow-press" });
  });
  it("lets the second tap through to a link under it", () => {
    const { state, effects } = run([
      { type: "press", mention: 2, touch: true },
      { type: "press", mention: 2, touch: true },
    ]);
    expect(state).toEqual(closedCard);
    expect(effects).not.toContainEqual({ type: "swallow-press" });
  });
  it("closes on a tap elsewhere", () => {
    expect(
      run([
        { type: "press", mention: 2, touch: true },
        { type: "press", mention: null, touch: true },
      ]).state,
    ).toEqual(closedCard);
  });
});

describe("when the mention goes", () => {
  it("closes its card, and no other", () => {
    const open = run([{ type: "show", mention: 5 }]).state;
    expect(run([{ type: "gone", mention: 4 }], hover, open).state.open).toBe(5);
    expect(run([{ type: "gone", mention: 5 }], hover, open).state).toEqual(closedCard);
  });
});
