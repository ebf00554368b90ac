/** Conditions 4–7: updates under an open page, double injection, rewritten documents, the back-forward cache. */
import type { Page as PlaywrightPage } from "playwright-core";
import type { Page as PuppeteerPage } from "puppeteer-core";
import { expect, it } from "vitest";
import { askReader, controlPage, writeSettings } from "../support/settings";
import { until } from "../support/until";
import { rest } from "../support/words";
import { fixture, story } from "./support/fixtures";
import { alteredPackage, packageOf } from "./support/packages";
import {
  addressOf,
  errorsOf,
  expectCardWorks,
  expectToStay,
  found,
  highlightCount,
  hostCount,
  inBothBrowsers,
  openCard,
} from "./support/suite";

interface Reloading {
  chrome: { runtime: { reload(): void } };
}

inBothBrowsers(
  "an extension updated under an open page",
  (hostile, name) => {
    it("4: the orphaned script takes its card and marks away, throws nothing, and no second one appears", async () => {
      const page = await hostile.open("orphan", story());
      await found(hostile, page);
      await openCard(page, "Lori Lightfoot");
      if (name === "chromium") {
        const control = await controlPage(hostile.browser);
        await control
          .evaluate(() => (globalThis as unknown as Reloading).chrome.runtime.reload(), null)
          .catch(() => undefined);
        await page.front();
        await until(async () => {
          await rest(page, "Friday");
          return (await hostCount(page)) === 0 && (await highlightCount(page)) === 0;
        }, "the old card and marks to go");
        await rest(page, "Lori Lightfoot");
        await expectToStay(async () => (await hostCount(page)) === 0, "no card of an orphan");
      } else {
        // Firefox injects the new script into open pages: there must be one living reader, and nothing of the old one.
        await (page.driver as PuppeteerPage).browser().installExtension(packageOf(name));
        await page.front();
        await until(async () => {
          await rest(page, "Friday");
          return (await hostCount(page)) === 0;
        }, "the old card to go");
        // The new reader comes when Firefox injects it: until then a resting pointer finds nobody.
        await until(
          async () => {
            await page.move({ x: 3, y: 3 });
            await rest(page, "Lori Lightfoot");
            return page.card.waitOpen(600).then(
              () => true,
              () => false,
            );
          },
          "the new reader to open a card",
          20_000,
        );
        expect(await hostCount(page)).toBe(1);
        expect(await highlightCount(page)).toBeLessThanOrEqual(4);
      }
      expect(errorsOf(page)).toEqual([]);
    });
  },
  {},
);

inBothBrowsers(
  "a package that injects its reader twice",
  (hostile) => {
    it("5: one reader lives: one card, one set of marks", async () => {
      const page = await hostile.open("double", story());
      const report = await found(hostile, page);
      expect(report.mentions).toBeLessThan(20);
      expect(await highlightCount(page)).toBeLessThanOrEqual(4);
      await openCard(page, "Lori Lightfoot");
      expect(await hostCount(page)).toBe(1);
      await page.press("Escape");
      await page.card.waitClosed();
      expect(errorsOf(page)).toEqual([]);
    });
  },
  (name) => ({
    package: alteredPackage(name, ({ manifest, read, write }) => {
      const [script] = manifest.content_scripts;
      if (!script) throw new Error("no content script");
      write("second.js", read(script.js[0] ?? ""));
      manifest.content_scripts.push({ ...script, js: ["second.js"] });
    }),
  }),
);

inBothBrowsers("documents that are replaced or come back", (hostile, name) => {
  it("6: after document.open and write the new story is read, and the old one forgotten", async () => {
    const page = await hostile.open("rewritten", fixture("06-rewritten.html"));
    await found(hostile, page);
    await page.press("w");
    await until(() => page.evaluate(() => document.body?.className === "rewritten", null), "the page to be rewritten");
    const report = await found(hostile, page, ["us-ice", "chicago-il", "rahm-emanuel"]);
    expect(report.entities.map(({ entity }) => entity)).not.toContain("lori-lightfoot");
    expect(report.date.value).toBe("2018-03-02");
    expect(await highlightCount(page)).toBeLessThanOrEqual(4);
    await openCard(page, "Rahm Emanuel");
    expect(await hostCount(page)).toBe(1);
    await page.press("Escape");
    await page.card.waitClosed();
    expect(errorsOf(page)).toEqual([]);
  });

  if (name === "chromium")
    it("7: a page that was frozen follows settings changed meanwhile", async () => {
      const page = await hostile.open("frozen", story());
      await found(hostile, page);
      const driver = page.driver as PlaywrightPage;
      const session = await driver.context().newCDPSession(driver);
      await session.send("Page.setWebLifecycleState", { state: "frozen" });
      await writeSettings(hostile.browser, { sitesOff: ["frozen.hostile.test"] });
      await session.send("Page.setWebLifecycleState", { state: "active" });
      await until(
        async () => (await askReader(hostile.browser, page))?.standstill === "site-off",
        "the page to follow",
      );
      expect(await highlightCount(page)).toBe(0);
      expect(errorsOf(page)).toEqual([]);
    });

  it("7: a page from the back-forward cache comes back whole and follows settings changed meanwhile", async () => {
    const page = await hostile.open(
      "cached",
      story({
        head: "<script>addEventListener('pageshow', (event) => { window.cameBack = event.persisted; });</script>",
      }),
    );
    await found(hostile, page);
    hostile.browser.proxy.serve(addressOf("elsewhere"), story());
    await page.goto(addressOf("elsewhere"));
    await found(hostile, page);
    await writeSettings(hostile.browser, { sitesOff: ["cached.hostile.test"] });
    await page.evaluate(() => void setTimeout(() => history.back()), null);
    await until(
      () =>
        page.evaluate(() => location.hostname.startsWith("cached") && "cameBack" in window, null).catch(() => false),
      "the first page to come back",
    );
    expect(await page.evaluate(() => Reflect.get(window, "cameBack") as boolean, null), "from the cache").toBe(true);
    await until(
      async () => (await askReader(hostile.browser, page))?.standstill === "site-off",
      "the page to know that its site is off",
    );
    expect(await highlightCount(page)).toBe(0);
    await writeSettings(hostile.browser, { sitesOff: [] });
    await found(hostile, page);
    await expectCardWorks(page);
    expect(errorsOf(page)).toEqual([]);
  });
});
