/** Counts and gaps: what the dataset holds, what is thin in it and what has grown old. */
import { compileStore, nameSources, newestDate } from "./compile";
import {
  type DataFile,
  type Dataset,
  isShown,
  listingsOf,
  membershipsOf,
  recordedListingsOf,
  recordedMembershipsOf,
  statementsOf,
} from "./dataset";
import type { Citation, Header } from "./schema";

export interface Report {
  version: string;
  entities: Record<string, number>;
  statements: number;
  statementsByKind: Record<string, number>;
  memberships: number;
  listings: number;
  disputes: number;
  sources: number;
  sourcesByGroup: Record<string, number>;
  sourcesByKind: Record<string, number>;
  names: Record<string, number>;
  /** Statements borne out by one publisher only. */
  singleSourced: number;
  /** Open-ended sentences older than the shelf life of their kind. */
  stale: number;
  staleIds: string[];
  /** Statements and summaries written in each language. */
  languages: Record<string, { statements: number; summaries: number; titles: number }>;
  withheld: number;
  withdrawn: number;
  newestChecked: string;
  statementsPerEntity: { none: number; one: number; twoToFive: number; more: number };
  bytes: { index: number; store: number };
}

function tally<Value>(values: Iterable<Value>, key: (value: Value) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([first], [second]) => (first < second ? -1 : 1)));
}

/** True where a thing said to last was last looked at longer ago than its kind keeps. */
export function isStale(
  sentence: { to: string | null; checked: string },
  kind: keyof Header["shelfLifeDays"],
  header: Header,
  today: string,
): boolean {
  const days = header.shelfLifeDays[kind];
  if (sentence.to !== null || days === undefined) return false;
  const { checked } = sentence;
  const last = checked.length === 4 ? `${checked}-12-31` : checked.length === 7 ? `${checked}-28` : checked;
  return Date.parse(`${today}T00:00:00Z`) - Date.parse(`${last}T00:00:00Z`) > days * 86_400_000;
}

function staleIds(dataset: Dataset, today: string): string[] {
  const { header } = dataset;
  return [
    ...statementsOf(dataset)
      .filter(({ statement }) => isShown(statement) && isStale(statement, statement.kind, header, today))
      .map(({ statement }) => statement.id),
    ...membershipsOf(dataset)
      .filter(({ membership: { end, checked } }) => isStale({ to: end, checked }, "membership", header, today))
      .map(({ membership }) => membership.id),
    ...listingsOf(dataset)
      .filter(({ listing }) => isStale(listing, "listing", header, today))
      .map(({ listing }) => listing.id),
  ];
}

/** One source, or several pages of one publisher: nobody independent bears it out. */
export function isSingleSourced(sources: Citation[], dataset: Dataset): boolean {
  return new Set(sources.map(({ source }) => dataset.sources.get(source)?.publisher ?? source)).size === 1;
}

/** Everything `npm run data -- report` prints. `indexBytes` comes from the mentions room's compiler. */
export function makeReport(dataset: Dataset, files: DataFile[], today: string, indexBytes: number): Report {
  const entities = [...dataset.entities.values()];
  const shown = statementsOf(dataset).filter(({ statement }) => isShown(statement));
  const memberships = membershipsOf(dataset);
  const listings = listingsOf(dataset);
  const sources = [...dataset.sources.values()];
  const store = compileStore(dataset, files);
  const stale = staleIds(dataset, today);
  const parts = [...Object.values(store.shards), store.sourcesJson, store.indexJson, store.supportJson];
  const count = (from: number, to: number): number =>
    entities.filter(({ statements }) => statements.length >= from && statements.length <= to).length;
  return {
    version: dataset.header.version,
    entities: tally(entities, (entity) => entity.kind),
    statements: shown.length,
    statementsByKind: tally(shown, ({ statement }) => statement.kind),
    memberships: memberships.length,
    listings: listings.length,
    disputes: dataset.disputes.length,
    sources: sources.length,
    sourcesByGroup: tally(sources, (source) => source.group),
    sourcesByKind: tally(sources, (source) => source.kind),
    names: tally(
      nameSources(dataset).flatMap((entity) => entity.names),
      (name) => name.language,
    ),
    singleSourced: shown.filter(({ statement }) => isSingleSourced(statement.sources, dataset)).length,
    stale: stale.length,
    staleIds: stale,
    languages: {
      en: {
        statements: shown.length,
        summaries: entities.filter((entity) => entity.summary !== undefined).length,
        titles: entities.length,
      },
      es: {
        statements: shown.filter(({ statement }) => statement.text.es !== undefined).length,
        summaries: entities.filter((entity) => entity.summary?.es !== undefined).length,
        titles: entities.filter((entity) => entity.title?.es !== undefined).length,
      },
    },
    withheld: dataset.withheld.withheld.length,
    withdrawn:
      statementsOf(dataset).filter(({ statement }) => statement.withdrawn !== undefined).length +
      (recordedMembershipsOf(dataset).length - memberships.length) +
      (recordedListingsOf(dataset).length - listings.length),
    newestChecked: newestDate([
      ...shown.map(({ statement }) => statement.checked),
      ...memberships.map(({ membership }) => membership.checked),
      ...listings.map(({ listing }) => listing.checked),
    ]),
    statementsPerEntity: { none: count(0, 0), one: count(1, 1), twoToFive: count(2, 5), more: count(6, 1000) },
    bytes: { index: indexBytes, store: parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0) },
  };
}

/** The report as lines of text. */
export function writeReport(report: Report): string {
  const list = (counts: Record<string, number>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(", ");
  const total = Object.values(report.entities).reduce((sum, count) => sum + count, 0);
  const { none, one, twoToFive, more } = report.statementsPerEntity;
  return [
    `dataset ${report.version}, newest check ${report.newestChecked}`,
    `${total} entities: ${list(report.entities)}`,
    `${report.statements} statements (${list(report.statementsByKind)})`,
    `  per entity: ${none} have none, ${one} one, ${twoToFive} two to five, ${more} more`,
    `  ${report.singleSourced} rest on a single source; ${report.withdrawn} withdrawn; ${report.withheld} facts withheld`,
    `${report.memberships} memberships, ${report.listings} listings, ${report.disputes} disputes`,
    `${report.sources} sources by group: ${list(report.sourcesByGroup)}`,
    `  by kind: ${list(report.sourcesByKind)}`,
    `names by language: ${list(report.names)}`,
    `written in Spanish: ${report.languages.es?.statements ?? 0} statements, ${report.languages.es?.summaries ?? 0} summaries`,
    `stale by shelf life: ${report.stale}${report.stale > 0 ? ` (first: ${report.staleIds.slice(0, 5).join(", ")})` : ""}`,
    `bytes: index ${report.bytes.index}, store ${report.bytes.store}`,
  ].join("\n");
}
