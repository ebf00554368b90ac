/** One entity's record, seen from a day and through the sources that the reader has on, as a card. */
import type { DatasetHeader, EntityRecord, PartialDate, SourceRecord } from "../dataset/records";
import { addDays, compare, intervalOf, isPartialDate } from "../time";
import { placeDisputes } from "./disputes";
import { fitFirstView } from "./fitting";
import { placeHolders } from "./holders";
import { placeListings } from "./listings";
import type { Viewpoint } from "./placing";
import { sentenceMaker, sortSentences } from "./sentences";
import { SourceBook } from "./sources";
import { placeSummary } from "./summary";
import { localize } from "./text";
import type { CardHolder, CardListing, CardModel, CardSentence, ContextOptions } from "./types";

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
function numberSources(card: CardModel, book: SourceBook): void {
  const { then, unclear, earlier, since, timeline, holders, listings, disputes, summary, summaryToday } = card;
  const parties = (some: CardModel["disputes"]) => some.flatMap((dispute) => dispute.parties);
  const firstWords = parties(disputes.filter((dispute) => dispute.atFirst)).flatMap((party) => party.first);
  if (summary) book.number([summary]);
  const numberFirst = (items: readonly (CardSentence | CardHolder | CardListing)[]) =>
    book.number(items.filter((one) => one.atFirst));
  for (const items of [then, unclear, earlier]) numberFirst(items);
  book.number(firstWords);
  for (const items of [holders, listings, since]) numberFirst(items);
  if (summaryToday?.atFirst) book.number([summaryToday]);
  for (const items of [then, unclear, earlier, since, timeline, holders, listings]) book.number(items);
  for (const party of parties(disputes)) book.number(party.statements);
  if (summaryToday) book.number([summaryToday]);
}

/** What a card must say about its own day: the entity did not exist yet, no more, or nothing is recorded yet. */
function noticesAbout(record: EntityRecord, card: CardModel): Notice[] {
  const day = card.asOf;
  if (record.from !== undefined && compare(day, record.from) === "before") return ["before-entity"];
  if (record.to !== undefined && compare(day, record.to) === "after") return ["after-entity"];
  const { holders, listings, timeline } = card;
  const people = holders.filter((holder) => holder.person !== null);
  const known = [...people, ...listings, ...timeline];
  return known.length > 0 && known.every((item) => item.standing === "since") ? ["before-data"] : [];
}

/** Whether the choice of sources leaves one party's word only, in a dispute or between two statements. */
function isOneSided(record: EntityRecord, { disputes }: CardModel, book: SourceBook): boolean {
  const known = new Set([...record.disputeStatements, ...record.statements].map(({ id }) => id));
  const alone = record.statements.some(({ id, disputedBy = [] }) => {
    const others = disputedBy.filter((other) => known.has(other));
    return others.length > 0 && book.lives(id) && !others.some((other) => book.lives(other));
  });
  return alone || disputes.some((dispute) => dispute.oneSided);
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
  const book = new SourceBook(record, sources, options);
  const { day, notices } = dayToSpeakFor(options);
  const viewpoint: Viewpoint = { asOf: day, today, entity: record, shelfLifeDays: header.shelfLifeDays, book };
  const makeSentence = sentenceMaker(record, viewpoint, language);
  const placed = record.statements.flatMap((statement) => makeSentence(statement) ?? []);
  const asOfIsToday = day === today;
  const summary = placeSummary(record, viewpoint, language);
  const summaryFits = asOfIsToday || summary?.standing === "then" || summary?.standing === "unknown";
  const disputes = placeDisputes(record, makeSentence, language);
  const holders = placeHolders(record, viewpoint);
  const listings = placeListings(record, viewpoint, language);
  const card: CardModel = {
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
    notices,
    ...sortSentences(placed, record.kind, day),
    holders,
    listings,
    firstRows: [],
    disputes,
    related: record.related,
    hidden: book.hidden(),
    oneSided: false,
    empty: placed.length + holders.length + listings.length === 0,
    sources: book.shown,
    newestChecked: header.newestChecked,
    header,
  };
  notices.push(...noticesAbout(record, card));
  if (compare(today, header.validUntil) === "after") notices.push("dataset-expired");
  card.oneSided = isOneSided(record, card, book);
  fitFirstView(card, (id) => book.countOf(id));
  numberSources(card, book);
  return card;
}
