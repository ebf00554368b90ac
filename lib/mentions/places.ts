/** Where a text plays: states and cities named in it, and whether a place name is part of a longer one. */
import type { FoldedText } from "./fold";
import type { NamesIndex } from "./read-index";
import { isLower, isUpper, lineCase, wordAfter, wordBefore } from "./words";

interface StateMention {
  at: number;
  weight: number;
}

/** How much nearness adds to a mention, at most. */
const NEAREST = 1.4;
/** Within these distances, in UTF-16 units, a mention speaks for a place by so much. */
const NEARBY = 150;
const NEAR = 600;
const FAR = 2500;

/** Words with a capital behind a place name that make no longer name with it. */
const FOLLOWERS = new Set(
  (
    "police city council democrat democrats democratic republican republicans department aldermen alderman " +
    "public sanctuary welcoming district county state legislature general house senate supreme superior " +
    "appellate federal national immigration area residents latinos somalis trust dream values federation deputy " +
    "first city's us field assembly congressman congresswoman homeland attorney"
  ).split(" "),
);
/** Words with a capital in front of a place name that make no longer name with it. */
const FORERUNNERS = new Set(
  (
    "downtown metro metropolitan suburban central greater inner outside nearby monday's rural democratic " +
    "republican county condado"
  ).split(" "),
);

/** Mentions of one state, by where they stand: a long page has hundreds, of which a place asks only its neighbours. */
interface StateMentions {
  sorted: StateMention[];
  strongest: number;
}

function firstFrom(sorted: readonly StateMention[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWrittenAsName(plain: string, at: number, word: string): boolean {
  for (let index = 1; index < word.length; index++)
    if (isUpper(plain, at + index) && isLower(word, index - 1)) return false;
  return true;
}

export class PlaceContext {
  readonly #mentions = new Map<string, StateMentions>();
  readonly #named = new Set<number>();
  readonly #governed = new Set<number>();
  /** Whether the text names a state. */
  namesState = false;
  readonly #pattern: RegExp;
  readonly #codes: Map<string, string>;

  readonly #index: NamesIndex;

  constructor(index: NamesIndex) {
    this.#index = index;
    const { pattern, codes } = index.stateWords();
    this.#pattern = pattern;
    this.#codes = codes;
  }

  #code(word: string): string {
    return this.#codes.get(word.toLowerCase().replace(/\s+/g, " ")) ?? "";
  }

  add(text: FoldedText, offset: number): void {
    this.#eachState(text, (state, at) => {
      if (!isUpper(text.plain, at)) return;
      this.#keep(state, offset + at, 1);
      // Georgia is a country too.
      this.namesState ||= state !== "GA";
    });
  }

  hint(text: FoldedText): void {
    this.#eachState(text, (state) => this.#keep(state, 0, 0.5));
  }

  /** States named in a text, letters behind the first of each word in small letters, as newspapers write them. */
  #eachState({ plain, lower }: FoldedText, take: (state: string, at: number) => void): void {
    for (const { 0: word, index: at } of lower.matchAll(this.#pattern))
      if (isWrittenAsName(plain, at, word)) take(this.#code(word), at);
  }

  /** A place whose name stands in the text, whether or not it will be marked. */
  note(entity: number, at: number, weight: number): void {
    this.#named.add(entity);
    this.#noteState(entity, at, weight);
  }

  /** A place of whose officials the text names one. */
  noteOfficial(entity: number, at: number): void {
    this.#governed.add(entity);
    this.#noteState(entity, at, 0.8);
  }

  #noteState(entity: number, at: number, weight: number): void {
    const state = this.#index.entityState(entity);
    if (state) this.#keep(state, at, weight);
  }

  #keep(state: string, at: number, weight: number): void {
    const mentions = this.#mentions.get(state);
    if (mentions === undefined) {
      this.#mentions.set(state, { sorted: [{ at, weight }], strongest: weight });
      return;
    }
    const { sorted } = mentions;
    const last = sorted.at(-1);
    if (last === undefined || last.at <= at) sorted.push({ at, weight });
    else sorted.splice(firstFrom(sorted, at), 0, { at, weight });
    mentions.strongest = Math.max(mentions.strongest, weight);
  }

  names(entity: number): boolean {
    return this.#named.has(entity);
  }

  governs(entity: number): boolean {
    return this.#governed.has(entity);
  }

  /** How much speaks for a state around a place: 0 to about 2. */
  support(state: string, at: number): number {
    const mentions = this.#mentions.get(state);
    if (mentions === undefined) return 0;
    const { sorted } = mentions;
    let best = mentions.strongest * 0.3;
    for (let place = firstFrom(sorted, at - FAR + 1); place < sorted.length && best < NEAREST; place++) {
      const mention = sorted[place];
      if (mention === undefined || mention.at >= at + FAR) break;
      const distance = Math.abs(mention.at - at);
      best = Math.max(best, mention.weight * (distance < NEARBY ? NEAREST : distance < NEAR ? 1 : 0.6));
    }
    return best;
  }

  /** State that stands right after a place: "Aurora, Ill." */
  stateAfter(text: FoldedText, end: number): { state: string; end: number } | null {
    const found = /^(?:, ?|\s\()([A-Z][A-Za-z.]*(?: [A-Z][A-Za-z.]*)?)\)?/.exec(text.plain.slice(end, end + 30));
    if (!found) return null;
    for (const words of [found[1] ?? "", (found[1] ?? "").split(" ")[0] ?? "", (found[1] ?? "").replace(/\.$/, "")]) {
      const state =
        this.#code(words) || (/^[A-Z]{2}$/.test(words) && [...this.#codes.values()].includes(words) ? words : "");
      if (state) return { state, end: end + found[0].indexOf(found[1] ?? "") + words.length };
    }
    if (/^Washington\b/.test(found[1] ?? "")) return { state: "WA", end: end + found[0].indexOf("W") + 10 };
    if (/^D\.?C\.?/.test(found[1] ?? "")) return { state: "DC", end };
    return null;
  }

  /** The longer name that a place name is part of, or "". */
  partOf(text: FoldedText, start: number, end: number): string {
    const { plain } = text;
    const line = lineCase(plain, start);
    const next = wordAfter(plain, end);
    if (plain.charAt(end) === "-" && isUpper(plain, end + 1)) return plain.slice(end, end + 10);
    if (next && isUpper(next.text, 0) && !plain.slice(end, next.start).includes("\n")) {
      const small = next.text.toLowerCase().replaceAll(".", "").replace(/'s?$/, "");
      const isTeam = this.#index.words("teams").has(small);
      if (this.#index.words("institutions").has(small) || isTeam) return next.text;
      if (line === "running" && !this.#mayFollow(small, next.text)) return next.text;
    }
    const previous = wordBefore(plain, start);
    const isTitled =
      previous !== null && this.#index.title(previous.text.toLowerCase().replaceAll(".", "")) !== undefined;
    if (
      isTitled &&
      next &&
      isUpper(next.text, 0) &&
      this.#index.title(next.text.toLowerCase()) === undefined &&
      line === "running"
    )
      return next.text;
    if (previous && !plain.slice(previous.end, start).includes("\n")) {
      const small = previous.text.toLowerCase().replaceAll(".", "");
      const isAbbreviation = /\.$/.test(previous.text) && !/^(?:ft|st|mt)$/.test(small);
      if (small === "of" || small === "de" || small === "in" || small === "en") {
        const head = wordBefore(plain, previous.start);
        const headSmall = head?.text.toLowerCase() ?? "";
        if (head && isUpper(head.text, 0) && this.#index.words("teams").has(headSmall)) return head.text;
        const isWhole = this.#index.words("wholes").has(headSmall) || this.#index.words("institutions").has(headSmall);
        if (
          small !== "in" &&
          small !== "en" &&
          head &&
          isWhole &&
          (isUpper(head.text, 0) ||
            /^(?:aeropuerto|universidad|calle|avenida|diario|periodico|arquidiocesis|bolsa|puerto|embassy|consulate|embajada|consulado)$/.test(
              headSmall,
            ))
        )
          return head.text;
      } else if (isUpper(previous.text, 0) && !isAbbreviation && line === "running") {
        if (this.#index.words("directions").has(small) || this.#index.words("wholes").has(small)) return previous.text;
        if (!this.#mayPrecede(small, previous.text, plain, previous.start)) return previous.text;
      } else if (this.#index.words("wholes").has(small) && !isUpper(previous.text, 0)) return previous.text;
    }
    return "";
  }

  #mayFollow(small: string, written: string): boolean {
    if (this.#index.title(small) !== undefined || this.#index.words("sentence").has(small)) return true;
    if (/^[A-Z.]{2,}$/.test(written)) return true;
    return FOLLOWERS.has(small) || this.#index.names(small) !== undefined;
  }

  #mayPrecede(small: string, written: string, plain: string, start: number): boolean {
    if (this.#index.title(small) !== undefined || this.#index.words("sentence").has(small)) return true;
    if (/^[A-Z.]{2,}$/.test(written) || /'s?$/.test(written)) return true;
    if (FORERUNNERS.has(small)) return true;
    const atStart = start === 0 || /[\n.!?"(:]\s*$/.test(plain.slice(Math.max(0, start - 3), start));
    return atStart && !this.#index.isGiven(small);
  }
}
