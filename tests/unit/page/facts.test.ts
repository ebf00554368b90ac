import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { isReadableDocument, readFacts } from "../../../lib/page";
import { decideLanguage, guessLanguage } from "../../../lib/page/language";

const now = new Date("2026-06-01T12:00:00Z");
const report =
  "The mayor said on Monday that the city would not change its ordinance, according to a spokeswoman, who told reporters that officers had been reminded of it. ";
const chat =
  "You can improve your kitchen with your own hands, and you will love how your new shelves look when you put them up. ";
const spanish =
  "El alcalde dijo el lunes que la ciudad no cambiará su ordenanza, según una portavoz, y que los agentes fueron informados de las reglas por el departamento con más detalle. ";

function factsOf(head: string, body: string, address = "https://paper.example/news/mayor-says-city-will-not-change") {
  const { document } = parseHTML(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
  return readFacts(document as unknown as Document, address, undefined, now);
}

const paragraphs = (text: string, count = 12) => `<p>${text.repeat(2)}</p>`.repeat(count);
const news =
  '<script type="application/ld+json">{"@type":"ReportageNewsArticle","datePublished":"2019-07-15"}</script>';

describe("news or not", () => {
  it("takes a report for news, with reasons", () => {
    const facts = factsOf(news, `<article><h1>Mayor says city will not change</h1>${paragraphs(report)}</article>`);
    expect(facts.news).toBe(true);
    expect(facts.newsEvidence.map((item) => item.code)).toEqual(
      expect.arrayContaining(["json-ld-news", "reporting-much", "prose-long"]),
    );
  });

  it("takes a report for news without any markup", () => {
    expect(factsOf("", `<h1>Mayor says city will not change</h1>${paragraphs(report)}`).news).toBe(true);
  });

  it("takes a Spanish report for news", () => {
    expect(
      factsOf("", `<h1>El alcalde</h1>${paragraphs(spanish)}`, "https://diario.example/noticias/el-alcalde-dijo-que-no")
        .news,
    ).toBe(true);
  });

  it.each([
    ["a front page", "https://paper.example/", "", "<h2>One</h2><h2>Two</h2>"],
    [
      "a how-to",
      "https://site.example/blog/how-to-hang-shelves",
      "<title>How to hang shelves</title>",
      paragraphs(chat),
    ],
    [
      "a shop",
      "https://shop.example/product/shelf",
      '<meta property="og:type" content="product">',
      paragraphs(chat, 2),
    ],
    ["a forum", "https://forum.example/threads/shelves", "", paragraphs(report)],
    [
      "documentation",
      "https://docs.example/reference/shelf",
      '<meta name="generator" content="Sphinx 4">',
      paragraphs(chat),
    ],
    ["an empty page", "https://paper.example/news/x", "", ""],
  ])("does not take %s for news", (_, address, head, body) => {
    expect(factsOf(head, body, address).news).toBe(false);
  });

  it("gathers title, section and keywords as hints", () => {
    const head =
      '<title>A | Paper</title><meta property="article:section" content="Immigration"><meta name="keywords" content="ICE, city">';
    const { hints, title } = factsOf(head, "<h1>Mayor</h1>");
    expect(title).toBe("Mayor");
    expect(hints).toContain("Immigration");
    expect(hints).toContain("ICE, city");
  });
});

describe("language", () => {
  it("believes words over a wrong declaration, and the declaration where words say little", () => {
    expect(decideLanguage("en", spanish.repeat(3))).toBe("es");
    expect(decideLanguage("es-MX", "Hola")).toBe("es");
    expect(decideLanguage("de", "Hallo")).toBe("other");
    expect(decideLanguage(null, report.repeat(3))).toBe("en");
    expect(decideLanguage(null, "")).toBe("other");
    expect(
      guessLanguage("O prefeito disse que não vai mudar as regras da cidade em uma reunião pelo ".repeat(6)),
    ).not.toBe("es");
  });
});

describe("kinds of document", () => {
  const kind = (contentType: string, name = "html", body: object | null = { localName: "body" }) =>
    isReadableDocument({ contentType, documentElement: { localName: name }, body } as unknown as Document);

  it("reads HTML and XHTML with a body, and nothing else", () => {
    expect(kind("text/html")).toBe(true);
    expect(kind("application/xhtml+xml")).toBe(true);
    expect(kind("image/svg+xml", "svg", null)).toBe(false);
    expect(kind("application/xml")).toBe(false);
    expect(kind("text/plain")).toBe(false);
    expect(kind("application/json")).toBe(false);
    expect(kind("text/html", "html", null)).toBe(false);
    expect(kind("text/html", "html", { localName: "frameset" })).toBe(false);
  });
});
