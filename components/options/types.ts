import type { DatasetHeader, EntityReference } from "../../lib/dataset/records";
import type { Settings } from "../../lib/settings/schema";
import type { Strings } from "../../lib/strings/card";
import type { ListedSource } from "../popup/types";

/** What became of a settings file that the reader chose. */
export type ImportNews = { ok: true } | { ok: false; place: string; expected: string };

export interface KeyCommand {
  name: string;
  description: string;
  shortcut: string;
}

export interface OptionsActions {
  change(change: (settings: Settings) => Partial<Settings>): void;
  importFile(file: File): void;
  exportFile(): void;
  reset(): void;
  /** Opens the browser's own page for keys. */
  changeKeys(): void;
}

export interface OptionsProps {
  t: Strings;
  language: "en" | "es";
  settings: Settings;
  /** Fields of the stored settings that had to be repaired. */
  repaired: readonly string[];
  sources: readonly ListedSource[] | null;
  /** Names of the muted entities, as far as they are known yet. */
  muted: ReadonlyMap<string, EntityReference>;
  keys: readonly KeyCommand[];
  /** Names of the entities that rest on a source. */
  resting: Resting;
  imported: ImportNews | null;
  /** The reader's own day, YYYY-MM-DD. */
  today: string;
  header: DatasetHeader;
  on: OptionsActions;
}

/** Which entities cite a source: asked for when the reader opens it, as the list is long. */
export interface Resting {
  names: ReadonlyMap<string, readonly string[]>;
  ask(source: string): void;
}
