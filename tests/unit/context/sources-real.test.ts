/** The promises about switching sources off, held to the real dataset: groups and single sources, on any day. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { CardModel } from "../../../lib/context";
import { sourceGroups } from "../../../lib/dataset/schema";
import { addDays } from "../../../lib/time";
import { entities, realCard } from "./data";

const subjects = [
  ...["chicago-il", "illinois", "new-york-city", "us-ice", "us-dhs", "lori-lightfoot", "donald-trump"],
  ...["term-sanctuary-jurisdiction", "term-undocumented-immigrant", "law-illinois-trust-act", "law-8-usc-1373"],
  ...["case-city-of-chicago-v-sessions", "op-july-2019-family-operation", "term-unauthorized-population"],
];

function sentencesOf(model: CardModel) {
  return [
    ...[model.summary, model.summaryToday].filter((sentence) => sentence !== null),
    ...[...model.then, ...model.since, ...model.earlier, ...model.unclear, ...model.timeline],
    ...model.holders.filter((holder) => holder.person !== null),
    ...model.listings,
    ...model.disputes.flatMap(({ parties }) => parties.flatMap(({ statements, first }) => [...statements, ...first])),
  ];
}

const day = fc.integer({ min: 0, max: 6400 }).map((days) => addDays("2009-01-01", days));

// Compiling the dataset is no part of what is timed.
beforeAll(() => void entities(), 60_000);

describe("any choice of sources, on real cards", () => {
  it("leaves nothing that rests on hidden sources, and gives the very same card back", { timeout: 120_000 }, () => {
    const choice = fc.constantFrom(...subjects).chain((entity) => {
      const all = realCard(entity, "2026-09-01").sources.map(({ id }) => id);
      return fc.record({
        entity: fc.constant(entity),
        hiddenGroups: fc.subarray([...sourceGroups], { maxLength: 3 }).map((some) => new Set<string>(some)),
        hiddenSources: fc.subarray(all).map((some) => new Set(some)),
      });
    });
    fc.assert(
      fc.property(choice, day, ({ entity, hiddenGroups, hiddenSources }, asOf) => {
        const whole = realCard(entity, asOf);
        const model = realCard(entity, asOf, { hiddenGroups, hiddenSources });
        for (const { id, group } of model.sources) {
          expect(hiddenSources.has(id)).toBe(false);
          expect(hiddenGroups.has(group)).toBe(false);
        }
        for (const item of sentencesOf(model)) {
          expect(item.sources.length, item.id).toBeGreaterThan(0);
          for (const place of item.sources) expect(model.sources[place], item.id).toBeDefined();
        }
        // What is shown and what is hidden is all there was.
        const shown = new Set(sentencesOf(model).map(({ id }) => id));
        const gone = [...new Set(sentencesOf(whole).map(({ id }) => id))].filter(
          (id) => !shown.has(id) && !id.endsWith(".summary"),
        );
        expect(model.hidden).toBeGreaterThanOrEqual(gone.length);
        expect(realCard(entity, asOf)).toEqual(whole);
      }),
      { numRuns: 150 },
    );
  });

  it("reaches a state in which one party's word is left, and says so", () => {
    const sourcesOf = (statement: string) => {
      const model = realCard("term-sanctuary-jurisdiction", "2026-06-01");
      const all = model.disputes.flatMap(({ parties }) => parties.flatMap(({ statements }) => statements));
      return all.filter(({ id }) => id === statement).flatMap((one) => one.sources.map((at) => model.sources[at]!.id));
    };
    const hiddenSources = new Set([
      ...sourcesOf("law-8-usc-1373.s03"),
      ...sourcesOf("term-sanctuary-jurisdiction.s05"),
    ]);
    expect(hiddenSources.size).toBeGreaterThan(2);
    expect(realCard("term-sanctuary-jurisdiction", "2026-06-01").oneSided).toBe(false);
    const left = realCard("term-sanctuary-jurisdiction", "2026-06-01", { hiddenSources });
    expect(left.oneSided).toBe(true);
    expect(left.disputes.find(({ id }) => id === "dispute-word-sanctuary")).toMatchObject({ oneSided: true });
  });
});
