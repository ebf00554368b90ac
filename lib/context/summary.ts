/** A summary describes today; whether it may be said of the as-of date depends on what it rests on. */
import type { EntityRecord, Language } from "../dataset/records";
import { compare, sortByDate } from "../time";
import { dated } from "./holders";
import { type Dated, type ItemKind, isMoment, type Placed, place, type Viewpoint } from "./placing";
import { toldBy } from "./sentences";
import { localize } from "./text";
import { toldFrom } from "./told";
import type { CardSentence, Standing } from "./types";

interface Basis {
  item: Dated;
  kind: ItemKind;
  placed: Placed;
}

/** What the summary rests on, or null if some of it is switched off: a summary says all of it. */
function basisOf(record: EntityRecord, viewpoint: Viewpoint): Basis[] | null {
  const basis: Basis[] = [];
  for (const id of record.summary?.restsOn ?? []) {
    const statement = record.statements.find((one) => one.id === id);
    const membership = record.memberships.find((one) => one.id === id);
    const item = statement ? { ...statement, toldFrom: toldBy(statement) } : membership && dated(membership);
    if (!item) continue;
    if (!viewpoint.book.lives(id)) return null;
    const kind = statement?.kind ?? "membership";
    basis.push({ item, kind, placed: place(item, kind, viewpoint) });
  }
  return basis.length > 0 ? basis : null;
}

/**
 * `since` as soon as one part began, or may have begun, later; `unknown` where the start of one part is not
 * established at all; else `then`.
 */
function standingOf(basis: readonly Basis[]): Standing {
  const standings = basis.map(({ item, kind, placed: { standing } }) =>
    standing === "before" && isMoment(item, kind) ? "then" : standing,
  );
  const perhapsLater = basis.some(({ item, placed }) => placed.standing === "unknown" && item.from !== null);
  if (perhapsLater || standings.includes("since")) return "since";
  if (standings.includes("unknown")) return "unknown";
  return standings.includes("then") ? "then" : "before";
}

/** The record's summary with its standing, or null when it has none or its sources are switched off. */
export function placeSummary(record: EntityRecord, viewpoint: Viewpoint, language: Language): CardSentence | null {
  const basis = record.summary ? basisOf(record, viewpoint) : null;
  if (!record.summary || !basis) return null;
  const checked = basis.map(({ item }) => item.checked).sort(sortByDate);
  const starts = basis.flatMap(({ item }) => item.from ?? []).sort(sortByDate);
  // Its own words may name a later day than anything it rests on; the end of a term of office is no such day.
  const ends = basis.flatMap(({ item }) => item.to ?? []);
  const told = toldFrom(record.summary.en, checked.at(-1) ?? viewpoint.today, ends);
  const later = told !== null && compare(viewpoint.asOf, told) === "before";
  const id = `${record.id}.summary`;
  viewpoint.book.join(id, record.summary.restsOn);
  return {
    id,
    kind: "summary",
    ...localize(record.summary, language),
    from: starts.at(-1) ?? null,
    to: null,
    checked: checked[0] ?? viewpoint.today,
    standing: later ? "since" : standingOf(basis),
    stale: basis.some(({ placed }) => placed.stale),
    asFarAsChecked: basis.some(({ placed }) => placed.asFarAsChecked),
    inPart: viewpoint.book.inPart(id),
    atFirst: true,
    sources: [],
    related: [],
  };
}
