/**
 * Measures finding mentions on the saved real pages: `npx tsx scripts/measure-mentions.ts [--show FOLDER]`.
 * Pages live outside the project (../shared/pages); labels and verdicts in tests/pages. Prints, with the news decision and with
 * it switched off: recall on the labelled pages; on the pages that are not about immigration how many mentions were judged right,
 * wrong, or not yet judged. `--show FOLDER` writes those not yet judged, with the words around them, for a person's eye.
 * Limits: pages are parsed by linkedom, which runs no script.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import type { Mention } from "../lib/mentions";
import { readFacts, readText } from "../lib/page";
import { finderFromData } from "./mentions-support/finder";

interface PageLabels {
  page: string;
  about: string;
  mentions: { entity: string; surface: string; nth: number; must: boolean }[];
}
interface Verdict {
  page: string;
  offset: number;
  entity: string;
  verdict: "right" | "wrong";
}
interface ReadPage {
  text: string;
  isNews: boolean;
  mentions: Mention[];
}

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "../shared/pages");
const showAt = process.argv.indexOf("--show");
const showFolder = showAt > 0 ? process.argv[showAt + 1] : undefined;

if (!existsSync(folder)) {
  console.log(`skipped: no saved pages at ${folder}`);
  process.exit(0);
}

function readLabels<Label>(name: string): Label[] {
  return JSON.parse(readFileSync(join(root, "tests/pages", name), "utf8")) as Label[];
}

const labels = readLabels<PageLabels>("mention-labels.json");
const verdicts = new Map(
  readLabels<Verdict>("mention-verdicts.json").map((item) => [
    `${item.page} ${item.offset} ${item.entity}`,
    item.verdict,
  ]),
);
const { finder } = finderFromData(root);

function readPage(name: string): ReadPage {
  const { document } = parseHTML(gunzipSync(readFileSync(join(folder, name))).toString("utf8"));
  const page = document as unknown as Document;
  const read = readText(page);
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
  const facts = readFacts(page, canonical, read);
  const { mentions } = finder.find({
    text: read.text,
    language: facts.language,
    date: facts.date.value,
    pageHints: facts.hints,
  });
  return { text: read.text, isNews: facts.news, mentions };
}

/** Where the nth occurrence of a surface form as whole words begins, or -1. */
function offsetOf(text: string, surface: string, nth: number): number {
  const escaped = surface.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const whole = new RegExp(`(?<![\\p{L}\\p{N}@_])${escaped}(?![\\p{L}\\p{N}])`, "gu");
  return [...text.matchAll(whole)][nth - 1]?.index ?? -1;
}

const pages = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".html.gz"))
    .sort()
    .map((name) => [name, readPage(name)]),
);

function recall(isNewsOnly: boolean): string {
  let found = 0;
  let wanted = 0;
  for (const { page, mentions } of labels) {
    const read = pages.get(page);
    if (!read) continue;
    for (const label of mentions) {
      const start = offsetOf(read.text, label.surface, label.nth);
      if (!label.must || start < 0) continue;
      wanted++;
      const isFound = read.mentions.some(
        (mention) =>
          mention.entity === label.entity && mention.start < start + label.surface.length && mention.end > start,
      );
      if (isFound && (read.isNews || !isNewsOnly)) found++;
    }
  }
  return `${found} of ${wanted} (${(found / wanted).toFixed(3)})`;
}

const onTopic = new Set(labels.filter(({ about }) => about !== "other").map(({ page }) => page));
const unjudged: string[] = [];

function judged(isNewsOnly: boolean): string {
  const count = { right: 0, wrong: 0, unjudged: 0 };
  let of = 0;
  for (const [name, read] of pages) {
    if (onTopic.has(name) || (isNewsOnly && !read.isNews)) continue;
    of++;
    for (const mention of read.mentions) {
      const verdict = verdicts.get(`${name} ${mention.start} ${mention.entity}`);
      count[verdict ?? "unjudged"]++;
      if (verdict || isNewsOnly) continue;
      const around = read.text.slice(Math.max(0, mention.start - 90), mention.end + 60).replace(/\s+/g, " ");
      unjudged.push(
        `${JSON.stringify({ page: name, offset: mention.start, entity: mention.entity, news: read.isNews })}\t${mention.text}\t${around}`,
      );
    }
  }
  return `${of} pages: ${count.right} right, ${count.wrong} wrong, ${count.unjudged} not yet judged`;
}

for (const isNewsOnly of [true, false]) {
  console.log(isNewsOnly ? "as the extension decides what is news" : "with the news decision switched off");
  console.log(`  recall on ${labels.length} labelled pages: ${recall(isNewsOnly)}`);
  console.log(`  not about immigration: ${judged(isNewsOnly)}`);
}
const current = new Set(
  [...pages].flatMap(([name, read]) => read.mentions.map((mention) => `${name} ${mention.start} ${mention.entity}`)),
);
console.log(`judged mentions no longer found: ${[...verdicts.keys()].filter((key) => !current.has(key)).length}`);
if (showFolder) writeFileSync(join(showFolder, "unjudged-mentions.tsv"), `${unjudged.join("\n")}\n`);
