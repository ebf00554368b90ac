/** Conditions 23–27: layers, style wars, keys, hosts that are taken away, and what a page can find out. */
import { expect, it } from "vitest";
import { askReader, writeSettings } from "../support/settings";
import { until } from "../support/until";
import { rest } from "../support/words";
import { fixture, story } from "./support/fixtures";
import {
  cardBox,
  errorsOf,
  expectCardWorks,
  expectToStay,
  expectUntouched,
  found,
  highlightCount,
  hostCount,
  inBothBrowsers,
  openCard,
  openCardByKey,
} from "./support/suite";

inBothBrowsers("layers, styles, keys and probes", (hostile) => {
  it("23: over dialogs, popovers and full-screen parts the card is on top, and Escape closes it alone", async () => {
    const page = await hostile.open("dialog", fixture("23-top-layer.html"));
    await found(hostile, page);
    const layer = (): Promise<string> => page.evaluate(() => document.documentElement.dataset.layer ?? "", null);
    for (const [place, key] of [..."dpafn"].entries()) {
      await page.front();
      await page.press(key);
      await until(async () => (await layer()) === key, `layer ${key} to open`);
      await found(hostile, page, ["us-cbp"]);
      await openCard(page, "Customs and Border Protection", place);
      const box = await cardBox(page);
      expect(box.right - box.left, key).toBeGreaterThan(200);
      await page.press("Escape");
      await page.card.waitClosed();
      expect(await layer(), "Escape closed ours alone").toBe(key);
      await page.press("c");
      await until(async () => (await layer()) === "", "the layer to close");
    }
    expect(errorsOf(page)).toEqual([]);
  });

  it("23: a card gives way to a dialog that opens, and to text that becomes inert: never under, never dead", async () => {
    const page = await hostile.open("dialog-over", fixture("23-top-layer.html"));
    await found(hostile, page);
    // A modal dialog makes all else inert.
    await openCard(page, "Lori Lightfoot");
    await page.press("d");
    await until(async () => (await hostCount(page)) === 0, "the card to give way to the dialog");
    await page.press("c");
    await openCard(page, "Lori Lightfoot");
    await page.press("i");
    await until(async () => (await hostCount(page)) === 0, "the card of an inert word to close");
    // The section beside the story goes on.
    await until(
      async () =>
        (await askReader(hostile.browser, page))?.entities.some(({ entity }) => entity === "lori-lightfoot") === false,
      "inert text to be let go",
    );
    expect(errorsOf(page)).toEqual([]);
  });

  it("24: z-index wars and important rules for everything change neither the card’s size nor its place on top", async () => {
    const calm = await hostile.open("calm", story());
    await found(hostile, calm);
    await openCard(calm, "Lori Lightfoot");
    const wanted = await cardBox(calm);
    const page = await hostile.open("war", fixture("24-style-war.html"));
    await found(hostile, page);
    await page.front();
    await openCard(page, "Lori Lightfoot");
    const box = await cardBox(page);
    expect(Math.abs(box.right - box.left - (wanted.right - wanted.left))).toBeLessThanOrEqual(8);
    expect(Math.abs(box.bottom - box.top - (wanted.bottom - wanted.top))).toBeLessThanOrEqual(24);
    await page.press("Escape");
    await page.card.waitClosed();
    expect(errorsOf(page)).toEqual([]);
  });

  it("25: keys pressed in a card do not reach the page’s shortcuts; Escape closes the card first", async () => {
    const page = await hostile.open("keys", fixture("25-shortcuts.html"));
    await found(hostile, page);
    await page.front();
    const heard = (): Promise<string[]> => page.evaluate(() => [...(Reflect.get(window, "heard") as string[])], null);
    await page.press("j");
    const before = await heard();
    // The page hears its keys on the way up, and so must ours be heard if they leaked.
    for (const type of ["keydown", "keyup"])
      for (const target of ["document", "window"]) expect(before).toContain(`${target} ${type} j`);
    await openCardByKey(hostile, page);
    await page.front();
    for (const key of ["j", "/", "Tab", "Enter", "Tab", " ", "Escape"]) await page.press(key);
    await page.card.waitClosed();
    expect(await heard()).toEqual(before);
    await page.press("Escape");
    expect(await heard()).toContain("window keyup Escape");
    expect(errorsOf(page)).toEqual([]);
  });

  it("25: a page that swallows every key keeps no card open", async () => {
    const page = await hostile.open("thief", fixture("25-shortcuts.html"));
    await found(hostile, page);
    await page.evaluate(() => Reflect.set(window, "stealing", true), null);
    await openCard(page, "Lori Lightfoot");
    await page.press("Escape");
    await page.card.waitClosed();
    await openCardByKey(hostile, page);
    await page.press("Escape");
    await page.card.waitClosed();
    expect(await page.evaluate(() => Reflect.get(window, "heard") as string[], null)).toEqual([]);
    expect(errorsOf(page)).toEqual([]);
  });

  it("26: a host that the page removes or moves makes no loop, no error, and no dead card", async () => {
    const page = await hostile.open("removed", fixture("26-host-removed.html"));
    await found(hostile, page);
    await rest(page, "Lori Lightfoot");
    await until(
      () => page.evaluate(() => (Reflect.get(window, "removed") as number) > 0, null),
      "the page to remove it",
    );
    await expectToStay(() => page.evaluate(() => (Reflect.get(window, "removed") as number) <= 2, null), "no loop");
    expect(await hostCount(page)).toBe(0);
    await page.evaluate(() => Reflect.set(window, "mode", "move"), null);
    await rest(page, "Lori Lightfoot");
    await until(() => page.evaluate(() => (Reflect.get(window, "moved") as number) > 0, null), "the page to move it");
    await page.press("Escape");
    await until(async () => (await hostCount(page)) === 0, "the moved host to be taken away");
    await page.evaluate(() => Reflect.set(window, "mode", "none"), null);
    await rest(page, "Friday");
    await expectCardWorks(page);
    expect(errorsOf(page)).toEqual([]);
  });

  it("27: in private mode a page learns nothing before a card opens; with marks on, what the ADR says", async () => {
    await writeSettings(hostile.browser, { marks: "private" });
    const page = await hostile.open("probe", fixture("27-probe.html"));
    await found(hostile, page);
    const learned = (): Promise<Record<string, unknown>> =>
      page.evaluate(
        (origin) => (Reflect.get(window, "probe") as (at: string) => Promise<Record<string, unknown>>)(origin),
        hostile.browser.origin,
      );
    const nothing = {
      highlights: 0,
      sheets: 0,
      hosts: 0,
      mutations: 0,
      foundCardWords: false,
      extensionFiles: 0,
      runtime: false,
      announcements: 0,
      spoofedCard: false,
      strangeResources: 0,
      focusMoved: false,
      globals: 0,
    };
    expect(await learned()).toEqual(nothing);
    await expectUntouched(page);
    await openCard(page, "Lori Lightfoot");
    expect(await learned()).toMatchObject({ highlights: 0, sheets: 0, hosts: 1, foundCardWords: true });
    await page.press("Escape");
    await page.card.waitClosed();
    expect(await learned()).toMatchObject({ highlights: 0, sheets: 0, hosts: 0, foundCardWords: false });
    await writeSettings(hostile.browser, { marks: "marks" });
    const marked = await hostile.open("probe-marks", fixture("27-probe.html"));
    await found(hostile, marked);
    expect(await highlightCount(marked)).toBeGreaterThan(0);
    const seen = await marked.evaluate(
      (origin) => (Reflect.get(window, "probe") as (at: string) => Promise<Record<string, unknown>>)(origin),
      hostile.browser.origin,
    );
    expect(seen).toEqual({ ...nothing, highlights: await highlightCount(marked), sheets: 1 });
    expect(errorsOf(page).filter((error) => !/chrome-extension|moz-extension|ERR_|Security Error/.test(error))).toEqual(
      [],
    );
  });
});
