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

/**
 * How an item changed after the as-of date: it `began` and lasts (or lasted), it `ended`, or, being a
 * matter of one day or period such as an event, a ruling or a count, it `happened`.
 */
export type Change = "began" | "ended" | "happened";

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
  /** For items of “since”: what changed, and the day of the change (absent where it is not known). */
  change?: Change;
  changedOn?: PartialDate;
  /**
   * True for an item still open (`to` null) whose `checked` is older than the kind's shelf life on the day
   * spoken for (the as-of date for “then”, today for “since”): shown as “was true on {checked}”.
   */
  stale: boolean;
  /** The as-of date lies after `checked`: it held as far as checked. */
  asFarAsChecked: boolean;
  /** Where `from` is null: the oldest source in use that supports it in full, so “since at least”. */
  knownSince?: PartialDate;
  /** Every source in use supports only a part of the sentence. */
  inPart: boolean;
  /** Part of the card's first view; the rest is one step away. */
  atFirst: boolean;
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
  organization: string;
  organizationTitle: LocalizedText;
  /** null: nobody is recorded (a gap in the record, or a vacancy if the data says so). */
  person: string | null;
  personName: string | null;
  /** The style in which this holder held it, where it is not the post's own title. */
  heldAs?: string;
  party: string | null;
  start: PartialDate | null;
  end: PartialDate | null;
  acting: boolean;
  /** `then` also for the holder of “then” who still serves; see `latest`. */
  standing: Standing;
  /** Held the post on the real day, as far as is known: “latest, as of {checked}”, never “now”. */
  latest: boolean;
  stale: boolean;
  asFarAsChecked: boolean;
  atFirst: boolean;
  checked: PartialDate;
  sources: number[];
}

export interface CardListing {
  id: string;
  list: string;
  listTitle: LocalizedText;
  /** The place on the list; on a list's own card these differ from row to row. */
  member: string;
  memberTitle: LocalizedText;
  from: PartialDate | null;
  to: PartialDate | null;
  standing: Standing;
  latest: boolean;
  stale: boolean;
  asFarAsChecked: boolean;
  atFirst: boolean;
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
  /** The reader's language, in which dates and labels are to be worded. */
  language: "en" | "es";
  parents: EntityReference[];
  /**
   * One sentence on what it is. Summaries describe today, so with an earlier as-of date this is null
   * when the summary rests on something that began later; it is then in `summaryToday`.
   */
  summary: CardSentence | null;
  /** A summary that is not true of the as-of date: to be shown, if at all, as of today, under “since”. */
  summaryToday: CardSentence | null;
  /** The day spoken for: the article's date or the reader's choice, else today. */
  asOf: PartialDate;
  /** What was asked for; differs from `asOf` only where that was unknown, not a date, or in the future. */
  asked: PartialDate | null;
  asOfIsToday: boolean;
  /** Special cases that the card says in words. */
  notices: ("date-unknown" | "date-in-future" | "before-data" | "before-entity" | "after-entity" | "dataset-expired")[];
  /**
   * What held on the as-of date, most useful first. On the cards of cases, laws, operations and numbers
   * also what was decided, done or counted by then (`standing: "before"`), which stays said.
   */
  then: CardSentence[];
  /** What began, ended or happened after it, oldest first. What held then and ended since is in both. */
  since: CardSentence[];
  /** What ended before it, newest first. */
  earlier: CardSentence[];
  /** Whether it held then cannot be told from the dates known. */
  unclear: CardSentence[];
  holders: CardHolder[];
  listings: CardListing[];
  /** Every statement in order of time, for the card's timeline. */
  timeline: CardSentence[];
  /** What the first view shows, most wanted first: whoever can measure takes from the end what does not fit. */
  firstRows: { atFirst: boolean }[];
  disputes: {
    id: string;
    question: string;
    /** In the order of the data; `first` is its word in the first view, empty where it had none by the as-of date. */
    parties: { name: string; statements: CardSentence[]; first: CardSentence[] }[];
    /** The reader's choice of sources leaves one party's word only. */
    oneSided: boolean;
    atFirst: boolean;
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

/** Gives the reader's wording of a message; the ids of this room are in messages.json. */
export type Say = (id: string, values?: Record<string, string | number>) => string;
