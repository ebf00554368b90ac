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
