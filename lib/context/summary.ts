/** A summary describes today; whether it may be said of the as-of date depends on what it rests on. */
import type { CitationRecord, EntityRecord, Language, PartialDate } from "../dataset/records";
import { compare, sortByDate } from "../time";
import { type Dated, type ItemKind, isMoment, type Placed, place, type Viewpoint } from "./placing";
import { toldBy } from "./sentences";
import { localize } from "./text";
import { toldFrom } from "./told";
import type { CardSentence, Standing } from "./types";

export interface PlacedSummary {
  sources: CitationRecord[];
  sentence: CardSentence;
}

interface Basis {
  item: Dated;
  placed: Placed;
}

interface Rested {
  item: Dated;
  kind: ItemKind;
}

function basisOf(record: EntityRecord, viewpoint: Viewpoint): Basis[] | null {
  const statements = record.statements.map((item): [string, Rested] => {
    return [item.id, { item: { ...item, toldFrom: toldBy(item) }, kind: item.kind }];
  });
  const memberships = record.memberships.map((membership): [string, Rested] => {
    const { id, start, end, checked, sources } = membership;
    return [id, { item: { id, from: start, to: end, checked, sources }, kind: "membership" }];
  });
  const known = new Map<string, Rested>([...statements, ...memberships]);
  const basis: Basis[] = [];
  for (const id of record.summary?.restsOn ?? []) {
    const found = known.get(id);
    if (!found) continue;
    // A summary says all that it rests on, so it goes with the first part that the reader has switched off.
    if (!viewpoint.book.lives(found.item)) return null;
    basis.push({ item: found.item, placed: place(found.item, found.kind, viewpoint) });
  }
  return basis.length > 0 ? basis : null;
}

/**
 * `since` as soon as one part began, or may have begun, later; `unknown` where the start of one part is not
 * established at all; else `then`.
 */
function standingOf(basis: readonly Basis[]): Standing {
  const standings = basis.map(({ item, placed }) =>
    isMoment(item) && placed.standing === "before" ? "then" : placed.standing,
  );
  const perhapsLater = basis.some(({ item, placed }) => placed.standing === "unknown" && item.from !== null);
  if (perhapsLater || standings.includes("since")) return "since";
  if (standings.includes("unknown")) return "unknown";
  return standings.includes("then") ? "then" : "before";
}

/** The record's summary with its standing, or null when it has none or its sources are switched off. */
export function placeSummary(record: EntityRecord, viewpoint: Viewpoint, language: Language): PlacedSummary | null {
  const basis = record.summary ? basisOf(record, viewpoint) : null;
  if (!record.summary || !basis) return null;
  const checked = basis.map(({ item }) => item.checked).sort(sortByDate)[0] ?? viewpoint.today;
  const starts = basis.map(({ item }) => item.from).filter((from): from is PartialDate => from !== null);
  // Its own words may name a later day than anything it rests on; the end of a term of office is no such day.
  const ends = basis.flatMap(({ item }) => item.to ?? []);
  const latestChecked =
    basis
      .map(({ item }) => item.checked)
      .sort(sortByDate)
      .at(-1) ?? checked;
  const told = toldFrom(record.summary.en, latestChecked, ends);
  const later = told !== null && compare(viewpoint.asOf, told) === "before";
  const sources = basis.flatMap(({ item }) => item.sources);
  const sentence: CardSentence = {
    id: `${record.id}.summary`,
    kind: "summary",
    ...localize(record.summary, language),
    from: starts.sort(sortByDate).at(-1) ?? null,
    to: null,
    checked,
    standing: later ? "since" : standingOf(basis),
    stale: basis.some(({ placed }) => placed.stale),
    asFarAsChecked: basis.some(({ placed }) => placed.asFarAsChecked),
    inPart: viewpoint.book.inPart({ id: record.id, sources }),
    atFirst: true,
    sources: [],
    related: [],
  };
  return { sources, sentence };
}
