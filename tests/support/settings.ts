import type { PageReport, ToReader } from "../../lib/messages/schema";
import type { Settings } from "../../lib/settings/schema";
import type { TestBrowser, TestPage } from "./browser";

type Extension = {
  chrome: {
    storage: { local: { get(key: string): Promise<Record<string, object>>; set(value: object): Promise<void> } };
    tabs: {
      query(filter: object): Promise<{ id: number; url?: string }[]>;
      sendMessage(tab: number, message: object): Promise<unknown>;
    };
  };
};

const controls = new WeakMap<TestBrowser, Promise<TestPage>>();

/** An extension page kept open in each browser, on which tests use the extension's own API. */
export function controlPage(browser: TestBrowser): Promise<TestPage> {
  const open = controls.get(browser) ?? browser.page(`${browser.origin}/options.html`);
  controls.set(browser, open);
  return open;
}

/** Writes settings as the popup does, from an extension page; open tabs follow. */
export async function writeSettings(browser: TestBrowser, change: Record<string, unknown>): Promise<void> {
  const page = await controlPage(browser);
  await page.evaluate(async (wanted) => {
    const { local } = (globalThis as unknown as Extension).chrome.storage;
    const stored = (await local.get("settings")).settings ?? {};
    await local.set({ settings: { ...stored, ...wanted, version: 1 } });
  }, change);
}

/** The stored settings, as far as any were stored. */
export async function readStored(browser: TestBrowser): Promise<Partial<Settings>> {
  const page = await controlPage(browser);
  return page.evaluate(async () => {
    const { local } = (globalThis as unknown as Extension).chrome.storage;
    return ((await local.get("settings")).settings ?? {}) as Partial<Settings>;
  }, null);
}

/** Sends a message to the reader of a page, as popup and panel do; null where none answers. */
export async function askReader(
  browser: TestBrowser,
  page: TestPage,
  message: ToReader = { type: "report" },
): Promise<PageReport | null> {
  return askHost(browser, new URL(await page.evaluate(() => location.href, null)).hostname, message);
}

/** The same by host name, for pages in which a test can run nothing. */
export async function askHost(
  browser: TestBrowser,
  host: string,
  message: ToReader = { type: "report" },
): Promise<PageReport | null> {
  // Without the `tabs` permission an extension can't see addresses, so each tab is asked and told apart by host.
  const control = await controlPage(browser);
  return control.evaluate(
    async ({ wanted, site }) => {
      const { tabs } = (globalThis as unknown as Extension).chrome;
      for (const tab of await tabs.query({})) {
        const report = (await tabs.sendMessage(tab.id, { type: "report" }).catch(() => null)) as PageReport | null;
        if (report?.host !== site) continue;
        return wanted.type === "report" ? report : ((await tabs.sendMessage(tab.id, wanted)) as PageReport | null);
      }
      return null;
    },
    { wanted: message, site: host },
  );
}
