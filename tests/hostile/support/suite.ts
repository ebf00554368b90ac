/** What every hostile test shares: one browser a file, one page and one host name a condition, and the promises to check. */
import type { Page as PlaywrightPage } from "playwright-core";
import type { Page as PuppeteerPage } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from "vitest";
import type { PageReport } from "../../../lib/messages/schema";
import {
  type BrowserName,
  browserNames,
  openBrowser,
  type Point,
  type TestBrowser,
  type TestBrowserOptions,
  type TestPage,
} from "../../support/browser";
import type { FixturePage } from "../../support/proxy";
import { askReader, controlPage } from "../../support/settings";
import { until } from "../../support/until";
import { pointOf } from "../../support/words";
import { storyEntities } from "./fixtures";

export interface Hostile {
  readonly browser: TestBrowser;
  /** Serves `page` as an article's address on a host of its own, and opens it. */
  open(host: string, page: FixturePage | string): Promise<TestPage>;
  /** Pages opened by other means, to be closed after the test. */
  keep(page: TestPage): TestPage;
}

export function addressOf(host: string): string {
  return `http://${host}.hostile.test/2019/07/12/chicago-mayor-says-police-will-not-join`;
}

/** One browser of each name for all files that ask for nothing special: the project runs its files in one process. */
const kept = globalThis as typeof globalThis & { hostileBrowsers?: Map<BrowserName, Promise<TestBrowser>> };

function sharedBrowser(name: BrowserName): Promise<TestBrowser> {
  kept.hostileBrowsers ??= new Map();
  const open = kept.hostileBrowsers.get(name) ?? openBrowser(name, { backForwardCache: true });
  kept.hostileBrowsers.set(name, open);
  // The drivers kill their browsers when this process exits; a signal alone would not make it exit.
  if (kept.hostileBrowsers.size === 1) process.once("SIGTERM", () => process.exit(143));
  return open;
}

/** What every test begins with, whatever the one before it left. */
export const startingSettings = { version: 1, openDelay: 60, language: "en" };

/**
 * Runs `define` once for each browser; pages are closed after each test. The browser is the one that all share, unless
 * `options` ask for one of another sort, which is closed at the end: whatever breaks its browser must ask.
 */
export function inBothBrowsers(
  title: string,
  define: (hostile: Hostile, name: BrowserName) => void,
  options?: TestBrowserOptions | ((name: BrowserName) => TestBrowserOptions),
): void {
  describe.each(browserNames)(`${title} in %s`, (name) => {
    let browser: TestBrowser | undefined;
    let isWritable = true;
    const pages: TestPage[] = [];
    const hostile: Hostile = {
      get browser() {
        if (!browser) throw new Error("the browser is not open yet");
        return browser;
      },
      async open(host, page) {
        const address = addressOf(host);
        this.browser.proxy.serve(address, page);
        const opened = this.keep(await this.browser.page());
        await opened.goto(address);
        return opened;
      },
      keep(page) {
        pages.push(page);
        return page;
      },
    };
    beforeAll(async () => {
      const chosen = typeof options === "function" ? options(name) : options;
      isWritable = chosen?.unwritable !== true;
      browser = chosen ? await openBrowser(name, chosen) : await sharedBrowser(name);
    });
    beforeEach(() => (isWritable ? resetSettings(hostile.browser) : undefined));
    afterEach(async () => {
      for (const page of pages.splice(0)) await page.close().catch(() => undefined);
    });
    afterAll(() => (options ? browser?.close() : undefined));
    define(hostile, name);
  });
}

async function resetSettings(browser: TestBrowser): Promise<void> {
  const control = await controlPage(browser);
  await control.evaluate(
    (settings) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set(value: object): Promise<void> } } } }
      ).chrome.storage.local.set({ settings }),
    startingSettings,
  );
}

/** Waits until the reader of a page has found `entities`, and returns its report. */
export async function found(
  hostile: Hostile,
  page: TestPage,
  entities: readonly string[] = storyEntities,
): Promise<PageReport> {
  let report: PageReport | null = null;
  await until(
    async () => {
      report = await askReader(hostile.browser, page);
      const there = new Set(report?.entities.map((entity) => entity.entity));
      return entities.every((entity) => there.has(entity));
    },
    `${entities.join(", ")} to be found`,
    15_000,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; the reader said ${JSON.stringify(report)?.slice(0, 600)}`);
  });
  if (!report) throw new Error("no reader answered");
  return report;
}

/** The page's HTML is what its own witness saw at first, and no script made a change. */
export async function expectUntouched(page: TestPage): Promise<void> {
  const seen = await page.evaluate(() => {
    const { witness } = window as unknown as { witness: { html: string; records: string[] } };
    return { html: witness.html, now: document.documentElement.outerHTML, records: witness.records };
  }, null);
  expect(seen.html.length).toBeGreaterThan(100);
  expect(seen.now).toBe(seen.html);
  expect(seen.records).toEqual([]);
}

/** The page's HTML is what its own witness saw at first, whatever came and went between. */
export async function expectUntouchedHtml(page: TestPage): Promise<void> {
  const [first, now] = await page.evaluate(() => {
    const { witness } = window as unknown as { witness: { html: string } };
    return [witness.html, document.documentElement.outerHTML];
  }, null);
  expect(first?.length).toBeGreaterThan(100);
  expect(now).toBe(first);
}

/** Errors in the page's console, without those of files that fixtures do not have. */
export function errorsOf(page: TestPage): string[] {
  return page.errors.filter((error) => !/\b404\b/.test(error));
}

/** Rests the pointer on words until their card opens. */
export function openCard(page: TestPage, words: string, nth = 0): Promise<void> {
  return openCardAt(page, () => pointOf(page, words, nth), `the card of “${words}” to open`);
}

/** Rests the pointer on a point, once that stands still, until a card opens. */
export async function openCardAt(page: TestPage, where: () => Promise<Point>, what = "a card to open"): Promise<void> {
  await page.front();
  await page.move(await freePoint(page));
  const point = await standing(page, where);
  await page.move({ x: point.x + 2, y: point.y });
  await page.move(point);
  await page.card.waitOpen().catch(() => {
    throw new Error(`waited for ${what}`);
  });
}

/** A point of the window with no word under it: a pointer that rests on another marked word opens another card. */
function freePoint(page: TestPage): Promise<Point> {
  return page.evaluate(() => {
    const hasWord = (x: number, y: number): boolean => {
      const caret = document.caretPositionFromPoint(x, y);
      if (!(caret?.offsetNode instanceof Text)) return false;
      const range = document.createRange();
      range.setStart(caret.offsetNode, Math.max(0, caret.offset - 1));
      range.setEnd(caret.offsetNode, Math.min(caret.offsetNode.data.length, caret.offset + 1));
      return [...range.getClientRects()].some(
        (box) => x >= box.left - 4 && x <= box.right + 4 && y >= box.top - 4 && y <= box.bottom + 4,
      );
    };
    for (let y = 3; y < innerHeight; y += 7)
      for (let x = 3; x < innerWidth; x += 7) if (!hasWord(x, y)) return { x, y };
    return { x: 3, y: 3 };
  }, null);
}

/** A point that was the same in two frames: a dialog or the full screen that is being drawn is not what the pointer meets yet. */
async function standing(page: TestPage, where: () => Promise<Point>): Promise<Point> {
  let point = await where();
  await until(async () => {
    const before = point;
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      null,
    );
    point = await where();
    return point.x === before.x && point.y === before.y;
  }, "the words to stand still");
  return point;
}

/** Opens the card of the first words as the key does that steps through them. */
export async function openCardByKey(hostile: Hostile, page: TestPage): Promise<void> {
  await page.front();
  await askReader(hostile.browser, page, { type: "step", direction: "next" });
  await page.card.waitOpen();
}

/** Opens the mayor's card and checks that it speaks: its date stands nowhere in the story. */
export async function expectCardWorks(page: TestPage): Promise<void> {
  await openCard(page, "Lori Lightfoot");
  await until(() => page.card.shows("May 2019 – May 2023"), "the mayor's card to say when she took office");
  await page.press("Escape");
  await page.card.waitClosed();
}

/** How many elements match, seen from a world of the driver's own that the page can't have tampered with. */
export async function countSafely(page: TestPage, selector: string): Promise<number> {
  if (page.browser === "chromium") return (page.driver as PlaywrightPage).locator(selector).count();
  return (await (page.driver as PuppeteerPage).$$(selector)).length;
}

/** The card's box, from the points whose topmost element is its host: so it also tells that nothing lies over it. */
export async function cardBox(page: TestPage): Promise<{ left: number; top: number; right: number; bottom: number }> {
  let box: { left: number; top: number; right: number; bottom: number } | null = null;
  await until(async () => {
    box = await page.evaluate(() => {
      const step = 4;
      const found = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
      for (let y = 1; y < innerHeight; y += step)
        for (let x = 1; x < innerWidth; x += step) {
          if (!document.elementFromPoint(x, y)?.matches("div[popover=manual]:popover-open")) continue;
          found.left = Math.min(found.left, x);
          found.top = Math.min(found.top, y);
          found.right = Math.max(found.right, x);
          found.bottom = Math.max(found.bottom, y);
        }
      return found.right > 0 ? found : null;
    }, null);
    return box !== null;
  }, "the card to lie on top somewhere");
  if (!box) throw new Error("no card");
  return box;
}

/** Asserts that something stays as it is for a while: for what must not happen, when nothing marks its absence. */
export async function expectToStay(holds: () => Promise<boolean>, what: string, milliseconds = 600): Promise<void> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    expect(await holds(), what).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** How many highlights are registered, as the page itself sees it. */
export function highlightCount(page: TestPage): Promise<number> {
  return page.evaluate(() => CSS.highlights.size, null);
}

/** How many hosts of ours stand on the page. */
export function hostCount(page: TestPage): Promise<number> {
  return page.evaluate(() => document.querySelectorAll("div[popover=manual]").length, null);
}
