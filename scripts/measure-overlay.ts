/**
 * `npx tsx scripts/measure-overlay.ts`: marks as highlights beside a prototype of own boxes in a closed root, in both browsers.
 * Prints the table of docs/adr/0001. The prototype is tests/bench/overlay.html; the extension does not use it.
 */
import { readFileSync } from "node:fs";
import { browserNames, openBrowser } from "../tests/support/browser";
import { root } from "./tools/commands";

interface Place {
  misfit: number;
  over: number;
}
interface Measured {
  kind: string;
  marks: number;
  first: number;
  draw: number;
  scroll?: Place;
  scroller?: Place;
  fold?: Place;
  sheet?: Place;
  animation?: Place;
}
type Measuring = typeof globalThis & { measure(kind: string, count: number): Promise<Measured> };

const address = "http://overlay.test/";
const kinds = ["highlights", "boxes", "boxes that look for cover"];
const written = (place: Place | undefined): string => (place ? `${place.misfit} px, ${place.over}` : "0 px, 0");

console.log(
  "| browser | marks | drawn as | first, ms | again, ms | scrolled | scroller | unfolded | style rule | animation |",
);
console.log("| --- | ---: | --- | ---: | ---: | --- | --- | --- | --- | --- |");
for (const name of browserNames) {
  const browser = await openBrowser(name, { bare: true });
  try {
    browser.proxy.serve(address, readFileSync(`${root}tests/bench/overlay.html`, "utf8"));
    const page = await browser.page(address);
    await page.front();
    for (const count of [100, 500])
      for (const kind of kinds) {
        const { marks, first, draw, ...places } = await page.evaluate(
          (wanted) => (window as unknown as Measuring).measure(wanted.kind, wanted.count),
          { kind, count },
        );
        const { scroll, scroller, fold, sheet, animation } = places;
        const cells = [name, marks, kind, first.toFixed(1), draw.toFixed(1)];
        console.log(`| ${[...cells, ...[scroll, scroller, fold, sheet, animation].map(written)].join(" | ")} |`);
      }
  } finally {
    await browser.close();
  }
}
