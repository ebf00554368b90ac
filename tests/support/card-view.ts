/** What a test can see of the card in its closed root, in either browser. */
import type { CDPSession, Page as PlaywrightPage } from "playwright-core";
import type { Point, TestPage } from "./browser";
import { until } from "./until";

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

  /**
   * Whether the open card shows these words. Chromium's DevTools pierce the closed root; in Firefox `window.find` sees text
   * in it, so choose words that the page itself does not have.
   */
  async shows(words: string): Promise<boolean> {
    if (this.#page.browser === "chromium") return (await this.text()).includes(words);
    return this.#page.evaluate((wanted) => {
      getSelection()?.removeAllRanges();
      const found = (window as unknown as { find(text: string, ...rest: boolean[]): boolean }).find(
        wanted,
        true,
        false,
        true,
      );
      getSelection()?.removeAllRanges();
      return found;
    }, words);
  }

  /** The card's text (Chromium only). */
  async text(): Promise<string> {
    return (await this.#inCard<string>("function () { return this.innerText }")) ?? "";
  }

  /** The middle of the first element of the card that matches (Chromium only). */
  point(selector: string): Promise<Point | null> {
    return this.#inCard<Point | null>(
      `function () { const found = this.querySelector(${JSON.stringify(selector)}); if (!found) return null;
        found.scrollIntoView({ block: "nearest" }); const box = found.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 } }`,
    );
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

  /** A computed style of the first element of the card that matches (Chromium only). */
  async style(selector: string, property: string): Promise<string> {
    const read = `function () { return getComputedStyle(this.querySelector(${JSON.stringify(selector)})).getPropertyValue(${JSON.stringify(property)}) }`;
    return (await this.#inCard<string>(read)) ?? "";
  }

  /** Runs a function on the card's frame through the DevTools protocol. */
  async #inCard<Result>(body: string): Promise<Result | null> {
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
