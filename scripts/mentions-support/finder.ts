/** The finder as a build would make it, from `data/` as it is now: for scoring and for tests. */
import { join } from "node:path";
import { loadDataset, nameSources, readDataFiles } from "../../lib/dataset";
import { createFinder, type Finder } from "../../lib/mentions";
import { compileNamesIndex } from "../../lib/mentions/compile";
import type { NameSource } from "../../lib/mentions/names-index";
import { readLanguageData } from "../language-data";

export interface FinderFromData {
  finder: Finder;
  indexJson: string;
  sources: NameSource[];
}

export function finderFromData(root: string): FinderFromData {
  const { dataset, problems } = loadDataset(readDataFiles(join(root, "data")));
  if (!dataset) throw new Error(`data/ cannot be read: ${problems.map((problem) => problem.file).join(", ")}`);
  const sources = nameSources(dataset);
  const indexJson = compileNamesIndex(sources, readLanguageData(join(root, "data/language")));
  return { finder: createFinder(indexJson), indexJson, sources };
}
