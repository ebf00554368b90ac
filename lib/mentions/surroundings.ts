/**
 * The words near the candidates of one text, split once for all of them. Around most candidates the same words stand,
 * and few words say anything: only those that are cues, or begin one of two words, are kept to be looked at.
 */

import type { SetBits } from "./cue-sets";

/** How far around a candidate its cues are sought, in UTF-16 units. */
export const FAR = 320;

/** What a word says by itself, as the tables of cues know it. */
export interface WordSense {
  /** The cue sets it belongs to anywhere near, and directly beside a candidate. */
  near: SetBits;
  beside: SetBits;
  /** Whether it is a cue in any way, or may begin one of two words. */
  tells: boolean;
}

/** A word as it stands around a candidate. */
export interface WordNear {
  text: string;
  /** The word after it, across the candidate too; "" at the end. */
  next: string;
  sense: WordSense;
  /** UTF-16 units between it and the candidate. */
  distance: number;
  /** Directly in front of or behind the candidate. */
  adjacent: boolean;
  before: boolean;
}

interface Token {
  text: string;
  start: number;
  end: number;
}

/** A stretch of text around candidates that are near each other, with its words in order. */
interface Stretch {
  from: number;
  to: number;
  tokens: Token[];
  /** Places in `tokens` of the words that tell something. */
  telling: number[];
}

/** Letters and digits of any script, without the engine's tables of them, which are slow to set up. */
const WORD =
  /[a-z0-9\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufefe][a-z0-9\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufefe'’.&/-]*|[:$]/g;

function clean(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  // Only these endings are ever taken off: "'", "-", ".", and the "s" of "'s".
  return last === 39 || last === 45 || last === 46 || last === 115 ? word.replace(/['.-]+$|'s$/g, "") : word;
}

const NO_WORDS: readonly string[] = [];

function tokensOf(lower: string, from: number, to: number): Token[] {
  const tokens: Token[] = [];
  const piece = lower.slice(from, to);
  let at = 0;
  // Loops by number: in cold code an iterator makes an object at every step.
  const words = piece.match(WORD) ?? NO_WORDS;
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? "";
    const start = piece.indexOf(word, at);
    at = start + word.length;
    tokens.push({ text: clean(word), start: from + start, end: from + at });
  }
  return tokens;
}

/** The place of the first token that begins at or after `position`. */
function placeOf(tokens: readonly Token[], position: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAtLeast(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isWhite(lower: string, index: number): boolean {
  const code = lower.charCodeAt(index);
  return code === 32 || code === 10;
}

export class Surroundings {
  readonly #lower: string;
  readonly #senseOf: (word: string) => WordSense;
  readonly #stretches: Stretch[] = [];
  #start = -1;
  #end = -1;
  #words: WordNear[] = [];

  /** `candidates`: where names and surnames begin and end, sorted by where they begin. `senseOf`: what a word says. */
  constructor(
    lower: string,
    candidates: readonly { start: number; end: number }[],
    senseOf: (word: string) => WordSense,
  ) {
    this.#lower = lower;
    this.#senseOf = senseOf;
    let from = -1;
    let to = -1;
    for (const { start, end } of candidates) {
      if (from >= 0 && start - FAR <= to) to = Math.max(to, end + FAR);
      else {
        if (from >= 0) this.#addStretch(from, to);
        from = start - FAR;
        to = end + FAR;
      }
    }
    if (to >= 0) this.#addStretch(from, to);
  }

  #addStretch(from: number, to: number): void {
    this.#stretches.push({ from: Math.max(0, from), to: Math.min(this.#lower.length, to), tokens: [], telling: [] });
  }

  #stretchAt(start: number, end: number): Stretch {
    for (const stretch of this.#stretches)
      if (stretch.from <= start && stretch.to >= end) {
        if (stretch.tokens.length === 0) this.#split(stretch);
        return stretch;
      }
    const stretch = {
      from: Math.max(0, start - FAR),
      to: Math.min(this.#lower.length, end + FAR),
      tokens: [],
      telling: [],
    };
    this.#split(stretch);
    return stretch;
  }

  #split(stretch: Stretch): void {
    const lower = this.#lower;
    while (stretch.from > 0 && !isWhite(lower, stretch.from)) stretch.from--;
    while (stretch.to < lower.length && !isWhite(lower, stretch.to)) stretch.to++;
    stretch.tokens = tokensOf(lower, stretch.from, stretch.to);
    const { tokens } = stretch;
    for (let place = 0; place < tokens.length; place++)
      if (this.#senseOf(tokens[place]?.text ?? "").tells) stretch.telling.push(place);
  }

  /** The telling words around a span, and all that stand within two words of it, in order. */
  around(start: number, end: number): readonly WordNear[] {
    if (this.#start !== start || this.#end !== end) {
      this.#words = this.#gather(start, end);
      this.#start = start;
      this.#end = end;
    }
    return this.#words;
  }

  #gather(start: number, end: number): WordNear[] {
    const lower = this.#lower;
    const { tokens, telling } = this.#stretchAt(start, end);
    const first = placeOf(tokens, start - FAR);
    const beforeEnd = placeOf(tokens, start);
    const afterStart = placeOf(tokens, end);
    const afterEnd = placeOf(tokens, end + FAR);
    // A word that the candidate is a part of ("anti-ICE", "ICE-led") is cut at the candidate.
    const cut = tokens[beforeEnd - 1];
    const before: Token[] = cut && cut.end > start ? tokensOf(lower, cut.start, start) : [];
    const fullBefore = before.length > 0 || (cut && cut.end > start) ? beforeEnd - 1 : beforeEnd;
    const around = tokens[afterStart - 1];
    const after: Token[] = around && around.end > end ? tokensOf(lower, end, around.end) : [];
    const beside: Token[] = [...tokens.slice(Math.max(first, fullBefore - 2), fullBefore), ...before];
    const behind: Token[] = [...after, ...tokens.slice(afterStart, Math.min(afterEnd, afterStart + 2))];
    const words: WordNear[] = [];
    const add = (token: Token, next: string, isBefore: boolean, isEdge: boolean, isForced = false): void => {
      const distance = isBefore ? start - token.end : token.start - end;
      const sense = this.#senseOf(token.text);
      const adjacent = isForced || (isEdge && distance <= 2);
      words.push({ text: token.text, next, sense, distance, adjacent, before: isBefore });
    };
    const edge = Math.max(first, fullBefore - 2);
    for (let at = firstAtLeast(telling, first); at < telling.length && (telling[at] ?? 0) < edge; at++) {
      const place = telling[at] ?? 0;
      const token = tokens[place];
      if (token) add(token, tokens[place + 1]?.text ?? "", true, false);
    }
    const all = [...beside, ...behind];
    // Spanish puts an article between: "alcaldesa de Chicago".
    const isBehindArticle = / (?:del|de|el|al|la) $/.test(lower.slice(Math.max(0, start - 5), start));
    for (let place = 0; place < all.length; place++) {
      const token = all[place];
      if (token === undefined) continue;
      const isBefore = place < beside.length;
      const isLast = place === all.length - 1;
      const next = all[place + 1] ?? (isLast && !isBefore ? tokens[afterStart + 2] : undefined);
      const isEdge = isBefore ? place === beside.length - 1 : place === beside.length;
      add(token, next?.text ?? "", isBefore, isEdge, isBehindArticle && place === beside.length - 2);
    }
    for (let at = firstAtLeast(telling, afterStart + 2); at < telling.length && (telling[at] ?? 0) < afterEnd; at++) {
      const place = telling[at] ?? 0;
      const token = tokens[place];
      const next = place + 1 < afterEnd ? tokens[place + 1] : undefined;
      if (token) add(token, next?.text ?? "", false, false);
    }
    return words;
  }
}
