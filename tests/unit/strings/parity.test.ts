import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/tools/commands";

type Catalogue = Record<string, { en: string; es: string }>;

const catalogues = ["lib/strings/card.json", "lib/strings/pages.json", "lib/context/messages.json"];
const read = (path: string) => JSON.parse(readFileSync(root + path, "utf8")) as Catalogue;

/** Names of the values that a message takes; those inside plural branches count too. */
function values(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*([a-z][A-Za-z]*)\s*[,}]/g)].map((match) => match[1] ?? ""))].sort();
}

/** Source files that may use string ids. */
function sources(directory: string): string[] {
  return readdirSync(root + directory, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes("generated"))
    .map((path) => readFileSync(`${root}${directory}/${path}`, "utf8"));
}

describe.each(catalogues)("the strings of %s", (path) => {
  const catalogue = read(path);

  it("are complete in English and Spanish, with the same values", () => {
    for (const [id, { en, es }] of Object.entries(catalogue)) {
      expect(en?.trim(), id).toBeTruthy();
      expect(es?.trim(), id).toBeTruthy();
      expect(values(es), id).toEqual(values(en));
    }
  });

  it("have straight quotation marks nowhere but where ICU syntax needs them", () => {
    for (const [id, { en, es }] of Object.entries(catalogue)) expect(`${en}${es}`, id).not.toMatch(/"|\w'\w/);
  });
});

describe("string ids", () => {
  const known = new Set(catalogues.flatMap((path) => Object.keys(read(path))));
  const code = ["components", "entrypoints", "lib"].flatMap(sources).join("\n");

  it("that code names are all in a catalogue", () => {
    const named = [...code.matchAll(/\bt\("([a-z][\w.-]+)"/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
  });

  it("belong to one catalogue each", () => {
    const all = catalogues.flatMap((path) => Object.keys(read(path)));
    expect(all.filter((id, place) => all.indexOf(id) !== place)).toEqual([]);
  });
});

describe("the names that browsers show", () => {
  const locale = (language: string) =>
    createRequire(import.meta.url)(`${root}public/_locales/${language}/messages.json`) as Record<
      string,
      { message: string }
    >;

  it("are the same in English and Spanish, within the stores' limits", () => {
    expect(Object.keys(locale("es")).sort()).toEqual(Object.keys(locale("en")).sort());
    for (const language of ["en", "es"]) {
      expect(locale(language).extensionName?.message.length).toBeLessThanOrEqual(45);
      expect(locale(language).extensionDescription?.message.length).toBeLessThanOrEqual(132);
    }
  });
});
