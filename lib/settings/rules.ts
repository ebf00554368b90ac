import type { Settings } from "./schema";

/** Why marks are off here, or null when they are on. */
export type Standstill = "off" | "paused" | "site-off" | "not-chosen" | "not-news";

export interface SiteQuestion {
  host: string;
  /** null while it is not yet known. */
  news: boolean | null;
  /** The reader's own day, YYYY-MM-DD. */
  today: string;
}

/** Whether the reader's settings let Newsgloss work on a page. */
export function standstill(settings: Settings, { host, news, today }: SiteQuestion): Standstill | null {
  if (!settings.on) return "off";
  if (settings.pausedOn === today) return "paused";
  if (settings.sitesOff.includes(host)) return "site-off";
  if (settings.sitesOn.includes(host)) return null;
  if (settings.scope === "chosen-sites") return "not-chosen";
  if (settings.scope === "news" && news === false) return "not-news";
  return null;
}

/** The reader's day in their own time zone, YYYY-MM-DD. */
export function localDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, "0");
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, "0")}`;
}

/** The list with `item` added or taken away; the same order, no doubles. */
export function withItem<Item>(list: readonly Item[], item: Item, present: boolean): Item[] {
  const without = list.filter((other) => other !== item);
  return present ? [...without, item] : without;
}

/** Whether none of the stored settings could be read, so that all are defaults: `repaired` names the storage itself then. */
export function isAllRepaired(repaired: readonly string[]): boolean {
  return repaired.includes("settings") || repaired.includes("storage");
}
