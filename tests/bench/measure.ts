/** Loads pages under the modes and collects what their scripts report. */
import { type BrowserName, openBrowser, type TestBrowser, type TestPage } from "../support/browser";
import { until } from "../support/until";
import { freshHost, type Mode } from "./extension";
import { type BenchPage, pageHeaders } from "./pages";
import { type Measures, RESULT_ATTRIBUTE } from "./report";

export class Bench {
  private constructor(
    readonly browser: TestBrowser,
    readonly page: TestPage,
  ) {}

  static async open(name: BrowserName, folder: string): Promise<Bench> {
    // Firefox rounds its clock to a millisecond unless told not to.
    const browser = await openBrowser(name, {
      package: folder,
      opensWelcome: false,
      preferences: { "privacy.reduceTimerPrecision": false, "privacy.resistFingerprinting": false },
    });
    return new Bench(browser, await browser.page());
  }

  /** One load in a fresh process; null where the script did not report. */
  async load(mode: Mode, { name, html }: BenchPage): Promise<Measures | null> {
    const url = `${freshHost()}/${mode}/${encodeURIComponent(name)}`;
    this.browser.proxy.serve(url, { body: html, headers: pageHeaders });
    try {
      await this.page.goto(url);
      let found: string | null = null;
      await until(
        async () => {
          found = await this.page.evaluate((name) => document.documentElement.getAttribute(name), RESULT_ATTRIBUTE);
          return found !== null;
        },
        `${mode} on ${name}`,
        30_000,
      );
      return found === null ? null : (JSON.parse(found) as Measures);
    } catch (error) {
      console.error(String(error).split("\n")[0]);
      return null;
    }
  }

  async repeat(mode: Mode, page: BenchPage, times: number): Promise<Measures[]> {
    const all: Measures[] = [];
    for (let time = 0; time < times; time += 1) {
      const measures = await this.load(mode, page);
      if (measures) all.push(measures);
    }
    return all;
  }

  /** Kilobytes of script heap after collecting garbage; Chromium only. */
  async heap(mode: Mode, page: BenchPage): Promise<number | null> {
    if (!(await this.load(mode, page)) || !("context" in this.page.driver)) return null;
    const session = await this.page.driver.context().newCDPSession(this.page.driver);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
    await session.detach();
    return usedSize / 1000;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
