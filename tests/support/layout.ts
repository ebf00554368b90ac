/** What a layout does to readers with other needs, measured on a page that is shown. Each gives one line per fault. */
import type { TestPage } from "./browser";

/** Text spacing as WCAG 1.4.12 lets a reader set it. */
const spacing =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

export function setTextSpacing(page: TestPage): Promise<void> {
  return page.evaluate((text) => {
    const style = document.createElement("style");
    style.textContent = text;
    document.head.append(style);
  }, spacing);
}

/** Whatever stands out of the window sideways: it would take scrolling in two directions to read it. */
export function sidewaysFaults(page: TestPage): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const outside = [...document.querySelectorAll("#app *")].filter((element) => {
      if (element.closest(".unseen, .sheet, svg")) return false;
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
    });
    const scrolls =
      document.documentElement.scrollWidth > width
        ? [`the page is ${document.documentElement.scrollWidth} px wide`]
        : [];
    return [...scrolls, ...outside.map((element) => element.outerHTML.slice(0, 160))];
  }, null);
}

/** Text that its own box cuts off. */
export function clippedFaults(page: TestPage): Promise<string[]> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>("#app *")]
        .filter((element) => {
          if (element.closest(".unseen, svg") || element.textContent?.trim() === "") return false;
          const { overflowX, overflowY } = getComputedStyle(element);
          const wide = overflowX !== "visible" && overflowX !== "auto" && element.scrollWidth > element.clientWidth + 1;
          const high =
            overflowY !== "visible" && overflowY !== "auto" && element.scrollHeight > element.clientHeight + 1;
          return wide || high;
        })
        .map((element) => element.outerHTML.slice(0, 160)),
    null,
  );
}

/** Controls smaller than 24 × 24 px, links inside a sentence excepted as WCAG 2.5.8 excepts them. */
export function targetFaults(page: TestPage): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [
      ...document.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea, summary, [role]"),
    ];
    return controls
      .filter((control) =>
        control.matches("button, a[href], input, select, textarea, summary, [role=switch], [role=menuitem]"),
      )
      .filter((control) => {
        const inSentence =
          control.matches("a") &&
          control.parentElement?.matches("p, li, dd") &&
          control.parentElement.textContent !== control.textContent;
        if (inSentence || control.closest("[hidden]")) return false;
        // A control inside its label is pressed anywhere on the label.
        const box = (control.closest("label") ?? control).getBoundingClientRect();
        return box.width > 0 && (box.width < 24 || box.height < 24);
      })
      .map((control) => {
        const box = control.getBoundingClientRect();
        return `${Math.round(box.width)} × ${Math.round(box.height)}: ${control.outerHTML.slice(0, 160)}`;
      });
  }, null);
}
