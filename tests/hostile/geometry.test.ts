/** Conditions 19–22: zoom, shapes of text, direction, colours. */
import type { Page as PlaywrightPage } from "playwright-core";
import { expect, it } from "vitest";
import type { TestPage } from "../support/browser";
import { contrastOf } from "./support/contrast";
import { fixture, story } from "./support/fixtures";
import { cardBox, errorsOf, found, inBothBrowsers, openCard } from "./support/suite";

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

/** Rests the pointer on one line of the words and checks that the card opens beside that very line. */
async function expectCardBeside(page: TestPage, selector: string, words: string, line = 0): Promise<void> {
  const box = (await linesOf(page, selector, words))[line];
  if (!box) throw new Error(`“${words}” has no line ${line}`);
  const point = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  await page.move({ x: 3, y: 3 });
  await page.move({ x: point.x + 1, y: point.y });
  await page.move(point);
  await page.card.waitOpen();
  const card = await cardBox(page);
  expect(gapBetween(card, box), `${selector}: card beside line ${line}`).toBeLessThanOrEqual(24);
  const covers = card.left < point.x && card.right > point.x && card.top < point.y && card.bottom > point.y;
  expect(covers, `${selector}: the card leaves the word free`).toBe(false);
  await page.press("Escape");
  await page.card.waitClosed();
}

inBothBrowsers("zoom, shapes, direction and colours", (hostile, name) => {
  it("19: from 50 to 400 % the card opens next to its word", async () => {
    for (const percent of [50, 100, 200, 400]) {
      const host = `zoom-${percent}`;
      const page = await hostile.open(host, story({ head: `<style>html{zoom:${percent}%}</style>` }));
      await found(hostile, page);
      await page.front();
      await expectCardBeside(page, "article", "Lori Lightfoot");
      expect(errorsOf(page)).toEqual([]);
    }
    // What the browser's own zoom does to a page: fewer CSS pixels in the same window.
    const page = await hostile.open("small-window", story());
    await found(hostile, page);
    for (const [width, height] of [
      [320, 256],
      [300, 600],
      [2400, 1600],
    ] as const) {
      await page.viewport(width, height);
      await page.front();
      await openCard(page, "Lori Lightfoot");
      const card = await cardBox(page);
      expect(card.left).toBeGreaterThanOrEqual(0);
      expect(card.right).toBeLessThanOrEqual(width);
      expect(card.bottom).toBeLessThanOrEqual(height);
      await page.press("Escape");
      await page.card.waitClosed();
    }
    expect(errorsOf(page)).toEqual([]);
  });

  it("20: in turned, columned, upright, wrapped and zoomed text the card is beside the line under the pointer", async () => {
    const page = await hostile.open("shapes", fixture("20-shapes.html"));
    await found(hostile, page, ["us-ice", "us-cbp"]);
    await page.front();
    for (const selector of ["#turned", "#columns", "#upright", "#zoomed"])
      await expectCardBeside(page, selector, "Customs and Border Protection");
    const lines = await linesOf(page, "#narrow", "Customs and Border Protection");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines.keys()) await expectCardBeside(page, "#narrow", "Customs and Border Protection", line);
    expect(errorsOf(page)).toEqual([]);
  });

  it("21: on right-to-left pages the card is beside its word and keeps its own direction", async () => {
    const page = await hostile.open("rtl", story().replace('<html lang="en">', '<html lang="en" dir="rtl">'));
    await found(hostile, page);
    await page.front();
    await expectCardBeside(page, "article", "Lori Lightfoot");
    await openCard(page, "Lori Lightfoot");
    if (name === "chromium") expect(await page.card.style(".card", "direction")).toBe("ltr");
    expect(await page.evaluate(() => document.documentElement.dir, null)).toBe("rtl");
    expect(errorsOf(page)).toEqual([]);
  });

  it("22: in light, dark, filtered and forced colours the card’s text and the marks can be seen", async () => {
    const head =
      "<style>body{background:#fff;color:#111}@media (prefers-color-scheme:dark){body{background:#121212;color:#eee}}.f{filter:invert(1) hue-rotate(180deg)}</style>";
    for (const kind of ["light", "dark", "filtered", ...(name === "chromium" ? ["forced"] : [])]) {
      const html = story({ head });
      const page = await hostile.open(
        `colours-${kind}`,
        kind === "filtered" ? html.replace('<html lang="en">', '<html lang="en" class="f">') : html,
      );
      await page.setDark(kind === "dark");
      if (kind === "forced") await (page.driver as PlaywrightPage).emulateMedia({ forcedColors: "active" });
      await found(hostile, page);
      await page.front();
      const [word] = await linesOf(page, "article", "Lori Lightfoot");
      if (!word) throw new Error("no word");
      // Below the letters of a word without descenders there is nothing but its underline.
      const first = { ...word, right: word.left + 34, top: word.bottom - 7 };
      expect(await contrastOf(hostile.browser, page, first), `${kind}: mark`).toBeGreaterThanOrEqual(3);
      await openCard(page, "Lori Lightfoot");
      const card = await cardBox(page);
      expect(await contrastOf(hostile.browser, page, card), `${kind}: card`).toBeGreaterThanOrEqual(7);
      await page.press("Escape");
      await page.card.waitClosed();
      expect(errorsOf(page)).toEqual([]);
    }
  });
});
