/** How far a text is about immigration enforcement: for all of it, and around a place in it. */
import type { NamesIndex } from "./read-index";

/** Words of courts and government alone, without one of immigration, show no more than this. */
const UNANCHORED = 0.6;
const ANCHOR = 0.55;
const MEDIUM = 0.5;
/** Agencies that make news of other kinds too: in a long text they say less about its topic. */
const BROAD =
  /^(?:dhs|cbp|border patrol|u\.s\. border|d\.h\.s|u\.s\. cust|customs|homeland|department of h|seguridad|departamento)/;
const BROAD_ANCHOR = 0.35;
/** In a short text two such words together, one of people and one of enforcement, anchor it as well as one strong word. */
const PEOPLE = /^(?:immigrant|migrant|asylum|inmigrante|asilo|refug|deportee|citizenship|border)/;
const PEOPLE_ANCHOR = 0.5;
const FORCE_ANCHOR = 0.3;
/** Beside one of those, words of government add this much each. */
const GOVERNMENT_ANCHOR = 0.15;
/** Words of a city's own affairs: alone they show nothing of what a text is about. */
const LOCAL = /^(?:mayor|alcald|polic|f[uo]nd|gover|gober|attorney g|fiscal|trump)/;
/** In a long text a place counts only where words of the topic stand within reach of it. */
const NEARBY = 0.5;
/** How far around a place a hit counts for it, in UTF-16 units. */
const REACH = 700;

/** How much a text is about immigration enforcement: for all of it, and around a place in it. */
export interface TopicScore {
  value: number;
  words: string[];
  /** Words of immigration, dense enough for the length of the text. */
  isAnchored: boolean;
  /** Whether an official who is named speaks for a place: not where all words are of a city's own affairs (police, mayor, funding). */
  isWide: boolean;
}

interface Hit {
  at: number;
  weight: number;
  word: string;
}

/** Words that begin alike. Only the two strongest count around a place, the others speak for the page a little. */
interface Stem {
  first: Hit;
  second: Hit | null;
  /** Weights of all hits. */
  sum: number;
  all: Hit[];
}

/** No word of the topic is longer, in UTF-16 units. */
const LONGEST_WORD = 48;
const AGAIN = 0.5;
const AND_AGAIN = 0.1;

/** What stands first: the stronger, of equals the earlier. */
function isBefore(a: Hit, b: Hit): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.at < b.at);
}

function pageShare({ first, second, sum }: Stem): number {
  const other = second?.weight ?? 0;
  return first.weight + AGAIN * other + AND_AGAIN * (sum - first.weight - other);
}

/**
 * Sums are kept as hits come, so that a paragraph that comes to a long page costs no more than one that comes to a short
 * one.
 */
export class Topic {
  readonly #hits = new Map<number, Hit>();
  readonly #stems = new Map<string, Stem>();
  readonly #patterns: RegExp;
  readonly #scores = new Map<number, TopicScore>();
  #length = 0;
  #hintScore = 0;
  #page = 0;
  /** Weights of hits that speak of immigration itself, and of agencies that make other news too, with their number. */
  #anchor = 0;
  #broad = 0;
  #broadHits = 0;

  constructor(index: NamesIndex) {
    this.#patterns = index.topicPattern();
  }

  /** Adds text that speaks for the page but is not read for mentions. */
  hint(lower: string): void {
    for (const match of lower.matchAll(this.#patterns)) this.#hintScore += match[1] ? 1.5 : match[2] ? 0.5 : 0;
  }

  add(lower: string, offset: number): void {
    this.#length = Math.max(this.#length, offset + lower.length);
    this.#scores.clear();
    for (const match of lower.matchAll(this.#patterns)) {
      const [word] = match;
      if (word !== "ice") this.#take(offset + match.index, match[1] ? 1 : match[2] ? MEDIUM : 0.25, word);
    }
  }

  /** A mention of an agency that was accepted speaks for the topic too. */
  confirm(at: number, weight: number, word: string): void {
    this.#scores.clear();
    this.#take(at, weight, word);
  }

  #take(at: number, weight: number, word: string): void {
    const known = this.#hits.get(at);
    const before = known?.weight ?? 0;
    if (before >= weight) return;
    const hit = known ?? { at, weight, word };
    const key = hit.word.slice(0, 6);
    const stem = this.#stems.get(key);
    if (stem) this.#page -= pageShare(stem);
    this.#hits.set(at, hit);
    this.#anchorBy(hit.word, before, -1);
    hit.weight = weight;
    this.#anchorBy(hit.word, weight, 1);
    if (!stem) {
      this.#stems.set(key, { first: hit, second: null, sum: weight, all: [hit] });
      this.#page += weight;
      return;
    }
    stem.sum += weight - before;
    if (!known) stem.all.push(hit);
    if (stem.first !== hit) {
      if (isBefore(hit, stem.first)) {
        stem.second = stem.first;
        stem.first = hit;
      } else if (stem.second !== hit && (stem.second === null || isBefore(hit, stem.second))) stem.second = hit;
    }
    this.#page += pageShare(stem);
  }

  /** Words that turned out to mean something else do not speak for the topic. */
  deny(start: number, end: number): void {
    for (let at = start - LONGEST_WORD; at < end; at++) {
      const hit = this.#hits.get(at);
      if (hit && at + hit.word.length > start) this.#drop(hit);
    }
  }

  #drop(hit: Hit): void {
    const key = hit.word.slice(0, 6);
    const stem = this.#stems.get(key);
    if (!stem) return;
    this.#scores.clear();
    this.#hits.delete(hit.at);
    this.#anchorBy(hit.word, hit.weight, -1);
    this.#page -= pageShare(stem);
    this.#stems.delete(key);
    const [first, ...others] = stem.all.filter((other) => other !== hit).sort((a, b) => (isBefore(a, b) ? -1 : 1));
    if (!first) return;
    const left: Stem = { first, second: others[0] ?? null, sum: stem.sum - hit.weight, all: [first, ...others] };
    this.#stems.set(key, left);
    this.#page += pageShare(left);
  }

  #anchorBy(word: string, weight: number, sign: 1 | -1): void {
    if (weight <= ANCHOR) return;
    if (BROAD.test(word)) {
      this.#broad += sign * weight;
      this.#broadHits += sign;
    } else this.#anchor += sign * weight;
  }

  /** Long enough that silence about the topic says something. */
  isLong(): boolean {
    return this.#length > 1500;
  }

  /** More than a note: everyday words of the subject are explained only here. */
  isArticle(): boolean {
    return this.#length > 800;
  }

  /** Evidence around a place: hits within reach, each word counted at most twice, set against the length of the text. */
  score(at: number): TopicScore {
    const place = Math.floor(at / 120);
    const known = this.#scores.get(place);
    if (known) return known;
    const score = this.#measure(place * 120 + 60);
    this.#scores.set(place, score);
    return score;
  }

  #measure(at: number): TopicScore {
    let local = 0;
    let mediumAnchor = 0;
    let hasPeople = false;
    let government = 0;
    const near: Hit[] = [];
    let isWide = this.#hintScore > 0;
    for (const { first, second } of this.#stems.values()) {
      isWide ||= !LOCAL.test(first.word);
      if (first.weight < MEDIUM) government += GOVERNMENT_ANCHOR;
      else if (first.weight === MEDIUM) {
        const isPeople = PEOPLE.test(first.word);
        hasPeople ||= isPeople;
        mediumAnchor += isPeople ? PEOPLE_ANCHOR : FORCE_ANCHOR;
      }
      if (Math.abs(first.at - at) <= REACH) {
        local += first.weight;
        near.push(first);
      }
      if (second !== null && Math.abs(second.at - at) <= REACH) {
        local += AGAIN * second.weight;
        near.push(second);
      }
    }
    const page = this.#page;
    let anchor = this.isLong() ? this.#anchor : this.#anchor + this.#broad + mediumAnchor;
    if (!this.isLong() && anchor >= PEOPLE_ANCHOR && (hasPeople || anchor > mediumAnchor)) anchor += government;
    const broad = this.isLong() ? this.#broadHits * BROAD_ANCHOR : 0;
    const expected = Math.max(1, this.#length / 1800);
    const spread = page / expected;
    const value =
      this.#length <= 1500
        ? Math.max(local, page * 0.8)
        : Math.max(Math.min(local, 2.2) * 0.6, Math.min(spread, 2.5)) + Math.min(local, 1) * 0.2;
    const wanted = this.#length <= 1500 ? 0.8 : 2 + this.#length / 2500;
    const share = Math.min(1, (anchor + Math.min(broad, wanted / 2) + this.#hintScore) / wanted);
    const isNear = !this.isLong() || local >= NEARBY;
    const anchored = share === 1 && isNear ? value : Math.min(this.isLong() ? value * share : value, UNANCHORED);
    return {
      value: anchored + (share === 1 && isNear ? Math.min(this.#hintScore, 1.5) : 0),
      isAnchored: share === 1,
      isWide: share === 1 || (isWide && !this.isLong()),
      words: near
        .sort((a, b) => b.weight - a.weight || a.at - b.at)
        .slice(0, 3)
        .map(({ word }) => word),
    };
  }
}
