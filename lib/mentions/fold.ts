/**
 * Text as the matcher reads it: accents, quotes, dashes and spaces made plain, soft hyphens and joiners
 * taken out, with the way back to the page's own UTF-16 offsets.
 */

export interface FoldedText {
  source: string;
  /** Letters as written, made plain. */
  plain: string;
  /** The same, in lower case and of the same length. */
  lower: string;
  /** For each unit of `plain` its offset in `source`; null where they are the same. */
  map: number[] | null;
}

const INVISIBLE = /\u00ad|[\u0300-\u036f]|[\u200b-\u200d]|\u2060|\ufeff/;
const FOLDABLE =
  /[\t\r\f\v\u00a0\u00c0-\u024f\u02bc\u1680\u1e00-\u1eff\u2000-\u200a\u2010-\u2012\u2018-\u201f\u2028\u2029\u202f\u2032\u205f\u3000\uff07]/g;
const seen: Record<string, string> = {};

function foldUnit(unit: string): string {
  const known = seen[unit];
  if (known !== undefined) return known;
  let folded = " ";
  if (/[\u2018\u2019\u201a\u201b\u02bc\u2032\uff07]/.test(unit)) folded = "'";
  else if (/[\u201c-\u201f]/.test(unit)) folded = '"';
  else if (/[\u2010-\u2012]/.test(unit)) folded = "-";
  else if (/\p{L}/u.test(unit)) {
    const base = unit.normalize("NFD").charAt(0);
    folded = base.length === 1 && /\p{L}/u.test(base) ? base : unit;
  } else if (!/\s/.test(unit)) folded = unit;
  seen[unit] = folded;
  return folded;
}

/** Plain form of a short string: for names and word lists. */
export function foldString(text: string): string {
  return foldText(text).plain;
}

function lowerSameLength(plain: string): string {
  const lower = plain.toLowerCase();
  if (lower.length === plain.length) return lower;
  let result = "";
  for (let index = 0; index < plain.length; index++) {
    const unit = plain.charAt(index).toLowerCase();
    result += unit.length === 1 ? unit : plain.charAt(index);
  }
  return result;
}

export function foldText(source: string): FoldedText {
  let visible = source;
  let map: number[] | null = null;
  if (INVISIBLE.test(source)) {
    map = [];
    visible = "";
    for (let index = 0; index < source.length; index++) {
      const unit = source.charAt(index);
      if (INVISIBLE.test(unit)) continue;
      visible += unit;
      map.push(index);
    }
  }
  const plain = visible.replace(FOLDABLE, foldUnit);
  return { source, plain, lower: lowerSameLength(plain), map };
}

/** Offset in the source of a start in `plain`. */
export function sourceStart(text: FoldedText, start: number): number {
  return text.map === null ? start : (text.map[start] ?? text.source.length);
}

/** Offset in the source of an end in `plain`: just after its last visible unit. */
export function sourceEnd(text: FoldedText, end: number): number {
  return text.map === null ? end : (text.map[end - 1] ?? text.source.length - 1) + 1;
}
