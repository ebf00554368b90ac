/**
 * The fixture pages: files in `../fixtures` with three placeholders, so that each file shows nothing but its own trap.
 * `{{head}}` is what makes the page news, `{{watch}}` the page's own witness, `{{article}}` the story.
 */
import { readFileSync } from "node:fs";
import type { FixturePage } from "../../support/proxy";

const folder = new URL("../fixtures/", import.meta.url);

/** JSON-LD of a news article; its date is in July 2019. */
export const newsHead = `<meta charset="utf-8">
<title>Chicago mayor says city police will not join planned arrests</title>
<meta property="og:type" content="article">
<meta property="article:published_time" content="2019-07-12T09:30:00-05:00">
<script type="application/ld+json">
{"@context":"https://schema.org","@type":"NewsArticle","headline":"Chicago mayor says city police will not join planned arrests",
"datePublished":"2019-07-12T09:30:00-05:00","author":{"@type":"Person","name":"A. Reporter"}}
</script>
<style>body{font:18px/1.6 Georgia,serif;max-width:640px;margin:40px auto}</style>`;

/** The page's witness: its HTML when it was parsed, and every change that any script makes afterwards. */
export const watchScript = `(() => {
  const witness = { html: "", records: [], stop() { observer.disconnect(); } };
  const observer = new MutationObserver((records) => {
    for (const record of records) witness.records.push(record.type + " in " + record.target.nodeName);
  });
  Object.defineProperty(window, "witness", { value: witness });
  document.addEventListener("DOMContentLoaded", () => {
    witness.html = document.documentElement.outerHTML;
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
})();`;

/** Our own words. The first paragraph names the mayor, the agency and the city. */
export const articleParagraphs = [
  "CHICAGO — Mayor Lori Lightfoot said on Friday that the city’s police will not assist U.S. Immigration and Customs Enforcement, known as ICE, in arrests that are expected to begin this weekend.",
  "“We have cut off ICE from our databases,” Lightfoot told reporters. She said that undocumented immigrants should know their rights and that fear of deportation keeps families away from schools.",
  "The Department of Homeland Security, the parent of ICE, said that the operation is aimed at people with final orders of removal. A spokesman said that a detainer asks a jail to hold a person for up to 48 hours. Chicago calls itself a sanctuary city, and the rules of its county limit such help as well.",
];

export const articleHtml = `<article>
<h1>Chicago mayor says city police will not join planned arrests</h1>
<p>By A. Reporter, July 12, 2019</p>
${articleParagraphs.map((paragraph) => `<p>${paragraph}</p>`).join("\n")}
</article>`;

/** What a reader of the story must find, whatever the page does. */
export const storyEntities = ["us-ice", "chicago-il", "lori-lightfoot", "us-dhs"];

export function fill(template: string): string {
  return template
    .replaceAll("{{head}}", newsHead)
    .replaceAll("{{watch}}", `<script>${watchScript}</script>`)
    .replaceAll("{{article}}", articleHtml);
}

/** One fixture file, filled; `headers` for what the server must say. */
export function fixture(name: string, headers: Record<string, string> = {}, type?: string): FixturePage {
  return { body: fill(readFileSync(new URL(name, folder), "utf8")), headers, ...(type ? { type } : {}) };
}

/** The plain story, with more in its head or body. */
export function story({ head = "", before = "", after = "" } = {}): string {
  return fill(
    `<!doctype html><html lang="en"><head>{{head}}{{watch}}${head}</head><body>${before}{{article}}${after}</body></html>`,
  );
}
