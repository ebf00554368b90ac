import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserNames, openBrowser, type TestBrowser } from "../support/browser";
import { compare, Observer } from "../support/interference";
import { addressOf, bodyOf, savedPages } from "../support/saved-pages";
import { writeSettings } from "../support/settings";

/** A dozen saved pages that name officials or the topic; `scripts/measure-interference.ts` goes over all of them. */
const chosen = [
  "indiapost.com-1",
  "msn.com-2",
  "detroitnews.com-1",
  "nbcnews.com-2",
  "politico.com-3",
  "chicagotribune.com-1",
  "sandiegouniontribune.com-1",
  "newsweek.com-1",
  "usatoday.com-2",
  "timesunion.com-2",
  "nydailynews.com-1",
  "thehill.com-2",
];
const present = savedPages().filter((page) => chosen.includes(page));

// Saved pages belong to their publishers and are not in this repository: without them there is nothing to compare.
describe.skipIf(present.length === 0).each(browserNames)(
  "real pages in %s (skipped without ../shared/pages)",
  (name) => {
    let browser: TestBrowser;
    let bare: TestBrowser;
    beforeAll(async () => {
      bare = await openBrowser(name, { bare: true });
      browser = await openBrowser(name);
      await writeSettings(browser, { scope: "everywhere" });
    });
    afterAll(async () => {
      await bare?.close();
      await browser?.close();
    });

    it("are the same with the extension and without it: HTML, selection, copy, console, requests", {
      timeout: 240_000,
    }, async () => {
      expect(present.length).toBeGreaterThanOrEqual(10);
      const without = new Observer(bare, false);
      const having = new Observer(browser, true);
      let marked = 0;
      let cards = 0;
      for (const page of present) {
        const compared = await compare(without, having, addressOf(page), bodyOf(page));
        expect(compared.differences, page).toEqual([]);
        marked += Number(compared.having.highlights > 0);
        cards += Number(compared.having.afterCard !== null);
      }
      expect(marked).toBeGreaterThan(3);
      expect(cards).toBeGreaterThan(3);
    });
  },
);
