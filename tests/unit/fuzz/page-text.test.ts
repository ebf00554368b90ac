import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ensureGenerated } from "../../../scripts/tools/generate";
import { fuzzCases, fuzzTimeout } from "./cases";

const piece = fc.oneof(
  fc.constantFrom(
    "ICE",
    "Immigration and Customs Enforcement",
    "Mayor Lori Lightfoot",
    "Lightfoot’s",
    "Chicago",
    "sanctuary city",
    "detainer",
    "deport",
    "anti-ICE",
    "U.S.",
    "DHS",
    "’",
    "\u00ad",
    "\u00a0",
    "\n",
    " ",
    ".",
    "Mr.",
    "<b>",
    "&amp;",
    "\ud83d",
    "\u202e",
    "de la",
    "ICE-",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(" "));

describe("page text under fuzzing", () => {
  let finder: ReturnType<typeof import("../../../lib/mentions").createFinder>;
  beforeAll(async () => {
    await ensureGenerated();
    const { createFinder } = await import("../../../lib/mentions");
    const { default: names } = await import("../../../lib/dataset/generated/names-index");
    finder = createFinder(names);
  }, 60_000);

  it(
    "whatever a page says, mentions lie within it, in order, apart, and are its own words",
    () => {
      let mentions = 0;
      fc.assert(
        fc.property(text, fc.constantFrom("en", "es", "other" as const), (page, language) => {
          const session = finder.open({
            language: language as "en" | "es" | "other",
            date: "2019-07-12",
            pageHints: "immigration",
          });
          let end = 0;
          for (const mention of session.scan(page).mentions) {
            mentions += 1;
            expect(mention.start).toBeGreaterThanOrEqual(end);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(mention.end).toBeLessThanOrEqual(page.length);
            expect(page.slice(mention.start, mention.end)).toBe(mention.text);
            end = mention.end;
          }
        }),
        { numRuns: fuzzCases },
      );
      expect(mentions).toBeGreaterThan(fuzzCases / 100);
    },
    fuzzTimeout,
  );
});
