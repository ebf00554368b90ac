/** Where statements, memberships and listings lie to the as-of date. */
import type { DatasetHeader, EntityRecord, PartialDate, StatementKind } from "../dataset/records";
import { ageInDays, compare, type Span, standing } from "../time";
import type { SourceBook } from "./sources";
import type { Change, Standing } from "./types";

/** What placing needs to know of an item; a membership's start and end count as from and to. */
export interface Dated {
  id: string;
  from: PartialDate | null;
  to: PartialDate | null;
  checked: PartialDate;
  /** The latest day that the item's own words name; it cannot be said of a day before. */
  toldFrom?: PartialDate | null;
}

export type ItemKind = StatementKind | "membership" | "listing";

export interface Placed {
  standing: Standing;
  change?: Change;
  changedOn?: PartialDate;
  /** Holds on the real day, as far as is known. */
  latest: boolean;
  stale: boolean;
  asFarAsChecked: boolean;
  knownSince?: PartialDate;
}

/** The days a card speaks for, and what it needs to place items by them. */
export interface Viewpoint {
  asOf: PartialDate;
  today: PartialDate;
  entity: Pick<EntityRecord, "from" | "to">;
  shelfLifeDays: DatasetHeader["shelfLifeDays"];
  book: SourceBook;
}

const standings = { before: "since", during: "then", after: "before", unclear: "unknown" } as const;

/** An event or ruling is over when its day is, a count when its period is. */
export function isMoment({ from, to }: Pick<Dated, "from" | "to">, kind: string): boolean {
  return to !== null && (from === to || kind === "number");
}

/** An open end is closed by the entity's own end, unless the item tells of what came after it. */
function endOf(item: Dated, viewpoint: Viewpoint): PartialDate | null {
  const end = viewpoint.entity.to;
  if (item.to !== null || end === undefined) return item.to;
  return item.from !== null && compare(item.from, end) !== "before" ? null : end;
}

type Changed = Pick<Placed, "change" | "changedOn">;

function changeSince(item: Dated, kind: ItemKind, standingThen: Standing, asOf: PartialDate): Changed {
  const { from, to } = item;
  const moment = isMoment(item, kind);
  if (standingThen === "since") {
    // A count is news when its period is over.
    const day = moment ? to : from;
    return { change: moment ? "happened" : "began", ...(day === null ? {} : { changedOn: day }) };
  }
  const endedSince = to !== null && from !== to && standingThen !== "before" && compare(asOf, to) === "before";
  return endedSince ? { change: "ended", changedOn: to } : {};
}

/** Nothing held before the entity existed, whatever its own dates leave open. */
function beforeEntity(day: PartialDate, viewpoint: Viewpoint): boolean {
  const start = viewpoint.entity.from;
  return start !== undefined && compare(day, start) === "before";
}

/** Places one item; `kind` gives its shelf life. */
export function place(item: Dated, kind: ItemKind, viewpoint: Viewpoint): Placed {
  const { asOf, today } = viewpoint;
  const knownOn = item.from === null ? viewpoint.book.knownSince(item.id) : null;
  const span: Span = { from: item.from, to: endOf(item, viewpoint), checked: item.checked, knownOn };
  const then = standing(span, asOf);
  const now = standing(span, today);
  const told =
    item.toldFrom && then.lies !== "before" && compare(asOf, item.toldFrom) === "before" ? item.toldFrom : null;
  const later = told !== null || (item.from === null && beforeEntity(asOf, viewpoint));
  const standingThen = later ? "since" : standings[then.lies];
  const changed: Changed =
    told === null ? changeSince(item, kind, standingThen, asOf) : { change: "happened", changedOn: told };
  const age = ageInDays(item.checked, standingThen === "since" ? today : asOf);
  return {
    standing: standingThen,
    ...changed,
    latest: now.lies === "during",
    stale: span.to === null && standingThen !== "before" && age > viewpoint.shelfLifeDays[kind],
    asFarAsChecked: then.asFarAsChecked && standingThen === "then",
    ...(knownOn === null ? {} : { knownSince: knownOn }),
  };
}
