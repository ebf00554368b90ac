/** The gallery of every state of every view, built once and shown in a real browser through the proxy that is its network. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { build } from "vite";
import { root } from "../../scripts/tools/commands";
import { ensureGenerated } from "../../scripts/tools/generate";
import { type BrowserName, openBrowser, type TestBrowser, type TestBrowserOptions, type TestPage } from "./browser";

const address = "http://gallery.example.test/";
const types: Record<string, string> = { html: "text/html", js: "text/javascript", css: "text/css" };
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Look {
  theme?: "light" | "dark";
  dir?: "ltr" | "rtl";
  language?: "en" | "es";
}

interface Axe {
  run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** What axe finds wrong on a page, one line each. */
export async function axeFaults(page: TestPage): Promise<string[]> {
  await page.evaluate((source) => {
    if ("axe" in globalThis) return;
    const script = document.createElement("script");
    script.textContent = source;
    document.head.append(script);
  }, axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run({
      // The page has no frames and one origin: nothing to gather beforehand, and only faults are wanted.
      preload: false,
      iframes: false,
      resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  }, null);
}

export class Gallery {
  readonly page: TestPage;
  readonly #browser: TestBrowser;

  private constructor(browser: TestBrowser, page: TestPage) {
    this.#browser = browser;
    this.page = page;
  }

  static async open(name: BrowserName, options: TestBrowserOptions = {}): Promise<Gallery> {
    await ensureGenerated();
    const built = await build({
      root: join(root, "components/gallery"),
      configFile: false,
      logLevel: "error",
      plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
      build: { write: false, target: ["chrome128", "firefox146"] },
    });
    const browser = await openBrowser(name, { ...options, bare: true });
    for (const output of Array.isArray(built) ? built : [built])
      if ("output" in output)
        for (const file of output.output) {
          const body = file.type === "chunk" ? file.code : Buffer.from(file.source);
          const type = types[file.fileName.split(".").at(-1) ?? ""] ?? "text/plain";
          browser.proxy.serve(address + file.fileName, { body, type: `${type}; charset=utf-8` });
        }
    return new Gallery(browser, await browser.page());
  }

  /** Shows a view, drawn. */
  async show(view: string, { theme = "light", dir = "ltr", language = "en" }: Look = {}): Promise<void> {
    await this.page.goto(`${address}index.html?view=${view}&theme=${theme}&dir=${dir}&language=${language}`);
    await this.page.evaluate(async () => {
      while (!document.querySelector("#app > *")) await new Promise(requestAnimationFrame);
    }, null);
  }

  /** Shows any document, from the gallery's own address. */
  async showDocument(html: string): Promise<void> {
    this.#browser.proxy.serve(`${address}document.html`, html);
    await this.page.goto(`${address}document.html`);
    await this.page.evaluate(
      () => Promise.all([...document.images].map((image) => image.decode())).then(() => {}),
      null,
    );
  }

  /** Turns the view that is shown to another theme or direction. */
  turn(look: Look): Promise<void> {
    return this.page.evaluate(({ theme, dir }) => {
      if (theme) document.documentElement.dataset.theme = theme;
      if (dir) document.documentElement.dir = dir;
    }, look);
  }

  /** Opens what is closed, part by part, and what is closed in it; says how many parts there were. */
  openEverything(most = 30): Promise<number> {
    return this.page.evaluate(async (limit) => {
      const seen = new Set<Element>();
      for (let opened = 0; opened < limit; opened += 1) {
        const closed = [...document.querySelectorAll<HTMLElement>("[aria-expanded=false]")];
        const next = closed.find((button) => !seen.has(button));
        if (!next) return opened;
        seen.add(next);
        next.click();
        await new Promise(requestAnimationFrame);
      }
      return limit;
    }, most);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
