import { describe, expect, it } from "vitest";
import { buildCard, type CardModel } from "../../../lib/context";
import { cite, city, entity, header, listing, membership, options, sources, statement } from "./fixtures";

const ids = (items: readonly { id: string }[]) => items.map((item) => item.id.replace(/^[a-z-]+\./, ""));
const card = (fields = {}, record = city): CardModel => buildCard(record, sources, header, options(fields));
const held = (model: CardModel) => model.holders.filter((holder) => holder.standing === "then");

describe("what held, what changed, what was over", () => {
  it("sorts statements by the as-of date", () => {
    const model = card();
    expect(ids(model.then)).toEqual(["s01", "s07", "s05", "s06"]);
    expect(ids(model.since)).toEqual(["s02", "s03", "s01", "s04"]);
    expect(model.since.map((sentence) => sentence.change)).toEqual(["began", "happened", "ended", "happened"]);
    expect(model.then.every((sentence) => sentence.change === undefined)).toBe(true);
    expect(model.earlier).toEqual([]);
  });

  it("cannot tell where only the year is known, or where no source is old enough", () => {
    const model = card({ asOf: "2012-06-01" });
    expect(ids(model.then)).toEqual([]);
    expect(ids(model.unclear)).toEqual(["s01", "s07"]);
    expect(model.unclear[1]?.knownSince).toBe("2019-06-01");
    expect(ids(model.since)).toContain("s01");
  });

  it("shows the present without a “since”", () => {
    const model = card({ asOf: "2026-07-01" });
    expect(model.asOfIsToday).toBe(true);
    expect(model.since).toEqual([]);
    expect(ids(model.earlier)).toEqual(["s04", "s03", "s01"]);
  });

  it("marks open sentences stale only when checked too long before the day spoken for", () => {
    const old = entity({ statements: [statement("springfield.s01", { from: "2015", checked: "2019-08-01" })] });
    expect(card({ asOf: "2019-07-15" }, old).then[0]).toMatchObject({ stale: false, asFarAsChecked: false });
    expect(card({ asOf: "2020-07-15" }, old).then[0]).toMatchObject({ stale: false, asFarAsChecked: true });
    expect(card({ asOf: "2026-06-01" }, old).then[0]).toMatchObject({ stale: true, asFarAsChecked: true });
    expect(card({ asOf: "2014-06-01" }, old).since[0]).toMatchObject({ stale: true, change: "began" });
  });

  it("keeps what courts decided on the card of a case, newest first", () => {
    const ruled = (id: string, day: string) => statement(id, { kind: "ruling", from: day, to: day });
    const record = entity({
      kind: "case",
      statements: [ruled("case.s01", "2018-01-01"), ruled("case.s02", "2019-01-01")],
    });
    expect(ids(card({}, record).then)).toEqual(["s02", "s01"]);
    expect(card({}, record).then[0]?.standing).toBe("before");
    expect(ids(card({}, { ...record, kind: "jurisdiction" }).then)).toEqual([]);
  });

  it("shows Spanish where written and says which language it is", () => {
    const record = entity({
      statements: [statement("springfield.s01", { from: "2015", text: { en: "Only English." } })],
    });
    expect(card({ language: "es" }).then[0]).toMatchObject({ language: "es", text: "Frase springfield.s01." });
    expect(card({ language: "es" }, record).then[0]).toMatchObject({ language: "en", text: "Only English." });
  });
});

describe("the day spoken for", () => {
  it("says when the article's date is not known or not a date", () => {
    expect(card({ asOf: null })).toMatchObject({ asOf: "2026-07-01", asked: null, notices: ["date-unknown"] });
    expect(card({ asOf: "soon" })).toMatchObject({ asOf: "2026-07-01", notices: ["date-unknown"] });
  });

  it("does not speak for the future, but lets tomorrow's time zone pass", () => {
    expect(card({ asOf: "2030-01-01" })).toMatchObject({ asOf: "2026-07-01", notices: ["date-in-future"] });
    expect(card({ asOf: "2026-07-02" })).toMatchObject({ asOf: "2026-07-01", notices: [] });
  });

  it("shows nothing before the entity existed and nothing as lasting after it ended", () => {
    const record = entity({
      from: "2003-03-01",
      to: "2020-01-01",
      statements: [
        statement("springfield.s01", { kind: "definition", sources: cite("paper") }),
        statement("springfield.s02", { from: "2003-03-01" }),
      ],
    });
    const before = card({ asOf: "2001-09-12" }, record);
    expect(before.notices).toEqual(["before-entity"]);
    expect([before.then, before.unclear, before.earlier]).toEqual([[], [], []]);
    const after = card({ asOf: "2024-01-01" }, record);
    expect(after.notices).toEqual(["after-entity"]);
    expect(after.then).toEqual([]);
    expect(ids(after.earlier)).toEqual(["s02", "s01"]);
  });

  it("says when the records begin later, and when the dataset is past its date", () => {
    const record = entity({ statements: [statement("springfield.s01", { from: "2015" })] });
    expect(card({ asOf: "2001-01-01" }, record).notices).toEqual(["before-data"]);
    expect(card({ today: "2027-02-01" }).notices).toEqual(["dataset-expired"]);
  });
});

describe("summaries", () => {
  it("keeps a summary of today out of a card about an earlier day", () => {
    expect(card().summary).toBeNull();
    expect(card().summaryToday?.text).toBe("A city whose code limits help.");
    expect(card({ asOf: "2021-06-01" }).summary?.standing).toBe("then");
    expect(card({ asOf: "2026-07-01" }).summary?.text).toBe("A city whose code limits help.");
  });

  it("withdraws it with any sentence that it rests on", () => {
    expect(card({ asOf: "2026-07-01", hiddenSources: new Set(["city-code"]) }).summary).toBeNull();
  });
});

describe("posts", () => {
  it("names who held the post then and who holds it latest", () => {
    const model = card();
    expect(ids(held(model))).toEqual(["m02"]);
    expect(model.holders.filter((holder) => holder.latest)).toMatchObject([
      { acting: true, standing: "since", atFirst: true },
    ]);
    expect(ids(model.holders)).toEqual(["m02", "m03", "m01"]);
  });

  it("shows a gap as a gap", () => {
    const [gap] = held(card({ asOf: "2023-06-01" }));
    expect(gap).toMatchObject({ person: null, start: "2023-05-15", end: "2023-06-15", sources: [] });
    expect(held(card({ asOf: "1999-01-01" }))[0]).toMatchObject({ person: null, start: null, end: "2011-05-16" });
  });

  it("does not call a post empty because the reader hid the source of its holder", () => {
    expect(held(card({ hiddenSources: new Set(["other-paper"]) }))).toEqual([]);
  });

  it("shows both on the day of handing over, and neither as certain within one month", () => {
    expect(ids(held(card({ asOf: "2019-05-20" })))).toEqual(["m01", "m02"]);
    const month = card({ asOf: "2019-05" }).holders.filter((holder) => holder.standing === "unknown");
    expect(ids(month)).toEqual(["m01", "m02"]);
  });

  it("puts the post held then first on a person's card", () => {
    const posts = [
      membership("governor.m01", { post: "governor", office: "governor", start: "2023-01-01" }),
      membership("council.m01", { post: "council", office: "council", start: "2015-01-01", end: "2020-01-01" }),
    ];
    const model = card({}, entity({ kind: "person", memberships: posts }));
    expect(ids(model.holders)).toEqual(["m01", "m01"]);
    expect(model.holders[0]).toMatchObject({ post: "council", standing: "then", atFirst: true });
    expect(model.holders[1]).toMatchObject({ post: "governor", standing: "since", atFirst: true });
  });
});

describe("lists", () => {
  it("tells then from latest", () => {
    expect(card().listings[0]).toMatchObject({ standing: "since", latest: true });
    expect(card({ asOf: "2025-09-30" }).listings[0]).toMatchObject({ standing: "then", atFirst: true });
    const removed = entity({ listings: [listing("list-justice.m01", { from: "2025-05-29", to: "2025-06-01" })] });
    expect(card({ asOf: "2025-09-30" }, removed).listings[0]).toMatchObject({ standing: "before", latest: false });
  });
});

describe("first view", () => {
  it("numbers sources in the order in which a reader meets them", () => {
    const model = card();
    const met = model.then.filter((sentence) => sentence.atFirst).flatMap((sentence) => sentence.sources);
    expect(met.filter((place, index) => met.indexOf(place) === index)).toEqual([0, 1, 2]);
    expect(model.sources.map((one) => one.number)).toEqual(model.sources.map((_, index) => index + 1));
  });

  it("shows a definition of unknown start rather than nothing, marked as unclear", () => {
    const record = entity({
      kind: "term",
      statements: [statement("springfield.s01", { kind: "definition", sources: cite("paper") })],
    });
    const model = card({ asOf: "2012-06-01" }, record);
    expect(model.unclear[0]).toMatchObject({ atFirst: true, standing: "unknown" });
  });

  it("shows the sides of a dispute side by side once two had spoken, each with its newest word of the time", () => {
    const term = { ...city, kind: "term" as const, memberships: [], listings: [] };
    const [dispute] = card({}, term).disputes;
    expect(dispute).toMatchObject({ atFirst: true, oneSided: false });
    expect(dispute?.parties.map(({ first }) => ids(first))).toEqual([["s05"], ["s06"]]);
    const before = card({ asOf: "2015-01-01" }, term).disputes[0];
    expect(before).toMatchObject({ atFirst: false });
    expect(before?.parties.map(({ first }) => first)).toEqual([[], []]);
  });

  it("shows no more than fits, the first of everything before the second of anything", () => {
    const long =
      "A sentence that goes on for more than two lines of the card, as many of ours have to do, to be exact. ";
    const record = entity({
      ...city,
      statements: [
        ...["s01", "s02", "s03", "s04", "s05"].map((id) =>
          statement(`springfield.${id}`, { from: "2015", text: { en: `${long}${long}` } }),
        ),
        statement("springfield.s06", { kind: "policy", from: "2021-01-27", text: { en: long } }),
      ],
    });
    const model = card({}, record);
    const shown = <Item extends { atFirst: boolean }>(items: readonly Item[]) =>
      items.filter((one) => one.atFirst).length;
    expect([shown(model.then), shown(model.holders), shown(model.since)]).toEqual([1, 1, 1]);
    expect(ids(model.then)[0]).toBe("s01");
  });

  it("always shows something, however long it is", () => {
    const text = { en: "word ".repeat(600) };
    const record = entity({ statements: [statement("springfield.s01", { from: "2015", text })] });
    expect(card({}, record).then[0]?.atFirst).toBe(true);
  });
});
