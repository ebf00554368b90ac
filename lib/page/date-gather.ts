/** DOM edge of the article's date: collects every place where a page may state one. Decides nothing. */
import type { DayOrder } from "./date-parse";
import { findDay } from "./date-parse";
import { attributeOf, closestOf, nameOf, select, textOf } from "./safe-dom";
import type { LinkedNode, Meta } from "./structured-data";

/** A date the page marks up in its body. */
export interface MarkedDate {
  /** `datetime` or `content`; "" where there is none. */
  machine: string;
  /** What readers see. */
  text: string;
  /** Whether the markup itself says published, modified, or neither. */
  role: "published" | "modified" | "unsaid";
  /** Where it stands: after the headline (0 is nearest), or before it (negative). */
  distance: number;
  /** Same article element as the headline. */
  inStory: boolean;
}

export interface DateSources {
  /** Where the page stands, then the addresses it calls its own. */
  addresses: string[];
  titles: string[];
  linked: LinkedNode[];
  metas: Meta[];
  microdata: MarkedDate[];
  times: MarkedDate[];
  /** Short visible lines near the headline, nearest first. */
  lines: string[];
  order: DayOrder;
  /** The day of reading, for dates that cannot be. */
  today: string;
}

const MOST_MARKED = 60;
const asidePlaces =
  'nav, aside, footer, [role="complementary"], [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="recirc" i], [class*="trending" i], [class*="recommend" i], [class*="most-" i]';

function roleOf(element: Element): MarkedDate["role"] {
  const said = `${attributeOf(element, "itemprop") ?? ""} ${attributeOf(element, "class") ?? ""}`.toLowerCase();
  if (/modif|updat/.test(said)) return "modified";
  if (/datepublished|datecreated|publish|posted|entry-date|pubdate/.test(said)) return "published";
  return attributeOf(element, "pubdate") === null ? "unsaid" : "published";
}

function marked(element: Element, distance: number, story: Element | null): MarkedDate {
  return {
    machine: attributeOf(element, "datetime") ?? attributeOf(element, "content") ?? attributeOf(element, "title") ?? "",
    text: (textOf(element) ?? "").replace(/\s+/g, " ").trim().slice(0, 120),
    role: roleOf(element),
    distance,
    inStory: story !== null && closestOf(element, "article") === story,
  };
}

/** Dates marked up by `selector`, with their place relative to the headline. Comments and side lists are left out. */
function gatherMarked(document: Document, selector: string, headline: Element | null): MarkedDate[] {
  const elements = Array.from(select(document, `${selector}, h1`));
  const at = headline ? elements.indexOf(headline) : -1;
  const story = headline && closestOf(headline, "article");
  const found: MarkedDate[] = [];
  let index = -1;
  for (const element of elements) {
    index += 1;
    const name = nameOf(element);
    if (name === "h1" || name === "meta" || found.length >= MOST_MARKED) continue;
    if (closestOf(element, asidePlaces)) continue;
    found.push(marked(element, index - at - (index > at ? 1 : 0), story));
  }
  return found;
}

export function gatherMicrodata(document: Document, headline: Element | null): MarkedDate[] {
  return gatherMarked(document, '[itemprop*="datePublished" i], [itemprop*="dateModified" i]', headline);
}

export function gatherTimes(document: Document, headline: Element | null): MarkedDate[] {
  return gatherMarked(document, "time, abbr.published, abbr.date", headline);
}

const dateClasses =
  '[class*="date" i], [class*="byline" i], [class*="publish" i], [class*="timestamp" i], [class*="posted" i], [class*="meta" i], [id*="date" i], [class*="time" i]';

function isDateLine(line: string, order: DayOrder): boolean {
  return line.length <= 160 && /\d/.test(line) && findDay(line, order) !== null;
}

/** Short lines with a date in them: those after the headline, those just before it, then elements whose class says date. */
export function gatherDateLines(document: Document, text: string, headline: string, order: DayOrder): string[] {
  const found: string[] = [];
  const squeeze = (line: string) => line.replace(/\s+/g, " ").trim();
  const lines = text.split("\n", 4000);
  const wanted = squeeze(headline);
  const at = wanted === "" ? -1 : lines.findIndex((line) => line.length < 500 && squeeze(line) === wanted);
  const prose = lines.findIndex((line) => line.length > 160);
  // Without a headline in sight, the lines above the first long one must do.
  const after = at >= 0 ? lines.slice(at + 1, at + 26) : [];
  const before =
    at >= 0 ? lines.slice(Math.max(0, at - 8), at) : lines.slice(Math.max(0, prose - 30), Math.max(0, prose));
  for (const raw of after) {
    const line = squeeze(raw);
    const dateline = line.length > 160 ? line.slice(0, 90).split(/[—–]|--| - /)[0] : line;
    if (dateline && (dateline.length < 90 || line.length <= 160) && isDateLine(dateline, order)) found.push(dateline);
  }
  for (const line of before.map(squeeze).reverse()) if (isDateLine(line, order)) found.push(line);
  if (found.length > 0) return found;
  let looked = 0;
  for (const element of Array.from(select(document, dateClasses))) {
    if (++looked > 150 || found.length >= 5) break;
    const name = nameOf(element);
    if (name === "body" || name === "html" || name === "article" || name === "script") continue;
    const line = (textOf(element) ?? "").replace(/\s+/g, " ").trim();
    if (line !== "" && isDateLine(line, order) && !closestOf(element, asidePlaces)) found.push(line);
  }
  return found;
}

/** How a language and region write 03/04/2019. */
export function dayOrderOf(declared: string | null, host: string): DayOrder {
  const tag = (declared ?? "").toLowerCase().replace("_", "-");
  if (/^en-us|^en-ph/.test(tag)) return "month-first";
  if (/\.(?:uk|au|nz|ie|in|za|ng|sg|my)$/.test(host)) return "day-first";
  if (tag === "en" || tag === "") return /\.(?:com|us|org|net|gov|edu)$/.test(host) ? "month-first" : "unknown";
  if (tag === "en-ca") return "unknown";
  return "day-first";
}
