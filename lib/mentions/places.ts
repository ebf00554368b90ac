/** Where a text plays: states and cities named in it, and whether a place name is part of a longer one. */
import type { FoldedText } from "./fold";
import type { NamesIndex } from "./read-index";
import { isUpper, lineCase, wordAfter, wordBefore } from "./words";

interface StateMention {
  at: number;
  weight: number;
}

/** How much nearness adds to a mention, at most. */
const NEAREST = 1.4;

export class PlaceContext {
  readonly #mentions = new Map<string, StateMention[]>();
  readonly #named = new Set<number>();
  readonly #governed = new Set<number>();
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
    for (const match of text.plain.matchAll(this.#pattern)) {
      if (!isUpper(match[0], 0)) continue;
      this.#keep(this.#code(match[0]), offset + match.index, 1);
    }
  }

  hint(text: FoldedText): void {
    for (const match of text.plain.matchAll(this.#pattern)) this.#keep(this.#code(match[0]), 0, 0.5);
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
    const list = this.#mentions.get(state);
    if (list) list.push({ at, weight });
    else this.#mentions.set(state, [{ at, weight }]);
  }

  names(entity: number): boolean {
    return this.#named.has(entity);
  }

  governs(entity: number): boolean {
    return this.#governed.has(entity);
  }

  /** How much speaks for a state around a place: 0 to about 2. */
  support(state: string, at: number): number {
    let best = 0;
    for (const mention of this.#mentions.get(state) ?? []) {
      const distance = Math.abs(mention.at - at);
      const nearness = distance < 150 ? NEAREST : distance < 600 ? 1 : distance < 2500 ? 0.6 : 0.3;
      best = Math.max(best, mention.weight * nearness);
      if (best >= NEAREST) break;
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
            /^(?:aeropuerto|universidad|calle|avenida|diario|periodico|arquidiocesis|bolsa|puerto)$/.test(headSmall))
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
    return (
      /^(?:police|city|council|democrat|democrats|democratic|republican|republicans|department|aldermen|alderman|public|sanctuary|welcoming|district|county|state|legislature|general|house|senate|supreme|superior|appellate|federal|national|immigration|area|residents|latinos|somalis|trust|dream|values|federation|deputy|first|city's|us|field|assembly|congressman|congresswoman|homeland|attorney)$/.test(
        small,
      ) ||
      this.#index.names(small) !== undefined ||
      this.#index.surnames(small) !== undefined
    );
  }

  #mayPrecede(small: string, written: string, plain: string, start: number): boolean {
    if (this.#index.title(small) !== undefined || this.#index.words("sentence").has(small)) return true;
    if (/^[A-Z.]{2,}$/.test(written) || /'s?$/.test(written)) return true;
    if (
      /^(?:downtown|metro|metropolitan|suburban|central|greater|inner|outside|nearby|monday's|rural|democratic|republican|county|condado)$/.test(
        small,
      )
    )
      return true;
    const atStart = start === 0 || /[\n.!?"(:]\s*$/.test(plain.slice(Math.max(0, start - 3), start));
    return atStart && !this.#index.isGiven(small);
  }
}
