/** Merges mutation records into the least that must be read again. The callback's part is cheap; the rest comes later. */
import { isConnected, isElement, isShadowRoot, isText, nameOf, parentOf, walkerOver } from "./safe-dom";
import { isInlineName, type Placings, READ } from "./text-rules";

/** Beyond this many noted nodes reading everything again is cheaper than remembering. */
const MOST_NOTED = 4000;

export interface Due {
  /** Subtrees to be read whole: they came, or became readable. */
  subtrees: Node[];
  /** Blocks of which only their own inline text is to be read. */
  blocks: Node[];
  /** Nodes that left the document, or whose text may no longer be read. */
  removed: Node[];
  /** So much happened that everything must be read again. */
  everything: boolean;
}

export class Changes {
  readonly #added = new Set<Node>();
  readonly #removed = new Set<Node>();
  readonly #touched = new Set<Node>();
  readonly #attributes = new Set<Element>();
  #everything = false;
  readonly #isOurs: (node: Node) => boolean;

  constructor(isOurs: (node: Node) => boolean = () => false) {
    this.#isOurs = isOurs;
  }

  get isEmpty(): boolean {
    return !this.#everything && this.#size === 0;
  }

  get isOverfull(): boolean {
    return this.#everything;
  }

  get #size(): number {
    return this.#added.size + this.#removed.size + this.#touched.size + this.#attributes.size;
  }

  /** Forgets what was noted and asks for everything instead. */
  overflow(): void {
    this.#clear();
    this.#everything = true;
  }

  /** Notes the records; true when there was anything but our own changes. */
  note(records: readonly MutationRecord[]): boolean {
    let any = false;
    for (const record of records) {
      const { target } = record;
      if (this.#isOurs(target)) continue;
      if (record.type === "attributes") {
        if (isElement(target)) this.#attributes.add(target);
        any = true;
      } else if (record.type === "characterData") {
        if (isText(target)) this.#touched.add(target);
        any = true;
      } else any = this.#noteChildren(record) || any;
      if (this.#size > MOST_NOTED) this.overflow();
    }
    return any;
  }

  #noteChildren(record: MutationRecord): boolean {
    let any = false;
    for (const node of Array.from(record.addedNodes)) {
      if (this.#isOurs(node) || !(isElement(node) || isText(node))) continue;
      any = true;
      if (!this.#everything) this.#added.add(node);
    }
    for (const node of Array.from(record.removedNodes)) {
      if (this.#isOurs(node) || !(isElement(node) || isText(node))) continue;
      any = true;
      if (this.#everything) continue;
      this.#removed.add(node);
      // What stood on both sides of inline text now touches.
      if (isInline(node)) this.#touched.add(record.target);
    }
    return any;
  }

  #clear(): void {
    for (const set of [this.#added, this.#removed, this.#touched, this.#attributes]) set.clear();
    this.#everything = false;
  }

  /** Takes out what is due, nothing twice. */
  take(placings: Placings, root: Node): Due {
    if (this.#everything) {
      this.#clear();
      return { subtrees: [root], blocks: [], removed: [], everything: true };
    }
    const subtrees = new Set<Node>();
    const blocks = new Set<Node>();
    const removed = [...this.#removed].filter((node) => !isConnected(node));
    for (const node of this.#added) {
      if (!isConnected(node)) continue;
      if (isInline(node)) this.#touched.add(node);
      if (isElement(node) && !(isInline(node) && hasOnlyInline(node))) subtrees.add(node);
    }
    for (const element of this.#attributes) {
      if (!isConnected(element)) continue;
      if (placings.of(element).reading === READ) subtrees.add(element);
      else removed.push(element);
    }
    for (const node of this.#touched) {
      if (!isConnected(node)) continue;
      const parent = isElement(node) || isShadowRoot(node) ? node : parentOf(node);
      if (parent) blocks.add(placings.of(parent).block);
    }
    const outer = [...subtrees].filter((node) => !hasAncestorIn(node, subtrees));
    const own = [...blocks].filter((block) => !subtrees.has(block) && !hasAncestorIn(block, subtrees));
    this.#clear();
    return { subtrees: outer, blocks: own, removed, everything: false };
  }
}

function isInline(node: Node): boolean {
  return isText(node) || (isElement(node) && isInlineName(nameOf(node)));
}

/** True for elements without a block inside: reading the block they stand in reads them. */
function hasOnlyInline(element: Element): boolean {
  const walker = walkerOver(element, 1);
  for (let inner = walker?.nextNode(); inner; inner = walker?.nextNode()) {
    if (isElement(inner) && !isInlineName(nameOf(inner))) return false;
  }
  return true;
}

function hasAncestorIn(node: Node, set: ReadonlySet<Node>): boolean {
  for (let at = upFrom(node); at !== null; at = upFrom(at)) if (set.has(at)) return true;
  return false;
}

function upFrom(node: Node): Node | null {
  return isShadowRoot(node) ? node.host : parentOf(node);
}
