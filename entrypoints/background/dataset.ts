import { header } from "../../lib/dataset/generated/header";
import { packedStore } from "../../lib/dataset/generated/store";
import { unpackStore } from "../../lib/dataset/packed";
import { type ContextStore, createStore } from "../../lib/dataset/store";

let opened: Promise<ContextStore> | null = null;

/** The store, opened on first use: a background that wakes for a badge unpacks and parses nothing. */
export function datasetStore(): Promise<ContextStore> {
  opened ??= unpackStore(packedStore())
    .then((modules) => createStore({ header, ...modules }))
    .catch((error: unknown) => {
      opened = null;
      throw error;
    });
  return opened;
}
