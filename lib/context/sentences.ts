/** Statements as card sentences, sorted into what held then, what changed since, what was over, what is unclear. */
import type {
  EntityKind,
  EntityRecord,
  Language,
  PartialDate,
  StatementKind,
  StatementRecord,
} from "../dataset/records";
import { ageInDays, sortByDate } from "../time";
import { isMoment, place, type Viewpoint } from "./placing";
import { firstView, isLasting, rankOf, recentDays, sinceRank } from "./ranking";
import { localize, referencesIn } from "./text";
import { toldFrom } from "./told";
import type { CardSentence } from "./types";

/** A card's sentence made of a statement; the numbers of its sources come last. */
export type Sentence = CardSentence & { kind: StatementKind };

export type SortedSentences = Record<"then" | "since" | "earlier" | "unclear" | "timeline", Sentence[]>;

/** Laws and meanings may be told with their end: they were so until then. What people did may not. */
export function toldBy({ kind, text, to, checked }: StatementRecord): PartialDate | null {
  const ends = to !== null && (kind === "policy" || kind === "definition") ? [to] : [];
  return toldFrom(text.en, checked, ends);
}

/** Makes sentences of statements; those without a source in use give null. */
export function sentenceMaker(record: EntityRecord, viewpoint: Viewpoint, language: Language) {
  const references = referencesIn(record);
  return (item: StatementRecord): Sentence | null => {
    if (!viewpoint.book.lives(item.id)) return null;
    const { latest: _latest, ...placed } = place({ ...item, toldFrom: toldBy(item) }, item.kind, viewpoint);
    const { id, kind, from, to, checked, attributedTo, asReportedBy, number } = item;
    return {
      ...{ id, kind, ...localize(item.text, language), from, to, checked },
      ...placed,
      inPart: viewpoint.book.inPart(id),
      atFirst: false,
      ...(attributedTo === undefined ? {} : { attributedTo }),
      ...(asReportedBy === undefined ? {} : { asReportedBy }),
      ...(number === undefined ? {} : { number }),
      sources: [],
      related: references(item.related),
    };
  };
}

/** A copy that stands as it was: only “since” speaks of a change. */
export function unchanged({ change: _change, changedOn: _changedOn, ...still }: Sentence): Sentence {
  return still;
}

function byStart(a: CardSentence, b: CardSentence): number {
  return sortByDate(a.from ?? a.to ?? "0000", b.from ?? b.to ?? "0000");
}

const isEnd = ({ change }: CardSentence) => change === "ended";

function byChange(a: CardSentence, b: CardSentence): number {
  return sortByDate(a.changedOn ?? "0000", b.changedOn ?? "0000") || Number(isEnd(a)) - Number(isEnd(b));
}

function byRank(kind: EntityKind) {
  return (a: Sentence, b: Sentence): number => {
    const rank = rankOf(kind, a.kind) - rankOf(kind, b.kind);
    // A figure with its period and its counter comes before what is said of figures.
    const counted = kind === "number" ? Number(b.number !== undefined) - Number(a.number !== undefined) : 0;
    if (rank !== 0 || counted !== 0) return rank || counted;
    if (!isMoment(a, a.kind) || !isMoment(b, b.kind)) return 0;
    // Of moments that stay said, the newest tells where things stand, but an operation begins with what was announced;
    // otherwise the editors' order holds.
    return kind === "operation" ? byStart(a, b) : -byStart(a, b);
  };
}

/**
 * Marks what the first view is to be chosen from: what held then, filled up where that is thin, and the weightiest changes since.
 */
function chooseFirst(sorted: SortedSentences, asOf: PartialDate): void {
  const { then, unclear, earlier, since } = sorted;
  const first = then.slice(0, firstView.then);
  const isDefinition = ({ kind }: Sentence) => kind === "definition";
  // A word's meaning is wanted even where no source shows that it had it then; it is marked as unclear.
  if (!first.some(isDefinition)) first.push(...unclear.filter(isDefinition).slice(0, 2));
  first.push(...earlier.filter(({ to }) => to !== null && ageInDays(to, asOf) <= recentDays));
  if (first.length === 0) first.push(...earlier.slice(0, 2), ...unclear);
  // What ended is told again only where nothing says what came in its place.
  const changes = since.filter((one) => !isEnd(one));
  const days = new Set(changes.map(({ changedOn }) => changedOn));
  changes.sort((a, b) => sinceRank(a.kind) - sinceRank(b.kind));
  changes.push(...since.filter((one) => isEnd(one) && !days.has(one.changedOn)));
  for (const one of [...first.slice(0, firstView.then), ...changes.slice(0, firstView.since)]) one.atFirst = true;
}

/** Sorts a record's living statements for the card. */
export function sortSentences(placed: readonly Sentence[], kind: EntityKind, asOf: PartialDate): SortedSentences {
  const sorted: SortedSentences = { then: [], since: [], earlier: [], unclear: [], timeline: [] };
  for (const one of placed) {
    const { standing, kind: ofStatement, change } = one;
    const stays = standing === "before" && isMoment(one, ofStatement) && isLasting(kind, ofStatement);
    if (standing === "then" || stays) sorted.then.push(unchanged(one));
    else if (standing === "before") sorted.earlier.push(unchanged(one));
    else if (standing === "unknown") sorted.unclear.push(unchanged(one));
    if (change !== undefined) sorted.since.push({ ...one });
    sorted.timeline.push(unchanged(one));
  }
  sorted.then.sort(byRank(kind));
  sorted.unclear.sort(byRank(kind));
  sorted.earlier.sort((a, b) => byStart(b, a));
  sorted.since.sort(byChange);
  sorted.timeline.sort(byStart);
  chooseFirst(sorted, asOf);
  return sorted;
}
