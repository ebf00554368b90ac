import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/tools/commands";

const folder = mkdtempSync(join(tmpdir(), "newsgloss-annotate-"));
const story = "Mayor Lori Lightfoot said ICE would get no help in Chicago. Lightfoot called Chicago a sanctuary city.";

function annotate(name: string, content: string, ...options: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  const args = ["--import", "tsx", "scripts/annotate.ts", ...options, path];
  return execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
}

interface Annotated {
  mentions: { text: string; entity: string; why: string }[];
}

describe("annotate", () => {
  it("reads a text file, and says why each mention was taken", () => {
    const [first] = [JSON.parse(annotate("story.txt", story, "--json", "--as-of", "2019-07-15"))].flat() as Annotated[];
    const found = first?.mentions.map(({ text, entity }) => [text, entity]);
    expect(found).toContainEqual(["ICE", "us-ice"]);
    expect(found?.filter(([, entity]) => entity === "lori-lightfoot")).toHaveLength(2);
    for (const { why } of first?.mentions ?? []) expect(why).toMatch(/^“.+” is marked because .+\.$/);
  });

  it("reads a page, and speaks Spanish where that is asked for", () => {
    const html = `<!doctype html><html lang="en"><body><article><h1>Chicago</h1><p>${story}</p></article></body></html>`;
    const [first] = [JSON.parse(annotate("story.html", html, "--json", "--lang", "es"))].flat() as Annotated[];
    expect(first?.mentions.length).toBeGreaterThan(3);
    for (const { why } of first?.mentions ?? []) expect(why).toMatch(/^«.+» está marcado porque .+\.$/);
  });

  it("reads a batch by id, offsets in the excerpt", () => {
    const found = JSON.parse(
      annotate("batch.json", JSON.stringify({ a: { excerpt: story, date: "2019-07-15" } }), "--batch"),
    );
    const texts = found.a.map(({ start, end }: { start: number; end: number }) => story.slice(start, end));
    expect(texts).toContain("ICE");
    expect(texts).toContain("sanctuary city");
  });
});
