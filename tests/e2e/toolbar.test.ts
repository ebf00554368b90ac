import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localDay } from "../../lib/settings/rules";
import { root } from "../../scripts/tools/commands";
import { browserNames, openBrowser, type TestBrowser, type TestPage } from "../support/browser";
import { askReader, writeSettings } from "../support/settings";
import { openToolbar, type Toolbar } from "../support/toolbar";
import { until } from "../support/until";

const article = readFileSync(`${root}tests/fixtures/pages/july-2019.html`, "utf8");
const news = "http://paper.example.test/2019/07/12/chicago-mayor";
const quiet = "http://quiet.example.test/rabbits";

describe.each(browserNames)("the toolbar button in %s", (name) => {
  let browser: TestBrowser;
  let toolbar: Toolbar;
  let story: TestPage;
  let other: TestPage;

  beforeAll(async () => {
    browser = await openBrowser(name);
    browser.proxy.serve(news, article);
    browser.proxy.serve(quiet, "<!doctype html><title>Rabbits</title><p>Forty rabbits look for a home.</p>");
    toolbar = await openToolbar(browser);
    story = await browser.page(news);
    other = await browser.page(quiet);
    await until(async () => ((await askReader(browser, story))?.mentions ?? 0) > 0, "mentions to be found", 15_000);
  });
  afterAll(() => browser?.close());

  const becomes = (page: TestPage, picture: "on" | "off") =>
    until(async () => (await toolbar.picture(page)) === picture, `the picture to be ${picture}`);

  it("counts the things explained here", async () => {
    const report = await askReader(browser, story);
    await until(async () => (await toolbar.badge(story)) === String(report?.entities.length), "the count to be shown");
    expect(await toolbar.picture(story)).toBe("on");
  });

  it("is quiet where nothing is explained", async () => {
    await until(async () => (await askReader(browser, other)) !== null, "the quiet page to be read");
    expect(await toolbar.badge(other)).toBe("");
    expect(await toolbar.picture(other)).toBe("on");
  });

  it("goes grey on a site that is switched off, and there alone", async () => {
    await writeSettings(browser, { sitesOff: ["paper.example.test"] });
    await becomes(story, "off");
    expect(await toolbar.badge(story)).toBe("");
    expect(await toolbar.picture(other)).toBe("on");
  });

  it("is grey again when a page of that site is loaded anew", async () => {
    await story.reload();
    await becomes(story, "off");
  });

  it("gets its colour back with the site", async () => {
    await writeSettings(browser, { sitesOff: [] });
    await becomes(story, "on");
    await until(async () => (await toolbar.badge(story)) !== "", "the count to come back");
  });

  it.each([
    ["everything is switched off", { on: false }, { on: true }],
    ["it is paused for today", { pausedOn: localDay(new Date()) }, { pausedOn: null }],
  ])("goes grey in every tab while %s", async (_what, rest, resume) => {
    const blank = await browser.page("about:blank");
    await writeSettings(browser, rest);
    for (const page of [story, other, blank]) await becomes(page, "off");
    expect(await toolbar.badge(story)).toBe("");
    await writeSettings(browser, resume);
    for (const page of [story, other, blank]) await becomes(page, "on");
    await blank.close();
  });
});
