/** Faults: what may break under an extension at any time. Nothing may be lost, nothing thrown at a page, and what can come back must. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page as PlaywrightPage } from "playwright-core";
import type { Page as PuppeteerPage } from "puppeteer-core";
import { expect, it } from "vitest";
import { firefoxAddOnId } from "../../scripts/tools/launch";
import type { BrowserName, TestBrowserOptions, TestPage } from "../support/browser";
import { askReader, controlPage, writeSettings } from "../support/settings";
import { until } from "../support/until";
import { rest } from "../support/words";
import { story } from "./support/fixtures";
import { alteredPackage } from "./support/packages";
import {
  addressOf,
  errorsOf,
  expectCardWorks,
  expectToStay,
  found,
  type Hostile,
  highlightCount,
  hostCount,
  inBothBrowsers,
  openCard,
} from "./support/suite";

type Stored = Record<string, unknown>;
interface Extension {
  chrome: {
    storage: {
      local: {
        set(values: Stored): Promise<void>;
        get(keys: string[] | null): Promise<Stored>;
        remove(keys: string[]): Promise<void>;
      };
    };
    tabs: {
      create(options: { url: string; active: boolean }): Promise<{ id: number }>;
      remove(tabs: number[]): Promise<void>;
      query(filter: object): Promise<{ id: number }[]>;
      sendMessage(tab: number, message: object): Promise<{ host?: string; mentions?: number } | undefined>;
    };
  };
}

async function stored(hostile: Hostile): Promise<Stored> {
  const control = await controlPage(hostile.browser);
  return control.evaluate(() => (globalThis as unknown as Extension).chrome.storage.local.get(null), null);
}

async function store(hostile: Hostile, values: Stored): Promise<void> {
  const control = await controlPage(hostile.browser);
  await control.evaluate((wanted) => (globalThis as unknown as Extension).chrome.storage.local.set(wanted), values);
}

const settingsOf = async (hostile: Hostile): Promise<Stored> => ((await stored(hostile)).settings ?? {}) as Stored;

/** Presses the first switch of one of the extension's pages, and tells what it says of itself. */
function pressFirstSwitch(page: TestPage): Promise<void> {
  return page.evaluate(() => document.querySelector<HTMLElement>("[role=switch]")?.click(), null);
}
/** The switch of the whole extension; those of the sources stand before it. */
function pressMainSwitch(page: TestPage): Promise<void> {
  return page.evaluate(() => {
    const switches = [...document.querySelectorAll<HTMLElement>("[role=switch]")];
    switches.find((one) => one.textContent?.includes("Explain news as I read"))?.click();
  }, null);
}
function says(page: TestPage, words: string): Promise<boolean> {
  return page.evaluate((wanted) => document.body.textContent?.includes(wanted) ?? false, words);
}
async function openPopup(hostile: Hostile): Promise<TestPage> {
  const popup = hostile.keep(await hostile.browser.page(`${hostile.browser.origin}/popup.html`));
  await until(() => popup.evaluate(() => document.querySelector("[role=switch]") !== null, null), "the popup to draw");
  return popup;
}

/** A background that keeps the first question of a page for itself until it is told otherwise, and can be made to die. */
const holding = `{
  const api = globalThis.browser ?? globalThis.chrome;
  const events = api.runtime.onMessage;
  const add = events.addListener.bind(events);
  events.addListener = (listener) => add((message, sender, answer) => {
    if (message.type !== "records" || !sender.url?.includes("held.")) return listener(message, sender, answer);
    api.storage.local.get(["release"]).then(({ release }) => {
      if (!release) return api.storage.local.set({ held: true });
      const outcome = listener(message, sender, answer);
      if (outcome?.then) outcome.then(answer);
    });
    return true;
  });
  api.storage.onChanged.addListener((changes) => { if (changes.die?.newValue && globalThis.location?.reload && typeof window !== "undefined") location.reload(); });
}`;

inBothBrowsers(
  "a background that dies",
  (hostile, name) => {
    it("while it answers is asked again: the words are found without a reload", async () => {
      await store(hostile, { release: false, held: false });
      const page = await hostile.open("held", story());
      await until(async () => (await stored(hostile)).held === true, "the question to arrive");
      await store(hostile, { release: true });
      if (name === "chromium") {
        const session = await (page.driver as PlaywrightPage).context().newCDPSession(page.driver as PlaywrightPage);
        await session.send("ServiceWorker.enable");
        await session.send("ServiceWorker.stopAllWorkers");
        await session.detach();
      } else await store(hostile, { die: true });
      await found(hostile, page);
      await expectCardWorks(page);
      expect(errorsOf(page)).toEqual([]);
    });
  },
  (name) => ({
    package: alteredPackage(name, ({ read, write }) => write("background.js", holding + read("background.js"))),
  }),
);

/** Lets a test mute names from a page's reader, as cards do, at a moment of its own choosing. */
const muting = `document.addEventListener("planted-mute", ({ detail }) => {
  for (const entity of String(detail).split(" ")) (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ type: "mute", entity });
});`;

inBothBrowsers(
  "settings",
  (hostile) => {
    it("changed in the popup, the settings page and from a card at the same time are all kept", async () => {
      const page = await hostile.open("writers", story());
      await found(hostile, page);
      const popup = await openPopup(hostile);
      const options = hostile.keep(await hostile.browser.page(`${hostile.browser.origin}/options.html`));
      const boxes = (): Promise<number> =>
        options.evaluate(() => document.querySelectorAll("[role=switch]").length, null);
      await until(async () => (await boxes()) > 10, "the settings page to draw");
      const muted = Array.from({ length: 12 }, (_, turn) => `entity-${turn}`);
      await Promise.all([
        pressFirstSwitch(popup),
        options.evaluate(() => {
          for (const sign of document.querySelectorAll<HTMLElement>("[role=switch][aria-checked=true]")) sign.click();
        }, null),
        page.evaluate((names) => {
          document.dispatchEvent(new CustomEvent("planted-mute", { detail: names.join(" ") }));
        }, muted),
      ]);
      const kept = async (): Promise<Record<string, number | boolean>> => {
        const { on, hiddenKinds, hiddenGroups, mutedEntities } = (await settingsOf(hostile)) as Record<
          string,
          string[]
        >;
        return {
          on: Boolean(on),
          kinds: hiddenKinds?.length ?? 0,
          groups: hiddenGroups?.length ?? 0,
          muted: mutedEntities?.length ?? 0,
        };
      };
      await until(
        async () => JSON.stringify(await kept()) === JSON.stringify({ on: false, kinds: 10, groups: 7, muted: 12 }),
        "every change to be kept",
      ).catch(async (error: Error) => {
        throw new Error(`${error.message}: ${JSON.stringify(await kept())}`);
      });
      await writeSettings(hostile.browser, { on: true, hiddenKinds: [], hiddenGroups: [], mutedEntities: [] });
      await found(hostile, page);
      expect(errorsOf(page)).toEqual([]);
    });
  },
  (name) => ({
    package: alteredPackage(name, ({ manifest, read, write }) => {
      const path = manifest.content_scripts[0]?.js[0] ?? "";
      write(path, muting + read(path));
    }),
  }),
);

inBothBrowsers(
  "a storage that is full",
  (hostile, name) => {
    it("loses no setting, says so to the reader, and takes the next change when there is room", async () => {
      await writeSettings(hostile.browser, { sitesOff: ["kept.example"] });
      const page = await hostile.open("full", story());
      await found(hostile, page);
      const popup = await openPopup(hostile);
      await fill(hostile, popup, name);
      await pressMainSwitch(popup);
      await until(() => says(popup, "was not saved"), "the popup to say that nothing was saved");
      expect(await settingsOf(hostile)).toMatchObject({ sitesOff: ["kept.example"] });
      expect((await settingsOf(hostile)).on ?? true).toBe(true);
      await expectCardWorks(page);
      await empty(hostile, popup, name);
      await pressMainSwitch(popup);
      await until(async () => (await settingsOf(hostile)).on === false, "the change to be kept");
      await until(async () => !(await says(popup, "was not saved")), "the notice to go");
      await until(
        async () => (await askReader(hostile.browser, page))?.standstill === "off",
        "the open page to follow",
      );
      await writeSettings(hostile.browser, { on: true, sitesOff: [] });
      await found(hostile, page);
      expect(errorsOf(page)).toEqual([]);
    });
  },
  {},
);

/** Chromium: the real quota, filled to the last byte. Firefox sets storage.local none, so its write is made to fail in the popup. */
async function fill(hostile: Hostile, popup: TestPage, name: BrowserName): Promise<void> {
  if (name === "firefox") {
    await popup.evaluate(() => {
      const { chrome, browser } = globalThis as unknown as Extension & { browser: Extension["chrome"] };
      const full = (): Promise<void> => Promise.reject(new DOMException("The quota is exceeded", "QuotaExceededError"));
      const both = [chrome.storage.local, browser.storage.local].map((local) => ({ local, set: local.set }));
      for (const { local } of both) local.set = full;
      Reflect.set(globalThis, "emptyAgain", () => {
        for (const { local, set } of both) local.set = set;
      });
    }, null);
    return;
  }
  const control = await controlPage(hostile.browser);
  await control.evaluate(async () => {
    const { local } = (globalThis as unknown as Extension).chrome.storage;
    let turn = 0;
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2))
      while (
        await local.set({ [`filler-${turn}`]: "x".repeat(size) }).then(
          () => true,
          () => false,
        )
      )
        turn += 1;
  }, null);
}

async function empty(hostile: Hostile, popup: TestPage, name: BrowserName): Promise<void> {
  if (name === "firefox") return popup.evaluate(() => (Reflect.get(globalThis, "emptyAgain") as () => void)(), null);
  const control = await controlPage(hostile.browser);
  await control.evaluate(async () => {
    const { local } = (globalThis as unknown as Extension).chrome.storage;
    await local.remove(Object.keys(await local.get(null)).filter((key) => key.startsWith("filler-")));
  }, null);
}

inBothBrowsers(
  "a profile that cannot be written",
  (hostile) => {
    it("is read with defaults: words are found, cards open, a change is refused in words, the page hears nothing", async () => {
      const page = await hostile.open("unwritable", story());
      await found(hostile, page);
      await expectCardWorks(page);
      const popup = await openPopup(hostile);
      expect(await says(popup, "could not be read; the defaults are in use")).toBe(true);
      await pressMainSwitch(popup);
      await until(() => says(popup, "was not saved"), "the popup to say that nothing was saved");
      expect(errorsOf(page)).toEqual([]);
    });
  },
  (name) => unwritableProfile(name),
);

/** A profile in which a file stands where the browser wants to make the folder of the extensions' storage. */
function unwritableProfile(name: BrowserName): TestBrowserOptions {
  const profile = mkdtempSync(join(tmpdir(), "newsgloss-unwritable-"));
  if (name === "chromium") {
    mkdirSync(join(profile, "Default"));
    writeFileSync(join(profile, "Default", "Local Extension Settings"), "no folder");
  } else writeFileSync(join(profile, "storage"), "no folder");
  return { profile, unwritable: true };
}

/**
 * A reader whose clock the test moves, in milliseconds, by an attribute of the page, and which takes an event of the test's for the
 * tab being looked at again: Chromium without a window hides no tab, whatever its driver says.
 */
const shiftedClock = `{
  const listen = document.addEventListener.bind(document);
  document.addEventListener = (type, listener, options) => {
    listen(type, listener, options);
    if (type === "visibilitychange") listen("planted-look", () => listener({ isTrusted: true }), options);
  };
  const Real = Date;
  const now = () => Real.now() + Number(document.documentElement?.dataset.shift ?? 0);
  globalThis.Date = class extends Real {
    constructor(...values) { if (values.length > 0) super(...values); else super(now()); }
    static now() { return now(); }
  };
}`;

inBothBrowsers(
  "a clock that is moved",
  (hostile) => {
    it("ends a pause with its day, and moved back breaks neither cards nor navigation", async () => {
      const page = await hostile.open("clock", story());
      await found(hostile, page);
      const today = await page.evaluate(() => new Date().toLocaleDateString("sv"), null);
      await writeSettings(hostile.browser, { pausedOn: today });
      await until(async () => (await askReader(hostile.browser, page))?.standstill === "paused", "the pause to begin");
      const shift = (days: number): Promise<void> =>
        page.evaluate((milliseconds) => {
          document.documentElement.dataset.shift = String(milliseconds);
        }, days * 86_400_000);
      await shift(1);
      await lookAwayAndBack(hostile, page);
      await found(hostile, page);
      await writeSettings(hostile.browser, { pausedOn: null });
      await shift(-400);
      await expectCardWorks(page);
      await page.evaluate(() => history.pushState(null, "", "/2019/07/13/another-story"), null);
      await found(hostile, page);
      await expectCardWorks(page);
      expect(errorsOf(page)).toEqual([]);
    });
  },
  (name) => ({
    package: alteredPackage(name, ({ manifest, read, write }) => {
      const path = manifest.content_scripts[0]?.js[0] ?? "";
      write(path, shiftedClock + read(path));
    }),
  }),
);

async function lookAwayAndBack(hostile: Hostile, page: TestPage): Promise<void> {
  if (page.browser === "chromium") {
    await page.evaluate(() => document.dispatchEvent(new Event("planted-look")), null);
    return;
  }
  const isHidden = (): Promise<boolean> => page.evaluate(() => document.visibilityState === "hidden", null);
  await (await controlPage(hostile.browser)).front();
  await until(isHidden, "the page to be hidden");
  await page.front();
  await until(async () => !(await isHidden()), "the page to be seen again");
}

inBothBrowsers(
  "an extension switched off under an open card",
  (hostile, name) => {
    it("throws nothing at the page; in Chromium card and marks go, in Firefox they are the page's until it is loaded anew", async () => {
      const page = await hostile.open("disabled", story());
      await found(hostile, page);
      await openCard(page, "Lori Lightfoot");
      await switchOff(hostile, page, name);
      await page.front();
      if (name === "chromium") {
        await until(async () => {
          await rest(page, "Friday");
          return (await hostCount(page)) === 0 && (await highlightCount(page)) === 0;
        }, "card and marks to go");
      }
      await rest(page, "Lori Lightfoot");
      const hosts = name === "chromium" ? 0 : 1;
      await expectToStay(async () => (await hostCount(page)) === hosts, "no further card");
      await page.reload();
      await until(
        async () => (await hostCount(page)) === 0 && (await highlightCount(page)) === 0,
        "nothing after a reload",
      );
      expect(errorsOf(page)).toEqual([]);
    });
  },
  {},
);

async function switchOff(hostile: Hostile, page: TestPage, name: BrowserName): Promise<void> {
  if (name === "firefox") {
    await (page.driver as PuppeteerPage).browser().uninstallExtension(firefoxAddOnId);
    return;
  }
  const list = hostile.keep(await hostile.browser.page("chrome://extensions"));
  const id = new URL(hostile.browser.origin).hostname;
  await list.evaluate(
    (wanted) =>
      (
        globalThis as unknown as { chrome: { management: { setEnabled(id: string, on: boolean): Promise<void> } } }
      ).chrome.management.setEnabled(wanted, false),
    id,
  );
}

/** As many as a reader with a long list of tabs may get back at once. */
const tabCount = { chromium: 200, firefox: 200 } as const;

inBothBrowsers(
  "very many tabs at once",
  (hostile, name) => {
    it("are all read: each tab finds its words, and the one looked at opens a card", { timeout: 400_000 }, async () => {
      const control = await controlPage(hostile.browser);
      const address = addressOf("many");
      hostile.browser.proxy.serve(address, story());
      const count = tabCount[name];
      const tabs = await control.evaluate(
        async ({ url, wanted }) => {
          const { tabs: api } = (globalThis as unknown as Extension).chrome;
          const opened = await Promise.all(Array.from({ length: wanted }, () => api.create({ url, active: false })));
          return opened.map(({ id }) => id);
        },
        { url: address, wanted: count },
      );
      expect(tabs).toHaveLength(count);
      const withWords = (): Promise<number> =>
        control.evaluate(async (wanted) => {
          const { tabs: api } = (globalThis as unknown as Extension).chrome;
          const reports = await Promise.all(
            wanted.map((id) => api.sendMessage(id, { type: "report" }).catch(() => undefined)),
          );
          return reports.filter((report) => (report?.mentions ?? 0) > 0).length;
        }, tabs);
      let last = 0;
      await until(
        async () => {
          last = await withWords();
          return last === count;
        },
        "every tab to have found its words",
        360_000,
      ).catch((error: Error) => {
        throw new Error(`${error.message}: ${last} of ${count}`);
      });
      await control.evaluate((wanted) => (globalThis as unknown as Extension).chrome.tabs.remove(wanted), tabs);
      const page = await hostile.open("one-more", story());
      await found(hostile, page);
      await expectCardWorks(page);
      expect(errorsOf(page)).toEqual([]);
    });
  },
  {},
);
