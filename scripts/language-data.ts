/** Reads the word lists of `data/language/` for the scripts that compile the names index. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { LanguageData } from "../lib/mentions/language-data";

/** Each list under its file's name, as `lib/mentions` wants them; their shape is that room's own business. */
export function readLanguageData(folder: string): LanguageData {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return Object.fromEntries(
    files.map((name) => [basename(name, ".json"), JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown]),
  ) as unknown as LanguageData;
}
