import { askBackground } from "../../lib/messages";
import { createStrings, type Strings } from "../../lib/strings/card";

/** The card's words in the reader's language: sent by the background when a page first needs them, and when the language changes. */
export class CardWords {
  readonly #language: () => "en" | "es";
  /** With the language they were asked in. */
  #words: { language: "en" | "es"; say: Strings } | null = null;

  constructor(language: () => "en" | "es") {
    this.#language = language;
  }

  get areHere(): boolean {
    return this.#words !== null;
  }

  get say(): Strings {
    if (!this.#words) throw new Error("no words yet");
    return this.#words.say;
  }

  /** Asks for them where they are not here yet. Resolves to false while there are none at all. */
  async load(): Promise<boolean> {
    const language = this.#language();
    if (this.#words?.language !== language) {
      const messages = await askBackground({ type: "card-strings", language });
      // The reader may have chosen again meanwhile.
      if (messages && language === this.#language()) this.#words = { language, say: createStrings(language, messages) };
    }
    return this.#words !== null;
  }
}
