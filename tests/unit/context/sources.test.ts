import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCard, type CardModel } from "../../../lib/context";
import { addDays } from "../../../lib/time";
import { city, header, options, sources } from "./fixtures";

const groups = [...new Set(sources.map((source) => source.group))];
const citations = new Map(
  [...city.statements, ...city.memberships, ...city.listings].map((item) => [
    item.id,
    item.sources.map((one) => one.source),
  ]),
);
const choice = fc.record({
  hiddenGroups: fc.subarray(groups).map((some) => new Set<string>(some)),
  hiddenSources: fc.subarray(sources.map((source) => source.id)).map((some) => new Set(some)),
});
const day = fc.integer({ min: 0, max: 6500 }).map((days) => addDays("2009-01-01", days));

function shownItems(model: CardModel) {
  const disputed = model.disputes.flatMap((dispute) => dispute.parties.flatMap((party) => party.statements));
  const summaries = [model.summary, model.summaryToday].filter((sentence) => sentence !== null);
  return [
    ...summaries,
    ...model.then,
    ...model.since,
    ...model.earlier,
    ...model.unclear,
    ...model.timeline,
    ...model.holders.filter((holder) => holder.person !== null),
    ...model.listings,
    ...disputed,
  ];
}

describe("switching sources off", { timeout: 60_000 }, () => {
  it("leaves no sentence that rests only on hidden sources, and counts what it hides", () => {
    fc.assert(
      fc.property(choice, day, ({ hiddenGroups, hiddenSources }, asOf) => {
        const model = buildCard(city, sources, header, options({ hiddenGroups, hiddenSources, asOf }));
        const isOn = (id: string) => {
          const source = sources.find((one) => one.id === id);
          return source !== undefined && !hiddenGroups.has(source.group) && !hiddenSources.has(id);
        };
        for (const item of shownItems(model)) {
          expect(item.sources.length).toBeGreaterThan(0);
          for (const place of item.sources) expect(isOn(model.sources[place]!.id)).toBe(true);
          const cited = citations.get(item.id);
          if (cited) expect(cited.some(isOn)).toBe(true);
        }
        const dead = [...citations.values()].filter((cited) => !cited.some(isOn)).length;
        expect(model.hidden).toBe(dead);
        expect(model.empty).toBe(dead === citations.size);
      }),
    );
  });

  it("gives the very same card back when they are switched on again", () => {
    fc.assert(
      fc.property(choice, day, (hidden, asOf) => {
        const record = structuredClone(city);
        const before = buildCard(record, sources, header, options({ asOf }));
        buildCard(record, sources, header, options({ ...hidden, asOf }));
        expect(buildCard(record, sources, header, options({ asOf }))).toEqual(before);
        expect(record).toEqual(city);
      }),
    );
  });

  it("changes nothing about the sentences that stay, except their order of sources", () => {
    fc.assert(
      fc.property(choice, day, (hidden, asOf) => {
        const all = new Map(buildCard(city, sources, header, options({ asOf })).timeline.map((one) => [one.id, one]));
        for (const one of buildCard(city, sources, header, options({ ...hidden, asOf })).timeline) {
          expect(one.text).toBe(all.get(one.id)?.text);
          if (one.from !== null) expect(one.standing).toBe(all.get(one.id)?.standing);
        }
      }),
    );
  });

  it("warns when one party's word is left of a dispute, not when both or none are", () => {
    const without = (...some: string[]) => buildCard(city, sources, header, options({ hiddenGroups: new Set(some) }));
    expect(without().oneSided).toBe(false);
    expect(without("advocacy-enforcement")).toMatchObject({ oneSided: true, hidden: 1 });
    expect(without("advocacy-enforcement").disputes[0]).toMatchObject({ oneSided: true, atFirst: false });
    expect(without("advocacy-enforcement", "advocacy-immigrant")).toMatchObject({ oneSided: false, disputes: [] });
  });

  it("is empty only when nothing is left", () => {
    expect(buildCard(city, sources, header, options({ hiddenGroups: new Set(groups) }))).toMatchObject({
      empty: true,
      hidden: citations.size,
      summary: null,
      sources: [],
    });
  });
});

describe("times", { timeout: 60_000 }, () => {
  it("puts every living statement in exactly one of then, earlier, unclear, or only since", () => {
    fc.assert(
      fc.property(day, (asOf) => {
        const model = buildCard(city, sources, header, options({ asOf }));
        const placed = [...model.then, ...model.earlier, ...model.unclear].map((one) => one.id);
        expect(new Set(placed).size).toBe(placed.length);
        const onlySince = model.since.filter((one) => one.standing === "since").map((one) => one.id);
        expect([...placed, ...onlySince].sort()).toEqual(city.statements.map((one) => one.id).sort());
        for (const one of model.then) {
          if (one.from !== null) expect(one.from.slice(0, 4) <= asOf).toBe(true);
          if (one.to !== null) expect(one.to >= asOf).toBe(true);
        }
      }),
    );
  });
});
