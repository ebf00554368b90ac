/**
 * How records lie in the store: each membership once, with its post, and a citation that supports its sentence in
 * full as the bare source id. It halves the bundle; only `store` and `compile` know of it.
 */
import type {
  CitationRecord,
  DisputeRecord,
  EntityRecord,
  ListingRecord,
  MembershipRecord,
  StatementRecord,
} from "./records";

type StoredCitation = string | CitationRecord;
type WithStoredSources<Sentence> = Omit<Sentence, "sources"> & { sources: StoredCitation[] };
/** What all memberships of a post share. */
type PostFacts = Pick<
  MembershipRecord,
  "post" | "postTitle" | "office" | "seats" | "organization" | "organizationTitle"
>;

export type StoredHolder = WithStoredSources<Omit<MembershipRecord, keyof PostFacts>>;
export type StoredHolding = PostFacts & { holders: StoredHolder[] };
export type StoredRecord = Omit<EntityRecord, "statements" | "memberships" | "listings" | "disputeStatements"> & {
  statements: WithStoredSources<StatementRecord>[];
  /** Membership ids; the memberships themselves stand in the shards of their posts. */
  memberships: string[];
  listings: WithStoredSources<ListingRecord>[];
  disputes: DisputeRecord[];
  disputeStatements: WithStoredSources<StatementRecord>[];
};
export interface StoredShard {
  records: StoredRecord[];
  holdings: StoredHolding[];
}

/** `mayor-of-chicago.m01` → `mayor-of-chicago`. */
export function postOfMembership(id: string): string {
  return id.slice(0, id.lastIndexOf("."));
}

function pack<Sentence extends { sources: CitationRecord[] }>(sentence: Sentence): WithStoredSources<Sentence> {
  const sources = sentence.sources.map((citation) =>
    citation.supports === "full" && citation.where === undefined ? citation.source : citation,
  );
  return { ...sentence, sources };
}

function unpack<Sentence>(stored: WithStoredSources<Sentence>): Sentence & { sources: CitationRecord[] } {
  const sources = stored.sources.map((citation) =>
    typeof citation === "string" ? { source: citation, supports: "full" as const } : citation,
  );
  return { ...stored, sources } as Sentence & { sources: CitationRecord[] };
}

/** Packs a record; its memberships are left to `packHolding`. */
export function packRecord(record: EntityRecord): StoredRecord {
  return {
    ...record,
    statements: record.statements.map(pack),
    memberships: record.memberships.map((membership) => membership.id),
    listings: record.listings.map(pack),
    disputeStatements: record.disputeStatements.map(pack),
  };
}

/** Packs the memberships of one post; none where it never had a holder. */
export function packHolding(memberships: MembershipRecord[]): StoredHolding[] {
  const [first] = memberships;
  if (first === undefined) return [];
  const { post, postTitle, office, seats, organization, organizationTitle } = first;
  const holders = memberships.map((membership) => {
    const {
      post: _1,
      postTitle: _2,
      office: _3,
      seats: _4,
      organization: _5,
      organizationTitle: _6,
      ...own
    } = membership;
    return pack(own);
  });
  return [{ post, postTitle, office, seats, organization, organizationTitle, holders }];
}

/** One membership as pages get it. */
export function unpackMembership(holding: StoredHolding, holder: StoredHolder): MembershipRecord {
  const { holders: _, ...post } = holding;
  return { ...post, ...unpack<Omit<MembershipRecord, keyof PostFacts>>(holder) };
}

/** One record as pages get it. */
export function unpackRecord(stored: StoredRecord, memberships: MembershipRecord[]): EntityRecord {
  return {
    ...stored,
    statements: stored.statements.map((statement) => unpack<StatementRecord>(statement)),
    memberships,
    listings: stored.listings.map((listing) => unpack<ListingRecord>(listing)),
    disputeStatements: stored.disputeStatements.map((statement) => unpack<StatementRecord>(statement)),
  };
}
