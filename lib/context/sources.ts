/** The reader's choice of sources, and the numbering of those that a card shows. */
import type { CitationRecord, EntityRecord, PartialDate, SourceRecord } from "../dataset/records";
import { oldest } from "../time";
import type { CardSource, ContextOptions } from "./types";

type SourceChoice = Pick<ContextOptions, "hiddenGroups" | "hiddenSources">;

/** What one record's sentences rest on in use, and the numbers given to their sources in order of first use. */
export class SourceBook {
  readonly shown: CardSource[] = [];
  private readonly sources: ReadonlyMap<string, SourceRecord>;
  /** By id of statement, membership, listing or summary: its citations of sources that are on. */
  private readonly citations = new Map<string, CitationRecord[]>();
  private readonly places = new Map<string, number>();

  constructor(record: EntityRecord, sources: readonly SourceRecord[], choice: SourceChoice) {
    const { hiddenGroups, hiddenSources } = choice;
    const enabled = sources.filter(({ id, group }) => !hiddenGroups.has(group) && !hiddenSources.has(id));
    this.sources = new Map(enabled.map((source) => [source.id, source]));
    for (const part of [record.statements, record.memberships, record.listings, record.disputeStatements]) {
      for (const { id, sources: cited } of part) {
        this.citations.set(
          id,
          cited.filter(({ source }) => this.sources.has(source)),
        );
      }
    }
  }

  private of(id: string): CitationRecord[] {
    return this.citations.get(id) ?? [];
  }

  /** A sentence lives while one of its sources is on. */
  lives(id: string): boolean {
    return this.of(id).length > 0;
  }

  /** How many of its sources are on. */
  countOf(id: string): number {
    return this.of(id).length;
  }

  /** How many sentences the reader's choice withdraws. */
  hidden(): number {
    return [...this.citations.values()].filter((cited) => cited.length === 0).length;
  }

  /** Lets one sentence rest on what others rest on. */
  join(id: string, others: readonly string[]): void {
    this.citations.set(
      id,
      others.flatMap((other) => this.of(other)),
    );
  }

  /** Gives items the numbers (from 0) of their sources; sources new to the card join at its end. */
  number(items: readonly { id: string; sources: number[] }[]): void {
    for (const item of items) {
      const numbers = this.of(item.id).map(({ source: id }) => {
        const source = this.sources.get(id);
        if (source && !this.places.has(id)) {
          this.places.set(id, this.shown.length);
          this.shown.push({ ...source, number: this.shown.length + 1 });
        }
        return this.places.get(id) ?? 0;
      });
      item.sources = [...new Set(numbers)].sort((a, b) => a - b);
    }
  }

  /** True when no source in use supports the whole sentence. */
  inPart(id: string): boolean {
    return !this.of(id).some(({ supports }) => supports === "full");
  }

  /**
   * The oldest date on which a source in use is known to have said the whole of it. A living page's date
   * says when it was last touched, not since when it says so.
   */
  knownSince(id: string): PartialDate | null {
    const dates = this.of(id).flatMap(({ source, supports }) => {
      const { published, living } = this.sources.get(source) ?? {};
      return supports === "full" && published && !living ? published : [];
    });
    return oldest(dates);
  }
}
