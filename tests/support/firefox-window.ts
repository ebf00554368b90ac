/**
 * Firefox's own window, which no web driver shows as a page: its toolbar, panels and prompts. WebDriver BiDi reaches it with
 * system access, so that tests can see what a reader sees there and press what a reader presses.
 */
import type { Browser } from "puppeteer-core";
import type { TestBrowser } from "./browser";

interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}
interface Evaluated {
  type: "success" | "exception";
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

export class FirefoxWindow {
  readonly #connection: Connection;
  readonly #context: string;

  private constructor(connection: Connection, context: string) {
    this.#connection = connection;
    this.#context = context;
  }

  static async of(browser: TestBrowser | Browser): Promise<FirefoxWindow> {
    const driver = "driver" in browser ? browser.driver : browser;
    const { connection } = driver as unknown as { connection: Connection };
    const { result } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const [window] = (result as { contexts: { context: string }[] }).contexts;
    if (!window) throw new Error("Firefox shows no window");
    return new FirefoxWindow(connection, window.context);
  }

  /** Runs the body of an async function in the window; what it returns must be plain text, a number, a boolean or null. */
  async run<Result extends string | number | boolean | null>(body: string): Promise<Result> {
    const { result } = await this.#connection.send("script.evaluate", {
      expression: `(async () => { ${body} })()`,
      target: { context: this.#context },
      awaitPromise: true,
      userActivation: true,
    });
    const outcome = result as Evaluated;
    if (outcome.type === "exception") throw new Error(outcome.exceptionDetails?.text ?? "failed in Firefox's window");
    return (outcome.result?.value ?? null) as Result;
  }
}
