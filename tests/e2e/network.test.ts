/** Proof that Newsgloss has no network: the packages hold no call, their policy forbids one, and none is seen. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { articleHtml, newsHead } from "../hostile/support/fixtures";
import { alteredPackage, type Manifest, packageOf } from "../hostile/support/packages";
import {
  type BrowserName,
  browserNames,
  foreignRequests,
  openBrowser,
  type TestBrowserOptions,
} from "../support/browser";
import { askReader } from "../support/settings";
import { until } from "../support/until";
import { rest } from "../support/words";

const site = "http://paper.network.test/";
const address = `${site}2019/07/12/chicago-mayor-says-police-will-not-join`;

function filesOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(?:js|html|css)$/.test(path),
  );
}

/** Calls that could reach a network, by the names a minifier must keep. */
const calls: readonly [string, RegExp][] = [
  ["fetch", /(?<![\w$.])fetch\s*\(|(?:globalThis|window|self)\.fetch\b/],
  ["XMLHttpRequest", /XMLHttpRequest/],
  ["WebSocket", /\bWebSocket\b/],
  ["WebTransport", /\bWebTransport\b/],
  ["EventSource", /\bEventSource\b/],
  ["RTCPeerConnection", /RTCPeerConnection/],
  ["sendBeacon", /sendBeacon/],
  ["importScripts", /importScripts\s*\(/],
  ["import of an address", /import\s*\(\s*["'`]?(?:https?:|\/\/|data:|blob:)/],
  ["import of a variable", /(?<![\w$.])import\s*\(\s*(?!["'`]\.{1,2}\/)/],
  ["import from an address", /(?<![\w$.])(?:from|import)\s*["'`](?:https?:|\/\/|data:|blob:)/],
  ["a worker", /new (?:Shared)?Worker\b|serviceWorker\.register/],
  ["new Image", /new Image\b/],
  ["eval", /(?<![\w$.])eval\s*\(|new Function\b/],
  ["remote file in HTML", /<(?:script|link|img|iframe)[^>]+(?:src|href)=["']?(?:https?:)?\/\//],
  ["remote file in CSS", /url\(\s*["']?(?:https?:)?\/\/|@import\s+["'](?:https?:)?\/\//],
];

/** Requests of a browser in which an article is read, a card opened, and every page of the extension visited. */
async function requestsWith(name: BrowserName, options: TestBrowserOptions, planted: boolean): Promise<string[]> {
  const browser = await openBrowser(name, options);
  try {
    browser.proxy.serve(
      address,
      `<!doctype html><html lang="en"><head>${newsHead}</head><body>${articleHtml}</body></html>`,
    );
    const page = await browser.page(address);
    await until(async () => ((await askReader(browser, page))?.mentions ?? 0) > 0, "mentions", 15_000);
    await page.front();
    await rest(page, "Lori Lightfoot");
    await page.card.waitOpen();
    for (const path of ["options.html", "popup.html", "welcome.html", "sidepanel.html", "practice.html"]) {
      if (!readdirSync(options.package ?? packageOf(name)).includes(path)) continue;
      const opened = await browser.page(`${browser.origin}/${path}`);
      await until(() => opened.evaluate(() => document.readyState !== "loading", null), `${path} to load`);
      await opened.close();
    }
    const seen = (): string[] => foreignRequests(browser, [site]);
    if (planted)
      await until(async () => seen().length > 0, "the planted request to be seen", 15_000).catch(() => undefined);
    return seen();
  } finally {
    await browser.close();
  }
}

it("the gate on bundles sees each call when it is there", () => {
  const samples = [
    "fetch(a)",
    "new XMLHttpRequest",
    "new WebSocket(a)",
    "new WebTransport(a)",
    "new EventSource(a)",
    "new RTCPeerConnection",
    "navigator.sendBeacon(a)",
    "importScripts(a)",
    "import(`https://collector.test/a.js`)",
    "import(a)",
    'import a from"https://collector.test/a.js"',
    "new Worker(a)",
    "new Image",
    "eval(a)",
    '<img src="https://collector.test/a.png">',
    "a{background:url(//collector.test/a.png)}",
  ];
  const seen = samples.map((text) => calls.filter(([, pattern]) => pattern.test(text)).map(([call]) => call));
  expect(seen.every((found) => found.length > 0)).toBe(true);
  expect([...new Set(seen.flat())].sort()).toEqual(calls.map(([call]) => call).sort());
});

describe.each(browserNames)("no network in %s", (name) => {
  const manifest = JSON.parse(readFileSync(join(packageOf(name), "manifest.json"), "utf8")) as Manifest;

  it("asks for no permission that could reach one, and forbids its pages to connect", () => {
    const allowed = ["storage", "activeTab", "sidePanel"];
    expect(manifest.permissions.filter((permission) => !allowed.includes(permission))).toEqual([]);
    expect(manifest).not.toHaveProperty("web_accessible_resources");
    expect(manifest).not.toHaveProperty("externally_connectable");
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/https?:|unsafe|\*|data:|blob:/);
  });

  it("holds no network call in any bundle", () => {
    const found: string[] = [];
    for (const path of filesOf(packageOf(name))) {
      const text = readFileSync(join(packageOf(name), path), "utf8");
      for (const [call, pattern] of calls) if (pattern.test(text)) found.push(`${call} in ${path}`);
    }
    expect(found).toEqual([]);
  });

  it("makes no request while an article is read, a card opened, and its own pages visited", async () => {
    expect(await requestsWith(name, {}, false)).toEqual([]);
  });

  it("would be caught: a request planted in the background is found in the bundle and at the proxy", async () => {
    const planted = "http://collector.network.test/beacon";
    const directory = alteredPackage(name, (copy) => {
      copy.write("background.js", `fetch(${JSON.stringify(planted)}).catch(() => {});${copy.read("background.js")}`);
      copy.manifest.content_security_policy.extension_pages = "script-src 'self'";
      copy.manifest.host_permissions = ["<all_urls>"];
    });
    expect(calls[0]?.[1].test(readFileSync(join(directory, "background.js"), "utf8"))).toBe(true);
    expect(await requestsWith(name, { package: directory }, true)).toContain(planted);
  });
});
