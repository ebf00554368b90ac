/** The page's language: what it declares, corrected where its words plainly say otherwise. */
import { attributeOf, rootOf } from "./safe-dom";
import { type Meta, metaOf } from "./structured-data";

export type PageLanguage = "en" | "es" | "other";

/** Frequent words that the other language and its neighbours (Portuguese, French, Italian …) lack. */
const stopWords = {
  en: "the and of to that was with for is on as his by they this have from are were which said".split(" "),
  es: "el los las del y una con sus fue más también según este esta dijo hay muy".split(" "),
  // Words that speak for neither: frequent in the neighbours.
  other:
    "o os um uma não em dos das pelo le les des et une dans pour il gli della che di der die und ist het een van yang".split(
      " ",
    ),
};

/** How often `words` stand in `text`, which is in lower case. Plain search: no expression to compile, no list of words. */
export function countWords(text: string, words: readonly string[]): number {
  let count = 0;
  for (const word of words) {
    const wanted = ` ${word} `;
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + word.length)) count += 1;
  }
  return count;
}

/** Guesses from words alone; null when nothing is plain, as in short or other texts. Looks at the first 6,000 units. */
export function guessLanguage(text: string): PageLanguage | null {
  const start = text.slice(0, 6000).toLowerCase().replaceAll("\n", " ");
  const length = start.length / 6;
  if (length < 40) return null;
  const english = countWords(start, stopWords.en) / length;
  const spanish = countWords(start, stopWords.es) / length;
  const other = countWords(start, stopWords.other) / length;
  if (english > 0.1 && english > 3 * (spanish + other)) return "en";
  if (spanish > 0.06 && spanish > 3 * english && spanish > 1.5 * other) return "es";
  if (other > 0.06 && other > 2 * (english + spanish)) return "other";
  return null;
}

function ofTag(tag: string | null): PageLanguage | null {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (!primary || primary === "und" || primary === "mul") return null;
  if (primary === "en" || primary === "es") return primary;
  return /^[a-z]{2,3}$/.test(primary) ? "other" : null;
}

/** DOM edge: the language tag that the page declares, such as "en-GB". */
export function declaredLanguage(document: Document, metas: readonly Meta[]): string | null {
  const root = rootOf(document);
  const attribute = root && (attributeOf(root, "lang") || attributeOf(root, "xml:lang"));
  return attribute || metaOf(metas, "content-language", "og:locale", "language", "inlanguage");
}

/** Plain words outweigh the declaration: templates declare "en" over Spanish stories. */
export function decideLanguage(declared: string | null, text: string): PageLanguage {
  return guessLanguage(text) ?? ofTag(declared) ?? "other";
}
