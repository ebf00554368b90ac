/** Age and independence, as the report counts them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatCanonical } from "../../../lib/dataset/format";
import { loadDataset } from "../../../lib/dataset/load";
import { isSingleSourced, isStale, makeReport } from "../../../lib/dataset/report";
import { refuses, scaffold } from "../../../lib/dataset/scaffold";
import { entity } from "../../../lib/dataset/schema";

const accepted = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../fixtures/dataset/accepted.json"), "utf8"),
) as Record<string, unknown>;
const files = Object.entries(accepted).map(([path, value]) => ({ path, text: formatCanonical(value) }));
const dataset = loadDataset(files).dataset!;

test.each([
  ["2020-01-01", null, "2020-12-31", false],
  ["2020-01-01", null, "2021-01-02", true],
  ["2020-01-01", "2020-01-01", "2030-01-01", false],
  ["2020", null, "2021-12-30", false],
])("a status checked %s that ends %s is stale on %s: %s", (checked, to, today, expected) => {
  expect(isStale({ checked, to }, "status", dataset.header, today)).toBe(expected);
});

test("two pages of one publisher are one source", () => {
  expect(isSingleSourced([{ source: "herald-2020", supports: "full" }], dataset)).toBe(true);
  expect(
    isSingleSourced(
      [
        { source: "herald-2020", supports: "full" },
        { source: "order-2020", supports: "part" },
      ],
      dataset,
    ),
  ).toBe(false);
});

test("the report counts what is there, against a clock that can be fixed", () => {
  const report = makeReport(dataset, files, "2026-01-01", 7);
  expect(report).toMatchObject({
    entities: { jurisdiction: 1, list: 1, person: 2, post: 1 },
    statements: 4,
    memberships: 2,
    listings: 1,
    disputes: 1,
    sources: 3,
    names: { any: 3, en: 2 },
    newestChecked: "2020-02-01",
    bytes: { index: 7 },
  });
  expect(report.staleIds).toContain("springfield-il.s01");
  expect(makeReport(dataset, files, "2020-02-02", 0).stale).toBe(0);
});

test.each([
  "organization",
  "jurisdiction",
  "person",
  "post",
  "list",
  "term",
  "law",
  "case",
  "operation",
  "number",
] as const)("a new %s parses, though it is not filled in", (kind) => {
  const { path, value } = scaffold(kind, kind === "post" ? "mayor-of-galena-il" : "galena-il", "2026-01-01");
  expect(entity.safeParse(value).error?.issues ?? []).toEqual([]);
  expect(path).toMatch(/galena-il\.json$/);
});

test("a place can only begin under the letters of its state", () => {
  expect(refuses("jurisdiction", "lake-county-in")).toBeUndefined();
  expect(refuses("jurisdiction", "lake-county")).toContain("two letters of its state");
  expect(refuses("person", "jane-doe")).toBeUndefined();
});

test("a post that belongs to no state stands among the federal ones, with a membership to fill in", () => {
  const { path, value } = scaffold("post", "director-of-us-thing", "2026-01-01");
  expect(path).toBe("posts/federal/director-of-us-thing.json");
  expect(value).toMatchObject({ memberships: [{ id: "director-of-us-thing.m01", person: "fill-in" }] });
});
