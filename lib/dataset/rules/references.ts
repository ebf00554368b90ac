/** Ids must lead somewhere, and lead to the right kind of thing. */
import {
  type Dataset,
  fileOf,
  listingsOf,
  membershipsOf,
  type Problem,
  recordedListingsOf,
  recordedMembershipsOf,
  statementsOf,
} from "../dataset";
import type { Citation, Entity, EntityKind } from "../schema";

const kebab = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/** Every sentence's sources are recorded, and cited once. */
export function sourcesResolve(dataset: Dataset): Problem[] {
  const check = (citations: Citation[], file: string, path: string): Problem[] => {
    const problems: Problem[] = [];
    const seen = new Set<string>();
    for (const { source } of citations) {
      if (!dataset.sources.has(source))
        problems.push({ rule: "source-exists", file, path, expected: "the id of a source in sources/", found: source });
      if (seen.has(source))
        problems.push({ rule: "source-exists", file, path, expected: "each source once", found: `${source} twice` });
      seen.add(source);
      const withdrawn = dataset.sources.get(source)?.withdrawn;
      if (withdrawn !== undefined)
        problems.push({
          rule: "source-withdrawn",
          file,
          path,
          expected: "sources that still stand",
          found: `${source}, withdrawn on ${withdrawn.on}`,
        });
    }
    return problems;
  };
  return [
    ...statementsOf(dataset).flatMap(({ statement, file, path }) =>
      statement.withdrawn === undefined ? check(statement.sources, file, path) : [],
    ),
    ...membershipsOf(dataset).flatMap(({ membership, file, path }) => check(membership.sources, file, path)),
    ...listingsOf(dataset).flatMap(({ listing, file, path }) => check(listing.sources, file, path)),
  ];
}

/** One page is one source: under two ids it would pass for two sources that agree. Editions read at other addresses stand apart. */
export function pagesAreOneSource(dataset: Dataset): Problem[] {
  const seen = new Map<string, string>();
  return [...dataset.sources.values()].flatMap(({ id, url, readAt }) => {
    const page = `${url} ${readAt ?? ""}`;
    const earlier = seen.get(page);
    if (earlier === undefined) {
      seen.set(page, id);
      return [];
    }
    return [
      {
        rule: "source-once",
        file: fileOf(dataset, id),
        path: `${id}/url`,
        expected: `one source for this page, or the readAt of another edition`,
        found: `also ${earlier}`,
      },
    ];
  });
}

interface Reference {
  from: string;
  path: string;
  to: string;
  kinds?: EntityKind[];
}

function referencesOf(entity: Entity): Reference[] {
  const found: Reference[] = [];
  const add = (path: string, to: string | undefined, kinds?: EntityKind[]): void => {
    if (to !== undefined) found.push({ from: entity.id, path, to, ...(kinds === undefined ? {} : { kinds }) });
  };
  for (const [index, id] of (entity.related ?? []).entries()) add(`related[${index}]`, id);
  for (const [index, statement] of entity.statements.entries()) {
    for (const id of statement.related ?? []) add(`statements[${index}].related`, id);
    const holder = statement.attributedTo;
    if (holder !== undefined && kebab.test(holder)) add(`statements[${index}].attributedTo`, holder);
  }
  if (entity.kind === "organization") {
    add("parent", entity.parent, ["organization"]);
    add("jurisdiction", entity.jurisdiction, ["jurisdiction"]);
  }
  if (entity.kind === "jurisdiction") add("parent", entity.parent, ["jurisdiction"]);
  if (entity.kind === "law") add("jurisdiction", entity.jurisdiction, ["jurisdiction"]);
  if (entity.kind === "post") {
    add("organization", entity.organization, ["organization", "jurisdiction"]);
    add("jurisdiction", entity.jurisdiction, ["jurisdiction"]);
    for (const [index, one] of entity.memberships.entries())
      if (one.withdrawn === undefined) add(`memberships[${index}].person`, one.person, ["person"]);
  }
  if (entity.kind === "list") {
    add("publisher", entity.publisher, ["organization", "jurisdiction"]);
    for (const [index, one] of entity.members.entries())
      if (one.withdrawn === undefined) add(`members[${index}].member`, one.member);
  }
  return found;
}

/** Every id of an entity leads to an entity of a fitting kind, and not to itself. */
export function entitiesResolve(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  for (const { from, path, to, kinds } of [...dataset.entities.values()].flatMap(referencesOf)) {
    const target = dataset.entities.get(to);
    const place = { rule: "entity-exists", file: fileOf(dataset, from), path: `${from}/${path}` };
    if (target === undefined) problems.push({ ...place, expected: "the id of an entity", found: to });
    else if (kinds !== undefined && !kinds.includes(target.kind))
      problems.push({ ...place, expected: kinds.join(" or "), found: `${to}, a ${target.kind}` });
    if (to === from && !path.endsWith("attributedTo"))
      problems.push({ ...place, expected: "another entity", found: `${to} itself` });
  }
  for (const [index, entry] of dataset.withheld.withheld.entries()) {
    const known = new Set([...dataset.sources.keys(), ...dataset.withheld.sources.map((source) => source.id)]);
    for (const source of entry.sources ?? [])
      if (!known.has(source))
        problems.push({
          rule: "source-exists",
          file: "withheld.json",
          path: `withheld[${index}].sources`,
          expected: "a source here or in sources/",
          found: source,
        });
  }
  return problems;
}

/** An id says where its record stands, and no two records share one. */
export function idsFitTheirPlace(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  const check = (id: string, owner: string, file: string, path: string): void => {
    if (id.slice(0, id.lastIndexOf(".")) !== owner)
      problems.push({
        rule: "record-id",
        file,
        path: `${path}.id`,
        expected: `an id that begins ${owner}.`,
        found: id,
      });
    const earlier = seen.get(id);
    if (earlier !== undefined)
      problems.push({
        rule: "record-id",
        file,
        path: `${path}.id`,
        expected: "an id used once",
        found: `also in ${earlier}`,
      });
    seen.set(id, path);
  };
  for (const { statement, entity, file, path } of statementsOf(dataset)) check(statement.id, entity.id, file, path);
  for (const { membership, post, file, path } of recordedMembershipsOf(dataset))
    check(membership.id, post.id, file, path);
  for (const { listing, list, file, path } of recordedListingsOf(dataset)) check(listing.id, list.id, file, path);
  return problems;
}

/** A summary, a replacement and a person's own records refer only to what is there. */
export function summariesRest(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  const statements = new Map(statementsOf(dataset).map((placed) => [placed.statement.id, placed]));
  const holders = new Map(membershipsOf(dataset).map((placed) => [placed.membership.id, placed]));
  const listings = new Map(listingsOf(dataset).map((placed) => [placed.listing.id, placed]));
  for (const entity of dataset.entities.values())
    for (const [index, id] of (entity.summary?.restsOn ?? []).entries()) {
      const statement = statements.get(id);
      const holder = holders.get(id);
      const listing = listings.get(id);
      const own =
        statement?.entity.id === entity.id ||
        listing?.listing.member === entity.id ||
        listing?.list.id === entity.id ||
        (holder !== undefined &&
          [holder.membership.person, holder.post.id, holder.post.organization, holder.post.jurisdiction].includes(
            entity.id,
          ));
      const shown = statement === undefined || statement.statement.withdrawn === undefined;
      if (!own || !shown)
        problems.push({
          rule: "summary-rests",
          file: fileOf(dataset, entity.id),
          path: `${entity.id}/summary.restsOn[${index}]`,
          expected: "a statement, membership or listing of this entity that still stands",
          found: id,
        });
    }
  for (const { statement, file, path } of statements.values())
    if (statement.replacedBy !== undefined && !statements.has(statement.replacedBy))
      problems.push({
        rule: "replacement-exists",
        file,
        path: `${path}.replacedBy`,
        expected: "the id of a statement",
        found: statement.replacedBy,
      });
  return problems;
}
