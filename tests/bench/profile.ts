/** Where the first look at a page spends its time: the engine's own profile of many cold loads, added up by function. */
import type { CDPSession } from "playwright-core";
import { openBrowser } from "../support/browser";
import { until } from "../support/until";
import { bundleExtension, freshHost } from "./extension";
import { benchNames } from "./names";
import { type BenchPage, madePages, pageHeaders, savedPages } from "./pages";
import { type Measures, RESULT_ATTRIBUTE } from "./report";

interface ProfileNode {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
}
interface CpuProfile {
  nodes: ProfileNode[];
  samples: number[];
  timeDeltas: number[];
}

export interface ProfileRow {
  name: string;
  /** Milliseconds a load spent in the function itself, and in it with all it calls. */
  self: number;
  total: number;
}

function addUp(profile: CpuProfile, script: string, rows: Map<string, ProfileRow>): void {
  const parents = new Map<number, number>();
  const nodes = new Map<number, ProfileNode>();
  for (const node of profile.nodes) {
    nodes.set(node.id, node);
    for (const child of node.children ?? []) parents.set(child, node.id);
  }
  const nameOf = ({ callFrame }: ProfileNode): string =>
    `${callFrame.functionName || "(anonymous)"}${callFrame.lineNumber >= 0 ? `:${callFrame.lineNumber + 1}` : ""}`;
  for (const [place, id] of profile.samples.entries()) {
    const stack: ProfileNode[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const node = nodes.get(at);
      if (node) stack.push(node);
    }
    if (!stack.some(({ callFrame }) => callFrame.url.endsWith(script))) continue;
    const milliseconds = (profile.timeDeltas[place] ?? 0) / 1000;
    const seen = new Set<string>();
    for (const [depth, node] of stack.entries()) {
      const name = nameOf(node);
      const row = rows.get(name) ?? { name, self: 0, total: 0 };
      if (depth === 0) row.self += milliseconds;
      if (!seen.has(name)) row.total += milliseconds;
      seen.add(name);
      rows.set(name, row);
    }
  }
}

/** Loads `count` saved pages, or the made ones, `repeats` times each; only pages with a trigger count. */
export async function profileColdScan(namesIndex: string, count: number, repeats: number): Promise<ProfileRow[]> {
  const folder = await bundleExtension(benchNames(), namesIndex, false);
  const browser = await openBrowser("chromium", { package: folder, opensWelcome: false });
  const rows = new Map<string, ProfileRow>();
  let loads = 0;
  try {
    const page = await browser.page();
    if (!("context" in page.driver)) return [];
    const session: CDPSession = await page.driver.context().newCDPSession(page.driver);
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval: 100 });
    const load = async ({ name, html }: BenchPage): Promise<void> => {
      const url = `${freshHost()}/cold-profile/${encodeURIComponent(name)}`;
      browser.proxy.serve(url, { body: html, headers: pageHeaders });
      await session.send("Profiler.start");
      await page.goto(url);
      let found: string | null = null;
      await until(
        async () => {
          found = await page.evaluate(
            (attribute) => document.documentElement.getAttribute(attribute),
            RESULT_ATTRIBUTE,
          );
          return found !== null;
        },
        `profile of ${name}`,
        30_000,
      );
      const { profile } = (await session.send("Profiler.stop")) as { profile: CpuProfile };
      if (found === null || (JSON.parse(found) as Measures).triggered !== 1) return;
      loads += 1;
      addUp(profile, "cold-profile.js", rows);
    };
    for (let repeat = 0; repeat < repeats; repeat += 1)
      for (const one of [...madePages, ...savedPages(count)])
        await load(one).catch((error) => console.error(String(error)));
  } finally {
    await browser.close();
  }
  return [...rows.values()]
    .map(({ name, self, total }) => ({ name, self: self / loads, total: total / loads }))
    .sort((a, b) => b.self - a.self);
}
