import type { CardModel } from "../../lib/context/types";
import type { Strings } from "../../lib/strings/card";

type Language = "en" | "es";

export type Lens = "article" | "today";
export type CopyFormat = "plain" | "markdown" | "apa";

export interface Copied {
  copied: boolean;
  text: string;
}

export interface CardActions {
  close(): void;
  pin(pinned: boolean): void;
  back(): void;
  /** Another entity's card, in this card's place. */
  open(entity: string): void;
  lens(value: Lens): void;
  mute(): void;
  /** The text of a report on one statement or on the whole card. Nothing is sent. */
  report(statement: string | null, withAddress: boolean): string;
  /** Resolves to whether the clipboard took it; `text` is what was to be copied. */
  copy(format: CopyFormat): Promise<Copied>;
  /** Puts any text on the clipboard; where it is missing, the reader copies from the text box. */
  copyText?(text: string): Promise<Copied>;
  /** Withdraws a source everywhere. */
  hideSource?(source: string): void;
  /** Opens the settings at the sources. */
  chooseSources?(): void;
}

export interface CardProps {
  model: CardModel;
  t: Strings;
  language: Language;
  /** Why these words were taken for this entity, sentence by sentence. */
  why: readonly string[];
  canGoBack: boolean;
  pinned: boolean;
  lens: Lens;
  /** False hides the lens: there is no article date to look from. */
  hasArticleDate?: boolean;
  /** The date is one that the reader fixed in the settings, not the article's. */
  dateIsChosen?: boolean;
  /** Inside a side panel the card has no frame of its own and needs no closing or pinning. */
  inline?: boolean;
  on: CardActions;
}

/** What the parts of a card share. */
export interface Saying {
  model: CardModel;
  t: Strings;
  language: Language;
  on: CardActions;
}
