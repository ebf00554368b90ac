import namesIndex from "../../lib/dataset/generated/names-index";
import { MentionMap, type PlacedMention, piecesOf } from "../../lib/marks";
import { createFinder, hasTrigger, type Mention } from "../../lib/mentions";
import {
  isBeingEdited,
  isInside,
  mayHave,
  type PageFacts,
  type PageText,
  pageAddress,
  readFacts,
  TextReader,
  watchPage,
} from "../../lib/page";
import type { Settings } from "../../lib/settings";
import type { PageEntities } from "./entities";
import { ShownMentions } from "./shown";

export interface ReadingOptions {
  document: Document;
  signal: AbortSignal;
  entities: PageEntities;
  settings(): Settings;
  /** Gets what else has to be here before mentions are shown; false where it did not come. */
  prepare(): Promise<boolean>;
  /** Whether settings and page let mentions be shown now. */
  allowed(): boolean;
  /** Mentions came or went; the numbers of those that went. */
  onChange(gone: number[]): void;
  /** The page became another one without loading. */
  onNavigate(): void;
}

/**
 * Longer pages are read on in idle time, in UTF-16 code units. More at one go would be a long task on a slow device; on 335 saved
 * pages, pieces of this length lose one of 1,307 mentions and add six, on one front page.
 */
const firstPiece = 16_000;

/** Lets the page do its own work before ours goes on; at once when the signal ends. */
const breathe = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve);
    signal.addEventListener("abort", () => resolve(clearTimeout(timer)), { once: true });
  });

/** One per script: the index behind it is parsed on the first page text that has a trigger word. */
const finder = createFinder(namesIndex);

/** One reading of one page, from its first text to the end of its signal. */
export class Reading {
  readonly shown: ShownMentions;
  readonly #options: ReadingOptions;
  #reader: TextReader | null = null;
  #text: PageText | null = null;
  readonly #shadowRoots: ShadowRoot[] = [];
  #facts: PageFacts | null = null;
  #session: ReturnType<typeof finder.open> | null = null;
  #isBegun = false;
  #hasMore: () => boolean = () => false;
  #isStirred = false;
  #isDormant = false;
  #number = 0;
  /** UTF-16 code units of text given to the session so far. */
  #length = 0;
  /** Translators change the page's stated language in place: then everything is read anew. */
  readonly #statedLanguage: string;
  readonly #address: string;

  constructor(options: ReadingOptions) {
    this.#options = options;
    const { document } = options;
    this.#statedLanguage = document.documentElement.lang;
    this.#address = pageAddress(document.location.href);
    this.shown = new ShownMentions(document, options.entities);
  }

  /** What the page says of itself; gathered only when something asks, so that quiet pages never pay for it. */
  get facts(): PageFacts {
    const { document } = this.#options;
    this.#facts ??= readFacts(document, document.location.href, this.#firstText());
    return this.#facts;
  }

  /** Whether any text so far had a trigger word; before that the page is quiet, and the index is not even parsed. */
  get isStirred(): boolean {
    return this.#isStirred;
  }

  /** Whether text was passed over because nothing may be shown here: to show it, the page has to be read anew. */
  get isDormant(): boolean {
    return this.#isDormant;
  }

  /** Whether text is known of that is still to be read. */
  get isReading(): boolean {
    return !this.#isBegun || this.#hasMore();
  }

  #firstText(): PageText {
    if (!this.#text) {
      this.#reader = new TextReader(this.#options.document, { signal: this.#options.signal });
      this.#text = this.#reader.read(firstPiece) ?? { text: "", runs: [], shadowRoots: [] };
    }
    return this.#text;
  }

  /** What lies under the pointer: nothing while the whole document is an editor, which no event tells of. */
  get map(): MentionMap {
    return isBeingEdited(this.#options.document) ? new MentionMap() : this.shown.map;
  }

  get shadowRoots(): ShadowRoot[] {
    return this.#shadowRoots;
  }

  /** Finds and shows what the page says, then follows its changes. */
  async start(): Promise<void> {
    const { document, signal } = this.#options;
    const isQuiet = !mayHave(document, hasTrigger) && !hasTrigger(document.title);
    const first = isQuiet ? [] : [this.#firstText()];
    // Watching begins before the first answer of the background: what changes meanwhile must not be lost.
    this.#watch();
    const view = document.defaultView;
    view?.addEventListener("beforeprint", (event) => event.isTrusted && this.shown.suspendMarks(), { signal });
    view?.addEventListener("afterprint", () => this.shown.resumeMarks(), { signal });
    if (first.some(({ text }) => hasTrigger(text))) {
      await breathe(signal);
      if (!signal.aborted && this.facts) await breathe(signal);
    }
    if (!signal.aborted) await this.#take(first);
    this.#isBegun = true;
  }

  #watch(): void {
    this.#hasMore = watchPage({
      document: this.#options.document,
      signal: this.#options.signal,
      onText: (texts) => void this.#take(texts),
      onRemoved: (nodes) => {
        const gone = this.shown.forget((placed) =>
          placed.pieces.some((piece) => nodes.some((node) => isInside(node, piece.node))),
        );
        this.#options.onChange([...gone, ...this.shown.prune()]);
      },
      onNavigate: this.#options.onNavigate,
      ...(this.#reader && !this.#reader.isDone ? { rest: this.#reader } : {}),
    });
  }

  async show(settings: Settings): Promise<void> {
    const [, isReady] = await Promise.all([this.#options.entities.load(this.#entities()), this.#options.prepare()]);
    if (isReady && !this.#options.signal.aborted) this.shown.update(settings);
  }

  hideAll(): void {
    this.shown.update(null);
  }

  #entities(): string[] {
    return [...new Set(this.shown.found.map((placed) => placed.mention.entity))];
  }

  async #take(texts: PageText[]): Promise<void> {
    const { document } = this.#options;
    if (document.documentElement.lang !== this.#statedLanguage) {
      this.#options.onNavigate();
      return;
    }
    // Text of another story, whose date is not known yet: `onNavigate` is about to have all of it read.
    if (pageAddress(document.location.href) !== this.#address) return;
    // Text that was read again replaces what was known of its nodes.
    const again = new Set<Node>(texts.flatMap((text) => text.runs.map((run) => run.node)));
    const gone = this.shown.forget((placed) => placed.pieces.some((piece) => again.has(piece.node)));
    gone.push(...this.shown.prune());
    for (const text of texts) {
      this.#shadowRoots.push(...text.shadowRoots.filter((root) => !this.#shadowRoots.includes(root)));
      this.shown.add(this.#find(text));
    }
    if (this.shown.found.length > 0 && this.#options.allowed()) await this.show(this.#options.settings());
    if (!this.#options.signal.aborted) this.#options.onChange(gone);
  }

  #find(text: PageText): PlacedMention[] {
    if (!this.#isStirred && !hasTrigger(text.text) && !hasTrigger(this.#options.document.title)) return [];
    this.#isStirred = true;
    if (!this.#options.allowed()) {
      this.#isDormant = true;
      return [];
    }
    this.#session ??= finder.open({
      language: this.facts.language,
      date: this.facts.date.value,
      pageHints: this.facts.hints,
    });
    // The session counts offsets through the whole article; the runs count from the start of this text.
    const from = this.#length;
    this.#length += text.text.length + 1;
    return this.#session.scan(text.text, from).mentions.map((mention: Mention) => {
      this.#number += 1;
      const pieces = piecesOf(text.runs, mention.start - from, mention.end - from);
      return { number: this.#number, mention, pieces };
    });
  }
}
