/** The story of July 2019 that the extension was first made for: what its words open must be true in July 2019. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type CardModel, cardLines, digest } from "../../../lib/context";
import { datesIn } from "../../../lib/context/told";
import { compare } from "../../../lib/time";
import { entities, heldBy, realCard } from "./data";
import { sayIn } from "./fixtures";

const published = "2019-07-15";

/** What each card must say of July 2019 in its first view; our own reading of the facts. */
const expected: Record<string, RegExp[]> = {
  "chicago-il": [/Welcoming City Ordinance/, /Mayor of Chicago: Lori Lightfoot/],
  "lori-lightfoot": [/Mayor of Chicago/, /June 21, 2019/],
  "us-ice": [/(?:created|formed) in 2003/, /Matthew Albence/],
  "term-undocumented-immigrant": [/“alien”/, /Associated Press/],
  "term-removal-proceedings": [/immigration (judge|court)/],
  "term-deportation": [/removal|remove/],
  "chicago-police-department": [/Eddie Johnson/],
  "white-house": [/Donald Trump/],
  "op-july-2019-family-operation": [/June 17, 2019/],
  "term-sanctuary-jurisdiction": [/federal law gives no agreed definition/],
};

const say = sayIn("en");
const first = (model: CardModel) => cardLines(model, say).filter((line) => line.part !== "since");
const toldLater = (text: string) => datesIn(text).filter((date) => compare(date, published) === "after");

// Compiling the dataset is no part of what is timed.
beforeAll(() => void entities(), 60_000);

describe("the July 2019 story", () => {
  for (const [entity, patterns] of Object.entries(expected)) {
    it(`${entity}: says what held then`, () => {
      const model = realCard(entity, published);
      expect(model.empty).toBe(false);
      expect(model.notices).toEqual([]);
      const text = first(model).map((line) => line.text);
      for (const pattern of patterns) expect(text.join("\n")).toMatch(pattern);
    });

    it(`${entity}: tells nothing later as if it were of the day`, () => {
      const model = realCard(entity, published);
      const sentences = [model.summary, ...model.then].filter((sentence) => sentence !== null);
      for (const { id, text, standing } of sentences) {
        expect(standing, id).not.toBe("since");
        // The end of a rule or of a term of office may be named; nothing else of later days.
        const ends = [...model.then, ...model.holders].flatMap((one) => ("to" in one ? one.to : one.end) ?? []);
        const later = toldLater(text).filter((date) => !ends.some((end) => compare(end, date) !== "before"));
        expect(later, `${id}: ${text}`).toEqual([]);
      }
    });
  }

  it("does not let the mayor of today answer for the mayor of 2019", () => {
    expect(heldBy(realCard("chicago-il", published))).not.toContain("brandon-johnson");
    expect(first(realCard("chicago-il", published)).join()).not.toMatch(/Brandon Johnson/);
  });

  it("speaks Spanish about it without leaving words out", () => {
    for (const entity of Object.keys(expected)) {
      const text = digest(realCard(entity, published, { language: "es" }), sayIn("es"), { all: true });
      expect(text, entity).toMatch(/julio de 2019/);
      expect(text, entity).not.toMatch(/undefined|null|\{/);
    }
  });
});

// The research notes are beside the repository on the machines where it is made, and nowhere else.
const notes = join(import.meta.dirname, "../../../../shared/facts/seed-article.json");

describe.skipIf(!existsSync(notes))("the phrases noted for it", () => {
  interface Phrase {
    phrase: string;
    entity: string;
    as_of: string;
    required: boolean;
  }
  const phrases = existsSync(notes) ? (JSON.parse(readFileSync(notes, "utf8")) as { phrases: Phrase[] }).phrases : [];

  it("has a card for each required phrase that is not empty at its date", () => {
    const known = new Set(entities());
    const required = phrases.filter((one) => one.required);
    expect(required.length).toBeGreaterThan(10);
    for (const { phrase, entity, as_of } of required) {
      expect(known.has(entity), phrase).toBe(true);
      const model = realCard(entity, as_of);
      expect(model.empty, phrase).toBe(false);
      expect(first(model).length, phrase).toBeGreaterThan(0);
      expect(Object.keys(expected), phrase).toContain(entity);
    }
  });

  it("has one for most of the others", () => {
    const known = new Set(entities());
    const others = phrases.filter((one) => !one.required);
    const shown = others.filter(({ entity, as_of }) => known.has(entity) && first(realCard(entity, as_of)).length > 0);
    expect(shown.length / others.length).toBeGreaterThan(0.9);
  });
});
