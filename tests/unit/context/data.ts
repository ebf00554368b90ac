/** Cards of the real dataset, compiled once for the tests of one file. */
import { join } from "node:path";
import { buildCard, type CardModel, type ContextOptions } from "../../../lib/context";
import { compileStore, loadDataset, readDataFiles } from "../../../lib/dataset";
import type { SourceGroup } from "../../../lib/dataset/records";
import { type ContextStore, createStore } from "../../../lib/dataset/store";
import { options } from "./fixtures";

let opened: { store: ContextStore; entities: string[] } | undefined;

function open() {
  if (opened) return opened;
  const files = readDataFiles(join(import.meta.dirname, "../../../data"));
  const { dataset } = loadDataset(files);
  if (!dataset) throw new Error("the dataset cannot be read");
  opened = { store: createStore(compileStore(dataset, files)), entities: [...dataset.entities.keys()] };
  return opened;
}

/** Ids of all entities. */
export function entities(): string[] {
  return open().entities;
}

/** What the background would tell pages not to mark. */
export function emptyEntities(hiddenGroups: SourceGroup[]): string[] {
  return open().store.emptyEntities(hiddenGroups, []);
}

export function realCard(entity: string, asOf: string, fields: Partial<ContextOptions> = {}): CardModel {
  const { records, sources, header } = open().store.bundle([entity]);
  const [record] = records;
  if (!record) throw new Error(`no entity ${entity}`);
  return buildCard(record, sources, header, options({ asOf, today: "2026-09-01", ...fields }));
}

export function heldBy(model: CardModel): (string | null)[] {
  return model.holders.filter((one) => one.standing === "then" || one.standing === "unknown").map((one) => one.person);
}

export function listsThen(model: CardModel): string[] {
  return model.listings.filter((one) => one.standing === "then").map((one) => one.list);
}
