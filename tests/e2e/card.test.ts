/** What a reader does with a card, on the built packages: every control in it, every date it can speak for, every choice of sources. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/tools/commands";
import { browserNames, foreignRequests, openBrowser, type TestBrowser, type TestPage } from "../support/browser";
import { askReader, controlPage, writeSettings } from "../support/settings";
import { until } from "../support/until";
import { pointOf, rest } from "../support/words";

const article = readFileSync(`${root}tests/fixtures/pages/council-debate.html`, "utf8");
const address = "http://paper.example.test/2019/07/12/council";
/** An entity without a date of its own, served as a page that states none. */
const undated = article.replace(/<script.*<\/script>/, "").replace("By A. Reporter, July 12, 2019", "By A. Reporter");
const second = "http://other.example.test/2019/07/12/council";
const third = "http://undated.example.test/council";

/** What the card of a case rests on, and what one party of a dispute about a word rests on. */
const ofArizona = sourcesOf("cases/case-arizona-v-united-states.json");
const federalWord = [
  ...sourcesOf("laws/law-8-usc-1373.json", "law-8-usc-1373.s03"),
  ...sourcesOf("terms/term-sanctuary-jurisdiction.json", "term-sanctuary-jurisdiction.s05"),
];

function sourcesOf(file: string, only?: string): string[] {
  const { statements } = JSON.parse(readFileSync(`${root}data/${file}`, "utf8")) as {
    statements: { id: string; sources: { source: string }[] }[];
  };
  const wanted = statements.filter(({ id }) => only === undefined || id === only);
  return [...new Set(wanted.flatMap(({ sources }) => sources.map(({ source }) => source)))];
}

describe.each(browserNames)("a card in %s", (name) => {
  let browser: TestBrowser;
  let page: TestPage;

  const reads = async (one: TestPage, entity: string) =>
    (await askReader(browser, one))?.entities.some((found) => found.entity === entity) ?? false;
  const open = async (entity: string, one: TestPage = page) => {
    await one.front();
    await askReader(browser, one, { type: "go-to", entity, nth: 0 });
    await one.card.waitOpen();
  };
  const close = async () => {
    await page.front();
    await page.press("Escape");
    await page.card.waitClosed();
  };
  /** Settings as they are stored, to see what the card wrote. */
  const stored = async () => {
    const control = await controlPage(browser);
    return control.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<{ settings?: Record<string, unknown> }> } } };
      };
      return (await chrome.storage.local.get("settings")).settings ?? {};
    }, null);
  };
  const reportText = () =>
    page.card.inCard<string>("function () { return this.querySelector('.report textarea').value }");

  beforeAll(async () => {
    browser = await openBrowser(name);
    browser.proxy.serve(address, article);
    browser.proxy.serve(second, article);
    browser.proxy.serve(third, undated);
    await writeSettings(browser, { language: "en" });
    page = await browser.page(address);
    await until(() => reads(page, "chicago-il"), "the article to be read", 20_000);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await writeSettings(browser, {
      ...{ lens: "article", fixedDate: null, hiddenSources: [], hiddenGroups: [] },
      ...{ openOn: "hover", openDelay: 250 },
    });
    if (await page.card.isOpen()) await close();
  });

  it("leads to a related entity and back, with the focus on the heading", async () => {
    await open("chicago-il");
    await page.card.clickOn("Related");
    await page.card.clickOn("Illinois");
    await page.card.waitShows("Governor of Illinois");
    const heading = "function () { return this.getRootNode().activeElement?.innerText ?? null }";
    expect(await page.card.inCard(heading)).toBe("Illinois");
    await page.card.clickOn("Back");
    await page.card.waitShows("Chicago, Illinois");
    expect(await page.card.inCard(heading)).toBe("Chicago, Illinois");
    expect(await page.card.shows("Governor of Illinois")).toBe(false);
  });

  it("shows at first what need not be scrolled, in a large window and in a low one", async () => {
    const entities = (await askReader(browser, page))?.entities.map(({ entity }) => entity) ?? [];
    expect(entities.length).toBeGreaterThan(8);
    const state = `function () {
      const body = this.querySelector(".card-body");
      return { over: body.scrollHeight - body.clientHeight, rows: body.querySelectorAll("li").length } }`;
    for (const height of [1300, 620]) {
      await page.viewport(1200, height);
      for (const entity of entities) {
        await open(entity);
        const found = await page.card.inCard<{ over: number; rows: number }>(state);
        // Where two rows are left the card may be scrolled: something must be said.
        if (found && found.rows > 2) expect(found.over, `${entity} at ${height}`).toBeLessThanOrEqual(1);
        await close();
      }
    }
    await page.viewport(1200, 800);
  });

  it("shows as much as has room, also where the same card was open in a lower window before", async () => {
    const rowsAt = async (height: number): Promise<number> => {
      await page.viewport(1200, height);
      await open("chicago-il");
      const rows = await page.card.inCard<number>(
        "function () { return this.querySelectorAll('.card-body li').length }",
      );
      await close();
      return rows ?? 0;
    };
    const tall = await rowsAt(1300);
    const low = await rowsAt(420);
    const again = await rowsAt(1300);
    await page.viewport(1200, 800);
    expect(low).toBeLessThan(tall);
    expect(again).toBe(tall);
  });

  it("keeps the rest one step away: more, timeline, sources", async () => {
    await open("chicago-il");
    const before = (await page.card.text()).length;
    await page.card.clickOn("More (");
    await until(async () => (await page.card.text()).length > before + 400, "more to be shown");
    await page.card.clickOn("Timeline");
    await page.card.waitShows("1985");
    await page.card.clickOn("Sources");
    await page.card.waitShows("Open source");
  });

  it("opens the exact source of a sentence, and its address only when the reader clicks", async () => {
    await open("us-ice");
    await page.card.clickOn("Source 1:");
    await page.card.waitShows("Open source");
    const link = await page.card.inCard<Record<string, string>>(
      "function () { const { href, target, rel } = this.querySelector('.source a'); return { href, target, rel } }",
    );
    expect(link).toMatchObject({ target: "_blank", rel: "noopener noreferrer" });
    expect(link?.href).toMatch(/^https?:\/\//);
    const opened = await page.card.inCard<string>("function () { return this.querySelector('.source').innerText }");
    // Publisher, title, date or “no date”, and the group of the source.
    expect(opened?.split("\n").filter((line) => line !== "").length).toBeGreaterThanOrEqual(4);
    expect(opened).toMatch(/(?:19|20)\d\d|no date/);
    expect(foreignRequests(browser, ["http://paper.", "http://other.", "http://undated."])).toEqual([]);
  });

  it("says why these words and why this date", async () => {
    await open("chicago-il");
    await page.card.clickOn("Why this?");
    await page.card.waitShows("is marked because");
    expect(await page.card.shows("Article date July 12, 2019, from the page’s structured data")).toBe(true);
  });

  it("copies itself with citations in three forms, on a page without https", async () => {
    await page.evaluate(() => {
      const box = document.createElement("textarea");
      box.id = "paste";
      document.body.append(box);
      const seen: string[] = [];
      Object.assign(window, { seen });
      document.addEventListener("copy", () => seen.push("copy"));
    }, null);
    for (const [form, shape] of [
      ["Copy as text", /^Chicago, Illinois \(as of July 12, 2019\)[\s\S]*\[1\][\s\S]*\n1\. [\s\S]*https?:/],
      ["Copy as Markdown", /^\*\*Chicago, Illinois \\?\(as of July 12, 2019[\s\S]*\\\[1\\\][\s\S]*\]\(https?:/],
      ["Copy as a citation", /Newsgloss\. \(20\d\d\)\. Chicago, Illinois \[Context as of July 12, 2019; checked /],
    ] as const) {
      await open("chicago-il");
      await page.card.clickOn("Copy, report, mute");
      await page.card.clickOn(form);
      await page.card.waitShows("Copied");
      await close();
      await page.evaluate(() => {
        const box = document.querySelector<HTMLTextAreaElement>("#paste");
        if (box) box.value = "";
        box?.focus();
      }, null);
      await paste(page);
      const pasted = () =>
        page.evaluate(() => document.querySelector<HTMLTextAreaElement>("#paste")?.value ?? "", null);
      await until(async () => (await pasted()) !== "", "the text to be pasted");
      expect((await pasted()).replace(/\r/g, "")).toMatch(shape);
      expect(await pasted()).toMatch(/dataset(?: version)? 20\d\d\.\d\d\.\d\d/i);
      expect(await pasted()).toMatch(/checked \w+/);
    }
    // The page's own listeners saw no copy of ours.
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen, null)).toEqual([]);
    await page.evaluate(() => document.querySelector("#paste")?.remove(), null);
  });

  it("prepares a report of a mistake, without the page's address unless asked, and sends nothing", async () => {
    await open("us-ice");
    await page.card.clickOn("Copy, report, mute");
    await page.card.clickOn("Report a mistake");
    await page.card.waitShows("Nothing is sent by itself");
    expect(await reportText()).toMatch(/\(us-ice\)[\s\S]*20\d\d\.\d\d\.\d\d/);
    expect(await reportText()).not.toContain("example.test");
    await page.card.inCard(
      `function () { const select = this.querySelector(".report select"); select.value = select.options[1].value;
        select.dispatchEvent(new Event("change", { bubbles: true })) }`,
    );
    await until(async () => /us-ice\.s\d\d/.test((await reportText()) ?? ""), "the statement's id");
    await page.card.clickOn("Name this page’s address in the report");
    await until(async () => ((await reportText()) ?? "").includes(address), "the address");
    expect(foreignRequests(browser, ["http://paper.", "http://other.", "http://undated."])).toEqual([]);
  });

  it("looks from the article's date or from today, and opens with the reader's default", async () => {
    await open("us-dhs");
    await page.card.waitShows("When this was published — July 12, 2019");
    expect(await page.card.shows("(acting)")).toBe(true);
    expect(await page.card.shows("Kevin McAleenan")).toBe(true);
    await page.card.clickOn("Latest");
    await page.card.waitShows("Latest, as of");
    expect(await page.card.shows("Since then")).toBe(false);
    await page.card.clickOn("When published");
    await page.card.waitShows("When this was published — July 12, 2019");
    await close();
    await writeSettings(browser, { lens: "today" });
    await open("us-dhs");
    await page.card.waitShows("Latest, as of");
    await writeSettings(browser, { lens: "article" });
    await page.card.waitShows("When this was published — July 12, 2019");
  });

  it("speaks for the day that a teacher chose, and says when that day has not come or lies before the records", async () => {
    await writeSettings(browser, { fixedDate: "2025-06-01" });
    await open("us-ice");
    await page.card.waitShows("On the date you chose — June 1, 2025");
    expect(await page.card.shows("Todd Lyons")).toBe(true);
    const pressed = "function () { return this.querySelectorAll('.lens [aria-pressed=true]').length }";
    expect(await page.card.inCard(pressed)).toBe(0);
    await writeSettings(browser, { fixedDate: "1950-01-01" });
    await page.card.waitShows("This did not exist yet on January 1, 1950");
    await writeSettings(browser, { fixedDate: "2099-01-01" });
    await page.card.waitShows("has not come yet");
    await writeSettings(browser, { fixedDate: null });
    await page.card.waitShows("When this was published");
  });

  it("says that an article's date is not known", async () => {
    const dateless = await browser.page(third);
    await until(() => reads(dateless, "us-ice"), "the undated article to be read", 20_000);
    await open("us-ice", dateless);
    await dateless.card.waitShows("The article’s date is not known");
    expect(await dateless.card.shows("When published")).toBe(false);
    await dateless.close();
    await page.front();
  });

  it("shows disputed words side by side, with who uses which", async () => {
    await open("term-undocumented-immigrant");
    await page.card.waitShows("Disputed: Which words for people without legal status?");
    const sides = await page.card.inCard<{ left: number; top: number; name: string }[]>(
      `function () { return [...this.querySelectorAll(".side")].map((side) => {
        const { left, top } = side.getBoundingClientRect(); return { left, top, name: side.querySelector("b").innerText } }) }`,
    );
    expect(sides?.map(({ name: who }) => who)).toEqual(["Associated Press", "Justice Department, 2018"]);
    expect(sides?.[0]?.top).toBe(sides?.[1]?.top);
    expect(sides?.[0]?.left).not.toBe(sides?.[1]?.left);
  });

  it("hides a source from the card itself, in every open tab, and says how much is hidden", async () => {
    const other = await browser.page(second);
    await until(() => reads(other, "case-arizona-v-united-states"), "the second tab to be read", 20_000);
    await open("case-arizona-v-united-states");
    await page.card.clickOn("Source 1:");
    await page.card.clickOn("Hide source");
    await until(
      async () => ((await stored()).hiddenSources as string[] | undefined)?.length === 1,
      "the choice to be kept",
    );
    // One of two sources: the sentence lives on the other alone.
    await until(async () => (await page.card.text()).includes("1 source ·"), "the card to follow");
    await writeSettings(browser, { hiddenSources: ofArizona });
    // The open card says why nothing is left in it; the word is marked no more.
    await page.card.waitShows("Your choice of sources hides");
    for (const tab of [page, other])
      await until(async () => !(await reads(tab, "case-arizona-v-united-states")), "the case to be marked no more");
    expect(await reads(other, "us-ice")).toBe(true);
    await writeSettings(browser, { hiddenSources: [] });
    for (const tab of [page, other])
      await until(() => reads(tab, "case-arizona-v-united-states"), "the case to be marked again");
    await other.close();
  });

  it("counts what the choice hides, warns of one party's word, and gives the very same card back", async () => {
    await open("term-sanctuary-jurisdiction");
    const whole = await page.card.text();
    await writeSettings(browser, { hiddenSources: federalWord });
    await page.card.waitShows("Your choice of sources hides");
    expect(await page.card.shows("only one party’s word is left")).toBe(true);
    await writeSettings(browser, { hiddenSources: [], hiddenGroups: ["news"] });
    await page.card.waitShows("Your choice of sources hides");
    await writeSettings(browser, { hiddenGroups: [] });
    await until(async () => (await page.card.text()) === whole, "the same card");
  });

  it("opens the settings at the sources", async () => {
    await writeSettings(browser, { hiddenGroups: ["news"] });
    await open("us-ice");
    await page.card.waitShows("Choose sources");
    await page.card.clickOn("Choose sources");
    await until(async () => (await ownTabs(browser)).some((url) => /options\.html#sources$/.test(url)), "the settings");
    await writeSettings(browser, { hiddenGroups: [] });
    await page.front();
  });

  it("stays open when pinned, and lets the pointer go", async () => {
    await rest(page, "Illinois law");
    await page.card.waitOpen();
    await page.card.clickOn("Keep open");
    await rest(page, "Bill de Blasio");
    await until(
      async () =>
        (await page.card.inCard("function () { return this.querySelector('[aria-pressed=true]') !== null }")) === true,
      "the pin",
    );
    expect(await page.card.shows("Illinois")).toBe(true);
    await close();
  });

  it("opens on click alone where the reader chose so", async () => {
    await writeSettings(browser, { openOn: "click", openDelay: 0 });
    await until(async () => (await stored()).openOn === "click", "the setting");
    await page.move({ x: 3, y: 3 });
    await rest(page, "Bill de Blasio");
    expect(await page.card.isOpen()).toBe(false);
    await page.click(await pointOf(page, "Bill de Blasio"));
    await page.card.waitShows("Mayor of New York City");
    await close();
    await writeSettings(browser, { openOn: "hover", openDelay: 250 });
  });

  it("goes round by Tab inside and gives the focus back on Escape", async () => {
    await page.evaluate(() => {
      const button = document.createElement("button");
      button.id = "before";
      document.querySelector("h1")?.append(button);
      button.focus();
    }, null);
    await open("lori-lightfoot");
    const focused =
      "function () { const one = this.getRootNode().activeElement; return one ? one.getAttribute('aria-label') ?? one.innerText : null }";
    expect(await page.card.inCard(focused)).toBe("Lori Lightfoot");
    const met: (string | null)[] = [];
    for (let step = 0; step < 6; step += 1) {
      await page.press("Tab");
      met.push(await page.card.inCard<string>(focused));
    }
    expect(met.slice(0, 5)).toEqual(["Copy, report, mute", "Keep open", "Close", "When published", "Latest"]);
    await close();
    expect(await page.evaluate(() => document.activeElement?.id, null)).toBe("before");
    await page.evaluate(() => document.querySelector("#before")?.remove(), null);
  });

  it("is whole and placed in the first frame after it opens, and moves nothing of the page", async () => {
    await page.evaluate(() => {
      const state = { shifts: 0, frames: 0, placed: -1 };
      Object.assign(window, { state });
      if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
        new PerformanceObserver((list) => {
          state.shifts += list.getEntries().length;
        }).observe({ type: "layout-shift" });
      new MutationObserver(() => {
        const host = document.querySelector("div[popover=manual]");
        if (!host || state.placed >= 0) return;
        const look = (): void => {
          state.frames += 1;
          for (let y = 6; y < innerHeight; y += 12)
            for (let x = 6; x < innerWidth; x += 12)
              if (document.elementFromPoint(x, y) === host) {
                state.placed = state.frames;
                return;
              }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }).observe(document.documentElement, { childList: true });
    }, null);
    const before = await page.evaluate(() => [...document.querySelectorAll("p")].map((one) => one.offsetTop), null);
    await rest(page, "Matthew Albence");
    await page.card.waitOpen();
    const state = () =>
      page.evaluate(() => (window as unknown as { state: { shifts: number; placed: number } }).state, null);
    await until(async () => (await state()).placed >= 0, "the card to be seen");
    expect(await state()).toMatchObject({ shifts: 0, placed: 1 });
    expect(await page.evaluate(() => [...document.querySelectorAll("p")].map((one) => one.offsetTop), null)).toEqual(
      before,
    );
  });
});

async function paste(page: TestPage): Promise<void> {
  const { keyboard } = page.driver;
  await keyboard.down("Control" as never);
  await keyboard.press("v" as never);
  await keyboard.up("Control" as never);
}

/** The addresses of the extension's own pages in tabs, as the extension sees them: Firefox's driver does not list them all. */
async function ownTabs(browser: TestBrowser): Promise<string[]> {
  const control = await controlPage(browser);
  return control.evaluate(() => {
    type Own = { chrome: { extension: { getViews(filter: object): Window[] } } };
    const { extension } = (globalThis as unknown as Own).chrome;
    return extension.getViews({ type: "tab" }).map((view) => view.location.href);
  }, null);
}
