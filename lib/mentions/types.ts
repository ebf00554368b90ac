/** What `lib/mentions` takes and gives. All offsets are UTF-16 code units of the text that was read. */
import type { EntityKind, PartialDate } from "../dataset/records";

export interface MentionInput {
  /** One joined string of the article's visible text; blocks are separated by "\n". */
  text: string;
  /** The page's declared or guessed language; mixed pages are read with both languages' cues anyway. */
  language: "en" | "es" | "other";
  /** The article's date, null where unknown: decides between holders of a post. */
  date: PartialDate | null;
  /** Words that speak for the page's topic but are not in `text` (title, section, keywords), joined. */
  pageHints?: string;
}

/** One reason for or against a reading. `weight` is positive for, negative against. */
export interface Evidence {
  /** Stable code, for tests and translation, e.g. "cue-near", "title-in-front", "introduced", "topic". */
  code: string;
  weight: number;
  /** The words of the page or the fact that it rests on, short. */
  detail?: string;
}

export interface Mention {
  start: number;
  end: number;
  /** The page's own words, `text.slice(start, end)`. */
  text: string;
  entity: string;
  kind: EntityKind;
  evidence: Evidence[];
}

/** A candidate that was looked at and refused, for `annotate` and for scoring. */
export interface Refusal {
  start: number;
  end: number;
  text: string;
  entity: string;
  evidence: Evidence[];
}
