/**
 * When cards open and close, as a pure state machine: events in, the next state and effects out. Timers are effects, so
 * every timing can be tested without a browser. Mentions are known by number only.
 */

export interface CardTiming {
  /** Milliseconds the pointer must rest on a mention. */
  openDelay: number;
  /** Milliseconds the pointer may be away from mention and card. */
  closeDelay: number;
  openOn: "hover" | "click" | "key";
}

export interface CardState {
  /** The mention whose card is open, or null. */
  open: number | null;
  /** The mention the pointer rests on without its card being open yet. */
  intent: number | null;
  /** True while the pointer is away and the grace period runs. */
  leaving: boolean;
  pinned: boolean;
  /** Opened by key, tap or panel: focus is in the card, and pointer moves do not close it. */
  focused: boolean;
  /** A first tap opened this card, so a second tap on the same mention goes to the page. */
  tapped: boolean;
}

export type CardEvent =
  | { type: "pointer-on"; mention: number }
  /** The pointer is neither on a mention nor on the card; `heading`: it moves towards the card. */
  | { type: "pointer-off"; heading: boolean }
  | { type: "pointer-in-card" }
  | { type: "intent-elapsed" }
  | { type: "leave-elapsed" }
  | { type: "press"; mention: number | null; touch: boolean }
  | { type: "show"; mention: number }
  | { type: "pin"; pinned: boolean }
  | { type: "escape" }
  | { type: "close" }
  /** The mention left the page, the page was hidden, or reading was switched off. */
  | { type: "gone"; mention?: number };

export type CardEffect =
  | { type: "open"; mention: number; focus: boolean }
  | { type: "close"; returnFocus: boolean }
  | { type: "start"; timer: "intent" | "leave"; milliseconds: number }
  | { type: "stop"; timer: "intent" | "leave" }
  /** The press was ours: the page must not also act on it. */
  | { type: "swallow-press" };

export const closedCard: CardState = {
  open: null,
  intent: null,
  leaving: false,
  pinned: false,
  focused: false,
  tapped: false,
};

/** Milliseconds added to the grace while the pointer moves towards the card. */
export const headingGrace = 350;

const stopBoth: CardEffect[] = [
  { type: "stop", timer: "intent" },
  { type: "stop", timer: "leave" },
];

function opened(mention: number, focus: boolean, tapped: boolean): [CardState, CardEffect[]] {
  return [{ ...closedCard, open: mention, focused: focus, tapped }, [...stopBoth, { type: "open", mention, focus }]];
}

function shut(state: CardState, returnFocus: boolean): [CardState, CardEffect[]] {
  return [closedCard, state.open === null ? stopBoth : [...stopBoth, { type: "close", returnFocus }]];
}

/** The next state and what to do; the same state object comes back when nothing changes. */
export function reactToEvent(state: CardState, event: CardEvent, timing: CardTiming): [CardState, CardEffect[]] {
  switch (event.type) {
    case "pointer-on": {
      if (timing.openOn !== "hover") return [state, []];
      if (event.mention === state.open)
        return [{ ...state, intent: null, leaving: false }, state.leaving || state.intent !== null ? stopBoth : []];
      if (state.pinned || state.focused || event.mention === state.intent) return [state, []];
      return [
        { ...state, intent: event.mention },
        [{ type: "start", timer: "intent", milliseconds: timing.openDelay }],
      ];
    }
    case "pointer-off": {
      const effects: CardEffect[] = state.intent === null ? [] : [{ type: "stop", timer: "intent" }];
      if (state.open === null || state.pinned || state.focused || timing.openOn !== "hover")
        return [state.intent === null ? state : { ...state, intent: null }, effects];
      if (state.leaving && !event.heading) return [{ ...state, intent: null }, effects];
      const milliseconds = timing.closeDelay + (event.heading ? headingGrace : 0);
      return [{ ...state, intent: null, leaving: true }, [...effects, { type: "start", timer: "leave", milliseconds }]];
    }
    case "pointer-in-card":
      return [{ ...state, intent: null, leaving: false }, state.leaving || state.intent !== null ? stopBoth : []];
    case "intent-elapsed":
      return state.intent === null ? [state, []] : opened(state.intent, false, false);
    case "leave-elapsed":
      return state.leaving ? shut(state, false) : [state, []];
    case "press": {
      if (event.mention === null) return state.open === null || state.pinned ? [state, []] : shut(state, false);
      if (event.touch) {
        if (state.open === event.mention && state.tapped) return shut(state, false);
        const [next, effects] = opened(event.mention, false, true);
        return [next, [...effects, { type: "swallow-press" }]];
      }
      if (timing.openOn === "click" && state.open !== event.mention) return opened(event.mention, false, false);
      return [state, []];
    }
    case "show":
      return opened(event.mention, true, false);
    case "pin":
      return [{ ...state, pinned: event.pinned, leaving: false }, [{ type: "stop", timer: "leave" }]];
    case "escape":
    case "close":
      return shut(state, state.focused || event.type === "close");
    case "gone":
      return event.mention === undefined || event.mention === state.open ? shut(state, false) : [state, []];
  }
}
