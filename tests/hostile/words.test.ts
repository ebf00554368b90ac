/** Conditions 16–18 and 28–30: translated pages, print and saving, pages of the browser, odd text, wrong senses, other sites. */

import { inflateSync } from "node:zlib";
import type { Page as PlaywrightPage } from "playwright-core";
import type { Page as PuppeteerPage } from "puppeteer-core";
import { expect, it } from "vitest";
import type { TestPage } from "../support/browser";
import { askHost, askReader, controlPage, writeSettings } from "../support/settings";
import { until } from "../support/until";
import { markedWords } from "../support/words";
import { fixture, newsHead, story } from "./support/fixtures";
import {
  errorsOf,
  expectCardWorks,
  expectToStay,
  expectUntouched,
  expectUntouchedHtml,
  found,
  highlightCount,
  hostCount,
  inBothBrowsers,
  openCard,
  openCardByKey,
} from "./support/suite";

/** What the browser draws on paper: all streams of its print file, unpacked, without its dates and its table of places. */
async function printed(page: TestPage): Promise<string[]> {
  const driver = page.driver as PlaywrightPage | PuppeteerPage;
  const file = Buffer.from(await driver.pdf({ printBackground: true })).toString("latin1");
  const streams = Array.from(
    file.matchAll(/obj([\s\S]*?)stream\r?\n([\s\S]*?)\r?\n?endstream/g),
    ([, head, body = ""]) => {
      if (head?.includes("/XRef")) return "";
      try {
        return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
      } catch {
        return body;
      }
    },
  );
  return streams.filter((stream) => !stream.includes("/CreationDate"));
}

/** The page as the browser saves it whole (Chromium), without the marker between its parts, which is made anew each time. */
async function savedWhole(page: TestPage): Promise<string> {
  const driver = page.driver as PlaywrightPage;
  const session = await driver.context().newCDPSession(driver);
  const { data } = await session.send("Page.captureSnapshot", {});
  await session.detach();
  return data.replace(/^Date: .*$/gm, "").replace(/-{4}MultipartBoundary--\w+|cid:[\w-]+|<[\w-]+@mhtml\.blink>/g, "");
}

const portal = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Paper</title><meta property="og:type" content="website"></head><body>
${Array.from({ length: 30 }, (_, place) => `<h3><a href="/story-${place}">ICE arrests in Chicago, day ${place}: what Mayor Lori Lightfoot says</a></h3>`).join("")}</body></html>`;
const shop = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Buy the ICE jacket</title><meta property="og:type" content="product">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"Product","name":"ICE jacket"}</script></head><body><h1>ICE jacket</h1><p>Chicago’s best jacket, 40 dollars. Add to cart. Mayor Lori Lightfoot wore it against ICE and deportation.</p></body></html>`;
const application = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mail</title></head><body><div role="toolbar">New mail</div><div role="grid"><div>Re: ICE in Chicago and Mayor Lori Lightfoot</div></div></body></html>`;

inBothBrowsers("texts of every sort", (hostile, name) => {
  it("16: a page translated in place is read again in its new language", async () => {
    const page = await hostile.open("translated", fixture("16-translated.html"));
    await found(hostile, page);
    await page.press("t");
    await until(
      () => page.evaluate(() => document.documentElement.className === "translated-ltr", null),
      "the translation",
    );
    if (name === "chromium")
      await until(async () => {
        const words = await markedWords(page);
        return words.includes("Lori Lightfoot") && !words.includes("undocumented immigrants");
      }, "the marks to follow the translation");
    await found(hostile, page, ["us-ice", "lori-lightfoot"]);
    await expectCardWorks(page);
    expect(errorsOf(page)).toEqual([]);
  });

  it("17: nothing of ours is printed or saved, with marks on and a card open", async () => {
    const page = await hostile.open("printed", story());
    await found(hostile, page);
    expect(await highlightCount(page)).toBeGreaterThan(0);
    const withMarks = await printed(page);
    expect(await highlightCount(page), "the marks are back after printing").toBeGreaterThan(0);
    await openCard(page, "Lori Lightfoot");
    const withCard = await printed(page);
    // The key that saves closes the card; it must not be in the file.
    await openCardByKey(hostile, page);
    await page.press("Control+s");
    await until(async () => (await hostCount(page)) === 0, "the card to go when the page is saved");
    await expectUntouchedHtml(page);
    const whole = name === "chromium" ? await savedWhole(page) : "";
    await writeSettings(hostile.browser, { sitesOff: ["printed.hostile.test"] });
    await until(async () => (await askReader(hostile.browser, page))?.standstill === "site-off", "the site to be off");
    const without = await printed(page);
    expect(without.join("").length).toBeGreaterThan(1000);
    expect(withMarks).toEqual(without);
    expect(withCard).toEqual(without);
    if (name === "chromium") {
      expect(whole).toContain("Lightfoot");
      expect(whole === (await savedWhole(page)), "saved with marks and without: the same").toBe(true);
    }
    // The comparison can fail: what a page marks itself is printed.
    await page.evaluate(
      () => document.querySelector("article p")?.insertAdjacentHTML("beforeend", "<u>Marked</u>"),
      null,
    );
    expect(await printed(page)).not.toEqual(without);
    expect(errorsOf(page)).toEqual([]);
  });

  it("18: on pages no extension may enter, the popup says that it cannot read them", async () => {
    const control = await controlPage(hostile.browser);
    await control.front();
    const popup = hostile.keep(await hostile.browser.page());
    await popup.goto(`${hostile.browser.origin}/popup.html`);
    // Its own tab is such a page: no content script runs there.
    await until(
      () => popup.evaluate(() => (document.body.textContent ?? "").trim().length > 40, null),
      "the popup to say something",
    );
    const text = await popup.evaluate(() => document.body.textContent ?? "", null);
    expect(text).toMatch(/can.?t|cannot|not (?:be )?read/i);
    expect(errorsOf(popup)).toEqual([]);
  });

  it("28: words split over tags, soft hyphens, no-break spaces, capitals and ruby are found; hidden text is not", async () => {
    const page = await hostile.open("split", fixture("28-split.html"));
    const report = await found(hostile, page, ["us-ice", "us-cbp", "us-eoir", "us-fbi", "us-dea"]);
    expect(report.entities.map(({ entity }) => entity)).not.toContain("us-marshals");
    await expectUntouched(page);
    expect(errorsOf(page)).toEqual([]);
  });

  it("29: wrong senses, words within words, addresses and other people of the name are left alone", async () => {
    const page = await hostile.open("senses", fixture("29-wrong-senses.html"));
    await until(async () => (await askReader(hostile.browser, page))?.news === true, "the page to be read");
    await expectToStay(async () => (await askReader(hostile.browser, page))?.mentions === 0, "no mention");
    expect(errorsOf(page)).toEqual([]);
  });

  it("30: front pages, shops and web applications are not marked, unless the reader says so", async () => {
    for (const [kind, html] of Object.entries({ portal, shop, application })) {
      const address = kind === "portal" ? "http://portal.hostile.test/" : `http://${kind}.hostile.test/view`;
      hostile.browser.proxy.serve(address, html);
      const page = hostile.keep(await hostile.browser.page(address));
      const host = `${kind}.hostile.test`;
      await until(async () => (await askHost(hostile.browser, host))?.standstill === "not-news", `${kind} to be told`);
      expect((await askHost(hostile.browser, host))?.mentions).toBe(0);
      expect(await page.evaluate(() => CSS.highlights.size, null)).toBe(0);
      if (kind === "shop") {
        await writeSettings(hostile.browser, { sitesOn: [host] });
        await found(hostile, page, ["lori-lightfoot"]);
        await writeSettings(hostile.browser, { sitesOn: [] });
      }
      expect(errorsOf(page)).toEqual([]);
    }
    expect(newsHead).toContain("NewsArticle");
  });
});
