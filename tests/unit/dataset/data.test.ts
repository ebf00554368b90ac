/** The real dataset: nothing wrong in it, every file read, and a store that answers for each entity. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../../lib/dataset/check";
import { compileStore, nameSources } from "../../../lib/dataset/compile";
import { RecordMaker } from "../../../lib/dataset/compile-records";
import { fieldOrder, formatCanonical } from "../../../lib/dataset/format";
import { jsonSchemas } from "../../../lib/dataset/json-schema";
import { readDataFiles } from "../../../lib/dataset/load";
import { makeReport } from "../../../lib/dataset/report";
import { createStore } from "../../../lib/dataset/store";

const folder = join(import.meta.dirname, "../../../data");
const files = readDataFiles(folder);
const { dataset, problems } = checkFiles(files);
const data = dataset!;
const compiled = compileStore(data, files);
const store = createStore(compiled);

test("check finds nothing wrong", () => {
  expect(
    problems.map(({ file, path, rule, expected, found }) => `${file} ${path} [${rule}] ${expected}: ${found}`),
  ).toEqual([]);
});

test("what the store hands out is what was made, whole", () => {
  const maker = new RecordMaker(data);
  const altered = [...data.entities.values()].filter(
    (entity) =>
      !isDeepStrictEqual(store.bundle([entity.id]).records[0], JSON.parse(JSON.stringify(maker.record(entity)))),
  );
  expect(altered.map(({ id }) => id)).toEqual([]);
});

test("editors’ schemas are current", () => {
  for (const [name, value] of Object.entries(jsonSchemas()))
    expect(readFileSync(join(folder, "schema", name), "utf8"), name).toBe(formatCanonical(value));
});

test("every field of the schema has its place in the fixed order", () => {
  const fields = new Set<string>();
  const collect = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    const { properties } = value as { properties?: Record<string, unknown> };
    for (const field of Object.keys(properties ?? {})) fields.add(field);
    for (const child of Object.values(value)) collect(child);
  };
  const { entity, family, source, dispute, header } = Object.fromEntries(
    Object.entries(jsonSchemas()).map(([name, value]) => [name.replace(".json", ""), value]),
  );
  collect([entity, family, source, dispute, header]);
  for (const kind of [
    "definition",
    "policy",
    "event",
    "number",
    "ruling",
    "position",
    "status",
    "role",
    "membership",
    "listing",
  ])
    fields.delete(kind); // keys of shelfLifeDays, sorted by letter
  expect([...fields].filter((field) => !(fieldOrder as readonly string[]).includes(field))).toEqual([]);
});

test("the dataset is as large as it should be", () => {
  const report = makeReport(data, files, "2026-11-24", 0);
  const total = Object.values(report.entities).reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThanOrEqual(2050);
  expect(report.entities.jurisdiction).toBeGreaterThanOrEqual(375);
  expect(report.entities.person).toBeGreaterThanOrEqual(1480);
  expect(report.memberships).toBeGreaterThanOrEqual(1800);
});

test("the parent of every place below a state is its state", () => {
  const places = [...data.entities.values()].filter((entity) => entity.kind === "jurisdiction");
  const below = places.filter(({ level }) => level !== "state" && level !== "district");
  const astray = below.filter(({ parent, state }) => {
    const above = places.find(({ id }) => id === parent);
    return above?.level !== "state" || above.state !== state;
  });
  expect(below.length).toBeGreaterThan(300);
  expect(astray.map(({ id }) => id)).toEqual([]);
});

describe("the store", () => {
  test("knows every entity, and every record's sources", () => {
    for (const id of data.entities.keys()) {
      const { records, sources } = store.bundle([id]);
      expect(records.map((record) => record.id)).toEqual([id]);
      const known = new Set(sources.map((source) => source.id));
      const record = records[0]!;
      for (const list of [record.statements, record.disputeStatements, record.memberships, record.listings])
        for (const sentence of list) for (const { source } of sentence.sources) expect(known.has(source)).toBe(true);
    }
  });

  test("gives a mayor, with both names, for Chicago in July 2019", () => {
    const chicago = store.bundle(["chicago-il"]).records[0]!;
    const mayor = chicago.memberships.find(
      ({ post, start, end }) => post === "mayor-of-chicago" && start! <= "2019-07-01" && (end ?? "9") >= "2019-07-01",
    );
    expect(mayor).toMatchObject({ personName: "Lori Lightfoot", postTitle: { en: "Mayor of Chicago" }, seats: 1 });
    expect(chicago.parents.map((parent) => parent.id)).toEqual(["illinois"]);
    expect(chicago.listings.map((listing) => listing.list)).toContain("term-doj-sanctuary-list");
  });

  test("leaves unknown entities out and keeps the order asked for", () => {
    const { records } = store.bundle(["us-ice", "no-such-thing", "chicago-il", "us-ice"]);
    expect(records.map((record) => record.id)).toEqual(["us-ice", "chicago-il"]);
  });

  test("shows both sides of a dispute on either side's card", () => {
    const dispute = data.disputes[0]!;
    const [first, second] = dispute.parties.map((party) => party.statements[0]!);
    const owner = first!.replace(/\.s\d+$/, "");
    const record = store.bundle([owner]).records[0]!;
    const seen = new Set([...record.statements, ...record.disputeStatements].map((statement) => statement.id));
    expect(record.disputes.map((one) => one.id)).toContain(dispute.id);
    expect(seen.has(first!) && seen.has(second!)).toBe(true);
  });

  test("finds what is left empty when sources are off", () => {
    expect(store.emptyEntities([], [])).toEqual([]);
    const everything = store.emptyEntities(
      ["federal", "state-local", "court-law", "research", "news", "advocacy-enforcement", "advocacy-immigrant"],
      [],
    );
    expect(everything).toHaveLength(data.entities.size);
    const withoutNews = new Set(store.emptyEntities(["news"], []));
    for (const id of withoutNews) {
      const { records, sources } = store.bundle([id]);
      expect(
        records[0]!.statements.every((one) =>
          one.sources.every((cited) => sources.find((source) => source.id === cited.source)?.group === "news"),
        ),
      ).toBe(true);
    }
  });

  test("keeps no script of the bundle over the size that reviewers' tools read", () => {
    const bytes = Object.values(compiled.shards).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(bytes + Buffer.byteLength(compiled.sourcesJson) + Buffer.byteLength(compiled.supportJson)).toBeLessThan(
      4_000_000,
    );
  });
});

test("persons go to the names index with the posts they held", () => {
  const lightfoot = nameSources(data).find((one) => one.id === "lori-lightfoot")!;
  expect(lightfoot).toMatchObject({ given: "Lori", surname: "Lightfoot" });
  expect(lightfoot.held).toContainEqual(
    expect.objectContaining({ office: "mayor", organization: "chicago-il", state: "IL" }),
  );
});
