/**
 * What a page can learn: a page that tries everything known, in private mode, with a card open, and with marks on. The last test is
 * the twin: a package that gives itself away in every way must be seen in every way, so no probe is blind.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { TestPage } from "../support/browser";
import { askReader, writeSettings } from "../support/settings";
import { until } from "../support/until";
import { fixture } from "./support/fixtures";
import { alteredPackage, packageOf } from "./support/packages";
import { expectToStay, found, inBothBrowsers, openCard } from "./support/suite";

type Learned = Record<string, number>;
type Probe = typeof globalThis & {
  learn(wanted: { origin: string; spoofs: boolean; stays: boolean }): Promise<Learned>;
};

/** Under `localhost`, where pages have all the powers of a secure page; each test under a host of its own. */
const addressOf = (host: string): string =>
  `http://${host}.localhost/2019/07/12/chicago-mayor-says-police-will-not-join`;

function learn(page: TestPage, origin: string, spoofs = true): Promise<Learned> {
  return page.evaluate((wanted) => (window as unknown as Probe).learn({ ...wanted, stays: false }), { origin, spoofs });
}

/** Names of the probes that learned something. */
const told = (learned: Learned): string[] =>
  Object.entries(learned)
    .filter(([, value]) => value !== 0)
    .map(([name]) => name)
    .sort();

/** All that an open card shows: one element of ours on the root, on top, by its events, and by guessed words in it. */
const openCardShows = [
  "cardWords",
  "mutations",
  "openPopovers",
  "strangeElements",
  "strangersAtPoints",
  "toggleEvents",
];

inBothBrowsers("a page that probes", (hostile) => {
  async function open(host: string): Promise<TestPage> {
    const address = addressOf(host);
    hostile.browser.proxy.serve(address, fixture("probe.html"));
    const page = hostile.keep(await hostile.browser.page(address));
    await found(hostile, page);
    return page;
  }

  it("learns nothing in private mode, and with a card open no more than that one is open and its guessed words", async () => {
    await writeSettings(hostile.browser, { marks: "private" });
    const { origin } = hostile.browser;
    const page = await open("private");
    const before = await learn(page, origin);
    expect(Object.keys(before).length).toBeGreaterThan(25);
    expect(told(before)).toEqual([]);

    await page.front();
    await openCard(page, "Lori Lightfoot");
    const during = await learn(page, origin, false);
    expect(told(during).filter((probe) => probe !== "sideEffects")).toEqual(openCardShows);
    expect(during).toMatchObject({ strangeElements: 1, openPopovers: 1, cardWords: 1 });
    await page.press("Escape");
    await page.card.waitClosed();
    const after = await learn(page, origin);
    // What happened stays in the page's memory; nothing is there any more.
    expect(told(after).filter((probe) => probe !== "sideEffects")).toEqual(["mutations", "toggleEvents"]);
  });

  it("closes no card and moves none by events of its own making", async () => {
    await writeSettings(hostile.browser, { marks: "private" });
    const page = await open("closing");
    await page.front();
    await openCard(page, "Lori Lightfoot");
    await page.evaluate(() => {
      const place = { bubbles: true, cancelable: true, composed: true, clientX: 3, clientY: 3, detail: 1 };
      for (const target of [window, document, document.documentElement, document.body]) {
        for (const type of ["fullscreenchange", "visibilitychange", "toggle", "beforetoggle"])
          target.dispatchEvent(new Event(type, place));
        target.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
        target.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        for (const type of ["pointermove", "pointerleave", "pointerout", "pointerdown"])
          target.dispatchEvent(new PointerEvent(type, place));
        for (const type of ["mousemove", "click"]) target.dispatchEvent(new MouseEvent(type, place));
        for (const type of ["keydown", "keyup"])
          target.dispatchEvent(new KeyboardEvent(type, { ...place, key: "Escape" }));
      }
    }, null);
    await expectToStay(() => page.card.isOpen(), "the card stays open", 1200);
    await page.press("Escape");
    await page.card.waitClosed();
  });

  it("learns with marks on what the privacy text says: that there are marks, and which words", async () => {
    await writeSettings(hostile.browser, { marks: "marks" });
    const page = await open("marks");
    const learned = await learn(page, hostile.browser.origin);
    expect(told(learned)).toEqual(["highlightStyles", "highlights", "styleSheets"]);
    expect(learned.styleSheets).toBe(1);
  });
});

/** Mutes a name as the card's menu does: by asking the background. */
const muting = `document.addEventListener("planted-mute", () => (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ type: "mute", entity: "lori-lightfoot" }));`;

inBothBrowsers(
  "a page that holds every lock",
  (hostile) => {
    it("sees none of ours and keeps no setting from being written when a reader mutes a name on it", async () => {
      await writeSettings(hostile.browser, { mutedEntities: [] });
      const address = addressOf("locks");
      hostile.browser.proxy.serve(address, fixture("probe.html"));
      const page = hostile.keep(await hostile.browser.page(address));
      await found(hostile, page);
      await page.evaluate(() => {
        const names = new Set<string>();
        Reflect.set(window, "lockNames", names);
        void navigator.locks.request("newsgloss-settings", () => new Promise(() => {}));
        const look = async (): Promise<void> => {
          const { pending = [] } = await navigator.locks.query();
          for (const { name } of pending) names.add(String(name));
          setTimeout(look, 1);
        };
        void look();
        document.dispatchEvent(new Event("planted-mute"));
      }, null);
      await until(async () => {
        const report = await askReader(hostile.browser, page);
        return report !== null && !report.entities.some(({ entity }) => entity === "lori-lightfoot");
      }, "the muted name to go");
      expect(await page.evaluate(() => [...(Reflect.get(window, "lockNames") as Set<string>)], null)).toEqual([]);
    });

    it("has no lock to find: the reader's bundle asks for none", () => {
      const folder = packageOf(hostile.browser.name);
      const asks = (path: string): boolean => /\.locks\b/.test(readFileSync(`${folder}/${path}`, "utf8"));
      expect(asks("content-scripts/reader.js")).toBe(false);
      expect(readdirSync(`${folder}/chunks`).some((path) => asks(`chunks/${path}`))).toBe(true);
    });
  },
  (name) => ({
    package: alteredPackage(name, ({ manifest, read, write }) => {
      const path = manifest.content_scripts[0]?.js[0] ?? "";
      write(path, muting + read(path));
    }),
  }),
);

/** A content script that gives itself away in each way a probe looks for. */
const loud = `(() => {
  const api = globalThis.browser ?? globalThis.chrome;
  const paragraph = document.querySelector("article p");
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  const sheet = new (document.defaultView.CSSStyleSheet)();
  sheet.replaceSync("::highlight(newsgloss) { text-decoration: underline }");
  document.adoptedStyleSheets = [sheet];
  CSS.highlights.set("newsgloss", new Highlight(range));
  const element = document.createElement("div");
  element.textContent = "May 2019 – May 2023. An ornithopter flew over Lake Michigan.";
  document.documentElement.append(element);
  element.popover = "manual";
  element.showPopover();
  element.animate([{ opacity: 1 }, { opacity: 0.9 }], { duration: 1e6 });
  document.dispatchEvent(new CustomEvent("wxt:content-script-started"));
  localStorage.setItem("newsgloss", "1");
  navigator.locks.request("newsgloss-settings", () => new Promise(() => {}));
  document.querySelector("#own-field").style.display = "block";
  document.querySelector("#own-field").focus();
  setTimeout(() => { paragraph.style.paddingLeft = "3px"; }, 1500);
  history.pushState(null, "", "#here");
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const image = document.createElement("img");
  image.src = api.runtime.getURL("icon/96.png");
  document.body.append(image);
  const script = document.createElement("script");
  script.src = api.runtime.getURL("planted.js");
  document.head.append(script);
  document.addEventListener("click", (event) => { event.preventDefault(); document.documentElement.append(element.cloneNode(true)); });
})();`;

/** What it runs in the page's own world. */
const loudInPage = `
window.newsglossGlobal = 1;
window.chrome = { ...window.chrome, runtime: { sendMessage() {} } };
document.createElement("i");
const request = new XMLHttpRequest();
request.open("GET", "/", false);
request.send();
for (const end = performance.now() + 300; performance.now() < end; );
throw new Error("planted");`;

inBothBrowsers(
  "a package that gives itself away",
  (hostile, name) => {
    it("is seen by every probe", async () => {
      const address = addressOf("loud");
      hostile.browser.proxy.serve(address, fixture("probe.html"));
      const page = hostile.keep(await hostile.browser.page(address));
      await page.front();
      let learned: Learned = {};
      const blind = (): string[] => Object.keys(learned).filter((probe) => (learned[probe] ?? 0) <= 0);
      // No way was found to make a browser list or report a file of an extension, nor to make a page of Firefox see a lock that a
      // content script holds: these have no twin.
      const unproved = ["reports", "performanceEntries", ...(name === "firefox" ? ["locks"] : [])];
      await until(
        async () => {
          learned = await learn(page, hostile.browser.origin);
          return blind().every((probe) => unproved.includes(probe));
        },
        "every probe to see it",
        20_000,
      ).catch((error: Error) => {
        throw new Error(`${error.message}; blind: ${blind().join(", ")}`);
      });
    });
  },
  (name) => ({
    package: alteredPackage(name, ({ manifest, write }) => {
      write(manifest.content_scripts[0]?.js[0] ?? "", loud);
      write("planted.js", loudInPage);
      manifest.web_accessible_resources = [{ resources: ["*"], matches: ["<all_urls>"] }];
    }),
  }),
);
