/**
 * ROOM components/popup. In: settings, what was found in the tab, sources, callbacks. Out: the popup's view. May import wording
 * and rules (strings, time, settings/rules) and types; no browser API.
 */
export { Popup } from "./popup";
export type { ListedSource, PopupActions, PopupProps, TabState } from "./types";
