/** The extension's own pages under test: opened for a tab, and handled as a reader handles them. */
import type { Page as PlaywrightPage } from "playwright-core";
import type { Page as PuppeteerPage } from "puppeteer-core";
import type { Point, TestBrowser, TestPage } from "./browser";
import { controlPage } from "./settings";
import { until } from "./until";

interface Chrome {
  tabs: {
    query(filter: object): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: object): Promise<unknown>;
  };
}

/** The browser's number of the tab whose reader answers for a host. */
export async function tabOf(browser: TestBrowser, host: string): Promise<number> {
  const control = await controlPage(browser);
  const find = () =>
    control.evaluate(async (wanted) => {
      const { tabs } = (globalThis as unknown as { chrome: Chrome }).chrome;
      for (const { id } of await tabs.query({})) {
        const report = (await tabs.sendMessage(id, { type: "report" }).catch(() => null)) as { host?: string } | null;
        if (report?.host === wanted) return id;
      }
      return null;
    }, host);
  let found: number | null = null;
  await until(
    async () => {
      found = await find();
      return found !== null;
    },
    `a reader on ${host}`,
    15_000,
  );
  return found ?? -1;
}

/** Opens popup or panel for a tab, as a page. */
export async function openFor(browser: TestBrowser, surface: "popup" | "sidepanel", host: string): Promise<TestPage> {
  const page = await browser.page(`${browser.origin}/${surface}.html?tab=${await tabOf(browser, host)}`);
  await until(() => page.evaluate(() => document.querySelector("h1") !== null, null), `the ${surface} to be drawn`);
  return page;
}

export function textOf(page: TestPage): Promise<string> {
  return page.evaluate(() => document.body.textContent ?? "", null);
}

export function untilShows(page: TestPage, words: string): Promise<void> {
  // A page on its way to another one can't be read for a moment.
  const shown = () => textOf(page).catch(() => "");
  return until(async () => (await shown()).includes(words), `“${words}” to be shown`);
}

interface Found {
  /** The middle of the control, in the window. */
  point: Point;
  /** Where the control stands from what has the focus. */
  from: "here" | "before" | "after";
  /** Whether the control, when it has the focus, shows it by an outline. */
  isFocusShown: boolean;
}

/** The first control so named, or whose name so begins, by the words that a screen reader would say for it. */
function find(page: TestPage, name: string): Promise<Found | null> {
  return page.evaluate((wanted) => {
    const nameOf = (element: HTMLElement): string => {
      const labelled = element.getAttribute("aria-labelledby");
      const text =
        element.getAttribute("aria-label") ??
        (labelled ? document.getElementById(labelled)?.textContent : null) ??
        (element.matches("input") ? element.closest("label")?.textContent : element.textContent) ??
        "";
      return text.trim();
    };
    const controls = [...document.querySelectorAll<HTMLElement>("button, a[href], input")];
    const found =
      controls.find((one) => nameOf(one) === wanted) ?? controls.find((one) => nameOf(one).startsWith(wanted));
    if (!found) return null;
    const active = document.activeElement;
    const isHere = active === found;
    const isAfter =
      !active ||
      active === document.body ||
      (active.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    // A radio button is drawn by what follows it.
    const isOutlined = [found, found.nextElementSibling].some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
    found.scrollIntoView({ block: "center", behavior: "instant" });
    const box = (found.closest("label") ?? found).getBoundingClientRect();
    return {
      point: { x: box.left + box.width / 2, y: box.top + box.height / 2 },
      from: isHere ? "here" : isAfter ? "after" : "before",
      isFocusShown: isHere && found.matches(":focus-visible") && isOutlined,
    };
  }, name);
}

async function waitFor(page: TestPage, name: string): Promise<Found> {
  let found: Found | null = null;
  await until(async () => {
    found = await find(page, name);
    return found !== null;
  }, `a control called “${name}”`);
  if (!found) throw new Error(`nothing is called “${name}”`);
  return found;
}

/** Goes to a control by Tab, or by Shift and Tab where it stands before; it must show that it has the focus. */
async function tabTo(page: TestPage, name: string): Promise<void> {
  for (let press = 0; press < 200; press += 1) {
    const { from, isFocusShown } = await waitFor(page, name);
    if (from === "here") {
      if (!isFocusShown) throw new Error(`the focus can't be seen on “${name}”`);
      return;
    }
    const { keyboard } = page.driver;
    if (from === "before") await keyboard.down("Shift");
    await keyboard.press("Tab");
    if (from === "before") await keyboard.up("Shift");
  }
  throw new Error(`Tab never comes to “${name}”`);
}

/** One way of handling a page: by keyboard alone, by touch, or by mouse. */
export interface Hand {
  /** Presses a button, switch or link. */
  press(page: TestPage, name: string): Promise<void>;
  /** Takes another one of a few; `from` is the one taken so far. */
  choose(page: TestPage, from: string, to: string): Promise<void>;
  /** Goes into a field and types. */
  write(page: TestPage, field: string, text: string): Promise<void>;
}

const keyboard: Hand = {
  async press(page, name) {
    await tabTo(page, name);
    // Links go by Enter, switches and buttons by either.
    await page.press("Enter");
  },
  async choose(page, from, to) {
    await tabTo(page, from);
    for (let press = 0; press < 4 && (await waitFor(page, to)).from !== "here"; press += 1)
      await page.press("ArrowRight");
    if ((await waitFor(page, to)).from !== "here") throw new Error(`arrows never come to “${to}”`);
  },
  async write(page, field, text) {
    await tabTo(page, field);
    await page.type(text);
  },
};

function pointing(put: (page: TestPage, point: Point) => Promise<void>): Hand {
  const press: Hand["press"] = async (page, name) => put(page, (await waitFor(page, name)).point);
  return {
    press,
    choose: (page, _from, to) => press(page, to),
    async write(page, field, text) {
      await press(page, field);
      await page.type(text);
    },
  };
}

export const hands: Readonly<Record<"keyboard" | "touch" | "mouse", Hand>> = {
  keyboard,
  touch: pointing((page, { x, y }) =>
    page.browser === "chromium"
      ? (page.driver as PlaywrightPage).touchscreen.tap(x, y)
      : (page.driver as PuppeteerPage).touchscreen.tap(x, y),
  ),
  mouse: pointing(async (page, point) => {
    await page.move(point);
    await page.click(point);
  }),
};
