/**
 * Finding mentions. In: text, language, date and the names index (one JSON string). Out: mentions, each one
 * resolved to an entity with its evidence, and what was refused. Pure: no DOM, no browser API; imports only
 * the dataset's types. `compile*.ts` is for build time and is not imported here.
 */
import { NamesIndex } from "./read-index";
import { type Findings, Session, Tools } from "./session";
import type { MentionInput } from "./types";

export { explainMention } from "./explain";
export type { Findings, Session } from "./session";
export { hasTrigger } from "./trigger";
export type { Evidence, Mention, MentionInput, Refusal } from "./types";

export interface Finder {
  /** Reads a whole text at once. */
  find(input: MentionInput): Findings;
  /** Opens an article that is read piece by piece and remembers who was introduced. */
  open(meta: Omit<MentionInput, "text">): Session;
}

/** The index is parsed when first needed, not here. */
export function createFinder(indexJson: string): Finder {
  let tools: Tools | null = null;
  const open = (meta: Omit<MentionInput, "text">): Session => {
    tools ??= new Tools(new NamesIndex(indexJson));
    return new Session(tools, meta);
  };
  return { open, find: (input) => open(input).scan(input.text) };
}
