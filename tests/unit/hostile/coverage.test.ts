/** The hostile suite's own promises: a test for each condition, a use for each fixture, a row for each in the document. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/tools/commands";

const folder = `${root}tests/hostile/`;
const conditions = Array.from({ length: 33 }, (_, place) => place + 1);
const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(folder + name, "utf8"));

describe("the hostile-page suite", () => {
  it.each(conditions)("has a test of condition %i that runs in both browsers", (condition) => {
    // What only one browser can do stands beside a test that both run.
    const title = new RegExp(`(?<!if \\(name === "\\w+"\\)\\s*)\\bit(?:\\.each\\([^)]*\\))?\\(\\s*"${condition}: `);
    expect(sources.some((source) => title.test(source))).toBe(true);
  });

  it("uses every fixture", () => {
    for (const name of readdirSync(`${folder}fixtures`))
      expect(
        sources.some((source) => source.includes(`"${name}"`)),
        name,
      ).toBe(true);
  });

  it("is documented condition by condition", () => {
    const text = readFileSync(`${root}docs/hostile-suite.md`, "utf8");
    for (const condition of conditions) expect(text).toMatch(new RegExp(`^\\| ${condition} \\|`, "m"));
  });
});
