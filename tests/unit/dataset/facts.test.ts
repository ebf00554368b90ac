/**
 * Nothing of the research notes got lost: every entity, fact and membership of the fact files is in the dataset, or
 * in `withheld.json` with its reason. The files are not part of the repository; where they are absent, this says so.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { listingsOf, membershipsOf, statementsOf } from "../../../lib/dataset/dataset";
import { loadDataset, readDataFiles } from "../../../lib/dataset/index";

const root = join(import.meta.dirname, "../../..");
const folder = process.env.NEWSGLOSS_FACTS ?? join(root, "../shared/facts");
const present = existsSync(folder);

const factFile = z.object({
  entities: z.array(
    z.object({ id: z.string(), facts: z.array(z.object({ text: z.string(), sources: z.array(z.string()) })) }),
  ),
  memberships: z.array(
    z.object({ person: z.string(), post: z.string(), start: z.string().nullable(), end: z.string().nullable() }),
  ),
});
const withheldFile = z.object({
  withheld: z.array(z.object({ entity: z.string(), kind: z.string(), text: z.string(), why: z.string().min(10) })),
});

/** Facts whose sentence was written anew from other sources, by the words they begin with, and what says it now. */
const writtenAnew: { entity: string; begins: string; now: string }[] = [
  { entity: "term-detention-center", begins: "ICE held 68,442 people", now: "term-detention-center.s09" },
  { entity: "emilio-gonzalez", begins: "The Senate confirmed Gonzalez", now: "emilio-gonzalez.s01" },
  { entity: "term-287g", begins: "ICE reported 1,412 active", now: "term-287g.s07" },
  { entity: "ice-ero", begins: "Enforcement and Removal Operations, the ICE directorate", now: "ice-ero.s01" },
  { entity: "boston-ma", begins: "Boston’s Trust Act allows cooperation", now: "boston-ma.s04" },
  {
    entity: "case-united-states-v-illinois-2025",
    begins: "The government did not refile",
    now: "case-united-states-v-illinois-2025.s02",
  },
];

/** Facts that restate who held a post: those became memberships. */
const aboutPosts = /^(Chair|Member|Ranking member|Vice chair|Cochair) of the|^\S+ was vice president|served as acting/;

const curly = (text: string): string => text.replaceAll("'", "’").replaceAll('"', "”").replaceAll("“", "”");
const wordsOf = (text: string): Set<string> =>
  new Set(
    curly(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu),
  );

function likeness(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared / (left.size + right.size - shared);
}

describe.skipIf(!present)("the fact files", () => {
  const { dataset } = loadDataset(readDataFiles(join(root, "data")));
  const data = dataset!;
  const { withheld } = withheldFile.parse(JSON.parse(readFileSync(join(root, "data/withheld.json"), "utf8")));
  const files = present
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json") && name !== "seed-article.json")
        .map((name) => factFile.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))))
    : [];
  const facts = files.flatMap(({ entities }) =>
    entities.flatMap((entity) => entity.facts.map((fact) => ({ ...fact, entity: entity.id }))),
  );
  const statements = [...statementsOf(data)];
  const holders = [...membershipsOf(data)].map(({ membership }) => membership);
  const listed = [...listingsOf(data)].map(({ listing }) => listing);

  /** Where a fact went, or undefined. */
  function whereabouts(fact: (typeof facts)[number]): string | undefined {
    const mine = statements.filter(({ entity }) => entity.id === fact.entity).map(({ statement }) => statement);
    const cites = (item: { sources: { source: string }[] }): boolean =>
      item.sources.some(({ source }) => fact.sources.includes(source));
    if (mine.some(({ text }) => curly(text.en) === curly(fact.text))) return "same words";
    if (withheld.some(({ entity, text }) => entity === fact.entity && curly(text) === curly(fact.text)))
      return "withheld";
    if (mine.some((item) => likeness(item.text.en, fact.text) >= (cites(item) ? 0.3 : 0.45))) return "other words";
    if (listed.some((item) => item.member === fact.entity && cites(item))) return "list";
    if (aboutPosts.test(fact.text) && holders.some((item) => item.person === fact.entity)) return "membership";
    const anew = writtenAnew.find(({ entity, begins }) => entity === fact.entity && fact.text.startsWith(begins));
    return mine.some(({ id }) => id === anew?.now) ? "written anew" : undefined;
  }

  test("there are as many as the notes say", () => {
    expect(facts.length).toBeGreaterThan(1800);
  });

  test("every entity is there, or withheld with its reason", () => {
    const gone = files
      .flatMap(({ entities }) => entities.map(({ id }) => id))
      .filter((id) => !data.entities.has(id))
      .filter((id) => !withheld.some(({ entity, kind }) => entity === id && kind === "entity"));
    expect(gone).toEqual([]);
  });

  test("every fact ships, is a membership or a place on a list, or is withheld with its reason", () => {
    const found = facts.map((fact) => ({ ...fact, where: whereabouts(fact) }));
    const counts = new Map<string, number>();
    for (const { where } of found) counts.set(where ?? "nowhere", (counts.get(where ?? "nowhere") ?? 0) + 1);
    console.info(`${facts.length} facts:`, [...counts].map(([where, count]) => `${where} ${count}`).join(", "));
    expect(found.filter(({ where }) => where === undefined).map(({ entity, text }) => `${entity}: ${text}`)).toEqual(
      [],
    );
  });

  test("every membership is there with the year it began or ended, or withheld with its reason", () => {
    const year = (date: string | null): string | undefined => date?.slice(0, 4);
    const gone = files
      .flatMap(({ memberships }) => memberships)
      .filter(
        ({ person, start, end }) =>
          !holders.some(
            (item) =>
              item.person === person &&
              (year(item.start) === year(start) || (end !== null && year(item.end) === year(end))),
          ),
      )
      .filter(({ person }) => !withheld.some(({ entity, kind }) => entity === person && kind === "membership"));
    expect(gone.map(({ person, post, start }) => `${person}: ${post}, ${start}`)).toEqual([]);
  });
});

test.runIf(!present)("the fact files are not beside the repository, so nothing was compared with them", () => {
  expect(present).toBe(false);
});
