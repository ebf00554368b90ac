import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  ageInDays,
  compare,
  daysBetween,
  formatPartialDate,
  formatRange,
  intervalOf,
  isPartialDate,
  localDay,
  oldest,
  standing,
} from "../../../lib/time";

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1900-01-01", days));
const precision = fc.constantFrom(4, 7, 10);
const date = fc.tuple(day, precision).map(([text, length]) => text.slice(0, length));
const opposite = { before: "after", after: "before", same: "same", unclear: "unclear" } as const;

describe("partial dates", () => {
  it("accepts only days the calendar has", () => {
    for (const good of ["2019", "2019-07", "2019-07-15", "2020-02-29", "1812-06-18"])
      expect(isPartialDate(good)).toBe(true);
    for (const bad of ["", "19", "2019-7", "2019-13", "2019-02-29", "2019-07-00", "2019-07-15T00:00", null, 2019])
      expect(isPartialDate(bad)).toBe(false);
  });

  it("spans the days a date can mean", () => {
    expect(intervalOf("2020-02")).toEqual({ earliest: "2020-02-01", latest: "2020-02-29" });
    expect(intervalOf("2019")).toEqual({ earliest: "2019-01-01", latest: "2019-12-31" });
  });

  it("compares certain orders and says when there is none", () => {
    expect(compare("2019", "2020-01-01")).toBe("before");
    expect(compare("2019-07", "2019-07-15")).toBe("unclear");
    expect(compare("2019-07-15", "2019-07-15")).toBe("same");
    expect(compare("2019", "2019")).toBe("unclear");
  });

  it("is antisymmetric", () => {
    fc.assert(fc.property(date, date, (a, b) => compare(a, b) === opposite[compare(b, a)]));
  });

  it("is transitive where certain", () => {
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        fc.pre(compare(a, b) === "before" && compare(b, c) === "before");
        expect(compare(a, c)).toBe("before");
      }),
    );
  });

  it("never turns a certain order round when a date becomes less exact", () => {
    fc.assert(
      fc.property(day, day, precision, precision, (a, b, lengthA, lengthB) => {
        const wide = compare(a.slice(0, lengthA), b.slice(0, lengthB));
        if (wide !== "unclear") expect(wide).toBe(compare(a, b));
      }),
    );
  });

  it("adds days and counts them back", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (start, days) => {
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
    expect(addDays("2019-12-31", 1)).toBe("2020-01-01");
    expect(addDays("2020-02-28", 1)).toBe("2020-02-29");
  });

  it("tells ages and the oldest of several", () => {
    expect(ageInDays("2019-07-15", "2019-07-16")).toBe(1);
    expect(ageInDays("2019", "2020-01-01")).toBe(1);
    expect(oldest(["2019-05-03", "2017", "2017-01-01"])).toBe("2017-01-01");
    expect(oldest([])).toBeNull();
  });

  it("takes the reader's own calendar day", () => {
    expect(localDay(new Date(2026, 5, 1, 23, 59))).toBe("2026-06-01");
    expect(localDay(new Date(2026, 5, 1, 0, 1))).toBe("2026-06-01");
  });
});

describe("standing", () => {
  const checked = "2026-01-01";
  it("knows before, during and after, ends included", () => {
    const span = { from: "2019-05-20", to: "2023-05-15", checked };
    expect(standing(span, "2019-05-19").lies).toBe("before");
    expect(standing(span, "2019-05-20").lies).toBe("during");
    expect(standing(span, "2023-05-15").lies).toBe("during");
    expect(standing(span, "2023-05-16").lies).toBe("after");
    expect(standing(span, "2019-05").lies).toBe("unclear");
    expect(standing(span, "2019-07").lies).toBe("during");
  });

  it("holds from the oldest source on where the start is not established", () => {
    const span = { from: null, to: null, checked: "2019-05-03", knownOn: "2017-03-23" };
    expect(standing(span, "2012-06-01").lies).toBe("unclear");
    expect(standing(span, "2018-01-01")).toEqual({ lies: "during", asFarAsChecked: false });
    expect(standing(span, "2025-01-01")).toEqual({ lies: "during", asFarAsChecked: true });
    expect(standing({ ...span, knownOn: null }, "2018-01-01").lies).toBe("unclear");
  });

  const span = fc
    .tuple(fc.option(day), fc.option(day), fc.option(day), day)
    .filter(([from, to]) => from === null || to === null || from <= to)
    .map(([from, to, knownOn, checkedOn]) => ({ from, to, knownOn, checked: checkedOn }));
  const widen = (text: string | null, length: number) => text?.slice(0, length) ?? null;

  it("never gives the opposite certain answer when dates become less exact", () => {
    fc.assert(
      fc.property(span, day, precision, precision, precision, (exact, asOf, one, two, three) => {
        const wide = {
          from: widen(exact.from, one),
          to: widen(exact.to, two),
          knownOn: widen(exact.knownOn, one),
          checked: exact.checked.slice(0, three),
        };
        const loose = standing(wide, asOf.slice(0, three)).lies;
        const tight = standing(exact, asOf).lies;
        if (loose !== "unclear") expect(loose).toBe(tight);
      }),
    );
  });

  it("agrees with comparing both ends when every date is a day", () => {
    fc.assert(
      fc.property(day, day, day, (a, b, asOf) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const { lies } = standing({ from, to, checked: to }, asOf);
        expect(lies).toBe(asOf < from ? "before" : asOf > to ? "after" : "during");
      }),
    );
  });
});

describe("dates in words", () => {
  it("shows no more than is known", () => {
    expect(formatPartialDate("2019-07-15", "en")).toBe("July 15, 2019");
    expect(formatPartialDate("2019-07-15", "es")).toBe("15 de julio de 2019");
    expect(formatPartialDate("2019-07", "en")).toBe("July 2019");
    expect(formatPartialDate("2019-07", "es")).toBe("julio de 2019");
    expect(formatPartialDate("2019", "es")).toBe("2019");
    expect(formatPartialDate("2019-07-15", "en", { upTo: "month", month: "short" })).toBe("Jul 2019");
  });

  it("writes ranges once where both ends read alike", () => {
    expect(formatRange("2019-05-20", "2023-05-15", "en", { upTo: "month" })).toBe("May 2019 – May 2023");
    expect(formatRange("2019-07-01", "2019-07-31", "en", { upTo: "month" })).toBe("July 2019");
    expect(formatRange("2019", "2021-01-27", "es")).toBe("2019 – 27 de enero de 2021");
  });

  it("does not depend on the time zone", () => {
    const zone = process.env.TZ;
    for (const place of ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"]) {
      process.env.TZ = place;
      expect(formatPartialDate("2019-07-01", "en")).toBe("July 1, 2019");
      expect(addDays("2019-03-10", 1)).toBe("2019-03-11");
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
});
