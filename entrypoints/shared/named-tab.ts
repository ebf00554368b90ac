/**
 * The tab that the address of a page of ours names (`?tab=12`), or null. Popup and side panel speak of the tab in front; where
 * one of them is opened as a page, that would be itself.
 */
export function namedTab(): number | null {
  const named = Number(new URLSearchParams(location.search).get("tab"));
  return Number.isInteger(named) && named > 0 ? named : null;
}
