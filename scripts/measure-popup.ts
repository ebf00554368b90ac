/**
 * How soon the popup is painted, beside an empty page of the same extension measured in turn with it:
 * `npx tsx scripts/measure-popup.ts [ROUNDS]`. First contentful paint counts: the popup draws every switch at once.
 */

import { alteredPackage } from "../tests/hostile/support/packages";
import { browserNames, openBrowser, type TestPage } from "../tests/support/browser";
import { until } from "../tests/support/until";

const rounds = Number(process.argv[2] ?? 21);
const empty =
  "<!doctype html><html><head><meta charset='utf-8'><title>Empty</title></head><body><p>Nothing</p></body></html>";

async function paintedAfter(page: TestPage): Promise<number> {
  const paint = () =>
    page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null, null);
  let time: number | null = null;
  await until(async () => {
    time = await paint();
    return time !== null;
  }, "the page to be painted");
  return time ?? Number.NaN;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

for (const name of browserNames) {
  const browser = await openBrowser(name, { package: alteredPackage(name, ({ write }) => write("empty.html", empty)) });
  const times: Record<"popup" | "empty", number[]> = { popup: [], empty: [] };
  const drawn: string[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const which of ["popup", "empty"] as const) {
      const page = await browser.page(`${browser.origin}/${which}.html`);
      await page.front();
      times[which].push(await paintedAfter(page));
      if (which === "popup")
        drawn.push(await page.evaluate(() => String(document.querySelectorAll(".tick").length), null));
      await page.close();
    }
  const [popup, bare] = [median(times.popup), median(times.empty)];
  const switches = [...new Set(drawn)].join("/");
  console.log(
    `${name}: popup ${popup.toFixed(0)} ms (${switches} source switches), empty page ${bare.toFixed(0)} ms, ratio ${(popup / bare).toFixed(2)}, ${rounds} rounds`,
  );
  await browser.close();
}
