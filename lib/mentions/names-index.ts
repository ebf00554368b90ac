/**
 * The compiled names index, as the page gets it: one JSON string in the content script, parsed on first use.
 * Its exact shape belongs to `lib/mentions`; `lib/dataset/compile` calls `compileNamesIndex` at build time.
 */
import type { EntityKind, LocalizedText } from "../dataset/records";
import type { Membership, Name } from "../dataset/schema";

/** What the index is compiled from: the facts of each entity that bear on finding it in text. */
export interface NameSource {
  id: string;
  kind: EntityKind;
  names: Name[];
  /** For persons. */
  given?: string;
  surname?: string;
  /** For places: level, two-letter state and parent. */
  level?: string;
  state?: string;
  parent?: string;
  /** For persons: posts held, for choosing by title, place and date. */
  held?: { office: string; organization: string; start: Membership["start"]; end: Membership["end"]; state?: string }[];
  title?: LocalizedText;
}
