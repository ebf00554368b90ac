/** `npx tsx scripts/bundle-contents.ts`: what the content script is made of, minified bytes by room and package. */
import { bundleReader, gzipKilobytes } from "../tests/bench/sizes";
import { ensureGenerated } from "./tools/generate";

function roomOf(path: string): string {
  const dependency = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (dependency) return dependency;
  if (path.includes("generated/names-index")) return "names index";
  return path.split("/").slice(0, 2).join("/");
}

await ensureGenerated();
const { code, metafile } = await bundleReader(true);
const rooms = new Map<string, number>();
for (const { inputs } of Object.values(metafile.outputs))
  for (const [path, { bytesInOutput }] of Object.entries(inputs))
    rooms.set(roomOf(path), (rooms.get(roomOf(path)) ?? 0) + bytesInOutput);
console.log(`| part | bytes |\n| --- | ---: |`);
for (const [room, bytes] of [...rooms].sort((a, b) => b[1] - a[1])) console.log(`| ${room} | ${bytes} |`);
console.log(`| all | ${code.length} (${gzipKilobytes(code).toFixed(1)} kB gzip) |`);
