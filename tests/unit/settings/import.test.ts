import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exportSettings, importLimit, parseImportedSettings } from "../../../lib/settings/parse";
import { defaultSettings, type Settings } from "../../../lib/settings/schema";
import { root } from "../../../scripts/tools/commands";

const directory = `${root}tests/fixtures/settings/`;
/** File name → the place that the refusal must name. */
const places = JSON.parse(readFileSync(`${directory}places.json`, "utf8")) as Record<string, string>;

describe("a malformed settings file", () => {
  it("is among those listed, thirty or more", () => {
    const files = readdirSync(directory).filter((name) => name !== "places.json");
    expect(files.map((name) => name.replace(".json", "")).sort()).toEqual(Object.keys(places).sort());
    expect(files.length).toBeGreaterThanOrEqual(30);
  });

  it.each(Object.entries(places))("%s is refused at %s", (name, place) => {
    const outcome = parseImportedSettings(readFileSync(`${directory}${name}.json`, "utf8"));
    expect(outcome).toMatchObject({ ok: false, place });
    expect(({} as { on?: unknown }).on).toBeUndefined();
  });

  it("is refused for its size before it is read", () => {
    const huge = `{"newsgloss":"settings","version":1,"settings":{}}${" ".repeat(importLimit)}`;
    expect(parseImportedSettings(huge)).toMatchObject({ ok: false, place: "file" });
  });
});

describe("an exported settings file", () => {
  const changed: Settings = {
    ...defaultSettings,
    on: false,
    pausedOn: "2026-07-01",
    scope: "chosen-sites",
    sitesOn: ["paper.example", "xn--bcher-kva.example"],
    sitesOff: ["[::1]"],
    hiddenGroups: ["news"],
    hiddenSources: ["a-source-2019"],
    hiddenKinds: ["person", "number"],
    mutedEntities: ["chicago-il"],
    lens: "today",
    fixedDate: "2019-07-12",
    density: "section",
    marks: "private",
    marksChosen: true,
    openOn: "key",
    openDelay: 0,
    closeDelay: 5000,
    theme: "dark",
    language: "es",
  };

  it.each([
    ["the defaults", defaultSettings],
    ["settings all changed", changed],
  ])("gives back %s", (_, settings) => {
    expect(parseImportedSettings(exportSettings(settings))).toEqual({ ok: true, settings });
  });
});
