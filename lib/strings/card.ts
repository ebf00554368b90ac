/**
 * The strings of the card alone, in English: all that the content script carries. The Spanish ones come from the background
 * when a reader's language asks for them.
 */
import type { Messages } from "@lingui/core";
import { type Strings, stringsOf } from "./create";
import { en } from "./generated/card-en";

export type { Strings } from "./create";

/** Words in `language`, as they came from the background; in English where they did not come. */
export function createStrings(language: "en" | "es", messages: Messages | null): Strings {
  return language === "en" || !messages ? stringsOf("en", en) : stringsOf(language, messages);
}
