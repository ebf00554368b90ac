/** Every state of every view for readers who zoom, space their text, press with a thumb, or set their own colours. */
import type { Page as PlaywrightPage } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { views } from "../../components/gallery/views";
import { browserNames } from "../support/browser";
import { Gallery } from "../support/gallery";
import { clippedFaults, setTextSpacing, sidewaysFaults, targetFaults } from "../support/layout";

describe.each(browserNames)("in %s", (name) => {
  let gallery: Gallery;

  beforeAll(async () => {
    gallery = await Gallery.open(name);
  });
  afterAll(() => gallery?.close());

  // 1280 px at 400 % are 320 px: WCAG 1.4.10.
  it.each(Object.keys(views))(
    "%s fits a window 320 px wide, with wide text spacing too, in both directions",
    async (view) => {
      await gallery.page.viewport(320, 800);
      await gallery.show(view, { language: "es" });
      await gallery.openEverything();
      for (const dir of ["ltr", "rtl"] as const) {
        await gallery.turn({ dir });
        expect(await sidewaysFaults(gallery.page), dir).toEqual([]);
      }
      await setTextSpacing(gallery.page);
      expect(await sidewaysFaults(gallery.page), "wide spacing").toEqual([]);
      expect(await clippedFaults(gallery.page)).toEqual([]);
    },
  );

  it.each(Object.keys(views))("%s has no control smaller than 24 by 24 px", async (view) => {
    await gallery.page.viewport(400, 800);
    await gallery.show(view);
    await gallery.openEverything();
    expect(await targetFaults(gallery.page)).toEqual([]);
  });
});

describe.each(browserNames)("with the system's own colours in %s", (name) => {
  let gallery: Gallery;

  beforeAll(async () => {
    // Firefox: "always use my colours", which is what a high-contrast theme sets.
    gallery = await Gallery.open(name, { preferences: { "browser.display.document_color_use": 2 } });
    if (name === "chromium") await (gallery.page.driver as PlaywrightPage).emulateMedia({ forcedColors: "active" });
    await gallery.page.viewport(400, 800);
  });
  afterAll(() => gallery?.close());

  it("is what the page is drawn with", async () => {
    await gallery.show("popup.noDate");
    expect(await gallery.page.evaluate(() => matchMedia("(forced-colors: active)").matches, null)).toBe(true);
  });

  it.each([
    ["popup.noDate", ".tick", ".tick-box"],
    ["options.changed", ".switch", ".switch-track"],
  ])("%s shows what is on and what is off apart", async (view, control, sign) => {
    await gallery.show(view);
    const [on, off] = await gallery.page.evaluate(
      ([wanted, drawn]) =>
        ["true", "false"].map((state) => {
          const found = document.querySelector(`${wanted}[aria-checked=${state}] ${drawn}`);
          return found ? getComputedStyle(found).backgroundColor : "missing";
        }),
      [control, sign] as const,
    );
    expect(on).not.toBe("missing");
    expect(off).not.toBe("missing");
    expect(on).not.toBe(off);
  });

  it("shows which choice is made by more than a colour of ours, where the browser's own control is not seen", async () => {
    await gallery.show("options.changed");
    const outline = await gallery.page.evaluate(
      () =>
        [...document.querySelectorAll("input:checked + span")]
          .filter((chosen) => getComputedStyle(chosen.previousElementSibling as Element).opacity === "0")
          .map((chosen) => getComputedStyle(chosen).outlineStyle),
      null,
    );
    expect(outline.length).toBeGreaterThan(3);
    expect(new Set(outline)).toEqual(new Set(["solid"]));
  });
});

describe.each(browserNames)("with reduced motion in %s", (name) => {
  let gallery: Gallery;

  beforeAll(async () => {
    gallery = await Gallery.open(name, { preferences: { "ui.prefersReducedMotion": 1 } });
    if (name === "chromium") await (gallery.page.driver as PlaywrightPage).emulateMedia({ reducedMotion: "reduce" });
  });
  afterAll(() => gallery?.close());

  it.each(["popup.report", "options.changed", "panel.opened", "card.chicago", "welcome.asked"])(
    "nothing in %s moves",
    async (view) => {
      await gallery.show(view);
      const moving = await gallery.page.evaluate(
        () =>
          [...document.querySelectorAll("#app *")].filter((element) => {
            const { transitionDuration, animationName } = getComputedStyle(element);
            return /[1-9]/.test(transitionDuration) || animationName !== "none";
          }).length,
        null,
      );
      expect(await gallery.page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches, null)).toBe(
        true,
      );
      expect(moving).toBe(0);
    },
  );
});
