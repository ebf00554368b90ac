/** Who reported it, said shortly: by which copy it was read is for the list of sources. */
import { describe, expect, it } from "vitest";
import { readableReporters } from "../../../lib/dataset/reporters";
import { entities, realCard } from "../context/data";

describe("names of reporters", () => {
  it.each([
    [
      "U.S. Department of Justice (news-feed copy), Police1 and Reuters (Amaz Magazine copy)",
      "U.S. Department of Justice, Police1 and Reuters",
    ],
    ["CNN (via GantNews) and CNN (via The Epoch Times)", "CNN"],
    ["Associated Press, Pano News and Associated Press (news copy)", "Associated Press and Pano News"],
    [
      "Townhall and Department of Homeland Security (DHS) News podcast",
      "Townhall and Department of Homeland Security News podcast",
    ],
    ["Congressional Research Service", "Congressional Research Service"],
  ])("reads %s as %s", (noted, read) => {
    expect(readableReporters(noted)).toBe(read);
  });

  it("stand on every card without the copies' names, which its sources keep", { timeout: 60_000 }, () => {
    const cards = entities().map((entity) => realCard(entity, "2026-06-01"));
    const named = cards.flatMap((card) => [...card.then, ...card.earlier].flatMap((one) => one.asReportedBy ?? []));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((name) => /[()]/.test(name))).toEqual([]);
    expect(cards.flatMap((card) => card.sources).some(({ publisher }) => publisher.endsWith("(copy)"))).toBe(true);
  });
});
