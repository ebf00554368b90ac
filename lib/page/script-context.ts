/**
 * Takes the place of WXT's content-script context (aliased in wxt.config.ts). WXT's own announces every new script by
 * an event that the page can see and fake (docs/adr/0005), so this one only knows whether the extension behind it is
 * still there.
 */
import { browser } from "wxt/browser";

export class ContentScriptContext {
  readonly #controller = new AbortController();

  /** Aborts when the extension was updated, disabled or removed under the page. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** True once the extension is gone; reading it also aborts `signal`. */
  get isInvalid(): boolean {
    // An orphaned script keeps running, but loses its runtime id: https://github.com/w3c/webextensions/issues/789
    if (browser.runtime?.id === undefined) this.#controller.abort();
    return this.signal.aborted;
  }

  /** Ends everything that hangs on `signal`. */
  abort(): void {
    this.#controller.abort();
  }
}
