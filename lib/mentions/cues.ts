/** What the words around a place say: cue sets near it, and how far the text is about immigration enforcement. */
import type { CueList, NamesIndex } from "./read-index";
import { isWordUnit } from "./words";

export interface CueHits {
  /** Sum over distinct cues: adjacent ones count double, far ones less. */
  weight: number;
  /** The part of it that stands directly beside. */
  beside: number;
  words: string[];
}

/** How far around a candidate its cues are sought, in UTF-16 units. */
const NEAR = 110;
const FAR = 320;
/** Words of courts and government alone, without one of immigration, show no more than this. */
const UNANCHORED = 0.6;
const ANCHOR = 0.55;
const MEDIUM = 0.5;
/** Agencies that make news of other kinds too: in a long text they say less about its topic. */
const BROAD =
  /^(?:dhs|cbp|border patrol|u\.s\. border|d\.h\.s|u\.s\. cust|customs|homeland|department of h|seguridad|departamento)/;
const BROAD_ANCHOR = 0.35;
/** In a short text two such words together, one of people and one of enforcement, anchor it as well as one strong word. */
const PEOPLE = /^(?:immigrant|migrant|asylum|inmigrante|migrante|asilo|refugee|refugiad|deportee|citizenship|border)/;
const PEOPLE_ANCHOR = 0.5;
const FORCE_ANCHOR = 0.3;
/** Beside one of those, words of government add this much each. */
const GOVERNMENT_ANCHOR = 0.15;
/** In a long text a place counts only where words of the topic stand within reach of it. */
const NEARBY = 0.5;
/** What a cue directly beside the candidate counts. */
const BESIDE = 2.2;

interface WindowWord {
  text: string;
  distance: number;
  adjacent: boolean;
  before: boolean;
}

/** Words, and pairs of words, around a span of small-letter text. */
export function wordsAround(lower: string, start: number, end: number): WindowWord[] {
  const from = Math.max(0, start - FAR);
  const to = Math.min(lower.length, end + FAR);
  const words: WindowWord[] = [];
  const pattern = /[\p{L}\p{N}][\p{L}\p{N}'’.&/-]*|[:$]/gu;
  const before = lower.slice(from, start);
  const after = lower.slice(end, to);
  const beforeWords = [...before.matchAll(pattern)];
  const isSpanishArticle = / (?:del|de|el|al|la) $/.test(before);
  beforeWords.forEach((match, position) => {
    if (position === 0 && from > 0 && isWordUnit(lower, from - 1)) return;
    const left = beforeWords.length - position;
    const at = from + match.index;
    words.push({
      text: clean(match[0]),
      distance: start - at - match[0].length,
      adjacent: (left === 1 && start - at - match[0].length <= 2) || (left === 2 && isSpanishArticle),
      before: true,
    });
  });
  const afterWords = [...after.matchAll(pattern)];
  afterWords.forEach((match, position) => {
    words.push({
      text: clean(match[0]),
      distance: match.index,
      adjacent: position === 0 && match.index <= 2,
      before: false,
    });
  });
  return words;
}

function clean(word: string): string {
  return word.replace(/['.-]+$|'s$/g, "");
}

export class Cues {
  private readonly near = new Map<string, string>();
  private readonly adjacent = new Map<string, string>();
  private loaded = false;
  private window: { start: number; end: number; lower: string; words: WindowWord[] } | null = null;

  constructor(private readonly index: NamesIndex) {}

  private load(): void {
    if (this.loaded) return;
    this.loaded = true;
    this.index.raw.q.forEach((line, position) => {
      const letter = String.fromCharCode(97 + position);
      const [, near = "", adjacent = ""] = line.split("|");
      for (const word of near.split(",")) this.near.set(word, (this.near.get(word) ?? "") + letter);
      for (const word of adjacent.split(",")) this.adjacent.set(word, (this.adjacent.get(word) ?? "") + letter);
    });
  }

  letter(setId: string): string {
    const position = this.index.raw.q.findIndex((line) => line.startsWith(`${setId}|`));
    return position < 0 ? "" : String.fromCharCode(97 + position);
  }

  private readonly seenNear = new Map<string, string>();
  private readonly seenAdjacent = new Map<string, string>();

  /** Letters of the sets that a word is a cue of; words come again and again, so what was found is kept. */
  private lookup(table: Map<string, string>, word: string): string {
    const seen = table === this.near ? this.seenNear : this.seenAdjacent;
    const known = seen.get(word);
    if (known !== undefined) return known;
    let found = table.get(word) ?? "";
    for (let length = Math.min(word.length, 11); length >= 2; length--) {
      const open = table.get(`${word.slice(0, length)}*`);
      if (open) found += open;
    }
    if (seen.size > 4000) seen.clear();
    seen.set(word, found);
    return found;
  }

  /** Whether a word is one that a set knows as standing directly beside its names. */
  isBeside(setId: string, word: string): boolean {
    this.load();
    return hasAny(this.lookup(this.adjacent, word), this.letter(setId));
  }

  /** Cues of some sets around a span. */
  around(lower: string, start: number, end: number, list: CueList): CueHits {
    this.load();
    if (!this.window || this.window.start !== start || this.window.end !== end || this.window.lower !== lower)
      this.window = { start, end, lower, words: wordsAround(lower, start, end) };
    const words = this.window.words;
    const seen = new Map<string, number>();
    const note = (word: string, weight: number): void => {
      if ((seen.get(word) ?? 0) < weight) seen.set(word, weight);
    };
    words.forEach((word, position) => {
      const next = words[position + 1];
      const pair = next ? `${word.text} ${next.text}` : "";
      const weight = word.distance <= NEAR ? 1 : 0.35;
      if (list.words.includes(word.text) || (pair && list.words.includes(pair))) note(word.text, weight);
      if (!list.sets) return;
      const letters = this.lookup(this.near, word.text);
      if (letters && hasAny(letters, list.sets)) note(word.text, weight);
      else if (pair && hasAny(this.near.get(pair) ?? "", list.sets)) note(pair, weight);
      if (word.adjacent && hasAny(this.lookup(this.adjacent, word.text), list.sets)) note(word.text, BESIDE);
    });
    if (list.sets) this.pairsBeside(words, list.sets, note);
    let total = 0;
    for (const weight of seen.values()) total += weight;
    const strongest = [...seen].sort((a, b) => b[1] - a[1]).map(([word]) => word);
    let beside = 0;
    for (const weight of seen.values()) if (weight === BESIDE) beside += weight;
    return { weight: total, beside, words: strongest.slice(0, 3) };
  }

  /** Pairs of words directly in front or behind. One that ends in an article ("off the") can only stand in front. */
  private pairsBeside(words: WindowWord[], sets: string, note: (word: string, weight: number) => void): void {
    words.forEach((word, position) => {
      if (!word.adjacent) return;
      const [first, second] = word.before ? [words[position - 1], word] : [word, words[position + 1]];
      if (!first || !second || (!word.before && second.text === "the")) return;
      const pair = `${first.text} ${second.text}`;
      if (hasAny(this.adjacent.get(pair) ?? "", sets)) note(pair, BESIDE);
    });
  }
}

function hasAny(letters: string, sets: string): boolean {
  for (const letter of letters) if (sets.includes(letter)) return true;
  return false;
}

/** How much a text is about immigration enforcement: for all of it, and around a place in it. */
export interface TopicScore {
  value: number;
  words: string[];
  /** Words of immigration, dense enough for the length of the text. */
  isAnchored: boolean;
}

export class Topic {
  private readonly hits: { at: number; weight: number; word: string }[] = [];
  private readonly patterns: RegExp;
  private length = 0;
  private hintScore = 0;
  private readonly seen = new Map<string, number>();

  constructor(index: NamesIndex) {
    this.patterns = index.topicPattern();
  }

  /** Adds text that speaks for the page but is not read for mentions. */
  hint(lower: string): void {
    for (const match of lower.matchAll(this.patterns)) this.hintScore += match[1] ? 1.5 : match[2] ? 0.5 : 0;
  }

  add(lower: string, offset: number): void {
    this.length = Math.max(this.length, offset + lower.length);
    for (const match of lower.matchAll(this.patterns)) {
      const weight = match[1] ? 1 : match[2] ? MEDIUM : 0.25;
      if (match[0] === "ice") continue;
      this.hits.push({ at: offset + match.index, weight, word: match[0] });
      this.sorted = false;
    }
  }

  /** A mention of an agency that was accepted speaks for the topic too. */
  confirm(at: number, weight: number, word: string): void {
    const known = this.hits.find((hit) => hit.at === at);
    if (known) known.weight = Math.max(known.weight, weight);
    else this.hits.push({ at, weight, word });
    this.sorted = false;
  }

  /** Words that turned out to mean something else do not speak for the topic. */
  deny(start: number, end: number): void {
    for (let index = this.hits.length - 1; index >= 0; index--) {
      const hit = this.hits[index];
      if (hit && hit.at < end && hit.at + hit.word.length > start) this.hits.splice(index, 1);
    }
    this.sorted = false;
  }
  private sorted = false;
  private readonly scores = new Map<number, TopicScore>();

  /** Long enough that silence about the topic says something. */
  isLong(): boolean {
    return this.length > 1500;
  }

  /** More than a note: everyday words of the subject are explained only here. */
  isArticle(): boolean {
    return this.length > 800;
  }

  /** Evidence around a place: hits within reach, each word counted at most twice, set against the length of the text. */
  score(at: number): TopicScore {
    if (!this.sorted) this.scores.clear();
    const place = Math.floor(at / 120);
    const known = this.scores.get(place);
    if (known) return known;
    const score = this.measure(place * 120 + 60);
    this.scores.set(place, score);
    return score;
  }

  private measure(at: number): TopicScore {
    if (!this.sorted) {
      this.hits.sort((a, b) => b.weight - a.weight || a.at - b.at);
      this.sorted = true;
    }
    this.seen.clear();
    let local = 0;
    let page = 0;
    let anchor = 0;
    let broad = 0;
    let government = 0;
    const words: { word: string; weight: number }[] = [];
    for (const hit of this.hits) {
      if (hit.weight > ANCHOR) {
        if (this.isLong() && BROAD.test(hit.word)) broad += BROAD_ANCHOR;
        else anchor += hit.weight;
      }
      const stem = hit.word.slice(0, 6);
      const before = this.seen.get(stem) ?? 0;
      if (before === 0 && !this.isLong()) {
        if (hit.weight < MEDIUM) government += GOVERNMENT_ANCHOR;
        else if (hit.weight === MEDIUM) anchor += PEOPLE.test(hit.word) ? PEOPLE_ANCHOR : FORCE_ANCHOR;
      }
      if (before >= 2) {
        page += hit.weight * 0.1;
        continue;
      }
      this.seen.set(stem, before + 1);
      page += hit.weight * (before === 0 ? 1 : 0.5);
      if (Math.abs(hit.at - at) <= 700) {
        local += hit.weight * (before === 0 ? 1 : 0.5);
        words.push({ word: hit.word, weight: hit.weight });
      }
    }
    const expected = Math.max(1, this.length / 1800);
    const spread = page / expected;
    const value =
      this.length <= 1500
        ? Math.max(local, page * 0.8)
        : Math.max(Math.min(local, 2.2) * 0.6, Math.min(spread, 2.5)) + Math.min(local, 1) * 0.2;
    if (anchor >= PEOPLE_ANCHOR) anchor += government;
    const wanted = this.length <= 1500 ? 0.8 : 2 + this.length / 2500;
    const share = Math.min(1, (anchor + Math.min(broad, wanted / 2) + this.hintScore) / wanted);
    const isNear = !this.isLong() || local >= NEARBY;
    const anchored = share === 1 && isNear ? value : Math.min(this.isLong() ? value * share : value, UNANCHORED);
    return {
      value: anchored + (share === 1 && isNear ? Math.min(this.hintScore, 1.5) : 0),
      isAnchored: share === 1,
      words: words
        .sort((a, b) => b.weight - a.weight)
        .map((entry) => entry.word)
        .slice(0, 3),
    };
  }
}
