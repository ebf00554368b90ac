import { browser } from "wxt/browser";
import { type ParsedSettings, parseStoredSettings } from "./parse";
import { type Settings, settingsVersion } from "./schema";

const storageKey = "settings";

/** Reads the settings. Storage that fails or is corrupt yields defaults, and says so in `repaired`. */
export async function readSettings(): Promise<ParsedSettings> {
  try {
    const stored = await browser.storage.local.get(storageKey);
    return parseStoredSettings(stored[storageKey]);
  } catch {
    return { ...parseStoredSettings(undefined), repaired: ["storage"] };
  }
}

/**
 * Writes what `change` makes of the newest stored settings. Writers in different pages take turns through the Web
 * Locks of the extension's origin, so two quick changes never lose one another. Throws when storage refuses.
 */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  const write = async (): Promise<Settings> => {
    const { settings } = await readSettings();
    const next: Settings = { ...settings, ...change(settings) };
    await browser.storage.local.set({ [storageKey]: { ...next, version: settingsVersion } });
    return next;
  };
  return navigator.locks ? navigator.locks.request("newsgloss-settings", write) : write();
}

/** Calls `follow` with the settings each time they change, until `signal` aborts. */
export function watchSettings(follow: (parsed: ParsedSettings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === "local" && changes[storageKey]) follow(parseStoredSettings(changes[storageKey].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
}
