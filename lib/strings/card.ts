/**
 * The strings of the card for pages. Their scripts carry none: the background sends them with the first records, for without
 * those there is no card either.
 */
import type { Messages } from "@lingui/core";
import { type Strings, stringsOf } from "./create";

export type { Strings } from "./create";

/** Words in `language`, as they came from the background. */
export function createStrings(language: "en" | "es", messages: Record<string, unknown>): Strings {
  return stringsOf(language, messages as Messages);
}
