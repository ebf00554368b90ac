/** The strings of the popup alone: it must be ready at once. */
import { type Strings, stringsOf } from "./create";
import { en, es } from "./generated/popup";

export function createPopupStrings(language: "en" | "es"): Strings {
  return stringsOf(language, language === "es" ? es : en);
}
