/**
 * Takes a picture of every state of every view in both browsers, and lays them out on one sheet for each:
 * `npx tsx scripts/contact-sheet.ts [chromium|firefox] [VIEW…]` writes artifacts/surfaces/ and artifacts/contact-sheet-BROWSER.png.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { views } from "../components/gallery/views";
import { type BrowserName, browserNames } from "../tests/support/browser";
import { Gallery, type Look } from "../tests/support/gallery";
import { root } from "./tools/commands";

const looks: Record<string, Look> = {
  light: { theme: "light" },
  dark: { theme: "dark", language: "es" },
};
/** The width in which a reader meets a view. */
const widths: Record<string, number> = { popup: 380, panel: 360, card: 420, options: 900, welcome: 900, practice: 800 };

const asked = process.argv.slice(2);
const browsers = browserNames.filter(
  (name) => !asked.some((one) => browserNames.includes(one as BrowserName)) || asked.includes(name),
);
const wanted = asked.filter((one) => !browserNames.includes(one as BrowserName));
const chosen = Object.keys(views).filter((view) => wanted.length === 0 || wanted.some((one) => view.startsWith(one)));

async function shoot(gallery: Gallery, view: string, look: string, folder: string): Promise<string> {
  const width = widths[view.split(".")[0] ?? ""] ?? 400;
  await gallery.page.viewport(width, 600);
  await gallery.show(view, looks[look]);
  const height = await gallery.page.evaluate(() => document.documentElement.scrollHeight, null);
  await gallery.page.viewport(width, Math.min(Math.max(height, 120), 4000));
  const path = `${folder}${view}-${look}.png`;
  await gallery.page.screenshot(path);
  return path;
}

/** One page with every picture and its name, drawn by the browser itself. */
function sheet(paths: string[]): string {
  const figures = paths.map((path) => {
    const name = path.split("/").at(-1)?.replace(".png", "") ?? "";
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
  const paths: string[] = [];
  for (const view of chosen)
    for (const look of Object.keys(looks)) paths.push(await shoot(gallery, view, look, folder));
  await gallery.page.viewport(1800, 1000);
  await gallery.showDocument(sheet(paths));
  const height = await gallery.page.evaluate(() => document.documentElement.scrollHeight, null);
  await gallery.page.viewport(1800, Math.min(height, 12_000));
  await gallery.page.screenshot(`${root}artifacts/contact-sheet-${name}.png`);
  await gallery.close();
  console.log(`${paths.length} pictures: artifacts/contact-sheet-${name}.png`);
}
