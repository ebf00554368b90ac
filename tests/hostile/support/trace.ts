/** How long our own script holds a page's main thread (Chromium's tracing; Firefox offers none to a driver). */
import type { Page as PlaywrightPage } from "playwright-core";
import type { TestPage } from "../../support/browser";

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string; frame?: string } };
}

export interface OurTime {
  /** The longest unbroken run of our script in processor time, milliseconds; without its compiling. */
  longest: number;
  /**
   * What the compiling of our script took. It hangs on the script's bytes alone, which `tests/e2e/budgets.test.ts` holds, and on the machine:
   * in a new process 20 to 50 ms, on a page of any size; next to nothing in one that has compiled it before.
   */
  compiling: number;
  /** All of it. */
  total: number;
  /** The span that was recorded, by the clock. */
  span: number;
}

function threadOf(event: TraceEvent): string {
  return `${event.pid} ${event.tid}`;
}

/** Work after a message or a promise runs under this name, which says nothing of whose it is. */
const microtasks = "BlinkScheduler_PerformMicrotaskCheckpoint";
const runs = new Set(["FunctionCall", "EvaluateScript", "v8.run", "FireIdleCallback", "TimerFire"]);

/**
 * Records while `act` runs. Processor time is counted, not the clock: other work on the machine must not be taken for ours.
 * Only calls into files of the extension count, so the page's own work does not; where the page runs no script of its own
 * (`isPageStill`), what follows a message or a promise counts too.
 */
export async function traceOurTime(
  page: TestPage,
  act: () => Promise<void>,
  { isPageStill = false } = {},
): Promise<OurTime> {
  const driver = page.driver as PlaywrightPage;
  const session = await driver.context().newCDPSession(driver);
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "v8", ...(isPageStill ? ["toplevel"] : [])] },
  });
  const began = Date.now();
  await act();
  const span = Date.now() - began;
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const calls = events.filter(
    (event) =>
      runs.has(event.name) && event.ph === "X" && event.args?.data?.url?.startsWith("chrome-extension://") === true,
  );
  const threads = new Set(calls.map(threadOf));
  const follow = events.filter(
    (event) => isPageStill && event.name === microtasks && event.ph === "X" && threads.has(threadOf(event)),
  );
  if (isPageStill && follow.length === 0) throw new Error(`the browser traced no ${microtasks}`);
  const ours = [...calls, ...follow];
  // Calls nest: only the outermost of each thread count.
  ours.sort((first, second) => first.ts - second.ts || (second.dur ?? 0) - (first.dur ?? 0));
  const ends = new Map<string, number>();
  const compiled = events.filter((event) => event.name === "v8.compile" && event.ph === "X");
  const processor = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;
  let longest = 0;
  let compiling = 0;
  let total = 0;
  for (const event of ours) {
    const thread = threadOf(event);
    const end = event.ts + (event.dur ?? 0);
    if (end <= (ends.get(thread) ?? 0)) continue;
    ends.set(thread, end);
    const inside = compiled.filter((one) => threadOf(one) === thread && one.ts >= event.ts && one.ts < end);
    const spentCompiling = inside.reduce((sum, one) => sum + processor(one), 0);
    compiling += spentCompiling;
    longest = Math.max(longest, processor(event) - spentCompiling);
    total += processor(event);
  }
  return { longest, compiling, total, span };
}
