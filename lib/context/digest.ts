/** A card as plain lines of text: what copies, the command line and the lesson sheet are made of. */
import { compare, formatPartialDate, formatRange, precisionOf } from "../time";
import { postName, roleText, termOfOffice } from "./roles";
import { localize } from "./text";
import type { CardHolder, CardListing, CardModel, CardSentence, Say, Standing } from "./types";

type CardPart = "summary" | "notice" | "then" | "unclear" | "earlier" | "dispute" | "holder" | "listing" | "since";

export interface CardLine {
  part: CardPart;
  text: string;
  /** Indexes into the card's sources. */
  sources: number[];
}

export interface DigestOptions {
  /** The whole card; otherwise its first view. */
  all?: boolean;
}

/** "was true on July 1, 2019", "was true in 2019". */
function wasTrue(checked: string, model: CardModel, say: Say): string {
  return say("context.was-true", { date: formatPartialDate(checked, model.language), precision: precisionOf(checked) });
}

/** From when on an uncertain sentence is on record; null where that is before the day spoken for and so tells nothing of it. */
export function recordedFrom({ knownSince, from }: CardSentence, asOf: string): string | null {
  const start = knownSince ?? from;
  return start !== null && compare(start, asOf) !== "before" ? start : null;
}

/** A sentence with what must be said with it: how old it is, who reports it, when it changed. */
function sentenceText(sentence: CardSentence, model: CardModel, say: Say): string {
  const date = (value: string) => formatPartialDate(value, model.language);
  const { text, checked, change, changedOn, asReportedBy, number } = sentence;
  const notes: string[] = [];
  if (number) notes.push(say("context.counted", { period: number.period, counter: number.counter }));
  if (asReportedBy !== undefined) notes.push(say("context.reported-by", { name: asReportedBy }));
  if (sentence.stale) notes.push(wasTrue(checked, model, say));
  else if (sentence.asFarAsChecked) notes.push(say("context.as-far-as", { date: date(checked) }));
  if (sentence.standing === "unknown") {
    const start = recordedFrom(sentence, model.asOf);
    notes.push(start === null ? say("context.undated") : say("context.undated-known", { date: date(start) }));
  }
  const whole = notes.length > 0 ? `${text} (${notes.join("; ")})` : text;
  if (change === undefined || changedOn === undefined) return whole;
  return say(change === "ended" ? "context.ended" : "context.began", { date: date(changedOn), text: whole });
}

/** "Mayor of Chicago: Lori Lightfoot (May 2019 – May 2023)", or that nobody is recorded. */
function holderText(holder: CardHolder, model: CardModel, say: Say): string {
  const { language } = model;
  if (model.kind === "person") return roleText(holder, language, say);
  const post = postName(holder, language, say);
  const term = termOfOffice(holder, language, say);
  if (holder.personName === null) return say("context.nobody", { post, term: term === "" ? "–" : term });
  const date = formatPartialDate(holder.checked, language);
  const age = holder.stale
    ? wasTrue(holder.checked, model, say)
    : holder.asFarAsChecked && say("context.as-far-as", { date });
  const notes = [term, age].filter(Boolean).join("; ");
  return notes === "" ? `${post}: ${holder.personName}` : `${post}: ${holder.personName} (${notes})`;
}

/** "On the Justice Department's list, since August 5, 2025". */
function listingText(listing: CardListing, model: CardModel, say: Say): string {
  const { language, kind } = model;
  const { from, to, checked } = listing;
  const list = localize(kind === "list" ? listing.memberTitle : listing.listTitle, language).text;
  const since = say("context.since", { date: formatPartialDate(from ?? checked, language) });
  const dates = from !== null && to !== null ? formatRange(from, to, language) : since;
  const known =
    to === null ? `${dates}; ${say("context.as-far-as", { date: formatPartialDate(checked, language) })}` : dates;
  return kind === "list" ? `${list} (${known})` : say("context.on-list", { list, dates: known });
}

/** The card's sentences in the order in which a reader meets them. */
export function cardLines(model: CardModel, say: Say, options: DigestOptions = {}): CardLine[] {
  const chosen = <Item extends { atFirst: boolean }>(items: readonly Item[]) =>
    items.filter((item) => options.all || item.atFirst);
  const lines: CardLine[] = [];
  const add = (part: CardPart, sentences: readonly CardSentence[]) => {
    for (const one of sentences) lines.push({ part, text: sentenceText(one, model, say), sources: one.sources });
  };
  for (const notice of model.notices) {
    const date = formatPartialDate(model.asked ?? model.asOf, model.language);
    lines.push({ part: "notice", text: say(`context.notice.${notice}`, { date }), sources: [] });
  }
  if (model.summary) lines.push({ part: "summary", text: model.summary.text, sources: model.summary.sources });
  add("then", chosen(model.then));
  add("unclear", chosen(model.unclear));
  add("earlier", chosen(model.earlier));
  for (const dispute of chosen(model.disputes)) {
    lines.push({ part: "dispute", text: dispute.question, sources: [] });
    for (const { name, statements, first } of dispute.parties) {
      for (const one of options.all ? statements : first) {
        lines.push({ part: "dispute", text: `${name}: ${sentenceText(one, model, say)}`, sources: one.sources });
      }
    }
  }
  const isLater = ({ standing }: { standing: Standing }) => standing === "since";
  const posts = (later: boolean) => {
    const part = later ? "since" : "holder";
    for (const holder of chosen(model.holders).filter((one) => isLater(one) === later)) {
      lines.push({ part, text: holderText(holder, model, say), sources: holder.sources });
    }
  };
  const lists = (later: boolean) => {
    const part = later ? "since" : "listing";
    for (const listing of chosen(model.listings).filter((one) => isLater(one) === later)) {
      lines.push({ part, text: listingText(listing, model, say), sources: listing.sources });
    }
  };
  posts(false);
  lists(false);
  add("since", chosen(model.since));
  if (options.all && model.summaryToday) {
    const { text, checked, sources } = model.summaryToday;
    const date = formatPartialDate(checked, model.language);
    lines.push({ part: "since", text: `${text} (${say("context.as-far-as", { date })})`, sources });
  }
  posts(true);
  lists(true);
  const { hidden, oneSided } = model;
  if (hidden > 0) lines.push({ part: "notice", text: say("context.hidden", { count: hidden }), sources: [] });
  if (oneSided) lines.push({ part: "notice", text: say("context.one-sided"), sources: [] });
  return lines;
}

/** The newest day to which anything in the first view was checked: “latest, as of …”. */
export function checkedOf(model: CardModel): string {
  const shown = [
    ...model.then,
    ...model.earlier,
    ...model.unclear,
    ...model.since,
    ...model.holders,
    ...model.listings,
  ];
  const dates = shown.filter((item) => item.atFirst).map((item) => item.checked);
  return dates.sort().at(-1) ?? model.newestChecked;
}

/** The card as plain text, its sources numbered in brackets. */
export function digest(model: CardModel, say: Say, options: DigestOptions = {}): string {
  const day = formatPartialDate(model.asOf, model.language);
  const text: string[] = [say("context.heading", { title: model.title, date: day })];
  let part: CardPart | null = null;
  for (const line of cardLines(model, say, options)) {
    if (line.part === "since" && part !== "since") text.push(say("context.since-then"));
    part = line.part;
    const numbers = line.sources.map((place) => `[${place + 1}]`).join("");
    text.push(numbers === "" ? line.text : `${line.text} ${numbers}`);
  }
  return text.join("\n");
}
