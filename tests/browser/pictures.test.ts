/**
 * Every state of every view looks as it did when somebody last looked: `npx tsx scripts/contact-sheet.ts --accept` takes the pictures
 * anew. One pinned font, so that they are the same on every machine with the same browser.
 */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { views } from "../../components/gallery/views";
import { root } from "../../scripts/tools/commands";
import { browserNames } from "../support/browser";
import { Gallery } from "../support/gallery";
import {
  acceptedPath,
  acceptedVersion,
  difference,
  drawnBy,
  lookNames,
  showPinned,
  takePicture,
} from "../support/pictures";

/**
 * Pixels that may differ within one square of 32: hardly any in the browser that drew the accepted pictures; where another version draws, as
 * many as a changed smoothing of letters takes and a lost control does not.
 */
const allowed = { sameVersion: 8, otherVersion: 160 };

describe.each(browserNames)("pictures in %s", (name) => {
  const folder = `${root}artifacts/pictures/${name}/`;
  let gallery: Gallery;
  let most: number;

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    gallery = await Gallery.open(name);
    most = (await drawnBy(gallery)) === acceptedVersion(name) ? allowed.sameVersion : allowed.otherVersion;
  });
  afterAll(() => gallery?.close());

  it("has an accepted picture of each state, and none of another", () => {
    const expected = Object.keys(views).flatMap((view) => lookNames.map((look) => `${view}-${look}.webp`));
    const accepted = readdirSync(dirname(acceptedPath(name, "any", "light"))).filter((file) => file.endsWith(".webp"));
    expect(accepted.sort()).toEqual(expected.sort());
  });

  it.each(Object.keys(views))("shows %s as it was accepted", async (view) => {
    for (const look of lookNames) {
      const taken = `${folder}${view}-${look}.png`;
      await takePicture(gallery, view, look, taken);
      const { sizes, pixels } = await difference(taken, acceptedPath(name, view, look));
      expect(sizes, `size of ${taken}`).toBeNull();
      expect(pixels, `differing pixels in one square of ${taken}`).toBeLessThanOrEqual(most);
      rmSync(taken);
    }
  });

  it.each(Object.keys(views).filter((view) => view.startsWith("popup.")))(
    "keeps %s within the 600 pixels that Chrome gives a popup",
    async (view) => {
      for (const look of lookNames) expect(await showPinned(gallery, view, look), look).toBeLessThanOrEqual(600);
    },
  );
});
