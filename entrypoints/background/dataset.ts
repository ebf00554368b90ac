import { header } from "../../lib/dataset/generated/header";
import { indexJson, shards, sourcesJson, supportJson } from "../../lib/dataset/generated/store";
import { type ContextStore, createStore } from "../../lib/dataset/store";

let opened: ContextStore | null = null;

/** The store, opened on first use: a background that wakes for a badge parses nothing. */
export function datasetStore(): ContextStore {
  opened ??= createStore({ header, shards, sourcesJson, indexJson, supportJson });
  return opened;
}
