import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportSettings, parseImportedSettings, parseStoredSettings } from "../../../lib/settings/parse";
import { defaultSettings, settingsFields, settingsSchema } from "../../../lib/settings/schema";
import { fuzzCases, fuzzTimeout } from "./cases";

const names = Object.keys(settingsFields);
const anything = fc.anything({ maxDepth: 3, withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
/** Values that look like settings: right names, wrong and right values, old versions, hostile keys. */
const almost = fc.dictionary(
  fc.oneof(
    fc.constantFrom(...names, "version", "enabled", "everywhere", "privateMode", "__proto__", "constructor"),
    fc.string(),
  ),
  fc.oneof(anything, fc.boolean(), fc.constantFrom("marks", "private", "news", "2019-07-12", "2019-13-40", "en")),
);

describe("settings under fuzzing", () => {
  it(
    "stored settings: whatever storage holds, valid settings come out and nothing is thrown",
    () => {
      fc.assert(
        fc.property(fc.oneof(anything, almost), (stored) => {
          const { settings, repaired } = parseStoredSettings(stored);
          expect(settingsSchema.safeParse(settings).success).toBe(true);
          expect(Array.isArray(repaired)).toBe(true);
        }),
        { numRuns: fuzzCases },
      );
      expect(Object.hasOwn(Object.prototype, "on")).toBe(false);
    },
    fuzzTimeout,
  );

  it(
    "imported settings: whatever a file holds, it is taken whole or refused with a place",
    () => {
      const text = fc.oneof(
        fc.string({ maxLength: 200 }),
        fc.json(),
        almost.map((settings) => safeJson({ newsgloss: "settings", version: 1, settings })),
        fc
          .tuple(almost, fc.nat(400))
          .map(([settings, cut]) => safeJson({ newsgloss: "settings", version: 1, settings }).slice(0, cut)),
      );
      fc.assert(
        fc.property(text, (file) => {
          const outcome = parseImportedSettings(file);
          if (outcome.ok) expect(settingsSchema.safeParse(outcome.settings).success).toBe(true);
          else expect(outcome.place.length).toBeGreaterThan(0);
        }),
        { numRuns: fuzzCases },
      );
    },
    fuzzTimeout,
  );

  it("an export reads back as the very same settings", () => {
    const outcome = parseImportedSettings(exportSettings(defaultSettings));
    expect(outcome).toEqual({ ok: true, settings: defaultSettings });
  });
});

function safeJson(value: object): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === "bigint" ? String(item) : item)) ?? "";
}
