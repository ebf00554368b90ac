/** The page's language: what it declares, corrected where its words plainly say otherwise. */
import { attributeOf, rootOf } from "./safe-dom";
import { type Meta, metaOf } from "./structured-data";

export type PageLanguage = "en" | "es" | "other";

/** Frequent words that the other language and its neighbours (Portuguese, French, Italian) lack. */
const stopWords: Record<"en" | "es", Set<string>> = {
  en: new Set(
    "the and of to was that with for is on as his her by they this have from are were not which said".split(" "),
  ),
  es: new Set(
    "el los las del y una por con para su sus fue pero más también según este esta dijo hay muy son".split(" "),
  ),
};
/** Words that speak for neither: they are frequent in the neighbours of Spanish. */
const otherWords = new Set(
  "o os um uma não em dos das pelo ou le les des et une dans est pour il gli della che di der die das und ist nicht het een van yang dan".split(
    " ",
  ),
);

/** Guesses from words alone; null when nothing is plain, as in short or other texts. Looks at the first 6,000 characters. */
export function guessLanguage(text: string): PageLanguage | null {
  const words =
    text
      .slice(0, 6000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < 40) return null;
  let english = 0;
  let spanish = 0;
  let other = 0;
  for (const word of words) {
    if (stopWords.en.has(word)) english += 1;
    if (stopWords.es.has(word)) spanish += 1;
    if (otherWords.has(word)) other += 1;
  }
  const share = (count: number) => count / words.length;
  if (share(english) > 0.12 && english > 3 * (spanish + other)) return "en";
  if (share(spanish) > 0.08 && spanish > 3 * english && spanish > 1.5 * other) return "es";
  if (share(other) > 0.08 && other > 2 * (english + spanish)) return "other";
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
