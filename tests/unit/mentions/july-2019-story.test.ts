/** The story of July 2019 that the extension was first made for, in running text of ours: its words open the cards they are noted for. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Finder } from "../../../lib/mentions";
import { finderFromData } from "../../../scripts/mentions-support/finder";

const root = `${import.meta.dirname}/../../../`;

/** Each required phrase of the story, in brackets, before the entity that it must open. */
const story = `Chicago mayor keeps police out of it

[Chicago]{chicago-il} is one of several places whose leaders spoke last week against a federal plan. Its mayor said that officers would stay out of it.

Chicago Mayor [Lori Lightfoot]{lori-lightfoot} told reporters that [Immigration and Customs Enforcement]{us-ice} ([ICE]{us-ice}) would get no help from the city. Mayor [Lightfoot]{lori-lightfoot} added that the agency must do its work alone.

[Immigration and Customs Enforcement]{us-ice} planned to visit families, according to reports. Some who commented on the plan wrote of [illegal immigrants]{term-undocumented-immigrant}; city staff spoke of [undocumented immigrants]{term-undocumented-immigrant}, people who live here [without the proper documentation]{term-undocumented-immigrant}.

People in [deportation proceedings]{term-removal-proceedings} have a hearing before a judge, and [deportation]{term-deportation} can take years. The [Chicago Police Department]{chicago-police-department} had been told to close its databases to [ICE]{us-ice}.

A message from the [White House]{white-house} on the [anticipated raids]{op-july-2019-family-operation} came on a Monday. [ICE raids]{op-july-2019-family-operation} would bring no officer of hers to any door, she said. Many call the place a [sanctuary city]{term-sanctuary-jurisdiction}; she fears that parents will be [separated from their families]{term-family-separation}.

The mayor’s [list of municipalities]{term-sanctuary-jurisdiction} that might follow her was short. [Nine other cities]{op-july-2019-family-operation} were named, and an [estimated 2,000]{op-july-2019-family-operation} people; a lawyer said that agents could [round up]{term-raid} parents of [children who have legal status]{term-mixed-status-family}, and that those who stayed faced [civil or criminal penalties]{term-criminal-history}.`;

const text = story.replaceAll(/\[([^\]]+)\]\{[^}]+\}/g, "$1");
/** The words in brackets, in order, each with its entity. */
const noted = [...story.matchAll(/\[([^\]]+)\]\{([^}]+)\}/g)].map(
  ([, words = "", entity = ""]) => `${words} → ${entity}`,
);

let finder: Finder;
// Compiling the dataset is no part of what is timed.
beforeAll(() => {
  finder = finderFromData(root).finder;
}, 60_000);

function found(date: string | null, read = text): string[] {
  const { mentions } = finder.open({ language: "en", date }).scan(read);
  return mentions.map(({ start, end, entity }) => `${read.slice(start, end)} → ${entity}`);
}

describe("the July 2019 story", () => {
  it("has each of its phrases marked as what it means", () => {
    const marked = found("2019-07-15");
    for (const one of noted) expect(marked).toContain(one);
    // “ICE” of “ICE raids” is not marked a second time inside it.
    expect(marked.filter((one) => one === "ICE → us-ice")).toHaveLength(
      noted.filter((one) => one === "ICE → us-ice").length,
    );
  });

  it("does not take raids on plants in Mississippi for it", () => {
    const other = text.replace("ICE raids would bring", "ICE raids on poultry plants in Mississippi would bring");
    const marked = found("2019-07-15", other);
    expect(marked).not.toContain("ICE raids → op-july-2019-family-operation");
  });

  it.each([
    ["a month later, when other raids were in the news", "2019-08-10"],
    ["in another year", "2025-06-10"],
    ["where the article's date is not known", null],
  ])("does not take “ICE raids” for that operation %s", (_when, date) => {
    const marked = found(date);
    expect(marked.join("\n")).not.toContain("op-july-2019-family-operation");
    expect(marked).toContain("raids → term-raid");
  });
});
