import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/tools/commands";
import { browserNames, foreignRequests, openBrowser, type TestBrowser } from "../support/browser";
import { askReader } from "../support/settings";
import { until } from "../support/until";

const folder = `${root}../shared/pages`;
/** A dozen saved pages that name officials or the topic; each is served under its own host. */
const pages = [
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
const present = pages.filter((page) => existsSync(`${folder}/${page}.html.gz`));
const headers = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" };

/** Some hosts are in the browsers' built-in lists of hosts that are only ever asked by https, which the proxy does not speak. */
const onlyByHttps = ["msn.com", "politico.com", "chicagotribune.com", "usatoday.com", "nbcnews.com", "thehill.com"];

function addressOf(page: string): string {
  const host = page.replace(/-\d+$/, "");
  return `http://${onlyByHttps.includes(host) ? `${host}.test` : host}/story-${page.at(-1)}`;
}

function bodyOf(page: string): string {
  const html = gunzipSync(readFileSync(`${folder}/${page}.html.gz`)).toString("utf8");
  return html.replaceAll(/<script\b[\s\S]*?<\/script>/gi, "").replaceAll(/<(?:meta[^>]+http-equiv|link\b)[^>]*>/gi, "");
}

async function openAll(browser: TestBrowser, whenRead: boolean): Promise<Map<string, string>> {
  const html = new Map<string, string>();
  for (const name of present) {
    browser.proxy.serve(addressOf(name), { body: bodyOf(name), headers });
    const page = await browser.page(addressOf(name));
    if (whenRead) await until(async () => (await askReader(browser, page)) !== null, `${name} to be read`, 15_000);
    html.set(name, await page.evaluate(() => document.documentElement.outerHTML, null));
    await page.close();
  }
  return html;
}

// Saved pages belong to their publishers and are not in this repository: without them there is nothing to compare.
describe.skipIf(present.length === 0).each(browserNames)(
  "real pages in %s (skipped without ../shared/pages)",
  (name) => {
    let browser: TestBrowser;
    let bare: TestBrowser;
    beforeAll(async () => {
      bare = await openBrowser(name, { bare: true });
      browser = await openBrowser(name);
    });
    afterAll(async () => {
      await bare?.close();
      await browser?.close();
    });

    it("have the very same HTML with the extension and without it, and cause no request", {
      timeout: 180_000,
    }, async () => {
      expect(present.length).toBeGreaterThanOrEqual(10);
      const without = await openAll(bare, false);
      const having = await openAll(browser, true);
      for (const page of present) expect(having.get(page) === without.get(page), page).toBe(true);
      // Some pages make Chromium connect ahead whatever their policy says; it does so without the extension too.
      const pagesOwn = new Set(foreignRequests(bare, present.map(addressOf)));
      expect(foreignRequests(browser, present.map(addressOf)).filter((url) => !pagesOwn.has(url))).toEqual([]);
    });
  },
);
