/** What the words around a place say: cue sets near it, and how far the text is about immigration enforcement. */
import { both, isNone, NO_SETS, type SetBits, setBits, shareSet } from "./cue-sets";
import type { CueList, NamesIndex } from "./read-index";
import { Surroundings, type WordNear, type WordSense } from "./surroundings";

export interface CueHits {
  /** Sum over distinct cues: adjacent ones count double, far ones less. */
  weight: number;
  /** The part of it that stands directly beside. */
  beside: number;
  words: string[];
}

/** Nearer than this, in UTF-16 units, a cue counts in full. */
const NEAR = 110;
/** What a cue directly beside the candidate counts. */
const BESIDE = 2.2;

/** The tables of cues, and the words around the candidates of the text that is being read. */
export class Cues {
  /** Words that are cues, and the sets they belong to; words of the same sets share them. */
  readonly #cues = new Map<string, Sets>();
  /** Cues with an open ending ("immigra*") by their first two letters. */
  readonly #open = new Map<string, Stem[]>();
  /** Words that begin a cue of two words, and the literal cues of single names. */
  readonly #openers = new Set<string>();
  readonly #senses = new Map<string, WordSense>();
  readonly #setIds: string[];
  #isLoaded = false;
  #lower = "";
  #surroundings: Surroundings | null = null;

  readonly #index: NamesIndex;

  constructor(index: NamesIndex) {
    this.#index = index;
    this.#setIds = index.raw.i.split(",");
  }

  #load(): void {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    // Loops by number: in cold code an iterator makes an object at every step.
    const lines = this.#index.raw.q;
    for (let line = 0; line < lines.length; line++) this.#loadLine(lines[line] ?? "");
    for (const word of this.#index.literalCues()) this.#openers.add(firstWord(word));
  }

  #loadLine(line: string): void {
    const middle = line.indexOf("|");
    const end = line.indexOf("|", middle + 1);
    const sets = { near: setBits(line.slice(0, middle)), beside: setBits(line.slice(middle + 1, end)) };
    const words = line.slice(end + 1).split(",");
    for (let place = 0; place < words.length; place++) {
      const word = words[place] ?? "";
      if (word.endsWith("*")) {
        const letters = word.slice(0, 2);
        const stem = { stem: word.slice(0, -1), sets };
        const stems = this.#open.get(letters);
        if (stems === undefined) this.#open.set(letters, [stem]);
        else stems.push(stem);
      } else {
        this.#cues.set(word, sets);
        if (middle > 0 && word.includes(" ")) this.#openers.add(firstWord(word));
      }
    }
  }

  /** The letter of a set of cues; "" where there is no such set. */
  letter(setId: string): string {
    const position = this.#setIds.indexOf(setId);
    return position < 0 ? "" : String.fromCharCode(97 + position);
  }

  readonly #lists = new Map<string, CueList>();
  /** Sets by their ids, joined by spaces. */
  list(setIds: string): CueList {
    let list = this.#lists.get(setIds);
    if (list === undefined) {
      const sets = setIds
        .split(" ")
        .map((id) => this.letter(id))
        .join("");
      list = { sets, words: [], bits: setBits(sets) };
      this.#lists.set(setIds, list);
    }
    return list;
  }

  readonly #senseOf = (word: string): WordSense => {
    let sense = this.#senses.get(word);
    if (sense === undefined) {
      sense = this.#findSense(word);
      if (this.#senses.size > 8000) this.#senses.clear();
      this.#senses.set(word, sense);
    }
    return sense;
  };

  #findSense(word: string): WordSense {
    let { near, beside } = this.#cues.get(word) ?? NO_CUE;
    const stems = this.#open.get(word.slice(0, 2)) ?? NO_STEMS;
    for (let place = 0; place < stems.length; place++) {
      const stem = stems[place];
      if (stem === undefined || !word.startsWith(stem.stem)) continue;
      near = both(near, stem.sets.near);
      beside = both(beside, stem.sets.beside);
    }
    return { near, beside, tells: !isNone(near) || this.#openers.has(word) };
  }

  #nearOf(words: string): SetBits {
    return (this.#cues.get(words) ?? NO_CUE).near;
  }

  #besideOf(words: string): SetBits {
    return (this.#cues.get(words) ?? NO_CUE).beside;
  }

  /** Whether a word is one that a set knows as standing directly beside its names. */
  isBeside(setId: string, word: string): boolean {
    this.#load();
    return shareSet(this.#senseOf(word).beside, setBits(this.letter(setId)));
  }

  /** Whether a word is one of a set's cues. */
  isNear(setId: string, word: string): boolean {
    this.#load();
    return shareSet(this.#senseOf(word).near, setBits(this.letter(setId)));
  }

  /** Says which text is judged next, and where in it candidates stand, sorted. */
  read(lower: string, candidates: readonly { start: number; end: number }[]): void {
    this.#load();
    this.#lower = lower;
    this.#surroundings = new Surroundings(lower, candidates, this.#senseOf);
  }

  /** Cues of some sets around a span. */
  around(lower: string, start: number, end: number, list: CueList): CueHits {
    if (list.sets === "" && list.words.length === 0) return NO_CUES;
    if (!this.#surroundings || this.#lower !== lower) this.read(lower, []);
    const words = this.#surroundings?.around(start, end) ?? [];
    const seen = new Map<string, number>();
    const note = (word: string, weight: number): void => {
      if ((seen.get(word) ?? 0) < weight) seen.set(word, weight);
    };
    const { bits, sets } = list;
    // A word is no evidence for itself where it stands a second time.
    const own = lower.slice(start, end);
    for (let place = 0; place < words.length; place++) {
      const word = words[place];
      if (word === undefined || word.text === own) continue;
      const { sense, text } = word;
      const weight = word.distance <= NEAR ? 1 : 0.35;
      const pair = word.next === "" || !this.#openers.has(text) ? "" : `${text} ${word.next}`;
      if (list.words.length > 0 && (list.words.includes(text) || (pair !== "" && list.words.includes(pair))))
        note(text, weight);
      if (sets === "") continue;
      if (shareSet(sense.near, bits)) note(text, weight);
      else if (pair !== "" && shareSet(this.#nearOf(pair), bits)) note(pair, weight);
      if (word.adjacent && (shareSet(sense.beside, bits) || (word.before && this.#isInFront(text, bits))))
        note(text, BESIDE);
    }
    if (sets !== "") this.#pairsBeside(words, bits, note);
    if (seen.size === 0) return NO_CUES;
    let total = 0;
    for (const weight of seen.values()) total += weight;
    const strongest = [...seen].sort((a, b) => b[1] - a[1]).map(([word]) => word);
    let beside = 0;
    for (const weight of seen.values()) if (weight === BESIDE) beside += weight;
    return { weight: total, beside, words: strongest.slice(0, 3) };
  }

  /** A cue written `<ice` stands only in front of its names. */
  #isInFront(word: string, bits: SetBits): boolean {
    return shareSet(this.#besideOf(`<${word}`), bits);
  }

  /** Pairs of words directly in front or behind. One that ends in an article ("off the") can only stand in front. */
  #pairsBeside(words: readonly WordNear[], bits: SetBits, note: (word: string, weight: number) => void): void {
    for (let place = 0; place < words.length; place++) {
      const word = words[place];
      if (word === undefined || !word.adjacent) continue;
      const first = word.before ? words[place - 1] : word;
      const second = word.before ? word : words[place + 1];
      if (!first || !second || (!word.before && second.text === "the")) continue;
      const pair = `${first.text} ${second.text}`;
      if (shareSet(this.#besideOf(pair), bits)) note(pair, BESIDE);
    }
  }
}

interface Sets {
  near: SetBits;
  beside: SetBits;
}

interface Stem {
  stem: string;
  sets: Sets;
}

const NO_STEMS: readonly Stem[] = [];
const NO_CUE: Sets = { near: NO_SETS, beside: NO_SETS };
const NO_CUES: CueHits = { weight: 0, beside: 0, words: [] };

function firstWord(words: string): string {
  const space = words.indexOf(" ");
  return space < 0 ? words : words.slice(0, space);
}
