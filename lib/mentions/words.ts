/** Word boundaries and neighbours in folded text. All offsets are UTF-16 units of `plain`. */

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

export function isWordUnit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
  // Dashes, quotes and signs, which stand everywhere, need no question to the engine's tables.
  return code >= 0xaa && (code < 0x2000 || code > 0x2bff) && LETTER_OR_NUMBER.test(text.charAt(index));
}

export function isUpper(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 65 && code <= 90;
}
export function isLower(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 97 && code <= 122;
}
export function isSpace(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 32 || code === 10;
}

export interface Word {
  text: string;
  start: number;
  end: number;
}

/** A letter, a digit, or one of `_'.&-`. */
function isWordPart(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 39 || code === 46 || code === 38 || code === 45 || isWordUnit(text, index);
}

/** The word that ends just before `position`, across one run of spaces; null at other punctuation. */
export function wordBefore(plain: string, position: number): Word | null {
  let end = position;
  while (end > 0 && isSpace(plain, end - 1)) end--;
  if (end < position - 2 || (end === position && position > 0 && isWordUnit(plain, position - 1))) return null;
  if (plain.slice(end, position).includes("\n") && position - end > 1) return null;
  let start = end;
  while (start > 0 && isWordPart(plain, start - 1)) start--;
  return start === end ? null : { text: plain.slice(start, end), start, end };
}

/** The word that begins just after `position`, across one run of spaces; null at other punctuation. */
export function wordAfter(plain: string, position: number): Word | null {
  let start = position;
  while (start < plain.length && isSpace(plain, start)) start++;
  if (start === position || start > position + 2) return null;
  let end = start;
  while (end < plain.length && isWordPart(plain, end)) end++;
  while (end > start && !isWordUnit(plain, end - 1)) end--;
  return start === end ? null : { text: plain.slice(start, end), start, end };
}

/** How the line around a place is written: capitals only, headline capitals, or running text. */
export type LineCase = "capitals" | "headline" | "running";

/** Longer lines are judged by as much of them around the place, in UTF-16 units. */
const LINE_REACH = 160;
const CLAUSE_REACH = 200;

function capitalsIn(text: string): number {
  return text.replace(/[^A-Z]+/g, "").length;
}

/** Whether there are too few small letters for the capitals. */
function isMostlyCapitals(text: string, capitals: number): boolean {
  return text.replace(/[^a-z]+/g, "").length < capitals * 0.12;
}

/** The line judged last: several questions are asked about the same place, and of neighbours in a short line. */
let last: { plain: string; start: number; end: number; capitals: number; lineCase: LineCase } | null = null;

export function lineCase(plain: string, position: number): LineCase {
  let start = plain.lastIndexOf("\n", position - 1) + 1;
  let end = plain.indexOf("\n", position);
  if (end < 0) end = plain.length;
  if (position - start > LINE_REACH) start = position - LINE_REACH;
  if (end - position > LINE_REACH) end = position + LINE_REACH;
  if (last === null || last.start !== start || last.end !== end || last.plain !== plain) {
    const line = plain.slice(start, end);
    const capitals = capitalsIn(plain.slice(Math.max(0, position - CLAUSE_REACH), position + CLAUSE_REACH));
    last = { plain, start, end, capitals, lineCase: caseOf(line) };
  }
  if (last.lineCase !== "capitals" && last.capitals >= 12) {
    const clause = sentenceAround(plain, position);
    const capitals = capitalsIn(clause);
    if (capitals >= 12 && isMostlyCapitals(clause, capitals)) return "capitals";
  }
  return last.lineCase;
}

function caseOf(line: string): LineCase {
  const capitals = capitalsIn(line);
  if (capitals > 5 && isMostlyCapitals(line, capitals)) return "capitals";
  if (/[.!?]["')]?$/.test(line.trimEnd())) return "running";
  const words = line.match(/[A-Za-z][A-Za-z']{3,}/g) ?? [];
  if (words.length < 4) return "running";
  const capitalised = words.filter((word) => isUpper(word, 0)).length;
  return capitalised >= words.length * 0.8 ? "headline" : "running";
}

function endsClause(code: number): boolean {
  // . ! ? : ; " and a line end
  return code === 46 || code === 33 || code === 63 || code === 58 || code === 59 || code === 34 || code === 10;
}

/** The clause around a place: from the last full stop, colon, quote or line break to the next. */
export function sentenceAround(plain: string, position: number): string {
  let start = position;
  let end = position;
  while (start > 0 && position - start < CLAUSE_REACH && !endsClause(plain.charCodeAt(start - 1))) start--;
  while (end < plain.length && end - position < CLAUSE_REACH && !endsClause(plain.charCodeAt(end))) end++;
  return plain.slice(start, end);
}

/** Whether quotation marks stand around a span, with a comma or point between at most. */
export function isQuoted(plain: string, start: number, end: number): boolean {
  return /["']/.test(plain.charAt(start - 1)) && /^[.,]?["']/.test(plain.slice(end, end + 2));
}
