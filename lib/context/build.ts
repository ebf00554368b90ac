/** One entity's record, seen from a day and through the sources that the reader has on, as a card. */
import type { DatasetHeader, EntityRecord, PartialDate, SourceRecord } from "../dataset/records";
import { addDays, compare, intervalOf, isPartialDate } from "../time";
import { type PlacedDispute, placeDisputes } from "./disputes";
import { type PlacedHolder, placeHolders } from "./holders";
import { type PlacedListing, placeListings } from "./listings";
import type { Viewpoint } from "./placing";
import { type PlacedSentence, type SortedSentences, sentenceMaker, sortSentences } from "./sentences";
import { SourceBook, sourcedItems } from "./sources";
import { type PlacedSummary, placeSummary } from "./summary";
import { localize } from "./text";
import type { CardModel, ContextOptions } from "./types";

interface Parts {
  summary: PlacedSummary | null;
  /** Whether the summary may be said of the as-of date; else it belongs under “since”. */
  summaryFits: boolean;
  sentences: SortedSentences;
  holders: PlacedHolder[];
  listings: PlacedListing[];
  disputes: PlacedDispute[];
}

type Notice = CardModel["notices"][number];

/** The day to speak for: what was asked, unless that is no date or has not come yet. */
function dayToSpeakFor({ asOf, today }: ContextOptions): { day: PartialDate; notices: Notice[] } {
  if (asOf === null || !isPartialDate(asOf)) return { day: today, notices: ["date-unknown"] };
  if (compare(asOf, today) !== "after") return { day: asOf, notices: [] };
  // An article dated tomorrow was written in a time zone ahead of the reader's.
  const ahead = intervalOf(asOf).earliest > addDays(intervalOf(today).latest, 1);
  return { day: today, notices: ahead ? ["date-in-future"] : [] };
}

/** Gives every item the numbers of its sources, counting in the order in which a reader meets them. */
function number(parts: Parts, book: SourceBook): void {
  const { then, since, earlier, unclear, timeline } = parts.sentences;
  const first = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean) => items.filter(isFirst);
  const sentences = (items: readonly PlacedSentence[]) => {
    for (const { item, sentence } of items) sentence.sources = book.cite(item);
  };
  const holders = (items: readonly PlacedHolder[]) => {
    for (const { item, holder } of items) holder.sources = book.cite(item);
  };
  const listings = (items: readonly PlacedListing[]) => {
    for (const { item, listing } of items) listing.sources = book.cite(item);
  };
  const summary = () => {
    if (!parts.summary) return;
    const { sentence, sources } = parts.summary;
    sentence.sources = book.cite({ id: sentence.id, sources });
  };
  if (parts.summaryFits) summary();
  const isFirst = ({ sentence }: PlacedSentence) => sentence.atFirst;
  sentences(first(then, isFirst));
  sentences(first(unclear, isFirst));
  sentences(first(earlier, isFirst));
  for (const { items } of first(parts.disputes, ({ dispute }) => dispute.atFirst)) sentences(items);
  holders(first(parts.holders, ({ holder }) => holder.atFirst));
  listings(first(parts.listings, ({ listing }) => listing.atFirst));
  sentences(first(since, isFirst));
  summary();
  for (const rest of [then, unclear, earlier, since, timeline]) sentences(rest);
  holders(parts.holders);
  listings(parts.listings);
  for (const { items } of parts.disputes) sentences(items);
}

/** What a card must say about its own day: the entity did not exist yet, no more, or nothing is recorded yet. */
function noticesAbout(record: EntityRecord, day: PartialDate, parts: Parts): Notice[] {
  if (record.from !== undefined && compare(day, record.from) === "before") return ["before-entity"];
  if (record.to !== undefined && compare(day, record.to) === "after") return ["after-entity"];
  const { then, earlier, unclear, since } = parts.sentences;
  const placed = [...parts.holders.map(({ holder }) => holder), ...parts.listings.map(({ listing }) => listing)];
  const known = placed.some((item) => item.standing !== "since" && (!("person" in item) || item.person !== null));
  const something = known || then.length + earlier.length + unclear.length > 0;
  return something || since.length + placed.length === 0 ? [] : ["before-data"];
}

/** What is known after the as-of date but told against it: both a dispute's sides or one of them only. */
function isOneSided(record: EntityRecord, parts: Parts, book: SourceBook): boolean {
  if (parts.disputes.some(({ dispute }) => dispute.oneSided)) return true;
  const known = new Map([...record.disputeStatements, ...record.statements].map((item) => [item.id, item]));
  return record.statements.some((statement) => {
    const others = (statement.disputedBy ?? []).flatMap((id) => known.get(id) ?? []);
    return others.length > 0 && book.lives(statement) && !others.some((other) => book.lives(other));
  });
}

/**
 * Builds the card. Pure: the same record, sources and options give a deeply equal card, whatever was
 * switched off and on again between.
 */
export function buildCard(
  record: EntityRecord,
  sources: readonly SourceRecord[],
  header: DatasetHeader,
  options: ContextOptions,
): CardModel {
  const { today, language } = options;
  const book = new SourceBook(sources, options);
  const { day, notices } = dayToSpeakFor(options);
  const viewpoint: Viewpoint = { asOf: day, today, entity: record, shelfLifeDays: header.shelfLifeDays, book };
  const makeSentence = sentenceMaker(record, viewpoint, language);
  const placed = record.statements.flatMap((statement) => makeSentence(statement) ?? []);
  const asOfIsToday = day === today;
  const placedSummary = placeSummary(record, viewpoint, language);
  const summary = placedSummary?.sentence ?? null;
  const summaryFits = asOfIsToday || summary?.standing === "then" || summary?.standing === "unknown";
  const disputes = placeDisputes(record, makeSentence, language);
  const firstDisputes = disputes.filter(({ dispute }) => dispute.atFirst);
  const inDispute = new Set(firstDisputes.flatMap(({ items }) => items.map(({ item }) => item.id)));
  const parts: Parts = {
    summary: placedSummary,
    summaryFits,
    sentences: sortSentences(placed, record.kind, day, inDispute),
    holders: placeHolders(record, viewpoint),
    listings: placeListings(record, viewpoint, language),
    disputes,
  };
  number(parts, book);
  const { then, since, earlier, unclear, timeline } = parts.sentences;
  const plain = (items: readonly PlacedSentence[]) => items.map(({ sentence }) => sentence);
  const holders = parts.holders.map(({ holder }) => holder);
  const listings = parts.listings.map(({ listing }) => listing);
  const expired = compare(today, header.validUntil) === "after";
  return {
    entity: record.id,
    kind: record.kind,
    ...(record.level === undefined ? {} : { level: record.level }),
    title: localize(record.title, language).text,
    language,
    parents: record.parents,
    summary: summaryFits ? summary : null,
    summaryToday: summaryFits ? null : summary,
    asOf: day,
    asked: options.asOf,
    asOfIsToday,
    notices: [...notices, ...noticesAbout(record, day, parts), ...(expired ? (["dataset-expired"] as const) : [])],
    then: plain(then),
    since: plain(since),
    earlier: plain(earlier),
    unclear: plain(unclear),
    holders,
    listings,
    timeline: plain(timeline),
    disputes: parts.disputes.map(({ dispute }) => dispute),
    related: record.related,
    hidden: sourcedItems(record).filter((item) => !book.lives(item)).length,
    oneSided: isOneSided(record, parts, book),
    empty: timeline.length + holders.length + listings.length === 0,
    sources: book.shown,
    newestChecked: header.newestChecked,
    header,
  };
}
