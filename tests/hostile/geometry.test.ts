/** Conditions 19–22: zoom, shapes of text, direction, colours. */
import type { Page as PlaywrightPage } from "playwright-core";
import { expect, it } from "vitest";
import type { TestPage } from "../support/browser";
import { controlPage } from "../support/settings";
import { until } from "../support/until";
import { contrastOf } from "./support/contrast";
import { fixture, story } from "./support/fixtures";
import {
  cardBox,
  errorsOf,
  found,
  type Hostile,
  inBothBrowsers,
  openCard,
  openCardAt,
  openCardByKey,
} from "./support/suite";

interface Zooming {
  chrome: {
    tabs: { query(filter: object): Promise<{ id: number }[]>; setZoom(tab: number, to: number): Promise<void> };
  };
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The lines of some words inside one element, scrolled to the middle. */
function linesOf(page: TestPage, selector: string, words: string): Promise<Edges[]> {
  return page.evaluate(
    ({ within, wanted }) => {
      const walker = document.createTreeWalker(document.querySelector(within) as Element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(wanted);
        if (at < 0) continue;
        node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
      }
      return [];
    },
    { within: selector, wanted: words },
  );
}

function gapBetween(first: Edges, second: Edges): number {
  const across = Math.max(first.left - second.right, second.left - first.right, 0);
  const down = Math.max(first.top - second.bottom, second.top - first.bottom, 0);
  return Math.hypot(across, down);
}

/** The browser's own zoom, set as its menu sets it. */
async function zoomTab(hostile: Hostile, page: TestPage, factor: number): Promise<void> {
  const control = await controlPage(hostile.browser);
  await page.front();
  await control.evaluate(async (wanted) => {
    const { tabs } = (globalThis as unknown as Zooming).chrome;
    for (const tab of await tabs.query({ active: true })) await tabs.setZoom(tab.id, wanted).catch(() => undefined);
  }, factor);
}

/** Rests the pointer on one line of the words and checks that the card opens beside that very line; gives the card's box. */
/** Pages of colours, down to text that itself has just the contrast it must have. */
const coloured: Record<string, string> = {
  sepia: "background:#f4ecd8;color:#5b4636",
  yellow: "background:#fff3a3;color:#222",
  navy: "background:#0b2a5b;color:#fff",
  red: "background:#b00020;color:#fff",
  pale: "background:#fff;color:#767676",
  grey: "background:#767676;color:#fff",
};

const everyColour = ["light", "dark", "filtered", "forced", ...Object.keys(coloured)];

/** The card stands beside the line that the pointer rests on, or beside the next line of the same words, and covers none of them. */
async function expectCardBeside(page: TestPage, selector: string, words: string, line = 0): Promise<Edges> {
  const lines = await linesOf(page, selector, words);
  const box = lines[line];
  if (!box) throw new Error(`“${words}” has no line ${line}`);
  const point = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  await openCardAt(page, async () => point);
  const card = await cardBox(page);
  const nearest = Math.min(...lines.map((one) => gapBetween(card, one)));
  expect(nearest, `${selector}: card beside line ${line}`).toBeLessThanOrEqual(24);
  const covered = lines.filter(
    (one) => card.left < one.right && card.right > one.left && card.top < one.bottom && card.bottom > one.top,
  );
  expect(covered, `${selector}: the card leaves the words free`).toEqual([]);
  await page.press("Escape");
  await page.card.waitClosed();
  return card;
}

inBothBrowsers("zoom, shapes, direction and colours", (hostile, name) => {
  it("19: from 50 to 400 % of CSS zoom the card opens next to its word", async () => {
    for (const percent of [50, 100, 200, 400]) {
      const page = await hostile.open(`zoom-${percent}`, story({ head: `<style>html{zoom:${percent}%}</style>` }));
      await found(hostile, page);
      await expectCardBeside(page, "article", "Lori Lightfoot");
      expect(errorsOf(page)).toEqual([]);
      await page.close();
    }
  });

  it("19: from 50 to 400 % of the browser’s own zoom the card opens next to its word", async () => {
    const page = await hostile.open("browser-zoom", story());
    await found(hostile, page);
    const ratio = (): Promise<number> => page.evaluate(() => devicePixelRatio, null);
    const whole = await ratio();
    for (const factor of [0.5, 2, 4, 1]) {
      await zoomTab(hostile, page, factor);
      await page.front();
      await until(async () => Math.abs((await ratio()) / whole - factor) < 0.05, `a zoom of ${factor}`);
      await expectCardBeside(page, "article", "Lori Lightfoot");
    }
    expect(errorsOf(page)).toEqual([]);
  });

  it("19: in windows as small as the greatest zoom makes them the card stays inside, beside its word", async () => {
    const page = await hostile.open("small-window", story());
    await found(hostile, page);
    for (const [width, height] of [
      [320, 256],
      [300, 600],
      [2400, 1600],
    ] as const) {
      await page.viewport(width, height);
      await until(
        () => page.evaluate((wanted) => innerWidth === wanted[0] && innerHeight === wanted[1], [width, height]),
        "the window to change",
      );
      const card = await expectCardBeside(page, "article", "Lori Lightfoot");
      expect(card.left).toBeGreaterThanOrEqual(0);
      expect(card.right).toBeLessThanOrEqual(width);
      expect(card.top).toBeGreaterThanOrEqual(0);
      expect(card.bottom).toBeLessThanOrEqual(height);
    }
    expect(errorsOf(page)).toEqual([]);
  });

  // Firefox’s driver can’t pinch; the placing itself is a unit test.
  if (name === "chromium")
    it("19: on a pinched page the card stays in the part that is seen", async () => {
      const page = await hostile.open("pinched", story());
      await found(hostile, page);
      const driver = page.driver as PlaywrightPage;
      const session = await driver.context().newCDPSession(driver);
      await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
      await until(() => page.evaluate(() => (visualViewport?.scale ?? 1) > 1.9, null), "the pinch");
      await openCardByKey(hostile, page);
      const seen = await page.evaluate(() => {
        const { offsetLeft = 0, offsetTop = 0, width = 0, height = 0 } = visualViewport ?? {};
        return { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height };
      }, null);
      const card = await cardBox(page);
      expect(card.left).toBeGreaterThanOrEqual(seen.left);
      expect(card.top).toBeGreaterThanOrEqual(seen.top);
      expect(card.right).toBeLessThanOrEqual(seen.right);
      expect(card.bottom).toBeLessThanOrEqual(seen.bottom);
      expect(errorsOf(page)).toEqual([]);
    });

  it("20: in turned, columned, upright, wrapped and zoomed text the card is beside the line under the pointer", async () => {
    const page = await hostile.open("shapes", fixture("20-shapes.html"));
    await found(hostile, page, ["us-ice", "us-cbp"]);
    for (const selector of ["#turned", "#columns", "#upright", "#zoomed"])
      await expectCardBeside(page, selector, "Customs and Border Protection");
    const lines = await linesOf(page, "#narrow", "Customs and Border Protection");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.keys()) await expectCardBeside(page, "#narrow", "Customs and Border Protection", line);
    expect(errorsOf(page)).toEqual([]);
  });

  it("21: on right-to-left and mixed pages the card is beside its word and keeps its own direction", async () => {
    const html = story({
      after: `<p id="mixed">قال عملاء Customs and Border Protection إن المهاجرين immigrants سيُرحّلون deport اليوم.</p><p id="isolated">أعلنت <bdi dir="ltr">the Executive Office for Immigration Review</bdi> عن قرار immigrants.</p>`,
    }).replace('<html lang="en">', '<html lang="en" dir="rtl">');
    const page = await hostile.open("rtl", html);
    await found(hostile, page, ["lori-lightfoot", "us-cbp", "us-eoir"]);
    await expectCardBeside(page, "article", "Lori Lightfoot");
    await expectCardBeside(page, "#mixed", "Customs and Border Protection");
    await expectCardBeside(page, "#isolated", "Executive Office for Immigration Review");
    await openCard(page, "Lori Lightfoot");
    if (name === "chromium") expect(await page.card.style(".card", "direction")).toBe("ltr");
    expect(await page.evaluate(() => document.documentElement.dir, null)).toBe("rtl");
    expect(errorsOf(page)).toEqual([]);
  });

  it.each(everyColour)("22: in %s colours the card’s text and the marks can be seen", async (kind) => {
    const head = coloured[kind]
      ? `<style>body{${coloured[kind]}}</style>`
      : "<style>body{background:#fff;color:#111}@media (prefers-color-scheme:dark){body{background:#121212;color:#eee}}.f{filter:invert(1) hue-rotate(180deg)}</style>";
    const html = story({ head });
    const page = await hostile.open(
      `colours-${kind}`,
      kind === "filtered" ? html.replace('<html lang="en">', '<html lang="en" class="f">') : html,
    );
    await page.setDark(kind === "dark");
    await page.setForcedColors(kind === "forced");
    const asked = { dark: "(prefers-color-scheme: dark)", forced: "(forced-colors: active)" }[kind];
    if (asked) await until(() => page.evaluate((query) => matchMedia(query).matches, asked), `${kind} colours`);
    await found(hostile, page);
    await page.front();
    const [word] = await linesOf(page, "article", "Lori Lightfoot");
    if (!word) throw new Error("no word");
    // Below the letters of a word without descenders there is nothing but its underline.
    const first = { ...word, right: word.left + 34, top: word.bottom - 4 };
    expect(await contrastOf(hostile.browser, page, first), `${kind}: mark`).toBeGreaterThanOrEqual(3);
    await openCard(page, "Lori Lightfoot");
    const card = await cardBox(page);
    expect(await contrastOf(hostile.browser, page, card), `${kind}: card`).toBeGreaterThanOrEqual(7);
    await page.press("Escape");
    await page.card.waitClosed();
    await page.setForcedColors(false);
    await page.setDark(false);
    expect(errorsOf(page)).toEqual([]);
  });
});
