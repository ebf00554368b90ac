import { buildCard, type CardModel, type ContextOptions } from "../../lib/context";
import type { EntityRecord, RecordBundle, SourceRecord } from "../../lib/dataset/records";
import { askBackground } from "../../lib/messages";
import { localDay, type Settings } from "../../lib/settings";

/** The records this page has asked for; hovering never waits for a message. */
export class PageEntities {
  readonly #records = new Map<string, EntityRecord>();
  readonly #sources = new Map<string, SourceRecord>();
  #header: RecordBundle["header"] | null = null;
  /** Entities with nothing left to show under the reader's source choice. */
  #empty: ReadonlySet<string> = new Set();
  /** How often it was asked which these are: answers may overtake each other. */
  #asked = 0;

  /** Asks for the records not yet here. Resolves to false when the background did not answer. */
  async load(entities: Iterable<string>): Promise<boolean> {
    const missing = [...new Set(entities)].filter((entity) => !this.#records.has(entity));
    for (let from = 0; from < missing.length; from += 200) {
      const bundle = await askBackground({ type: "records", entities: missing.slice(from, from + 200) });
      if (!bundle) return false;
      this.#header = bundle.header;
      for (const record of bundle.records) this.#records.set(record.id, record);
      for (const source of bundle.sources) this.#sources.set(source.id, source);
    }
    return true;
  }

  /** Reads anew which entities the reader's source choice leaves empty; keeps the last answer if there is none. */
  async loadEmpty(settings: Settings): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    if (settings.hiddenGroups.length + settings.hiddenSources.length === 0) {
      this.#empty = new Set();
      return;
    }
    const empty = await askBackground({ type: "empty-entities" });
    if (empty && turn === this.#asked) this.#empty = new Set(empty);
  }

  has(entity: string): boolean {
    return this.#records.has(entity) && !this.#empty.has(entity);
  }

  title(entity: string, language: "en" | "es"): string {
    const title = this.#records.get(entity)?.title;
    return title ? (title[language] ?? title.en) : entity;
  }

  /** The card of an entity, or null where its record is not here. */
  card(entity: string, settings: Settings, asOf: string | null, language: "en" | "es"): CardModel | null {
    const record = this.#records.get(entity);
    if (!record || !this.#header) return null;
    const options: ContextOptions = {
      asOf,
      today: localDay(new Date()),
      language,
      hiddenGroups: new Set(settings.hiddenGroups),
      hiddenSources: new Set(settings.hiddenSources),
    };
    return buildCard(record, [...this.#sources.values()], this.#header, options);
  }
}
