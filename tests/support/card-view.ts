/** What a test can see of the card in its closed root, in either browser. */
import type { CDPSession, Page as PlaywrightPage } from "playwright-core";
import type { Page as PuppeteerPage } from "puppeteer-core";
import type { Point, TestPage } from "./browser";
import { until } from "./until";

/** The part of WebDriver BiDi by which Firefox shows a closed root to its driver. */
interface Bidi {
  send(
    method: "script.callFunction",
    values: object,
  ): Promise<{ result: { result?: { value?: unknown }; exceptionDetails?: { text: string } } }>;
}

const middleOfFound = `if (!found) return null; found.scrollIntoView({ block: "nearest" });
  const box = found.getBoundingClientRect(); return { x: box.left + box.width / 2, y: box.top + box.height / 2 }`;

export class CardView {
  readonly #page: TestPage;
  #session: CDPSession | null = null;

  constructor(page: TestPage) {
    this.#page = page;
  }

  /** Whether the host stands on the page: it is there only while a card is open. */
  isOpen(): Promise<boolean> {
    return this.#page.evaluate(
      () => [...document.querySelectorAll("[popover=manual]")].some((element) => element.matches("div:popover-open")),
      null,
    );
  }

  waitOpen(milliseconds = 8000): Promise<void> {
    return until(() => this.isOpen(), "a card to open", milliseconds);
  }

  waitClosed(): Promise<void> {
    return until(async () => !(await this.isOpen()), "the card to close");
  }

  /** Whether the open card shows these words. */
  async shows(words: string): Promise<boolean> {
    return (await this.text()).includes(words);
  }

  waitShows(words: string): Promise<void> {
    return until(() => this.shows(words), `the card to show “${words}”`);
  }

  /** The card's text as it is rendered. */
  async text(): Promise<string> {
    return (await this.inCard<string>("function () { return this.innerText }")) ?? "";
  }

  /** The middle of the first element of the card that matches, scrolled into view. */
  point(selector: string): Promise<Point | null> {
    return this.inCard<Point | null>(
      `function () { const found = this.querySelector(${JSON.stringify(selector)}); ${middleOfFound} }`,
    );
  }

  /** Clicks the first button or link of the card that bears these words, as its text or its name, once it stands still. */
  async clickOn(words: string): Promise<void> {
    const look = (): Promise<Point | null> =>
      this.inCard<Point | null>(
        `function () { const wanted = ${JSON.stringify(words)};
        const all = [...this.querySelectorAll("button, a, label")];
        const named = (one) => one.getAttribute("aria-label") ?? one.innerText;
        const found = all.find((one) => named(one) === wanted) ?? all.find((one) => named(one).includes(wanted));
        ${middleOfFound} }`,
      );
    let point = await look();
    if (!point) throw new Error(`the card has no “${words}”: ${await this.text()}`);
    // A part that has just opened makes the card find a new place in the next frame.
    await until(async () => {
      const before = point;
      await this.#page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)), null);
      point = await look();
      return point !== null && before !== null && point.x === before.x && point.y === before.y;
    }, `“${words}” to stand still`);
    if (point) await this.#page.click(point);
  }

  /** A point on the card, found as a page could: where the host is what lies under it. */
  async somewhereOn(): Promise<Point> {
    const point = await this.#page.evaluate(() => {
      const host = document.querySelector("[popover=manual]");
      for (let y = 12; y < innerHeight; y += 12)
        for (let x = 12; x < innerWidth; x += 24) if (document.elementFromPoint(x, y) === host) return { x, y };
      return null;
    }, null);
    if (!point) throw new Error("no card on the page");
    return point;
  }

  /** A computed style of the first element of the card that matches. */
  async style(selector: string, property: string): Promise<string> {
    const read = `function () { return getComputedStyle(this.querySelector(${JSON.stringify(selector)})).getPropertyValue(${JSON.stringify(property)}) }`;
    return (await this.inCard<string>(read)) ?? "";
  }

  /** Runs a function on the card's frame, which no page could reach; null while no card is open. */
  inCard<Result>(body: string): Promise<Result | null> {
    return this.#page.browser === "chromium" ? this.#inChromium(body) : this.#inFirefox(body);
  }

  /** WebDriver BiDi hands out closed roots: the host is serialised with its root, and the root is handed to the function. */
  async #inFirefox<Result>(body: string): Promise<Result | null> {
    const page = this.#page.driver as PuppeteerPage;
    const { connection } = page.browser() as unknown as { connection: Bidi };
    const { _id: context } = page.mainFrame() as unknown as { _id: string };
    const call = async (functionDeclaration: string, values: object) => {
      const { result } = await connection.send("script.callFunction", {
        ...{ functionDeclaration, target: { context }, awaitPromise: true },
        ...values,
      });
      if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
      return result.result;
    };
    const host = await call("() => document.querySelector('div[popover=manual]')", {
      serializationOptions: { maxDomDepth: 0, includeShadowTree: "all" },
    });
    const { shadowRoot } = (host?.value ?? {}) as { shadowRoot?: { sharedId: string } };
    if (!shadowRoot) return null;
    const run = `(root) => { const frame = root.querySelector(".newsgloss-frame");
      return frame ? JSON.stringify((${body}).call(frame) ?? null) : null }`;
    const answer = await call(run, { arguments: [{ sharedId: shadowRoot.sharedId }] });
    return typeof answer?.value === "string" ? (JSON.parse(answer.value) as Result) : null;
  }

  /** Chromium's DevTools protocol pierces closed roots. */
  async #inChromium<Result>(body: string): Promise<Result | null> {
    const page = this.#page.driver as PlaywrightPage;
    if (!this.#session) {
      this.#session = await page.context().newCDPSession(page);
      await this.#session.send("DOM.enable");
    }
    const { nodes } = await this.#session.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
    const frame = nodes.find((node) => node.attributes?.includes("newsgloss-frame"));
    if (!frame) return null;
    const { object } = await this.#session.send("DOM.resolveNode", { backendNodeId: frame.backendNodeId });
    const { result } = await this.#session.send("Runtime.callFunctionOn", {
      objectId: object.objectId ?? "",
      functionDeclaration: body,
      returnByValue: true,
    });
    return result.value as Result;
  }
}
