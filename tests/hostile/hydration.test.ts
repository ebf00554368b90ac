/** Condition 15: apps that take over HTML from their server must find it exactly as they made it. */
import { beforeAll, describe, expect, it } from "vitest";
import { until } from "../support/until";
import { type BundledApp, bundleApp, type Framework, frameworks } from "./support/bundle";
import { newsHead } from "./support/fixtures";
import { errorsOf, found, inBothBrowsers } from "./support/suite";

const listen = `<script>
window.complaints = [];
for (const level of ["warn", "error"]) {
  const old = console[level];
  console[level] = (...words) => { window.complaints.push(words.map(String).join(" ")); };
}
addEventListener("error", (event) => window.complaints.push(event.message));
</script>`;

describe("apps from npm", () => {
  const apps = new Map<Framework, BundledApp>();
  beforeAll(async () => {
    for (const framework of frameworks) apps.set(framework, await bundleApp(framework));
  }, 60_000);

  inBothBrowsers("hydration", (hostile) => {
    it.each(frameworks)("15: %s hydrates marked text with no complaint, and goes on working", async (framework) => {
      const app = apps.get(framework);
      if (!app) throw new Error(`${framework} was not bundled`);
      const html = `<!doctype html><html lang="en"><head>${newsHead}${listen}</head><body><div id="app">${app.html}</div><script src="/app.js"></script></body></html>`;
      for (const spoiled of [false, true]) {
        const host = `${framework}${spoiled ? "-spoiled" : ""}`;
        hostile.browser.proxy.serve(`http://${host}.hostile.test/app.js`, {
          body: app.script,
          type: "text/javascript",
        });
        const page = await hostile.open(host, html);
        await found(hostile, page, ["us-ice", "lori-lightfoot", "us-dhs"]);
        // The same app over HTML that someone did change must complain: else the silence below would mean nothing.
        if (spoiled)
          await page.evaluate(() => {
            // One paragraph replaced, one with a word wrapped, as extensions do that mark by changing the page.
            const first = document.querySelector("#app p") as Element;
            const second = document.querySelector("#app p + p") as Element;
            const other = document.createElement("div");
            other.textContent = "Someone else’s words.";
            const text = (second.firstChild as Text).splitText(4);
            const mark = document.createElement("mark");
            text.splitText(10).before(mark);
            mark.append(text);
            first.replaceWith(other);
          }, null);
        await page.evaluate(() => void (Reflect.get(window, "hydrateNow") as () => unknown)(), null);
        const complaints = (): Promise<string[]> =>
          page.evaluate(() => Reflect.get(window, "complaints") as string[], null);
        if (spoiled) {
          await until(async () => (await complaints()).length > 0, `${framework} to complain of changed HTML`);
          continue;
        }
        await until(async () => {
          await page.evaluate(() => document.querySelector("button")?.click(), null);
          return page.evaluate(
            () => document.body.textContent?.includes("Customs and Border Protection") === true,
            null,
          );
        }, `${framework} to answer a click`);
        await found(hostile, page, ["us-ice", "us-cbp"]);
        expect(await complaints()).toEqual([]);
        expect(errorsOf(page)).toEqual([]);
      }
    });
  });
});
