/** Dates must be possible, and the record of each post must be one that people could have lived. */
import { type Dataset, fileOf, listingsOf, membershipsOf, type Problem, statementsOf } from "../dataset";
import type { Membership, Post } from "../schema";

/** First and last day that a date of any precision may mean. */
function earliest(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}
function latest(date: string): string {
  return date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date;
}

interface Dated {
  from: string | null | undefined;
  to: string | null | undefined;
  checked?: string;
  file: string;
  path: string;
  names?: [string, string];
}

function datedRecords(dataset: Dataset): Dated[] {
  const entities = [...dataset.entities.values()];
  return [
    ...statementsOf(dataset).map(({ statement, file, path }) => ({ ...pick(statement), file, path })),
    ...listingsOf(dataset).map(({ listing, file, path }) => ({ ...pick(listing), file, path })),
    ...membershipsOf(dataset).map(({ membership, file, path }) => ({
      from: membership.start,
      to: membership.end,
      // An end that was announced may lie after the last look; the record then says so.
      checked: /^Announced/.test(membership.endReason ?? "")
        ? (membership.end ?? membership.checked)
        : membership.checked,
      file,
      path,
    })),
    ...entities.map((entity) => ({
      from: entity.from,
      to: entity.to,
      file: fileOf(dataset, entity.id),
      path: entity.id,
    })),
    ...entities.flatMap((entity) =>
      entity.names.map((name, index) => ({
        from: name.from,
        to: name.to,
        file: fileOf(dataset, entity.id),
        path: `${entity.id}/names[${index}]`,
      })),
    ),
  ];
}

function pick(record: { from: string | null; to: string | null; checked: string }) {
  return { from: record.from, to: record.to, checked: record.checked };
}

/** A start does not come after its end, and nobody checked a thing before it happened. */
export function intervalsAreOrdered(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  for (const { from, to, checked, file, path } of datedRecords(dataset)) {
    if (from && to && earliest(from) > latest(to))
      problems.push({ rule: "interval-order", file, path, expected: `an end on or after ${from}`, found: to });
    const last = to ?? from;
    if (checked !== undefined && last && latest(checked) < earliest(last))
      problems.push({
        rule: "checked-after",
        file,
        path: `${path}.checked`,
        expected: `${last} or later`,
        found: checked,
      });
  }
  return problems;
}

/** An event is one moment; what lasted is a status, a policy or a ruling. */
export function eventsAreMoments(dataset: Dataset): Problem[] {
  return statementsOf(dataset).flatMap(({ statement, file, path }) =>
    statement.kind === "event" && statement.from !== statement.to
      ? [
          {
            rule: "event-moment",
            file,
            path,
            expected: "from equal to to",
            found: `${statement.from} to ${statement.to}`,
          },
        ]
      : [],
  );
}

/** The days on which the holder certainly held the post; handover days belong to both. */
function certain(membership: Membership): { from: string; to: string } | null {
  if (membership.start === null) return null;
  const from = latest(membership.start);
  const to = membership.end === null ? latest(membership.checked) : earliest(membership.end);
  return from < to ? { from, to } : null;
}

function crowded(post: Post): { membership: Membership; others: Membership[] }[] {
  const seats = post.seats ?? 1;
  const full = post.memberships.filter(({ acting, withdrawn }) => !acting && withdrawn === undefined);
  return full.flatMap((membership) => {
    const own = certain(membership);
    if (own === null) return [];
    const others = full.filter((other) => {
      const span = other === membership ? null : certain(other);
      return (
        span !== null &&
        span.from <= own.from &&
        own.from < span.to &&
        (span.from < own.from || other.id < membership.id)
      );
    });
    return others.length >= seats ? [{ membership, others }] : [];
  });
}

/** No more holders at once than the post has seats, acting ones aside. */
export function oneHolderAtATime(dataset: Dataset): Problem[] {
  return [...dataset.entities.values()].flatMap((post) =>
    post.kind !== "post"
      ? []
      : crowded(post).map(({ membership, others }) => ({
          rule: "one-holder",
          file: fileOf(dataset, post.id),
          path: `${post.id}/${membership.id}`,
          expected: `at most ${post.seats ?? 1} holder at a time, acting ones aside`,
          found: [membership, ...others].map((one) => `${one.person} ${one.start}–${one.end ?? "now"}`).join("; "),
        })),
  );
}
