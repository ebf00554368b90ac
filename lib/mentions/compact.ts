/**
 * The index as it is written: one JSON object of strings. Whoever reads or writes it imports this file, so
 * that both sides agree. Nothing here runs at load.
 */

export const INDEX_VERSION = 3;

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
 * A table of words in few strings: the words of two common first letters stand in one string, each as
 * `{word}names}persons`, `{word~}` where a name may begin with it in small letters. It is read several times as fast as an object of as many words, and a word is found by a plain
 * search in a short string.
 */
export type PackedTable = Record<string, string>;

export const SMALL_MARK = "~";

/** Build time: lines of names and of persons, by first word. Throws where a word or a line holds a brace. */
export function pack(names: Record<string, string>, persons: Record<string, string>): PackedTable {
  const packed: PackedTable = {};
  for (const word of [...new Set([...Object.keys(names), ...Object.keys(persons)])].sort()) {
    const entry = [names[word] ?? "", ...(word in persons ? [persons[word] ?? ""] : [])];
    if (/[{}]/.test(word + entry.join(""))) throw new Error(`a brace in the names index: ${word}`);
    const letters = word.slice(0, 2);
    const mark = /^l/m.test(entry[0] ?? "") && /^[a-z]/.test(word) ? SMALL_MARK : "";
    packed[letters] = `${packed[letters] ?? ""}{${word}${mark}}${entry.join("}")}`;
  }
  return packed;
}

/** What stands for a word of small letters and digits, names first; null where the table has none. */
export function unpack(table: PackedTable, word: string): { names: string; persons: string } | null {
  const shelf = table[word.slice(0, 2)];
  if (shelf === undefined) return null;
  let at = shelf.indexOf(`{${word}}`);
  if (at < 0) {
    at = shelf.indexOf(`{${word}${SMALL_MARK}`);
    if (at < 0) return null;
    at += 1;
  }
  const start = at + word.length + 2;
  const next = shelf.indexOf("{", start);
  const end = next < 0 ? shelf.length : next;
  const middle = shelf.indexOf("}", start);
  return middle < 0 || middle > end
    ? { names: shelf.slice(start, end), persons: "" }
    : { names: shelf.slice(start, middle), persons: shelf.slice(middle + 1, end) };
}

export interface CompactIndex {
  v: number;
  /** Ids of entities that are no persons, joined by \n; "" for a place whose only name and state make its id. */
  e: string;
  /** Their kinds, one letter each. */
  k: string;
  /** Their states, two letters each, "--" where none. */
  s: string;
  /**
   * First words → lines of names, `caseLetter rest \t rule \t entities`, numbers in base 36; first words of surnames →
   * their persons, a line each: `givens|flags|spans|id|rest|particle`.
   */
  n: PackedTable;
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
