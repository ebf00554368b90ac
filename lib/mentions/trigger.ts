/**
 * Whether a page can have anything to say at all: a small stated vocabulary of topic words and titles
 * (`data/language/topic.json`, `trigger`), looked for as plain strings. Needs no index and compiles no pattern.
 */
import topic from "../../data/language/topic.json";

const VOCABULARY: readonly string[] = topic.trigger;

export function hasTrigger(text: string): boolean {
  for (const word of VOCABULARY) if (text.includes(word)) return true;
  return false;
}
