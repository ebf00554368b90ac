/** axe over every state of every view, in real browsers with the real style sheets: light and dark, left-to-right and right-to-left. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { views } from "../../components/gallery/views";
import { browserNames } from "../support/browser";
import { axeFaults, Gallery, type Look } from "../support/gallery";

/** Each theme in each direction; each language with both themes and both directions. */
const looks: Record<"en" | "es", Look[]> = {
  en: [
    { theme: "light", dir: "ltr" },
    { theme: "dark", dir: "rtl" },
  ],
  es: [
    { theme: "dark", dir: "ltr" },
    { theme: "light", dir: "rtl" },
  ],
};

describe.each(browserNames)("axe in %s", (name) => {
  let gallery: Gallery;

  beforeAll(async () => {
    gallery = await Gallery.open(name);
    await gallery.page.viewport(400, 800);
  });
  afterAll(() => gallery?.close());

  it.each(Object.keys(views))("finds no fault in %s", async (view) => {
    for (const language of ["en", "es"] as const) {
      await gallery.show(view, { language });
      for (const look of looks[language]) {
        await gallery.turn(look);
        expect(await axeFaults(gallery.page), JSON.stringify({ language, ...look })).toEqual([]);
      }
    }
    if ((await gallery.openEverything()) > 0)
      expect(await axeFaults(gallery.page), "with everything opened").toEqual([]);
  });
});
