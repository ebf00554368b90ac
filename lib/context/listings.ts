/** The lists a place was on then and is on latest; on a list's own card, its members. */
import type { EntityRecord } from "../dataset/records";
import { sortByDate } from "../time";
import { place, type Viewpoint } from "./placing";
import { firstView } from "./ranking";
import { localize } from "./text";
import type { CardListing, Standing } from "./types";

const groups: Record<Standing, number> = { then: 0, unknown: 1, since: 2, before: 3 };

export function placeListings(record: EntityRecord, viewpoint: Viewpoint, language: "en" | "es"): CardListing[] {
  const placed: CardListing[] = [];
  for (const item of record.listings) {
    if (!viewpoint.book.lives(item.id)) continue;
    const { id, list, listTitle, member, memberTitle, from, to, checked, note } = item;
    const { standing, latest, stale, asFarAsChecked } = place(item, "listing", viewpoint);
    placed.push({
      ...{ id, list, listTitle, member, memberTitle, from, to, standing, latest, stale, asFarAsChecked },
      atFirst: false,
      checked,
      ...(note === undefined ? {} : { note: localize(note, language).text }),
      sources: [],
    });
  }
  placed.sort((a, b) => {
    if (a.standing !== b.standing) return groups[a.standing] - groups[b.standing];
    const order = sortByDate(a.from ?? "0000", b.from ?? "0000");
    return a.standing === "since" ? order : -order;
  });
  // A list's own card is about the list; its members are one step away.
  if (record.kind !== "list") {
    const first = [...placed].sort((a, b) => Number(b.latest) - Number(a.latest));
    for (const listing of placed) listing.atFirst = listing.standing === "then";
    for (const listing of first.slice(0, firstView.listings)) listing.atFirst ||= listing.standing !== "before";
  }
  return placed;
}
