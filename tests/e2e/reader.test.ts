import { mkdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/tools/commands";
import { browserNames, foreignRequests, openBrowser, type TestBrowser, type TestPage } from "../support/browser";
import { askReader, writeSettings } from "../support/settings";
import { until } from "../support/until";
import { markedWords, pointOf, rest } from "../support/words";

const article = readFileSync(`${root}tests/fixtures/pages/july-2019.html`, "utf8");
const address = "http://paper.example.test/2019/07/12/chicago-mayor";
mkdirSync(`${root}artifacts`, { recursive: true });

describe.each(browserNames)("reading an article of July 2019 in %s", (name) => {
  let browser: TestBrowser;
  let page: TestPage;

  beforeAll(async () => {
    browser = await openBrowser(name);
    browser.proxy.serve(address, article);
    page = await browser.page(address);
    await until(async () => ((await askReader(browser, page))?.mentions ?? 0) > 0, "mentions to be found", 15_000);
  });
  afterAll(() => browser?.close());

  it("finds the agencies, the city, the mayor and the terms, and their date", async () => {
    const report = await askReader(browser, page);
    expect(report?.date.value).toBe("2019-07-12");
    const found = report?.entities.map((entity) => entity.entity);
    for (const entity of [
      "us-ice",
      "us-dhs",
      "chicago-il",
      "lori-lightfoot",
      "donald-trump",
      "term-sanctuary-jurisdiction",
      "term-undocumented-immigrant",
      "term-deportation",
      "term-immigration-detainer",
    ])
      expect(found, entity).toContain(entity);
  });

  it("marks words without touching the page", async () => {
    const html = await page.evaluate(() => document.documentElement.outerHTML, null);
    expect(html).not.toMatch(/newsgloss/i);
    expect(html).not.toContain("<mark");
    if (name === "chromium") {
      const words = await markedWords(page);
      expect(words).toContain("Lightfoot");
      expect(words.filter((word) => word === "ICE")).toHaveLength(4);
      expect(words).not.toContain("ice");
    }
  });

  it("opens a card when the pointer rests on a word, true for the article's date", async () => {
    await rest(page, "Lori Lightfoot");
    await page.card.waitOpen();
    expect(await page.card.shows("May 2019 – May 2023")).toBe(true);
    await page.screenshot(`${root}artifacts/card-person-${name}.png`);
  });

  it("closes on Escape", async () => {
    await page.press("Escape");
    await page.card.waitClosed();
  });

  it("closes when the pointer leaves, and not while it is on the card", async () => {
    const word = await pointOf(page, "undocumented immigrants");
    await rest(page, "undocumented immigrants");
    await page.card.waitOpen();
    const card = await page.card.somewhereOn();
    for (let step = 1; step <= 8; step += 1)
      await page.move({ x: word.x + ((card.x - word.x) * step) / 8, y: word.y + ((card.y - word.y) * step) / 8 });
    // Longer than grace and heading time together: only resting on the card can have kept it open.
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(await page.card.isOpen()).toBe(true);
    await page.move({ x: 5, y: 5 });
    await page.card.waitClosed();
  });

  it("leaves no trace in the page when the card is closed", async () => {
    const html = await page.evaluate(() => document.documentElement.outerHTML, null);
    expect(html).not.toContain("popover");
  });

  it("steps to the next mention by command, opens its card with focus, and gives focus back", async () => {
    const before = await page.evaluate(() => document.activeElement?.tagName, null);
    await askReader(browser, page, { type: "step", direction: "next" });
    await page.card.waitOpen();
    expect(await page.evaluate(() => document.activeElement?.matches("[popover]") ?? false, null)).toBe(true);
    await page.front();
    await page.press("Escape");
    await page.card.waitClosed();
    expect(await page.evaluate(() => document.activeElement?.tagName, null)).toBe(before);
  });

  it("reads and marks a paragraph that comes later", async () => {
    await page.evaluate(() => {
      const paragraph = document.createElement("p");
      paragraph.textContent = "Customs and Border Protection sent agents to help ICE with the arrests.";
      document.querySelector("article")?.append(paragraph);
    }, null);
    const hasCome = async () =>
      (await askReader(browser, page))?.entities.some(({ entity }) => entity === "us-cbp") ?? false;
    await until(hasCome, "the new paragraph to be read");
    await page.front();
    await rest(page, "Customs and Border Protection");
    await page.card.waitOpen();
    await page.press("Escape");
    await page.card.waitClosed();
  });

  it("follows the site switch in an open tab, both ways", async () => {
    await writeSettings(browser, { sitesOff: ["paper.example.test"] });
    await until(async () => (await askReader(browser, page))?.standstill === "site-off", "the site to be off");
    expect((await askReader(browser, page))?.mentions).toBe(0);
    await writeSettings(browser, { sitesOff: [] });
    await until(async () => ((await askReader(browser, page))?.mentions ?? 0) > 5, "the site to be on again");
  });

  it("says so when the reader, not the article, chose the day", async () => {
    await writeSettings(browser, { fixedDate: "2021-06-01" });
    await until(async () => (await askReader(browser, page))?.asOf === "2021-06-01", "the chosen day to arrive");
    await page.front();
    await rest(page, "Lori Lightfoot");
    await page.card.waitOpen();
    expect(await page.card.shows("June 1, 2021")).toBe(true);
    expect(await page.card.shows("When this was published")).toBe(false);
    await page.press("Escape");
    await page.card.waitClosed();
    await writeSettings(browser, { fixedDate: null });
    await until(async () => (await askReader(browser, page))?.asOf === "2019-07-12", "the article's date to return");
  });

  it("speaks Spanish in the open card once the reader wants it, and English again", async () => {
    await page.front();
    await rest(page, "Lori Lightfoot");
    await page.card.waitOpen();
    await writeSettings(browser, { language: "es" });
    await until(() => page.card.shows("Cuando se publicó"), "the card in Spanish");
    await writeSettings(browser, { language: "en" });
    await until(() => page.card.shows("When this was published"), "the card in English");
    await page.press("Escape");
    await page.card.waitClosed();
    await writeSettings(browser, { language: "system" });
  });

  it("reads a page that is no news only once the reader wants every page read", async () => {
    const plain = "http://shop.example.test/about";
    browser.proxy.serve(
      plain,
      "<!doctype html><title>About our shop</title><p>We sell hats. Immigration and Customs Enforcement is a federal agency. Hats are made by hand.",
    );
    const shop = await browser.page(plain);
    await until(
      async () => (await askReader(browser, shop))?.standstill === "not-news",
      "the page to be known as no news",
    );
    expect((await askReader(browser, shop))?.mentions).toBe(0);
    await writeSettings(browser, { scope: "everywhere" });
    await until(async () => ((await askReader(browser, shop))?.mentions ?? 0) > 0, "the page to be read");
    await writeSettings(browser, { scope: "news" });
    await until(async () => (await askReader(browser, shop))?.mentions === 0, "the mentions to go again");
    await shop.close();
    await page.front();
  });

  it("withdraws what rests on switched-off sources alone, in the open tab", async () => {
    const groups = [
      "federal",
      "state-local",
      "court-law",
      "research",
      "news",
      "advocacy-enforcement",
      "advocacy-immigrant",
    ];
    await writeSettings(browser, { hiddenGroups: groups });
    await until(async () => (await askReader(browser, page))?.mentions === 0, "every mention to go");
    await writeSettings(browser, { hiddenGroups: [] });
    await until(async () => ((await askReader(browser, page))?.mentions ?? 0) > 5, "the mentions to come back");
  });

  it("made no request but the page's own", () => {
    expect(foreignRequests(browser, ["http://paper.example.test/", "http://shop.example.test/"])).toEqual([]);
  });

  it("threw nothing into the page's console", () => {
    expect(page.errors.filter((error) => !/404/.test(error))).toEqual([]);
  });
});
