/** Conditions 31–33, and the faults of issue 8: sleeping workers, storage, touch, motion, pages without script. */
import type { CDPSession, Page as PlaywrightPage } from "playwright-core";
import type { Page as PuppeteerPage } from "puppeteer-core";
import { expect, it } from "vitest";
import { firefoxAddOnId } from "../../scripts/tools/launch";
import type { Point, TestPage } from "../support/browser";
import { FirefoxWindow } from "../support/firefox-window";
import { askReader, controlPage } from "../support/settings";
import { until } from "../support/until";
import { pointOf } from "../support/words";
import { story, watchScript } from "./support/fixtures";
import { alteredPackage } from "./support/packages";
import {
  errorsOf,
  expectCardWorks,
  found,
  highlightCount,
  hostCount,
  inBothBrowsers,
  openCard,
  startingSettings,
} from "./support/suite";

interface Storing {
  chrome: {
    storage: {
      local: { set(value: object): Promise<void>; get(key: string): Promise<Record<string, Record<string, unknown>>> };
    };
  };
}

async function store(page: TestPage, settings: unknown): Promise<void> {
  await page.evaluate(
    (value) => (globalThis as unknown as Storing).chrome.storage.local.set({ settings: value }),
    settings,
  );
}

/** Makes a page one of a touch screen, in Chromium; Firefox takes touches as they come. */
async function withTouch(page: TestPage): Promise<CDPSession | null> {
  if (page.browser !== "chromium") return null;
  const driver = page.driver as PlaywrightPage;
  const session = await driver.context().newCDPSession(driver);
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  return session;
}

async function tap(page: TestPage, session: CDPSession | null, point: Point): Promise<void> {
  if (!session) return (page.driver as PuppeteerPage).touchscreen.tap(point.x, point.y);
  await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
  await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

inBothBrowsers("faults, touch and quiet devices", (hostile, name) => {
  it("31: corrupt and old settings give safe defaults, in open pages and new ones", async () => {
    const control = await controlPage(hostile.browser);
    const open = await hostile.open("before", story());
    await found(hostile, open);
    for (const stored of [
      "rubbish",
      7,
      { version: 1, on: "maybe", openDelay: -4, sitesOff: [null], language: "en" },
      { enabled: true, privateMode: false },
    ]) {
      await store(control, stored);
      await until(async () => ((await askReader(hostile.browser, open))?.mentions ?? 0) > 0, "the open page to go on");
      const page = await hostile.open(`after-${typeof stored}`, story());
      const report = await found(hostile, page);
      expect(report.standstill).toBe(null);
      expect(errorsOf(page)).toEqual([]);
      await page.close();
    }
    await store(control, startingSettings);
    expect(errorsOf(open)).toEqual([]);
  });

  it("31: a background that was put to sleep answers the next page", async () => {
    const first = await hostile.open("awake", story());
    await found(hostile, first);
    if (name === "chromium") {
      const session = await (first.driver as PlaywrightPage).context().newCDPSession(first.driver as PlaywrightPage);
      await session.send("ServiceWorker.enable");
      await session.send("ServiceWorker.stopAllWorkers");
      await session.detach();
    } else {
      const state = await (await FirefoxWindow.of(hostile.browser)).run<string>(
        `const { extension } = WebExtensionPolicy.getByID("${firefoxAddOnId}");
          await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
          return extension.backgroundState;`,
      );
      expect(state).toBe("stopped");
    }
    const second = await hostile.open("asleep", story());
    await found(hostile, second);
    await expectCardWorks(second);
    expect(errorsOf(second)).toEqual([]);
  });

  it("31: settings written from several pages at once never lose one another", async () => {
    const control = await controlPage(hostile.browser);
    const others = [hostile.keep(await hostile.browser.page(`${hostile.browser.origin}/options.html`))];
    const pages = [control, ...others];
    const add = (page: TestPage, turn: number): Promise<void> =>
      page.evaluate(async (wanted) => {
        const { local } = (globalThis as unknown as Storing).chrome.storage;
        await navigator.locks.request("newsgloss-settings", async () => {
          const settings = (await local.get("settings")).settings ?? {};
          const muted = (settings.mutedEntities as string[] | undefined) ?? [];
          await local.set({ settings: { ...settings, mutedEntities: [...muted, wanted] } });
        });
      }, `entity-${turn}`);
    await Promise.all(Array.from({ length: 20 }, (_, turn) => add(pages[turn % pages.length] ?? control, turn)));
    const muted = await control.evaluate(async () => {
      const { settings } = await (globalThis as unknown as Storing).chrome.storage.local.get("settings");
      return settings?.mutedEntities as string[];
    }, null);
    expect(new Set(muted).size).toBe(20);
    await store(control, startingSettings);
  });

  it("32: a tap on a word in a link opens the card, a second tap follows the link", async () => {
    hostile.browser.proxy.serve("http://touch.hostile.test/next", "<!doctype html><title>Next</title>");
    const html = story().replace("Mayor Lori Lightfoot", 'Mayor <a href="/next">Lori Lightfoot</a>');
    const page = await hostile.open("touch", html);
    await found(hostile, page);
    await page.front();
    const session = await withTouch(page);
    const word = await pointOf(page, "Lori Lightfoot");
    await tap(page, session, word);
    await page.card.waitOpen();
    expect(await page.evaluate(() => location.pathname, null)).not.toBe("/next");
    await tap(page, session, word);
    await until(
      () => page.evaluate(() => location.pathname === "/next", null).catch(() => false),
      "the second tap to follow the link",
    );
    expect(errorsOf(page)).toEqual([]);
  });

  it("32: a tap beside the card closes it", async () => {
    const page = await hostile.open("touch-beside", story());
    await found(hostile, page);
    await page.front();
    const session = await withTouch(page);
    await tap(page, session, await pointOf(page, "Lori Lightfoot"));
    await page.card.waitOpen();
    await tap(page, session, { x: 20, y: 400 });
    await page.card.waitClosed();
    expect(errorsOf(page)).toEqual([]);
  });

  // Firefox's driver can't move a pen.
  if (name === "chromium")
    it("32: a pen that hovers is a pointer", async () => {
      const page = await hostile.open("pen", story());
      await found(hostile, page);
      const { x, y } = await pointOf(page, "Lori Lightfoot");
      await page.front();
      const driver = page.driver as PlaywrightPage;
      const session = await driver.context().newCDPSession(driver);
      for (const across of [x + 2, x])
        await session.send("Input.dispatchMouseEvent", { type: "mouseMoved", x: across, y, pointerType: "pen" });
      await page.card.waitOpen();
      expect(errorsOf(page)).toEqual([]);
    });

  if (name === "chromium")
    it("33: on a device six times slower the card opens all the same", async () => {
      const page = await hostile.open("slow", story());
      const driver = page.driver as PlaywrightPage;
      const session = await driver.context().newCDPSession(driver);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
      await page.reload();
      await found(hostile, page);
      await expectCardWorks(page);
      expect(errorsOf(page)).toEqual([]);
    });

  it("33: a static page works, and with reduced motion nothing of ours moves", async () => {
    const html = story().replace(`<script>${watchScript}</script>`, "");
    const page = await hostile.open("static", {
      body: html,
      headers: { "content-security-policy": "script-src 'none'" },
    });
    await page.setCalm(true);
    await until(
      () => page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches, null),
      "reduced motion to be asked for",
    );
    await found(hostile, page);
    await openCard(page, "Lori Lightfoot");
    if (name === "chromium") {
      for (const [property, none] of [
        ["animation-name", /^none$/],
        ["transition-duration", /^0s(, 0s)*$|^1e-05s$|^0\.0+1s$/],
      ] as const)
        expect(await page.card.style(".card", property)).toMatch(none);
    }
    expect(await page.evaluate(() => document.getAnimations().length, null)).toBe(0);
    await page.press("Escape");
    await page.card.waitClosed();
    expect(errorsOf(page)).toEqual([]);
  });
});

inBothBrowsers(
  "a reader whose storage throws",
  (hostile) => {
    it("31: it goes on with defaults and throws nothing at the page", async () => {
      const page = await hostile.open("throwing", story());
      await found(hostile, page);
      expect(await highlightCount(page)).toBeGreaterThan(0);
      expect(await hostCount(page)).toBe(0);
      expect(errorsOf(page)).toEqual([]);
    });
  },
  (name) => ({
    package: alteredPackage(name, ({ manifest, read, write }) => {
      const path = manifest.content_scripts[0]?.js[0] ?? "";
      const spoil =
        "for(const api of [globalThis.chrome,globalThis.browser])if(api?.storage)for(const way of['get','set'])api.storage.local[way]=()=>{throw new Error('quota')};";
      write(path, spoil + read(path));
    }),
  }),
);
