/** Gathers what a page says of itself and decides: news or not, date, language. */
import { articleNodes, decideDate } from "./date";
import { type DateSources, dayOrderOf, gatherDateLines, gatherMicrodata, gatherTimes } from "./date-gather";
import { decideLanguage, declaredLanguage } from "./language";
import { decideNews, type NewsFacts } from "./news";
import { attributeOf, select, textOf, titleOf } from "./safe-dom";
import { gatherLinkedData, gatherMetas, type Meta, metaOf } from "./structured-data";
import { readText } from "./text";
import type { PageFacts, PageText } from "./types";

/** A line this long is prose, not a link or a label. */
const PROSE_LINE = 100;

const squeeze = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();

/** The headline element: the `h1` (or else `h2`) that the title or `og:title` repeats, else the first `h1` with words in it. */
function findHeadline(document: Document, titles: readonly string[]): Element | null {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const wanted = titles.map(words).filter((title) => title.length > 3);
  const isRepeated = (element: Element) => {
    const text = words(textOf(element) ?? "");
    return text.length > 8 && wanted.some((title) => title.includes(text) || text.includes(title));
  };
  const headings = Array.from(select(document, "h1")).filter((element) => squeeze(textOf(element)).length > 3);
  return headings.find(isRepeated) ?? Array.from(select(document, "h2")).find(isRepeated) ?? headings[0] ?? null;
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return "";
  }
}

function resolve(address: string, base: string): string {
  try {
    return new URL(address, base).href;
  } catch {
    return address;
  }
}

/** Addresses the page calls its own, after the one it stands at. */
function ownAddresses(document: Document, address: string, metas: readonly Meta[]): string[] {
  const canonical = Array.from(select(document, 'link[rel~="canonical" i]')).map((link) => attributeOf(link, "href"));
  const stated = [...canonical, metaOf(metas, "og:url")].filter((item): item is string => !!item);
  return [...new Set([address, ...stated.map((item) => resolve(item, address))])];
}

interface Measured {
  proseLength: number;
  proseLines: number;
  opening: string;
  reporting: number;
  addressing: number;
}

/** Words by which reports pass on what others said, in the languages that the project's pages come in. */
const reportingWords = [
  ..." said | says | told | according to| announced| reported|spokes| dijo | según | afirmó| declaró| anunció| aseguró|portavoz| sagte| sagt | laut | erklärt|nach angaben| selon | a déclaré| a annoncé| affirme | estime | indique| explique | ha detto| secondo | spiega| disse | segundo | afirmou".split(
    "|",
  ),
  ..."said,|said.|発表|述べ|によると|明らかに|報じ|表示|报道|据悉|сообщил|заявил|по словам|밝혔다|말했다|전했다".split(
    "|",
  ),
];
const addressingWords =
  " you | your | yours |you’|you'| usted | tu | tus | puedes | você | seu | votre | vous | dein| ihre".split("|");
const MOST_PROSE = 20_000;

/** How often any of `parts` stands in `text`. Plain search needs no expression to be compiled on a cold page. */
function countParts(text: string, parts: readonly string[]): number {
  let count = 0;
  for (const part of parts) for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

function measureProse(text: string): Measured {
  let proseLength = 0;
  let proseLines = 0;
  let opening = "";
  let prose = "";
  for (const line of text.split("\n")) {
    if (line.length < PROSE_LINE) continue;
    const length = line.trim().length;
    if (length < PROSE_LINE) continue;
    proseLength += length;
    proseLines += 1;
    if (prose.length < MOST_PROSE) prose += `${line}\n`;
    if (opening === "") opening = line.trim().slice(0, 400);
  }
  const thousands = Math.max(prose.length / 6000, 0.1);
  const lower = prose.toLowerCase();
  const reporting = countParts(lower, reportingWords) / thousands;
  const addressing = countParts(lower, addressingWords) / thousands;
  return { proseLength, proseLines, opening, reporting, addressing };
}

const bylines = '[rel~="author"],[itemprop="author"],[class*="byline"],[class*="author"]';

function itemTypesOf(document: Document): string[] {
  return Array.from(select(document, "[itemtype]"), (element) =>
    (attributeOf(element, "itemtype") ?? "").replace(/^.*\//, ""),
  );
}

/**
 * The facts of a page. `address` is where it stands (`location.href`); `pageText` saves reading it again; `now` is the
 * moment of reading, against which impossible dates are dropped.
 */
export function readFacts(document: Document, address: string, pageText?: PageText, now = new Date()): PageFacts {
  const text = (pageText ?? readText(document)).text;
  const metas = gatherMetas(document);
  const linked = gatherLinkedData(document);
  const title = squeeze(metaOf(metas, "og:title", "twitter:title") ?? titleOf(document));
  const titles = [title, squeeze(titleOf(document))];
  const headlineElement = findHeadline(document, titles);
  const headline = squeeze(headlineElement && textOf(headlineElement));
  if (headline) titles.push(headline);
  const declared = declaredLanguage(document, metas);
  const order = dayOrderOf(declared, hostOf(address));
  const addresses = ownAddresses(document, address, metas);

  const sources: DateSources = {
    addresses,
    titles,
    linked,
    metas,
    microdata: gatherMicrodata(document, headlineElement),
    times: gatherTimes(document, headlineElement),
    lines: gatherDateLines(document, text, headline || title, order),
    order,
    today: now.toISOString().slice(0, 10),
  };
  const date = decideDate(sources);
  const article = articleNodes(sources);
  const newsFacts: NewsFacts = {
    address: addresses[0] ?? address,
    title: titles[1] || title,
    headline: headline || title,
    article,
    linked,
    metas,
    itemTypes: itemTypesOf(document),
    articleElements: select(document, "article").length,
    textLength: text.length,
    ...measureProse(text),
    hasByline: select(document, bylines).length > 0 || metaOf(metas, "author", "article:author") !== null,
    hasDate: date.value !== null,
    showsClock: sources.lines.some((line) => /\d{1,2}[:.h]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b/i.test(line)),
    siteName:
      metaOf(metas, "og:site_name", "application-name", "twitter:site") ?? titles[1]?.split(/ [|–—-] /).at(-1) ?? "",
  };
  const hints = [
    ...new Set([title, headline, metaOf(metas, "article:section", "section", "og:section", "parsely-section") ?? ""]),
    metaOf(metas, "keywords", "news_keywords", "parsely-tags") ?? "",
    ...metas.filter((meta) => meta.name === "article:tag").map((meta) => meta.content),
    article[0]?.section ?? "",
    squeeze(metaOf(metas, "description", "og:description")),
  ];
  return {
    ...decideNews(newsFacts),
    language: decideLanguage(declared, text),
    date,
    title: headline || title,
    hints: hints
      .filter((hint) => hint !== "")
      .join("\n")
      .slice(0, 2000),
  };
}
