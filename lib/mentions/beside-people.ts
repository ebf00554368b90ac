/** What stands directly beside a person's name: that it is another bearer, a private one, or whose office it is. */
import type { FoldedText } from "./fold";
import type { Knowledge } from "./knowledge";
import type { Person, Span } from "./read-index";

/** Months by which a term may be missed: transitions, nominees, reports after the fact. */
const SLACK = 3;

export function isCurrent(span: Span, month: number, isFormer: boolean): boolean {
  if (Number.isNaN(month)) return true;
  const begun = Number.isNaN(span.start) || month >= span.start - SLACK;
  const over = !Number.isNaN(span.end) && month > span.end + SLACK;
  return isFormer ? begun : begun && !over;
}

/** Who of them held an office of the place that stands behind the name: "Johnson of Chicago", "Kelly, senator of Arizona". */
export function ofPlace(known: Knowledge, text: FoldedText, end: number, persons: Person[]): Person[] {
  const { index } = known;
  const behind = /^(?:, (?:the |el |la )?[a-z]+)? (?:of|de) ([A-Z][A-Za-z]+)((?: [A-Z][A-Za-z]+)?)/.exec(
    text.plain.slice(end, end + 60),
  );
  if (behind === null) return [];
  const [, first = "", second = ""] = behind;
  const places = index
    .forms(first.toLowerCase())
    .all.filter(({ rest }) => rest === "" || rest === second)
    .flatMap((form) => index.entitiesOf(form, first.toLowerCase()));
  return persons.filter((person) =>
    person.spans.some(
      (span) =>
        isCurrent(span, known.month, false) &&
        places.some(
          (place) =>
            span.place === place || (span.place < 0 && span.state === index.entityState(place) && index.isState(place)),
        ),
    ),
  );
}

/**
 * What the words beside a name say against an official, as a weight: "another Kate Brown" is none; "a piano tuner", "44, of", "el chileno"
 * present private people, as an office or a party presents officials.
 */
export function otherPerson(known: Knowledge, text: FoldedText, start: number, end: number): number {
  const before = text.lower.slice(Math.max(0, start - 30), start);
  if (/(?:\banother|\bdifferent|\botr[oa]|\ban? [a-z]+ named|[a-z] llamad[oa]) $/.test(before)) return -3;
  const weight = known.index.raw.g.bystander ?? -1.3;
  const previous = /([a-z]+),? $/.exec(before)?.[1] ?? "";
  if (known.cues.isNear("foreign", previous) || known.index.title(previous) === "!") return weight;
  const after = text.lower.slice(end, end + 70);
  if (/^, (?:\d\d,? (?:of|de|was|who) |de \d\d anos)/.test(after)) return weight;
  if (known.index.title(/^, (?:el |la )?([a-z]+)/.exec(after)?.[1] ?? "") === "!") return weight;
  const said = /^(?:,| is| was| es| era) (?:an?|una?) ([a-z -]{3,})/.exec(after);
  const words = (said?.[1] ?? "").split(" ");
  return said === null ||
    words.some((word) => known.cues.isNear("politics", word) || known.cues.isNear("immigration", word))
    ? 0
    : weight;
}
