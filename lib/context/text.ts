/** Text in the reader's language where it is written, else in English, and which of the two it is. */
import type { EntityRecord, EntityReference, Language, LocalizedText } from "../dataset/records";
import { formatPartialDate } from "../time";

export function localize(text: LocalizedText, language: Language): { text: string; language: Language } {
  return language === "es" && text.es !== undefined
    ? { text: text.es, language: "es" }
    : { text: text.en, language: "en" };
}

/** References by id to entities the record knows by name; others cannot be shown and are left out. */
export function referencesIn(record: EntityRecord): (ids: readonly string[] | undefined) => EntityReference[] {
  const known = new Map([...record.parents, ...record.related].map((reference) => [reference.id, reference]));
  return (ids = []) => ids.flatMap((id) => known.get(id) ?? []);
}

const partOfWord = /[\p{L}\p{N}-]/u;

/** Where a text names a date as exactly as it is known, so that it need not be said again before it. */
export function dateInText(text: string, date: string, language: Language): { start: number; end: number } | null {
  const words = formatPartialDate(date, language);
  const start = text.indexOf(words);
  const end = start + words.length;
  // "2019" in "2019-20" is another year.
  const whole = !partOfWord.test(text[start - 1] ?? "") && !partOfWord.test(text[end] ?? "");
  return start >= 0 && whole ? { start, end } : null;
}
