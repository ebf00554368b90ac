/** All rules together: what `npm run data -- check` runs and what the build refuses to go past. */
import type { DataFile, Dataset, Problem } from "./dataset";
import { formatCanonical } from "./format";
import { historyIsKept } from "./history";
import { loadDataset } from "./load";
import * as coverage from "./rules/coverage";
import * as dates from "./rules/dates";
import * as references from "./rules/references";
import * as texts from "./rules/texts";
import * as truth from "./rules/truth";
import * as wording from "./rules/wording";

/** Rules that look across records; each takes the whole dataset and says what is wrong. */
export const rules: ((dataset: Dataset) => Problem[])[] = [
  references.sourcesResolve,
  references.pagesAreOneSource,
  references.entitiesResolve,
  references.idsFitTheirPlace,
  references.summariesRest,
  dates.intervalsAreOrdered,
  dates.eventsAreMoments,
  dates.oneHolderAtATime,
  truth.lawCitesItsText,
  truth.positionsAreAttributed,
  truth.nothingOnWeakCopiesAlone,
  truth.disputesAreMutual,
  texts.statementsAreSentences,
  texts.quotesAreCurly,
  texts.nothingBanned,
  texts.everythingFilledIn,
  wording.acronymsAreExplained,
  wording.datesAreInOneStyle,
  wording.wordsDoNotLean,
  wording.labelsAreAttributed,
  coverage.noOrphanEntities,
  coverage.noOrphanSources,
  coverage.personsHoldOffice,
  coverage.doubtfulNamesHaveCounterExamples,
  coverage.examplesMarkTheirForm,
];

/** A line as a person can read it: an editor may have put a whole file on one. */
function excerpt(line: string | undefined): string {
  if (line === undefined) return "the end of the file";
  return line.length > 120 ? `${line.trim().slice(0, 120)}…` : line.trim();
}

/** Every JSON file is written the canonical way, byte for byte. */
export function filesAreCanonical(files: DataFile[]): Problem[] {
  return files.flatMap((file) => {
    if (!file.path.endsWith(".json") || file.path.startsWith("language/")) return [];
    let canonical: string;
    try {
      canonical = formatCanonical(JSON.parse(file.text));
    } catch {
      return []; // The loader reports what is not JSON.
    }
    if (canonical === file.text) return [];
    const written = file.text.split("\n");
    const line = canonical.split("\n").findIndex((text, index) => text !== written[index]);
    return [
      {
        rule: "canonical",
        file: file.path,
        path: `line ${line + 1}`,
        expected: `${excerpt(canonical.split("\n")[line])} (npm run data -- format writes it)`,
        found: excerpt(written[line]),
      },
    ];
  });
}

/** Loads files and runs every rule over them. */
export function checkFiles(files: DataFile[]): { dataset: Dataset | undefined; problems: Problem[] } {
  const { dataset, problems } = loadDataset(files);
  const found = [...problems, ...filesAreCanonical(files)];
  if (dataset === undefined) return { dataset, problems: found };
  for (const rule of rules) found.push(...rule(dataset));
  found.push(...historyIsKept(dataset, files));
  return { dataset, problems: found };
}
