import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { readFacts } from "../../../lib/page";
import { isPartialDate } from "../../../lib/time";
import { dearFuzzCases, fuzzTimeout } from "./cases";

const word = fc.oneof(
  fc.constantFrom(
    "NewsArticle",
    "2019-07-12T09:30:00-05:00",
    "12/07/2019",
    "31 February 2019",
    "July 12, 2019",
    "9999-99-99",
    "1e999",
    "0001-01-01",
    "https://paper.example/2019/07/12/story",
    "javascript:alert(1)",
    "<!--",
    "]]>",
    "</script>",
    "\u202e",
    "\ud83d",
    "es-MX",
    "zz",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const linked = fc.oneof(
  fc.dictionary(
    fc.constantFrom(
      "@type",
      "@graph",
      "headline",
      "datePublished",
      "dateModified",
      "url",
      "mainEntityOfPage",
      "__proto__",
      "author",
    ),
    fc.oneof(word, fc.array(word, { maxLength: 3 }), fc.jsonValue({ maxDepth: 3 })),
  ),
  fc.jsonValue({ maxDepth: 4 }),
);
const page = fc
  .record({
    language: word,
    title: word,
    script: fc.oneof(
      linked.map((value) => JSON.stringify(value)),
      fc.tuple(linked, fc.nat(120)).map(([value, cut]) => JSON.stringify(value).slice(0, cut)),
      fc.string(),
    ),
    meta: fc.array(
      fc.tuple(fc.constantFrom("article:published_time", "og:title", "og:url", "date", "keywords", "og:type"), word),
      { maxLength: 4 },
    ),
    time: word,
    text: fc.array(word, { maxLength: 6 }),
  })
  .map(({ language, title, script, meta, time, text }) => {
    const quoted = (value: string): string => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const written = (value: string): string => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const metas = meta.map(([name, content]) => `<meta property="${name}" content="${quoted(content)}">`).join("");
    return `<!doctype html><html lang="${quoted(language)}"><head><title>${written(title)}</title>${metas}<script type="application/ld+json">${script}</script></head><body><article><h1>${written(title)}</h1><time datetime="${quoted(time)}">${written(time)}</time><p>${written(text.join(" "))}</p></article></body></html>`;
  });

describe("what a page says of itself, under fuzzing", () => {
  it(
    "gives facts of the right shape and a day that exists and is not to come, whatever the page states",
    () => {
      let dated = 0;
      const now = new Date("2026-07-01T12:00:00Z");
      fc.assert(
        fc.property(page, word, (html, address) => {
          const { document } = parseHTML(html);
          const facts = readFacts(
            document as unknown as Document,
            `https://paper.example/${encodeURIComponent(address.toWellFormed())}`,
            undefined,
            now,
          );
          expect(["en", "es", "other"]).toContain(facts.language);
          expect(typeof facts.news).toBe("boolean");
          expect(facts.hints.length).toBeLessThanOrEqual(2000);
          for (const day of [facts.date.value, facts.date.modified]) {
            if (day === null) continue;
            dated += 1;
            expect(isPartialDate(day), day).toBe(true);
            expect(day <= "2026-07-02", day).toBe(true);
          }
        }),
        { numRuns: dearFuzzCases },
      );
      expect(dated).toBeGreaterThan(dearFuzzCases / 20);
      expect(Object.hasOwn(Object.prototype, "headline")).toBe(false);
    },
    fuzzTimeout,
  );
});
