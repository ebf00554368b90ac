/** Statements as card sentences, sorted into what held then, what changed since, what was over, what is unclear. */
import type { EntityKind, EntityRecord, Language, PartialDate, StatementRecord } from "../dataset/records";
import { ageInDays, sortByDate } from "../time";
import { isMoment, place, type Viewpoint } from "./placing";
import { firstView, isLasting, rankOf, recentDays, sinceRank } from "./ranking";
import { localize, referencesIn } from "./text";
import { toldFrom } from "./told";
import type { CardSentence } from "./types";

/** A sentence that still lacks the numbers of its sources. */
export interface PlacedSentence {
  item: StatementRecord;
  sentence: CardSentence;
}

export interface SortedSentences {
  then: PlacedSentence[];
  since: PlacedSentence[];
  earlier: PlacedSentence[];
  unclear: PlacedSentence[];
  timeline: PlacedSentence[];
}

/** Laws and meanings may be told with their end: they were so until then. What people did may not. */
export function toldBy({ kind, text, to, checked }: StatementRecord): PartialDate | null {
  const ends = to !== null && (kind === "policy" || kind === "definition") ? [to] : [];
  return toldFrom(text.en, checked, ends);
}

/** Makes sentences of statements; those without a source in use give null. */
export function sentenceMaker(record: EntityRecord, viewpoint: Viewpoint, language: Language) {
  const references = referencesIn(record);
  return (item: StatementRecord): PlacedSentence | null => {
    if (!viewpoint.book.lives(item)) return null;
    const { latest: _latest, ...placed } = place({ ...item, toldFrom: toldBy(item) }, item.kind, viewpoint);
    const { id, kind, from, to, checked, attributedTo, asReportedBy, number } = item;
    const sentence: CardSentence = {
      ...{ id, kind, ...localize(item.text, language), from, to, checked },
      ...placed,
      inPart: viewpoint.book.inPart(item),
      atFirst: false,
      ...(attributedTo === undefined ? {} : { attributedTo }),
      ...(asReportedBy === undefined ? {} : { asReportedBy }),
      ...(number === undefined ? {} : { number }),
      sources: [],
      related: references(item.related),
    };
    return { item, sentence };
  };
}

/** A copy of its own, so that each list can say for itself what is in the first view. */
function copyOf({ item, sentence }: PlacedSentence): PlacedSentence {
  return { item, sentence: { ...sentence } };
}

/** Only “since” speaks of a change: elsewhere the sentence stands as it was. */
export function unchanged({ item, sentence }: PlacedSentence): PlacedSentence {
  const { change: _change, changedOn: _changedOn, ...still } = sentence;
  return { item, sentence: still };
}

function byStart({ sentence: a }: PlacedSentence, { sentence: b }: PlacedSentence): number {
  return sortByDate(a.from ?? a.to ?? "0000", b.from ?? b.to ?? "0000");
}

function byChange({ sentence: a }: PlacedSentence, { sentence: b }: PlacedSentence): number {
  const dayOf = (sentence: CardSentence) => sentence.changedOn ?? "0000";
  return sortByDate(dayOf(a), dayOf(b)) || Number(a.change === "ended") - Number(b.change === "ended");
}

function byRank(kind: EntityKind) {
  return (a: PlacedSentence, b: PlacedSentence): number => {
    const rank = rankOf(kind, a.item.kind) - rankOf(kind, b.item.kind);
    // Of moments that stay said, the newest tells where things stand; otherwise the editors' order holds.
    return rank || (isMoment(a.item) && isMoment(b.item) ? -byStart(a, b) : 0);
  };
}

/**
 * Marks the first view: what held then, filled up where that is thin, and the weightiest changes since.
 * What stands in a dispute of the first view is not said twice.
 */
function chooseFirst(sorted: SortedSentences, asOf: PartialDate, inDispute: ReadonlySet<string>): void {
  const first = sorted.then.filter(({ item }) => !inDispute.has(item.id)).slice(0, firstView.then);
  const isDefinition = ({ item }: PlacedSentence) => item.kind === "definition";
  // A word's meaning is wanted even where no source shows that it had it then; it is marked as unclear.
  if (!first.some(isDefinition)) first.push(...sorted.unclear.filter(isDefinition).slice(0, 2));
  const isRecent = ({ sentence }: PlacedSentence) => sentence.to !== null && ageInDays(sentence.to, asOf) <= recentDays;
  first.push(...sorted.earlier.filter(isRecent));
  if (first.length === 0) first.push(...sorted.earlier.slice(0, 2), ...sorted.unclear);
  for (const { sentence } of first.slice(0, firstView.then)) sentence.atFirst = true;
  // What ended is told again only where nothing says what came in its place.
  const begun = sorted.since.filter(({ sentence }) => sentence.change !== "ended");
  const days = new Set(begun.map(({ sentence }) => sentence.changedOn));
  const ended = sorted.since.filter(({ sentence }) => sentence.change === "ended" && !days.has(sentence.changedOn));
  const changes = begun.sort((a, b) => sinceRank(a.item.kind) - sinceRank(b.item.kind));
  for (const { sentence } of [...changes, ...ended].slice(0, firstView.since)) sentence.atFirst = true;
}

/** Sorts a record's living statements for the card; `inDispute` are those that its first view shows elsewhere. */
export function sortSentences(
  placed: readonly PlacedSentence[],
  kind: EntityKind,
  asOf: PartialDate,
  inDispute: ReadonlySet<string>,
): SortedSentences {
  const sorted: SortedSentences = { then: [], since: [], earlier: [], unclear: [], timeline: [] };
  for (const one of placed) {
    const { standing, change } = one.sentence;
    const stays = standing === "before" && isMoment(one.item) && isLasting(kind, one.item.kind);
    if (standing === "then" || stays) sorted.then.push(unchanged(one));
    else if (standing === "before") sorted.earlier.push(unchanged(one));
    else if (standing === "unknown") sorted.unclear.push(unchanged(one));
    if (change !== undefined) sorted.since.push(copyOf(one));
    sorted.timeline.push(unchanged(one));
  }
  sorted.then.sort(byRank(kind));
  sorted.unclear.sort(byRank(kind));
  sorted.earlier.sort((a, b) => byStart(b, a));
  sorted.since.sort(byChange);
  sorted.timeline.sort(byStart);
  chooseFirst(sorted, asOf, inDispute);
  return sorted;
}
