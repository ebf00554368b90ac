import { browser } from "wxt/browser";
import { type ParsedSettings, parseStoredSettings } from "./parse";
import { type Settings, settingsVersion } from "./schema";

const storageKey = "settings";

async function storedSettings(): Promise<ParsedSettings> {
  const stored = await browser.storage.local.get(storageKey);
  return parseStoredSettings(stored[storageKey]);
}

/** Reads the settings. Storage that fails or is corrupt yields defaults, and says so in `repaired`. */
export async function readSettings(): Promise<ParsedSettings> {
  try {
    return await storedSettings();
  } catch {
    return { ...parseStoredSettings(undefined), repaired: ["storage"] };
  }
}

/**
 * Writes what `change` makes of the newest stored settings. Writers take turns through the Web Locks of the extension's origin,
 * so two quick changes never lose one another. Throws when storage refuses to be read or written: what could not be read must
 * not be overwritten with defaults.
 *
 * Only for the background and the extension's own pages. In a content script the locks would be the web page's, which could
 * see and hold them: there the background is asked.
 */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return navigator.locks.request("newsgloss-settings", async () => {
    const { settings } = await storedSettings();
    const next: Settings = { ...settings, ...change(settings) };
    await browser.storage.local.set({ [storageKey]: { ...next, version: settingsVersion } });
    return next;
  });
}

/** Calls `follow` with the settings each time they change, until `signal` aborts. */
export function watchSettings(follow: (parsed: ParsedSettings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === "local" && changes[storageKey]) follow(parseStoredSettings(changes[storageKey].newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.onChanged.removeListener(listener), { once: true });
}
