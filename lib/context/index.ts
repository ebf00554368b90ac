/**
 * lib/context: what a card says about an entity on a day, through the sources the reader has on.
 * In: a run-time record, its sources, the dataset header, options. Out: a card model, and texts made of it.
 * May import lib/time and types of lib/dataset/records; no DOM, no browser API, no clock, no zod.
 */
export { buildCard } from "./build";
export { copyCard } from "./copy";
export { cardLines, checkedOf, digest, recordedFrom } from "./digest";
export { cardJson } from "./json";
export { reportText } from "./report";
export { mainRole, postName, roleLine, termOfOffice } from "./roles";
export { dateInText, localize } from "./text";
export type * from "./types";
