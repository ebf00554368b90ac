import { browser } from "wxt/browser";
import type { TabState } from "../../components/popup";
import { askReader } from "../../lib/messages";

export interface FoundTab {
  id: number | null;
  state: TabState;
}

/** The tab asked for, or the active one; undefined where it is gone. */
async function tabToRead(id: number | null) {
  if (id !== null) return browser.tabs.get(id).catch(() => undefined);
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
export async function findTab(id: number | null = null): Promise<FoundTab> {
  const tab = await tabToRead(id);
  if (tab?.id === undefined) return { id: null, state: { state: "browser-page" } };
  const report = await askReader(tab.id, { type: "report" });
  if (report)
    return { id: tab.id, state: { state: "report", report, once: !(await isAllowed(`https://${report.host}/*`)) } };
  const origin = originOf(tab.url);
  if (origin === null) return { id: tab.id, state: { state: "browser-page" } };
  if (!(await isAllowed(origin)))
    return { id: tab.id, state: { state: "no-access", host: new URL(tab.url ?? "").hostname } };
  return { id: tab.id, state: { state: "reload" } };
}

/**
 * Chrome gives the content script's sites at install; Firefox leaves them to the reader, and lets the script into a page of any
 * other site once, when the button is pressed there.
 */
async function isAllowed(origin: string): Promise<boolean> {
  return !import.meta.env.FIREFOX || (await browser.permissions.contains({ origins: [origin] }));
}
