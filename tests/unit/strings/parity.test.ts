import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/tools/commands";

type Catalog = Record<string, { en: string; es: string }>;
const read = (path: string): Catalog => JSON.parse(readFileSync(join(root, path), "utf8"));
const catalogs = ["lib/strings/card.json", "lib/strings/pages.json", "lib/context/messages.json"].map(read);
const all: Catalog = Object.assign({}, ...catalogs);

/** Names of the values that a message asks for, those inside plurals too. */
function valuesOf(message: unknown): Set<string> {
  const found = new Set<string>();
  const visit = (token: unknown): void => {
    if (!Array.isArray(token)) return;
    if (typeof token[0] === "string" && token[0] !== "#") found.add(token[0]);
    const branches: unknown = token[2];
    if (typeof branches === "object" && branches !== null)
      for (const branch of Object.values(branches)) if (Array.isArray(branch)) for (const part of branch) visit(part);
  };
  if (Array.isArray(message)) for (const token of message) visit(token);
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}

describe("the catalogs", () => {
  it("say everything in both languages", () => {
    for (const [id, texts] of Object.entries(all)) {
      expect(Object.keys(texts).sort(), id).toEqual(["en", "es"]);
      expect(texts.en.trim(), id).not.toBe("");
      expect(texts.es.trim(), id).not.toBe("");
    }
  });

  it("ask for the same values in both languages", () => {
    for (const [id, { en, es }] of Object.entries(all))
      expect([...valuesOf(compileMessage(es))].sort(), id).toEqual([...valuesOf(compileMessage(en))].sort());
  });

  it("hold no id twice", () => {
    const ids = catalogs.flatMap((catalog) => Object.keys(catalog));
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it("never claim “now”", () => {
    for (const [id, { en, es }] of Object.entries(all)) {
      expect(en, id).not.toMatch(/\b(now|currently)\b/i);
      expect(es, id).not.toMatch(/\b(ahora|actualmente)\b/i);
    }
  });

  it("hold every id that views ask for by name", () => {
    const asked = [...sources("components"), ...sources("entrypoints"), ...sources("lib/context")].flatMap((text) =>
      [...text.matchAll(/\b(?:t|say|say\.t)\(\s*"([a-z][a-zA-Z-]*\.[^"]+)"/g)].map((match) => match[1] ?? ""),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((id) => !(id in all))).toEqual([]);
  });
});
