import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBackground, toReader } from "../../../lib/messages/schema";

const cases = 100_000;
const anything = fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
const almost = fc.record(
  {
    type: fc.oneof(
      fc.constantFrom("records", "empty-entities", "badge", "open-options", "report", "go-to", "step"),
      fc.string(),
    ),
    entities: fc.oneof(fc.array(fc.oneof(fc.constantFrom("us-ice", "Us-Ice", "<b>"), fc.string())), anything),
    entity: fc.oneof(fc.constantFrom("us-ice", "../x"), fc.string(), anything),
    count: fc.oneof(fc.integer(), fc.double(), anything),
    nth: fc.oneof(fc.integer(), anything),
    direction: fc.oneof(fc.constantFrom("next", "previous"), fc.string()),
    section: fc.oneof(fc.string(), anything),
    more: anything,
  },
  { requiredKeys: ["type"] },
);

/** What may pass between page and background: ids, counts and the words of the protocol itself, at any depth. */
function holdsOnlyIdsAndCounts(value: unknown): boolean {
  if (typeof value === "string") return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 120;
  if (typeof value === "number") return Number.isInteger(value);
  if (Array.isArray(value)) return value.every(holdsOnlyIdsAndCounts);
  if (value === null || value === undefined) return true;
  return typeof value === "object" && Object.values(value).every(holdsOnlyIdsAndCounts);
}

describe("messages under fuzzing", () => {
  it.each([
    ["to the background", toBackground],
    ["to the reader", toReader],
  ])(
    "%s: only ids, counts and known words get through",
    (_to, schema) => {
      let accepted = 0;
      fc.assert(
        fc.property(fc.oneof(anything, almost, almost), (message) => {
          const outcome = schema.safeParse(message);
          if (!outcome.success) return;
          accepted += 1;
          expect(holdsOnlyIdsAndCounts(outcome.data)).toBe(true);
        }),
        { numRuns: cases },
      );
      expect(accepted).toBeGreaterThan(0);
    },
    180_000,
  );
});
