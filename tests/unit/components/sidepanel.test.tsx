// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { chicago, sentence } from "../../../components/gallery/models";
import { report } from "../../../components/gallery/pages";
import { SidePanel, type SidePanelProps, sheetMarkdown } from "../../../components/sidepanel";
import { createPageStrings } from "../../../lib/strings";

const t = createPageStrings("en");
const changedTwice = {
  ...chicago,
  since: [
    ...chicago.since,
    sentence("s9", "The ordinance was renamed.", { from: "2022-03-01", standing: "since", change: "began" }),
  ],
};

function show(props: Partial<SidePanelProps> = {}) {
  const on = { jump: vi.fn(), toggle: vi.fn(), lens: vi.fn(), print: vi.fn(), saveMarkdown: vi.fn() };
  const place = document.createElement("div");
  document.body.append(place);
  act(() =>
    render(
      <SidePanel
        t={t}
        language="en"
        report={report}
        lens="article"
        opened={null}
        card={null}
        models={[]}
        on={on}
        {...props}
      />,
      place,
    ),
  );
  return { place, on, rows: () => [...place.querySelectorAll(".entity-row .name")].map((row) => row.textContent) };
}

afterEach(() => document.body.replaceChildren());

describe("the list beside the page", () => {
  it("names everything on the page in the order of the text, each with its kind", () => {
    expect(show().rows()[0]).toBe("U.S. Immigration and Customs Enforcement agency or body");
    expect(show().rows()).toHaveLength(report.entities.length);
  });

  it("goes to each place in the text, and says how many more there are where they are many", () => {
    const { place, on } = show();
    const jumps = [...place.querySelectorAll<HTMLElement>(".entity-row:first-child .jump")];
    expect(jumps).toHaveLength(12);
    expect(place.querySelector(".entity-row")?.textContent).toContain("and 3 more");
    act(() => jumps[2]?.click());
    expect(on.jump).toHaveBeenCalledWith("us-ice", 2);
  });

  it("filters by name whatever the accents and the case", () => {
    const { place, rows } = show();
    const field = place.querySelector<HTMLInputElement>("input[type=search]");
    if (!field) throw new Error("no filter");
    act(() => {
      field.value = "CHICÁGO, ill";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(rows()).toEqual(["Chicago, Illinois place"]);
    expect(place.querySelector("[role=status]")?.textContent).toBe("1 found");
  });

  it.each([
    ["no reader answers", null, "Newsgloss does not run on this page"],
    ["it rests", { ...report, standstill: "paused" as const }, "Nothing is explained here"],
    ["nothing was found", { ...report, entities: [], mentions: 0 }, "Nothing on this page needs explaining"],
    ["nothing was found yet", { ...report, entities: [], mentions: 0, isReading: true }, "Still reading this page"],
  ])("says so where %s", (_what, said, words) => {
    expect(show({ report: said }).place.textContent).toContain(words);
  });
});

describe("the lesson sheet", () => {
  it("says “Since then” once for a thing, however much has changed", () => {
    const sheet = show({ models: [changedTwice] }).place.querySelector(".sheet");
    expect(sheet?.textContent).toContain("The ordinance was renamed.");
    expect(sheet?.textContent?.match(/Since then/g)).toHaveLength(1);
  });

  it("is the same in Markdown: every sentence with its source", () => {
    const markdown = sheetMarkdown({ t, language: "en", report, models: [changedTwice] });
    expect(markdown).toContain("# Glossary for “Mayor says police will not help”");
    expect(markdown).toContain("The Welcoming City Ordinance was in force, with exceptions.");
    expect(markdown.match(/Since then/g)).toHaveLength(1);
    expect(markdown).toContain("City of Chicago");
  });

  it("keeps a title from being read as Markdown", () => {
    const odd = { ...report, title: "<script>*bold*</script> [link](javascript:x)" };
    const [head] = sheetMarkdown({ t, language: "en", report: odd, models: [] }).split("\n");
    expect(head).not.toMatch(/[<>*[\]]/);
  });
});
