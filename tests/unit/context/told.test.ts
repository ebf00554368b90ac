import { describe, expect, it } from "vitest";
import { buildCard } from "../../../lib/context";
import { datesIn, toldFrom } from "../../../lib/context/told";
import { entity, header, membership, options, sources, statement } from "./fixtures";

describe("dates in a sentence", () => {
  it("reads days, months and years", () => {
    expect(datesIn("Signed on July 25, 2025, amended in May 2026 and again in 2027.")).toEqual([
      "2025-07-25",
      "2026-05",
      "2027",
    ]);
  });

  it("gives a month without a year that of the date before it, or of the one after", () => {
    expect(datesIn("Dismissed on July 25, 2025; it filed an appeal in October.")).toEqual(["2025-07-25", "2025-10"]);
    expect(datesIn("On February 4 he announced a cut and on February 12, 2026 the end.")).toEqual([
      "2026-02-04",
      "2026-02-12",
    ]);
  });

  it("is not misled by numbers and words", () => {
    expect(datesIn("About 2,000 families may march; Public Law 119-98, 8 U.S.C. 1373, House Bill 1312.")).toEqual([]);
    expect(datesIn("In May nobody knew.")).toEqual([]);
  });
});

describe("told from", () => {
  it("takes the latest day that was checked; what lies beyond is a plan", () => {
    expect(toldFrom("Signed in 2025, in force since January 2026.", "2026-02", [])).toBe("2026-01");
    expect(toldFrom("Signed in 2025, in force from January 2027.", "2026-02", [])).toBe("2025");
  });

  it("lets the end of what is told be named", () => {
    expect(toldFrom("Until January 2021 it let police help.", "2021-02", ["2021-01-27"])).toBeNull();
  });

  const card = (fields: Parameters<typeof statement>[1], asOf: string) =>
    buildCard(entity({ statements: [statement("springfield.s01", fields)] }), sources, header, options({ asOf }));
  const blocked = "A judge blocked the order in April 2017 and struck it down on November 21, 2017.";

  it("moves a sentence that knows more than the day to “since”, on the day it came to be known", () => {
    const fields = { kind: "ruling", from: "2017-04-25", to: "2017-11-21", text: { en: blocked } } as const;
    expect(card(fields, "2017-06-01").then).toEqual([]);
    expect(card(fields, "2017-06-01").since[0]).toMatchObject({ change: "happened", changedOn: "2017-11-21" });
    expect(card(fields, "2018-06-01").earlier).toHaveLength(1);
  });

  it("leaves a rule where it held although its sentence names its end", () => {
    const text = { en: "The ordinance, until January 2021, let police help in listed cases." };
    expect(card({ from: "2012", to: "2021-01-27", text }, "2019-07-15").then).toHaveLength(1);
  });
});

describe("summaries that know too much", () => {
  const of = (text: string, asOf: string, checked = "2026-01-01") => {
    const held = membership("mayor.m01", { start: "2019-05-20", end: "2023-05-15", checked });
    const record = entity({ kind: "person", memberships: [held], summary: { en: text, restsOn: [held.id] } });
    return buildCard(record, sources, header, options({ asOf }));
  };

  it("may name the end of a term of office, and nothing else of later days", () => {
    expect(of("Mayor of Springfield 2019–2023.", "2019-07-15").summary).not.toBeNull();
    expect(of("Mayor until 2023; she was indicted in 2025.", "2019-07-15")).toMatchObject({ summary: null });
  });

  it("are left out when it is not known that their parts had begun", () => {
    const count = statement("springfield.s01", { kind: "number", from: "2019-07", to: "2019-07-23" });
    const record = entity({
      statements: [count],
      summary: { en: "An operation with 35 arrests.", restsOn: [count.id] },
    });
    expect(buildCard(record, sources, header, options({ asOf: "2019-07-15" })).summary).toBeNull();
  });
});
