/**
 * ROOM settings. In: what extension storage or a chosen file holds. Out: parsed settings, live updates, and the rule
 * that says whether Newsgloss works on a page. May not import page, marks, card, context or mentions.
 */
export * from "./parse";
export * from "./rules";
export { defaultSettings, type Settings } from "./schema";
export * from "./storage";
