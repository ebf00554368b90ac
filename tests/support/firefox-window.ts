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

const button = "newsgloss_newsgloss_example-browser-action";

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

  /** Waits in the window until an expression gives something; gives that back as text. */
  until(expression: string, what: string): Promise<string> {
    return this.run<string>(`
      for (const end = Date.now() + 8000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25))) {
        const found = ${expression};
        if (found) return String(found);
      }
      throw new Error("waited in vain for " + ${JSON.stringify(what)});
    `);
  }

  /** Installs a package for good, as a person's Firefox keeps it: not as a temporary add-on. Answers with its permitted sites. */
  async install(path: string): Promise<string[]> {
    const patterns = await this.run<string>(`
      const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
      const { FileUtils } = ChromeUtils.importESModule("resource://gre/modules/FileUtils.sys.mjs");
      const install = await AddonManager.getInstallForFile(new FileUtils.File(${JSON.stringify(path)}));
      const addOn = await install.install();
      if (addOn.temporarilyInstalled) throw new Error("it was installed for this session only");
      CustomizableUI.addWidgetToArea("${button}", "nav-bar");
      return JSON.stringify(WebExtensionPolicy.getByID(addOn.id).allowedOrigins.patterns.map(({ pattern }) => pattern));
    `);
    return (JSON.parse(patterns) as string[]).filter((pattern) => pattern.startsWith("http"));
  }

  /** Whether Firefox lets the extension read an address. */
  mayRead(address: string): Promise<boolean> {
    return this.run<boolean>(`
      const policy = WebExtensionPolicy.getByID("newsgloss@newsgloss.example");
      return policy.allowedOrigins.matches(Services.io.newURI(${JSON.stringify(address)}));
    `);
  }

  /** What stands on the toolbar button for the tab in front. */
  badge(): Promise<string> {
    return this.run<string>(`
      return document.getElementById("${button}").querySelector(".unified-extensions-item-action-button").getAttribute("badge") ?? "";
    `);
  }

  /** Whether this Firefox keeps only packages that its maker has signed, whatever its preferences say: release and beta do. */
  needsSignatures(): Promise<boolean> {
    return this.run<boolean>(`
      const { AppConstants } = ChromeUtils.importESModule("resource://gre/modules/AppConstants.sys.mjs");
      return AppConstants.MOZ_REQUIRE_SIGNING;
    `);
  }

  /** Turns "Access your data for all websites", or for the sites of one host, in about:addons, and closes that page again. */
  async turnSites(host: string | null = null): Promise<void> {
    await this.run(`await BrowserAddonUI.manageAddon("newsgloss@newsgloss.example", "newsgloss-test");`);
    const which = host === null ? "[permission-all-sites]" : `[permission-key*="//${host}/"]`;
    const toggles = `[...(gBrowser.selectedBrowser.contentDocument?.querySelectorAll('moz-toggle${which}') ?? [])]`;
    await this.until(`${toggles}.length > 0`, "the extension's page in about:addons");
    await this.run(`
      const policy = WebExtensionPolicy.getByID("newsgloss@newsgloss.example");
      const count = () => policy.allowedOrigins.patterns.length;
      for (const toggle of ${toggles}) {
        const before = count();
        toggle.click();
        while (count() === before) await new Promise((resolve) => setTimeout(resolve, 25));
      }
      gBrowser.removeTab(gBrowser.selectedTab);
    `);
  }

  /** Whether Firefox asks something. */
  hasQuestion(): Promise<boolean> {
    return this.run<boolean>(`return document.querySelector("#notification-popup").state === "open"`);
  }

  /** Presses the toolbar button and waits for the popup to be drawn. */
  async openPopup(): Promise<void> {
    await this.run(
      `document.getElementById("${button}").querySelector(".unified-extensions-item-action-button").click();`,
    );
    const open = `(() => {
      const popup = document.querySelector(".webextension-popup-browser");
      return popup?.closest("panel")?.state === "open" && popup.currentURI?.spec.endsWith("/popup.html");
    })()`;
    await this.until(open, "the popup");
    const drawn = `
      while (!content.document.querySelector("h1")) await new Promise((resolve) => content.setTimeout(resolve, 25));
    `;
    // The panel may take the popup's browser into another one while it opens; a script in the first is not heard of again.
    await this.#inPopup(drawn, 2000).catch(() => this.#inPopup(drawn));
  }

  popupText(): Promise<string> {
    return this.#inPopup("return content.document.body.innerText;");
  }

  async untilPopupShows(words: string): Promise<void> {
    await this.#inPopup(`
      while (!content.document.body.innerText.includes(${JSON.stringify(words)}))
        await new Promise((resolve) => content.setTimeout(resolve, 25));
    `);
  }

  /** Presses a button of the popup with a real mouse event: only a press by the reader may ask for sites. */
  pressInPopup(name: string): Promise<string> {
    return this.#inPopup(`
      const found = [...content.document.querySelectorAll("button")].find((one) => one.textContent === ${JSON.stringify(name)});
      if (!found) throw new Error("no such button");
      const box = found.getBoundingClientRect();
      for (const type of ["mousedown", "mouseup"])
        content.synthesizeMouseEvent(type, box.x + box.width / 2, box.y + box.height / 2, { button: 0, clickCount: 1 });
    `);
  }

  async closePopup(): Promise<void> {
    await this.run(`document.querySelector(".webextension-popup-browser")?.closest("panel")?.hidePopup();`);
  }

  /** Answers Firefox's own question about sites. */
  async answerQuestion(answer: "allow" | "refuse"): Promise<string> {
    const question = `document.querySelector("#notification-popup[panelopen=true] popupnotification")`;
    await this.until(question, "Firefox's question");
    return this.run<string>(`
      const question = ${question};
      const text = question.textContent;
      question.${answer === "allow" ? "button" : "secondaryButton"}.click();
      return text;
    `);
  }

  /** Runs the body of an async function in the popup's own process; waits for its answer so many milliseconds. */
  #inPopup(body: string, patience = 10_000): Promise<string> {
    return this.run<string>(`
      const popup = document.querySelector(".webextension-popup-browser");
      const name = "newsgloss-test-" + Math.random();
      const script = "(async () => {" + ${JSON.stringify(body)} + "})().then((value) => sendAsyncMessage(" + JSON.stringify(name) + ", String(value)), (error) => sendAsyncMessage(" + JSON.stringify(name) + ", 'failed: ' + error));";
      const answer = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error("the popup does not answer")), ${patience});
        popup.messageManager.addMessageListener(name, ({ data }) => resolve(data));
      });
      popup.messageManager.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(script), false);
      const text = await answer;
      if (text.startsWith("failed: ")) throw new Error(text);
      return text;
    `);
  }
}
