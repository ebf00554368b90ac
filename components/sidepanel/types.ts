import type { ComponentChild } from "preact";
import type { CardModel } from "../../lib/context/types";
import type { PageReport } from "../../lib/messages/schema";
import type { Strings } from "../../lib/strings/card";
import type { Lens } from "../card/types";

export interface SidePanelActions {
  /** Scrolls the page to the n-th mention and opens its card there. */
  jump(entity: string, nth: number): void;
  /** Opens one entity's card in the list, or closes it. */
  toggle(entity: string): void;
  lens(lens: Lens): void;
  print(): void;
  saveMarkdown(): void;
}

export interface SidePanelProps {
  t: Strings;
  language: "en" | "es";
  /** null: no reader answers in this tab. */
  report: PageReport | null;
  lens: Lens;
  /** The entity whose card is open in the list, and that card. */
  opened: string | null;
  card: ComponentChild;
  /** Cards of everything on the page, once they are asked for: what print and export are made of. */
  models: readonly CardModel[];
  on: SidePanelActions;
}
