/**
 * How much of a card's first view fits without scrolling. Heights are estimated, in CSS px of the card's own design, from the
 * lengths of texts: a card is made where nothing can be measured. Where it is drawn, a row too many is taken away again
 * (`firstRows`).
 */
import { formatPartialDate } from "../time";
import { dateInText, localize } from "./text";
import type { CardHolder, CardListing, CardModel, CardSentence, Standing } from "./types";

/** Tells how many sources that are on an item has. */
type CountSources = (id: string) => number;

const line = 20.5;
const columnLine = 19;
const gap = 6;
const heading = 36;
const subheading = 28;
/** Characters in a line of running text, of small print, of a column of a dispute, and of a card's title. */
const perLine = { text: 49, small: 57, column: 26, title: 25, question: 44, kind: 13 };
/** What a source's marker takes of a line, in characters. */
const marker = 3.2;
/** The height between a card's top and its bottom, and what may stand there besides rows. */
const room = { body: 400, titleLine: 22, parent: 28, notice: 40, summary: 12 };

const linesOf = (characters: number, inLine: number) => Math.ceil(characters / inLine);

/** Small print counted as running text. */
const small = (characters: number) => (characters * perLine.text) / perLine.small;

function noteLength(one: CardSentence): number {
  const { number, asReportedBy, stale, asFarAsChecked, standing, inPart } = one;
  return small(
    (number ? number.period.length + number.counter.length + 12 : 0) +
      (asReportedBy === undefined ? 0 : asReportedBy.length + 18) +
      (stale || asFarAsChecked ? 24 : 0) +
      (standing === "unknown" ? 50 : 0) +
      (inPart ? 34 : 0),
  );
}

/** The length of a row in characters, with what is said before and after it. */
function sentenceLength(one: CardSentence, sources: number): number {
  const { change, changedOn, text, language } = one;
  const lead = changedOn === undefined || dateInText(text, changedOn, language) ? 0 : 14;
  const ended = change === "ended" && changedOn !== undefined ? formatPartialDate(changedOn, language).length + 8 : 0;
  return text.length + lead + ended + noteLength(one) + sources * marker;
}

function holderLength(one: CardHolder, language: "en" | "es", sources: number): number {
  const post = one.heldAs ?? localize(one.postTitle, language).text;
  const age = one.stale || one.asFarAsChecked || one.latest ? small(30) : 0;
  const party = one.party === null ? 0 : small(12);
  const term = 26;
  return post.length + (one.personName ?? "").length + party + term + age + sources * marker;
}

function listingLength(one: CardListing, language: "en" | "es", sources: number): number {
  const dates = 30;
  return (
    localize(one.listTitle, language).text.length +
    dates +
    small((one.note?.length ?? 0) + (one.stale ? 24 : 0)) +
    sources * marker
  );
}

const rowHeight = (characters: number) => linesOf(characters, perLine.text) * line + gap;

/** The sides stand in two columns, a row as high as its longer side. */
function disputeHeight({ question, parties }: CardModel["disputes"][number], count: CountSources): number {
  const sides = parties
    .filter(({ first }) => first.length > 0)
    .map(({ name, first }) =>
      first.reduce(
        (sum, one) => sum + linesOf(sentenceLength(one, count(one.id)), perLine.column),
        linesOf(name.length * 1.1, perLine.column),
      ),
    );
  const title = `${question} Disputed:`;
  let sum = heading + (linesOf(title.length, perLine.question) - 1) * columnLine;
  for (let row = 0; row < sides.length; row += 2)
    sum += Math.max(sides[row] ?? 0, sides[row + 1] ?? 0) * columnLine + 10;
  return sum;
}

interface Candidate {
  item: { atFirst: boolean };
  height: number;
  /** The headings that stand over it, paid for by the first row under them. */
  under: { title: string; height: number }[];
  /** Sentences that it says, and that need not be said a second time. */
  saysToo?: ReadonlySet<string>;
}

const partOf: Record<Standing, string> = { then: "then", since: "since", before: "earlier", unknown: "unclear" };

/** The rows of a first view by group, in the order in which they are wanted. */
function candidates(card: CardModel, count: CountSources): Candidate[][] {
  const { language, kind } = card;
  const chosen = <Item extends { atFirst: boolean }>(items: readonly Item[]) => items.filter((item) => item.atFirst);
  const over = (part: string, list?: string) => [
    { title: part, height: heading },
    ...(list === undefined ? [] : [{ title: `${part} ${list}`, height: subheading }]),
  ];
  const rows = (items: readonly CardSentence[], part: string): Candidate[] =>
    chosen(items).map((item) => ({
      item,
      height: rowHeight(sentenceLength(item, count(item.id))),
      under: over(part),
    }));
  const when = <Item extends CardHolder | CardListing>(items: readonly Item[], later: boolean) =>
    chosen(items).filter(({ standing }) => (standing === "since") === later);
  const posts = (later: boolean): Candidate[] =>
    when(card.holders, later).map((item) => ({
      item,
      height: rowHeight(holderLength(item, language, count(item.id))),
      under: over(partOf[item.standing], "posts"),
    }));
  const lists = (later: boolean): Candidate[] =>
    when(card.listings, later).map((item) => ({
      item,
      height: rowHeight(listingLength(item, language, count(item.id))),
      under: over(partOf[item.standing], "lists"),
    }));
  const disputes = chosen(card.disputes).map((item) => ({
    item,
    height: disputeHeight(item, count),
    under: [],
    saysToo: new Set(item.parties.flatMap((party) => party.first.map(({ id }) => id))),
  }));
  const then = rows(card.then, "then");
  const unclear = rows(card.unclear, "unclear");
  const earlier = rows(card.earlier, "earlier");
  const since = rows(card.since, "since");
  const later = [since, posts(true), lists(true)];
  // A word's meaning is wanted, then who says it otherwise; a person's post is what that card is about.
  const meanings = card.summary ? [disputes, then, unclear] : [then, unclear, disputes];
  if (kind === "term" || kind === "number") return [...meanings, posts(false), earlier, lists(false), ...later];
  // The summary of an agency or a place says what it is; who headed it then is wanted before it is said again.
  const headFirst =
    kind === "person" || ((kind === "organization" || kind === "jurisdiction") && card.summary !== null);
  const start = headFirst ? [posts(false), then] : [then, posts(false)];
  // What was over shortly before is worth less than what has changed since, unless nothing else held.
  const weak = then.length === 0 ? [unclear, earlier, ...later] : [...later, unclear, earlier];
  return [...start, lists(false), ...weak, disputes];
}

/**
 * Takes from the first view what would not fit, in rounds: the first of every group before the second of any. A group ends
 * with the first row that does not fit, so that none is passed over for a lighter one; something is always left.
 */
export function fitFirstView(card: CardModel, count: CountSources): void {
  const { title, parents, summary, summaryToday, notices, hidden, oneSided } = card;
  let left = room.body - (linesOf(title.length, perLine.title) - 1) * room.titleLine;
  // Beside the switch of dates there is room for a kind and a short name of its parent.
  if ((parents[0]?.title.en.length ?? 0) > perLine.kind) left -= room.parent;
  left -= (notices.length + (hidden > 0 || oneSided ? 1 : 0) + (hidden > 0 && oneSided ? 1 : 0)) * room.notice;
  const summaryHeight = (one: CardSentence) => rowHeight(sentenceLength(one, count(one.id)) * 1.07) + room.summary;
  if (summary) left -= summaryHeight(summary);
  const groups = candidates(card, count);
  const paid = new Set<string>();
  const ended = new Set<Candidate[]>();
  let shown = summary ? 1 : 0;
  const rounds = Math.max(...groups.map((group) => group.length));
  for (let round = 0; round < rounds; round += 1) {
    for (const group of groups) {
      const candidate = group[round];
      if (!candidate) continue;
      const unpaid = candidate.under.filter(({ title: over }) => !paid.has(over));
      const cost = unpaid.reduce((sum, over) => sum + over.height, candidate.height);
      // A dispute of this view says it already.
      if (!candidate.item.atFirst) continue;
      if (ended.has(group) || (cost > left && shown > 0)) {
        ended.add(group);
        candidate.item.atFirst = false;
        continue;
      }
      left -= cost;
      shown += 1;
      card.firstRows.push(candidate.item);
      for (const one of card.then) if (candidate.saysToo?.has(one.id)) one.atFirst = false;
      for (const over of unpaid) paid.add(over.title);
    }
  }
  if (summaryToday) summaryToday.atFirst = shown === 0 || summaryHeight(summaryToday) + line <= left;
}
