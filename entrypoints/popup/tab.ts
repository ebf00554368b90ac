import { browser } from "wxt/browser";
import type { TabState } from "../../components/popup";
import { askReader } from "../../lib/messages";

export interface FoundTab {
  id: number | null;
  state: TabState;
}

/** Which tab the popup stands over: the active one, or for a popup opened as a page (Firefox for Android) the one named in its address. */
async function activeTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** The origin pattern of an address that an extension may read, or null for pages of the browser. */
export function originOf(address: string | undefined): string | null {
  if (address === undefined || !/^https?:/.test(address)) return null;
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** What there is to say of the tab. The address is known through `activeTab`, which the press on the button gives. */
export async function findTab(): Promise<FoundTab> {
  const tab = await activeTab();
  if (tab?.id === undefined) return { id: null, state: { state: "browser-page" } };
  const report = await askReader(tab.id, { type: "report" });
  if (report) return { id: tab.id, state: { state: "report", report } };
  const origin = originOf(tab.url);
  if (origin === null) return { id: tab.id, state: { state: "browser-page" } };
  // Chrome gives the content script's sites at install; Firefox leaves them to the reader.
  const allowed = !import.meta.env.FIREFOX || (await browser.permissions.contains({ origins: [origin] }));
  if (!allowed) return { id: tab.id, state: { state: "no-access", host: new URL(tab.url ?? "").hostname } };
  return { id: tab.id, state: { state: "reload" } };
}
