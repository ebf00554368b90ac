// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Popup, type PopupActions, type PopupProps, type TabState } from "../../../components/popup";
import type { PageReport } from "../../../lib/messages/schema";
import { defaultSettings, type Settings } from "../../../lib/settings/schema";
import { createPopupStrings } from "../../../lib/strings/popup";

const report: PageReport = {
  standstill: null,
  host: "paper.example",
  title: "Mayor says police will not help",
  news: true,
  language: "en",
  date: { value: "2019-07-12", from: "json-ld" },
  asOf: "2019-07-12",
  asOfIsToday: false,
  marks: "marks",
  isReading: false,
  mentions: 5,
  entities: [
    { entity: "us-ice", kind: "organization", title: "ICE", mentions: 4 },
    { entity: "chicago-il", kind: "jurisdiction", title: "Chicago, Illinois", mentions: 1 },
  ],
};
const reported = (change: Partial<PageReport>): TabState => ({ state: "report", report: { ...report, ...change } });

/** What each press asked the settings to become. */
function show(tab: TabState, props: Partial<PopupProps> = {}) {
  const changes: Partial<Settings>[] = [];
  const settings = props.settings ?? defaultSettings;
  const on = {
    change: (make) => void changes.push(make(settings)),
    reload: vi.fn(),
    allow: vi.fn(),
    openOptions: vi.fn(),
    openList: vi.fn(),
    loadSources: vi.fn(),
  } satisfies PopupActions;
  const place = document.createElement("div");
  document.body.append(place);
  act(() =>
    render(
      <Popup
        t={createPopupStrings("en")}
        language="en"
        settings={settings}
        repaired={[]}
        tab={tab}
        sources={null}
        today="2026-09-01"
        data={{ checked: "2026-08-24", validUntil: "2027-03-31" }}
        on={on}
        {...props}
      />,
      place,
    ),
  );
  const press = (label: string | RegExp) => {
    const wanted = [...place.querySelectorAll<HTMLElement>("button, label")].find((one) =>
      typeof label === "string" ? one.textContent?.includes(label) : label.test(one.textContent ?? ""),
    );
    if (!wanted) throw new Error(`nothing to press: ${label}`);
    act(() => wanted.click());
  };
  return { place, text: place.textContent ?? "", press, changes, on };
}

afterEach(() => document.body.replaceChildren());

describe("the popup", () => {
  it("says what is on the page, how much of it, and of what day", () => {
    const { text } = show(reported({}));
    expect(text).toContain("2 things explained here");
    expect(text).toContain("5 mentions");
    expect(text).toContain("July 12, 2019");
    expect(text).toContain("1 agency");
    expect(text).toContain("1 place");
  });

  it("offers to read a page that is no news, and remembers the site", () => {
    const { press, changes } = show(reported({ standstill: "not-news" }));
    press("Read paper.example anyway");
    expect(changes).toEqual([{ sitesOn: ["paper.example"] }]);
  });

  it("asks for a site only when pressed", () => {
    const { press, on } = show({ state: "no-access", host: "paper.example" });
    expect(on.allow).not.toHaveBeenCalled();
    press("Only on paper.example");
    expect(on.allow).toHaveBeenLastCalledWith(false);
    press("Allow on all sites");
    expect(on.allow).toHaveBeenLastCalledWith(true);
  });

  it("shows what was read because the button was pressed, and asks to read without a press", () => {
    const { text, press, on } = show({ state: "report", report, once: true });
    expect(text).toContain("2 things explained here");
    expect(text).toContain("Read once, as you asked.");
    press("Only on paper.example");
    expect(on.allow).toHaveBeenLastCalledWith(false);
  });

  it("loads a tab again that was open before the install", () => {
    const { press, on } = show({ state: "reload" });
    press("Load again");
    expect(on.reload).toHaveBeenCalledOnce();
  });

  it.each<[string, TabState, Partial<Settings>, string]>([
    ["a page of the browser", { state: "browser-page" }, {}, "page of the browser itself"],
    ["off", reported({ standstill: "off" }), { on: false }, "off everywhere"],
    ["paused", reported({ standstill: "paused" }), { pausedOn: "2026-09-01" }, "Paused for today"],
    [
      "a site switched off",
      reported({ standstill: "site-off" }),
      { sitesOff: ["paper.example"] },
      "off on paper.example",
    ],
    ["a site not chosen", reported({ standstill: "not-chosen" }), { scope: "chosen-sites" }, "not one of your chosen"],
    ["nothing to explain", reported({ mentions: 0, entities: [] }), {}, "Nothing on this page needs explaining"],
    ["nothing found yet", reported({ mentions: 0, entities: [], isReading: true }), {}, "Still reading this page"],
    ["an unknown date", reported({ date: { value: null, from: "none" } }), {}, "date unknown"],
  ])("says so: %s", (_, tab, settings, words) => {
    expect(show(tab, { settings: { ...defaultSettings, ...settings } }).text).toContain(words);
  });

  it("resumes from a pause in one press", () => {
    const { press, changes } = show(reported({ standstill: "paused" }), {
      settings: { ...defaultSettings, pausedOn: "2026-09-01" },
    });
    press("Resume");
    expect(changes).toEqual([{ pausedOn: null }]);
  });

  it("takes a site off the list of sites always read when it is switched off", () => {
    const { press, changes } = show(reported({}), { settings: { ...defaultSettings, sitesOn: ["paper.example"] } });
    press("On paper.example");
    expect(changes).toEqual([{ sitesOff: ["paper.example"], sitesOn: [] }]);
  });

  it("says when settings were repaired and when the data is old", () => {
    const { text } = show(reported({}), { repaired: ["lens"], today: "2027-04-01" });
    expect(text).toContain("One unreadable setting is at its default again.");
    expect(text).toContain("Data expired on March 31, 2027");
  });

  it("switches each group of sources at once, with nothing to unfold", () => {
    const { place, press, changes } = show(reported({}));
    const ticks = [...place.querySelectorAll(".tick")];
    expect(ticks.map((tick) => tick.textContent)).toEqual([
      "Federal government",
      "State and local government",
      "Courts and laws",
      "Research and reference",
      "News",
      "Groups for more enforcement",
      "Groups for immigrants’ rights",
    ]);
    press(/^News$/);
    expect(changes).toEqual([{ hiddenGroups: ["news"] }]);
  });

  it("offers the sources before any other switch", () => {
    const { place } = show(reported({}));
    expect(place.querySelector("[role=switch]")?.textContent).toBe("Federal government");
  });

  it("says how many groups are off, and switches one on again", () => {
    const settings: Settings = { ...defaultSettings, hiddenGroups: ["news", "research"] };
    const { place, press, changes } = show(reported({}), { settings });
    expect(place.querySelector(".popup-sources")?.textContent).toContain("2 off");
    press(/^News$/);
    expect(changes).toEqual([{ hiddenGroups: ["research"] }]);
  });

  it("says why no source of a group is offered that is off as a whole", () => {
    const { place, press } = show(reported({}), {
      settings: { ...defaultSettings, hiddenGroups: ["news"] },
      sources: [{ id: "paper-2019", publisher: "The Paper", title: "A report", group: "news", sentences: 3 }],
    });
    press(/^Single sources/);
    expect(place.textContent).toContain("News: off as a group");
    expect(place.textContent).not.toContain("The Paper: A report");
  });

  it("reads the long list of sources only when it is wanted", () => {
    const { press, on } = show(reported({}));
    expect(on.loadSources).not.toHaveBeenCalled();
    press(/^Single sources/);
    expect(on.loadSources).toHaveBeenCalledOnce();
  });

  it("finds one source by name and switches it off alone", () => {
    const source = (id: string, publisher: string) =>
      ({ id, publisher, title: "A report", group: "news", sentences: 3 }) as const;
    const { place, press, changes } = show(reported({}), {
      sources: [source("paper-2019", "The Paper"), source("other-2019", "The Other")],
    });
    press(/^Single sources/);
    const search = place.querySelector<HTMLInputElement>("input[type=search]");
    if (!search) throw new Error("no search box");
    act(() => {
      search.value = "Óther";
      search.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(place.textContent).not.toContain("The Paper: A report");
    press("The Other: A report");
    expect(changes).toEqual([{ hiddenSources: ["other-2019"] }]);
  });
});
