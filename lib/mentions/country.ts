/** Whose news a text is: immigration is news in every country, in the same words, and cities share their names. */
import type { FoldedText } from "./fold";
import type { NamesIndex } from "./read-index";

export class Country {
  readonly #index: NamesIndex;
  /** Whether the text names the United States, a state, or one of their bodies that no other country has. */
  isOurs = false;
  #isOther = false;

  constructor(index: NamesIndex) {
    this.#index = index;
  }

  /** `namesState`: whether the text read so far names a state. */
  add(text: FoldedText, namesState: boolean): void {
    this.isOurs ||= namesState || /\b(?:US|ICE)\b/.test(text.plain) || this.#index.countryPattern(3).test(text.lower);
    this.#isOther ||= !this.isOurs && this.#index.countryPattern(4).test(text.lower);
  }

  /** Bodies or places of another country are named, and nothing of the United States. */
  get isOther(): boolean {
    return this.#isOther && !this.isOurs;
  }
}
