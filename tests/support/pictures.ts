/**
 * Pictures of the gallery in one pinned font, so that they are the same wherever the same browser draws them. Taken for the
 * contact sheet, and compared with the accepted ones in tests/pictures.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { root } from "../../scripts/tools/commands";
import type { BrowserName } from "./browser";
import type { Gallery, Look } from "./gallery";

export const looks = {
  light: { theme: "light", language: "en" },
  dark: { theme: "dark", language: "es" },
} as const satisfies Record<string, Look>;
export type LookName = keyof typeof looks;
export const lookNames = Object.keys(looks) as LookName[];

/** The width in which a reader meets a view, in CSS pixels. */
const widths: Record<string, number> = { popup: 380, panel: 360, card: 420, options: 900, welcome: 900, practice: 800 };

const require = createRequire(import.meta.url);
const font = readFileSync(require.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"), "base64");
/** Letters from the pinned font alone, and nothing that moves or blinks. */
const pinned = `@font-face { font-family: Pinned; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }
html.newsgloss, html.newsgloss *, html.newsgloss *::before, html.newsgloss *::after {
  font-family: Pinned, sans-serif !important;
  animation: none !important; transition: none !important; caret-color: transparent !important; scrollbar-width: none !important;
}`;

/** The settings page in a state that shows above the fold is pictured no further: the rest is in its first state's picture. */
function highest(view: string): number {
  return view.startsWith("options.") && !["options.first", "options.changed"].includes(view) ? 800 : 4000;
}

/** Shows a view with the pinned font, as high as it is, and says how high its content is in CSS pixels. */
export async function showPinned(gallery: Gallery, view: string, look: LookName): Promise<number> {
  const width = widths[view.split(".")[0] ?? ""] ?? 400;
  await gallery.page.viewport(width, 600);
  await gallery.show(view, looks[look]);
  const height = await gallery.page.evaluate(async (style) => {
    document.head.append(Object.assign(document.createElement("style"), { textContent: style }));
    await document.fonts.load("16px Pinned");
    await document.fonts.ready;
    return Math.ceil(document.querySelector("#app")?.getBoundingClientRect().height ?? 0);
  }, pinned);
  await gallery.page.viewport(width, Math.min(Math.max(height, 120), highest(view)));
  return height;
}

/** Takes the picture of a view in one look. */
export async function takePicture(gallery: Gallery, view: string, look: LookName, path: string): Promise<void> {
  await showPinned(gallery, view, look);
  await gallery.page.screenshot(path);
}

/** The browser's main version, such as "156". */
export function drawnBy(gallery: Gallery): Promise<string> {
  return gallery.page.evaluate(() => /(?:Chrome|Firefox)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? "", null);
}

/** Where the accepted picture of a view stands. */
export function acceptedPath(browser: BrowserName, view: string, look: LookName): string {
  return `${root}tests/pictures/${browser}/${view}-${look}.webp`;
}

/** The main version of the browser that drew the accepted pictures. */
export function acceptedVersion(browser: BrowserName): string {
  return readFileSync(`${root}tests/pictures/${browser}/version.txt`, "utf8").trim();
}

/** The side of the square in which differences are counted, in pixels: about the size of a control. */
const square = 32;

/** Keeps a taken picture as the accepted one, without loss, in a third of the bytes. */
export async function accept(taken: string, accepted: string): Promise<void> {
  await sharp(taken).removeAlpha().webp({ lossless: true, effort: 6 }).toFile(accepted);
}

async function pixelsOf(path: string) {
  return sharp(path).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

/**
 * How two pictures differ: their sizes, or the most pixels that differ within any one square, so that a small fault in a large
 * picture counts as much as in a small one. Pixels that only smooth an edge are left out.
 */
export async function difference(taken: string, accepted: string): Promise<{ sizes: string | null; pixels: number }> {
  const [{ data: now, info }, { data: then, info: before }] = await Promise.all([pixelsOf(taken), pixelsOf(accepted)]);
  if (info.width !== before.width || info.height !== before.height)
    return { sizes: `${info.width}×${info.height}, accepted ${before.width}×${before.height}`, pixels: Number.NaN };
  const pixels = pixelmatch(now, then, null, info.width, info.height, { threshold: 0.1, windowSize: square });
  return { sizes: null, pixels };
}
