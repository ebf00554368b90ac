/**
 * Measures how long the background takes to load in both browsers, beside an empty one under the same manifest:
 * `npx tsx scripts/measure-background.ts [rounds] [chromium|firefox]`, after a build. Each round starts every browser with either package and
 * then puts the background to sleep and wakes it a few times. Two times are told: until its code has run, by its own clock,
 * and until a page that woke it has an answer.
 */
import { statSync } from "node:fs";
import type { Page as PlaywrightPage } from "playwright-core";
import { alteredPackage, packageOf } from "../tests/hostile/support/packages";
import { type BrowserName, browserNames, openBrowser, type TestPage } from "../tests/support/browser";
import { until } from "../tests/support/until";

type Variant = "ours" | "empty";
interface Start {
  id: string;
  ready: number;
  answer: number;
}
interface Times {
  first: number[];
  woken: number[];
  answer: number[];
}
interface Extension {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<{ id: string; ready: number } | undefined> };
    extension: { getViews(): Window[] };
  };
}

const rounds = Number(process.argv[2] ?? 5);
const wanted = browserNames.filter((name) => (process.argv[3] ?? name) === name);
const wakesPerLaunch = 3;
const question = "measure-background";

/** Stands at the end of the background, so that everything before it has run by then. */
const probe = `
{
  const start = { id: crypto.randomUUID(), ready: performance.now() };
  chrome.runtime.onMessage.addListener((message, sender, answer) => {
    if (message === "${question}") answer(start);
  });
}`;

function packageWithProbe(name: BrowserName, variant: Variant): string {
  return alteredPackage(name, ({ read, write }) => {
    write("background.js", `${variant === "ours" ? read("background.js") : ""}${probe}`);
    write("measure.html", "<!doctype html><title>Measure</title><body></body>");
  });
}

async function ask(page: TestPage): Promise<Start> {
  return page.evaluate(async (message) => {
    const { runtime } = (globalThis as unknown as Extension).chrome;
    const asked = performance.now();
    const start = await runtime.sendMessage(message);
    if (start === undefined) throw new Error("the background does not answer");
    return { ...start, answer: performance.now() - asked };
  }, question);
}

/** Chromium is told to stop the worker; Firefox, started with a short idle time, stops the event page by itself. */
async function putToSleep(name: BrowserName, page: TestPage): Promise<void> {
  if (name === "chromium") {
    const driver = page.driver as PlaywrightPage;
    const session = await driver.context().newCDPSession(driver);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await session.detach();
    return;
  }
  const asleep = (): Promise<boolean> =>
    page.evaluate(
      () =>
        (globalThis as unknown as Extension).chrome.extension
          .getViews()
          .every((view) => !view.location.pathname.includes("background")),
      null,
    );
  await until(asleep, "the background to fall asleep", 20_000);
}

async function measure(name: BrowserName, directory: string, opensWelcome: boolean, times: Times): Promise<void> {
  const preferences = { "extensions.background.idle.timeout": 1000 };
  const browser = await openBrowser(name, { package: directory, opensWelcome, preferences });
  try {
    const page = await browser.page(`${browser.origin}/measure.html`);
    let last = await ask(page);
    times.first.push(last.ready);
    for (let wake = 0; wake < wakesPerLaunch; wake += 1) {
      await putToSleep(name, page);
      const start = await ask(page);
      if (start.id === last.id) throw new Error("the background had not slept");
      times.woken.push(start.ready);
      times.answer.push(start.answer);
      last = start;
    }
  } finally {
    await browser.close();
  }
}

function median(values: number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

for (const name of wanted) {
  const times: Record<Variant, Times> = {
    ours: { first: [], woken: [], answer: [] },
    empty: { first: [], woken: [], answer: [] },
  };
  const directories = { ours: packageWithProbe(name, "ours"), empty: packageWithProbe(name, "empty") };
  for (let round = 0; round < rounds; round += 1) {
    const order: Variant[] = round % 2 === 0 ? ["ours", "empty"] : ["empty", "ours"];
    for (const variant of order) await measure(name, directories[variant], variant === "ours", times[variant]);
  }
  const bytes = statSync(`${packageOf(name)}/background.js`).size;
  console.log(`${name}: background.js ${bytes.toLocaleString("en")} bytes, ${rounds} rounds`);
  for (const [key, what] of [
    ["first", "first start, code run"],
    ["woken", "woken, code run"],
    ["answer", "woken, answer there"],
  ] as const) {
    const [ours, empty] = [median(times.ours[key]), median(times.empty[key])];
    const told = [ours, empty].map((value) => `${value.toFixed(1)} ms`).join(" beside ");
    console.log(`  ${what}: ${told} empty, ${(ours / empty).toFixed(2)} × (${times.ours[key].length} starts each)`);
  }
}
