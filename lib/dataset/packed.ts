/**
 * The store's modules as one short string. A background that wakes must read its whole script before it can answer anything: as
 * plain text the dataset alone took it 80 ms, deflated 12 ms, and only who asks for records pays for inflating it. Base64, since
 * a script is text; raw deflate, since it has no header that names the machine it was made on.
 */
import type { StoreModules } from "./store";

export type PackedModules = Omit<StoreModules, "header">;

/** Compact JSON has no line ends of its own, so each part is one line; the first names the shards. Throws where one has. */
export function textOf({ shards, sourcesJson, indexJson, supportJson }: PackedModules): string {
  const parts = [JSON.stringify(Object.keys(shards)), sourcesJson, indexJson, supportJson, ...Object.values(shards)];
  if (parts.some((part) => part.includes("\n"))) throw new Error("a part of the store holds a line end");
  return parts.join("\n");
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

/** Run time: what `packStore` in `pack.ts` was given. Rejects where the string is not one of its. */
export async function unpackStore(packed: string): Promise<PackedModules> {
  const inflated = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const [names = "[]", sourcesJson = "", indexJson = "", supportJson = "", ...shards] = (
    await new Response(inflated).text()
  ).split("\n");
  const entries = (JSON.parse(names) as string[]).map((name, place) => [name, shards[place] ?? ""]);
  return { shards: Object.fromEntries(entries), sourcesJson, indexJson, supportJson };
}
