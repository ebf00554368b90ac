/**
 * Compares every saved page with the extension and without it, in one browser:
 * `npx tsx scripts/measure-interference.ts chromium|firefox [--minutes N] [--page NAME] [--package FOLDER] [--report]`.
 *
 * Pages live outside the project (../shared/pages). What was measured is kept in artifacts/interference, so a run that stops
 * after its minutes goes on where it stopped. A page that differs is observed again without the extension, to tell the
 * page's own chance, and once more with it. Ends with figures; exits with 1 when a page differs that chance does not explain.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type BrowserName, browserNames, openBrowser } from "../tests/support/browser";
import { compare, differences, Observer } from "../tests/support/interference";
import { addressOf, bodyOf, savedPages } from "../tests/support/saved-pages";
import { writeSettings } from "../tests/support/settings";
import { root } from "./tools/commands";

interface Measured {
  mentions: number;
  highlights: number;
  card: boolean;
  news: boolean;
  /** Characters that were selected and copied. */
  copied: number;
  differences: string[];
  /** Differences between two visits without the extension, and those of a second visit with it; only for pages that differed. */
  ownChance?: string[];
  again?: string[];
  failed?: string;
}

const wanted = process.argv[2] as BrowserName;
if (!browserNames.includes(wanted)) {
  console.error(
    "usage: measure-interference.ts chromium|firefox [--minutes N] [--page NAME] [--package FOLDER] [--report]",
  );
  process.exit(2);
}
function option(name: string): string | null {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? "");
}

const pages = savedPages();
if (pages.length === 0) {
  console.log("skipped: no saved pages at ../shared/pages");
  process.exit(0);
}
const folder = `${root}artifacts/interference`;
mkdirSync(folder, { recursive: true });
const path = `${folder}/${wanted}.json`;

function readMeasured(): Record<string, Measured> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, Measured>;
  } catch {
    return {};
  }
}

/** A page that no try can read is a result too: it is counted as failed and named. */
async function measure(page: string, bare: Observer, having: Observer): Promise<Measured> {
  const address = addressOf(page);
  const html = bodyOf(page);
  const { differences: found, having: withIt } = await compare(bare, having, address, html);
  const measured: Measured = {
    mentions: withIt.report?.mentions ?? 0,
    highlights: withIt.highlights,
    card: withIt.afterCard !== null,
    news: withIt.report?.news ?? false,
    copied: withIt.copiedText.length,
    differences: found,
  };
  if (found.length === 0) return measured;
  const [first, second] = [await bare.observe(address, html), await bare.observe(address, html)];
  return {
    ...measured,
    ownChance: differences(first, second),
    again: differences(second, await having.observe(address, html)),
  };
}

async function run(results: Record<string, Measured>, chosen: readonly string[], until: number): Promise<void> {
  const bareBrowser = await openBrowser(wanted, { bare: true });
  const folderOfPackage = option("package");
  const browser = await openBrowser(wanted, folderOfPackage ? { package: folderOfPackage } : {});
  try {
    // Every page is read, news or not: what is not read cannot interfere.
    await writeSettings(browser, { scope: "everywhere", language: "en" });
    const bare = new Observer(bareBrowser, false);
    const having = new Observer(browser, true);
    for (const page of chosen) {
      if (Date.now() > until) break;
      try {
        results[page] = await measure(page, bare, having);
      } catch (error) {
        const failed = { mentions: 0, highlights: 0, card: false, news: false, copied: 0, differences: [] };
        results[page] = { ...failed, failed: String(error).slice(0, 300) };
      }
      writeFileSync(path, JSON.stringify(results, null, 1));
    }
  } finally {
    await bareBrowser.close();
    await browser.close();
  }
}

/** A difference is the page's own chance where two visits without the extension differ in the same way. */
function isExplained({ failed, differences: found, ownChance = [] }: Measured): boolean {
  const kind = (difference: string): string => difference.split(":")[0] ?? "";
  const chance = new Set(ownChance.map(kind));
  return failed === undefined && found.every((difference) => chance.has(kind(difference)));
}

function report(results: Record<string, Measured>): boolean {
  const done = Object.entries(results).filter(([name]) => pages.includes(name));
  const sum = (count: (page: Measured) => number): number => done.reduce((total, [, page]) => total + count(page), 0);
  console.log(
    [
      `${wanted}: ${done.length} of ${pages.length} pages`,
      `${sum((page) => Number(page.mentions > 0))} with mentions (${sum((page) => page.mentions)})`,
      `${sum((page) => Number(page.highlights > 0))} marked`,
      `${sum((page) => Number(page.card))} with a card opened and closed`,
      `${sum((page) => page.copied)} characters copied`,
      `${sum((page) => Number(page.differences.length === 0 && page.failed === undefined))} identical at once`,
      `${sum((page) => Number(!isExplained(page)))} unexplained or failed`,
    ].join(", "),
  );
  for (const [name, page] of done) {
    if (page.failed) console.log(`  ${name}: failed: ${page.failed}`);
    else if (page.differences.length > 0)
      console.log(
        `  ${name}: ${page.differences.join(" | ").slice(0, 700)}\n    twice without: ${page.ownChance?.join(" | ").slice(0, 300) || "same"}; again: ${page.again?.join(" | ").slice(0, 300) || "same"}`,
      );
  }
  return done.every(([, page]) => isExplained(page));
}

const results = readMeasured();
const onePage = option("page");
if (!process.argv.includes("--report")) {
  const chosen = onePage
    ? [onePage]
    : pages.filter((page) => !(page in results) || results[page]?.failed !== undefined);
  await run(results, chosen, Date.now() + Number(option("minutes") ?? 4) * 60_000);
}
process.exit(report(results) ? 0 : 1);
