/** Whether a page is worth reading at all, asked of the engine in one go. */
import { bodyOf, countElements, textOf } from "./safe-dom";

/** Longer text is not searched at one go, in UTF-16 code units: the search would keep the page waiting. */
const LONGEST = 1_000_000;

/** Text of more elements is not even gathered: the engine takes a microsecond or two for each. */
const MOST_ELEMENTS = 6_000;

/**
 * Whether `seek` finds something in all text of a page, hidden text and scripts included. It says yes for too many pages
 * and never no for one that `readText` would find something in, shadow roots apart; it costs a small part of reading, for no
 * node of the page has to be looked at. Yes, too, for pages too long to search at one go.
 */
export function mayHave(document: Document, seek: (text: string) => boolean): boolean {
  if (countElements(document) > MOST_ELEMENTS) return true;
  const body = bodyOf(document);
  const text = body ? (textOf(body) ?? "") : "";
  return text.length > LONGEST || seek(text);
}
