/**
 * lib/page: the page as data.
 * In: a Document (or a part of one) and its address. Out: visible text with the way back to the DOM, whether it is a
 * news article, its date and language, and its changes as they happen.
 * Reads only: nothing here changes the page. May import lib/dataset's types and nothing else: not lib/mentions, lib/context,
 * lib/marks, lib/card, no browser.* API.
 */
export { isBeingEdited, isReadableDocument, isTopFrame } from "./document-kind";
export { readFacts } from "./facts";
export { mayHave } from "./first-look";
export { pageAddress } from "./navigation";
export {
  boundsOf,
  isInside,
  isRendered,
  offsetOf,
  positionOf,
  rangeOf,
  type TextBounds,
  type TextPosition,
} from "./position";
export { type ReadOptions, readText, TextReader } from "./text";
export type { DateEvidence, PageFacts, PageText, TextRun } from "./types";
export { type WatchOptions, watchPage } from "./watch";
