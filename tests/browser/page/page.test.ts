/**
 * lib/page in a real browser: what DOM libraries in Node do not have. The room is bundled as it is and put into pages
 * made here; no extension, no network.
 */
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureChromium } from "../../../scripts/tools/browsers";

type Room = typeof import("../../../lib/page");
declare global {
  var room: Room;
  var seen: { text: string[]; reasons: string[]; characters: number };
}

let browser: Browser;
let bundle: string;

beforeAll(async () => {
  const built = await build({
    stdin: {
      contents: 'import * as room from "./index.ts"; globalThis.room = room;',
      resolveDir: new URL("../../../lib/page", import.meta.url).pathname,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
    target: "chrome128",
  });
  bundle = built.outputFiles[0]?.text ?? "";
  const { path } = await ensureChromium();
  browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
});

afterAll(() => browser?.close());

async function open(body: string, contentType = "text/html; charset=utf-8"): Promise<Page> {
  const page = await browser.newPage();
  await page.route("**/*", (route) => route.fulfill({ contentType, body }));
  await page.goto("https://page.example/");
  // Evaluated, not added as an element: the page stays as it is.
  await page.evaluate(bundle);
  return page;
}

function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    globalThis.seen = { text: [], reasons: [], characters: 0 };
    room.watchPage({
      document,
      signal: new AbortController().signal,
      onText: (texts) => {
        for (const { text } of texts) {
          seen.characters += text.length;
          if (seen.text.length < 100) seen.text.push(text);
        }
      },
      onNavigate: (reason) => seen.reasons.push(reason),
    });
  });
}

const clobbered = [
  "childNodes",
  "parentNode",
  "tagName",
  "localName",
  "closest",
  "nodeType",
  "isContentEditable",
  "shadowRoot",
  "previousSibling",
  "getAttribute",
  "hasAttribute",
  "textContent",
];

describe("reading in Chromium", () => {
  it("is not misled by forms and images whose names shadow DOM properties", async () => {
    const fields = clobbered.map((name) => `<input name="${name}">`).join("");
    const page = await open(
      `<img name="body"><img name="title"><img name="documentElement"><img name="createTreeWalker"><img name="querySelectorAll"><img name="designMode"><img name="defaultView">
       <p>before</p><form>${fields}<p>inside <b>New</b> York</p>loose</form><form hidden>${fields}secret</form><p>after</p>`,
    );
    const read = await page.evaluate(() => [room.readText(document).text, room.isReadableDocument(document)]);
    expect(read).toEqual(["before\ninside New York\nloose\nafter", true]);
    await watch(page);
    await page.evaluate(() => Document.prototype.querySelectorAll.call(document, "form")[0]?.append("more"));
    await page.waitForFunction(() => seen.text.length > 0);
    expect(await page.evaluate(() => seen.text)).toEqual(["loosemore"]);
    await page.close();
  });

  it("makes ranges whose text is the text that was read, and knows what is drawn", async () => {
    const page = await open(
      `<style>.gone{display:none}</style><p>near <b>New</b> <i>York</i></p><p class="gone">New York</p>`,
    );
    const found = await page.evaluate(() => {
      const text = room.readText(document);
      return [5, text.text.lastIndexOf("New York")].map((start) => {
        const range = room.rangeOf(text, start, start + 8);
        if (!range) return null;
        const live = document.createRange();
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        return [live.toString(), room.isRendered(range)];
      });
    });
    expect(found).toEqual([
      ["New York", true],
      ["New York", false],
    ]);
    await page.close();
  });

  it.each([
    ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"><text>ICE</text></svg>', false],
    ["application/xml", "<a>ICE</a>", false],
    ["application/json", '{"a": "ICE"}', false],
    ["text/plain", "ICE", false],
    ["application/xhtml+xml", '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>ICE</p></body></html>', true],
  ])("reads or leaves %s", async (type, body, readable) => {
    const page = await open(body, type);
    expect(await page.evaluate(() => room.isReadableDocument(document))).toBe(readable);
    await page.close();
  });
});

describe("following in Chromium", () => {
  it("recovers from document.open()", async () => {
    const page = await open("<p>old</p>");
    await watch(page);
    await page.evaluate(() => {
      document.open();
      document.write("<p>written anew</p>");
      document.close();
    });
    await page.waitForFunction(() => seen.text.join().includes("written anew"));
    await page.evaluate(() => document.body.append("and more"));
    await page.waitForFunction(() => seen.text.join().includes("and more"));
    expect(await page.evaluate(() => seen.reasons)).toEqual(["replaced"]);
    await page.close();
  });

  it("knows while text is still to be read", async () => {
    const page = await open(`<main>${"<p>some words of a paragraph</p>".repeat(2000)}</main>`);
    const [atFirst, inTheEnd] = await page.evaluate(async () => {
      const { signal } = new AbortController();
      const rest = new room.TextReader(document, { signal });
      const read = [rest.read(100)?.text.length ?? 0];
      const hasMore = room.watchPage({
        ...{ document, signal, rest },
        onText: (texts) => void read.push(...texts.map(({ text }) => text.length)),
      });
      const began = hasMore();
      while (hasMore()) await new Promise((resolve) => setTimeout(resolve, 20));
      return [began, read.reduce((total, length) => total + length)];
    });
    expect(atFirst).toBe(true);
    expect(inTheEnd).toBeGreaterThan(2000 * "some words of a paragraph".length);
    await page.close();
  });

  it("notices a new address without a change of the page", async () => {
    const page = await open("<p>old</p>");
    await watch(page);
    await page.evaluate(() => history.pushState(null, "", "/next"));
    await page.waitForFunction(() => seen.reasons.length > 0);
    expect(await page.evaluate(() => seen.reasons)).toEqual(["address"]);
    await page.close();
  });

  it("reads little of an endless loop of changes", async () => {
    const page = await open(`<main>${"<p>some words of a paragraph</p>".repeat(400)}</main>`);
    await watch(page);
    const written = await page.evaluate(async () => {
      const blocks = [...document.querySelectorAll("p")];
      let count = 0;
      const end = performance.now() + 4000;
      while (performance.now() < end) {
        for (const block of blocks) block.textContent = `${count++} some words of a paragraph that changes for ever`;
        await new Promise(requestAnimationFrame);
      }
      return count * 50;
    });
    const characters = await page.evaluate(() => seen.characters);
    expect(characters).toBeGreaterThan(0);
    expect(characters).toBeLessThan(written / 4);
    await page.close();
  });
});
