/**
 * One face for both browsers, so that each end-to-end specification is written once: Chromium driven by Playwright, Firefox by
 * puppeteer-core over WebDriver BiDi (docs/adr/0004).
 */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page as PlaywrightPage } from "playwright-core";
import type { Browser as PuppeteerBrowser, Page as PuppeteerPage } from "puppeteer-core";
import { ensureChromium } from "../../scripts/tools/browsers";
import { root } from "../../scripts/tools/commands";
import { launchFirefox, quietSwitches } from "../../scripts/tools/launch";
import { CardView } from "./card-view";
import { FirefoxWindow } from "./firefox-window";
import { type RecordingProxy, startProxy } from "./proxy";
import { until } from "./until";

export type BrowserName = "chromium" | "firefox";
export const browserNames: readonly BrowserName[] = ["chromium", "firefox"];

export interface Point {
  x: number;
  y: number;
}

/** A page under test. */
export interface TestPage {
  readonly browser: BrowserName;
  goto(url: string): Promise<void>;
  evaluate<Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  move(point: Point): Promise<void>;
  click(point: Point): Promise<void>;
  /** A key, or keys held together: "Control+s". */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  viewport(width: number, height: number): Promise<void>;
  setDark(dark: boolean): Promise<void>;
  /** Forced colours, as Windows' high contrast sets them. In Firefox for the whole browser. */
  setForcedColors(forced: boolean): Promise<void>;
  /** Asks for reduced motion. In Firefox for the whole browser. */
  setCalm(calm: boolean): Promise<void>;
  reload(): Promise<void>;
  front(): Promise<void>;
  close(): Promise<void>;
  readonly errors: string[];
  readonly card: CardView;
  readonly driver: PlaywrightPage | PuppeteerPage;
}

export interface TestBrowser {
  readonly name: BrowserName;
  readonly proxy: RecordingProxy;
  readonly origin: string;
  readonly driver: BrowserContext | PuppeteerBrowser;
  page(url?: string): Promise<TestPage>;
  close(): Promise<void>;
}

export interface TestBrowserOptions {
  /** Another package than the built one. */
  package?: string;
  /** Without the extension, to compare with. */
  bare?: boolean;
  touch?: boolean;
  /** Lets pages into the back-forward cache, which Playwright switches off. */
  backForwardCache?: boolean;
  /** A folder to be the profile, for tests that prepare one; a fresh one where absent. */
  profile?: string;
  /** The profile takes no settings, so a suite must not write any. */
  unwritable?: boolean;
  /** Extra preferences (Firefox). */
  preferences?: Record<string, string | number | boolean>;
  /** False for packages that open no page on install, such as the bench's. */
  opensWelcome?: boolean;
}

/** What the browsers ask for themselves whatever switches and preferences say; a bare browser makes the same requests. */
const browserOwn = [
  /^connect:\/\/(?:firefox|content-signature|tracking-protection)[\w.-]*\.(?:mozilla\.com|cdn\.mozilla\.net):443$/,
  /^(?:connect|http):\/\/(?:accounts|clients2|update|redirector|optimizationguide-pa|content-autofill)\.(?:google|googleapis|gvt1)\.com(?::443$|\/)/,
];

/** Requests recorded so far that neither the pages named nor the browser itself made. */
export function foreignRequests(browser: TestBrowser, pages: string[]): string[] {
  return browser.proxy.requests.filter(
    (url) => !browserOwn.some((own) => own.test(url)) && !pages.some((page) => url.startsWith(page)),
  );
}

export async function openBrowser(name: BrowserName, options: TestBrowserOptions = {}): Promise<TestBrowser> {
  const proxy = await startProxy();
  return name === "chromium" ? openChromium(proxy, options) : openFirefox(proxy, options);
}

async function openChromium(proxy: RecordingProxy, options: TestBrowserOptions): Promise<TestBrowser> {
  const { path } = await ensureChromium();
  const directory = options.package ?? `${root}.output/chrome-mv3`;
  const context = await chromium.launchPersistentContext(
    options.profile ?? mkdtempSync(join(tmpdir(), "newsgloss-test-")),
    {
      executablePath: path,
      headless: true,
      viewport: { width: 1200, height: 800 },
      hasTouch: options.touch ?? false,
      ignoreDefaultArgs: options.backForwardCache ? ["--disable-back-forward-cache"] : [],
      args: [
        ...quietSwitches,
        `--proxy-server=http://${proxy.address}`,
        "--proxy-bypass-list=<-loopback>",
        "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
        ...(options.bare ? [] : [`--disable-extensions-except=${directory}`, `--load-extension=${directory}`]),
      ],
    },
  );
  let origin = "";
  if (!options.bare) {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 20_000 }));
    origin = worker.url().split("/", 3).join("/");
    // The welcome page opens on install and would take the front from the page under test, which then draws no frames.
    const welcome = (): PlaywrightPage | undefined =>
      context.pages().find((open) => open.url() === `${origin}/welcome.html`);
    if (options.opensWelcome !== false)
      await until(async () => welcome() !== undefined, "the welcome page to open on install", 20_000);
    await welcome()?.close();
  }
  return {
    name: "chromium",
    proxy,
    origin,
    driver: context,
    async page(url) {
      const page = await context.newPage();
      const wrapped = wrapPlaywright(page);
      if (url) await wrapped.goto(url);
      return wrapped;
    },
    async close() {
      await context.close();
      await proxy.close();
    },
  };
}

function wrapPlaywright(page: PlaywrightPage): TestPage {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const wrapped: TestPage = {
    browser: "chromium",
    driver: page,
    errors,
    card: undefined as unknown as CardView,
    goto: async (url) => void (await page.goto(url, { waitUntil: "domcontentloaded" })),
    evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
    move: ({ x, y }) => page.mouse.move(x, y),
    click: ({ x, y }) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    screenshot: async (path) => void (await page.screenshot({ path })),
    viewport: (width, height) => page.setViewportSize({ width, height }),
    setDark: (dark) => page.emulateMedia({ colorScheme: dark ? "dark" : "light" }),
    setForcedColors: (forced) => page.emulateMedia({ forcedColors: forced ? "active" : "none" }),
    setCalm: (calm) => page.emulateMedia({ reducedMotion: calm ? "reduce" : "no-preference" }),
    reload: async () => void (await page.reload({ waitUntil: "domcontentloaded" })),
    front: () => page.bringToFront(),
    close: () => page.close(),
  };
  return Object.assign(wrapped, { card: new CardView(wrapped) });
}

async function openFirefox(proxy: RecordingProxy, options: TestBrowserOptions): Promise<TestBrowser> {
  const running = await launchFirefox({
    headless: true,
    proxy: proxy.address,
    bare: options.bare ?? false,
    ...(options.package ? { package: options.package } : {}),
    ...(options.preferences ? { preferences: options.preferences } : {}),
    ...(options.profile ? { profile: options.profile } : {}),
  });
  return {
    name: "firefox",
    proxy,
    origin: running.origin,
    driver: running.browser,
    async page(url) {
      const wrapped = wrapPuppeteer(await running.browser.newPage());
      if (url) await wrapped.goto(url);
      return wrapped;
    },
    async close() {
      await running.close();
      await proxy.close();
    },
  };
}

function wrapPuppeteer(page: PuppeteerPage): TestPage {
  // The media features that tests set are preferences of the whole browser: one that stays set would change the next test.
  const prefer = async (name: string, value: number | null): Promise<void> => {
    const firefox = await FirefoxWindow.of(page.browser());
    await firefox.run(
      value === null ? `Services.prefs.clearUserPref("${name}")` : `Services.prefs.setIntPref("${name}", ${value})`,
    );
  };
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const wrapped: TestPage = {
    browser: "firefox",
    driver: page,
    errors,
    card: undefined as unknown as CardView,
    async goto(url) {
      // `load` never arrives for extension pages in Firefox: docs/browser-bugs.md.
      await page.goto(url, { waitUntil: url.startsWith("http") ? "domcontentloaded" : [] });
      await page.waitForSelector("body");
    },
    evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
    move: ({ x, y }) => page.mouse.move(x, y),
    click: ({ x, y }) => page.mouse.click(x, y),
    async press(key) {
      const keys = key === "+" ? [key] : key.split("+");
      const last = keys.pop();
      for (const held of keys) await page.keyboard.down(held as never);
      await page.keyboard.press(last as never);
      for (const held of keys.reverse()) await page.keyboard.up(held as never);
    },
    type: (text) => page.keyboard.type(text),
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    viewport: (width, height) => page.setViewport({ width, height }),
    setDark: (dark) => prefer("layout.css.prefers-color-scheme.content-override", dark ? 0 : null),
    setForcedColors: (forced) => prefer("browser.display.document_color_use", forced ? 2 : null),
    setCalm: (calm) => prefer("ui.prefersReducedMotion", calm ? 1 : null),
    reload: async () => void (await page.reload({ waitUntil: "domcontentloaded" })),
    front: () => page.bringToFront(),
    close: () => page.close(),
  };
  return Object.assign(wrapped, { card: new CardView(wrapped) });
}
