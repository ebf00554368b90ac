/** Packs a checked dataset: records in shards of JSON, sources, an index, and what each entity rests on. */
import { createHash } from "node:crypto";
import type { NameSource } from "../mentions/names-index";
import { RecordMaker, titleOf } from "./compile-records";
import { type DataFile, type Dataset, isShown, listingsOf, membershipsOf, statementsOf } from "./dataset";
import type { DatasetHeader, EntityRecord, SourceRecord } from "./records";
import type { Entity, Source } from "./schema";
import type { SourceListing, StoreModules, SupportIndex } from "./store";
import { packHolding, packRecord, type StoredShard } from "./stored";

export interface CompiledStore extends StoreModules {
  header: DatasetHeader;
  sourceList: SourceListing[];
}

/** Entities that are read together stand together: a place with its posts, one state's members of Congress. */
function shardOf(entity: Entity, file: string): string {
  const parts = file.replace(/\.json$/, "").split("/");
  if (entity.kind === "list") return `list-${entity.id}`;
  if (parts[0] === "congress") return `congress-${parts[1] ?? ""}`;
  if (parts[0] === "places") return `places-${parts[1] ?? ""}`;
  if (parts[0] === "posts") return parts[1] === "federal" ? "federal" : `places-${parts[2] ?? ""}`;
  if (parts[0] === "organizations") return "federal";
  if (parts[0] === "persons") return `persons-${entity.id[0] ?? ""}`;
  return parts[0] ?? "other";
}

/** Hash of everything that ships, whatever the order of reading. */
export function contentHash(files: DataFile[]): string {
  const hash = createHash("sha256");
  for (const file of [...files].sort((first, second) => (first.path < second.path ? -1 : 1))) {
    if (!file.path.endsWith(".json") || /^(header|history)\.json$|^schema\//.test(file.path)) continue;
    hash.update(file.path).update("\0").update(file.text).update("\0");
  }
  return hash.digest("hex");
}

/** The citations of each sentence that readers can see, by the entity that shows it. */
function* sentences(record: EntityRecord): Iterable<string[]> {
  for (const statement of record.statements) yield statement.sources.map((one) => one.source);
  for (const membership of record.memberships) yield membership.sources.map((one) => one.source);
  for (const listing of record.listings) yield listing.sources.map((one) => one.source);
}

function compileSupport(records: readonly EntityRecord[], sources: Source[]): SupportIndex {
  const position = new Map(sources.map((source, index) => [source.id, index]));
  const entities = records.map((record) => {
    const used = new Set<number>();
    for (const cited of sentences(record)) for (const id of cited) used.add(position.get(id) ?? -1);
    used.delete(-1);
    return [...used].sort((first, second) => first - second);
  });
  return { sources: sources.map((source) => [source.id, source.group]), entities };
}

function sourceRecord(source: Source): SourceRecord {
  const { id, publisher, title, url, published, group, kind } = source;
  return source.living === true
    ? { id, publisher, title, url, published, group, kind, living: true }
    : { id, publisher, title, url, published, group, kind };
}

/** Newest of several dates of any precision, by its latest reading. */
export function newestDate(dates: Iterable<string>): string {
  let newest = "";
  for (const date of dates) if (date > newest) newest = date;
  return newest;
}

function compileHeader(dataset: Dataset, files: DataFile[]): DatasetHeader {
  const counts: Record<string, number> = {};
  for (const entity of dataset.entities.values()) counts[entity.kind] = (counts[entity.kind] ?? 0) + 1;
  const statements = statementsOf(dataset).filter(({ statement }) => isShown(statement));
  const memberships = membershipsOf(dataset);
  const listings = listingsOf(dataset);
  counts.statement = statements.length;
  counts.membership = memberships.length;
  counts.listing = listings.length;
  counts.source = dataset.sources.size;
  const { version, builtFrom, validUntil, license, shelfLifeDays } = dataset.header;
  return {
    version,
    builtFrom,
    validUntil,
    license,
    newestChecked: newestDate([
      ...statements.map(({ statement }) => statement.checked),
      ...memberships.map(({ membership }) => membership.checked),
      ...listings.map(({ listing }) => listing.checked),
    ]),
    contentHash: contentHash(files),
    counts,
    shelfLifeDays,
  };
}

function compileSourceList(dataset: Dataset): SourceListing[] {
  const uses = new Map<string, number>();
  const count = (cited: { source: string }[]): void => {
    for (const id of new Set(cited.map((one) => one.source))) uses.set(id, (uses.get(id) ?? 0) + 1);
  };
  for (const { statement } of statementsOf(dataset)) if (isShown(statement)) count(statement.sources);
  for (const { membership } of membershipsOf(dataset)) count(membership.sources);
  for (const { listing } of listingsOf(dataset)) count(listing.sources);
  return [...dataset.sources.values()]
    .map(({ id, publisher, title, group }) => ({ id, publisher, title, group, sentences: uses.get(id) ?? 0 }))
    .filter((listing) => listing.sentences > 0);
}

function packShard(records: EntityRecord[]): string {
  const posts = records.filter((record) => record.kind === "post");
  const shard: StoredShard = {
    records: records.map(packRecord),
    holdings: posts.flatMap((post) => packHolding(post.memberships)),
  };
  return JSON.stringify(shard);
}

/** Everything the background bundles. `files` are only hashed. */
export function compileStore(dataset: Dataset, files: DataFile[]): CompiledStore {
  const maker = new RecordMaker(dataset);
  const records = [...dataset.entities.values()].map((entity) => maker.record(entity));
  const groups = new Map<string, EntityRecord[]>();
  for (const record of records) {
    const entity = dataset.entities.get(record.id);
    if (entity === undefined) continue;
    const shard = shardOf(entity, dataset.fileOf.get(record.id) ?? "");
    const group = groups.get(shard);
    if (group === undefined) groups.set(shard, [record]);
    else group.push(record);
  }
  const sources = [...dataset.sources.values()];
  return {
    header: compileHeader(dataset, files),
    shards: Object.fromEntries([...groups].map(([shard, group]) => [shard, packShard(group)])),
    sourcesJson: JSON.stringify(sources.map(sourceRecord)),
    indexJson: JSON.stringify(
      Object.fromEntries([...groups].map(([shard, group]) => [shard, group.map((record) => record.id)])),
    ),
    supportJson: JSON.stringify(compileSupport([...groups.values()].flat(), sources)),
    sourceList: compileSourceList(dataset),
  };
}

/** What the names index is made from: each entity's names, and for persons the posts they held. */
export function nameSources(dataset: Dataset): NameSource[] {
  const held = new Map<string, NonNullable<NameSource["held"]>>();
  for (const { membership, post } of membershipsOf(dataset)) {
    const place = dataset.entities.get(post.jurisdiction ?? post.organization);
    const state = place?.kind === "jurisdiction" ? { state: place.state } : {};
    const list = held.get(membership.person) ?? [];
    list.push({
      office: post.office,
      organization: post.organization,
      start: membership.start,
      end: membership.end,
      ...state,
    });
    held.set(membership.person, list);
  }
  return [...dataset.entities.values()].map((entity) => {
    const source: NameSource = { id: entity.id, kind: entity.kind, names: entity.names, title: titleOf(entity) };
    if (entity.kind === "person") {
      source.given = entity.given;
      source.surname = entity.surname;
      source.held = held.get(entity.id) ?? [];
    }
    if (entity.kind === "jurisdiction") {
      source.level = entity.level;
      source.state = entity.state;
      if (entity.parent !== undefined) source.parent = entity.parent;
    }
    return source;
  });
}
