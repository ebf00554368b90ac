/**
 * The article's date from everything a page states. Pure.
 *
 * Trust, highest first: JSON-LD of the article, meta tags, microdata, `<time>` by the headline, the address, visible
 * lines by the headline, a month in the address. Two corrections follow, both kept in the evidence:
 * - A time in UTC (or with no zone) is the publisher's day only by chance. Where the publisher shows another day that
 *   the same moment can have somewhere (its own line by the headline, a stamp with an offset, the address), that is it.
 * - A value that nothing else supports is outvoted by the address and the line that readers see, together; a meta tag
 *   also by a bare earlier date below the headline.
 */
import type { PartialDate } from "../dataset/records";
import type { DateSources, MarkedDate } from "./date-gather";
import { dateInAddress, findDay, type ParsedDate, parseMachineDate, parseVisibleDate } from "./date-parse";
import { isArticleType, isPageType } from "./schema-types";
import type { LinkedNode } from "./structured-data";
import type { DateEvidence, PageFacts } from "./types";

interface Candidate extends ParsedDate {
  from: DateEvidence["from"];
  detail: string;
}

/** Meta names that state publication, most trusted first. */
const publishedMetas =
  "article:published_time og:article:published_time article:published article.published og:published_time og:pubdate datepublished rnews:datepublished parsely-pub-date cxenseparse:recs:publishtime cxenseparse:publishtime cxenseparse:articlepublishdate sailthru.date dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date dc.created pubdate pub_date pub-date publish-date publish_date publishdate publication_date publication-date published published_at published-at published-date date_published originalpublicationdate article_date_original article.created article:created gsa_publish_date analyticsattributes.articledate prism.publicationdate citation_publication_date citation_online_date citation_date bt:pubdate ptime displaydate pdate created-date created datecreated creation_date article:post_date article.origpub iso-8601-publish-date article:date date".split(
    " ",
  );
const modifiedMetas =
  "article:modified_time og:article:modified_time article:modified article.updated datemodified og:updated_time dcterms.modified dc.date.modified dc.modified modified-date updated-date revision_date datelastpubbed lastmod modified last-modified".split(
    " ",
  );

/** Whether a page can have appeared on that day: after printing, before tomorrow, and no machine's zero. */
function isPossible(day: string, today: string): boolean {
  if (day < "1850" || day.slice(0, 10) === "1970-01-01" || day === "1900-01-01" || day === "1969-12-31") return false;
  return dayNumber(day) <= dayNumber(today) + 1;
}

function dayNumber(day: string): number {
  const [year, month, date] = day.split("-").map(Number);
  return Math.floor(Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1) / 86_400_000);
}

/** Letters and digits only. Plain ranges: \p{L} makes an expression dear to compile. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9\u00c0-\uffef]+/g, " ")
    .trim();

function samePlace(one: string, other: string): boolean {
  const path = (address: string) =>
    address.replace(/^[a-z]+:\/\/(?:www\.|m\.|amp\.)?/i, "").replace(/[?#].*$|\/$/g, "");
  return path(one) !== "" && path(one) === path(other);
}

/** How surely a node speaks of this page's article; null for nodes that cannot. */
function fitOf(node: LinkedNode, sources: DateSources): number | null {
  const article = node.types.some(isArticleType);
  if (!article && !node.types.some(isPageType)) return null;
  let fit = article ? 3 : 0;
  if (node.listed) fit -= 4;
  if (node.addresses.some((address) => sources.addresses.some((own) => samePlace(address, own)))) fit += 4;
  const headline = plain(node.headline);
  if (headline.length > 8 && sources.titles.some((title) => plain(title).includes(headline))) fit += 4;
  return fit;
}

/** JSON-LD nodes that speak of this article, best first. */
export function articleNodes(sources: Pick<DateSources, "linked" | "addresses" | "titles">): LinkedNode[] {
  const fits = sources.linked
    .map((node) => ({ node, fit: fitOf(node, sources as DateSources) }))
    .filter((item): item is { node: LinkedNode; fit: number } => item.fit !== null && item.fit >= 0);
  return fits.sort((one, other) => other.fit - one.fit).map((item) => item.node);
}

type Role = "published" | "modified";

function fromLinked(sources: DateSources, role: Role): Candidate[] {
  const found: Candidate[] = [];
  for (const node of articleNodes(sources)) {
    const values: [string, string | null][] =
      role === "published"
        ? [
            ["datePublished", node.published],
            ["dateCreated", node.created],
          ]
        : [["dateModified", node.modified]];
    for (const [name, value] of values) {
      const parsed = value && parseMachineDate(value, sources.order);
      if (parsed) found.push({ ...parsed, from: "json-ld", detail: `${node.types[0] ?? ""} ${name} ${value}` });
    }
  }
  return found;
}

function fromMetas(sources: DateSources, names: readonly string[]): Candidate[] {
  return names.flatMap((name) =>
    sources.metas
      .filter((meta) => meta.name === name)
      .flatMap(({ content }) => {
        const parsed = parseMachineDate(content, sources.order);
        return parsed ? [{ ...parsed, from: "meta" as const, detail: `${name} ${content}` }] : [];
      }),
  );
}

function fromMarked(marked: readonly MarkedDate[], from: "microdata" | "time", role: Role, sources: DateSources) {
  const wanted = marked.filter((date) => (role === "modified") === (date.role === "modified"));
  // Nearest after the headline first; a story's own element before others; what stands above the headline last.
  const rank = (date: MarkedDate) =>
    (date.role === role ? 0 : 2) + (date.inStory ? 0 : 3) + (date.distance < 0 ? 6 - date.distance : date.distance);
  const found: Candidate[] = [];
  for (const date of [...wanted].sort((one, other) => rank(one) - rank(other))) {
    const parsed = parseMachineDate(date.machine, sources.order) ?? parseVisibleDate(date.text, sources.order);
    if (parsed) found.push({ ...parsed, from, detail: (date.machine || date.text).slice(0, 80) });
  }
  return found;
}

const changeWords =
  /\b(?:updated|modified|last (?:update|change|edited)|actualizad[oa]|mis à jour|modifié|aktualisiert|aggiornat[oa]|atualizad[oa])\b|更新|수정/i;
const publishWords = /\b(?:published|posted|publicad[oa]|publié|veröffentlicht|pubblicat[oa])\b/i;

function fromLines(sources: DateSources, role: Role): Candidate[] {
  return sources.lines.flatMap((line) => {
    const changed = changeWords.exec(line);
    const found = findDay(line, sources.order);
    if (!found) return [];
    const isChange = changed !== null && changed.index < found.start && !publishWords.test(line.slice(0, found.start));
    if (isChange !== (role === "modified")) return [];
    const parsed = parseVisibleDate(line, sources.order);
    return parsed ? [{ ...parsed, from: "visible" as const, detail: line.slice(0, 80) }] : [];
  });
}

/** The last two labels of the host: enough to tell one publisher's hosts from another's. */
function siteOf(address: string): string {
  return /^[a-z]+:\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase().split(".").slice(-2).join(".") ?? "";
}

function fromAddresses(sources: DateSources): { days: Candidate[]; month: DateEvidence | null } {
  const days: Candidate[] = [];
  let month: DateEvidence | null = null;
  const own = siteOf(sources.addresses[0] ?? "");
  for (const address of sources.addresses) {
    // A canonical address on another site is where the story was taken from, with that site's day.
    if (siteOf(address) !== own) continue;
    const value = dateInAddress(address);
    if (value === null) continue;
    const detail = address.slice(0, 160);
    if (value.length === 10) days.push({ day: value, zone: "stated", minutes: null, from: "address", detail });
    else month ??= { value, from: "address", detail };
  }
  return { days, month };
}

/** The days on which publishers show their story, most telling first: for the time zone of a bare UTC stamp. */
function shownDays(sources: DateSources, published: readonly Candidate[], lines: readonly Candidate[]): Candidate[] {
  const seen = sources.times
    .filter((time) => time.role !== "modified" && time.distance >= 0 && time.distance < 2)
    .flatMap((time) => {
      const parsed = parseVisibleDate(time.text, sources.order);
      return parsed ? [{ ...parsed, from: "visible" as const, detail: time.text }] : [];
    });
  const stamped = published.filter((candidate) => candidate.zone === "stated" && candidate.from !== "address");
  const addressed = published.filter((candidate) => candidate.from === "address");
  return [...lines.slice(0, 2), ...seen, ...stamped, ...addressed].filter(
    (candidate) => candidate.zone !== "universal" || candidate.minutes === null,
  );
}

/** Whether a moment that is `minutes` into a UTC day can lie on the day before or after, somewhere on Earth. */
function canBe(candidate: Candidate, day: string): boolean {
  if (candidate.minutes === null) return false;
  const difference = dayNumber(day) - dayNumber(candidate.day);
  return (difference === -1 && candidate.minutes < 12 * 60) || (difference === 1 && candidate.minutes >= 10 * 60);
}

function localDay(chosen: Candidate, shown: readonly Candidate[]): Candidate | null {
  if (chosen.zone === "stated" || chosen.minutes === null) return null;
  if (shown.some((other) => other.day === chosen.day && other.from === "visible")) return null;
  // A day without a clock may be a masthead's or a quotation's: a sign of the same day elsewhere outweighs it.
  const agrees = shown.some((other) => other.day === chosen.day && other.minutes !== chosen.minutes);
  const fits = (other: Candidate) =>
    canBe(chosen, other.day) && (!agrees || (other.from === "visible" && other.minutes !== null));
  return shown.find(fits) ?? null;
}

function outvoted(chosen: Candidate, all: readonly Candidate[], lines: readonly Candidate[]): Candidate | null {
  if (chosen.from === "address" || chosen.from === "visible") return null;
  if (all.some((one) => one.from !== chosen.from && one.day === chosen.day)) return null;
  const isFar = (other: Candidate) => Math.abs(dayNumber(other.day) - dayNumber(chosen.day)) > 1;
  const first = lines[0] ?? all.find((one) => one.from === "time");
  if (!first || !isFar(first)) return null;
  const addressed = all.find((candidate) => candidate.from === "address");
  if (addressed?.day === first.day) return addressed;
  // A lone meta tag against a line that is an earlier date and nothing else: stories that moved keep the line.
  return chosen.from === "meta" && first.from === "visible" && first.detail.length <= 24 && first.day < chosen.day
    ? first
    : null;
}

/** A stamp whose clock another stamp gives with another zone: one of the zones is false, so neither is believed. */
function withBelievedZone(chosen: Candidate, all: readonly Candidate[]): Candidate {
  const denied = all.some(
    (other) => other.day === chosen.day && other.minutes === chosen.minutes && other.zone === "universal",
  );
  return chosen.zone === "stated" && chosen.minutes !== null && denied ? { ...chosen, zone: "none" } : chosen;
}

const asEvidence = (candidate: Candidate): DateEvidence => ({
  value: candidate.day,
  from: candidate.from,
  detail: candidate.detail.replace(/\s+/g, " ").trim().slice(0, 160),
});

export interface ArticleDate {
  value: PartialDate | null;
  from: DateEvidence["from"] | "none";
  modified: PartialDate | null;
  evidence: DateEvidence[];
}

/** Decides the day of publication and of the last change. Unknown is null, and impossible days are dropped. */
export function decideDate(sources: DateSources): PageFacts["date"] {
  const possible = (candidate: Candidate) => isPossible(candidate.day, sources.today);
  const addresses = fromAddresses(sources);
  const lines = fromLines(sources, "published").filter(possible);
  const published = [
    ...fromLinked(sources, "published"),
    ...fromMetas(sources, publishedMetas),
    ...fromMarked(sources.microdata, "microdata", "published", sources),
    ...fromMarked(sources.times, "time", "published", sources),
    ...addresses.days,
    ...lines,
  ].filter(possible);
  const modified = [
    ...fromLinked(sources, "modified"),
    ...fromMetas(sources, modifiedMetas),
    ...fromMarked(sources.microdata, "microdata", "modified", sources),
    ...fromMarked(sources.times, "time", "modified", sources),
    ...fromLines(sources, "modified"),
  ].filter(possible);

  const first = published[0];
  if (!first) {
    const month = addresses.month && isPossible(`${addresses.month.value}-01`, sources.today) ? addresses.month : null;
    // A day of change alone does not say when the story was published: it stays what it is.
    const changed = modified[0]?.day ?? null;
    return {
      value: month?.value ?? null,
      from: month?.from ?? "none",
      modified: changed,
      evidence: month ? [month] : [],
    };
  }
  const winner =
    outvoted(first, published, lines) ??
    localDay(withBelievedZone(first, published), shownDays(sources, published, lines)) ??
    first;
  const changed = modified.find((candidate) => candidate.day >= winner.day);
  const others = published.filter((candidate) => candidate !== winner);
  const evidence = [asEvidence(winner), ...others.map(asEvidence)].slice(0, 8);
  return { value: winner.day, from: winner.from, modified: changed?.day ?? null, evidence };
}
