/** Reading piece by piece, the small vocabulary that wakes the finder, and the readable reason. */

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createFinder, explainMention, hasTrigger } from "../../../lib/mentions";
import { createPageStrings } from "../../../lib/strings";
import { finderFromData } from "../../../scripts/mentions-support/finder";

const { finder } = finderFromData(fileURLToPath(new URL("../../..", import.meta.url)));

describe("an article read piece by piece", () => {
  it("remembers who was introduced, and counts offsets from the article's start", () => {
    const session = finder.open({ language: "en", date: "2019-07-12" });
    const first = "Mayor Lori Lightfoot told ICE to stay out of Chicago.";
    session.scan(first);
    const added = "Lightfoot said no more.";
    const { mentions } = session.scan(added, first.length + 1);
    expect(mentions.map(({ entity, start }) => [entity, start])).toEqual([["lori-lightfoot", first.length + 1]]);
  });
  it("does not take an unknown surname for somebody", () => {
    expect(finder.open({ language: "en", date: null }).scan("Johnson said no more.").mentions).toEqual([]);
  });
});

describe("the date decides", () => {
  const entityOf = (text: string, date: string): string[] =>
    finder.find({ text, language: "en", date }).mentions.map((mention) => mention.entity);
  it("between holders of one title", () => {
    expect(entityOf("Secretary Johnson told ICE agents to follow the memo.", "2014-11-21")).toContain("jeh-johnson");
    expect(entityOf("In Chicago, Mayor Johnson said ICE had not called.", "2026-01-20")).toContain("brandon-johnson");
  });
  it("against those who held the office long before", () => {
    expect(entityOf("Mayor Lightfoot met ICE lawyers in Chicago.", "2026-01-20")).not.toContain("lori-lightfoot");
  });
});

describe("whose news it is", () => {
  const found = (text: string, language: "en" | "es" = "en"): string[] =>
    finder.find({ text, language, date: "2024-05-01" }).mentions.map((mention) => mention.entity);
  it("refuses terms and places in another country's news", () => {
    const text = "Immigration officers detained six asylum seekers in Manchester and Birmingham, the Home Office said.";
    expect(found(text)).toEqual([]);
    expect(found("El ministro del Interior habló de los menores no acompañados que llegan a Melilla.", "es")).toEqual(
      [],
    );
  });
  it("keeps them where the text names the United States, a state or one of their bodies", () => {
    const text =
      "Immigration officers in Chicago, Illinois, detained a British tourist, the prime minister told parliament.";
    expect(found(text)).toEqual(expect.arrayContaining(["term-federal-immigration-agents", "chicago-il"]));
  });
  it("does not take sport for deportation in Spanish", () => {
    expect(found("El Palacio de los Deportes de Houston reabre el lunes con una gala deportiva.", "es")).toEqual([]);
  });
});

describe("letters that stand for something else", () => {
  const found = (text: string): string[] =>
    finder.find({ text, language: "en", date: "2023-10-24" }).mentions.map((mention) => mention.entity);
  it("are told by words of the same initials nearby", () => {
    expect(found("DHS won 28-7: a senior of Darien High School ran for two scores.")).toEqual([]);
    expect(found("The college’s ICE program, Innovation, Creativity and Entrepreneurship, gave eight grants.")).toEqual(
      [],
    );
  });
  it("stay refused once a state's body was meant, and are no evidence for themselves", () => {
    expect(
      found("Wisconsin DHS confirmed 14 cases. DHS nurses advised day care centers; DHS will report weekly."),
    ).toEqual([]);
  });
});

describe("another person of the same name", () => {
  const found = (text: string, language: "en" | "es" = "en"): string[] =>
    finder.find({ text, language, date: "2016-05-01" }).mentions.map((mention) => mention.entity);
  it("is told by the words in front and behind", () => {
    expect(found("Gov. Kate Brown signed the bill. Another Kate Brown, a potter in Eugene, sold mugs.")).toEqual([
      "kate-brown",
    ]);
    expect(found("Norma Torres, enfermera jubilada, ganó la lotería.", "es")).toEqual([]);
    expect(found("Su dueño, Jim Kenney, llegó de Irlanda en 1966.", "es")).toEqual([]);
  });
  it("does not hide whom a headline means", () => {
    const text = "Wu vows to fight in court\nMayor Michelle Wu said so. The dean, Frank Wu, was doubtful.";
    const { mentions } = finder.find({ text, language: "en", date: "2025-09-09" });
    expect(mentions.map(({ start, entity }) => [start, entity])).toEqual([
      [0, "michelle-wu"],
      [text.indexOf("Michelle"), "michelle-wu"],
    ]);
  });
  it("does not hide who is called by the last of two surnames", () => {
    const { mentions } = finder.find({
      text: "Mayor Keisha Lance Bottoms presented a bond, and Bottoms said leaks cost money.",
      language: "en",
      date: "2021-03-25",
    });
    expect(mentions.map(({ text }) => text)).toEqual(["Keisha Lance Bottoms", "Bottoms"]);
  });
});

describe("a case", () => {
  it("keeps its country", () => {
    const { mentions } = finder.find({
      text: "The suit, United States v. California, was filed.",
      language: "en",
      date: null,
    });
    expect(mentions.map(({ text }) => text)).toContain("United States v. California");
  });
});

describe("hasTrigger", () => {
  it("wakes for topic words and titles in both languages", () => {
    for (const text of ["ICE agents", "la deportación", "Gov. Hochul", "el alcalde Johnson", "sanctuary cities"])
      expect(hasTrigger(text), text).toBe(true);
  });
  it("sleeps on a page with nothing to say", () => {
    expect(hasTrigger("Ten ways to bake bread with less salt, by our kitchen desk. Add water and wait.")).toBe(false);
  });
  it("needs no index", () => {
    expect(() => createFinder("not json")).not.toThrow();
  });
});

describe("explainMention", () => {
  it("says why in a sentence, in both languages", () => {
    const [mention] = finder.find({ text: "Gov. JB Pritzker sued ICE.", language: "en", date: null }).mentions;
    expect(mention).toBeDefined();
    if (!mention) return;
    expect(explainMention(mention, createPageStrings("en"))).toMatch(/^“JB Pritzker” is marked because .+\.$/);
    expect(explainMention(mention, createPageStrings("es"))).toMatch(/^«JB Pritzker» está marcado porque .+\.$/);
    expect(explainMention(mention, createPageStrings("en"))).toContain("a title stands in front (“gov”)");
    expect(explainMention({ text: "ICE", evidence: [] }, createPageStrings("en"))).toBe(
      "“ICE” is marked because the name matches.",
    );
  });
  it("takes nobody for a private person where the talk is of government", () => {
    const { mentions } = finder.find({
      text: "Voters and the candidate met at the school of which Joe Biden is an alumnus.",
      language: "en",
      date: null,
    });
    expect(mentions.map(({ entity }) => entity)).toContain("joe-biden");
  });
  it("knows the country's own department by the country in front, whatever countries stand around", () => {
    const { mentions } = finder.find({
      text: "The files were about Afghanistan. The US Justice Department has charged him; Britain, UK papers say, holds him.",
      language: "en",
      date: null,
    });
    expect(mentions.map(({ entity }) => entity)).toContain("us-doj");
  });
});
