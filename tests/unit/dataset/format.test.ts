/** The canonical form: one writing for one value, whatever order an editor left its fields in. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCanonical } from "../../../lib/dataset/format";

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
}

test("the order of fields does not matter, and writing twice changes nothing", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const written = formatCanonical(value);
      expect(formatCanonical(reversed(value))).toBe(written);
      expect(formatCanonical(JSON.parse(written))).toBe(written);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("the id comes first, then what it says, then when and on whose word", () => {
  const fields = Object.keys(
    JSON.parse(
      formatCanonical({
        sources: [],
        checked: "2020",
        to: null,
        from: null,
        kind: "event",
        text: { en: "A." },
        id: "a.s01",
      }),
    ),
  );
  expect(fields).toEqual(["id", "text", "kind", "from", "to", "checked", "sources"]);
});

test("a file ends with one line break and two-space steps", () => {
  expect(formatCanonical({ id: "a", names: ["b"] })).toBe('{\n  "id": "a",\n  "names": [\n    "b"\n  ]\n}\n');
});
