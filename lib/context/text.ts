/** Text in the reader's language where it is written, else in English, and which of the two it is. */
import type { EntityRecord, EntityReference, Language, LocalizedText } from "../dataset/records";

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
