/** Contrast as it is painted: a picture of the page, measured by the browser itself on a page of its own. */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestBrowser, TestPage } from "../../support/browser";

/** The greatest contrast (WCAG) between the commonest colour of a box and any other colour in it. */
export async function contrastOf(
  browser: TestBrowser,
  page: TestPage,
  box: { left: number; top: number; right: number; bottom: number },
): Promise<number> {
  const path = join(mkdtempSync(join(tmpdir(), "newsgloss-picture-")), "page.png");
  await page.screenshot(path);
  const address = "http://pixels.hostile.test/";
  browser.proxy.serve(address, "<!doctype html><title>Pixels</title>");
  const meter = await browser.page(address);
  try {
    return await meter.evaluate(
      async ({ picture, part }) => {
        const image = new Image();
        image.src = picture;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.round(part.right - part.left));
        canvas.height = Math.max(1, Math.round(part.bottom - part.top));
        const context = canvas.getContext("2d");
        context?.drawImage(image, -Math.round(part.left), -Math.round(part.top));
        const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
        const counts = new Map<string, number>();
        for (let at = 0; at + 2 < data.length; at += 4) {
          const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
        const light = (colour: string): number => {
          const [red = 0, green = 0, blue = 0] = colour.split(",").map((value) => {
            const part = Number(value) / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const [ground = "0,0,0"] = [...counts].sort((first, second) => second[1] - first[1])[0] ?? [];
        const base = light(ground);
        let best = 1;
        for (const colour of counts.keys()) {
          const other = light(colour);
          best = Math.max(best, (Math.max(base, other) + 0.05) / (Math.min(base, other) + 0.05));
        }
        return best;
      },
      { picture: `data:image/png;base64,${readFileSync(path).toString("base64")}`, part: box },
    );
  } finally {
    await meter.close();
    await page.front();
  }
}
