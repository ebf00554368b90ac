// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Card } from "../../../components/card/card";
import type { CardActions, CardProps } from "../../../components/card/types";
import { chicago, models } from "../../../components/gallery/models";
import { createPageStrings } from "../../../lib/strings";

let place: HTMLElement;

afterEach(() => {
  render(null, place);
  place.remove();
});

function show(props: Partial<CardProps> = {}) {
  const on = {
    close: vi.fn(),
    pin: vi.fn(),
    back: vi.fn(),
    open: vi.fn(),
    lens: vi.fn(),
    mute: vi.fn(),
    report: vi.fn(() => "report"),
    copy: vi.fn(async () => ({ copied: true, text: "" })),
  } satisfies CardActions;
  const language = props.language ?? "en";
  place = document.createElement("div");
  document.body.append(place);
  const whole: CardProps = {
    model: chicago,
    t: createPageStrings(language),
    language,
    why: ["Because."],
    canGoBack: false,
    pinned: false,
    lens: "article",
    hasArticleDate: true,
    on,
    ...props,
  };
  act(() => render(<Card {...whole} />, place));
  return on;
}

const text = () => place.textContent ?? "";
const press = (name: RegExp) => {
  const button = [...place.querySelectorAll("button")].find((one) =>
    name.test(one.getAttribute("aria-label") ?? one.textContent ?? ""),
  );
  if (!button) throw new Error(`no button ${name}`);
  act(() => button.click());
};

describe("a card", () => {
  it("is a named dialog that does not trap, with a heading that can take focus", () => {
    show();
    const dialog = place.querySelector("[role=dialog]");
    expect(dialog?.getAttribute("aria-modal")).toBe("false");
    const heading = place.querySelector(`#${dialog?.getAttribute("aria-labelledby")}`);
    expect(heading?.textContent).toBe("Chicago, Illinois");
    expect(heading?.getAttribute("tabindex")).toBe("-1");
  });

  it("tells then from since, and never says that a holder holds the post now", () => {
    show();
    expect(text()).toContain("When this was published — July 12, 2019");
    expect(text()).toContain("Since then");
    expect(text()).toContain("latest, as of July 1, 2026");
  });

  it("says once how far a holder was checked", () => {
    const [holder] = chicago.holders;
    if (!holder) throw new Error("the model has no holder");
    const late = { ...holder, latest: true, stale: false, asFarAsChecked: true, atFirst: true, checked: "2025-10" };
    show({ model: { ...chicago, holders: [late] } });
    expect(text().match(/as of October 2025/g)).toHaveLength(1);
  });

  it("names the day it is about over what is not certain for that day, where nothing surely held", () => {
    const [holder] = chicago.holders;
    if (!holder) throw new Error("the model has no holder");
    show({
      model: { ...chicago, then: [], listings: [], holders: [{ ...holder, standing: "unknown", atFirst: true }] },
    });
    const headings = [...place.querySelectorAll("h3, h4")].map((one) => one.textContent);
    expect(headings.slice(0, 2)).toEqual(["When this was published — July 12, 2019", "Not certain for that day"]);
    expect(headings.filter((one) => one === "Not certain for that day")).toHaveLength(1);
  });

  it("shows the exact source under a sentence, and opens http and https only", () => {
    show();
    press(/^Source 1:/);
    const link = place.querySelector(".source a");
    expect(link?.getAttribute("href")).toBe("https://www.chicago.gov/ordinance");
    expect(link?.getAttribute("rel")).toBe("noopener noreferrer");
    press(/^Source 3:/);
    expect(place.innerHTML).not.toContain("javascript:");
    expect(place.querySelector(".source b b")).toBeNull();
  });

  it("keeps the two sides of a dispute beside one another", () => {
    show({ model: models.disputed! });
    expect([...place.querySelectorAll(".side b")].map((one) => one.textContent)).toEqual([
      "Justice Department",
      "City of Chicago",
    ]);
  });

  it("says how much is hidden and that one party’s word is left", () => {
    show({ model: models.oneSided! });
    expect(text()).toContain("hides 2 sentences");
    expect(text()).toContain("only one party’s word");
  });

  it("shows what was checked too long ago as what was true then", () => {
    show({ model: models.stale! });
    expect(text()).toContain("was true on February 3, 2021");
  });

  it("walks to other entities and back", () => {
    const on = show({ canGoBack: true });
    press(/^Lori Lightfoot$/);
    expect(on.open).toHaveBeenCalledWith("lori-lightfoot");
    press(/^Back$/);
    expect(on.back).toHaveBeenCalled();
  });

  it("speaks Spanish, and marks what is left in English as English", () => {
    show({ language: "es", model: { ...chicago, language: "es" } });
    expect(text()).toContain("Desde entonces");
    expect(place.querySelector(".newsgloss")?.getAttribute("lang")).toBe("es");
    expect(place.querySelector("li span[lang=en]")).not.toBeNull();
  });

  it.each(Object.keys(models))("draws the state %s without an id of a string left over", (name) => {
    show({ model: models[name]! });
    expect(text()).not.toMatch(/\b(card|context|group)\.[a-z]/);
  });
});
