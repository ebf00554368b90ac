import type { TestBrowser, TestPage } from "./browser";

/** Writes settings as the popup does, from an extension page; open tabs follow. */
export async function writeSettings(browser: TestBrowser, change: Record<string, unknown>): Promise<void> {
  const page = await settingsPage(browser);
  await page.evaluate(async (wanted) => {
    type Area = { get(key: string): Promise<Record<string, object>>; set(value: object): Promise<void> };
    const extension = globalThis as unknown as { chrome: { storage: { local: Area } } };
    const { local } = extension.chrome.storage;
    const stored = (await local.get("settings")).settings ?? {};
    await local.set({ settings: { ...stored, ...wanted, version: 1 } });
  }, change);
  await page.close();
}

/** An extension page to run code on. */
export function settingsPage(browser: TestBrowser): Promise<TestPage> {
  return browser.page(`${browser.origin}/popup.html`);
}
