/**
 * How soon the popup is ready, beside an empty page of the same extension measured in turn with it:
 * `npx tsx scripts/measure-popup.ts [ROUNDS]`. Ready is the second frame in which all is there: every switch, and what it has to say of the
 * tab. The first contentful paint is told as well.
 */

import { alteredPackage } from "../tests/hostile/support/packages";
import { browserNames, openBrowser, type TestPage } from "../tests/support/browser";
import { until } from "../tests/support/until";

const rounds = Number(process.argv[2] ?? 21);
const script = "<script src='/ready.js'></script>";
const empty = `<!doctype html><html><head>${script}<meta charset='utf-8'><title>Empty</title></head><body><p class="all">Nothing</p></body></html>`;
/** Notes the frame after the one in which all is there. */
const ready = `const look = () => {
  if (document.querySelector(".all") || (document.querySelector(".popup-sources .tick") && document.querySelector(".popup > :nth-child(2):not(section)")?.textContent.length > 1))
    requestAnimationFrame(() => performance.mark("ready"));
  else requestAnimationFrame(look);
};
look();`;

/** Milliseconds from the start of the navigation. */
async function timesOf(page: TestPage): Promise<{ ready: number; paint: number }> {
  const read = () =>
    page.evaluate(
      () => ({
        ready: performance.getEntriesByName("ready")[0]?.startTime ?? 0,
        paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      }),
      null,
    );
  let times = { ready: 0, paint: 0 };
  await until(async () => {
    times = await read();
    return times.ready > 0 && times.paint > 0;
  }, "the page to be ready");
  return times;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

for (const name of browserNames) {
  const browser = await openBrowser(name, {
    package: alteredPackage(name, ({ read, write }) => {
      write("ready.js", ready);
      write("empty.html", empty);
      write("popup.html", read("popup.html").replace("<head>", `<head>${script}`));
    }),
  });
  const times: Record<"popup" | "empty", { ready: number; paint: number }[]> = { popup: [], empty: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const which of ["popup", "empty"] as const) {
      const page = await browser.page(`${browser.origin}/${which}.html`);
      await page.front();
      times[which].push(await timesOf(page));
      await page.close();
    }
  for (const what of ["ready", "paint"] as const) {
    const [popup, bare] = (["popup", "empty"] as const).map((which) => median(times[which].map((one) => one[what])));
    const ratio = (popup ?? Number.NaN) / (bare ?? Number.NaN);
    console.log(
      `${name}, ${what}: popup ${popup?.toFixed(0)} ms, empty page ${bare?.toFixed(0)} ms, ratio ${ratio.toFixed(2)}, ${rounds} rounds`,
    );
  }
  await browser.close();
}
