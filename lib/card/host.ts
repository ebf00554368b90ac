/**
 * The one element of ours on a page: a host with a closed shadow root, made when a card opens and removed when it closes
 * (the page's `window.find` sees text in closed roots, so nothing may wait there unseen).
 */

/** Shields the host from every page style; the card's own sheet starts from these. */
const hostStyle = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important;
  height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: visible !important;
  background: none !important; display: block !important; z-index: 2147483647 !important; contain: style !important;
  pointer-events: none !important; }
:host > *, .newsgloss-frame { pointer-events: auto; }
.newsgloss-frame { position: fixed; visibility: hidden; direction: ltr; }
.newsgloss-frame[data-placed] { visibility: visible; }
.newsgloss-ring { position: fixed; pointer-events: none; border: 3px solid #1a6cf0; border-radius: 4px; box-sizing: border-box;
  box-shadow: 0 0 0 2px #fff; }
@media (forced-colors: active) { .newsgloss-ring { border-color: Highlight; box-shadow: none; } }
@media print { :host { display: none !important; } }
`;

export interface CardHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the view is rendered. */
  readonly frame: HTMLElement;
  /** Draws (or with null removes) the ring round the mention that the keyboard is on. */
  ring(boxes: readonly DOMRect[] | null): void;
  /** Undoes the CSS zoom of whatever the host stands in, so that a pixel of the card is a pixel of the window. */
  unzoom(): void;
  remove(): void;
}

/**
 * Makes the host near `anchor`: inside an open modal dialog or the full-screen element where there is one, since nothing
 * outside them can be clicked, else on the root element.
 */
export function openHost(document: Document, anchor: Element | null, css: string): CardHost | null {
  const container = anchor?.closest("dialog:modal") ?? document.fullscreenElement ?? document.documentElement;
  if (!container) return null;
  const element = document.createElement("div");
  const root = element.attachShadow({ mode: "closed" });
  // A constructed sheet: extension pages' own policy refuses style elements, and it works under every page's.
  const view = document.defaultView ?? globalThis;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(hostStyle + css);
  root.adoptedStyleSheets = [sheet];
  const frame = document.createElement("div");
  frame.className = "newsgloss-frame";
  root.append(frame);
  isolateEvents(element);
  container.append(element);
  // The top layer keeps the card above everything the page can stack; where popovers fail, z-index has to do.
  try {
    element.popover = "manual";
    element.showPopover();
  } catch {
    element.removeAttribute("popover");
  }
  let rings: HTMLElement[] = [];
  let zoom = "1";
  return {
    element,
    root,
    frame,
    ring(boxes) {
      for (const old of rings) old.remove();
      rings = (boxes ?? []).map((box) => {
        const ring = document.createElement("div");
        ring.className = "newsgloss-ring";
        ring.style.zoom = zoom;
        ring.style.left = `${box.left - 4}px`;
        ring.style.top = `${box.top - 4}px`;
        ring.style.width = `${box.width + 8}px`;
        ring.style.height = `${box.height + 8}px`;
        root.append(ring);
        return ring;
      });
    },
    unzoom() {
      // Zoom multiplies through every ancestor, and no style of the host's own can reset it.
      zoom = String(1 / (element.currentCSSZoom || 1));
      if (frame.style.zoom !== zoom) frame.style.zoom = zoom;
    },
    remove() {
      element.remove();
    },
  };
}

/** Removes hosts that a script of ours left standing; only Firefox lets an extension look into closed roots to know them. */
export function removeLeftHosts(document: Document): void {
  for (const element of document.querySelectorAll("div[popover=manual]")) {
    const { openOrClosedShadowRoot } = element as Element & { openOrClosedShadowRoot?: ShadowRoot | null };
    if (openOrClosedShadowRoot?.querySelector(".newsgloss-frame")) element.remove();
  }
}

/** Keys typed and clicks made in the card never reach the page's own handlers. */
function isolateEvents(element: HTMLElement): void {
  const types = [
    "keydown",
    "keyup",
    "keypress",
    "beforeinput",
    "input",
    "click",
    "dblclick",
    "auxclick",
    "contextmenu",
    "mousedown",
    "mouseup",
    "mousemove",
    "mouseover",
    "mouseout",
    "pointerdown",
    "pointerup",
    "pointermove",
    "pointerover",
    "pointerout",
    "touchstart",
    "touchend",
    "touchmove",
    "wheel",
    "focusin",
    "focusout",
    "copy",
    "cut",
    "paste",
    "selectstart",
    "dragstart",
  ];
  for (const type of types) element.addEventListener(type, (event) => event.stopPropagation());
}
