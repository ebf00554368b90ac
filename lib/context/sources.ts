/** The reader's choice of sources, and the numbering of those that a card shows. */
import type { CitationRecord, EntityRecord, PartialDate, SourceRecord } from "../dataset/records";
import { oldest } from "../time";
import type { CardSource, ContextOptions } from "./types";

export type SourceChoice = Pick<ContextOptions, "hiddenGroups" | "hiddenSources">;

interface Sourced {
  id: string;
  sources: CitationRecord[];
}

/** Which citations are in use, and the numbers given to their sources in order of first use. */
export class SourceBook {
  readonly shown: CardSource[] = [];
  private readonly enabled = new Map<string, SourceRecord>();
  private readonly places = new Map<string, number>();

  constructor(sources: readonly SourceRecord[], choice: SourceChoice) {
    for (const source of sources) {
      if (choice.hiddenGroups.has(source.group) || choice.hiddenSources.has(source.id)) continue;
      this.enabled.set(source.id, source);
    }
  }

  /** A sentence lives while one of its sources is on. */
  lives(item: Sourced): boolean {
    return item.sources.some((citation) => this.enabled.has(citation.source));
  }

  /** The numbers (from 0) of an item's sources that are on; sources new to the card join at its end. */
  cite(item: Sourced): number[] {
    const cited = new Set<number>();
    for (const { source: id } of item.sources) {
      const source = this.enabled.get(id);
      if (!source) continue;
      let place = this.places.get(id);
      if (place === undefined) {
        place = this.shown.length;
        this.places.set(id, place);
        this.shown.push({ ...source, number: place + 1 });
      }
      cited.add(place);
    }
    return [...cited].sort((a, b) => a - b);
  }

  /** True when no source in use supports the whole sentence. */
  inPart(item: Sourced): boolean {
    return !item.sources.some((citation) => citation.supports === "full" && this.enabled.has(citation.source));
  }

  /**
   * The oldest date on which a source in use is known to have said the whole of it. A living page's date
   * says when it was last touched, not since when it says so.
   */
  knownSince(item: Sourced): PartialDate | null {
    const dates: PartialDate[] = [];
    for (const citation of item.sources) {
      const source = citation.supports === "full" ? this.enabled.get(citation.source) : undefined;
      if (source?.published && !source.living) dates.push(source.published);
    }
    return oldest(dates);
  }
}

/** Everything in a record that rests on sources, each once. */
export function sourcedItems(record: EntityRecord): Sourced[] {
  const items = [...record.statements, ...record.memberships, ...record.listings, ...record.disputeStatements];
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** Whether the choice of sources leaves a card something to show; without it the entity is not marked. */
export function hasSomethingToShow(
  record: EntityRecord,
  sources: readonly SourceRecord[],
  choice: SourceChoice,
): boolean {
  const book = new SourceBook(sources, choice);
  return [...record.statements, ...record.memberships, ...record.listings].some((item) => book.lives(item));
}
