/** Word boundaries and neighbours in folded text. All offsets are UTF-16 units of `plain`. */

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;

export function isWordUnit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
  return code >= 128 && LETTER_OR_NUMBER.test(text.charAt(index));
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

const WORD_PART = /[\p{L}\p{N}'.&-]/u;

function isWordPart(text: string, index: number): boolean {
  return isWordUnit(text, index) || (index >= 0 && index < text.length && WORD_PART.test(text.charAt(index)));
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

export function lineCase(plain: string, position: number): LineCase {
  let start = plain.lastIndexOf("\n", position - 1) + 1;
  let end = plain.indexOf("\n", position);
  if (end < 0) end = plain.length;
  if (position - start > 160) start = position - 160;
  if (end - position > 160) end = position + 160;
  const before = plain.slice(start, end);
  const lowerLetters = before.match(/[a-z]/g)?.length ?? 0;
  const upperLetters = before.match(/[A-Z]/g)?.length ?? 0;
  if (upperLetters > 5 && lowerLetters < upperLetters * 0.12) return "capitals";
  const around = sentenceAround(plain, position);
  const clauseLower = around.match(/[a-z]/g)?.length ?? 0;
  const clauseUpper = around.match(/[A-Z]/g)?.length ?? 0;
  if (clauseUpper >= 12 && clauseLower < clauseUpper * 0.12) return "capitals";
  if (/[.!?]["')]?$/.test(before.trimEnd())) return "running";
  const words = before.match(/[A-Za-z][A-Za-z']{3,}/g) ?? [];
  if (words.length < 4) return "running";
  const capitalised = words.filter((word) => isUpper(word, 0)).length;
  return capitalised >= words.length * 0.8 ? "headline" : "running";
}

/** The clause around a place: from the last full stop, colon, quote or line break to the next. */
export function sentenceAround(plain: string, position: number): string {
  let start = position;
  let end = position;
  while (start > 0 && position - start < 200 && !/[.!?:;"\n]/.test(plain.charAt(start - 1))) start--;
  while (end < plain.length && end - position < 200 && !/[.!?:;"\n]/.test(plain.charAt(end))) end++;
  return plain.slice(start, end);
}

/** Whether quotation marks stand around a span, with a comma or point between at most. */
export function isQuoted(plain: string, start: number, end: number): boolean {
  return /["']/.test(plain.charAt(start - 1)) && /^[.,]?["']/.test(plain.slice(end, end + 2));
}
