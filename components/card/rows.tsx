import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { dateInText, localize, postName, recordedFrom, termOfOffice } from "../../lib/context";
import type { CardHolder, CardListing, CardSentence } from "../../lib/context/types";
import { formatPartialDate, formatRange, precisionOf } from "../../lib/time";
import { Markers, OpenedSource } from "./sources";
import type { Saying } from "./types";

/** A sentence of any sort with its markers, and the source that one of them opened. */
function Row({ say, sources, children }: { say: Saying; sources: readonly number[]; children: ComponentChildren }) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <>
      {children} <Markers sources={sources} open={open} toggle={setOpen} say={say} />
      <OpenedSource place={open} say={say} />
    </>
  );
}

type Aged = Pick<CardSentence, "stale" | "asFarAsChecked" | "checked">;

/** "was true on …" for what was checked too long ago, "as of …" for what was checked before the day spoken for. */
function ageNote(item: Aged, say: Saying): string | null {
  const date = formatPartialDate(item.checked, say.language);
  if (item.stale) return say.t("context.was-true", { date, precision: precisionOf(item.checked) });
  return item.asFarAsChecked ? say.t("context.as-far-as", { date }) : null;
}

function Age({ item, say }: { item: Aged; say: Saying }) {
  const note = ageNote(item, say);
  return note === null ? null : <span class={item.stale ? "was" : "soft"}> ({note})</span>;
}

function notesOf(sentence: CardSentence, say: Saying): string[] {
  const { t, language, model } = say;
  const { number, asReportedBy, standing, inPart } = sentence;
  const notes: string[] = [];
  if (number) notes.push(t("context.counted", { period: number.period, counter: number.counter }));
  if (asReportedBy !== undefined) notes.push(t("context.reported-by", { name: asReportedBy }));
  if (standing === "unknown") {
    const start = recordedFrom(sentence, model.asOf);
    notes.push(
      start === null ? t("context.undated") : t("context.undated-known", { date: formatPartialDate(start, language) }),
    );
  }
  if (inPart) notes.push(t("card.in-part"));
  return notes;
}

/** When a sentence began, ended or happened. */
function dayOf({ changedOn, from }: CardSentence): string | null {
  return changedOn ?? from;
}

/** A sentence whose own words name its day shows that; any other begins with it. */
function DatedText({ sentence, say }: { sentence: CardSentence; say: Saying }) {
  const { text, language } = sentence;
  const day = dayOf(sentence);
  const named = day === null ? null : dateInText(text, day, language);
  if (named)
    return (
      <span lang={language}>
        {text.slice(0, named.start)}
        <b class="when">{text.slice(named.start, named.end)}</b>
        {text.slice(named.end)}
      </span>
    );
  return (
    <>
      {day !== null && <b class="when when-lead">{formatPartialDate(day, say.language, { month: "short" })}</b>}
      <span lang={language}>{text}</span>
    </>
  );
}

export function SentenceRow({ sentence, say, dated }: { sentence: CardSentence; say: Saying; dated?: boolean }) {
  const notes = notesOf(sentence, say);
  const { text, language, change, to } = sentence;
  const ended = dated && change === "ended" && to !== null;
  return (
    <Row say={say} sources={sentence.sources}>
      {ended && <span>{say.t("context.ended", { date: formatPartialDate(to, say.language), text })}</span>}
      {dated && !ended && <DatedText sentence={sentence} say={say} />}
      {!dated && <span lang={language}>{text}</span>}
      {notes.length > 0 && <span class="soft"> ({notes.join("; ")})</span>}
      <Age item={sentence} say={say} />
    </Row>
  );
}

/** "Mayor: Lori Lightfoot · May 2019 – May 2023". On a person's card the post leads, elsewhere its holder can be opened. */
export function HolderRow({ holder, say }: { holder: CardHolder; say: Saying }) {
  const { t, language, model, on } = say;
  const term = termOfOffice(holder, language, t);
  const post = postName(holder, language, t);
  const { person } = holder;
  const about = model.kind === "person" ? holder.post : person;
  const label = model.kind === "person" ? post : (holder.personName ?? t("card.nobody"));
  const latest = holder.latest && !holder.stale && !model.asOfIsToday;
  return (
    <Row say={say} sources={holder.sources}>
      {model.kind !== "person" && model.kind !== "post" && <>{post}: </>}
      {about === null || about === model.entity ? (
        <span>{label}</span>
      ) : (
        <button type="button" class="link" onClick={() => on.open(about)}>
          {label}
        </button>
      )}
      {holder.party !== null && model.kind !== "person" && <span class="soft"> {holder.party}</span>}
      {term !== "" && <span>, {term}</span>}
      {latest ? (
        <span class="soft"> ({t("card.latest-short", { date: formatPartialDate(holder.checked, language) })})</span>
      ) : (
        <Age item={holder} say={say} />
      )}
    </Row>
  );
}

/** A published list with the time on it; on a list's own card the place with its time. */
export function ListingRow({ listing, say }: { listing: CardListing; say: Saying }) {
  const { t, language, model, on } = say;
  const own = model.kind === "list" || model.entity === listing.list;
  const name = localize(own ? listing.memberTitle : listing.listTitle, language);
  const target = own ? listing.member : listing.list;
  const { from, to } = listing;
  const dates =
    from !== null && to !== null
      ? formatRange(from, to, language)
      : from !== null
        ? t("context.since", { date: formatPartialDate(from, language) })
        : to !== null
          ? t("context.until", { date: formatPartialDate(to, language) })
          : "";
  return (
    <Row say={say} sources={listing.sources}>
      <button type="button" class="link" lang={name.language} onClick={() => on.open(target)}>
        {name.text}
      </button>
      {dates !== "" && <span>, {dates}</span>}
      {listing.note !== undefined && <span class="soft"> ({listing.note})</span>}
      <Age item={listing} say={say} />
    </Row>
  );
}
