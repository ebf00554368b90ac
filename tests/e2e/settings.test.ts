/** Settings across pages and as a file, through the real settings page and the real popup, in both browsers. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importLimit } from "../../lib/settings/parse";
import { defaultSettings, type Settings } from "../../lib/settings/schema";
import { root } from "../../scripts/tools/commands";
import { browserNames, openBrowser, type TestBrowser, type TestPage } from "../support/browser";
import { askHost, readStored, writeSettings } from "../support/settings";
import { hands, openFor, textOf, untilShows } from "../support/surfaces";
import { until } from "../support/until";

const article = readFileSync(`${root}tests/fixtures/pages/july-2019.html`, "utf8");
const malformed = `${root}tests/fixtures/settings/`;
const places = JSON.parse(readFileSync(`${malformed}places.json`, "utf8")) as Record<string, string>;
const hosts = Array.from({ length: 10 }, (_, number) => `paper-${number}.example.test`);
const changed: Settings = {
  ...defaultSettings,
  scope: "everywhere",
  sitesOn: ["paper.example"],
  sitesOff: ["other.example"],
  hiddenGroups: ["news"],
  hiddenSources: ["a-source-2019"],
  hiddenKinds: ["number"],
  mutedEntities: ["chicago-il"],
  lens: "today",
  fixedDate: "2019-07-12",
  density: "section",
  marks: "private",
  marksChosen: true,
  openOn: "click",
  openDelay: 250,
  closeDelay: 400,
  theme: "dark",
  language: "en",
};

/** Gives a file to the page's own file control, as the browser does once the reader has chosen one. */
function chooseFile(page: TestPage, text: string): Promise<void> {
  return page.evaluate((content) => {
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    if (!input) throw new Error("no file control");
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], "settings.json", { type: "application/json" }));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, text);
}

describe.each(browserNames)("settings in %s", (name) => {
  let browser: TestBrowser;

  const optionsPage = async () => {
    const page = await browser.page(`${browser.origin}/options.html`);
    await untilShows(page, "Newsgloss settings");
    return page;
  };

  beforeAll(async () => {
    browser = await openBrowser(name);
    await writeSettings(browser, defaultSettings);
  });
  afterAll(() => browser?.close());

  describe("a malformed file", () => {
    const files = readdirSync(malformed).filter((file) => file !== "places.json");
    let before: Partial<Settings>;
    beforeAll(async () => {
      await writeSettings(browser, { ...changed, language: "en", theme: "light" });
      before = await readStored(browser);
    });

    it.each([...files.map((file) => file.replace(".json", "")), "huge"])(
      "%s is refused, its fault named, and nothing changed",
      async (file) => {
        const text =
          file === "huge"
            ? `{"newsgloss":"settings","version":1,"settings":{}}${" ".repeat(importLimit)}`
            : readFileSync(`${malformed}${file}.json`, "utf8");
        const page = await optionsPage();
        await chooseFile(page, text);
        const place = file === "huge" ? "file" : places[file];
        await untilShows(page, `The file was refused and nothing was changed. The fault is at “${place}”.`);
        expect(await readStored(browser)).toEqual(before);
        expect(page.errors).toEqual([]);
        await page.close();
      },
    );
  });

  it("come back the same by saving to a file, resetting, and loading the file", async () => {
    await writeSettings(browser, changed);
    const before = await readStored(browser);
    const page = await optionsPage();
    await page.evaluate(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file) => {
        Object.assign(globalThis, { newsglossTestFile: file });
        return make(file);
      };
    }, null);
    await hands.mouse.press(page, "Save to a file");
    const saved = await page.evaluate(
      () => (globalThis as unknown as { newsglossTestFile: Blob }).newsglossTestFile.text(),
      null,
    );
    await hands.mouse.press(page, "Reset all settings…");
    await hands.mouse.press(page, "Reset");
    await until(async () => (await readStored(browser)).theme === "system", "the settings to be reset");
    // The choice between marks and private mode was made for good reason: a reset leaves it.
    expect(await readStored(browser)).toEqual({
      ...defaultSettings,
      marks: "private",
      marksChosen: true,
      version: 1,
    });
    await chooseFile(page, saved);
    await untilShows(page, "The settings of the file are in use.");
    expect(await readStored(browser)).toEqual(before);
  });

  it("changed in the popup reach ten open tabs", async () => {
    await writeSettings(browser, defaultSettings);
    for (const host of hosts) {
      browser.proxy.serve(`http://${host}/story`, article);
      await browser.page(`http://${host}/story`);
    }
    const mentions = (host: string) => askHost(browser, host).then((report) => report?.mentions ?? -1);
    for (const host of hosts) await until(async () => (await mentions(host)) > 5, `${host} to be read`, 20_000);
    const popup = await openFor(browser, "popup", hosts[0] ?? "");
    await untilShows(popup, "things explained here");
    await hands.mouse.press(popup, "Explain news as I read");
    for (const host of hosts)
      await until(async () => (await askHost(browser, host))?.standstill === "off", `${host} to be off`);
    await hands.mouse.press(popup, "Explain news as I read");
    for (const host of hosts) await until(async () => (await mentions(host)) > 5, `${host} to be read again`);
    const before = await mentions(hosts[9] ?? "");
    await hands.mouse.press(popup, "Kinds of things");
    await hands.mouse.press(popup, "Agencies and bodies");
    for (const host of hosts)
      await until(async () => (await mentions(host)) < before, `${host} to leave out the agencies`);
    expect(await textOf(popup)).toContain("1 off");
  });
});
