/** Who held which post on the as-of date and who holds it latest; gaps in the record are shown as gaps. */
import type { EntityRecord, MembershipRecord, PartialDate } from "../dataset/records";
import { compare, intervalOf, sortByDate } from "../time";
import { type Dated, type Placed, place, type Viewpoint } from "./placing";
import { firstView, officeRank } from "./ranking";
import type { CardHolder, Standing } from "./types";

/** Who may have held it then stands among who did. */
const groups: Record<Standing, number> = { then: 0, unknown: 0, since: 1, before: 2 };

/** A membership as placing sees it. */
export function dated(membership: MembershipRecord): Dated {
  const { id, start: from, end: to, checked } = membership;
  return { id, from, to, checked };
}

function toHolder(membership: MembershipRecord, placed: Placed): CardHolder {
  const { id, post, postTitle, office, organization, organizationTitle, person, personName } = membership;
  const { party, start, end, acting, checked, heldAs } = membership;
  const { standing, latest, stale, asFarAsChecked } = placed;
  return {
    ...{ id, post, postTitle, office, organization, organizationTitle, person, personName },
    ...(heldAs === undefined ? {} : { heldAs }),
    ...{ party, start, end, acting, standing, latest, stale, asFarAsChecked, atFirst: false, checked, sources: [] },
  };
}

function newest(dates: readonly PartialDate[]): PartialDate | null {
  return [...dates].sort((a, b) => (intervalOf(a).latest < intervalOf(b).latest ? 1 : -1))[0] ?? null;
}

/** The days on which nobody is recorded in a post, or null where the record has somebody (or cannot tell). */
function gapOf(ofOnePost: readonly MembershipRecord[], viewpoint: Viewpoint): CardHolder | null {
  const [first] = ofOnePost;
  if (!first) return null;
  const ends: PartialDate[] = [];
  const starts: PartialDate[] = [];
  // Hidden memberships count here: a choice of sources must not make an office look empty.
  for (const membership of ofOnePost) {
    const { standing } = place(dated(membership), "membership", viewpoint);
    if (standing === "then" || standing === "unknown") return null;
    if (standing === "before" && membership.end !== null) ends.push(membership.end);
    if (standing === "since" && membership.start !== null) starts.push(membership.start);
  }
  const { entity, asOf } = viewpoint;
  if (entity.from !== undefined && compare(asOf, entity.from) === "before") return null;
  const id = `${first.post}.gap`;
  const start = newest(ends);
  const end = [...starts].sort(sortByDate)[0] ?? null;
  const placed: Placed = { standing: "then", latest: end === null, stale: false, asFarAsChecked: false };
  const checked = newest(ofOnePost.map((membership) => membership.checked)) ?? first.checked;
  const nobody = toHolder({ ...first, id, start, end, acting: false, party: null, checked, sources: [] }, placed);
  const { heldAs: _style, ...gap } = nobody;
  return { ...gap, person: null, personName: null };
}

/**
 * Then and undecided first, by rank of office (of two of one rank, the post with the longer record is the
 * chief one); after them who came since, oldest first; last who left before.
 */
function byUse(counts: ReadonlyMap<string, number>) {
  const weight = ({ office, post }: CardHolder) => officeRank(office) - Math.min(counts.get(post) ?? 0, 99) / 100;
  return (a: CardHolder, b: CardHolder): number => {
    const group = groups[a.standing] - groups[b.standing];
    if (group !== 0) return group;
    const rank = weight(a) - weight(b);
    const order = sortByDate(a.start ?? "0000", b.start ?? "0000");
    if (groups[a.standing] === 0) return rank || Number(a.acting) - Number(b.acting) || order;
    return (a.standing === "before" ? -order : order) || rank;
  };
}

function chooseFirst(holders: readonly CardHolder[], ofPerson: boolean): void {
  const held = holders.filter((holder) => groups[holder.standing] === 0);
  // That nobody is recorded is worth a line for the chief post only.
  const chosen = held.filter((holder, index) => holder.person !== null || index === 0).slice(0, firstView.holders);
  if (chosen.length === 0) {
    // A person out of office on the day: the post last held, else the first one to come.
    const next = holders.find((holder) => holder.standing === (ofPerson ? "before" : "since"));
    const other = holders.find((holder) => holder.standing === (ofPerson ? "since" : "before"));
    if (next ?? other) chosen.push(...[next ?? other].filter((holder) => holder !== undefined));
  }
  for (const holder of chosen) holder.atFirst = true;
  // Beside whoever held it then: who holds the same post latest.
  const posts = new Set(chosen.map((holder) => holder.post));
  const since = holders.filter((holder) => holder.standing === "since" && (ofPerson || posts.has(holder.post)));
  const latest = since.filter((holder) => holder.latest);
  for (const holder of latest.length > 0 || !ofPerson ? latest : since.slice(-1)) holder.atFirst = true;
}

/** Places the living memberships of a record and adds the gaps of its posts. */
export function placeHolders(record: EntityRecord, viewpoint: Viewpoint): CardHolder[] {
  const placed: CardHolder[] = [];
  const byPost = new Map<string, MembershipRecord[]>();
  for (const membership of record.memberships) {
    byPost.set(membership.post, [...(byPost.get(membership.post) ?? []), membership]);
    if (!viewpoint.book.lives(membership.id)) continue;
    placed.push(toHolder(membership, place(dated(membership), "membership", viewpoint)));
  }
  const ofPerson = record.kind === "person";
  if (!ofPerson) {
    for (const ofOnePost of byPost.values()) {
      const gap = ofOnePost.some(({ id }) => viewpoint.book.lives(id)) ? gapOf(ofOnePost, viewpoint) : null;
      if (gap) placed.push(gap);
    }
  }
  placed.sort(byUse(new Map([...byPost].map(([post, all]) => [post, all.length]))));
  chooseFirst(placed, ofPerson);
  return placed;
}
