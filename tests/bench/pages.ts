/** What is measured on: saved real pages where the folder beside the project has them, and pages made here, always. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { root } from "../../scripts/tools/commands";

export interface BenchPage {
  name: string;
  html: string;
}

const savedFolder = `${root}../shared/pages/`;
export const pageHeaders = { "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'" };

const newsSentence =
  "Immigration and Customs Enforcement asked the Cook County sheriff to honor a detainer, and Mayor Lori Lightfoot said Chicago police would not help. ";
const calmSentences = [
  "The baker sets the dough aside overnight and folds it once more in the early light. ",
  "Rain fell on the hills for nine days, and the river stood a hand below the bridge. ",
  "Her second novel follows three sisters through a winter on an island without a harbour. ",
];

function article(paragraphs: string[]): string {
  const body = paragraphs.map((text) => `<p>${text.replace(/\b(\w+) and\b/g, "<b>$1</b> and")}</p>`).join("\n");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Made</title></head><body><main><h1>Made for measuring</h1>\n${body}</main></body></html>`;
}

function calm(characters: number, every = Number.POSITIVE_INFINITY): string[] {
  const paragraphs: string[] = [];
  for (let length = 0, number = 0; length < characters; number += 1) {
    const text = `${number % every === every - 1 ? newsSentence : ""}${calmSentences.join("")}${calmSentences[number % 3] ?? ""}`;
    paragraphs.push(text);
    length += text.length;
  }
  return paragraphs;
}

/** A page of `count` words to mark, four in a paragraph. */
export function markablePage(count: number): string {
  return article(
    Array.from({ length: count / 4 }, () => `Oaktree grew. ${"An Oaktree stood by the long wall. ".repeat(3)}`),
  );
}

export function longPage(characters: number): string {
  return article(calm(characters, 10));
}

export const madePages: BenchPage[] = [
  { name: "made-news", html: article(calm(28_000, 4)) },
  { name: "made-long-news", html: article(calm(120_000, 8)) },
  { name: "made-quiet", html: article(calm(28_000)) },
  { name: "made-long-quiet", html: article(calm(120_000)) },
];

function withoutScripts(html: string): string {
  return html
    .replace(/<script\b[\s\S]*?<\/script\s*>/gi, "")
    .replace(/<(?:link|iframe|meta\s+http-equiv)\b[^>]*>/gi, "");
}

/** `count` of the saved pages, spread over all of them; none where the folder is absent. */
export function savedPages(count: number): BenchPage[] {
  if (!existsSync(savedFolder)) return [];
  const files = readdirSync(savedFolder)
    .filter((name) => name.endsWith(".html.gz"))
    .sort();
  const step = files.length / count;
  return Array.from({ length: Math.min(count, files.length) }, (_, place) => files[Math.floor(place * step)] ?? "").map(
    (name) => ({
      name: name.replace(/\.html\.gz$/, ""),
      html: withoutScripts(gunzipSync(readFileSync(savedFolder + name)).toString("utf8")),
    }),
  );
}
