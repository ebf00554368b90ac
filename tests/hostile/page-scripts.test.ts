/** Conditions 1–3: what a page's scripts, form fields and policies do to ours. */
import { expect, it } from "vitest";
import { askHost } from "../support/settings";
import { until } from "../support/until";
import { markedWords, pointOf } from "../support/words";
import { fixture, newsHead, storyEntities, watchScript } from "./support/fixtures";
import {
  addressOf,
  cardBox,
  countSafely,
  errorsOf,
  expectCardWorks,
  expectUntouched,
  found,
  inBothBrowsers,
  openCard,
} from "./support/suite";

const openHost = "html > div[popover=manual]";

inBothBrowsers("the page's own scripts and policies", (hostile, name) => {
  it("1: tampered prototypes change neither what is found nor the card", async () => {
    const plainPage = await hostile.open("plain", fixture("03-strict-policy.html"));
    const plain = await found(hostile, plainPage);
    await plainPage.front();
    const word = await pointOf(plainPage, "Lori Lightfoot");
    const page = await hostile.open("tampered", fixture("01-tampered-prototypes.html"));
    const host = new URL(addressOf("tampered")).hostname;
    await until(async () => ((await askHost(hostile.browser, host))?.mentions ?? 0) > 0, "mentions to be found");
    const report = await askHost(hostile.browser, host);
    expect(report?.mentions).toBe(plain.mentions);
    expect(report?.entities).toEqual(plain.entities);
    // The driver's own page functions would meet the page's lies: the word's place is known from the plain page's layout.
    await page.front();
    await until(
      async () => {
        await page.move({ x: 3, y: 3 });
        await page.move({ x: word.x + 2, y: word.y });
        await page.move(word);
        // The pointer has to rest for longer than the open delay, however fast the machine is.
        return until(async () => (await countSafely(page, openHost)) === 1, "a card", 600).then(
          () => true,
          () => false,
        );
      },
      "a card to open on the tampered page",
      20_000,
    );
    await page.press("Escape");
    await until(async () => (await countSafely(page, openHost)) === 0, "the card to close");
    await page.press("r");
    await until(async () => (await page.evaluate(() => document.title, null)) === "Restored", "the page to restore");
    await expectCardWorks(page);
    expect(errorsOf(page)).toEqual([]);
  });

  it("2: form fields named like DOM properties change nothing", async () => {
    const page = await hostile.open("clobbered", fixture("02-clobbered.html"));
    const plain = await found(hostile, await hostile.open("unclobbered", fixture("03-strict-policy.html")));
    const report = await found(hostile, page);
    expect(report.entities).toEqual(plain.entities);
    expect(report.date.value).toBe("2019-07-12");
    await page.front();
    const point = await page.evaluate(() => {
      const { querySelector, createRange } = Document.prototype;
      const paragraph = querySelector.call(document, "article > p:nth-of-type(2)") as Element;
      const text = paragraph.firstChild as Text;
      const range = createRange.call(document);
      const at = text.data.indexOf("Lori Lightfoot");
      range.setStart(text, at);
      range.setEnd(text, at + 14);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, null);
    await page.move({ x: point.x + 2, y: point.y });
    await page.move(point);
    await until(async () => (await countSafely(page, openHost)) === 1, "a card to open on the clobbered page");
    const box = await cardBox(page);
    expect(box.right - box.left).toBeGreaterThan(200);
    expect(Math.min(Math.abs(box.top - point.y), Math.abs(point.y - box.bottom)), "beside its word").toBeLessThan(60);
    await page.press("Escape");
    await until(async () => (await countSafely(page, openHost)) === 0, "the card to close");
    expect(errorsOf(page)).toEqual([]);
  });

  it("3: under a strict policy, Trusted Types and a sandbox the card is styled and the console silent", async () => {
    for (const [host, policy] of [
      [
        "strict",
        "default-src 'none'; script-src 'nonce-w'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      ],
      ["sandboxed", "sandbox allow-scripts; default-src 'none'; script-src 'nonce-w'; style-src 'none'"],
    ] as const) {
      const html = String(fixture("03-strict-policy.html").body)
        .replace(newsHead, newsHead.replace(/<style>.*<\/style>/s, ""))
        .replace(`<script>${watchScript}`, `<script nonce="w">${watchScript}`);
      const page = await hostile.open(host, { body: html, headers: { "content-security-policy": policy } });
      await found(hostile, page, storyEntities);
      await expectUntouched(page);
      if (name === "chromium") expect(await markedWords(page)).toContain("Lori Lightfoot");
      await page.front();
      await openCard(page, "Lori Lightfoot");
      const box = await cardBox(page);
      expect(box.right - box.left).toBeGreaterThan(200);
      expect(box.right - box.left).toBeLessThan(600);
      if (name === "chromium") expect(await page.card.style(".card", "background-color")).not.toBe("rgba(0, 0, 0, 0)");
      await page.press("Escape");
      await page.card.waitClosed();
      // The page's policy may refuse what the page itself asks for (its icon), never anything of ours.
      expect(errorsOf(page).filter((error) => !/favicon/.test(error))).toEqual([]);
    }
  });
});
