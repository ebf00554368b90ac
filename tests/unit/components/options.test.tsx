// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chicago } from "../../../components/gallery/models";
import { changedSettings, sources, today } from "../../../components/gallery/pages";
import { Options, type OptionsProps } from "../../../components/options";
import { defaultSettings, type Settings } from "../../../lib/settings/schema";
import { createPageStrings } from "../../../lib/strings";

function show(props: Partial<OptionsProps> = {}) {
  const changes: Partial<Settings>[] = [];
  const settings = props.settings ?? defaultSettings;
  const on = {
    change: (make: (now: Settings) => Partial<Settings>) => void changes.push(make(settings)),
    importFile: vi.fn(),
    exportFile: vi.fn(),
    reset: vi.fn(),
    changeKeys: vi.fn(),
  };
  const place = document.createElement("div");
  document.body.append(place);
  act(() =>
    render(
      <Options
        t={createPageStrings("en")}
        language="en"
        settings={settings}
        repaired={[]}
        sources={sources}
        muted={new Map()}
        keys={[]}
        resting={{ names: new Map(), ask: vi.fn() }}
        imported={null}
        today={today}
        header={chicago.header}
        on={on}
        {...props}
      />,
      place,
    ),
  );
  const find = (text: string) => {
    const field = place.querySelector<HTMLInputElement>("input[type=search]");
    if (!field) throw new Error("no search field");
    act(() => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  };
  const press = (label: string) => {
    const wanted = [...place.querySelectorAll<HTMLElement>("button, label")].find(
      (one) => (one.getAttribute("aria-label") ?? one.textContent) === label,
    );
    if (!wanted) throw new Error(`nothing to press: ${label}`);
    act(() => wanted.click());
  };
  const sections = () => [...place.querySelectorAll("section h2")].map((title) => title.textContent);
  return { place, find, press, sections, changes, on };
}

afterEach(() => document.body.replaceChildren());

describe("repaired settings", () => {
  it("names repaired settings as the page does, in each language", () => {
    const repaired = ["sitesOff", "openDelay"];
    expect(show({ repaired }).place.textContent).toContain(
      "2 unreadable settings are at their defaults again: “Never read on”, “Wait before opening”.",
    );
    expect(show({ repaired: ["theme"], t: createPageStrings("es"), language: "es" }).place.textContent).toContain(
      "“Colores”",
    );
  });

  it("has a name of its own for each setting that can be repaired", () => {
    for (const field of Object.keys(defaultSettings))
      expect(show({ repaired: [field] }).place.textContent, field).not.toContain(`“${field}”`);
  });

  it("says when no setting could be read", () => {
    expect(show({ repaired: ["storage"] }).place.textContent).toContain("Your settings could not be read");
  });
});

describe("searching the settings", () => {
  it.each([
    ["delay words", "wait before", ["Cards"]],
    ["the title of a section", "appearance", ["Appearance and language"]],
    ["letters without their accents", "espanol", ["Appearance and language"]],
    ["a source by its publisher", "the paper 41", ["Sources"]],
    ["a group of sources", "courts and laws", ["Sources"]],
    ["a kind of thing", "court cases", ["Kinds of things"]],
  ])("finds by %s", (_how, text, expected) => {
    const { find, sections } = show();
    find(text);
    expect(sections()).toEqual(expected);
  });

  it("says how many were found, and so where none was", () => {
    const { find, place } = show();
    find("sites");
    expect(place.querySelector("[role=status]")?.textContent).toMatch(/^\d+ sections? found$/);
    find("zzz");
    expect(place.textContent).toContain("No setting and no source holds “zzz”.");
  });

  it("opens the group that holds a source which was looked for", () => {
    const { find, press, changes } = show();
    find("the paper 41");
    press("The Paper 41: City council votes on an ordinance 19 sentences");
    expect(changes).toEqual([{ hiddenSources: ["news-41"] }]);
  });
});

describe("the settings page", () => {
  it("takes a pasted address as the site it is on, on one list only", () => {
    const { place, changes } = show({ settings: changedSettings });
    const [field] = [...place.querySelectorAll<HTMLInputElement>("#sites input")];
    if (!field) throw new Error("no field");
    act(() => {
      field.value = "https://Other.example/story?x=1";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    act(() => void field.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
    expect(changes).toEqual([{ sitesOn: [...changedSettings.sitesOn, "other.example"], sitesOff: [] }]);
  });

  it("asks before it resets", () => {
    const { press, on } = show();
    press("Reset all settings…");
    expect(on.reset).not.toHaveBeenCalled();
    press("Keep them");
    press("Reset all settings…");
    press("Reset");
    expect(on.reset).toHaveBeenCalledOnce();
  });

  it("names the place of the fault in a file that was refused", () => {
    const { place } = show({ imported: { ok: false, place: "settings.sitesOff.0", expected: "a host name" } });
    expect(place.querySelector("#files [role=status]")?.textContent).toContain(
      "The fault is at “settings.sitesOff.0”.",
    );
  });
});
