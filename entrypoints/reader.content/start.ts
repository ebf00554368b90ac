/**
 * The reader of one page: wires settings, page text, mentions, marks and card together, and takes everything away again.
 * Used by the content script and by the practice article, which is an extension page.
 */
import { removeLeftHosts } from "../../lib/card";
import { removeLeftMarks } from "../../lib/marks";
import { answerAsReader, askBackground, type PageReport, type ToReader } from "../../lib/messages";
import { isReadableDocument, isRendered } from "../../lib/page";
import {
  localDay,
  type ParsedSettings,
  readSettings,
  type Settings,
  standstill,
  watchSettings,
} from "../../lib/settings";
import { chosenLanguage } from "../../lib/strings/create";
import { CardController } from "./card-controller";
import { CardWords } from "./card-words";
import { PageEntities } from "./entities";
import { listenToPointer } from "./pointer";
import { Reading } from "./reading";
import { explain } from "./why";

export interface ReaderOptions {
  document: Document;
  signal: AbortSignal;
  /** True once the extension behind this script is gone (updated, disabled, removed). */
  isOrphaned(): boolean;
  /** The practice article is read whatever the settings say of sites and news. */
  practice?: boolean;
}

/** A second injection into the same page must find the first: both share the isolated world's global. */
const guard = Symbol.for("newsgloss.reader");
type Guarded = typeof globalThis & { [guard]?: { isAlive(): boolean } };

/** Starts the reader. Documents that are not HTML, and pages that already have a living reader, are left alone. */
export function startReader(options: ReaderOptions): void {
  const shared = globalThis as Guarded;
  if (shared[guard]?.isAlive() || !isReadableDocument(options.document)) return;
  shared[guard] = { isAlive: () => !options.signal.aborted && !options.isOrphaned() };
  if (!options.practice) removeLeftovers(options.document);
  void new Reader(options).start();
}

/**
 * After an update Firefox ends the old script at once, with no word to it, and starts this one in the same page: what the
 * old one had open and marked still stands. (In Chrome the old script lives on and cleans up by itself.)
 */
function removeLeftovers(document: Document): void {
  removeLeftHosts(document);
  if (typeof CSS !== "undefined" && CSS.highlights) removeLeftMarks(document, CSS.highlights);
}

interface Told {
  count: number | null;
  mentions: number;
  off: boolean;
}
const untold: Told = { count: null, mentions: 0, off: false };

class Reader {
  readonly #options: ReaderOptions;
  readonly #entities = new PageEntities();
  readonly #card: CardController;
  #settings: ParsedSettings | null = null;
  readonly #words = new CardWords(() => this.#language());
  #reading: Reading | null = null;
  #readingEnd: AbortController | null = null;
  /** What the toolbar button was last told; it starts bare, so that quiet pages need to say nothing. */
  #told = untold;

  constructor(options: ReaderOptions) {
    this.#options = options;
    const { document, signal } = options;
    this.#card = new CardController({
      document,
      signal,
      entities: this.#entities,
      settings: () => this.#current(),
      strings: () => this.#words.say,
      language: () => this.#language(),
      articleDate: () => this.#reading?.facts.date.value ?? null,
      mention: (number) => this.#reading?.shown.byNumber(number) ?? null,
      why: (placed) =>
        this.#reading ? explain(placed.mention, this.#reading.facts, this.#words.say, this.#language()) : [],
    });
  }

  async start(): Promise<void> {
    const { document, signal } = this.#options;
    this.#settings = await readSettings();
    if (signal.aborted) return;
    watchSettings((parsed) => void this.#follow(parsed), signal);
    answerAsReader((message) => this.#answer(message), signal);
    signal.addEventListener("abort", () => this.#stop(), { once: true });
    // A page that comes back from the back-forward cache may have missed changes of the settings.
    document.defaultView?.addEventListener(
      "pageshow",
      (event) => {
        if (!event.isTrusted || !event.persisted || this.#options.isOrphaned()) return;
        // The browser forgot what stood on the toolbar button when the tab left this page.
        this.#told = untold;
        void readSettings().then((parsed) => this.#follow(parsed));
      },
      { signal },
    );
    // While the tab lay in the background a pause may have ended with its day, or the background been silent.
    document.addEventListener(
      "visibilitychange",
      (event) => {
        if (event.isTrusted && document.visibilityState === "visible") void this.#refresh();
      },
      { signal },
    );
    await this.#refresh();
  }

  #current(): Settings {
    if (!this.#settings) throw new Error("no settings yet");
    return this.#settings.settings;
  }

  #language(): "en" | "es" {
    return chosenLanguage(this.#current().language, navigator.language);
  }

  #standstill(): PageReport["standstill"] {
    if (this.#options.practice) return this.#current().on ? null : "off";
    return standstill(this.#current(), {
      host: this.#options.document.location.hostname,
      // On a page without a trigger word nobody needs to know whether it is news.
      news: this.#reading?.isStirred ? this.#reading.facts.news : null,
      today: localDay(new Date()),
    });
  }

  async #follow(parsed: ParsedSettings): Promise<void> {
    const before = this.#current();
    this.#settings = parsed;
    const after = this.#current();
    if (before.language !== after.language && this.#words.areHere) await this.#words.load();
    if (String([before.hiddenGroups, before.hiddenSources]) !== String([after.hiddenGroups, after.hiddenSources]))
      await this.#entities.loadEmpty(after);
    await this.#refresh();
    this.#card.refresh();
  }

  /** Starts, updates or stops reading, as settings and page say. */
  async #refresh(): Promise<void> {
    if (this.#options.isOrphaned()) return;
    const reason = this.#standstill();
    if (reason !== null && reason !== "not-news") {
      this.#stop();
      return;
    }
    if (reason === null && this.#reading?.isDormant) this.#stop();
    if (!this.#reading) await this.#read();
    else if (reason === "not-news") this.#reading.hideAll();
    else await this.#reading.show(this.#current());
    this.#tellBadge();
  }

  async #read(): Promise<void> {
    const end = new AbortController();
    this.#readingEnd = end;
    const { document, signal } = this.#options;
    const reading = new Reading({
      document,
      signal: AbortSignal.any([signal, end.signal]),
      entities: this.#entities,
      settings: () => this.#current(),
      prepare: () => this.#words.load(),
      allowed: () => this.#standstill() === null,
      onChange: (gone) => {
        if (this.#options.isOrphaned()) return;
        for (const mention of gone) this.#card.send({ type: "gone", mention });
        this.#tellBadge();
      },
      onNavigate: () => {
        this.#stop();
        void this.#refresh();
      },
    });
    this.#reading = reading;
    // Before the first answer of the background: the first words shown must not miss a pointer that already moves.
    listenToPointer({
      document,
      signal: AbortSignal.any([signal, end.signal]),
      card: this.#card,
      map: () => reading.map,
      shadowRoots: () => reading.shadowRoots,
      isOrphaned: () => this.#options.isOrphaned(),
    });
    await this.#entities.loadEmpty(this.#current());
    if (!end.signal.aborted && !signal.aborted) await reading.start();
  }

  #stop(): void {
    this.#card.send({ type: "gone" });
    this.#readingEnd?.abort();
    this.#readingEnd = null;
    this.#reading?.shown.clear();
    this.#reading = null;
    this.#tellBadge();
  }

  #tellBadge(): void {
    const shown = this.#reading?.shown.list ?? [];
    const entities = new Set(shown.map((placed) => placed.mention.entity));
    const reason = this.#standstill();
    const now: Told = {
      count: entities.size > 0 ? entities.size : null,
      mentions: shown.length,
      off: reason !== null && reason !== "not-news",
    };
    const before = this.#told;
    const same = now.count === before.count && now.mentions === before.mentions && now.off === before.off;
    if (same || this.#options.practice) return;
    this.#told = now;
    if (!this.#options.isOrphaned()) void askBackground({ type: "badge", ...now });
  }

  async #answer(message: ToReader): Promise<unknown> {
    switch (message.type) {
      case "report":
        return this.#report();
      case "go-to": {
        const there = this.#reading?.shown.list.filter(({ mention }) => mention.entity === message.entity);
        return this.#goTo(there?.[message.nth] ?? null);
      }
      case "step": {
        const from = this.#card.open === null ? null : (this.#reading?.shown.byNumber(this.#card.open) ?? null);
        return this.#goTo(this.#reading?.shown.step(from, message.direction) ?? null);
      }
    }
  }

  #goTo(placed: ReturnType<NonNullable<Reading["shown"]>["byNumber"]>): boolean {
    if (!placed) return false;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    placed.pieces[0]?.node.parentElement?.scrollIntoView({ block: "center", behavior: calm ? "instant" : "auto" });
    this.#card.send({ type: "show", mention: placed.number });
    return true;
  }

  #report(): PageReport {
    const settings = this.#current();
    const facts = this.#reading?.facts;
    const date = facts?.date ?? { value: null, from: "none" };
    const today = localDay(new Date());
    const asOf = settings.fixedDate ?? (settings.lens === "article" ? (date.value ?? today) : today);
    const groups = new Map<string, PageReport["entities"][number]>();
    // What a style sheet hides was found too, but nobody can see or reach it.
    const visible = this.#reading?.shown.list.filter((placed) =>
      placed.pieces.every((piece) => isRendered({ startContainer: piece.node })),
    );
    for (const { mention } of visible ?? []) {
      const group = groups.get(mention.entity);
      if (group) group.mentions += 1;
      else
        groups.set(mention.entity, {
          entity: mention.entity,
          kind: mention.kind,
          title: this.#entities.title(mention.entity, this.#language()),
          mentions: 1,
        });
    }
    return {
      standstill: this.#standstill(),
      host: this.#options.document.location.hostname,
      title: facts?.title ?? this.#options.document.title,
      news: facts?.news ?? false,
      language: facts?.language ?? "other",
      date: { value: date.value, from: date.from },
      asOf,
      asOfIsToday: asOf === today,
      marks: settings.marks,
      isReading: this.#reading?.isReading ?? false,
      mentions: visible?.length ?? 0,
      entities: [...groups.values()],
    };
  }
}
