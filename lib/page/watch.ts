/**
 * Follows a page: reports text that came, changed or went, and navigation without loading. One MutationObserver notes;
 * the work is done in idle time, in slices of a few milliseconds, within two per cent of one core.
 */
import { Changes } from "./changes";
import { isBeingEdited } from "./document-kind";
import { Governor } from "./governor";
import { watchNavigation } from "./navigation";
import { isDocument, isElement, isHiddenDocument, openShadowRootOf, rootOf, walkerOver, windowOf } from "./safe-dom";
import { TextReader } from "./text";
import { Placings } from "./text-rules";
import type { PageText } from "./types";

export interface WatchOptions {
  document: Document;
  signal: AbortSignal;
  /**
   * Text that came or changed. It replaces whatever was known of the text nodes among its runs: a block is read again
   * as a whole, and the same nodes may be reported more than once.
   */
  onText(texts: PageText[]): void;
  /** Nodes that left the document, or that must no longer be read (they became hidden or editable): with all in them. */
  onRemoved?(nodes: Node[]): void;
  /** The page became another one: a new address, or `document.open()` replaced it. Read text and facts again. */
  onNavigate?(reason: "address" | "replaced"): void;
  /** Elements of our own, never read and never reported. */
  isOurs?(node: Node): boolean;
  /** A reader with text left in it, for pages too long to be read at once: its pieces come through `onText`. */
  rest?: TextReader;
  /** Look for open shadow roots in idle time, read and follow them. On by default. */
  shadow?: boolean;
}

/** Goals for one slice: reading alone, and together with what the receiver does with it. */
const READING_SLICE = 1.5;
const WHOLE_SLICE = 4;
/** Characters of the least and of the largest slice. */
const SMALLEST_SLICE = 300;
const LARGEST_SLICE = 20_000;
/** Changes within this time are merged. */
const GAP = 60;
const HIDDEN_GAP = 2000;
const IDLE_TIMEOUT = 500;
/** Overdrawn by this much, even noting is too dear: stop listening until the debt is paid. */
const DEBT_LIMIT = -40;
const SHADOW_BUDGET = 40_000;

const observed: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["contenteditable", "hidden", "inert", "aria-hidden", "open"],
};

class Watch {
  readonly #options: WatchOptions;
  readonly #observer: MutationObserver;
  readonly #changes: Changes;
  readonly #governor = new Governor();
  readonly #navigation: ReturnType<typeof watchNavigation> | null;
  readonly #shadowRoots = new Set<ShadowRoot>();
  #readers: TextReader[] = [];
  #shadowWalker: TreeWalker | null = null;
  #shadowLeft = SHADOW_BUDGET;
  #listening = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: number | undefined;
  #scheduled = false;
  /** Characters per slice, fitted to what the receiver needs for them: a paragraph at first, when all code is still cold. */
  #characters = SMALLEST_SLICE;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#changes = new Changes(options.isOurs);
    this.#observer = new MutationObserver((records) => this.#note(records));
    const window = windowOf(options.document);
    this.#navigation = window ? watchNavigation(window, options.signal, () => options.onNavigate?.("address")) : null;
    if (options.rest) this.#readers.push(options.rest);
    if (options.shadow !== false) this.#shadowWalker = walkerOver(options.document, 1);
    options.signal.addEventListener("abort", () => this.#stop(), { once: true });
    this.#listen();
    if (this.#hasWork) this.#schedule();
  }

  get hasText(): boolean {
    return this.#readers.length > 0 || !this.#changes.isEmpty;
  }

  get #hasWork(): boolean {
    return this.hasText || this.#shadowWalker !== null;
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    // The document itself, so that the observer outlives `document.open()`.
    this.#observer.observe(this.#options.document, observed);
    for (const root of this.#shadowRoots) this.#observer.observe(root, observed);
  }

  #stop(): void {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    if (this.#idle !== undefined) cancelIdleCallback(this.#idle);
    this.#readers = [];
    this.#shadowWalker = null;
    this.#shadowRoots.clear();
  }

  #note(records: MutationRecord[]): void {
    const began = performance.now();
    const replaced = records.some(
      (record) => isDocument(record.target) && Array.from(record.addedNodes).some(isElement),
    );
    const any = this.#changes.note(records);
    if (replaced) this.#replaced();
    if (any) this.#navigation?.noticeChange();
    this.#governor.charge(performance.now() - began);
    if (!any) return;
    if (this.#governor.balance < DEBT_LIMIT) {
      this.#observer.disconnect();
      this.#listening = false;
      this.#changes.overflow();
    }
    this.#schedule();
  }

  #replaced(): void {
    this.#changes.overflow();
    this.#readers = [];
    this.#navigation?.listen();
    this.#options.onNavigate?.("replaced");
  }

  #schedule(): void {
    if (this.#scheduled || this.#options.signal.aborted) return;
    this.#scheduled = true;
    const gap = isHiddenDocument(this.#options.document) ? HIDDEN_GAP : GAP;
    this.#timer = setTimeout(() => this.#waitForIdle(), Math.max(gap, this.#governor.waitFor(WHOLE_SLICE)));
  }

  #waitForIdle(): void {
    if (typeof requestIdleCallback !== "function") this.#work();
    else this.#idle = requestIdleCallback(() => this.#work(), { timeout: IDLE_TIMEOUT });
  }

  #work(): void {
    this.#scheduled = false;
    this.#idle = undefined;
    if (this.#options.signal.aborted) return;
    const began = performance.now();
    this.#listen();
    const removed = this.#plan();
    const texts = this.#read(began);
    if (removed.length > 0) this.#options.onRemoved?.(removed);
    if (texts.length > 0) this.#options.onText(texts);
    const spent = performance.now() - began;
    this.#governor.charge(spent);
    this.#fit(spent, texts);
    if (this.#hasWork) this.#schedule();
  }

  /** Turns what was noted into readers; gives what is gone. */
  #plan(): Node[] {
    if (this.#changes.isEmpty) return [];
    const { document, isOurs } = this.#options;
    // The first change of a document that became an editor tells of it: nothing in it may be known any more.
    const root = isBeingEdited(document) ? rootOf(document) : null;
    if (root) {
      this.#changes.take(new Placings(isOurs), document);
      this.#readers = [];
      return [root];
    }
    const placings = new Placings(isOurs);
    const due = this.#changes.take(placings, document);
    if (due.everything) this.#readers = [];
    const options = { ...(isOurs ? { isOurs } : {}), shadow: this.#options.shadow !== false };
    for (const root of due.subtrees) this.#readers.push(new TextReader(root, options));
    for (const block of due.blocks) this.#readers.push(new TextReader(block, { ...options, shadow: false, own: true }));
    return due.removed;
  }

  #read(began: number): PageText[] {
    const texts: PageText[] = [];
    let left = this.#characters;
    const isLate = () => performance.now() - began > READING_SLICE;
    while (left > 0) {
      const reader = this.#readers[0];
      if (!reader) break;
      const piece = reader.read(left, isLate);
      if (piece) {
        for (const root of piece.shadowRoots) this.#follow(root);
        if (piece.text !== "") texts.push(piece);
        left -= piece.text.length;
      }
      if (!piece || reader.isDone) this.#readers.shift();
      if (isLate()) break;
    }
    if (!isLate() && this.#readers.length === 0) this.#searchShadow(isLate);
    return texts;
  }

  #follow(root: ShadowRoot): void {
    if (this.#shadowRoots.has(root)) return;
    this.#shadowRoots.add(root);
    this.#observer.observe(root, observed);
  }

  /** Looks for open shadow roots in the page as it was first read. */
  #searchShadow(isLate: () => boolean): void {
    const walker = this.#shadowWalker;
    if (!walker) return;
    for (let looked = 0; looked % 128 !== 0 || looked === 0 || !isLate(); looked++) {
      const node = walker.nextNode();
      if (node === null || --this.#shadowLeft <= 0) {
        this.#shadowWalker = null;
        return;
      }
      const root = isElement(node) && !this.#options.isOurs?.(node) ? openShadowRootOf(node) : null;
      if (root && !this.#shadowRoots.has(root)) {
        this.#follow(root);
        this.#readers.push(new TextReader(root, { shadow: true }));
      }
    }
  }

  #fit(spent: number, texts: readonly PageText[]): void {
    const length = texts.reduce((total, piece) => total + piece.text.length, 0);
    if (length < SMALLEST_SLICE / 2) return;
    const fitted = (length * WHOLE_SLICE) / Math.max(spent, 0.1);
    this.#characters = Math.round(Math.min(LARGEST_SLICE, Math.max(SMALLEST_SLICE, (this.#characters + fitted) / 2)));
  }
}

/**
 * Follows a page until the signal ends. Reports only what comes after the call (and `rest`). Gives a question: whether text that it
 * knows of is still to be read.
 */
export function watchPage(options: WatchOptions): () => boolean {
  const watch = options.signal.aborted ? null : new Watch(options);
  return () => watch?.hasText ?? false;
}
