/**
 * `npm run -s annotate -- [--json] [--as-of DATE] [--lang en|es] FILE…` runs the extension's own page and mention code on HTML or
 * text files and prints each mention with its evidence, and the cards as text.
 * `npm run -s annotate -- --batch FILE` reads `{id: {excerpt, date?}}` and prints `{id: [{start, end, entity}]}`; offsets are
 * UTF-16 units of `excerpt`, every mention, each text taken as news.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { parseHTML } from "linkedom";
import { buildCard, digest } from "../lib/context";
import { explainMention, type Mention } from "../lib/mentions";
import { type PageFacts, readFacts, readText } from "../lib/page";
import { createPageStrings } from "../lib/strings";
import { isPartialDate, localDay } from "../lib/time";
import { type Compiled, openCompiled } from "./tools/dataset";
import { say } from "./tools/say";

interface ReadFile {
  text: string;
  facts: Pick<PageFacts, "news" | "language" | "date" | "hints">;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    batch: { type: "string" },
    "as-of": { type: "string" },
    lang: { type: "string" },
  },
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function chosenLanguage(wanted: string | undefined): "en" | "es" | null {
  if (wanted === undefined || wanted === "en" || wanted === "es") return wanted ?? null;
  return fail(`--lang: expected en or es, found ${wanted}`);
}

const language = chosenLanguage(values.lang);
const asOf = values["as-of"] ?? null;
if (asOf !== null && !isPartialDate(asOf)) fail(`--as-of: expected YYYY-MM-DD, YYYY-MM or YYYY, found ${asOf}`);
if (!values.batch && positionals.length === 0)
  fail("usage: annotate [--json] [--as-of DATE] [--lang en|es] FILE… | --batch FILE");

const noDate: PageFacts["date"] = { value: null, from: "none", modified: null, evidence: [] };
const compiled = await openCompiled();
if (values.batch) runBatch(values.batch, compiled);
else runFiles(positionals, compiled);

function runBatch(path: string, { finder }: Compiled): void {
  const texts = parseBatch(path);
  const found: Record<string, { start: number; end: number; entity: string }[]> = {};
  for (const [id, { excerpt, date }] of Object.entries(texts)) {
    const { mentions } = finder.find({ text: excerpt, language: language ?? guess(excerpt), date: date ?? null });
    found[id] = mentions.map(({ start, end, entity }) => ({ start, end, entity }));
  }
  process.stdout.write(`${JSON.stringify(found)}\n`);
}

function parseBatch(path: string): Record<string, { excerpt: string; date?: string | null }> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    fail(`${path}: ${error instanceof Error ? error.message : error}`);
  }
  if (typeof value !== "object" || value === null) fail(`${path}: expected an object of texts by id`);
  for (const [id, entry] of Object.entries(value))
    if (typeof entry?.excerpt !== "string") fail(`${path}: ${id}.excerpt: expected a text`);
  return value as Record<string, { excerpt: string; date?: string | null }>;
}

function guess(text: string): "en" | "es" | "other" {
  const { document } = parseHTML("<!doctype html><html><body><article><p></p></article></body></html>");
  const paragraph = document.querySelector("p");
  if (paragraph) paragraph.textContent = text;
  return readFacts(document as unknown as Document, "").language;
}

function readOne(path: string): ReadFile {
  const bytes = readFileSync(path);
  const source = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  if (!/<(?:!doctype|html|body|article|p)\b/i.test(source)) {
    const facts = { news: true, language: guess(source), date: noDate, hints: "" };
    return { text: source, facts };
  }
  const { document } = parseHTML(source);
  const page = document as unknown as Document;
  const read = readText(page);
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? "";
  return { text: read.text, facts: readFacts(page, canonical, read) };
}

function runFiles(paths: string[], { store, finder }: Compiled): void {
  const records: object[] = [];
  for (const path of paths) {
    const { text, facts } = readOne(path);
    const date = asOf ?? facts.date.value;
    const spoken = language ?? facts.language;
    const { mentions } = finder.find({ text, language: spoken, date, pageHints: facts.hints });
    const reader = language ?? (facts.language === "es" ? "es" : "en");
    const words = createPageStrings(reader);
    const described = mentions.map((mention) => ({
      start: mention.start,
      end: mention.end,
      text: mention.text,
      entity: mention.entity,
      kind: mention.kind,
      why: explainMention(mention, words),
    }));
    if (values.json) {
      const { value, from } = facts.date;
      records.push({
        file: path,
        news: facts.news,
        language: facts.language,
        date: { value, from },
        mentions: described,
      });
      continue;
    }
    console.log(`${path}: ${facts.news ? "news" : "not news"}, ${facts.language}, ${date ?? "date unknown"}`);
    for (const { start, text: words, entity, why } of described)
      console.log(`  ${String(start).padStart(6)}  ${words.replaceAll(/\s+/g, " ")}  →  ${entity}  (${why})`);
    printCards(mentions, store, date, reader);
  }
  if (values.json) process.stdout.write(`${JSON.stringify(records, null, 2)}\n`);
}

function printCards(mentions: Mention[], store: Compiled["store"], date: string | null, reader: "en" | "es"): void {
  const { records, sources, header } = store.bundle([...new Set(mentions.map(({ entity }) => entity))]);
  const today = process.env.NEWSGLOSS_TODAY ?? localDay(new Date());
  for (const record of records) {
    const options = {
      asOf: date,
      today,
      language: reader,
      hiddenGroups: new Set<string>(),
      hiddenSources: new Set<string>(),
    };
    console.log(`\n${digest(buildCard(record, sources, header, options), say(reader))}`);
  }
}
