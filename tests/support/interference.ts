/**
 * What a page, its reader and its publisher could notice of an extension: the page's HTML, what is selected and copied, changes
 * that its own observer sees, its console, and every request. A page is observed in a browser without the extension and in one
 * with it; `differences` names what is not the same.
 */
import type { Page as PlaywrightPage } from "playwright-core";
import type { Page as PuppeteerPage } from "puppeteer-core";
import type { PageReport } from "../../lib/messages/schema";
import { foreignRequests, type TestBrowser, type TestPage } from "./browser";
import type { FixturePage } from "./proxy";
import { askHost, askReader } from "./settings";
import { until } from "./until";

/** Nothing is fetched and no script runs but the witness. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-witness'";

/** The page's own witness: its HTML when it was parsed, every change after that, and what a copy event lets it see. */
const witness = `<script nonce="witness">(() => {
  const seen = { html: "", records: [], copies: [] };
  Object.defineProperty(window, "newsglossTestWitness", { value: seen });
  const observer = new MutationObserver((records) => {
    for (const record of records) seen.records.push(record.type + " in " + record.target.nodeName);
  });
  addEventListener("DOMContentLoaded", () => {
    seen.html = document.documentElement.outerHTML;
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  addEventListener("copy", (event) => { seen.copies.push([event.clipboardData.types.length, String(getSelection())]); }, true);
  addEventListener("paste", (event) => {
    event.preventDefault();
    seen.pasted = [event.clipboardData.getData("text/plain"), event.clipboardData.getData("text/html")];
  }, true);
})();</script>`;

interface Witness {
  html: string;
  records: string[];
  copies: [number, string][];
  pasted?: [text: string, html: string];
}
type Witnessed = typeof globalThis & { newsglossTestWitness: Witness };

export interface Observation {
  /** HTML when the page was parsed, and when all was done. */
  parsed: string;
  html: string;
  /** Text of a selection of everything, and what a copy of it leaves on the clipboard. */
  selection: string;
  copies: string;
  copiedText: string;
  copiedHtml: string;
  records: string[];
  errors: string[];
  requests: string[];
  report: PageReport | null;
  /** Highlights registered, as the page sees it: none without the extension. */
  highlights: number;
  /**
   * HTML, selection and further errors after a card was opened by command and closed again; null where there is nothing to open.
   * The command scrolls to the word, so pictures that the policy refuses until then may complain: those are left out.
   */
  afterCard: { html: string; selection: string; errors: string[] } | null;
}

/** Observes pages, one after the other, in one tab of one browser. */
export class Observer {
  readonly #browser: TestBrowser;
  readonly #hasReader: boolean;
  #page: TestPage | null = null;

  constructor(browser: TestBrowser, hasReader: boolean) {
    this.#browser = browser;
    this.#hasReader = hasReader;
  }

  async observe(address: string, html: string): Promise<Observation> {
    this.#browser.proxy.serve(address, servedWith(html));
    const before = foreignRequests(this.#browser, [address]).length;
    this.#page ??= await this.#browser.page();
    const page = this.#page;
    page.errors.length = 0;
    await page.goto(address);
    const report = this.#hasReader ? await this.#untilRead(page) : null;
    await page.front();
    await untilStill(page);
    const { selection, copiedText, copiedHtml } = await copyAll(page);
    const seen = await page.evaluate(() => {
      const { html: parsed, records, copies } = (window as unknown as Witnessed).newsglossTestWitness;
      const now = document.documentElement.outerHTML;
      return {
        parsed,
        records: [...records],
        copies: JSON.stringify(copies),
        html: now,
        highlights: CSS.highlights.size,
      };
    }, null);
    const errors = [...page.errors];
    const afterCard = report && report.mentions > 0 ? await this.#openAndClose(page) : null;
    const requests = foreignRequests(this.#browser, [address]).slice(before);
    return { ...seen, selection, copiedText, copiedHtml, errors, requests, report, afterCard };
  }

  /** The reader has read all that it knows of: long pages are read on in idle time. */
  async #untilRead(page: TestPage): Promise<PageReport> {
    const host = await page.evaluate(() => location.hostname, null);
    let report: PageReport | null = null;
    await until(
      async () => {
        report = await askHost(this.#browser, host);
        return report !== null && !report.isReading;
      },
      `a reader to have read ${host}`,
      40_000,
    );
    if (!report) throw new Error(`no reader on ${host}`);
    return report;
  }

  async #openAndClose(page: TestPage): Promise<Observation["afterCard"]> {
    await page.front();
    const before = page.errors.length;
    if (!(await askReader(this.#browser, page, { type: "step", direction: "next" }))) return null;
    await page.card.waitOpen();
    await page.press("Escape");
    await page.card.waitClosed();
    const now = await page.evaluate(
      () => ({ html: document.documentElement.outerHTML, selection: String(getSelection()) }),
      null,
    );
    return { ...now, errors: page.errors.slice(before).filter((error) => !refused.test(error)) };
  }
}

/** How long a page's console must have been silent. */
const SILENCE = 500;

/**
 * The page is loaded, its own transitions have ended and its console has fallen silent: a copy writes styles as they are at that
 * moment, pictures are refused one after the other, and the page that waited for the reader would be further than the one without.
 */
async function untilStill(page: TestPage): Promise<void> {
  await until(() => page.evaluate(() => document.readyState === "complete", null), "the page to be loaded", 20_000);
  const moving = (): Promise<number> =>
    page.evaluate(
      () =>
        document
          .getAnimations()
          .filter((one) => one.playState === "running" && Number.isFinite(one.effect?.getComputedTiming().endTime))
          .length,
      null,
    );
  await until(async () => (await moving()) === 0, "the page's own transitions to end", 20_000);
  let told = page.errors.length;
  let since = Date.now();
  const isSilent = async (): Promise<boolean> => {
    if (page.errors.length !== told) {
      told = page.errors.length;
      since = Date.now();
    }
    return Date.now() - since >= SILENCE;
  };
  await until(isSilent, "the page's console to fall silent", 20_000);
}

/** Selects everything, copies it by key, and lets the page's own witness see it pasted. */
async function copyAll(page: TestPage): Promise<Pick<Observation, "selection" | "copiedText" | "copiedHtml">> {
  const selection = await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    getSelection()?.selectAllChildren(document.body ?? document.documentElement);
    return String(getSelection());
  }, null);
  await pressWithControl(page, "c");
  await pressWithControl(page, "v");
  const pasted = (): Promise<Witness["pasted"] | null> =>
    page.evaluate(() => (window as unknown as Witnessed).newsglossTestWitness.pasted ?? null, null);
  await until(async () => (await pasted()) !== null, "the copied text to be pasted", 20_000);
  const [copiedText, copiedHtml] = (await pasted()) ?? ["", ""];
  return { selection, copiedText, copiedHtml };
}

function servedWith(html: string): FixturePage {
  const head = /<head\b[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : (/<html\b[^>]*>/i.exec(html)?.[0].length ?? 0);
  return {
    body: html.slice(0, at) + witness + html.slice(at),
    headers: { "content-security-policy": policy },
  };
}

async function pressWithControl(page: TestPage, key: string): Promise<void> {
  const { keyboard } = page.driver as PlaywrightPage | PuppeteerPage;
  await keyboard.down("Control");
  await keyboard.press(key as never);
  await keyboard.up("Control");
}

/** How browsers complain of what a page's policy refuses it. */
const refused = /Content.Security.Policy|Security Error|Unsafe attempt/;

/**
 * Complaints that the page does not make by itself. A picture refused by the policy is complained of anew whenever the page is drawn
 * anew, as often as the browser likes: of those only a complaint that the page alone never makes is a difference.
 */
function newErrors(bare: readonly string[], having: readonly string[]): string[] {
  return more(bare, having).filter((error) => !(refused.test(error) && bare.includes(error)));
}

/** What is in `having` and not, as often, in `bare`. */
function more(bare: readonly string[], having: readonly string[]): string[] {
  const left = [...bare];
  return having.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What differs with the extension, a line each; empty when nothing can be noticed. */
export function differences(bare: Observation, having: Observation): string[] {
  const found: string[] = [];
  for (const what of ["parsed", "html", "selection", "copies", "copiedText", "copiedHtml"] as const)
    if (bare[what] !== having[what]) found.push(`${what}: ${firstDifference(bare[what], having[what])}`);
  for (const what of ["records", "requests"] as const)
    for (const item of more(bare[what], having[what])) found.push(`${what}: ${item.slice(0, 300)}`);
  for (const item of newErrors(bare.errors, having.errors)) found.push(`errors: ${item.slice(0, 300)}`);
  if (having.afterCard) {
    const { html, selection, errors } = having.afterCard;
    for (const error of errors) found.push(`error after a card: ${error.slice(0, 300)}`);
    if (html !== bare.html) found.push(`html after a card: ${firstDifference(bare.html, html)}`);
    if (selection !== bare.selection)
      found.push(`selection after a card: ${firstDifference(bare.selection, selection)}`);
  }
  return found;
}

/** How often a page is observed by itself before a complaint that only the reader's observation had counts as ours. */
const patience = 4;

/**
 * Observes a page by itself and with the extension. Some pages complain of a refused picture in one load and not in the next; while
 * only such complaints differ the page is observed by itself again, and what it then complains of is its own.
 */
export async function compare(
  bare: Observer,
  having: Observer,
  address: string,
  html: string,
): Promise<{ differences: string[]; having: Observation }> {
  const without = await bare.observe(address, html);
  const withIt = await having.observe(address, html);
  let found = differences(without, withIt);
  const onlyRefused = (): boolean => found.length > 0 && found.every((one) => refused.test(one));
  for (let tried = 1; tried < patience && onlyRefused(); tried += 1) {
    without.errors.push(...(await bare.observe(address, html)).errors);
    found = differences(without, withIt);
  }
  return { differences: found, having: withIt };
}

function firstDifference(first: string, second: string): string {
  let at = 0;
  while (at < first.length && first[at] === second[at]) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
  return `at ${at} of ${first.length} / ${second.length}: ${around(first)} / ${around(second)}`;
}
