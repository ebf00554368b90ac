/**
 * `npm start [-- --firefox] [-- URL]`: builds the extension, opens a browser with it on the practice article (or URL), and
 * asserts that it really runs there. With no display it says so and writes a screenshot of an open card instead.
 */
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { build, type Target } from "./build";
import { root } from "./tools/commands";
import { launch } from "./tools/launch";

const parameters = process.argv.slice(2);
const target: Target = parameters.includes("--firefox") ? "firefox" : "chrome";
const address = parameters.find((parameter) => /^https?:\/\//.test(parameter));
const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

console.error(`Building for ${target} …`);
await build(target);
const running = await launch(target, { headless: !hasDisplay });
try {
  const page = await running.browser.newPage();
  await open(page, `${running.origin}/practice.html`);
  await assertCardOpens(page);
  console.log(`Newsgloss runs in ${await running.browser.version()}.`);
  if (hasDisplay) {
    if (address) await open(page, address);
    console.log("Close the browser to end.");
    await new Promise((resolve) => running.browser.on("disconnected", resolve));
  } else {
    mkdirSync(`${root}artifacts`, { recursive: true });
    const path = `artifacts/start-${target}.png`;
    await page.screenshot({ path: `${root}${path}` });
    console.log(`There is no display here, so nothing was opened. A screenshot of an open card: ${path}`);
    await running.close();
  }
} catch (error) {
  await running.close().catch(() => undefined);
  throw error;
}

async function open(page: Page, url: string): Promise<void> {
  // `load` never arrives for extension pages in Firefox: docs/browser-bugs.md.
  await page.goto(url, { waitUntil: url.startsWith("http") ? "domcontentloaded" : [] });
  await page.waitForSelector("h1");
}

/** Rests the pointer on the article's first “ICE” and waits for the card's host on the root element. */
async function assertCardOpens(page: Page): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    // The welcome page, which opens on install, takes the front; a tab behind it draws nothing.
    await page.bringToFront();
    const point = await page.evaluate(() => {
      const walker = document.createTreeWalker(
        document.querySelector("article") ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = /\bICE\b/.exec(node.textContent ?? "")?.index;
        if (at === undefined) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 3);
        range.startContainer.parentElement?.scrollIntoView({ block: "center" });
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
      return null;
    });
    if (point) {
      await page.mouse.move(point.x - 1, point.y);
      await page.mouse.move(point.x, point.y);
    }
    // Polled by hand: `waitForFunction` evaluates text, which the extension pages' policy forbids.
    const isOpen = () => page.evaluate(() => document.querySelector("div[popover]:popover-open") !== null);
    let opened = await isOpen();
    for (let look = 0; look < 40 && !opened; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      opened = await isOpen();
    }
    if (opened) return;
  }
  throw new Error("The extension was loaded, but no card opened on the practice article.");
}
