/** Budgets on what does not jitter. Ceilings stand a little above what is there today; the goal is named beside each. */
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/tools/commands";
import { madePages } from "../bench/pages";
import { bundleReader, gzipKilobytes } from "../bench/sizes";
import { browserNames, openBrowser, type TestBrowser, type TestPage } from "../support/browser";
import { askReader } from "../support/settings";
import { until } from "../support/until";

const packages = { chromium: "chrome-mv3", firefox: "firefox-mv3" } as const;

/** Kilobytes after gzip. */
const ceilings = {
  /** Goal 40. */
  readerCode: 80,
  /** Goal 50. */
  namesIndex: 50,
  readerWhole: 135,
  /** Goal 40, for each script that the popup loads. */
  popup: 40,
  background: 540,
};

function built(name: keyof typeof packages, path: string): number {
  return gzipSync(readFileSync(`${root}.output/${packages[name]}/${path}`), { level: 9 }).length / 1000;
}

describe("sizes", () => {
  it("keeps the reader's code and its index under their ceilings", async () => {
    const [whole, code] = await Promise.all([bundleReader(true), bundleReader(false)]);
    expect(gzipKilobytes(code.code)).toBeLessThan(ceilings.readerCode);
    expect(gzipKilobytes(whole.code) - gzipKilobytes(code.code)).toBeLessThan(ceilings.namesIndex + 2);
  });

  it.each(browserNames)("keeps the scripts of the package for %s under their ceilings", (name) => {
    expect(built(name, "content-scripts/reader.js")).toBeLessThan(ceilings.readerWhole);
    expect(built(name, "background.js")).toBeLessThan(ceilings.background);
    const popup = readdirSync(`${root}.output/${packages[name]}/chunks`).filter((file) => /^popup.*\.js$/.test(file));
    expect(popup.length).toBeGreaterThan(0);
    for (const file of popup) expect(built(name, `chunks/${file}`)).toBeLessThan(ceilings.popup);
  });
});

type Counting = typeof globalThis & { mutations?: number };

describe.each(browserNames)("what the page sees in %s", (name) => {
  let browser: TestBrowser;
  let page: TestPage;
  const [news, , quiet] = madePages;

  /** Counts every change of the document from its first parsed script on. */
  const counted = (html: string): string =>
    html.replace(
      "<main>",
      `<script>addEventListener("DOMContentLoaded", () => { globalThis.mutations = 0; new MutationObserver((records) => { globalThis.mutations += records.length; }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }); });</script><main>`,
    );
  const mutations = (): Promise<number | undefined> => page.evaluate(() => (globalThis as Counting).mutations, null);

  beforeAll(async () => {
    browser = await openBrowser(name);
    browser.proxy.serve("http://news.example.test/2019/07/12/story", counted(news?.html ?? ""));
    browser.proxy.serve("http://quiet.example.test/", counted(quiet?.html ?? ""));
    page = await browser.page();
  });
  afterAll(() => browser?.close());

  it("finds nothing on a page with nothing to say, and changes nothing", async () => {
    await page.goto("http://quiet.example.test/");
    await until(async () => (await askReader(browser, page)) !== null, "the reader to answer", 15_000);
    expect((await askReader(browser, page))?.mentions).toBe(0);
    expect(await mutations()).toBe(0);
  });

  it("marks a page with much to say without one mutation", async () => {
    await page.goto("http://news.example.test/2019/07/12/story");
    await until(async () => ((await askReader(browser, page))?.entities.length ?? 0) > 0, "entities", 15_000);
    expect(await mutations()).toBe(0);
  });
});
