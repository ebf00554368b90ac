/** Conditions 8–11: frames, shadow roots, editors, and documents that are not HTML. */
import { expect, it } from "vitest";
import { askHost, askReader } from "../support/settings";
import { until } from "../support/until";
import { pointOf } from "../support/words";
import { articleHtml, articleParagraphs, fill, fixture, newsHead, story } from "./support/fixtures";
import {
  addressOf,
  errorsOf,
  expectCardWorks,
  expectToStay,
  expectUntouched,
  found,
  highlightCount,
  inBothBrowsers,
  openCard,
} from "./support/suite";

const plainXml = `<?xml version="1.0"?><feed><title>ICE in Chicago</title><entry>${articleParagraphs[0]}</entry></feed>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="200"><text x="10" y="40">ICE, Chicago, Mayor Lori Lightfoot</text></svg>`;
const xhtml = `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head>${newsHead.replace('<meta charset="utf-8">', "").replace(/<meta ([^>]*)>/g, "<meta $1/>")}</head><body>${articleHtml}</body></html>`;
const pdf = `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F1 18 Tf 9 90 Td (ICE in Chicago) Tj ET
endstream endobj
trailer<</Root 1 0 R>>`;

inBothBrowsers("parts of pages and kinds of documents", (hostile) => {
  it("8: frames of every kind are left alone, and do not disturb the story around them", async () => {
    const alone = await found(hostile, await hostile.open("no-frames", story()));
    hostile.browser.proxy.serve("http://other.hostile.test/frame", story());
    const page = await hostile.open("frames", fixture("08-frames.html"));
    await until(() => page.evaluate(() => Reflect.get(window, "framesReady") === true, null), "the frames to load");
    const report = await found(hostile, page);
    expect(report.entities).toEqual(alone.entities);
    const inside = await page.evaluate(
      () =>
        ["blank", "source", "blob"].map((id) => {
          const frame = (document.getElementById(id) as HTMLIFrameElement).contentWindow as Window & typeof globalThis;
          return { marks: frame.CSS.highlights.size, text: frame.document.body.textContent.includes("ICE") };
        }),
      null,
    );
    expect(inside).toEqual([1, 2, 3].map(() => ({ marks: 0, text: true })));
    await expectUntouched(page);
    await expectCardWorks(page);
    expect(errorsOf(page)).toEqual([]);
  });

  it("9: open shadow roots are read, nested ones too; closed ones are left alone", async () => {
    const page = await hostile.open("roots", fixture("09-shadow-roots.html"));
    const report = await found(hostile, page, ["us-ice", "us-cbp", "us-eoir"]);
    expect(report.entities.map(({ entity }) => entity)).not.toContain("us-fbi");
    await expectUntouched(page);
    const point = await page.evaluate(() => {
      const text = document.querySelector("open-part")?.shadowRoot?.querySelector("b")?.firstChild as Text;
      text.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, null);
    await page.move({ x: point.x + 2, y: point.y });
    await page.move(point);
    await page.card.waitOpen();
    await page.press("Escape");
    await page.card.waitClosed();
    expect(errorsOf(page)).toEqual([]);
  });

  it("10: editors are never read, nor what becomes an editor later", async () => {
    const page = await hostile.open("editors", fixture("10-editors.html"));
    const report = await found(hostile, page);
    const names = report.entities.map(({ entity }) => entity);
    for (const hidden of ["us-cbp", "us-eoir", "us-fbi", "us-dea", "us-marshals"]) expect(names).not.toContain(hidden);
    await expectUntouched(page);
    await page.evaluate(() => document.querySelector("article")?.setAttribute("contenteditable", "true"), null);
    await until(async () => (await askReader(hostile.browser, page))?.mentions === 0, "the new editor to be let go");
    expect(await page.evaluate(() => [...CSS.highlights.keys()].length, null).catch(() => 0)).toBeLessThanOrEqual(4);
    await page.evaluate(() => document.querySelector("article")?.removeAttribute("contenteditable"), null);
    await found(hostile, page);
    expect(errorsOf(page)).toEqual([]);
  });

  it("10: a document in design mode is never read", async () => {
    const page = await hostile.open("design-mode", story({ head: "<script>document.designMode = 'on';</script>" }));
    await until(async () => (await askReader(hostile.browser, page)) !== null, "the reader to answer");
    await expectToStay(async () => (await askReader(hostile.browser, page))?.mentions === 0, "nothing is read");
    expect(await highlightCount(page)).toBe(0);
    await expectUntouched(page);
    expect(errorsOf(page)).toEqual([]);
  });

  it("10: a document that becomes an editor opens no card, and is let go with its first change", async () => {
    const page = await hostile.open("design-mode-later", story());
    await found(hostile, page);
    await openCard(page, "Lori Lightfoot");
    await page.press("Escape");
    await page.card.waitClosed();
    await page.evaluate(() => {
      document.designMode = "on";
    }, null);
    const point = await pointOf(page, "Lori Lightfoot");
    await page.move({ x: 3, y: 3 });
    await page.move(point);
    await expectToStay(async () => !(await page.card.isOpen()), "no card over an editor");
    await page.click(await pointOf(page, "By A. Reporter"));
    await page.type("Edited. ");
    await until(async () => (await askReader(hostile.browser, page))?.mentions === 0, "the document to be let go");
    expect(errorsOf(page)).toEqual([]);
  });

  it("11: documents that are not HTML are left quietly; XHTML works", async () => {
    for (const [kind, body, type] of [
      ["svg", svg, "image/svg+xml"],
      ["xml", plainXml, "application/xml"],
      ["json", JSON.stringify({ article: articleParagraphs }), "application/json"],
      ["text", articleParagraphs.join("\n\n"), "text/plain; charset=utf-8"],
      ["pdf", pdf, "application/pdf"],
    ] as const) {
      const address = addressOf(kind);
      hostile.browser.proxy.serve(address, { body, type });
      const page = hostile.keep(await hostile.browser.page());
      // A browser may show a PDF file in a viewer of its own, or download it.
      const gone = page.driver.goto(address, { waitUntil: "domcontentloaded" }).catch((error: unknown) => error);
      if ((await gone) instanceof Error) expect(kind).toBe("pdf");
      await expectToStay(
        async () => ((await askHost(hostile.browser, new URL(address).hostname))?.mentions ?? 0) === 0,
        `${kind} is left alone`,
        300,
      );
      expect(errorsOf(page), kind).toEqual([]);
    }
    const page = await hostile.open("xhtml", { body: fill(xhtml), type: "application/xhtml+xml; charset=utf-8" });
    await found(hostile, page);
    await openCard(page, "Lori Lightfoot");
    await page.press("Escape");
    await page.card.waitClosed();
    expect(errorsOf(page)).toEqual([]);
  });
});
