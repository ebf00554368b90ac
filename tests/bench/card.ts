/** How long a reader waits for a card on the built extension, from the pointer's rest to the frame that shows it. */
import { readFileSync } from "node:fs";
import { root } from "../../scripts/tools/commands";
import { type BrowserName, openBrowser } from "../support/browser";
import { askReader, writeSettings } from "../support/settings";
import { until } from "../support/until";
import { rest } from "../support/words";

const address = "http://paper.example.test/2019/07/12/chicago-mayor";
const article = readFileSync(`${root}tests/fixtures/pages/july-2019.html`, "utf8");
const words = ["Lori Lightfoot", "undocumented immigrants"];

interface Clocked {
  /** When the pointer last moved, by the event's own clock. */
  moved: number;
  shown: number | null;
}

/**
 * Milliseconds of each card, with the reader's intent delay set to nothing: the pointer's frame, the card's records, drawing,
 * placing, and the frame that paints it. `cards`: how many, over a few words in turn. The packages must be built.
 */
export async function cardOpenMilliseconds(name: BrowserName, cards: number): Promise<number[]> {
  const browser = await openBrowser(name, {
    preferences: { "privacy.reduceTimerPrecision": false, "privacy.resistFingerprinting": false },
  });
  const all: number[] = [];
  try {
    browser.proxy.serve(address, article);
    await writeSettings(browser, { openDelay: 0 });
    const page = await browser.page(address);
    await until(async () => ((await askReader(browser, page))?.mentions ?? 0) > 0, "mentions to be found", 15_000);
    await page.front();
    await page.evaluate(() => {
      const clocked: Clocked = { moved: 0, shown: null };
      Object.assign(window, { clocked });
      addEventListener("pointermove", (event) => {
        if (clocked.shown === null) clocked.moved = event.timeStamp;
      });
      new MutationObserver(() => {
        if (clocked.shown !== null || document.querySelector("[popover=manual]") === null) return;
        // A task behind the frame: what the frame drew has been handed over by then.
        requestAnimationFrame(() => setTimeout(() => (clocked.shown ??= performance.now())));
      }).observe(document, { childList: true, subtree: true });
    }, null);
    for (let card = 0; card < cards; card += 1) {
      await rest(page, words[card % words.length] ?? "");
      await page.card.waitOpen();
      const read = (): Promise<Clocked> =>
        page.evaluate(() => (window as unknown as { clocked: Clocked }).clocked, null);
      await until(async () => (await read()).shown !== null, "the card to be painted");
      const { moved, shown } = await read();
      all.push((shown ?? Number.NaN) - moved);
      await page.press("Escape");
      await page.card.waitClosed();
      await page.move({ x: 5, y: 5 });
      await page.evaluate(() => {
        (window as unknown as { clocked: Clocked }).clocked.shown = null;
      }, null);
    }
  } finally {
    await browser.close();
  }
  return all;
}
