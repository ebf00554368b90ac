/**
 * The memory of the dataset. `history.json` keeps, for every sentence that was ever released, the fingerprints of
 * its text and dates in order; the last must be today's. A further fingerprint needs a line in CHANGELOG.md that
 * begins with the id and says why, and an id once there stays in the data (withdrawn or replaced, not deleted). A translation is kept
 * under `id/es`: it may come and go, but not change without a note.
 */
import { createHash } from "node:crypto";
import * as z from "zod";
import {
  type DataFile,
  type Dataset,
  type Problem,
  recordedListingsOf,
  recordedMembershipsOf,
  statementsOf,
} from "./dataset";

export const historyFile = z.strictObject({
  $schema: z.string().optional(),
  fingerprints: z.record(z.string(), z.array(z.string().regex(/^[0-9a-f]{12}$/)).min(1)),
});
export type History = z.infer<typeof historyFile>;

const spanish = "/es";

function fingerprint(facts: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 12);
}

/** The fingerprint of every sentence and translation as it now stands; sources may come and go without one. */
export function fingerprints(dataset: Dataset): Map<string, string> {
  const all = new Map<string, string>();
  for (const { statement: one } of statementsOf(dataset)) {
    all.set(one.id, fingerprint([one.text.en, one.from, one.to, one.withdrawn?.on ?? null, one.replacedBy ?? null]));
    if (one.text.es !== undefined) all.set(`${one.id}${spanish}`, fingerprint([one.text.es]));
  }
  const taken = (one: { withdrawn?: { on: string } | undefined }): string[] =>
    one.withdrawn ? [one.withdrawn.on] : [];
  for (const { membership: one } of recordedMembershipsOf(dataset))
    all.set(one.id, fingerprint([one.person, one.start, one.end, one.acting, one.party, ...taken(one)]));
  for (const { listing: one } of recordedListingsOf(dataset))
    all.set(one.id, fingerprint([one.member, one.from, one.to, ...taken(one)]));
  return all;
}

/** Ids in the changelog, with how many notes each has: lines such as `- chicago-il.s03: the vote was 41-8.` */
export function notesById(changelog: string): Map<string, number> {
  const notes = new Map<string, number>();
  for (const match of changelog.matchAll(/^- ([a-z0-9-]+\.[sm]\d+(?:\/es)?): \S.{4,}$/gm)) {
    const id = match[1] ?? "";
    notes.set(id, (notes.get(id) ?? 0) + 1);
  }
  return notes;
}

/** Reads `history.json`; a missing or broken file is a problem of its own. */
export function readHistory(files: DataFile[]): History | undefined {
  const file = files.find((one) => one.path === "history.json");
  if (file === undefined) return undefined;
  try {
    const parsed = historyFile.safeParse(JSON.parse(file.text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** No sentence changes or goes without a note. */
export function historyIsKept(dataset: Dataset, files: DataFile[]): Problem[] {
  const history = readHistory(files);
  const place = { rule: "history", file: "history.json" };
  if (history === undefined)
    return [
      { ...place, path: "(whole file)", expected: "the fingerprints of released sentences", found: "nothing readable" },
    ];
  const notes = notesById(files.find((one) => one.path === "CHANGELOG.md")?.text ?? "");
  const problems: Problem[] = [];
  const now = fingerprints(dataset);
  for (const [id, current] of now) {
    const known = history.fingerprints[id];
    if (known === undefined || known.at(-1) !== current)
      problems.push({
        ...place,
        path: id,
        expected: `${current} (npm run data -- note${known === undefined ? "" : ` ${id} "why"`} records it)`,
        found: known?.at(-1) ?? "nothing",
      });
  }
  for (const [id, known] of Object.entries(history.fingerprints)) {
    if (!now.has(id) && !id.endsWith(spanish))
      problems.push({
        ...place,
        path: id,
        expected: "the sentence, withdrawn or replaced if need be",
        found: "nothing",
      });
    if ((notes.get(id) ?? 0) < known.length - 1)
      problems.push({
        rule: "history",
        file: "CHANGELOG.md",
        path: id,
        expected: `${known.length - 1} lines that begin "- ${id}: " and say why it changed`,
        found: `${notes.get(id) ?? 0}`,
      });
  }
  return problems;
}

/** History with what is new or changed added; `CHANGELOG.md` is the caller's to write. */
export function updateHistory(
  history: History | undefined,
  dataset: Dataset,
): { history: History; changed: string[]; added: string[] } {
  const next: Record<string, string[]> = { ...history?.fingerprints };
  const changed: string[] = [];
  const added: string[] = [];
  for (const [id, current] of fingerprints(dataset)) {
    const known = next[id];
    if (known === undefined) {
      next[id] = [current];
      added.push(id);
    } else if (known.at(-1) !== current) {
      next[id] = [...known, current];
      changed.push(id);
    }
  }
  return { history: { fingerprints: next }, changed, added };
}
