/**
 * The card's view. In: a card model, strings and callbacks. Out: Preact elements, and the style sheet for the closed root.
 * Pure: it knows no browser API; whoever mounts it gives it everything.
 */
import design from "../design.css?inline";
import styles from "./card.css?inline";

export { Card, type CardProps } from "./card";

export const cardCss: string = design + styles;
