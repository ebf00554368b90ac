import { readFileSync } from "node:fs";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureChromium } from "../../scripts/tools/browsers";
import { root } from "../../scripts/tools/commands";
import { firefoxPageId, launchFirefox, quietSwitches } from "../../scripts/tools/launch";
import { type RecordingProxy, startProxy } from "../support/proxy";
import { until } from "../support/until";

const address = "http://paper.example.test/open-before";
const article = readFileSync(`${root}tests/fixtures/pages/july-2019.html`, "utf8");

interface Opened {
  browser: Browser;
  install(): Promise<string>;
}

async function openChromium(proxy: RecordingProxy): Promise<Opened> {
  const { path } = await ensureChromium();
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: true,
    pipe: true,
    enableExtensions: true,
    args: [...quietSwitches, `--proxy-server=http://${proxy.address}`, "--proxy-bypass-list=<-loopback>"],
  });
  const install = async () => `chrome-extension://${await browser.installExtension(`${root}.output/chrome-mv3`)}`;
  return { browser, install };
}

async function openFirefox(proxy: RecordingProxy): Promise<Opened> {
  const { browser } = await launchFirefox({ headless: true, proxy: proxy.address, bare: true });
  const install = async () => {
    await browser.installExtension(`${root}.output/firefox-mv3`);
    return `moz-extension://${firefoxPageId}`;
  };
  return { browser, install };
}

/** How many mentions the reader in the article's tab reports; null where no reader answers. */
function mentionsThere(control: Page): Promise<number | null> {
  return control.evaluate(async () => {
    type Tabs = {
      query(filter: object): Promise<{ id: number }[]>;
      sendMessage(id: number, message: object): Promise<unknown>;
    };
    const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
    for (const tab of await tabs.query({})) {
      const report = (await tabs.sendMessage(tab.id, { type: "report" }).catch(() => null)) as {
        host?: string;
        mentions?: number;
      } | null;
      if (report?.host === "paper.example.test") return report.mentions ?? null;
    }
    return null;
  });
}

describe.each([
  ["chromium", openChromium, null],
  // Firefox injects content scripts into open tabs when an add-on is installed; Chromium waits for a reload.
  ["firefox", openFirefox, "at once"],
] as const)("a tab opened before the install in %s", (_name, open, expected) => {
  let proxy: RecordingProxy;
  let opened: Opened;
  let page: Page;
  let control: Page;

  beforeAll(async () => {
    proxy = await startProxy();
    proxy.serve(address, article);
    opened = await open(proxy);
    page = await opened.browser.newPage();
    await page.goto(address, { waitUntil: "domcontentloaded" });
    const origin = await opened.install();
    control = await opened.browser.newPage();
    await control.goto(`${origin}/options.html`, { waitUntil: [] });
    await control.waitForSelector("h1");
  });
  afterAll(async () => {
    await opened?.browser.close();
    await proxy?.close();
  });

  it("is read as the browser allows", async () => {
    if (expected === "at once")
      await until(async () => ((await mentionsThere(control)) ?? 0) > 0, "the open tab to be read");
    else expect(await mentionsThere(control)).toBeNull();
  });

  it("is read after a reload", async () => {
    await page.reload({ waitUntil: "domcontentloaded" });
    await until(async () => ((await mentionsThere(control)) ?? 0) > 0, "the reloaded tab to be read");
  });
});
