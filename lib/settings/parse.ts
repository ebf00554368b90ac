import { migrate } from "./migrations";
import { defaultSettings, type Settings, settingsFields, settingsVersion } from "./schema";

export interface ParsedSettings {
  settings: Settings;
  /** Fields that were unreadable and fell back to their defaults. */
  repaired: string[];
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads what storage holds. Never throws: each field is parsed on its own, unreadable ones get their default
 * and are named in `repaired`; nothing stored yet yields the defaults and no repair.
 */
export function parseStoredSettings(stored: unknown): ParsedSettings {
  if (stored === undefined || stored === null) return { settings: { ...defaultSettings }, repaired: [] };
  if (!isPlainObject(stored)) return { settings: { ...defaultSettings }, repaired: ["settings"] };
  const raised = migrate(stored);
  const settings: Settings = { ...defaultSettings };
  const repaired: string[] = [];
  for (const key of Object.keys(settingsFields) as (keyof Settings)[]) {
    if (!Object.hasOwn(raised, key)) continue;
    const outcome = settingsFields[key].safeParse(raised[key]);
    if (outcome.success) Object.assign(settings, { [key]: outcome.data });
    else repaired.push(key);
  }
  return { settings, repaired };
}

export type ImportOutcome = { ok: true; settings: Settings } | { ok: false; place: string; expected: string };

/** Largest settings file that is read, in UTF-16 code units. */
export const importLimit = 1_000_000;

/**
 * Reads a settings file that a reader chose. All or nothing: the first fault refuses the file and names its place,
 * so that a half-applied import can't happen.
 */
export function parseImportedSettings(text: string): ImportOutcome {
  if (text.length > importLimit) return { ok: false, place: "file", expected: `at most ${importLimit} characters` };
  let value: unknown;
  const seen = findRepeatedKey(text);
  if (seen) return { ok: false, place: seen, expected: "each key once" };
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, place: "file", expected: "JSON" };
  }
  if (!isPlainObject(value)) return { ok: false, place: "file", expected: "an object" };
  if (value.newsgloss !== "settings") return { ok: false, place: "newsgloss", expected: '"settings"' };
  if (typeof value.version !== "number" || !Number.isInteger(value.version) || value.version < 1)
    return { ok: false, place: "version", expected: "a whole number" };
  if (value.version > settingsVersion)
    return { ok: false, place: "version", expected: `at most ${settingsVersion}: this file is from a newer Newsgloss` };
  if (!isPlainObject(value.settings)) return { ok: false, place: "settings", expected: "an object" };
  for (const key of Object.keys(value))
    if (!["newsgloss", "version", "settings"].includes(key)) return { ok: false, place: key, expected: "no such key" };
  const raised = migrate({ ...value.settings, version: value.version });
  const settings: Settings = { ...defaultSettings };
  for (const key of Object.keys(raised)) {
    if (key === "version") continue;
    if (!Object.hasOwn(settingsFields, key)) return { ok: false, place: `settings.${key}`, expected: "no such key" };
    const field = key as keyof Settings;
    const outcome = settingsFields[field].safeParse(raised[field]);
    if (!outcome.success) {
      const issue = outcome.error.issues[0];
      const path = [key, ...(issue?.path ?? [])].join(".");
      return { ok: false, place: `settings.${path}`, expected: issue?.message ?? "another value" };
    }
    const list = outcome.data;
    if (Array.isArray(list) && new Set(list).size !== list.length)
      return { ok: false, place: `settings.${key}`, expected: "no entry twice" };
    Object.assign(settings, { [key]: outcome.data });
  }
  return { ok: true, settings };
}

/** JSON.parse silently keeps the last of two equal keys; a file with such keys was edited wrongly. */
function findRepeatedKey(text: string): string | null {
  const scopes: Set<string>[] = [];
  const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]/g;
  for (const match of text.matchAll(token)) {
    if (match[0] === "{") scopes.push(new Set());
    else if (match[0] === "}") scopes.pop();
    else if (match[2]) {
      const key = match[1] ?? "";
      const scope = scopes.at(-1);
      if (scope?.has(key)) return key;
      scope?.add(key);
    }
  }
  return null;
}

/** The text of an exported settings file; `parseImportedSettings` gives back the very same settings. */
export function exportSettings(settings: Settings): string {
  return `${JSON.stringify({ newsgloss: "settings", version: settingsVersion, settings }, null, 2)}\n`;
}
