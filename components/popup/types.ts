import type { SourceGroup } from "../../lib/dataset/records";
import type { PageReport } from "../../lib/messages/schema";
import type { Settings } from "../../lib/settings/schema";
import type { Strings } from "../../lib/strings/card";

/** What the popup found in its tab. */
export type TabState =
  | { state: "loading" }
  /** A page of the browser itself, or of a store, where no extension may read. */
  | { state: "browser-page" }
  /** The reader has not allowed this site yet (Firefox). */
  | { state: "no-access"; host: string }
  /** Allowed, but no reader runs: the tab was opened before the install. */
  | { state: "reload" }
  /** `once`: read because the reader pressed the button, on a site that is not allowed yet (Firefox). */
  | { state: "report"; report: PageReport; once?: boolean };

/** One source as lists of sources show it. */
export interface ListedSource {
  id: string;
  publisher: string;
  title: string;
  group: SourceGroup;
  sentences: number;
}

export interface PopupActions {
  change(change: (settings: Settings) => Partial<Settings>): void;
  reload(): void;
  /** Asks the browser for this site, or for every site. */
  allow(everywhere: boolean): void;
  openOptions(): void;
  openList(): void;
  /** The list of sources is long and read only when it is wanted. */
  loadSources(): void;
}

/** What it takes to say how things stand in a tab. */
export interface HereProps {
  t: Strings;
  language: "en" | "es";
  tab: TabState;
  /** The reader's own day, YYYY-MM-DD. */
  today: string;
  /** Set where other news needs the room: what is counted by kind is left out. */
  crowded?: boolean;
  /** Without `openList` no list is offered: the side panel is the list. */
  on: Pick<PopupActions, "change" | "reload" | "allow"> & Partial<Pick<PopupActions, "openList">>;
}

export interface PopupProps {
  t: Strings;
  language: "en" | "es";
  settings: Settings;
  /** Fields of the stored settings that had to be repaired. */
  repaired: readonly string[];
  tab: TabState;
  sources: readonly ListedSource[] | null;
  /** The reader's own day, YYYY-MM-DD. */
  today: string;
  data: { checked: string; validUntil: string };
  on: PopupActions;
}
