/** Labelled texts: the project's own, with inline labels, and the shared dev sentences. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Label {
  start: number;
  end: number;
  /** Right answers; the first is the one meant. */
  entities: string[];
  must: boolean;
}
export interface Trap {
  start: number;
  end: number;
  name: string;
}
export interface LabelledText {
  id: string;
  language: "en" | "es";
  kind: string;
  date: string | null;
  text: string;
  labels: Label[];
  traps: Trap[];
}

interface CorpusEntry {
  id: string;
  language: "en" | "es";
  kind: string;
  date?: string;
  text: string;
}

/** `[surface](id|alt)` must be found, `[surface](id?)` may be, `[surface](!trap)` must not; `\[` is a bracket of the text. */
export function parseMarkup(entry: CorpusEntry): LabelledText {
  const labels: Label[] = [];
  const traps: Trap[] = [];
  let text = "";
  let position = 0;
  const source = entry.text;
  const mark = /\\\[|\\\]|\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)/g;
  for (const found of source.matchAll(mark)) {
    text += source.slice(position, found.index);
    position = found.index + found[0].length;
    if (found[1] === undefined || found[2] === undefined) {
      text += found[0].slice(1);
      continue;
    }
    const surface = found[1].replace(/\\([[\]])/g, "$1");
    const start = text.length;
    text += surface;
    if (found[2].startsWith("!")) traps.push({ start, end: text.length, name: found[2].slice(1) });
    else {
      const must = !found[2].includes("?");
      labels.push({ start, end: text.length, entities: found[2].replaceAll("?", "").split("|"), must });
    }
  }
  text += source.slice(position);
  return { id: entry.id, language: entry.language, kind: entry.kind, date: entry.date ?? null, text, labels, traps };
}

export function readCorpus(folder: string): LabelledText[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .flatMap((file) => (JSON.parse(readFileSync(join(folder, file), "utf8")) as CorpusEntry[]).map(parseMarkup));
}

interface DevEntry {
  lang: "en" | "es";
  kind: string;
  excerpt: string;
  date?: string;
  mentions: { start: number; end: number; entity: string; alts?: string[]; must?: boolean }[];
  traps: { start: number; end: number; trap: string }[];
}

export function readDevSentences(path: string): LabelledText[] {
  if (!existsSync(path)) return [];
  const entries = JSON.parse(readFileSync(path, "utf8")) as Record<string, DevEntry>;
  return Object.entries(entries).map(([id, entry]) => ({
    id,
    language: entry.lang,
    kind: entry.kind,
    date: entry.date ?? null,
    text: entry.excerpt,
    labels: entry.mentions.map((mention) => ({
      start: mention.start,
      end: mention.end,
      entities: [mention.entity, ...(mention.alts ?? [])],
      must: mention.must !== false,
    })),
    traps: entry.traps.map((trap) => ({ start: trap.start, end: trap.end, name: trap.trap })),
  }));
}
