/** How long the background takes to load and to wake, beside an empty one under the same manifest. */
import { statSync } from "node:fs";
import type { Page as PlaywrightPage } from "playwright-core";
import { alteredPackage, packageOf } from "../hostile/support/packages";
import { type BrowserName, openBrowser, type TestPage } from "../support/browser";
import { until } from "../support/until";
import { median } from "./statistics";

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

export interface BackgroundRow {
  what: string;
  /** Milliseconds, medians. */
  ours: number;
  empty: number;
  /** Each answer's or start's milliseconds ÷ the median of the empty one's. */
  ratios: number[];
}

/** The packages must be built. Each round starts the browser with either package, sends its background to sleep and wakes it. */
export async function measureBackground(
  name: BrowserName,
  rounds: number,
): Promise<{ bytes: number; rows: Record<keyof Times, BackgroundRow> }> {
  const times: Record<Variant, Times> = {
    ours: { first: [], woken: [], answer: [] },
    empty: { first: [], woken: [], answer: [] },
  };
  const directories = { ours: packageWithProbe(name, "ours"), empty: packageWithProbe(name, "empty") };
  for (let round = 0; round < rounds; round += 1) {
    const order: Variant[] = round % 2 === 0 ? ["ours", "empty"] : ["empty", "ours"];
    for (const variant of order) await measure(name, directories[variant], variant === "ours", times[variant]);
  }
  const row = (key: keyof Times, what: string): BackgroundRow => {
    const empty = median(times.empty[key]);
    return { what, ours: median(times.ours[key]), empty, ratios: times.ours[key].map((value) => value / empty) };
  };
  return {
    bytes: statSync(`${packageOf(name)}/background.js`).size,
    rows: {
      first: row("first", "first start, code run"),
      woken: row("woken", "woken, code run"),
      answer: row("answer", "woken, answer there"),
    },
  };
}
