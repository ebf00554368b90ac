/** Run time: the word lists of the index, each unpacked when first asked for: topic, countries, states, titles, given names. */
import type { CompactIndex } from "./compact";

const NONE: string[] = [];

function list(text: string | undefined): string[] {
  return text ? text.split(",") : NONE;
}

export class WordTables {
  readonly raw: CompactIndex;
  #nicknameTable: Map<string, string> | null = null;
  #titleTable: Map<string, string> | null = null;
  readonly #wordSets = new Map<string, Set<string>>();

  constructor(raw: CompactIndex) {
    this.raw = raw;
  }

  #topicWords: RegExp | null = null;
  /** Words of the topic in three groups: strong, medium, weak. */
  topicPattern(): RegExp {
    const [strong = "", medium = "", weak = ""] = this.raw.t;
    this.#topicWords ??= new RegExp(`\\b(?:(${strong})|(${medium})|(${weak}))`, "g");
    return this.#topicWords;
  }

  /** Words of one country in text in small letters: 3 this one's, 4 another's. */
  countryPattern(group: 3 | 4): RegExp {
    return new RegExp(`\\b(?:${this.raw.t[group] ?? ""})`);
  }

  #stateTable: { pattern: RegExp; codes: Map<string, string> } | null = null;
  /** Names and abbreviations of states as newspapers write them: a pattern for text in small letters, and their codes. */
  stateWords(): { pattern: RegExp; codes: Map<string, string> } {
    if (!this.#stateTable) {
      const codes = new Map<string, string>();
      for (const entry of (this.raw.w.states ?? "").split(",")) {
        const [code = "", names = ""] = entry.split(":");
        for (const name of names.split("/")) codes.set(name.replace("*", ""), code);
      }
      const words = [...codes.keys()].sort((a, b) => b.length - a.length);
      const forms = words.join("|").replaceAll(".", "\\.");
      this.#stateTable = { pattern: new RegExp(`(?<![a-z])(?:${forms})(?![a-z])`, "g"), codes };
    }
    return this.#stateTable;
  }

  words(name: string): Set<string> {
    let set = this.#wordSets.get(name);
    if (!set) {
      set = new Set(list(this.raw.w[name]));
      this.#wordSets.set(name, set);
    }
    return set;
  }

  /** Office letters of a title, "?" for a neutral one, "!" for one that is not ours; undefined for other words. */
  title(words: string): string | undefined {
    if (!this.#titleTable) {
      this.#titleTable = new Map();
      for (const group of this.raw.f.split(";")) {
        const [letters = "", titles = ""] = group.split(":");
        for (const title of titles.split(",")) this.#titleTable.set(title, letters);
      }
    }
    return this.#titleTable.get(words);
  }

  /** The long form of a nickname (tom → thomas), or the name itself. */
  longGiven(given: string): string {
    if (!this.#nicknameTable) {
      this.#nicknameTable = new Map();
      for (const line of list(this.raw.w.nicknames)) {
        const [long = "", short = ""] = line.split(":");
        for (const nickname of short.split("/"))
          if (!this.#nicknameTable.has(nickname)) this.#nicknameTable.set(nickname, long);
      }
    }
    return this.#nicknameTable.get(given) ?? given;
  }

  /** Whether a word is a common given name or a nickname of one. */
  isGiven(word: string): boolean {
    return this.words("given").has(word) || this.longGiven(word) !== word || this.nicknamesOf(word).length > 0;
  }

  #shortNames: Map<string, string[]> | null = null;
  nicknamesOf(long: string): string[] {
    if (!this.#shortNames) {
      this.#shortNames = new Map();
      for (const line of list(this.raw.w.nicknames)) {
        const [name = "", short = ""] = line.split(":");
        this.#shortNames.set(name, short.split("/"));
      }
    }
    return this.#shortNames.get(long) ?? NONE;
  }
}
