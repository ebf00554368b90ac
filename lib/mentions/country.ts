/** Whose news a text is: immigration is news in every country, in the same words, and cities share their names. */
import type { FoldedText } from "./fold";
import type { NamesIndex } from "./read-index";

export class Country {
  readonly #ours: RegExp;
  readonly #abroad: RegExp;
  /** Whether the text names the United States, a state, or one of their bodies that no other country has. */
  isOurs = false;
  #isOther = false;

  constructor(index: NamesIndex) {
    this.#ours = index.countryPattern(3);
    this.#abroad = index.countryPattern(4);
  }

  /** Text that speaks for the page but is not read for mentions. */
  hint(text: FoldedText): void {
    this.isOurs ||= /\b(?:US|ICE)\b/.test(text.plain) || this.#ours.test(text.lower);
  }

  /** `namesState`: whether the text read so far names a state. */
  add(text: FoldedText, namesState: boolean): void {
    this.isOurs ||= namesState;
    this.hint(text);
    this.#isOther ||= !this.isOurs && this.#abroad.test(text.lower);
  }

  /** Bodies or places of another country are named, and nothing of the United States. */
  get isOther(): boolean {
    return this.#isOther && !this.isOurs;
  }
}
