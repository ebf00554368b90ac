/** No HTML from data anywhere: nothing in the packages can turn a string into markup or code, or open an address in another way. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/tools/commands";
import { packageOf } from "../hostile/support/packages";
import { browserNames } from "../support/browser";

/** Ways from a string to markup, code or another page, by names that a minifier must keep. */
const ways: readonly [string, RegExp][] = [
  ["innerHTML or outerHTML", /\b(?:inner|outer)HTML\b/],
  ["insertAdjacentHTML", /insertAdjacentHTML/],
  ["document.write", /\bdocument\.write(?:ln)?\b/],
  ["DOMParser", /\bDOMParser\b/],
  ["setHTML, parseHTML", /\b(?:set|parse)HTML(?:Unsafe)?\b/],
  ["a fragment from text", /createContextualFragment|XSLTProcessor/],
  ["srcdoc", /\bsrcdoc\b/i],
  ["a javascript: address", /javascript:/i],
  ["a handler from text", /setAttribute\(\s*["'`]on/],
  ["a timer from text", /set(?:Timeout|Interval)\(\s*["'`]/],
  ["code from text", /(?<![\w$.])eval\s*\(|new Function\b/],
  ["a script element", /createElement\(\s*["'`]script/],
  ["window.open", /\bwindow\.open\b/],
  ["messages to the page", /\bpostMessage\b/],
];

function scriptsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
}

function waysIn(text: string): string[] {
  return ways.filter(([, pattern]) => pattern.test(text)).map(([way]) => way);
}

describe.each(browserNames)("the package for %s", (name) => {
  it("holds no way from a string to markup or code", () => {
    const folder = packageOf(name);
    const scripts = scriptsOf(folder);
    expect(scripts.length).toBeGreaterThan(5);
    const found = scripts.flatMap((path) =>
      waysIn(readFileSync(`${folder}/${path}`, "utf8"))
        // The practice story states its date as news sites do, in a script element that holds data.
        .filter((way) => way !== "a script element" || !/^chunks\/practice-/.test(path))
        .map((way) => `${way}: ${path}`),
    );
    expect(found).toEqual([]);
  });

  it("has pages that hold no script or handler of their own", () => {
    const folder = packageOf(name);
    for (const path of readdirSync(folder).filter((file) => file.endsWith(".html"))) {
      const html = readFileSync(`${folder}/${path}`, "utf8");
      expect(html, path).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/i);
      expect(html, path).not.toMatch(/\son\w+\s*=/i);
      expect(html, path).not.toMatch(/<(?:iframe|object|embed|base)\b/i);
    }
  });
});

describe("our own code", () => {
  it("has one link that leaves the extension, and it says nothing of where it came from", () => {
    const folders = ["components", "entrypoints", "lib"];
    const links = folders.flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".tsx"))
        .flatMap((path) => {
          const text = readFileSync(`${root}${folder}/${path}`, "utf8");
          return [...text.matchAll(/<a\b[^>]*>/g)].map(([link]) => ({ path, link }));
        }),
    );
    const leaving = links.filter(({ link }) => /target=/.test(link));
    expect(leaving.length).toBeGreaterThan(0);
    for (const { link } of leaving) expect(link).toContain('rel="noopener noreferrer"');
    expect(links.filter(({ link }) => !leaving.some((one) => one.link === link)).map(({ path }) => path)).toEqual([
      "welcome/index.tsx",
    ]);
  });
});

it("the gate sees each way when it is there", () => {
  const samples = [
    "a.innerHTML=b",
    "a.insertAdjacentHTML(b)",
    "document.write(a)",
    "new DOMParser",
    "a.setHTMLUnsafe(b)",
    "a.createContextualFragment(b)",
    "a.srcdoc=b",
    "a.href=`javascript:b`",
    "a.setAttribute('onclick',b)",
    "setTimeout('a')",
    "eval(a)",
    "document.createElement('script')",
    "window.open(a)",
    "window.postMessage(a)",
  ];
  expect(samples.flatMap(waysIn)).toEqual(ways.map(([way]) => way));
});
