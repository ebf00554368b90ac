/** The dataset in memory: what `load` returns, what the rules examine and what `compile` packs. */
import type { Dispute, Entity, Header, ListMember, Membership, Post, Source, Statement, Withheld } from "./schema";

/** Something wrong in the data, told so that it can be fixed without reading code. */
export interface Problem {
  /** The rule that found it; one rejected fixture stands for each in tests/fixtures/dataset. */
  rule: string;
  /** File under `data/`. */
  file: string;
  /** Where in the file, such as `statements[2].to`. */
  path: string;
  expected: string;
  found: string;
}

/** One file as it stands on disk. */
export interface DataFile {
  /** Path under `data/`, with forward slashes. */
  path: string;
  text: string;
}

export interface Dataset {
  header: Header;
  sources: Map<string, Source>;
  entities: Map<string, Entity>;
  disputes: Dispute[];
  withheld: Withheld;
  /** File under `data/` in which each source, entity and dispute stands. */
  fileOf: Map<string, string>;
}

export interface PlacedStatement {
  statement: Statement;
  entity: Entity;
  file: string;
  path: string;
}
export interface PlacedMembership {
  membership: Membership;
  post: Post;
  file: string;
  path: string;
}
export interface PlacedListing {
  listing: ListMember;
  list: Extract<Entity, { kind: "list" }>;
  file: string;
  path: string;
}

/** File of an entity, for a problem that concerns it. */
export function fileOf(dataset: Dataset, id: string): string {
  return dataset.fileOf.get(id) ?? "(unknown file)";
}

/** Every statement with the entity and place it stands in. */
export function statementsOf(dataset: Dataset): PlacedStatement[] {
  return [...dataset.entities.values()].flatMap((entity) =>
    entity.statements.map((statement, index) => ({
      statement,
      entity,
      file: fileOf(dataset, entity.id),
      path: `${entity.id}/statements[${index}]`,
    })),
  );
}

/** Every membership on record with its post, the withdrawn ones too. */
export function recordedMembershipsOf(dataset: Dataset): PlacedMembership[] {
  return [...dataset.entities.values()].flatMap((post) =>
    post.kind === "post"
      ? post.memberships.map((membership, index) => ({
          membership,
          post,
          file: fileOf(dataset, post.id),
          path: `${post.id}/memberships[${index}]`,
        }))
      : [],
  );
}

/** Every membership that still stands, with its post. */
export function membershipsOf(dataset: Dataset): PlacedMembership[] {
  return recordedMembershipsOf(dataset).filter(({ membership }) => membership.withdrawn === undefined);
}

/** Every listing on record with its list, the withdrawn ones too. */
export function recordedListingsOf(dataset: Dataset): PlacedListing[] {
  return [...dataset.entities.values()].flatMap((list) =>
    list.kind === "list"
      ? list.members.map((listing, index) => ({
          listing,
          list,
          file: fileOf(dataset, list.id),
          path: `${list.id}/members[${index}]`,
        }))
      : [],
  );
}

/** Every listing that still stands, with its list. */
export function listingsOf(dataset: Dataset): PlacedListing[] {
  return recordedListingsOf(dataset).filter(({ listing }) => listing.withdrawn === undefined);
}

/** A statement that readers may see: neither withdrawn nor replaced. */
export function isShown(statement: Statement): boolean {
  return statement.withdrawn === undefined && statement.replacedBy === undefined;
}
