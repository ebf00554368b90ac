/** One whole run: floor, ours and peers on the same pages, in turn, so that noise meets all of them alike. */
import type { BrowserName } from "../support/browser";
import { measureBackground } from "./background";
import { cardOpenMilliseconds } from "./card";
import { bundleExtension, type Mode, pageModes, peerModes } from "./extension";
import type { Result, ResultName } from "./goals";
import { Bench } from "./measure";
import { benchNames } from "./names";
import { type BenchPage, longPage, madePages, markablePage, savedPages } from "./pages";
import type { Measures } from "./report";
import { bundleReader, gzipKilobytes } from "./sizes";
import { median, type Spread, spread } from "./statistics";

export interface RunOptions {
  browser: BrowserName;
  /** Saved pages to measure on. */
  pages: number;
  repeats: number;
  namesIndex: string;
}

export interface Run {
  results: Result[];
  /** Median milliseconds of each mode, and of the parts of the cold scan. */
  milliseconds: Record<string, Spread>;
  pages: number;
  savedPages: number;
}

type PageTimes = Map<BenchPage, Partial<Record<Mode, Measures>>>;

function medians(all: readonly Measures[]): Measures | undefined {
  const [first] = all;
  if (!first) return undefined;
  return Object.fromEntries(Object.keys(first).map((key) => [key, median(all.map((one) => one[key] ?? Number.NaN))]));
}

async function loadPages(bench: Bench, pages: BenchPage[], options: RunOptions): Promise<PageTimes> {
  const times: PageTimes = new Map();
  await bench.load("bare-walk", madePages[0] ?? { name: "none", html: "" });
  for (const [place, page] of pages.entries()) {
    // The peers are so much dearer that a part of the pages is enough for them.
    const modes: Mode[] = place % 4 === 0 ? [...pageModes, ...peerModes] : [...pageModes];
    const all = new Map<Mode, Measures[]>();
    for (let repeat = 0; repeat < options.repeats; repeat += 1)
      for (const mode of modes) {
        const measures = await bench.load(mode, page);
        if (measures) all.set(mode, [...(all.get(mode) ?? []), measures]);
      }
    times.set(page, Object.fromEntries([...all].map(([mode, list]) => [mode, medians(list)])));
  }
  return times;
}

/** Ratio of two measures on each page that has both. */
function ratios(
  times: PageTimes,
  above: Mode,
  below: Mode,
  key = "milliseconds",
  only?: "quiet" | "stirred",
): number[] {
  const all: number[] = [];
  for (const measures of times.values()) {
    const triggered = measures["cold-scan"]?.triggered === 1;
    if ((only === "quiet" && triggered) || (only === "stirred" && !triggered)) continue;
    const ratio = (measures[above]?.[key] ?? Number.NaN) / (measures[below]?.milliseconds ?? Number.NaN);
    if (Number.isFinite(ratio)) all.push(ratio);
  }
  return all;
}

/** What weighing adds to the matcher's own cold time, on pages with a trigger: to all of it, and to it without the reading of the page. */
function weighing(times: PageTimes): { all: number[]; unread: number[] } {
  const both = { all: [] as number[], unread: [] as number[] };
  for (const { "cold-scan": scan, matcher } of times.values()) {
    if (scan?.triggered !== 1 || !matcher) continue;
    const added = (scan.milliseconds ?? Number.NaN) - (matcher.milliseconds ?? Number.NaN);
    both.all.push(added / (matcher.milliseconds ?? Number.NaN));
    both.unread.push(added / (matcher.matching ?? Number.NaN));
  }
  return both;
}

function parts(times: PageTimes): Record<string, Spread> {
  const stirred = [...times.values()].filter((measures) => measures["cold-scan"]?.triggered === 1);
  const quiet = [...times.values()].filter((measures) => measures["cold-scan"]?.triggered === 0);
  const of = (mode: Mode, key: string, from = stirred): Spread =>
    spread(from.map((one) => one[mode]?.[key]).filter((value) => value !== undefined));
  return {
    "bare-walk": of("bare-walk", "milliseconds"),
    "cold-scan": of("cold-scan", "milliseconds"),
    "cold-scan: look for a trigger in all text": of("cold-scan", "look"),
    "cold-scan: read": of("cold-scan", "read"),
    "cold-scan: trigger": of("cold-scan", "trigger"),
    "cold-scan: open (parse, tables)": of("cold-scan", "open"),
    "cold-scan: scan": of("cold-scan", "scan"),
    "JSON.parse of the index, again": of("cold-scan", "parse"),
    "matcher that weighs nothing": of("matcher", "milliseconds"),
    "warm-scan": of("cold-scan", "warm"),
    "bare-walk, quiet pages": of("bare-walk", "milliseconds", quiet),
    "quiet-page": of("quiet-page", "milliseconds", quiet),
    ...Object.fromEntries(peerModes.map((mode) => [mode, of(mode, "milliseconds")])),
  };
}

export async function run(options: RunOptions): Promise<Run> {
  const names = benchNames();
  const folder = await bundleExtension(names, options.namesIndex);
  const saved = savedPages(options.pages);
  const pages = [...madePages, ...saved];
  const results: Result[] = [];
  const add = (name: ResultName, values: readonly number[], note: string): void => {
    if (values.length > 0) results.push({ name, note, ...spread(values) });
  };
  const bench = await Bench.open(options.browser, folder);
  try {
    const times = await loadPages(bench, pages, options);
    add(
      "cold-scan/bare-walk",
      ratios(times, "cold-scan", "bare-walk", "milliseconds", "stirred"),
      "pages with a trigger",
    );
    add("quiet-page/bare-walk", ratios(times, "quiet-page", "bare-walk", "milliseconds", "quiet"), "pages without one");
    const { all: added, unread } = weighing(times);
    add("weighing/matcher", added, `cold; ${median(unread).toFixed(1)} × where reading the page is left out`);
    add("warm-scan/bare-walk", ratios(times, "cold-scan", "bare-walk", "warm", "stirred"), "second look, cold floor");
    add("markjs/cold-scan", ratios(times, "markjs", "cold-scan", "milliseconds", "stirred"), "one regex of all names");
    const packages = (["ahocorasick", "modern-ahocorasick", "monyone"] as const)
      .map((mode) => ({ mode, values: ratios(times, mode, "cold-scan", "milliseconds", "stirred") }))
      .filter(({ values }) => values.length > 0)
      .sort((a, b) => median(a.values) - median(b.values));
    add("ahocorasick/cold-scan", packages[0]?.values ?? [], `best of three: ${packages[0]?.mode}`);
    add("regex/cold-scan", ratios(times, "regex", "cold-scan", "milliseconds", "stirred"), "trie built before");

    const { repeats } = options;
    const marks = await bench.repeat("marks", { name: "marks", html: markablePage(600) }, repeats);
    const wrapped = await bench.repeat("marks-100", { name: "marks", html: markablePage(600) }, repeats);
    const hundred = median(wrapped.map((one) => one.ratio ?? Number.NaN));
    add(
      "wrap/paint",
      marks.map((one) => (one.wrap500 ?? 0) / (one.paint500 ?? 1)),
      `500 mentions; ${hundred.toFixed(1)} at 100`,
    );
    const flat = median(marks.map((one) => (one.hover ?? 0) / (one.hover100 ?? 1)));
    add(
      "hover/element-from-point",
      marks.map((one) => one.hover ?? 0),
      `500 mentions; ${flat.toFixed(2)} × that at 100`,
    );

    const short = await bench.repeat("incremental", { name: "50k", html: longPage(50_000) }, repeats);
    const long = await bench.repeat("incremental", { name: "500k", html: longPage(500_000) }, repeats);
    const each = (list: Measures[]): number[] => list.map((one) => one.perParagraph ?? Number.NaN);
    const longest = Math.max(...[...short, ...long].map((one) => one.longest ?? 0));
    add("incremental-ms-per-paragraph", each(short), `longest batch ${longest.toFixed(1)} ms`);
    const floor = median(each(short));
    add(
      "incremental-growth",
      each(long).map((one) => one / floor),
      "500k ÷ 50k characters",
    );

    const growth = await bench.repeat("scan-growth", madePages[1] ?? { name: "none", html: "" }, repeats);
    const coldTen = median(growth.map((one) => (one.coldTenfold ?? 0) / (one.cold ?? 1)));
    add(
      "scan-growth",
      growth.map((one) => one.growth ?? Number.NaN),
      `warm; cold ${coldTen.toFixed(1)} ×`,
    );

    const heaps: number[] = [];
    for (const page of pages.slice(0, 12)) {
      const [full, empty] = [await bench.heap("heap", page), await bench.heap("empty", page)];
      if (full !== null && empty !== null) heaps.push(full - empty);
    }
    add("tab-heap-kb", heaps, "reading kept, less an empty script");
    const cards = await cardOpenMilliseconds(options.browser, 4 * repeats);
    add("card-open-ms", cards, "intent delay 0; from the pointer's rest to the painted frame");
    const { answer, first } = (await measureBackground(options.browser, repeats)).rows;
    const wake = `woken ${answer.ours.toFixed(0)} beside ${answer.empty.toFixed(0)} ms; first load ${first.ours.toFixed(0)} beside ${first.empty.toFixed(0)} ms`;
    add("worker-load-ms", answer.ratios, wake);
    add("index-kb", [gzipKilobytes(options.namesIndex)], "gzip");
    add("content-script-gzip-kb", [gzipKilobytes((await bundleReader(false)).code)], "code without the index");
    return { results, milliseconds: parts(times), pages: pages.length, savedPages: saved.length };
  } finally {
    await bench.close();
  }
}
