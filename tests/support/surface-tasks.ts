/** What a reader does on every page of the extension, in both browsers. */
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "../../lib/settings/schema";
import { root } from "../../scripts/tools/commands";
import { browserNames, openBrowser, type TestBrowser, type TestPage } from "./browser";
import { askReader, readStored, writeSettings } from "./settings";
import { hands, openFor, untilShows } from "./surfaces";
import { until } from "./until";

const article = readFileSync(`${root}tests/fixtures/pages/july-2019.html`, "utf8");
const host = "paper.example.test";
const address = `http://${host}/2019/07/12/chicago-mayor`;
const touching = {
  touch: true,
  preferences: { "dom.w3c_touch_events.enabled": 1 },
};

/** Declares the tasks for some ways of handling a page. */
export function surfaceTasks(ways: readonly (keyof typeof hands)[]): void {
  describe.each(browserNames.flatMap((name) => ways.map((by) => ({ name, by }))))("in $name by $by", ({ name, by }) => {
    const hand = hands[by];
    let browser: TestBrowser;
    let story: TestPage;

    beforeAll(async () => {
      browser = await openBrowser(name, by === "touch" ? touching : {});
      browser.proxy.serve(address, article);
      story = await browser.page(address);
      await until(async () => ((await askReader(browser, story))?.mentions ?? 0) > 0, "mentions to be found", 15_000);
    });
    afterAll(() => browser?.close());
    afterEach(() => writeSettings(browser, defaultSettings));

    const becomes = <Name extends keyof Settings>(setting: Name, value: Settings[Name]) =>
      until(
        async () => JSON.stringify((await readStored(browser))[setting]) === JSON.stringify(value),
        `${setting} to be ${JSON.stringify(value)}`,
      );
    const mentions = async () => (await askReader(browser, story))?.mentions ?? -1;

    it("the popup says what is here and switches sources, kinds, day, site and pause", async () => {
      const popup = await openFor(browser, "popup", host);
      await untilShows(popup, "things explained here");
      await hand.press(popup, "News");
      await becomes("hiddenGroups", ["news"]);
      await hand.press(popup, "News");
      await becomes("hiddenGroups", []);
      await hand.press(popup, "Kinds of things");
      await hand.press(popup, "Places");
      await becomes("hiddenKinds", ["jurisdiction"]);
      await hand.press(popup, "Pages, date and marks");
      await hand.choose(popup, "When published", "Latest");
      await becomes("lens", "today");
      await hand.press(popup, `On ${host}`);
      await becomes("sitesOff", [host]);
      await untilShows(popup, `Newsgloss is off on ${host}.`);
      await hand.press(popup, `On ${host}`);
      await becomes("sitesOff", []);
      await untilShows(popup, "things explained here");
      await hand.press(popup, "Pause for today");
      await untilShows(popup, "Paused for today.");
      await hand.press(popup, "Resume");
      await becomes("pausedOn", null);
      await untilShows(popup, "things explained here");
      await popup.close();
    });

    it("one source is found by name and switched off alone", async () => {
      const popup = await openFor(browser, "popup", host);
      await untilShows(popup, "things explained here");
      await hand.press(popup, "Single sources");
      await hand.write(popup, "Find a source", "department of justice");
      const first = await popup.evaluate(async () => {
        for (;;) {
          const source = document.querySelector(".popup-sources .fold .fold .switch");
          if (source) return source.querySelector(".switch-text > span")?.textContent ?? "";
          await new Promise(requestAnimationFrame);
        }
      }, null);
      await hand.press(popup, first);
      await until(async () => ((await readStored(browser)).hiddenSources ?? []).length === 1, "the source to be off");
      await popup.close();
    });

    it("the settings page finds a setting and changes it", async () => {
      const page = await browser.page(`${browser.origin}/options.html`);
      await untilShows(page, "Newsgloss settings");
      await hand.write(page, "Find a setting or a source", "colors");
      await until(
        () => page.evaluate(() => document.querySelectorAll("main section").length === 1, null),
        "one section to be left",
      );
      await hand.choose(page, "As the system", "Dark");
      await becomes("theme", "dark");
      expect(await page.evaluate(() => document.documentElement.dataset.theme, null)).toBe("dark");
      await page.close();
    });

    it("the settings page takes a site and lets it go again", async () => {
      const page = await browser.page(`${browser.origin}/options.html`);
      await untilShows(page, "Newsgloss settings");
      await hand.write(page, "Never read on", "https://other.example.test/story?x=1");
      await page.press("Enter");
      await becomes("sitesOff", ["other.example.test"]);
      await hand.press(page, "Remove other.example.test");
      await becomes("sitesOff", []);
      await page.close();
    });

    it("the list beside the page opens a card, filters, and goes to the place in the text", async () => {
      const panel = await openFor(browser, "sidepanel", host);
      await untilShows(panel, "On this page");
      await hand.write(panel, "Filter by name", "chicágo");
      await until(
        () => panel.evaluate(() => document.querySelectorAll(".entity-row").length === 1, null),
        "one name to be left",
      );
      await hand.press(panel, "Chicago, Illinois");
      await until(
        () => panel.evaluate(() => document.querySelector(".entity-row .card-inline") !== null, null),
        "the card to be drawn in the list",
      );
      await hand.press(panel, "Go to mention 1 of Chicago, Illinois");
      await story.front();
      await story.card.waitOpen();
      expect(await story.evaluate(() => document.activeElement?.matches("[popover]") ?? false, null)).toBe(true);
      await story.press("Escape");
      await story.card.waitClosed();
      await panel.close();
    });

    it("the list beside the page is printed as a lesson sheet, and saved with its sources", async () => {
      const panel = await openFor(browser, "sidepanel", host);
      await untilShows(panel, "Chicago, Illinois");
      // What would leave the page is kept: a driver answers no print dialog, and each browser saves a file in its own way.
      await panel.evaluate(() => {
        const kept = { sheets: [] as string[], files: [] as string[] };
        Reflect.set(globalThis, "kept", kept);
        globalThis.print = () =>
          void kept.sheets.push(document.querySelector<HTMLElement>(".sheet")?.textContent ?? "");
        const address = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (file: Blob) => {
          void file.text().then((text) => kept.files.push(text));
          return address(file);
        };
      }, null);
      const kept = (what: "sheets" | "files"): Promise<string> =>
        panel.evaluate(
          (name) => (Reflect.get(globalThis, "kept") as Record<string, string[]>)[name]?.join() ?? "",
          what,
        );
      await hand.press(panel, "Print lesson sheet");
      await until(async () => (await kept("sheets")) !== "", "the sheet to be printed");
      await hand.press(panel, "Save as Markdown");
      await until(async () => (await kept("files")) !== "", "the file to be saved");
      const [sheet, file] = [await kept("sheets"), await kept("files")];
      for (const words of ["Glossary for", "Chicago, Illinois", "Lori Lightfoot", "Welcoming City Ordinance"]) {
        expect(sheet).toContain(words);
        expect(file).toContain(words);
      }
      expect(file).toMatch(/\]\(https?:/);
      await panel.close();
    });

    it("the welcome page takes the choice between marks and private mode, and leads to the practice story", async () => {
      const page = await browser.page(`${browser.origin}/welcome.html`);
      await untilShows(page, "What it never does");
      if (by === "keyboard") {
        await hand.press(page, "Underlined");
        await page.press("ArrowDown");
      } else await hand.press(page, "Private: no marks");
      await becomes("marks", "private");
      expect((await readStored(browser)).marksChosen).toBe(true);
      await hand.press(page, "Open the practice story");
      await untilShows(page, "Mayor says city police will not join ICE arrests");
      await page.close();
    });

    it("nothing was lost on the way: the story is as it was", async () => {
      await until(async () => (await mentions()) > 5, "the mentions to be back");
    });
  });
}
