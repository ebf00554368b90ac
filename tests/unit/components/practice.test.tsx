// @vitest-environment happy-dom
/** The practice story shows a reader every way in which words can name a thing, and the traps beside them. */
import { render } from "preact";
import { beforeAll, describe, expect, it } from "vitest";
import { PracticeArticle, practiceData } from "../../../components/practice-article";
import namesIndex from "../../../lib/dataset/generated/names-index";
import { createFinder, type Mention } from "../../../lib/mentions";

let text = "";
let mentions: Mention[] = [];

beforeAll(() => {
  const place = document.createElement("div");
  render(<PracticeArticle tip="" />, place);
  text = [...place.querySelectorAll("article :is(h1, h2, p)")]
    .map((block) => block.textContent?.replaceAll(/\s+/g, " "))
    .join("\n");
  mentions = createFinder(namesIndex).find({ text, language: "en", date: practiceData.datePublished }).mentions;
});

const found = () => mentions.map(({ start, end, entity }) => `${text.slice(start, end)} → ${entity}`);

describe("the practice story", () => {
  it.each([
    ["a full name", "Lori Lightfoot → lori-lightfoot"],
    ["a surname after it", "Lightfoot → lori-lightfoot"],
    ["a name with its office", "J.B. Pritzker → jb-pritzker"],
    ["an agency in full", "U.S. Immigration and Customs Enforcement → us-ice"],
    ["its short name", "ICE → us-ice"],
    ["a short name introduced in brackets", "CBP → us-cbp"],
    ["a city", "Chicago → chicago-il"],
    ["a county", "Cook County → cook-county-il"],
    ["a city law", "Welcoming City Ordinance → law-chicago-welcoming-city-ordinance"],
    ["a state law", "Illinois TRUST Act → law-illinois-trust-act"],
    ["a section of the federal code", "8 U.S.C. 1373 → law-8-usc-1373"],
    ["a term", "detainer → term-immigration-detainer"],
    ["a term of several words", "sanctuary cities → term-sanctuary-jurisdiction"],
    ["the same in the singular", "sanctuary city → term-sanctuary-jurisdiction"],
    ["a programme by its number", "287(g) → term-287g"],
    ["a court case", "City of Chicago v. Sessions → case-city-of-chicago-v-sessions"],
  ])("has %s", (_form, mention) => {
    expect(found()).toContain(mention);
  });

  it.each([
    ["a possessive", "ICE’s access"],
    ["a compound", "anti-ICE"],
  ])("has %s, without swallowing what hangs on it", (_form, words) => {
    const at = text.indexOf(words) + words.indexOf("ICE");
    expect(mentions.find((mention) => mention.start === at)).toMatchObject({ end: at + 3, entity: "us-ice" });
  });

  it.each(["ice storm", "black ice", "Chicago Bulls", "animal sanctuary"])("leaves “%s” alone", (trap) => {
    const at = text.indexOf(trap);
    expect(at).toBeGreaterThan(0);
    expect(mentions.filter(({ start, end }) => start < at + trap.length && end > at)).toEqual([]);
  });
});
