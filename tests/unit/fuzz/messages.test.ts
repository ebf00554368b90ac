import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBackground, toReader } from "../../../lib/messages/schema";
import { fuzzCases, fuzzTimeout } from "./cases";

const anything = fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
const id = fc.oneof(fc.constantFrom("us-ice", "Us-Ice", "<b>", "../x"), fc.string());
const number = fc.oneof(fc.integer({ min: -5, max: 200_000 }), fc.double());
/** Messages of the right shape with right and wrong values, and the same with one key too many. */
const shaped = fc.oneof(
  fc.record({ type: fc.constant("records"), entities: fc.array(id) }),
  fc.record({ type: fc.constantFrom("empty-entities", "report", "unknown") }),
  fc.record({
    type: fc.constant("badge"),
    count: fc.oneof(number, fc.constant(null)),
    mentions: number,
    off: fc.boolean(),
  }),
  fc.record({ type: fc.constant("open-options"), section: id }, { requiredKeys: ["type"] }),
  fc.record({ type: fc.constant("go-to"), entity: id, nth: number }),
  fc.record({ type: fc.constant("step"), direction: fc.oneof(fc.constantFrom("next", "previous"), fc.string()) }),
);
const almost = fc.oneof(
  shaped,
  fc.tuple(shaped, anything).map(([message, more]) => ({ ...message, more })),
);

/** What may pass between page and background: ids, counts and the words of the protocol itself, at any depth. */
function holdsOnlyIdsAndCounts(value: unknown): boolean {
  if (typeof value === "string") return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 120;
  if (typeof value === "number") return Number.isInteger(value);
  if (Array.isArray(value)) return value.every(holdsOnlyIdsAndCounts);
  if (value === null || value === undefined || typeof value === "boolean") return true;
  return typeof value === "object" && Object.values(value).every(holdsOnlyIdsAndCounts);
}

describe("messages under fuzzing", () => {
  it.each([
    ["to the background", toBackground()],
    ["to the reader", toReader()],
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
        { numRuns: fuzzCases },
      );
      expect(accepted).toBeGreaterThan(0);
    },
    fuzzTimeout,
  );
});
