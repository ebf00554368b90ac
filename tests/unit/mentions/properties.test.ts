/** What holds for any text: offsets slice to the words, mentions never overlap, nothing throws. */
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finderFromData } from "../../../scripts/mentions-support/finder";

const { finder } = finderFromData(fileURLToPath(new URL("../../..", import.meta.url)));

const pieces = fc.constantFrom(
  "ICE",
  "I.C.E.",
  "anti-ICE",
  "U.S. ",
  "Immi\u00adgra\u00adtion and Cus\u00adtoms Enforcement",
  "Department of Homeland Security",
  "Mayor ",
  "Brandon Johnson",
  "Johnson",
  "Gov. ",
  "J.B. Pritzker",
  "O’Hara",
  "O'Hara’s",
  "Cory A. Booker",
  "Chicago",
  "Chicago Tribune",
  "Portland, Ore.",
  "condado de Cook",
  "287 (g)",
  "8 U.S.C. § 1373",
  "sanctuary cities",
  "“sanctuary”",
  "el alcalde ",
  "Nueva York",
  "SB 4",
  "\n",
  "\n\n",
  " ",
  "\u00a0",
  ", ",
  ". ",
  "(",
  ")",
  "[",
  "]",
  "é",
  "\u0301",
  "İ",
  "ß",
  "😀",
  "\ud83d",
  "—",
  "-",
  "'",
  "’s",
  "the ",
  "and ",
);
const anyText = fc.oneof(
  fc
    .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join("")),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" ")),
);
const anyDate = fc.option(fc.constantFrom("2014", "2019-07", "2026-02-11"), { nil: null });
const anyLanguage = fc.constantFrom("en" as const, "es" as const, "other" as const);

describe("any text", () => {
  it("gives mentions that slice to their words, in order, without overlap", () => {
    fc.assert(
      fc.property(anyText, anyDate, anyLanguage, (text, date, language) => {
        const { mentions, refused } = finder.find({ text, language, date });
        let end = 0;
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.entity).not.toBe("");
          end = mention.end;
        }
        for (const refusal of refused) expect(text.slice(refusal.start, refusal.end)).toBe(refusal.text);
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same for the same text, whatever was read before", () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const fresh = finder.find({ text: second, language: "en", date: null });
        finder.find({ text: first, language: "es", date: "2020" });
        expect(finder.find({ text: second, language: "en", date: null })).toEqual(fresh);
      }),
      { numRuns: 60 },
    );
  });
});
