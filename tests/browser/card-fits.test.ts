/** A card's first view fits without scrolling: real cards of every kind, drawn by a real browser in the card's own style. */
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureChromium } from "../../scripts/tools/browsers";
import { root } from "../../scripts/tools/commands";
import { ensureGenerated } from "../../scripts/tools/generate";
import { entities, realCard } from "../unit/context/data";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  await ensureGenerated();
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    build: {
      write: false,
      target: "chrome128",
      lib: { entry: join(root, "tests/browser/fits/main.tsx"), formats: ["iife"], name: "fits" },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const script = bundle?.output.find((file) => file.type === "chunk");
  if (script?.type !== "chunk") throw new Error("the bundle has no script");
  const { path } = await ensureChromium();
  browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox"] });
  page = await browser.newPage({ viewport: { width: 800, height: 900 } });
  await page.addScriptTag({ content: script.code });
});
afterAll(() => browser?.close());

/** Of persons, who are many and alike, every seventh. */
function sample(): string[] {
  const isPerson = (entity: string) => realCard(entity, "2019-07-15").kind === "person";
  let person = 0;
  return entities().filter((entity) => !isPerson(entity) || person++ % 7 === 0);
}

describe("a card's first view", () => {
  it.each([
    ["2019-07-15", "en"],
    ["2025-09-30", "es"],
    ["2026-09-01", "en"],
  ] as const)("needs no scrolling, as of %s in %s", { timeout: 240_000 }, async (day, language) => {
    const over: string[] = [];
    let used = 0;
    const chosen = sample();
    for (let from = 0; from < chosen.length; from += 100) {
      const models = chosen.slice(from, from + 100).map((entity) => realCard(entity, day, { language }));
      const pixels = await page.evaluate(
        (some) => some.map((model) => (globalThis as unknown as { overflow(one: unknown): number }).overflow(model)),
        models,
      );
      for (const [index, more] of pixels.entries()) {
        if (more > 0) over.push(`${models[index]?.entity} by ${Math.round(more)} px`);
        else used += 1 + more / 540;
      }
    }
    expect(over).toEqual([]);
    expect(chosen.length).toBeGreaterThan(600);

    // Cards that fit because they say little would prove nothing.
    expect(used / chosen.length).toBeGreaterThan(0.6);
  });
});
