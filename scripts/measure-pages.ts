/**
 * Measures lib/page's decisions on saved real pages: `npx tsx scripts/measure-pages.ts [--misses] [--half even|odd]`.
 * Pages live outside the project (../shared/pages); labels in tests/pages. Pages are numbered in the order of their
 * names: the even half is for development, the odd half is only measured.
 *
 * Limits: pages are parsed by linkedom, which does not build tables and forms as browsers do and runs no script.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { type PageFacts, readFacts } from "../lib/page";

interface NewsLabel {
  page: string;
  news: boolean;
  borderline?: boolean;
}
interface DateLabel {
  page: string;
  published: string | null;
  modified?: string | null;
}

const root = new URL("..", import.meta.url);
const pagesFolder = new URL("../shared/pages/", root);
const showMisses = process.argv.includes("--misses");
const wantedHalf = process.argv[process.argv.indexOf("--half") + 1];
const halves = process.argv.includes("--half") ? [wantedHalf] : ["even", "odd"];

if (!existsSync(pagesFolder)) {
  console.log(`skipped: no saved pages at ${fileURLToPath(pagesFolder)}`);
  process.exit(0);
}

function readLabels<Label extends { page: string }>(name: string): Map<string, Label> {
  const file = new URL(`tests/pages/${name}`, root);
  const labels = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Label[]) : [];
  return new Map(labels.map((label) => [label.page, label]));
}

const newsLabels = readLabels<NewsLabel>("news-labels.json");
const dateLabels = readLabels<DateLabel>("date-labels.json");
const index = readFileSync(new URL("index.tsv", pagesFolder), "utf8");
const addresses = new Map(
  index.split("\n").map((line): [string, { site: string; address: string }] => {
    const fields = line.split("\t");
    return [fields[0] ?? "", { site: `https://${fields[1] ?? ""}/`, address: fields[4] ?? "" }];
  }),
);
const pages = readdirSync(pagesFolder)
  .filter((name) => name.endsWith(".html.gz"))
  .sort();

function factsOf(page: string): PageFacts {
  const html = gunzipSync(readFileSync(new URL(page, pagesFolder))).toString("utf8");
  const { document } = parseHTML(html);
  const { site, address } = addresses.get(page) ?? { site: "https://none.invalid/", address: "" };
  // Where the page was saved from is not always known: then the address it calls its own must do.
  const own = document.querySelector('link[rel="canonical"]')?.getAttribute("href") || "unknown-address";
  return readFacts(document as unknown as Document, addressOf(address || own, site));
}

/** The address, unless it is another site's: then the page is a copy, and stood at an address we do not know. */
function addressOf(stated: string, site: string): string {
  const url = new URL(stated, site);
  const bare = new URL(site).hostname.split(".").slice(-2).join(".");
  return url.hostname.endsWith(bare) ? url.href : new URL("unknown-address", site).href;
}

const dayNumber = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / 86_400_000;
const percent = (part: number, whole: number) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);

function measure(half: string | undefined): void {
  const chosen = pages.filter((_, position) => (position % 2 === 0) === (half === "even"));
  const news = { right: 0, wrong: 0, missed: 0, refused: 0, borderlineWrong: 0, borderline: 0 };
  const dates = { exact: 0, unknown: 0, adjacent: 0, far: 0, of: 0, invented: 0, ofNull: 0 };
  const misses: string[] = [];
  for (const page of chosen) {
    const facts = factsOf(page);
    const newsLabel = newsLabels.get(page);
    const evidence = facts.newsEvidence
      .map((item) => `${item.code}${item.weight > 0 ? "+" : ""}${item.weight}`)
      .join(" ");
    if (newsLabel) {
      const agrees = facts.news === newsLabel.news;
      if (newsLabel.borderline) {
        news.borderline += 1;
        if (!agrees) news.borderlineWrong += 1;
      } else if (agrees) news[facts.news ? "right" : "refused"] += 1;
      else news[facts.news ? "wrong" : "missed"] += 1;
      if (!agrees) {
        misses.push(`${newsLabel.borderline ? "(borderline) " : ""}news said ${facts.news}: ${page}: ${evidence}`);
      }
    }
    const dateLabel = dateLabels.get(page);
    if (!dateLabel) continue;
    const { value, from } = facts.date;
    if (dateLabel.published === null) {
      dates.ofNull += 1;
      if (value?.length === 10) {
        dates.invented += 1;
        misses.push(`date invented: ${page}: ${value} from ${from} ${facts.date.evidence[0]?.detail}`);
      }
      continue;
    }
    dates.of += 1;
    if (value === dateLabel.published) dates.exact += 1;
    else if (value === null || value.length < 10) dates.unknown += 1;
    else if (Math.abs(dayNumber(value) - dayNumber(dateLabel.published)) <= 1) dates.adjacent += 1;
    else dates.far += 1;
    if (value !== dateLabel.published) {
      const seen = facts.date.evidence
        .map((item) => `${item.value} ${item.from} ${item.detail.slice(0, 60)}`)
        .join(" | ");
      misses.push(`date: ${page}: wanted ${dateLabel.published}, said ${value} from ${from}: ${seen}`);
    }
  }
  const precision = percent(news.right, news.right + news.wrong);
  const recall = percent(news.right, news.right + news.missed);
  console.log(`${half} half, ${chosen.length} pages`);
  console.log(`  news: precision ${precision}, recall ${recall} (${JSON.stringify(news)})`);
  console.log(`  date: exact day ${percent(dates.exact, dates.of)} of ${dates.of} (${JSON.stringify(dates)})`);
  if (showMisses) for (const miss of misses) console.log(`    ${miss}`);
}

for (const half of halves) measure(half);
