/**
 * Takes a picture of every state of every view in both browsers, and lays them out on one sheet for each:
 * `npx tsx scripts/contact-sheet.ts [chromium|firefox] [VIEW…] [--accept]` writes artifacts/surfaces/ and
 * artifacts/contact-sheet-BROWSER.png. `--accept`, after looking at them, makes them the pictures that tests compare with.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { views } from "../components/gallery/views";
import { type BrowserName, browserNames } from "../tests/support/browser";
import { Gallery } from "../tests/support/gallery";
import { accept, acceptedPath, drawnBy, lookNames, takePicture } from "../tests/support/pictures";
import { root } from "./tools/commands";

const accepts = process.argv.includes("--accept");
const asked = process.argv.slice(2).filter((one) => one !== "--accept");
const browsers = browserNames.filter(
  (name) => !asked.some((one) => browserNames.includes(one as BrowserName)) || asked.includes(name),
);
const wanted = asked.filter((one) => !browserNames.includes(one as BrowserName));
const chosen = Object.keys(views).filter((view) => wanted.length === 0 || wanted.some((one) => view.startsWith(one)));

/** One page with every picture and its name, drawn by the browser itself. */
function sheet(paths: string[]): string {
  const figures = paths.map((path) => {
    const name = basename(path, ".png");
    return `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${readFileSync(path).toString("base64")}"></figure>`;
  });
  return `<!doctype html><title>Contact sheet</title><style>
    body { margin: 16px; columns: 6; column-gap: 16px; background: #9aa0a8; font: 12px sans-serif }
    figure { margin: 0 0 16px; break-inside: avoid } img { width: 100%; display: block }
  </style>${figures.join("")}`;
}

for (const name of browsers) {
  const folder = `${root}artifacts/surfaces/${name}/`;
  mkdirSync(folder, { recursive: true });
  const gallery = await Gallery.open(name);
  const accepted = dirname(acceptedPath(name, "any", "light"));
  if (accepts && wanted.length === 0) rmSync(accepted, { recursive: true, force: true });
  mkdirSync(accepted, { recursive: true });
  const paths: string[] = [];
  for (const view of chosen)
    for (const look of lookNames) {
      const path = `${folder}${view}-${look}.png`;
      await takePicture(gallery, view, look, path);
      if (accepts) await accept(path, acceptedPath(name, view, look));
      paths.push(path);
    }
  if (accepts) writeFileSync(`${accepted}/version.txt`, `${await drawnBy(gallery)}\n`);
  await gallery.page.viewport(1800, 1000);
  await gallery.showDocument(sheet(paths));
  const height = await gallery.page.evaluate(() => document.documentElement.scrollHeight, null);
  await gallery.page.viewport(1800, Math.min(height, 12_000));
  await gallery.page.screenshot(`${root}artifacts/contact-sheet-${name}.png`);
  await gallery.close();
  console.log(`${paths.length} pictures: artifacts/contact-sheet-${name}.png`);
}
