/** axe over every state of the gallery in a real Chromium with the real style sheets: light and dark, left-to-right and right-to-left. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/tools/commands";
import { ensureGenerated } from "../../scripts/tools/generate";

const views = [
  ...["chicago", "disputed", "oneSided", "stale", "unknownDate", "expired", "long", "more", "nothing"].map(
    (name) => `card.${name}`,
  ),
  ...["report", "off", "paused", "siteOff", "notNews", "nothing", "browserPage", "noAccess", "reload"].map(
    (name) => `popup.${name}`,
  ),
  "welcome.all",
  "practice.all",
];
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const address = "https://gallery.example/";
const types: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css" };

let browser: Browser;
let page: Page;

beforeAll(async () => {
  await ensureGenerated();
  const built = await build({
    root: join(root, "components/gallery"),
    configFile: false,
    logLevel: "error",
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    build: { write: false, target: "chrome128" },
  });
  const files = new Map<string, string>();
  for (const output of Array.isArray(built) ? built : [built])
    if ("output" in output)
      for (const file of output.output)
        files.set(file.fileName, file.type === "chunk" ? file.code : Buffer.from(file.source).toString("utf8"));
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  page = await browser.newPage({ viewport: { width: 400, height: 800 } });
  await page.route(`${address}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1) || "index.html";
    const body = files.get(name);
    return body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, contentType: types[name.split(".").at(-1) ?? ""] ?? "text/plain" });
  });
});

afterAll(() => browser?.close());

async function faults(): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  });
}

const looks = [
  "theme=light&dir=ltr",
  "theme=dark&dir=ltr&language=es",
  "theme=light&dir=rtl&language=es",
  "theme=dark&dir=rtl",
];

describe.each(views)("%s", (view) => {
  it.each(looks)("has no fault by axe with %s", async (look) => {
    await page.goto(`${address}?view=${view}&${look}`);
    await page.waitForSelector("#app > *");
    expect(await faults()).toEqual([]);
  });

  it("has no fault by axe with everything in it opened", async () => {
    await page.goto(`${address}?view=${view}&theme=light`);
    await page.waitForSelector("#app > *");
    const closed = page.locator("[aria-expanded=false]");
    for (let nth = 0; nth < Math.min(await closed.count(), 8); nth += 1) {
      const button = page.locator("[aria-expanded]").nth(nth);
      if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
      expect(await faults()).toEqual([]);
    }
  });
});
