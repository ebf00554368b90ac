/**
 * Notices that a page became another one without loading. Page history is never patched: a content script's patch would
 * not reach the page's own calls, and an injected one can be seen. The Navigation API tells where it exists; elsewhere
 * the address is compared when the page changes, which a new story always does.
 */

/** The part of an address that makes it another page: fragments count only where they carry a route ("#/", "#!"). */
export function pageAddress(address: string): string {
  const hash = address.indexOf("#");
  if (hash < 0 || /^#(?:!|\/)/.test(address.slice(hash))) return address;
  return address.slice(0, hash);
}

type NavigationTarget = Pick<EventTarget, "addEventListener">;

function navigationOf(window: Window): NavigationTarget | null {
  // Chrome 102, Firefox 147; absent at our floor in Firefox.
  const navigation: unknown = Reflect.get(window, "navigation");
  return typeof navigation === "object" && navigation !== null && "addEventListener" in navigation
    ? (navigation as NavigationTarget)
    : null;
}

/** How long the page must rest after its address changed before it counts as the new one, and the longest wait. */
const REST = 150;
const LONGEST = 2000;

export interface NavigationWatch {
  /** Compares the address: to be called when the page changed. */
  noticeChange(): void;
  /** Attaches the listeners again: `document.open()` takes them away. */
  listen(): void;
}

/**
 * Calls `onNavigate` once per new address, when the page has changed and then rested: frameworks set the address first
 * and bring the story later.
 */
export function watchNavigation(window: Window, signal: AbortSignal, onNavigate: () => void): NavigationWatch {
  let known = pageAddress(window.location.href);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leftAt: number | null = null;
  let listening = new AbortController();

  const arrive = () => {
    leftAt = null;
    if (!signal.aborted) onNavigate();
  };
  const check = (changed: boolean) => {
    if (signal.aborted) return;
    const address = pageAddress(window.location.href);
    const isNew = address !== known;
    if (isNew) {
      known = address;
      leftAt ??= performance.now();
    }
    if (leftAt === null || !(isNew || changed)) return;
    clearTimeout(timer);
    const left = leftAt + LONGEST - performance.now();
    timer = setTimeout(arrive, isNew && !changed ? left : Math.min(REST, Math.max(0, left)));
  };
  const listen = () => {
    listening.abort();
    listening = new AbortController();
    const options = { signal: AbortSignal.any([signal, listening.signal]), passive: true };
    navigationOf(window)?.addEventListener("currententrychange", () => check(false), options);
    for (const name of ["popstate", "hashchange"]) window.addEventListener(name, () => check(false), options);
    window.addEventListener("pageshow", (event) => event.persisted && check(false), options);
  };
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  listen();
  return { noticeChange: () => check(true), listen };
}
