/**
 * What the compiled dataset looks like at run time: the context store's records, as the background
 * hands them to pages. Types only, so that any room may import them. They are made by
 * `lib/dataset/compile` from checked files, so nothing parses them again.
 */

export type Language = "en" | "es";
/** English always; Spanish where written. */
export interface LocalizedText {
  en: string;
  es?: string;
}
/** YYYY, YYYY-MM or YYYY-MM-DD. */
export type PartialDate = string;
export type SourceGroup =
  | "federal"
  | "state-local"
  | "court-law"
  | "research"
  | "news"
  | "advocacy-enforcement"
  | "advocacy-immigrant";
export type EntityKind =
  | "organization"
  | "jurisdiction"
  | "person"
  | "post"
  | "list"
  | "term"
  | "law"
  | "case"
  | "operation"
  | "number";
export type StatementKind = "definition" | "policy" | "event" | "number" | "ruling" | "position" | "status" | "role";

export interface SourceRecord {
  id: string;
  publisher: string;
  title: string;
  url: string;
  published: PartialDate | null;
  group: SourceGroup;
  kind: "statute" | "opinion" | "official" | "dataset" | "report" | "article" | "reference";
  living?: true;
}
export interface CitationRecord {
  source: string;
  where?: string;
  supports: "full" | "part";
}

export interface StatementRecord {
  id: string;
  kind: StatementKind;
  text: LocalizedText;
  from: PartialDate | null;
  to: PartialDate | null;
  checked: PartialDate;
  attributedTo?: string;
  asReportedBy?: string;
  disputedBy?: string[];
  number?: { value: number; unit: string; period: string; population?: string; counter: string };
  related?: string[];
  sources: CitationRecord[];
}

/** One holding of one post, with both ends named so that a card needs no second look-up. */
export interface MembershipRecord {
  id: string;
  post: string;
  postTitle: LocalizedText;
  office: string;
  /** How many may hold the post at once. */
  seats: number;
  organization: string;
  organizationTitle: LocalizedText;
  person: string;
  personName: string;
  /** The style in which this holder held it, where it is not the post's own title. */
  heldAs?: string;
  start: PartialDate | null;
  end: PartialDate | null;
  acting: boolean;
  party: string | null;
  how?: string;
  endReason?: string;
  checked: PartialDate;
  sources: CitationRecord[];
}

/** One place's time on one published list. */
export interface ListingRecord {
  id: string;
  list: string;
  listTitle: LocalizedText;
  member: string;
  memberTitle: LocalizedText;
  from: PartialDate | null;
  to: PartialDate | null;
  checked: PartialDate;
  note?: LocalizedText;
  sources: CitationRecord[];
}

export interface DisputeRecord {
  id: string;
  question: LocalizedText;
  parties: { name: LocalizedText; statements: string[] }[];
}

export interface EntityReference {
  id: string;
  kind: EntityKind;
  title: LocalizedText;
}

/** Everything a card about one entity can need. */
export interface EntityRecord {
  id: string;
  kind: EntityKind;
  title: LocalizedText;
  /** For a place: whose policy it is. */
  level?: string;
  state?: string;
  /** The county, state or parent agency, nearest first. */
  parents: EntityReference[];
  summary?: LocalizedText & { restsOn: string[] };
  ambiguity?: string;
  from?: PartialDate;
  to?: PartialDate;
  statements: StatementRecord[];
  /** A person's own posts; a post's holders; the holders of the posts of a place or organization. */
  memberships: MembershipRecord[];
  /** A place's listings; for a list, its members. */
  listings: ListingRecord[];
  disputes: DisputeRecord[];
  /** Statements of other entities that belong to `disputes`, so that both sides can be shown. */
  disputeStatements: StatementRecord[];
  related: EntityReference[];
}

/** The dataset's own facts, shown on cards and in settings. */
export interface DatasetHeader {
  version: string;
  builtFrom: string;
  validUntil: PartialDate;
  license: string;
  newestChecked: PartialDate;
  contentHash: string;
  counts: Record<string, number>;
  shelfLifeDays: Record<StatementKind | "membership" | "listing", number>;
}

/** The background's answer to a page: records with just the sources they cite. */
export interface RecordBundle {
  header: DatasetHeader;
  records: EntityRecord[];
  sources: SourceRecord[];
}
