/**
 * The context store at run time, in the background. Shards are JSON strings inside the bundle and are parsed
 * when one of their entities is first asked for; nothing is fetched. No zod here: the build has checked it all.
 */
import type {
  DatasetHeader,
  EntityRecord,
  EntityReference,
  MembershipRecord,
  RecordBundle,
  SourceGroup,
  SourceRecord,
} from "./records";
import {
  postOfMembership,
  type StoredHolding,
  type StoredRecord,
  type StoredShard,
  unpackMembership,
  unpackRecord,
} from "./stored";

/** For each entity, in the order of the index, the sources on which its sentences rest, as positions in `sources`. */
export interface SupportIndex {
  sources: [id: string, group: SourceGroup][];
  entities: number[][];
}

/** What the build writes for the store. */
export interface StoreModules {
  header: DatasetHeader;
  /** Shard name → JSON of StoredShard. */
  shards: Record<string, string>;
  /** JSON of SourceRecord[]. */
  sourcesJson: string;
  /** JSON of shard name → entity ids. */
  indexJson: string;
  /** JSON of SupportIndex. */
  supportJson: string;
}

/** One source as settings pages list it; made at build time from the whole dataset. */
export interface SourceListing {
  id: string;
  publisher: string;
  title: string;
  group: SourceGroup;
  /** How many statements, memberships and listings cite it. */
  sentences: number;
}

export interface ContextStore {
  readonly header: DatasetHeader;
  /** True where the dataset knows the entity. */
  has(id: string): boolean;
  /** Records of the entities asked for, in that order and unknown ones left out, with the sources they cite. */
  bundle(ids: readonly string[]): RecordBundle;
  /** Entities with nothing left to show when these groups and single sources are off. */
  emptyEntities(hiddenGroups: readonly SourceGroup[], hiddenSources: readonly string[]): string[];
  /** Entities with a sentence that cites this source. */
  restingOn(source: string): EntityReference[];
}

interface OpenedShard {
  records: Map<string, StoredRecord>;
  holdings: Map<string, StoredHolding>;
}

/** Parses once, on first use. */
function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Ids of all sources that a record cites, wherever in it. */
export function sourcesCited(record: EntityRecord): Set<string> {
  const cited = new Set<string>();
  for (const list of [record.statements, record.disputeStatements, record.memberships, record.listings])
    for (const sentence of list) for (const citation of sentence.sources) cited.add(citation.source);
  return cited;
}

/** Opens the store over the compiled strings; cheap until something is asked of it. */
export function createStore(modules: StoreModules): ContextStore {
  const shardOfEntity = lazily(() => {
    const index = JSON.parse(modules.indexJson) as Record<string, string[]>;
    const map = new Map<string, string>();
    for (const [shard, ids] of Object.entries(index)) for (const id of ids) map.set(id, shard);
    return map;
  });
  const sources = lazily(
    () => new Map((JSON.parse(modules.sourcesJson) as SourceRecord[]).map((source) => [source.id, source])),
  );
  const support = lazily(() => {
    const { sources, entities } = JSON.parse(modules.supportJson) as SupportIndex;
    return { sources, entities: [...shardOfEntity().keys()].map((id, place) => [id, entities[place] ?? []] as const) };
  });
  const openedShards = new Map<string, OpenedShard>();

  function open(shard: string): OpenedShard {
    let opened = openedShards.get(shard);
    if (opened === undefined) {
      const stored = JSON.parse(modules.shards[shard] ?? '{"records":[],"holdings":[]}') as StoredShard;
      opened = {
        records: new Map(stored.records.map((one) => [one.id, one])),
        holdings: new Map(stored.holdings.map((one) => [one.post, one])),
      };
      openedShards.set(shard, opened);
    }
    return opened;
  }

  function membership(id: string): MembershipRecord[] {
    const post = postOfMembership(id);
    const shard = shardOfEntity().get(post);
    const holding = shard === undefined ? undefined : open(shard).holdings.get(post);
    const holder = holding?.holders.find((one) => one.id === id);
    return holding === undefined || holder === undefined ? [] : [unpackMembership(holding, holder)];
  }

  function record(id: string): EntityRecord | undefined {
    const shard = shardOfEntity().get(id);
    const stored = shard === undefined ? undefined : open(shard).records.get(id);
    return stored === undefined ? undefined : unpackRecord(stored, stored.memberships.flatMap(membership));
  }

  return {
    header: modules.header,
    has: (id) => shardOfEntity().has(id),
    bundle(ids) {
      const records = [...new Set(ids)].flatMap((id) => record(id) ?? []);
      const cited = new Set(records.flatMap((one) => [...sourcesCited(one)]));
      return { header: modules.header, records, sources: [...cited].flatMap((id) => sources().get(id) ?? []) };
    },
    emptyEntities(hiddenGroups, hiddenSources) {
      const groups = new Set(hiddenGroups);
      const single = new Set(hiddenSources);
      const index = support();
      const visible = index.sources.map(([id, group]) => !groups.has(group) && !single.has(id));
      return index.entities
        .filter(([, positions]) => !positions.some((position) => visible[position]))
        .map(([id]) => id);
    },
    restingOn(source) {
      const index = support();
      const position = index.sources.findIndex(([id]) => id === source);
      return index.entities
        .filter(([, positions]) => positions.includes(position))
        .flatMap(([id]) => {
          const found = record(id);
          return found === undefined ? [] : { id, kind: found.kind, title: found.title };
        });
    },
  };
}
