/**
 * The index as it is written: one JSON object of strings. Whoever reads or writes it imports this file, so
 * that both sides agree. Nothing here runs at load.
 */

export const INDEX_VERSION = 4;

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

/**
 * A table of words in few strings: the words of two common first letters stand in one string, each as `{word}lines`, `{word~}lines`
 * where a name may begin with it in small letters. It is read several times as fast as an object of as many words, and a word is
 * found by a plain search in a short string.
 */
export type PackedTable = Record<string, string>;

export const SMALL_MARK = "~";
/** Between lines, and between the fields of a name's line: signs that JSON needs not escape. */
export const LINE_END = ";";
export const FIELD_END = "^";

/** Build time: lines by first word. Throws where a word or a line holds a brace. */
export function pack(table: Record<string, string>): PackedTable {
  const packed: PackedTable = {};
  for (const word of Object.keys(table).sort()) {
    const lines = table[word] ?? "";
    if (/[{}]/.test(word + lines)) throw new Error(`a brace in the names index: ${word}`);
    const letters = word.slice(0, 2);
    const mark = lines.split(LINE_END).some((line) => line.startsWith("l")) && /^[a-z]/.test(word) ? SMALL_MARK : "";
    packed[letters] = `${packed[letters] ?? ""}{${word}${mark}}${lines}`;
  }
  return packed;
}

/** The lines of a word of small letters and digits; "" where the table has none. */
export function unpack(table: PackedTable, word: string): string {
  const shelf = table[word.slice(0, 2)];
  if (shelf === undefined) return "";
  let start = shelf.indexOf(`{${word}}`) + 1;
  if (start === 0) {
    start = shelf.indexOf(`{${word}${SMALL_MARK}`) + 2;
    if (start === 1) return "";
  }
  const next = shelf.indexOf("{", start);
  return shelf.slice(start + word.length + 1, next < 0 ? shelf.length : next);
}

export interface CompactIndex {
  v: number;
  /** Ids of entities that are no persons, joined by `LINE_END`; "" for a place whose only name and state make its id. */
  e: string;
  /** Their kinds, one letter each. */
  k: string;
  /** Their states, two letters each, "--" where none. */
  s: string;
  /** First words → lines of names, `caseLetter rest^rule^entities`, numbers in base 36. */
  n: PackedTable;
  /** First words of surnames → their persons, a line each: `givens|flags|spans|id|rest|particle`. */
  p: PackedTable;
  /** Rules: `context;flags;needs;forbids;from;to`, sets as letters, literal words after a `=`. */
  r: string[];
  /** Ids of cue sets, joined by commas; the first is "a" wherever sets are letters. */
  i: string;
  /** Cues: `sets near|sets beside|words`, words of the same sets joined by commas. */
  q: string[];
  /** Topic patterns, strongest first. */
  t: string[];
  /** Titles: `officeLetters:title,title` joined by ;. */
  f: string;
  /** Weights of evidence, by name. */
  g: Record<string, number>;
  /** Word lists, each joined by commas. */
  w: Record<string, string>;
}
