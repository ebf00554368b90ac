/** Reads the visible text of a page in document order. Offsets are UTF-16 code units. */
import {
  designModeOf,
  FRAGMENT_NODE,
  firstChildOf,
  isDocument,
  isElement,
  isShadowRoot,
  isText,
  lastChildOf,
  nameOf,
  nextOf,
  nodeTypeOf,
  openShadowRootOf,
  ownerDocumentOf,
  parentOf,
  previousOf,
  walkerOver,
} from "./safe-dom";
import { APART, HIDDEN, isHiddenName, isInlineName, type Placing, Placings } from "./text-rules";
import type { PageText, TextRun } from "./types";

const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;
const SHOW_CDATA = 8;
/** How many text nodes pass between two looks at the clock: a look costs about as much as a node. */
const NODES_PER_LOOK = 64;

export interface ReadOptions {
  /** Read open shadow roots too, up to `shadowBudget` elements looked at. Costs a walk over all elements. */
  shadow?: boolean;
  shadowBudget?: number;
  /** Only the inline text that belongs to the root block itself, without the blocks inside it. */
  own?: boolean;
  /** Elements of our own, which are never read. */
  isOurs?: (node: Node) => boolean;
  /** Placings shared between several reads of one moment. */
  placings?: Placings;
  signal?: AbortSignal;
}

/** Text nodes of a block's own inline content, in order, without a look into the blocks inside it. */
function* ownTexts(block: Node): Generator<Text> {
  const stack: (Node | null)[] = [firstChildOf(block)];
  while (stack.length > 0) {
    const node = stack.pop() ?? null;
    if (node === null) continue;
    stack.push(nextOf(node));
    if (isText(node)) yield node;
    else if (isElement(node) && isInlineName(nameOf(node))) stack.push(firstChildOf(node));
  }
}

/**
 * Whether a break lies between `node` and the text before it in the same block. Most text follows text or an inline tag
 * at once, so plain access comes first; prototype getters where an element could be a form.
 */
function isBrokenBefore(node: Text, block: Node): boolean {
  let before: Node | null = node.previousSibling;
  if (before === null && node.parentNode === block) return false;
  let at: Node | null = node;
  while (at !== null && at !== block) {
    if (before === null) {
      at = parentOf(at);
    } else if (isText(before)) {
      return false;
    } else if (isElement(before)) {
      const name = nameOf(before);
      if (!isHiddenName(name)) return endsWithBreak(before, name);
      at = before;
    } else {
      at = before;
    }
    before = at === null || at === block ? null : previousOf(at);
  }
  return false;
}

/** Whether an element is a block or a line break, or an inline element that ends in one. */
function endsWithBreak(element: Element, name: string): boolean {
  if (!isInlineName(name)) return true;
  for (let last = lastChildOf(element); isElement(last); last = lastChildOf(last)) {
    const inner = nameOf(last);
    if (!isInlineName(inner)) return !isHiddenName(inner);
  }
  return false;
}

function isBlank(data: string): boolean {
  return data === "" || (data.charCodeAt(0) <= 32 && data.trimStart() === "");
}

const lineEnds = /[\n\r\t]/;
const allLineEnds = /[\n\r\t]/g;

/** In HTML a line end in the source is a space; "\n" in the joined text means a block's end and nothing else. */
function flat(data: string): string {
  return lineEnds.test(data) ? data.replace(allLineEnds, " ") : data;
}

/** Whether a note's mark would stick to the word beside it: "ICE" and a raised "1". */
function sticks(before: string, after: string): boolean {
  return /[\p{L}\p{N}]$/u.test(before.slice(-2)) && /^[[(*†‡\d]/u.test(after);
}

/**
 * A resumable reader, for pages too long to read at one go. Each `read` gives the next piece, cut between blocks;
 * null when there is no more. A page that changes between two pieces may be read with gaps: watch it meanwhile.
 */
export class TextReader {
  readonly #placings: Placings;
  readonly #signal: AbortSignal | undefined;
  readonly #walkers: TreeWalker[] = [];
  readonly #shadow: boolean;
  #shadowBudget: number;
  #held: Text | null = null;
  readonly #own: Generator<Text> | null = null;
  #isDone = false;
  #pieces = 0;
  #shadowRoots: ShadowRoot[] = [];

  constructor(root: Node, options: ReadOptions = {}) {
    this.#placings = options.placings ?? new Placings(options.isOurs);
    const whole = !options.own && !options.placings && !options.shadow;
    if (whole && (isDocument(root) || isElement(root))) this.#placings.expect(root);
    this.#signal = options.signal;
    this.#shadow = options.shadow === true;
    this.#shadowBudget = options.shadowBudget ?? 20_000;
    const document = isDocument(root) ? root : ownerDocumentOf(root);
    const editing = document !== null && designModeOf(document)?.toLowerCase() === "on";
    if (editing) return;
    if (isShadowRoot(root)) this.#shadowRoots.push(root);
    if (isText(root)) this.#held = root;
    else if (options.own) this.#own = ownTexts(root);
    else this.#enter(root);
  }

  #enter(root: Node): void {
    const show = SHOW_TEXT | SHOW_CDATA | (this.#shadow ? SHOW_ELEMENT : 0);
    const walker = walkerOver(root, show);
    if (!walker) return;
    this.#walkers.push(walker);
    if (this.#shadow && isElement(root)) this.#enterShadow(root);
  }

  #enterShadow(host: Element): void {
    if (this.#shadowBudget <= 0) return;
    this.#shadowBudget -= 1;
    const shadow = openShadowRootOf(host);
    if (!shadow || nodeTypeOf(shadow) !== FRAGMENT_NODE) return;
    this.#shadowRoots.push(shadow);
    this.#enter(shadow);
  }

  #next(): Text | null {
    const held = this.#held;
    if (held) {
      this.#held = null;
      return held;
    }
    if (this.#own) {
      const next = this.#own.next();
      return next.done ? null : next.value;
    }
    for (let walker = this.#walkers.at(-1); walker; walker = this.#walkers.at(-1)) {
      const node = walker.nextNode();
      if (node === null) this.#walkers.pop();
      else if (this.#shadow && isElement(node)) this.#enterShadow(node);
      else return node as Text;
    }
    return null;
  }

  /** Appends white space that lies between words of one block; true once a break lies between them instead. */
  #takeBlanks(blanks: readonly Text[], block: Node, append: (node: Text, data: string) => void): boolean {
    for (const blank of blanks) {
      const parent: Node | null = blank.parentNode;
      const placing = parent && this.#placings.of(parent);
      if (!placing || placing.reading === HIDDEN) continue;
      if (placing.reading === APART || placing.block !== block || isBrokenBefore(blank, block)) return true;
      append(blank, blank.data);
    }
    return false;
  }

  /** True once everything has been read. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /**
   * The next piece: it ends at the first block end after `characters`, or when `isLate` says so, or at the end.
   * `runs[i].node` holds `text.slice(runs[i].start, runs[i].end)` from `nodeStart` on, line ends read as spaces.
   */
  read(characters = Number.POSITIVE_INFINITY, isLate?: () => boolean): PageText | null {
    const runs: TextRun[] = [];
    // White space is looked at only if text of the same block follows: most of it stands between blocks.
    let blanks: Text[] = [];
    let text = "";
    let block: Node | null = null;
    let lastParent: Node | null = null;
    let placing: Placing | null = null;
    let wasRaised = false;
    let mustBreak = false;
    let looked = 0;
    const append = (node: Text, data: string) => {
      const start = text.length;
      text += flat(data);
      runs.push({ node, start, end: text.length, nodeStart: 0 });
    };
    for (let node = this.#next(); node !== null; node = this.#next()) {
      if (++looked % NODES_PER_LOOK === 0) {
        if (this.#signal?.aborted) break;
        if (isLate?.()) characters = 0;
      }
      const data = node.data;
      if (isBlank(data)) {
        if (block !== null && data !== "") blanks.push(node);
        continue;
      }
      const parent: Node | null = node.parentNode;
      if (parent === null) continue;
      if (parent !== lastParent || placing === null) {
        placing = this.#placings.of(parent);
        lastParent = parent;
      }
      if (placing.reading === HIDDEN) continue;
      if (placing.reading === APART) {
        mustBreak = true;
        continue;
      }
      if (blanks.length > 0) {
        if (placing.block === block && !mustBreak) mustBreak = this.#takeBlanks(blanks, block, append);
        blanks = [];
      }
      if (placing.block !== block || mustBreak || isBrokenBefore(node, placing.block)) {
        if (text.length >= characters && text !== "") {
          this.#held = node;
          break;
        }
        if (text !== "") text += "\n";
      } else if ((placing.raised || wasRaised) && placing.raised !== wasRaised && sticks(text, data)) {
        text += " ";
      }
      mustBreak = false;
      block = placing.block;
      wasRaised = placing.raised;
      append(node, data);
    }
    this.#isDone = this.#held === null;
    this.#pieces += 1;
    const shadowRoots = this.#shadowRoots;
    this.#shadowRoots = [];
    return runs.length > 0 || this.#pieces === 1 || this.#held !== null ? { text, runs, shadowRoots } : null;
  }
}

/** All visible text under `root` (a document, an element, a shadow root or one text node). */
export function readText(root: Node, options: ReadOptions | AbortSignal = {}): PageText {
  const given: ReadOptions = "aborted" in options ? { signal: options } : options;
  return new TextReader(root, given).read() ?? { text: "", runs: [], shadowRoots: [] };
}
