import type { MarkFamily, PlacedMention } from "./placed";
import { markFamily, staticRanges } from "./placed";

const families: readonly MarkFamily[] = ["body", "place", "person", "idea"];

/** Shape differs as well as colour, so that colour is never the only cue. */
const shapes: Record<MarkFamily, string> = { body: "dotted", place: "dashed", person: "dotted", idea: "dotted" };
const hues: Record<MarkFamily, string> = { body: "#2563c9", place: "#0f7b6c", person: "#8a4bb8", idea: "#a05a00" };

/**
 * Marks are CSS Custom Highlights under names nobody can guess, styled by one adopted sheet. A page can list and clear
 * them (docs/adr/0001): `refresh` puts them back.
 */
export class Painter {
  readonly #document: Document;
  readonly #registry: HighlightRegistry;
  readonly #names: Record<MarkFamily, string>;
  readonly #highlights: Record<MarkFamily, Highlight>;
  readonly #ranges = new Map<PlacedMention, StaticRange[]>();
  #sheet: CSSStyleSheet | null = null;

  constructor(document: Document, registry: HighlightRegistry) {
    this.#document = document;
    this.#registry = registry;
    const prefix = `h${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
    const each = <Value>(make: (family: MarkFamily, place: number) => Value): Record<MarkFamily, Value> => ({
      body: make("body", 0),
      place: make("place", 1),
      person: make("person", 2),
      idea: make("idea", 3),
    });
    this.#names = each((_family, place) => `${prefix}${place}`);
    this.#highlights = each(() => new Highlight());
  }

  add(placed: PlacedMention): void {
    if (this.#ranges.has(placed)) return;
    const ranges = staticRanges(placed);
    this.#ranges.set(placed, ranges);
    const highlight = this.#highlights[markFamily(placed.mention.kind)];
    for (const range of ranges) highlight.add(range);
  }

  remove(placed: PlacedMention): void {
    const highlight = this.#highlights[markFamily(placed.mention.kind)];
    for (const range of this.#ranges.get(placed) ?? []) highlight.delete(range);
    this.#ranges.delete(placed);
  }

  /** Registers what has ranges and is not registered: at first, and again after a page cleared us. */
  refresh(): void {
    if (this.#ranges.size === 0) return;
    this.#adoptSheet();
    for (const family of families) {
      const highlight = this.#highlights[family];
      // `get` works across Firefox's script boundary, iterating does not (docs/browser-bugs.md).
      if (highlight.size > 0 && this.#registry.get(this.#names[family]) === undefined)
        this.#registry.set(this.#names[family], highlight);
    }
  }

  /** Takes the marks off the page but keeps them for `refresh`. */
  suspend(): void {
    for (const family of families) this.#registry.delete(this.#names[family]);
  }

  /** Takes every mark and the sheet away. */
  clear(): void {
    for (const family of families) {
      this.#registry.delete(this.#names[family]);
      this.#highlights[family].clear();
    }
    this.#ranges.clear();
    if (this.#sheet) {
      const sheet = this.#sheet;
      this.#document.adoptedStyleSheets = [...this.#document.adoptedStyleSheets].filter((other) => other !== sheet);
    }
  }

  #adoptSheet(): void {
    if (this.#sheet === null) {
      const view = this.#document.defaultView ?? globalThis;
      this.#sheet = new view.CSSStyleSheet();
      this.#sheet.replaceSync(this.#css());
    }
    const sheets = [...this.#document.adoptedStyleSheets];
    if (!sheets.includes(this.#sheet)) this.#document.adoptedStyleSheets = [...sheets, this.#sheet];
  }

  #css(): string {
    const rules = families.map(
      (family) => `::highlight(${this.#names[family]}) {
  text-decoration: underline ${shapes[family]} 2px color-mix(in oklab, currentColor 75%, ${hues[family]});
}`,
    );
    const names = families.map((family) => `::highlight(${this.#names[family]})`).join(", ");
    return `${rules.join("\n")}
@media (forced-colors: active) { ${names} { text-decoration-color: LinkText; } }
@media print { ${names} { text-decoration: none; } }`;
  }
}

/**
 * Takes away the marks and the sheet of a script of ours that ended without doing so. The names are in its sheet: a sheet
 * with nothing but highlight rules under such names is ours.
 */
export function removeLeftMarks(document: Document, registry: HighlightRegistry): void {
  const sheets = [...document.adoptedStyleSheets];
  const left = sheets.filter((sheet) => {
    const first = sheet.cssRules[0]?.cssText ?? "";
    return /^::highlight\(h\d{4,20}[0-3]\)/.test(first);
  });
  if (left.length === 0) return;
  for (const sheet of left)
    for (const rule of sheet.cssRules) {
      const name = /^::highlight\((h\d+)\)/.exec(rule.cssText)?.[1];
      if (name) registry.delete(name);
    }
  document.adoptedStyleSheets = sheets.filter((sheet) => !left.includes(sheet));
}
