/**
 * ROOM components/card. In: a card model, a sayer of strings, callbacks. Out: the card's view and its whole style sheet as one
 * string for the closed shadow root. May import types and wording of context, time and strings; no browser API.
 */
import design from "../design.css?inline";
import card from "./card.css?inline";

export { Card } from "./card";
export type { CardActions, CardProps, CopyFormat, Lens } from "./types";

export const cardCss: string = design + card;
