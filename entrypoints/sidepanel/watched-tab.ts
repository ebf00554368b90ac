import { signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { askReader, overhearReaders, type PageReport } from "../../lib/messages";
import { namedTab } from "../shared/named-tab";

/** The tab that the panel speaks of, and what its reader says. A page's text never comes here. */
export const watched = signal<{ tab: number | null; report: PageReport | null; asked: boolean }>({
  tab: null,
  report: null,
  asked: false,
});

/** Asks the reader again, some time later: it needs a moment to follow a page or a setting. */
export async function look(): Promise<void> {
  const named = namedTab();
  const [active] = named === null ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
  const tab = named ?? active?.id ?? null;
  const report = tab === null ? null : await askReader(tab, { type: "report" });
  watched.value = { tab, report, asked: true };
  // A reader that finds nothing more says nothing of it.
  if (report?.isReading) lookSoon();
}

let waiting: ReturnType<typeof setTimeout> | undefined;
export function lookSoon(milliseconds = 250): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void look(), milliseconds);
}

/** Follows the reader from tab to tab and page to page. */
export function watchTabs(): void {
  // A page that became another one without loading, and text that came later: the browser says nothing of either.
  overhearReaders((tab) => {
    if (tab === watched.value.tab) lookSoon(50);
  }, new AbortController().signal);
  browser.tabs.onActivated.addListener(() => lookSoon(0));
  browser.tabs.onUpdated.addListener((tab, change) => {
    if (tab === watched.value.tab && change.status === "complete") lookSoon(600);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") lookSoon(0);
  });
}
