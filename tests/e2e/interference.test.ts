/**
 * The measure of `scripts/measure-interference.ts` must turn red when there is something: a package that interferes in each way is
 * observed on our own article, and each way must be named. The built package must be named for nothing.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleHtml, newsHead } from "../hostile/support/fixtures";
import { alteredPackage } from "../hostile/support/packages";
import { type BrowserName, browserNames, openBrowser, type TestBrowser } from "../support/browser";
import { compare, differences, type Observation, Observer } from "../support/interference";

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

/** A picture that the page's policy refuses, or that is asked for past the policy. */
const picture = `new Image().src = "http://planted.interference.test/picture.png";`;

/** The built package with a script in front of its content script. */
function planted(name: BrowserName, script: string): string {
  return alteredPackage(name, ({ manifest, read, write }) => {
    const path = manifest.content_scripts[0]?.js[0] ?? "";
    write(path, script + read(path));
  });
}

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

  it("names a planted picture, whatever the page's own refused pictures do", async () => {
    const directory = planted(name, picture);
    const browser = await openBrowser(name, { package: directory });
    try {
      const compared = await compare(new Observer(bare, false), new Observer(browser, true), address, html);
      expect(compared.differences.join("\n")).toContain("planted.interference.test");
    } finally {
      await browser.close();
    }
  });

  it("names each way in which a planted script interferes", async () => {
    const found = differences(without, await observeWith(planted(name, interfering))).join("\n");
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
