/** The compiled dataset and finder, as the extension has them, for the command-line tools. */
import { unpackStore } from "../../lib/dataset/packed";
import { type ContextStore, createStore } from "../../lib/dataset/store";
import { createFinder, type Finder } from "../../lib/mentions";
import { ensureGenerated } from "./generate";

export interface Compiled {
  store: ContextStore;
  finder: Finder;
}

/** Compiles what is out of date, then opens store and finder. */
export async function openCompiled(): Promise<Compiled> {
  await ensureGenerated();
  const { header } = await import("../../lib/dataset/generated/header");
  const { packedStore } = await import("../../lib/dataset/generated/store");
  const { default: namesIndex } = await import("../../lib/dataset/generated/names-index");
  return {
    store: createStore({ header, ...(await unpackStore(packedStore())) }),
    finder: createFinder(namesIndex),
  };
}
