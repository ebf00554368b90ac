import { beforeAll, describe, expect, it } from "vitest";
import { digest } from "../../../lib/context";
import { compare, intervalOf } from "../../../lib/time";
import { emptyEntities, entities, heldBy, listsThen, realCard } from "./data";
import { sayIn } from "./fixtures";

const days = ["2012-06-01", "2017-03-01", "2019-07-15", "2021-06-01", "2025-06-01", "2025-09-30", "2026-06-01"];

/** Who held the post named on each of the seven days; null where our records name nobody. */
const heads: Record<string, (string | null)[]> = {
  "chicago-il": [
    "rahm-emanuel",
    "rahm-emanuel",
    "lori-lightfoot",
    "lori-lightfoot",
    "brandon-johnson",
    "brandon-johnson",
    "brandon-johnson",
  ],
  illinois: ["pat-quinn", "bruce-rauner", "jb-pritzker", "jb-pritzker", "jb-pritzker", "jb-pritzker", "jb-pritzker"],
  "us-ice": [
    "john-morton-ice",
    "thomas-homan",
    "matthew-albence",
    "tae-johnson",
    "todd-lyons",
    "todd-lyons",
    "david-venturella",
  ],
  "us-dhs": [
    "janet-napolitano",
    "john-kelly",
    "kevin-mcaleenan",
    "alejandro-mayorkas",
    "kristi-noem",
    "kristi-noem",
    "markwayne-mullin",
  ],
  "new-york-city": [
    "michael-bloomberg",
    "bill-de-blasio",
    "bill-de-blasio",
    "bill-de-blasio",
    "eric-adams",
    "eric-adams",
    "zohran-mamdani",
  ],
};

// Compiling the dataset is no part of what is timed.
beforeAll(() => void entities(), 60_000);

describe("who held the post", () => {
  for (const [entity, holders] of Object.entries(heads)) {
    it(entity, () => {
      const named = days.map((day) => heldBy(realCard(entity, day))[0] ?? null);
      expect(named).toEqual(holders);
    });
  }

  it("says who only acted", () => {
    const acting = (day: string) =>
      realCard("us-ice", day).holders.find((one) => one.standing === "then" && one.person)?.acting;
    expect(["2012-06-01", "2017-03-01", "2021-06-01", "2025-06-01"].map(acting)).toEqual([false, true, true, true]);
  });
});

describe("Chicago", () => {
  const texts = (day: string) =>
    realCard("chicago-il", day)
      .then.map((sentence) => sentence.text)
      .join(" ");

  it("shows the ordinance with its exceptions in July 2019, and both changes since", () => {
    const model = realCard("chicago-il", "2019-07-15");
    expect(texts("2019-07-15")).toMatch(/Welcoming City Ordinance.*listed cases/);
    expect(heldBy(model)[0]).toBe("lori-lightfoot");
    expect(listsThen(model)).toEqual([]);
    const since = model.since.map((sentence) => sentence.text).join(" ");
    expect(since).toMatch(/January 27, 2021/);
    expect(since).toMatch(/2025/);
    const later = model.listings.filter((one) => one.standing === "since");
    expect(later.map((one) => one.list).sort()).toEqual(["term-dhs-sanctuary-list", "term-doj-sanctuary-list"]);
  });

  it("shows the law without exceptions from 2021 on", () => {
    for (const day of ["2021-06-01", "2025-06-01", "2025-09-30"]) {
      expect(texts(day)).toMatch(/code bars police/);
      expect(texts(day)).not.toMatch(/listed cases/);
    }
  });

  it("cannot tell about the ordinance in June 2012, a month before it was proposed", () => {
    const model = realCard("chicago-il", "2012-06-01");
    expect(model.then).toEqual([]);
    expect(model.earlier[0]?.text).toMatch(/1985/);
  });

  it("is on the lists only while it was", () => {
    expect(days.map((day) => listsThen(realCard("chicago-il", day)))).toEqual([
      [],
      [],
      [],
      [],
      ["term-dhs-sanctuary-list"],
      ["term-doj-sanctuary-list"],
      ["term-doj-sanctuary-list"],
    ]);
  });
});

describe("other places and words", () => {
  it("knows Illinois before the TRUST Act, with it, and with the Way Forward Act", () => {
    const texts = (day: string) =>
      realCard("illinois", day)
        .then.map((sentence) => sentence.text)
        .join(" ");
    expect(texts("2017-03-01")).not.toMatch(/TRUST Act/);
    expect(texts("2019-07-15")).toMatch(/TRUST Act/);
    expect(texts("2021-06-01")).not.toMatch(/Way Forward/);
    expect(texts("2025-06-01")).toMatch(/Way Forward/);
  });

  it("gives New York City the laws of 2014 only after 2014", () => {
    expect(realCard("new-york-city", "2012-06-01").then).toEqual([]);
    expect(realCard("new-york-city", "2017-03-01").then[0]?.text).toMatch(/Local Laws 58 and 59 of 2014/);
  });

  it("keeps the quarrel of 2025 out of what “sanctuary jurisdiction” meant before", () => {
    const model = realCard("term-sanctuary-jurisdiction", "2019-07-15");
    expect(model.then[0]?.kind).toBe("definition");
    expect(model.then.map((sentence) => sentence.text).join(" ")).not.toMatch(/2025|Bondi/);
    const today = realCard("term-sanctuary-jurisdiction", "2026-06-01");
    expect(today.disputes.some((dispute) => dispute.atFirst && dispute.parties.length > 1)).toBe(true);
  });
});

describe("a number", () => {
  it("shows first what was counted, in which period and by whom", () => {
    for (const entity of ["term-unauthorized-population", "term-ice-arrests-number"]) {
      const [first] = realCard(entity, "2026-06-01").then;
      expect(first?.number?.period, entity).toBeTruthy();
      expect(first?.number?.counter, entity).toBeTruthy();
      const side = realCard(entity, "2026-06-01").disputes[0]?.parties.some(
        (party) => party.first[0]?.id === first?.id,
      );
      expect(first?.atFirst || side, entity).toBe(true);
    }
  });

  it("can be reached from what it counts", () => {
    const related = (entity: string) => realCard(entity, "2026-06-01").related.map(({ id }) => id);
    expect(related("term-undocumented-immigrant")).toContain("term-unauthorized-population");
    expect(related("us-ice")).toEqual(expect.arrayContaining(["term-ice-arrests-number", "term-arrest-quotas"]));
  });
});

describe("every card of the dataset, on every day", () => {
  it("says of a day nothing that began later, ended before or is told from later on", { timeout: 60_000 }, () => {
    const say = sayIn("en");
    const wrong: string[] = [];
    for (const entity of entities()) {
      for (const day of days) {
        const model = realCard(entity, day);
        const note = (id: string, fault: string) => wrong.push(`${id} on ${day}: ${fault}`);
        for (const { id, from, to, standing, sources } of model.then) {
          if (from !== null && compare(from, day) === "after") note(id, "began later");
          if (to !== null && standing === "then" && compare(to, day) === "before") note(id, "had ended");
          if (sources.length === 0) note(id, "has no source");
        }
        for (const { id, changedOn } of model.since) {
          if (changedOn !== undefined && intervalOf(changedOn).latest <= day) note(id, "had happened by then");
        }
        if (model.summary?.standing === "since") note(entity, "summary of a later day");
        if (day === "2019-07-15" && /undefined|null|\{/.test(digest(model, say, { all: true })))
          note(entity, "wording");
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("the background's list of entities with nothing to show", () => {
  it("names those whose cards are empty under the same choice", { timeout: 60_000 }, () => {
    for (const hidden of [["news"], ["federal", "research"], ["news", "research", "advocacy-immigrant"]] as const) {
      const listed = new Set(emptyEntities([...hidden]));
      const hiddenGroups = new Set<string>(hidden);
      const empty = entities().filter((entity) => realCard(entity, "2019-07-15", { hiddenGroups }).empty);
      expect(empty.filter((entity) => !listed.has(entity))).toEqual([]);
      expect([...listed].filter((entity) => !empty.includes(entity))).toEqual([]);
    }
  });
});

/**
 * Terms without a plain definition on a day: what had not begun or was over, whose card tells that by date, and policies in force, whose
 * card tells what they are; of "raid" no earlier definition was read.
 */
const undefinedOn: Record<string, string[]> = {
  "2017-03-01": ["term-cbp-one-cbp-home", "term-pep", "term-raid"],
  "2019-07-25": ["term-cbp-one-cbp-home", "term-pep", "term-remain-in-mexico"],
  "2021-06-01": [
    "term-cbp-one-cbp-home",
    "term-pep",
    "term-remain-in-mexico",
    "term-sensitive-locations",
    "term-title-42",
  ],
  "2025-06-01": ["term-pep", "term-tren-de-aragua"],
  "2026-06-01": ["term-pep", "term-tren-de-aragua"],
};

describe("terms", () => {
  it.each(Object.entries(undefinedOn))("are defined in plain words on %s", (date, known) => {
    const terms = entities()
      .filter((id) => id.startsWith("term-"))
      .map((id) => realCard(id, date))
      // A card without records of so early a day says so instead.
      .filter(({ kind, notices }) => kind === "term" && notices.length === 0);
    expect(terms.length).toBeGreaterThan(40);
    const found = terms
      .filter(({ summary, then }) => summary === null && !then.some(({ kind }) => kind === "definition"))
      .map(({ entity }) => entity);
    expect(found).toEqual(known);
  });
});
