import { boxesOf, isIntact, MentionMap, Painter, type PlacedMention } from "../../lib/marks";
import type { Settings } from "../../lib/settings";
import type { PageEntities } from "./entities";

/** The mentions of one reading of a page: all that were found, those shown, and their marks. */
export class ShownMentions {
  readonly #document: Document;
  readonly #entities: PageEntities;
  readonly #painter: Painter | null;
  #found: PlacedMention[] = [];
  #shown = new Set<PlacedMention>();
  #order: PlacedMention[] = [];
  #map = new MentionMap();

  constructor(document: Document, entities: PageEntities) {
    this.#document = document;
    this.#entities = entities;
    // Reading works without marks where the registry is missing or was replaced by the page.
    this.#painter = typeof CSS !== "undefined" && CSS.highlights ? new Painter(document, CSS.highlights) : null;
  }

  get map(): MentionMap {
    return this.#map;
  }

  /** All that was found, shown or not. */
  get found(): readonly PlacedMention[] {
    return this.#found;
  }

  /** What is shown, in document order. */
  get list(): readonly PlacedMention[] {
    return this.#order;
  }

  add(placed: PlacedMention[]): void {
    this.#found.push(...placed);
  }

  byNumber(number: number): PlacedMention | null {
    return this.#found.find((placed) => placed.number === number) ?? null;
  }

  /** Forgets mentions whose words are gone; returns their numbers. */
  prune(): number[] {
    return this.forget((placed) => !isIntact(placed));
  }

  /** Forgets the mentions that `test` picks; returns their numbers. */
  forget(test: (placed: PlacedMention) => boolean): number[] {
    const gone = this.#found.filter(test);
    if (gone.length === 0) return [];
    const lost = new Set(gone);
    this.#found = this.#found.filter((placed) => !lost.has(placed));
    for (const placed of gone) this.#hide(placed);
    this.#order = this.#order.filter((placed) => !lost.has(placed));
    return gone.map((placed) => placed.number);
  }

  /** Shows exactly what the settings let through, and marks it unless the reader chose private mode. Null shows nothing. */
  update(settings: Settings | null): void {
    const wanted = new Set(settings ? this.#choose(settings) : []);
    for (const placed of [...this.#shown]) if (!wanted.has(placed)) this.#hide(placed);
    for (const placed of wanted) {
      if (this.#shown.has(placed)) continue;
      this.#shown.add(placed);
      this.#map.add(placed);
    }
    this.#order = inDocumentOrder([...wanted]);
    if (!this.#painter) return;
    if (settings?.marks === "private") this.#painter.clear();
    else {
      for (const placed of wanted) this.#painter.add(placed);
      this.#painter.refresh();
    }
  }

  /** While the page is printed nothing is registered: even an unseen highlight changes how its text is drawn. */
  suspendMarks(): void {
    this.#painter?.suspend();
  }

  resumeMarks(): void {
    this.#painter?.refresh();
  }

  clear(): void {
    this.#painter?.clear();
    this.#found = [];
    this.#shown = new Set();
    this.#order = [];
    this.#map = new MentionMap();
  }

  /** The next mention that is rendered, in document order; wraps round. */
  step(from: PlacedMention | null, direction: "next" | "previous"): PlacedMention | null {
    const order = direction === "next" ? this.#order : [...this.#order].reverse();
    const start = from ? order.indexOf(from) + 1 : 0;
    return [...order.slice(start), ...order.slice(0, start)].find((placed) => boxesOf(placed).length > 0) ?? null;
  }

  #hide(placed: PlacedMention): void {
    this.#shown.delete(placed);
    this.#map.remove(placed);
    this.#painter?.remove(placed);
  }

  #choose(settings: Settings): PlacedMention[] {
    const muted = new Set(settings.mutedEntities);
    const kinds = new Set<string>(settings.hiddenKinds);
    const allowed = inDocumentOrder(
      this.#found.filter(
        ({ mention }) => !kinds.has(mention.kind) && !muted.has(mention.entity) && this.#entities.has(mention.entity),
      ),
    );
    if (settings.density === "all") return allowed;
    const headings = settings.density === "section" ? [...this.#document.querySelectorAll("h1,h2,h3,h4")] : [];
    const seen = new Set<string>();
    let section = 0;
    return allowed.filter((placed) => {
      const node = placed.pieces[0]?.node;
      while (node && headings[section] && isBefore(headings[section], node)) section += 1;
      const key = `${section} ${placed.mention.entity}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  }
}

function isBefore(element: Element | undefined, node: Node): boolean {
  return element !== undefined && (element.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function inDocumentOrder(placed: PlacedMention[]): PlacedMention[] {
  return placed.sort((first, second) => {
    const a = first.pieces[0];
    const b = second.pieces[0];
    if (!a || !b) return 0;
    if (a.node === b.node) return a.start - b.start;
    return a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}
