import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFiles } from "../../../lib/dataset/check";
import type { DataFile, Dataset } from "../../../lib/dataset/dataset";
import { formatCanonical } from "../../../lib/dataset/format";
import { loadDataset } from "../../../lib/dataset/load";
import { root } from "../../../scripts/tools/commands";
import { dearFuzzCases, fuzzTimeout } from "./cases";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Place = Record<string | number, Json>;

/** A small dataset with a record of each kind that breaks no rule. */
const accepted = JSON.parse(readFileSync(`${root}tests/fixtures/dataset/accepted.json`, "utf8")) as Record<
  string,
  Json
>;
const paths = Object.keys(accepted);

const hostile = fc.constantFrom<Json>(
  "javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "//example.org/x",
  " https://example.org/x",
  "HTTPS://example.org/x",
  "https://user:word@example.org/",
  "http://[::1]/",
  "https://",
  "<img src=x onerror=alert(1)>",
  "2019-02-31",
  "2019-13",
  "us-ice",
  "Us-Ice",
  "__proto__",
  "",
  null,
  -1,
  1e308,
  [],
  {},
);
const value = fc.oneof(hostile, hostile, fc.jsonValue() as fc.Arbitrary<Json>);
const key = fc.oneof(fc.constantFrom("__proto__", "constructor", "birthday", "html", "url", "id"), fc.string());

interface Change {
  steps: number[];
  value: Json;
  key: string;
  how: "replace" | "remove" | "add" | "double";
}
const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  value,
  key,
  how: fc.constantFrom("replace", "remove", "add", "double"),
});

/** Makes one change somewhere in a record: where is decided by `steps`, so that every depth is reached. */
function alter(record: Json, { steps, value: wanted, key: name, how }: Change): void {
  let place = record as Place;
  let last: string | number | null = null;
  for (const step of steps) {
    if (typeof place !== "object" || place === null) return;
    const keys = Object.keys(place);
    if (keys.length === 0) break;
    last = keys[step % keys.length] ?? null;
    const next = last === null ? null : place[last];
    if (typeof next !== "object" || next === null || step === steps.at(-1)) break;
    place = next as Place;
  }
  if (last === null) return;
  if (how === "replace") place[last] = structuredClone(wanted);
  else if (how === "remove") delete place[last];
  else if (how === "double" && Array.isArray(place)) place.push(structuredClone(place[Number(last)] ?? null));
  else
    Object.defineProperty(place, name, {
      value: structuredClone(wanted),
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

const altered = fc
  .tuple(fc.constantFrom(...paths), fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([path, changes]): DataFile => {
    const record = structuredClone(accepted[path]) ?? null;
    for (const one of changes) alter(record, one);
    return { path, text: JSON.stringify(record) };
  });
/** A file of the dataset that is no JSON, JSON of any kind, cut short, or a good record changed in up to three places. */
const file = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...paths), fc.string()).map(([path, text]) => ({ path, text })) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...paths), fc.json()).map(([path, text]) => ({ path, text })) },
  {
    weight: 1,
    arbitrary: fc.tuple(altered, fc.nat(2000)).map(([one, cut]) => ({ ...one, text: one.text.slice(0, cut) })),
  },
  { weight: 12, arbitrary: altered },
);

const goodFiles = paths.map((path): DataFile => ({ path, text: formatCanonical(accepted[path]) }));
const identifier = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** What may be relied on once a record was taken, whatever its file held. */
function expectSound({ sources, entities }: Dataset): void {
  for (const source of sources.values()) {
    expect(source.id).toMatch(identifier);
    for (const address of [source.url, source.readAt ?? source.url]) {
      expect(address).toMatch(/^https?:\/\//i);
      expect(["http:", "https:"]).toContain(new URL(address).protocol);
    }
    if (source.published !== null) expect(source.published).toMatch(date);
  }
  for (const entity of entities.values()) {
    expect(entity.id).toMatch(identifier);
    for (const { text, sources: cited, checked, from, to } of entity.statements) {
      expect(cited.length).toBeGreaterThan(0);
      expect(typeof text.en).toBe("string");
      for (const day of [checked, from, to]) if (day !== null) expect(day).toMatch(date);
    }
    expect(Object.keys(entity)).not.toContain("birthday");
  }
}

describe("the dataset under fuzzing", () => {
  it(
    "is taken as it is meant or refused with file and place, and no rule throws over what was taken",
    () => {
      let taken = 0;
      let refused = 0;
      fc.assert(
        fc.property(file, (one) => {
          const files = [...goodFiles.filter(({ path }) => path !== one.path), one];
          const { dataset, problems } = checkFiles(files);
          const { problems: unreadable } = loadDataset([one]);
          const parsing = unreadable.filter(
            ({ rule, file: where }) => /^(json|schema)$/.test(rule) && where === one.path,
          );
          if (parsing.length > 0) {
            refused += 1;
            expect(problems.some(({ file: where }) => where === one.path)).toBe(true);
            for (const problem of parsing) expect(problem.path.length).toBeGreaterThan(0);
          } else taken += 1;
          if (dataset) expectSound(dataset);
        }),
        { numRuns: dearFuzzCases },
      );
      expect(Object.hasOwn(Object.prototype, "html")).toBe(false);
      expect(taken).toBeGreaterThan(dearFuzzCases / 200);
      expect(refused).toBeGreaterThan(dearFuzzCases / 4);
    },
    fuzzTimeout,
  );
});
