/**
 * The measure of `scripts/measure-interference.ts` must turn red when there is something: a package that interferes in each way is
 * observed on our own article, and each way must be named. The built package must be named for nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleHtml, newsHead } from "../hostile/support/fixtures";
import { alteredPackage } from "../hostile/support/packages";
import { browserNames, openBrowser, type TestBrowser } from "../support/browser";
import { differences, type Observation, Observer } from "../support/interference";

const address = "http://paper.interference.test/2019/07/12/chicago-mayor-says-police-will-not-join";
const html = `<!doctype html><html lang="en"><head>${newsHead}</head><body>${articleHtml}</body></html>`;

/** Runs in the content script, before ours. */
const interfering = `
document.addEventListener("DOMContentLoaded", () => {}, { once: true });
document.body.setAttribute("data-planted", "");
document.addEventListener("copy", (event) => { event.clipboardData.setData("text/plain", "planted"); event.preventDefault(); });
document.querySelector("h1").append("planted words");
console.error("planted complaint");
setTimeout(() => { throw new Error("planted exception"); });
Promise.reject(new Error("planted rejection"));
`;

describe.each(browserNames)("the measure of interference in %s", (name) => {
  let bare: TestBrowser;
  let without: Observation;

  beforeAll(async () => {
    bare = await openBrowser(name, { bare: true });
    without = await new Observer(bare, false).observe(address, html);
  });
  afterAll(() => bare?.close());

  async function observeWith(directory?: string): Promise<Observation> {
    const browser = await openBrowser(name, directory ? { package: directory } : {});
    try {
      return await new Observer(browser, true).observe(address, html);
    } finally {
      await browser.close();
    }
  }

  it("finds nothing of ours on an article that is marked and whose card was opened", async () => {
    const having = await observeWith();
    expect(having.highlights).toBeGreaterThan(0);
    expect(having.afterCard).not.toBeNull();
    expect(without.copiedText).toContain("Lori Lightfoot");
    expect(differences(without, having)).toEqual([]);
  });

  it("names each way in which a planted script interferes", async () => {
    const directory = alteredPackage(name, ({ manifest, read, write }) => {
      const path = manifest.content_scripts[0]?.js[0] ?? "";
      write(path, interfering + read(path));
    });
    const found = differences(without, await observeWith(directory)).join("\n");
    for (const way of [
      /^html: .*/m,
      /^selection: .*/m,
      /^copiedText: .*/m,
      /^records: attributes in BODY/m,
      /^records: childList in H1/m,
      /^errors: .*planted complaint/m,
      /^errors: .*planted exception/m,
      /^errors: .*planted rejection/m,
    ])
      expect(found).toMatch(way);
  });
});
