import namesIndex from "../../lib/dataset/generated/names-index";
import { type PlacedMention, piecesOf } from "../../lib/marks";
import { createFinder, hasTrigger, type Mention } from "../../lib/mentions";
import { type PageFacts, type PageText, readFacts, readText, watchPage } from "../../lib/page";
import type { Settings } from "../../lib/settings";
import type { PageEntities } from "./entities";
import { ShownMentions } from "./shown";

export interface ReadingOptions {
  document: Document;
  signal: AbortSignal;
  entities: PageEntities;
  settings(): Settings;
  /** Whether settings and page let mentions be shown now. */
  allowed(): boolean;
  /** Mentions came or went; the numbers of those that went. */
  onChange(gone: number[]): void;
  /** The page became another one without loading. */
  onNavigate(): void;
}

/** One per script: the index behind it is parsed on the first page text that has a trigger word. */
const finder = createFinder(namesIndex);

/** One reading of one page, from its first text to the end of its signal. */
export class Reading {
  readonly facts: PageFacts;
  readonly shown: ShownMentions;
  readonly #options: ReadingOptions;
  readonly #text: PageText;
  #session: ReturnType<typeof finder.open> | null = null;
  #number = 0;

  constructor(options: ReadingOptions) {
    this.#options = options;
    const { document } = options;
    this.#text = readText(document);
    this.facts = readFacts(document, document.location.href, this.#text);
    this.shown = new ShownMentions(document, options.entities);
  }

  get shadowRoots(): ShadowRoot[] {
    return this.#text.shadowRoots;
  }

  /** Finds and shows what the page says, then follows its changes. */
  async start(): Promise<void> {
    await this.#take([this.#text]);
    if (this.#options.signal.aborted) return;
    watchPage({
      document: this.#options.document,
      signal: this.#options.signal,
      onText: (texts) => void this.#take(texts),
      onRemoved: () => this.#options.onChange(this.shown.prune()),
      onNavigate: this.#options.onNavigate,
    });
  }

  async show(settings: Settings): Promise<void> {
    await this.#options.entities.load(this.#entities());
    if (!this.#options.signal.aborted) this.shown.update(settings);
  }

  hideAll(): void {
    this.shown.update({ ...this.#options.settings(), hiddenKinds: [...allKinds] });
  }

  #entities(): string[] {
    return [...new Set(this.shown.found.map((placed) => placed.mention.entity))];
  }

  async #take(texts: PageText[]): Promise<void> {
    const gone = this.shown.prune();
    for (const text of texts) this.shown.add(this.#find(text));
    if (this.#options.allowed()) await this.show(this.#options.settings());
    if (!this.#options.signal.aborted) this.#options.onChange(gone);
  }

  #find(text: PageText): PlacedMention[] {
    if (!this.#session && !hasTrigger(text.text) && !hasTrigger(this.facts.hints)) return [];
    this.#session ??= finder.open({
      language: this.facts.language,
      date: this.facts.date.value,
      pageHints: this.facts.hints,
    });
    return this.#session.scan(text.text).mentions.map((mention: Mention) => {
      this.#number += 1;
      return { number: this.#number, mention, pieces: piecesOf(text.runs, mention.start, mention.end) };
    });
  }
}

const allKinds = [
  "organization",
  "jurisdiction",
  "person",
  "post",
  "list",
  "term",
  "law",
  "case",
  "operation",
  "number",
] as const;
