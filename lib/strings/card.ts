/** The strings of the card alone: all that the content script carries. */
import { type Strings, stringsOf } from "./create";
import { en, es } from "./generated/card";

export type { Strings } from "./create";

export function createStrings(language: "en" | "es"): Strings {
  return stringsOf(language, language === "es" ? es : en);
}
