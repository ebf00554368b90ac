/** What stands on the extension's toolbar button for the tab in front. */
import type { BrowserContext } from "playwright-core";
import type { TestBrowser, TestPage } from "./browser";
import { FirefoxWindow } from "./firefox-window";
import { controlPage } from "./settings";

const firefoxButton = "newsgloss_newsgloss_example-browser-action";

type Calls = { picture: string; tab: number | null }[];
interface Chrome {
  action: {
    setIcon(details: { tabId?: number; path: Record<number, string> }): Promise<void>;
    getBadgeText(details: { tabId: number }): Promise<string>;
  };
  tabs: { query(filter: object): Promise<{ id: number; active: boolean }[]> };
}

export interface Toolbar {
  /** "on", or "off" for the grey picture, as the tab in front has it. */
  picture(page: TestPage): Promise<"on" | "off">;
  badge(page: TestPage): Promise<string>;
}

/**
 * Chromium has no way to ask which picture a button has: each change is noted in the background as it passes to the browser.
 * A tab's own picture stands over the one for all tabs until the tab moves on.
 */
async function chromiumToolbar(browser: TestBrowser): Promise<Toolbar> {
  const [worker] = (browser.driver as BrowserContext).serviceWorkers();
  if (!worker) throw new Error("the background does not run");
  await worker.evaluate(() => {
    const { action } = (globalThis as unknown as { chrome: Chrome }).chrome;
    const calls: Calls = [];
    const set = action.setIcon.bind(action);
    action.setIcon = async (details) => {
      await set(details);
      calls.push({ picture: details.path[16] ?? "", tab: details.tabId ?? null });
    };
    Object.assign(globalThis, { newsglossTestCalls: calls });
  });
  const tabInFront = async (page: TestPage): Promise<number> => {
    await page.front();
    return (await controlPage(browser)).evaluate(async () => {
      const { tabs } = (globalThis as unknown as { chrome: Chrome }).chrome;
      return (await tabs.query({ active: true })).at(0)?.id ?? -1;
    }, null);
  };
  return {
    async picture(page) {
      const tab = await tabInFront(page);
      const calls = await worker.evaluate(
        () => (globalThis as unknown as { newsglossTestCalls: Calls }).newsglossTestCalls,
      );
      const last = calls.findLast((call) => call.tab === tab) ?? calls.findLast((call) => call.tab === null);
      return last?.picture === "/icon/16-off.png" ? "off" : "on";
    },
    async badge(page) {
      const tab = await tabInFront(page);
      return worker.evaluate(
        (tabId) => (globalThis as unknown as { chrome: Chrome }).chrome.action.getBadgeText({ tabId }),
        tab,
      );
    },
  };
}

async function firefoxToolbar(browser: TestBrowser): Promise<Toolbar> {
  const window = await FirefoxWindow.of(browser);
  await window.run(`CustomizableUI.addWidgetToArea("${firefoxButton}", "nav-bar");`);
  const button = `document.getElementById("${firefoxButton}").querySelector(".unified-extensions-item-action-button")`;
  return {
    async picture(page) {
      await page.front();
      const image = await window.run<string>(
        `return getComputedStyle(${button}).getPropertyValue("--webextension-toolbar-image")`,
      );
      return image.includes("/icon/16-off.png") ? "off" : "on";
    },
    async badge(page) {
      await page.front();
      return window.run<string>(`return ${button}.getAttribute("badge") ?? ""`);
    },
  };
}

export function openToolbar(browser: TestBrowser): Promise<Toolbar> {
  return browser.name === "chromium" ? chromiumToolbar(browser) : firefoxToolbar(browser);
}
