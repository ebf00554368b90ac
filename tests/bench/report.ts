/** Every mode's script leaves its result as one attribute; only the bench reads it, and only after the clock stopped. */
export const RESULT_ATTRIBUTE = "data-bench-result";

export type Measures = Record<string, number>;

export function report(measures: Measures): void {
  document.documentElement.setAttribute(RESULT_ATTRIBUTE, JSON.stringify(measures));
}

/** Keeps results alive, so that no engine drops the work behind them. */
export const held: unknown[] = [];

/** The text of the bare walk, for matchers that bring no reader of their own. */
export function joinedText(): string {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) text += (node as Text).data;
  return text;
}
