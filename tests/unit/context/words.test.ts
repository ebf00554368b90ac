import { describe, expect, it } from "vitest";
import { buildCard, cardJson, copyCard, digest, mainRole, reportText, roleLine } from "../../../lib/context";
import { city, entity, header, membership, options, sayIn, sources, statement } from "./fixtures";

const say = sayIn("en");
const diga = sayIn("es");
const card = (fields = {}, record = city) => buildCard(record, sources, header, options(fields));

describe("roles", () => {
  const person = entity({
    kind: "person",
    memberships: [
      membership("mayor-of-springfield.m01", { start: "2019-05-20", end: "2023-05-15" }),
      membership("governor.m01", {
        post: "governor",
        office: "governor",
        postTitle: { en: "Governor" },
        start: "2024-01-08",
        acting: true,
      }),
    ],
  });

  it("names the post of the day, in both languages", () => {
    expect(roleLine(card({}, person), "en", say)).toBe("Mayor of Springfield, May 2019 – May 2023");
    expect(roleLine(card({}, person), "es", diga)).toBe("alcalde de Springfield, mayo de 2019 – mayo de 2023");
    expect(roleLine(card({ asOf: "2025-01-01" }, person), "en", say)).toBe("Governor (acting), since January 2024");
  });

  it("names the last post held, else the first to come", () => {
    expect(mainRole(card({ asOf: "2023-12-01" }, person))?.post).toBe("mayor-of-springfield");
    expect(mainRole(card({ asOf: "2010-01-01" }, person))?.post).toBe("mayor-of-springfield");
  });
});

describe("digest", () => {
  it("reads as a card does", () => {
    expect(digest(card(), say)).toMatchInlineSnapshot(`
      "Springfield (as of July 15, 2019)
      Sentence springfield.s01. [1][2]
      Sentence springfield.s07. [3]
      Mayor of Springfield: Person mayor-of-springfield.m02 (May 2019 – May 2023) [3]
      Since then:
      January 27, 2021: Sentence springfield.s02. [2]
      Mayor of Springfield (acting): Person mayor-of-springfield.m03 (since June 2023) [1]
      On the list “Justice Department list” (since August 5, 2025; as of October 31, 2025) [4]"
    `);
  });

  it("says what is old, what is unclear and what is hidden", () => {
    const record = entity({ statements: [statement("springfield.s01", { from: "2015", checked: "2019-08-01" })] });
    expect(digest(card({ asOf: "2026-06-01" }, record), say)).toContain("(was true on August 1, 2019)");
    const hidden = digest(card({ hiddenGroups: new Set(["advocacy-enforcement"]) }), say);
    expect(hidden).toContain("Your choice of sources hides 1 sentence.");
    expect(hidden).toContain("only one party’s word is left");
    expect(digest(card({ asOf: "2012-06-01", language: "es" }), diga)).toContain("incierto para esta fecha");
  });
});

describe("copy", () => {
  it("cites with numbers, dataset version and date of checking", () => {
    expect(copyCard(card(), "plain", say)).toMatchInlineSnapshot(`
      "Springfield (as of July 15, 2019)

      Sentence springfield.s01. [1][2]
      Sentence springfield.s07. [3]
      Mayor of Springfield: Person mayor-of-springfield.m02 (May 2019 – May 2023) [3]

      Since then:

      January 27, 2021: Sentence springfield.s02. [2]
      Mayor of Springfield (acting): Person mayor-of-springfield.m03 (since June 2023) [1]
      On the list “Justice Department list” (since August 5, 2025; as of October 31, 2025) [4]

      Sources

      1. Publisher paper, “Title of paper”, May 1, 2017. https://example.org/paper
      2. Publisher city-code, “Title of city-code”, March 1, 2018. https://example.org/city-code
      3. Publisher other-paper, “Title of other-paper”, June 1, 2019. https://example.org/other-paper
      4. Publisher justice-list, “Title of justice-list”, August 5, 2025. https://example.org/justice-list

      Newsgloss dataset 2026.07.01, checked January 1, 2026"
    `);
  });

  it("writes Markdown that titles and addresses cannot break", () => {
    const [first, ...rest] = sources;
    const odd = [{ ...first!, title: "A [draft] *order*", url: "https://example.org/a_(b)" }, ...rest];
    const text = copyCard(buildCard(city, odd, header, options()), "markdown", say);
    expect(text).toContain("[A \\[draft\\] \\*order\\*](https://example.org/a_%28b%29)");
  });

  it("writes references in the manner of APA, sorted by publisher", () => {
    const text = copyCard(card(), "apa", say);
    expect(text).toContain("Publisher city-code. (March 1, 2018). Title of city-code. https://example.org/city-code");
    expect(text).toContain("Newsgloss. (2026). Springfield [Context as of July 15, 2019;");
    expect(text).not.toMatch(/\[\d+\]/);
  });
});

describe("report", () => {
  it("names statement and dataset, and the page only when given", () => {
    const text = reportText(card(), say, "springfield.s01", null);
    expect(text).toContain("springfield.s01");
    expect(text).toContain("2026.07.01");
    expect(text).not.toContain("http");
    expect(reportText(card(), say, null, "https://example.org/story")).toContain("https://example.org/story");
  });
});

describe("JSON", () => {
  it("gives sources by id and only the holders of the day", () => {
    const json = cardJson(card());
    expect(json.holders).toMatchObject([
      { post: "Mayor of Springfield", personId: "person-mayor-of-springfield.m02", acting: false },
    ]);
    expect(json.then[0]?.sources).toEqual(["paper", "city-code"]);
    expect(json.lists).toEqual([]);
    expect(json.listsSince).toHaveLength(1);
    for (const one of json.then)
      for (const id of one.sources) expect(json.sources.map((source) => source.id)).toContain(id);
  });
});
