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
  /** Offsets in `source` of the units that were taken out, rising; null where there are none. */
  removed: number[] | null;
}

// biome-ignore lint/suspicious/noMisleadingCharacterClass: marks that stand alone are just what is sought here
const INVISIBLE = /[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff]/g;
const FOLDABLE =
  /[\t\r\f\v\u00a0\u00c0-\u024f\u02bc\u1680\u1e00-\u1eff\u2000-\u200a\u2010-\u2012\u2018-\u201f\u2028\u2029\u202f\u2032\u205f\u3000\uff07]/g;
/**
 * Latin letters without their marks, from U+00C0 on, "." where there is no such letter: the engine's own decomposition has to
 * load its tables first, which takes longer than reading a page.
 */
const LATIN =
  "AAAAAA.CEEEEIIII.NOOOOO..UUUUY..aaaaaa.ceeeeiiii.nooooo..uuuuy.yAaAaAaCcCcCcCcDd..EeEeEeEeEeGgGgGgGg" +
  "Hh..IiIiIiIiI...JjKk.LlLlLl....NnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTt..UuUuUuUuUuUuWwYyYZzZzZz........." +
  "........................Oo.............Uu............................AaIiOoUuUuUuUuUu.AaAa....GgKkOo" +
  "Oo..j...Gg..NnAa....AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............................";
const LATIN_START = 0xc0;
const seen: Record<string, string> = {};

function foldUnit(unit: string): string {
  const known = seen[unit];
  if (known !== undefined) return known;
  const code = unit.charCodeAt(0) - LATIN_START;
  let folded = " ";
  if (code >= 0 && code < LATIN.length) {
    const letter = LATIN.charAt(code);
    folded = letter === "." ? unit : letter;
  } else if (/[\u2018\u2019\u201a\u201b\u02bc\u2032\uff07]/.test(unit)) folded = "'";
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
  let removed: number[] | null = null;
  if (source.search(INVISIBLE) >= 0) {
    removed = Array.from(source.matchAll(INVISIBLE), ({ index }) => index);
    visible = source.replace(INVISIBLE, "");
  }
  // The signs that stand everywhere go first, by the engine alone: a call back for each of them is many times dearer.
  const plain = visible
    .replaceAll("\u2019", "'")
    .replaceAll("\u201c", '"')
    .replaceAll("\u201d", '"')
    .replaceAll("\u00a0", " ")
    .replace(FOLDABLE, foldUnit);
  return { source, plain, lower: lowerSameLength(plain), removed };
}

/** Offset in the source of the unit at `place` in `plain`: as many more as were taken out before it. */
function sourceOf({ source, removed }: FoldedText, place: number): number {
  if (removed === null) return place;
  let low = 0;
  let high = removed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((removed[middle] ?? 0) - middle <= place) low = middle + 1;
    else high = middle;
  }
  return Math.min(place + low, source.length);
}

/** Offset in the source of a start in `plain`. */
export function sourceStart(text: FoldedText, start: number): number {
  return sourceOf(text, start);
}

/** Offset in the source of an end in `plain`: just after its last visible unit. */
export function sourceEnd(text: FoldedText, end: number): number {
  return text.removed === null ? end : Math.min(sourceOf(text, end - 1) + 1, text.source.length);
}
