/**
 * The index as it is written: one JSON object of strings. Whoever reads or writes it imports this file, so
 * that both sides agree. Nothing here runs at load.
 */

export const INDEX_VERSION = 1;

/** Context a name needs before it counts, as one digit in a rule. */
export const CONTEXT_CODES = { none: "0", topic: "1", cue: "2", article: "3" } as const;

/** Kinds of entity, one letter each. */
export const KIND_LETTERS = {
  organization: "o",
  jurisdiction: "j",
  person: "p",
  post: "q",
  list: "i",
  term: "t",
  law: "l",
  case: "c",
  operation: "r",
  number: "n",
} as const;

/** Office families, one letter each, as they stand in memberships and title tables. */
export const OFFICE_LETTERS: Record<string, string> = {
  president: "P",
  "vice-president": "V",
  secretary: "S",
  "deputy-secretary": "D",
  "attorney-general": "A",
  director: "R",
  commissioner: "C",
  "border-czar": "B",
  adviser: "W",
  chief: "H",
  governor: "G",
  "lieutenant-governor": "L",
  mayor: "M",
  "county-executive": "X",
  "county-board": "Y",
  council: "N",
  sheriff: "F",
  "police-chief": "K",
  prosecutor: "T",
  senator: "E",
  representative: "U",
  speaker: "Q",
  judge: "J",
  spokesperson: "O",
  other: "Z",
};

/** Years since 1990, one digit each. */
export const YEARS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Whether a span of this office is kept by years instead of months. */
export function isCongress(office: string): boolean {
  return office === "E" || office === "U";
}

/** Plain words as they stand in an id: "prince george's county" → prince-georges-county. */
export function idWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/['".]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export interface CompactIndex {
  v: number;
  /** Ids of entities that are no persons, joined by \n; "" for a place whose only name and state make its id. */
  e: string;
  /** Their kinds, one letter each. */
  k: string;
  /** Their states, two letters each, "--" where none. */
  s: string;
  /** First word → lines `caseLetter rest \t rule \t entities`, numbers in base 36. */
  n: Record<string, string>;
  /** Rules: `context;flags;needs;forbids;from;to`, sets as letters, literal words after a `=`. */
  r: string[];
  /** First word of a surname → its persons, a line each: `givens|flags|spans|id|rest|particle`. */
  u: Record<string, string>;
  /** Cue sets: `id|near words|adjacent words`, words joined by commas. */
  q: string[];
  /** Topic patterns, strongest first. */
  t: string[];
  /** First words of names in small letters, as a pattern. */
  l: string;
  /** Titles: `officeLetters:title,title` joined by ;. */
  f: string;
  /** Weights of evidence, by name. */
  g: Record<string, number>;
  /** Word lists, each joined by commas. */
  w: Record<string, string>;
}
