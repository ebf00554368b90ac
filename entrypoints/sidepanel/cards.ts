import { signal } from "@preact/signals";
import { buildCard, type CardModel } from "../../lib/context";
import type { EntityRecord, RecordBundle, SourceRecord } from "../../lib/dataset/records";
import { askBackground } from "../../lib/messages";
import { localDay, type Settings } from "../../lib/settings";

const records = new Map<string, EntityRecord>();
const sources = new Map<string, SourceRecord>();
let header: RecordBundle["header"] | null = null;
/** Grows with each answer, so that views that read it are drawn again. */
export const loaded = signal(0);

/** Asks for the records that are not here yet. */
export async function load(entities: readonly string[]): Promise<void> {
  const missing = entities.filter((entity) => !records.has(entity));
  for (let from = 0; from < missing.length; from += 200) {
    const bundle = await askBackground({ type: "records", entities: missing.slice(from, from + 200) });
    if (!bundle) return;
    header = bundle.header;
    for (const record of bundle.records) records.set(record.id, record);
    for (const source of bundle.sources) sources.set(source.id, source);
  }
  loaded.value += 1;
}

/** A card for a day, or null while its record is not here. */
export function cardOf(
  entity: string,
  settings: Settings,
  asOf: string | null,
  language: "en" | "es",
): CardModel | null {
  const record = records.get(entity);
  if (!record || !header) return null;
  return buildCard(record, [...sources.values()], header, {
    asOf,
    today: localDay(new Date()),
    language,
    hiddenGroups: new Set(settings.hiddenGroups),
    hiddenSources: new Set(settings.hiddenSources),
  });
}
