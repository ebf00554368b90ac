import { type MentionMap, mentionAtPoint } from "../../lib/marks";
import type { CardController } from "./card-controller";

export interface PointerSurroundings {
  document: Document;
  signal: AbortSignal;
  card: CardController;
  map(): MentionMap;
  shadowRoots(): ShadowRoot[];
  /** True once the extension behind this script is gone; asking ends the reading, its card and its marks. */
  isOrphaned(): boolean;
}

interface Point {
  x: number;
  y: number;
}

/**
 * Turns the page's pointer, tap and key events into card events. Only events that the browser made count: a page can't
 * open a card by dispatching its own. All listeners are passive watchers but for Escape and the first tap on a word.
 */
export function listenToPointer(around: PointerSurroundings): void {
  const { document, signal, card, map, shadowRoots } = around;
  let last: Point | null = null;
  let waiting: Point | null = null;
  let touched = false;
  /** Keys that went down in the card, or closed it, and are not up yet. */
  const held = new Set<string>();
  const watching = { capture: true, passive: true, signal };

  const look = (): void => {
    const point = waiting;
    waiting = null;
    if (!point || around.isOrphaned()) return;
    const placed = mentionAtPoint(document, map(), point, shadowRoots());
    if (placed) card.send({ type: "pointer-on", mention: placed.number }, point);
    else card.send({ type: "pointer-off", heading: last !== null && card.open !== null && card.heading(last, point) });
    last = point;
  };

  document.addEventListener(
    "pointermove",
    (event) => {
      if (!event.isTrusted || event.pointerType === "touch") return;
      if (card.isHost(event.target)) {
        waiting = null;
        card.send({ type: "pointer-in-card" });
        return;
      }
      const first = waiting === null;
      waiting = { x: event.clientX, y: event.clientY };
      if (first) requestAnimationFrame(look);
    },
    watching,
  );
  document.documentElement.addEventListener(
    "pointerleave",
    (event) => {
      // A capturing listener hears every element being left; only leaving the page itself counts.
      const left = event.target === document.documentElement;
      if (left && event.isTrusted && event.pointerType !== "touch") card.send({ type: "pointer-off", heading: false });
    },
    watching,
  );
  document.addEventListener(
    "pointerdown",
    (event) => {
      if (event.isTrusted) touched = event.pointerType === "touch";
    },
    watching,
  );
  document.addEventListener(
    "click",
    (event) => {
      if (!event.isTrusted || card.isHost(event.target) || event.detail === 0) return;
      const point = { x: event.clientX, y: event.clientY };
      const placed = mentionAtPoint(document, map(), point, shadowRoots());
      const swallow = card.send({ type: "press", mention: placed?.number ?? null, touch: touched }, point);
      if (swallow) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    { capture: true, signal },
  );
  const view = document.defaultView ?? window;
  view.addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted || card.open === null) return;
      if (card.isHost(event.target)) held.add(event.code);
      // What is saved must be the page alone; the key stays the page's and the browser's.
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") card.send({ type: "gone" });
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held.add(event.code);
      card.send({ type: "escape" });
    },
    { capture: true, signal },
  );
  // A key that went down in a card is ours until it is let go, wherever the focus is by then: pages act on `keyup` too.
  view.addEventListener(
    "keyup",
    (event) => {
      if (!event.isTrusted || !held.delete(event.code)) return;
      if (!card.isHost(event.target)) event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
  // A dialog or popover of the page that opens now would lie over the card, and a modal one makes it dead.
  document.addEventListener(
    "toggle",
    (event) => {
      const opening = event.isTrusted && Reflect.get(event, "newState") === "open";
      if (opening && event.target instanceof Element && event.target.matches("dialog:modal, :popover-open"))
        if (!card.isHost(event.target)) card.send({ type: "gone" });
    },
    watching,
  );
  let following = false;
  const follow = (): void => {
    if (following || card.open === null) return;
    following = true;
    requestAnimationFrame(() => {
      following = false;
      card.follow();
    });
  };
  document.addEventListener("scroll", follow, watching);
  view.addEventListener("resize", follow, { passive: true, signal });
  for (const type of ["resize", "scroll"])
    view.visualViewport?.addEventListener(type, follow, { passive: true, signal });
  const close = (event: Event): void => {
    if (event.isTrusted) card.send({ type: "gone" });
  };
  document.addEventListener("fullscreenchange", close, watching);
  view.addEventListener("pagehide", close, { signal });
}
