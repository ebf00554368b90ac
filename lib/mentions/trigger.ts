/**
 * Whether a page can have anything to say at all: a small stated vocabulary of topic words and titles
 * (`data/language/trigger.json`), looked for as plain strings. Needs no index and compiles no pattern.
 */
import trigger from "../../data/language/trigger.json";

const VOCABULARY: readonly string[] = trigger.words;

export function hasTrigger(text: string): boolean {
  for (const word of VOCABULARY) if (text.includes(word)) return true;
  return false;
}
