/**
 * The dataset room. In: the files of `data/`. Out: a checked dataset, the compiled context store, the facts for
 * the names index, and at run time the store that the background opens (`store.ts`, from what `packed.ts` inflates;
 * types in `records.ts`).
 * May not import: any other room except the types of `lib/mentions/names-index` and `lib/time`; no DOM, no browser API but the
 * streams that Node has too.
 * Only `store.ts`, `packed.ts` and `records.ts` may be bundled into the extension; the rest runs in Node.
 */
export { type CompiledStore, compileStore, nameSources } from "./compile";
export type { DataFile, Dataset, Problem } from "./dataset";
export { formatCanonical } from "./format";
export { loadDataset, readDataFiles } from "./load";
