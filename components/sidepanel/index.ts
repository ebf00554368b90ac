/**
 * ROOM components/sidepanel. In: the report of one page, cards, callbacks. Out: the list beside the page, and the lesson sheet on
 * paper and as Markdown. May import wording and types of context, strings and time; no browser API.
 */
export { sheetMarkdown } from "./sheet";
export { SidePanel } from "./sidepanel";
export type { SidePanelActions, SidePanelProps } from "./types";
