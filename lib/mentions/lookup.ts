/** One pass over folded text: where names and surnames of the index may stand. Decides nothing. */

import type { FoldedText } from "./fold";
import type { NameForms, NamesIndex, Person, Rule } from "./read-index";
import { isLower, isSpace, isUpper, isWordUnit } from "./words";

/** One name that fits at a place, longest first within its place. */
export interface NameHit {
  start: number;
  end: number;
  rule: Rule;
  entities: number[];
}

/** A surname that fits at a place. */
export interface SurnameHit {
  start: number;
  end: number;
  key: string;
  persons: Person[];
}

export interface Places {
  names: NameHit[][];
  surnames: SurnameHit[];
}

/** Where `rest` ends if the text at `position` reads so, else -1. Capitals in `rest` are required, small letters are not. */
export function matchRest(text: FoldedText, position: number, rest: string): number {
  const { plain, lower } = text;
  let at = position;
  for (let index = 0; index < rest.length; index++) {
    const unit = rest.charAt(index);
    if (unit === " " || unit === "-") {
      const from = at;
      while (at - from < 4 && isSpace(plain, at)) at++;
      if (at === from) {
        if (plain.charAt(at) === "-") at++;
        else if (plain.charAt(at - 1) !== "." && rest.charAt(index - 1) !== ".") return -1;
      }
    } else if (unit === "." || unit === "'" || unit === ")") {
      if (plain.charAt(at) === unit) at++;
    } else if (unit === "(") {
      if (plain.charAt(at) === " " && plain.charAt(at + 1) === "(") at++;
      if (plain.charAt(at) === "(") at++;
    } else if (unit === "§") {
      while (plain.charAt(at) === "§" || (plain.charAt(at) === " " && plain.charAt(at - 1) === "§")) at++;
      const word = /^(?:sections?|secs?\.?) /.exec(lower.slice(at, at + 10));
      if (word) at += word[0].length;
    } else {
      const exact = unit >= "A" && unit <= "Z";
      if ((exact ? plain : lower).charAt(at) !== (exact ? unit : unit)) {
        const skipsPoint =
          plain.charAt(at) === "." && (exact ? plain : lower).charAt(at + 1) === unit && isUpper(plain, at - 1);
        if (!skipsPoint) return -1;
        at++;
      }
      at++;
    }
  }
  return at;
}

function endsWell(plain: string, end: number): boolean {
  if (isWordUnit(plain, end)) return false;
  const next = plain.charAt(end);
  if (next === "@") return false;
  if (next === "." && isLower(plain, end + 1)) return false;
  if (next === "-" && isUpper(plain, end + 1) && isLower(plain, end + 2)) return false;
  return true;
}

const PREFIXES = /(?:^|[^a-z])(?:anti|non|pro|post|pre|ex|mid|ant|trans|all|never)-$/i;

function beginsWell(plain: string, start: number): boolean {
  if (start === 0) return true;
  if (isWordUnit(plain, start - 1)) return false;
  const before = plain.charAt(start - 1);
  if (before === "@" || before === "_" || before === "#" || before === "&") return false;
  if (before === "." && isWordUnit(plain, start - 2) && !isUpper(plain, start - 2)) return false;
  if (before === "/" && plain.charAt(start - 2) === "/") return false;
  if (before === "-" && isWordUnit(plain, start - 2)) return PREFIXES.test(plain.slice(Math.max(0, start - 8), start));
  return true;
}

/** Lets a plural of a term end one or two letters later. */
function withPlural(plain: string, end: number, plural: boolean): number {
  if (endsWell(plain, end)) return end;
  if (plural && plain.charAt(end).toLowerCase() === "s" && endsWell(plain, end + 1)) return end + 1;
  if (plural && plain.slice(end, end + 2).toLowerCase() === "es" && endsWell(plain, end + 2)) return end + 2;
  return -1;
}

function lettersFit(plain: string, start: number, end: number, letters: string): boolean {
  if (letters === "l") return true;
  if (!isUpper(plain, start) && !/\d/.test(plain.charAt(start))) return false;
  return letters === "C" || plain.slice(start, end) === plain.slice(start, end).toUpperCase();
}

const SPACE = 32;
const NINE = 57;

/** A letter or digit of ASCII, as runs are made of. */
function isRunUnit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Whether a word with a capital goes on here behind an apostrophe: "Neill" in "O'Neill". */
function isInsideWord(plain: string, start: number): boolean {
  if (start < 2 || plain.charAt(start - 1) !== "'" || !isRunUnit(plain, start - 2)) return false;
  let first = start - 2;
  while (first > 0 && isRunUnit(plain, first - 1)) first--;
  return /[A-Z0-9]/.test(plain.slice(first, start - 1));
}

/** Places are sorted as numbers: offset times this, plus the number of the word. */
const PLACE_SHIFT = 1_048_576;
const CAPITAL_RUNS = /[A-Z0-9][A-Za-z0-9]*/g;

/** A word of the page that a name or a surname begins with, as it is written there. */
interface Opening {
  run: string;
  /** Small letters of the run. */
  key: string;
}

export class Lookup {
  readonly #index: NamesIndex;

  constructor(index: NamesIndex) {
    this.#index = index;
  }

  /**
   * A page repeats its words, and few of them begin a name. So its distinct capitalised words are looked up once each, and
   * only the places of those that begin a name are looked at: in cold code the engine's own search is far cheaper than ours.
   * The few words that begin a name in small letters are one small pattern.
   */
  read(text: FoldedText): Places {
    const { plain } = text;
    const places: number[] = [];
    const openings: Opening[] = [];
    for (const run of new Set(plain.match(CAPITAL_RUNS))) {
      const key = run.toLowerCase();
      if (!(this.#index.mayOpen(key) && this.#opens(key)) && !this.#opensNumber(key)) continue;
      const number = openings.push({ run, key }) - 1;
      const { length } = run;
      for (let at = plain.indexOf(run); at >= 0; at = plain.indexOf(run, at + length))
        if (!isRunUnit(plain, at + length) && (at === 0 || !isWordUnit(plain, at - 1)))
          places.push(at * PLACE_SHIFT + number);
    }
    for (const { 0: run, index: at } of plain.matchAll(this.#index.smallOpenings()))
      if (at === 0 || !isWordUnit(plain, at - 1)) places.push(at * PLACE_SHIFT + openings.push({ run, key: run }) - 1);
    const names: NameHit[][] = [];
    const surnames: SurnameHit[] = [];
    for (const place of Float64Array.from(places).sort()) {
      const opening = openings[place % PLACE_SHIFT];
      const start = Math.floor(place / PLACE_SHIFT);
      if (opening && !isInsideWord(plain, start)) this.#look(text, start, opening, names, surnames);
    }
    return { names, surnames };
  }

  /** Whether a name or a surname begins with a word that has a capital or a digit. */
  #opens(key: string): boolean {
    const index = this.#index;
    if (index.names(key) !== undefined || index.surnames(key) !== undefined || this.#opensApostrophe(key)) return true;
    if (key === "condado" || key === "condados") return true;
    return (
      (key.length > 4 && key.endsWith("s") && index.names(key.slice(0, -1)) !== undefined) || this.#opensNumber(key)
    );
  }

  /** "287g": the number in front may begin a name. */
  #opensNumber(key: string): boolean {
    return (
      key.charCodeAt(0) <= NINE && /^\d+[a-z]/.test(key) && this.#index.names(key.replace(/[a-z].*$/, "")) !== undefined
    );
  }

  #opensApostrophe(start: string): boolean {
    const { n, p } = this.#index.raw;
    const letters = `${start}'`.slice(0, 2);
    return n[letters]?.includes(`{${start}'`) === true || p[letters]?.includes(`{${start}'`) === true;
  }

  #look(text: FoldedText, start: number, opening: Opening, names: NameHit[][], surnames: SurnameHit[]): void {
    const { plain } = text;
    let { key } = opening;
    let end = start + key.length;
    const isSmall = isLower(plain, start);
    if (!isSmall && plain.charAt(end) === "'") {
      const after = /^'[A-Za-z]+/.exec(plain.slice(end, end + 24))?.[0].toLowerCase();
      if (after !== undefined && after !== "'s") {
        key += after;
        end += after.length;
      }
    }
    if (key.startsWith("condado")) {
      const county = this.#countyAt(text, end);
      if (county) {
        names.push([county]);
        return;
      }
    }
    let forms = this.#index.forms(key);
    if (forms.all.length === 0 && /^\d+[a-z]/.test(key)) {
      key = key.replace(/[a-z].*$/, "");
      end = start + key.length;
      forms = this.#index.forms(key);
    }
    const bare = key.slice(0, -1);
    const single = key.length > 4 && key.endsWith("s") ? this.#index.forms(bare) : null;
    if ((forms.all.length > 0 || single !== null) && beginsWell(plain, start)) {
      const hits = this.#namesAt(text, start, end, key, forms);
      if (single !== null) hits.push(...this.#namesAt(text, start, end - 1, bare, single));
      if (hits.length > 0) names.push(hits.sort((a, b) => b.end - a.end));
    }
    if (isUpper(plain, start)) this.#surnamesAt(text, start, end, key, surnames);
  }

  /** "condado de Cook": the county is known by its English name. */
  #countyAt(text: FoldedText, end: number): NameHit | null {
    const found = /^ (?:de (?:la |los |las )?)?([A-Z][A-Za-z]*)/.exec(text.plain.slice(end, end + 40));
    const word = found?.[1];
    if (found === null || word === undefined) return null;
    const at = end + found[0].length;
    let best: NameHit | null = null;
    for (const form of this.#index.forms(word.toLowerCase()).all) {
      if (!form.rest.endsWith(" County")) continue;
      const rest = matchRest(text, at, form.rest.slice(0, -" County".length));
      if (rest < 0 || !endsWell(text.plain, rest) || (best && best.end >= rest)) continue;
      const entities = this.#index.entitiesOf(form, word);
      best = { start: at - word.length, end: rest, rule: this.#index.rule(form.rule), entities };
    }
    return best;
  }

  #namesAt(text: FoldedText, start: number, firstEnd: number, key: string, forms: NameForms): NameHit[] {
    const { plain, lower } = text;
    const hits: NameHit[] = [];
    // Most names of a common first word fail at the first letter of their second.
    const isSpaced = plain.charCodeAt(firstEnd) === SPACE && isRunUnit(plain, firstEnd + 1);
    const fitting = isSpaced
      ? [...(forms.bySecond.get(lower.charAt(firstEnd + 1)) ?? []), ...(forms.bySecond.get("") ?? [])]
      : forms.all;
    for (const form of fitting) {
      const { rest } = form;
      if (!lettersFit(plain, start, firstEnd, form.letters)) continue;
      const restEnd = matchRest(text, firstEnd, rest);
      if (restEnd < 0) continue;
      const rule = this.#index.rule(form.rule);
      let end = withPlural(plain, restEnd, rule.plural);
      if (end < 0 && plain.charAt(restEnd - 1) === "." && endsWell(plain, restEnd - 1)) end = restEnd - 1;
      if (end < 0) continue;
      hits.push({ start, end, rule, entities: this.#index.entitiesOf(form, key) });
    }
    return hits.sort((a, b) => b.end - a.end);
  }

  #surnamesAt(text: FoldedText, start: number, firstEnd: number, key: string, found: SurnameHit[]): void {
    let word = key;
    let wordEnd = firstEnd;
    if (this.#index.surnames(word) === undefined && key.includes("'") && !/^[a-z]'/.test(key)) {
      word = key.slice(0, key.indexOf("'"));
      wordEnd = start + word.length;
    }
    if (this.#index.surnames(word) === undefined) return;
    const before = text.plain.charAt(start - 1);
    if (before === "-" && isWordUnit(text.plain, start - 2) && !beginsWell(text.plain, start)) return;
    if (before === "@" || before === "#" || before === "_") return;
    for (const form of this.#index.surname(word)) {
      const end = matchRest(text, wordEnd, form.rest);
      if (end < 0 || !endsWell(text.plain, end)) continue;
      let begin = start;
      if (form.particle) {
        if (text.lower.slice(start - form.particle.length, start) !== form.particle) continue;
        begin = start - form.particle.length;
      }
      found.push({ start: begin, end, key: word + form.rest, persons: form.persons });
    }
  }
}
