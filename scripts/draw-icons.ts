/** Draws the toolbar icons from their SVG sources into `public/icon/`, on and off. Run by hand after a change; the pictures are kept. */
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { root } from "./tools/commands";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  const source = readFileSync(`${root}components/brand/${size <= 32 ? "icon-small" : "icon"}.svg`, "utf8");
  for (const state of ["", "-off"]) {
    const picture = state === "" ? source : source.replaceAll("#1a56b0", "#8a9099").replaceAll("#ffd166", "#dfe2e6");
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${picture}`,
    );
    await page.screenshot({ path: `${root}public/icon/${size}${state}.png`, omitBackground: true });
  }
}
await browser.close();
