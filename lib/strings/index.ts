/**
 * ROOM strings. In: the reader's language. Out: every text of ours that a reader sees, in English and Spanish, with plurals and
 * dates by Intl. Catalogues are `card.json` and `pages.json` here and `messages.json` of lib/context, as {id: {en, es}} in ICU
 * syntax, compiled by scripts/compile-strings.ts. May import no other room.
 */
import { type Strings, stringsOf } from "./create";
import * as card from "./generated/card";
import * as pages from "./generated/pages";

export { chosenLanguage, type Strings } from "./create";

/** The strings of the extension's own pages, the card's among them. */
export function createPageStrings(language: "en" | "es"): Strings {
  const messages = language === "es" ? { ...card.es, ...pages.es } : { ...card.en, ...pages.en };
  return stringsOf(language, messages);
}
