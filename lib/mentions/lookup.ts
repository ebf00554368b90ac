/** One pass over folded text: where names and surnames of the index may stand. Decides nothing. */

import type { FoldedText } from "./fold";
import type { NamesIndex, Person, Rule } from "./read-index";
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

export class Lookup {
  private readonly words: RegExp;

  constructor(private readonly index: NamesIndex) {
    this.words = new RegExp(`[A-Z0-9][A-Za-z0-9]*(?:'[A-Za-z]+)?|(?:condado|${index.raw.l})s?(?![a-z])`, "g");
  }

  read(text: FoldedText): Places {
    const { plain, lower } = text;
    const names: NameHit[][] = [];
    const surnames: SurnameHit[] = [];
    for (const match of plain.matchAll(this.words)) {
      const start = match.index;
      if (start > 0 && isWordUnit(plain, start - 1)) continue;
      let end = start + match[0].length;
      let key = lower.slice(start, end);
      if (key.endsWith("'s")) {
        key = key.slice(0, -2);
        end -= 2;
      }
      if (key === "condado" || key === "condados") {
        const county = this.countyAt(text, end);
        if (county) {
          names.push([county]);
          continue;
        }
      }
      let lines = this.index.names(key);
      if (lines === undefined && /^\d+[a-z]/.test(key)) {
        key = key.replace(/[a-z].*$/, "");
        end = start + key.length;
        lines = this.index.names(key);
      }
      const single = key.length > 4 && key.endsWith("s") ? this.index.names(key.slice(0, -1)) : undefined;
      if ((lines !== undefined || single !== undefined) && beginsWell(plain, start)) {
        const hits = lines === undefined ? [] : this.namesAt(text, start, end, key, lines);
        if (single !== undefined) hits.push(...this.namesAt(text, start, end - 1, key.slice(0, -1), single));
        if (hits.length) names.push(hits.sort((a, b) => b.end - a.end));
      }
      if (isUpper(plain, start)) this.surnamesAt(text, start, end, key, surnames);
    }
    return { names, surnames };
  }

  /** "condado de Cook": the county is known by its English name. */
  private countyAt(text: FoldedText, end: number): NameHit | null {
    const found = /^ de (?:la |los |las )?([A-Z][A-Za-z]*)/.exec(text.plain.slice(end, end + 40));
    const word = found?.[1];
    if (found === null || word === undefined) return null;
    const at = end + found[0].length;
    let best: NameHit | null = null;
    for (const line of (this.index.names(word.toLowerCase()) ?? "").split("\n")) {
      const [form = "", code = "", numbers = ""] = line.split("\t");
      if (!form.endsWith(" County")) continue;
      const rest = matchRest(text, at, form.slice(1, -" County".length));
      if (rest < 0 || !endsWell(text.plain, rest) || (best && best.end >= rest)) continue;
      const entities = this.index.entities(numbers, word + form.slice(1));
      best = { start: at - word.length, end: rest, rule: this.index.rule(code), entities };
    }
    return best;
  }

  private namesAt(text: FoldedText, start: number, firstEnd: number, key: string, lines: string): NameHit[] {
    const hits: NameHit[] = [];
    for (const line of lines.split("\n")) {
      const [form = "", code = "", numbers = ""] = line.split("\t");
      if (!lettersFit(text.plain, start, firstEnd, form.charAt(0))) continue;
      const rest = matchRest(text, firstEnd, form.slice(1));
      if (rest < 0) continue;
      const rule = this.index.rule(code);
      let end = withPlural(text.plain, rest, rule.plural);
      if (end < 0 && text.plain.charAt(rest - 1) === "." && endsWell(text.plain, rest - 1)) end = rest - 1;
      if (end < 0) continue;
      hits.push({ start, end, rule, entities: this.index.entities(numbers, key + form.slice(1)) });
    }
    return hits.sort((a, b) => b.end - a.end);
  }

  private surnamesAt(text: FoldedText, start: number, firstEnd: number, key: string, found: SurnameHit[]): void {
    let word = key;
    let wordEnd = firstEnd;
    if (this.index.surnames(word) === undefined && key.includes("'") && !/^[a-z]'/.test(key)) {
      word = key.slice(0, key.indexOf("'"));
      wordEnd = start + word.length;
    }
    if (this.index.surnames(word) === undefined) return;
    const before = text.plain.charAt(start - 1);
    if (before === "-" && isWordUnit(text.plain, start - 2) && !beginsWell(text.plain, start)) return;
    if (before === "@" || before === "#" || before === "_") return;
    for (const form of this.index.surname(word)) {
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
