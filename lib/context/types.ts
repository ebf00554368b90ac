/** What `lib/context` takes and gives: the card model, plain data without language-dependent labels. */
import type {
  DatasetHeader,
  EntityKind,
  EntityReference,
  LocalizedText,
  PartialDate,
  SourceRecord,
  StatementKind,
} from "../dataset/records";

export interface ContextOptions {
  /** The day the card speaks for; null when the article's date is unknown (then `today` is used and said). */
  asOf: PartialDate | null;
  /** The real day, YYYY-MM-DD, in the reader's time zone. */
  today: PartialDate;
  language: "en" | "es";
  /** Switched-off source groups and single sources. */
  hiddenGroups: ReadonlySet<string>;
  hiddenSources: ReadonlySet<string>;
}

/** How an item's interval lies to the as-of date. */
export type Standing = "then" | "before" | "since" | "unknown";

export interface CardSentence {
  /** Statement, membership or listing id. */
  id: string;
  kind: StatementKind | "membership" | "listing" | "summary";
  /** In the reader's language where written, else English; `language` says which. */
  text: string;
  language: "en" | "es";
  from: PartialDate | null;
  to: PartialDate | null;
  checked: PartialDate;
  standing: Standing;
  /** For items of “since”: whether it began or ended after the as-of date. */
  change?: "began" | "ended";
  /** True when `checked` is older than the kind's shelf life on `today`: shown as “was true on …”. */
  stale: boolean;
  attributedTo?: string;
  asReportedBy?: string;
  number?: { value: number; unit: string; period: string; population?: string; counter: string };
  /** Indexes into `CardModel.sources`, so that markers can be numbered. */
  sources: number[];
  related: EntityReference[];
}

export interface CardHolder {
  id: string;
  post: string;
  postTitle: LocalizedText;
  office: string;
  /** null: nobody is recorded (a gap in the record, or a vacancy if the data says so). */
  person: string | null;
  personName: string | null;
  party: string | null;
  start: PartialDate | null;
  end: PartialDate | null;
  acting: boolean;
  standing: Standing;
  stale: boolean;
  checked: PartialDate;
  sources: number[];
}

export interface CardListing {
  id: string;
  list: string;
  listTitle: LocalizedText;
  from: PartialDate | null;
  to: PartialDate | null;
  standing: Standing;
  stale: boolean;
  checked: PartialDate;
  note?: string;
  sources: number[];
}

export interface CardSource extends SourceRecord {
  number: number;
}

export interface CardModel {
  entity: string;
  kind: EntityKind;
  level?: string;
  title: string;
  parents: EntityReference[];
  summary: CardSentence | null;
  /** The day spoken for and why: the article's date, the reader's choice, or today. */
  asOf: PartialDate;
  asOfIsToday: boolean;
  /** Special cases that the card says in words. */
  notices: ("date-unknown" | "date-in-future" | "before-data" | "before-entity" | "after-entity" | "dataset-expired")[];
  /** What held on the as-of date, most useful first. */
  then: CardSentence[];
  /** What began or ended after it, oldest first. */
  since: CardSentence[];
  /** What ended before it, newest first. */
  earlier: CardSentence[];
  /** Whether it held then cannot be told from the dates known. */
  unclear: CardSentence[];
  holders: CardHolder[];
  listings: CardListing[];
  /** Every statement in order of time, for the card's timeline. */
  timeline: CardSentence[];
  disputes: {
    id: string;
    question: string;
    parties: { name: string; statements: CardSentence[] }[];
    oneSided: boolean;
  }[];
  related: EntityReference[];
  /** Sentences withdrawn by the reader's source choice. */
  hidden: number;
  /** True when what is left of a dispute is one party's word. */
  oneSided: boolean;
  /** True when the choice of sources leaves nothing to show: such an entity is not marked. */
  empty: boolean;
  sources: CardSource[];
  newestChecked: PartialDate;
  header: DatasetHeader;
}
