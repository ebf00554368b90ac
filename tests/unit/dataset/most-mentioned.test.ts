/** What most readers will read: each of the 120 entities that news mentions most says enough, and leads on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildCard } from "../../../lib/context/index";
import { compileStore } from "../../../lib/dataset/compile";
import { isShown } from "../../../lib/dataset/dataset";
import { loadDataset, readDataFiles } from "../../../lib/dataset/load";
import { createStore } from "../../../lib/dataset/store";

const root = join(import.meta.dirname, "../../..");
const files = readDataFiles(join(root, "data"));
const data = loadDataset(files).dataset!;
const store = createStore(compileStore(data, files));
const ids = readFileSync(join(root, "docs/most-mentioned.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));

/** Entities allowed a single statement, each with its reason; there are none, and one needs a good reason. */
const fewStatements: Record<string, string> = {};

const entityOf = (id: string) => data.entities.get(id)!;

test("the list has 120 entities, each once and each in the data", () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(120);
  expect(ids.filter((id) => !data.entities.has(id))).toEqual([]);
});

test("it covers agencies, places, officials, and terms and laws", () => {
  const kinds = new Map<string, number>();
  for (const id of ids) kinds.set(entityOf(id).kind, (kinds.get(entityOf(id).kind) ?? 0) + 1);
  expect(kinds.get("jurisdiction")).toBeGreaterThanOrEqual(60);
  expect(kinds.get("organization")).toBeGreaterThanOrEqual(10);
  expect(kinds.get("person")).toBeGreaterThanOrEqual(25);
  expect((kinds.get("term") ?? 0) + (kinds.get("law") ?? 0)).toBeGreaterThanOrEqual(15);
});

describe.each(ids)("%s", (id) => {
  test("has a summary", () => {
    expect(entityOf(id).summary?.en ?? "").not.toBe("");
  });

  test("says at least two things, each with a source read at its publisher", () => {
    const shown = entityOf(id).statements.filter(isShown);
    if (fewStatements[id] === undefined) expect(shown.length).toBeGreaterThanOrEqual(2);
    for (const { sources } of shown)
      expect(sources.some(({ source }) => data.sources.get(source)?.weakCopy !== true)).toBe(true);
  });

  test("leads on to related entities", () => {
    const entity = entityOf(id);
    const related = new Set([...(entity.related ?? []), ...entity.statements.flatMap((one) => one.related ?? [])]);
    expect(related.size).toBeGreaterThanOrEqual(2);
  });

  test("has what it says in Spanish either whole or not at all", () => {
    const entity = entityOf(id);
    const written = [...entity.statements.filter(isShown).map((one) => one.text.es), entity.summary?.es];
    const inSpanish = written.filter((text) => text !== undefined).length;
    if (entity.summary?.es !== undefined) expect(inSpanish).toBe(written.length);
  });

  test("has a card that says something in July 2019 and in June 2026", () => {
    const { records, sources, header } = store.bundle([id]);
    for (const asOf of ["2019-07-15", "2026-06-01"]) {
      const card = buildCard(records[0]!, sources, header, {
        asOf,
        today: "2026-11-24",
        language: "en",
        hiddenGroups: new Set(),
        hiddenSources: new Set(),
      });
      const said = card.then.length + card.since.length + card.earlier.length + card.unclear.length;
      expect(said, asOf).toBeGreaterThan(0);
    }
  });
});
