import { render } from "preact";
import { Card, cardCss } from "../../components/card";
import {
  anchorBox,
  type CardEvent,
  type CardHost,
  type CardState,
  type CardTiming,
  cardGap,
  closedCard,
  headsTowards,
  openHost,
  placeBeside,
  reactToEvent,
} from "../../lib/card";
import { type CardModel, copyCard, reportText } from "../../lib/context";
import { boxesOf, type PlacedMention } from "../../lib/marks";
import { askBackground } from "../../lib/messages";
import { localDay, type Settings } from "../../lib/settings";
import type { Strings } from "../../lib/strings/card";
import { copyText } from "./clipboard";
import type { PageEntities } from "./entities";
import { roomOf } from "./room";

/** What the controller asks of the reader it belongs to. */
export interface CardSurroundings {
  document: Document;
  signal: AbortSignal;
  entities: PageEntities;
  settings(): Settings;
  strings(): Strings;
  language(): "en" | "es";
  /** The article's own date, or null. */
  articleDate(): string | null;
  mention(number: number): PlacedMention | null;
  /** Sentences for "Why this?". */
  why(placed: PlacedMention): string[];
}

/** Opens, fills, places and closes the card, as the state machine in `lib/card` says. */
export class CardController {
  readonly #around: CardSurroundings;
  #state: CardState = closedCard;
  #timers: Partial<Record<"intent" | "leave", ReturnType<typeof setTimeout>>> = {};
  #host: CardHost | null = null;
  #point: { x: number; y: number } | null = null;
  #returnTo: Element | null = null;
  /** Entities walked through in this card, the one shown last. */
  #trail: string[] = [];
  /** The lens of this card; null follows the settings. */
  #lens: Settings["lens"] | null = null;
  #resized: ResizeObserver | null = null;
  /** Which card was measured last, and how many rows of its first view had no room. */
  #measured = { what: "", spared: 0 };
  /** How often the page removed the host of an open card. */
  #losses = 0;

  constructor(around: CardSurroundings) {
    this.#around = around;
    around.signal.addEventListener("abort", () => this.send({ type: "gone" }), { once: true });
  }

  get open(): number | null {
    return this.#state.open;
  }

  get box(): DOMRect | null {
    return this.#host?.frame.getBoundingClientRect() ?? null;
  }

  isHost(target: EventTarget | null): boolean {
    return this.#host !== null && target === this.#host.element;
  }

  /** True when a move from one point to the other goes towards the open card. */
  heading(from: { x: number; y: number }, to: { x: number; y: number }): boolean {
    const box = this.box;
    return box !== null && headsTowards(from, to, box);
  }

  /** Feeds one event to the state machine. Returns true when the page must not act on the press. */
  send(event: CardEvent, point: { x: number; y: number } | null = null): boolean {
    const { openDelay, closeDelay, openOn } = this.#around.settings();
    const timing: CardTiming = { openDelay, closeDelay, openOn };
    // A page that took the host away closed the card; after a few times nothing opens by pointer here any more.
    if (this.#host && !this.#host.element.isConnected) {
      this.#losses += 1;
      this.#remove(false);
      this.send({ type: "gone" });
    }
    if (event.type === "pointer-on" && this.#losses > 3) return false;
    if (event.type === "pointer-on" || event.type === "press" || event.type === "show") this.#point = point;
    const [state, effects] = reactToEvent(this.#state, event, timing);
    this.#state = state;
    let swallow = false;
    for (const effect of effects) {
      if (effect.type === "stop") clearTimeout(this.#timers[effect.timer]);
      else if (effect.type === "start") {
        clearTimeout(this.#timers[effect.timer]);
        const elapsed = { type: `${effect.timer}-elapsed` } as const;
        this.#timers[effect.timer] = setTimeout(() => this.send(elapsed, this.#point), effect.milliseconds);
      } else if (effect.type === "open") this.#show(effect.mention, effect.focus);
      else if (effect.type === "close") this.#remove(effect.returnFocus);
      else swallow = true;
    }
    return swallow;
  }

  /** Draws the open card anew: settings, sources or dates changed. */
  refresh(): void {
    if (this.#host) this.#draw(false);
  }

  /** Puts the open card beside its word again; closes it when the word has left the window. */
  follow(): void {
    const placed = this.#placed();
    if (!this.#host || !placed) return;
    const view = this.#around.document.documentElement;
    const boxes = boxesOf(placed);
    const visible = boxes.some(
      (box) => box.bottom > 0 && box.top < view.clientHeight && box.right > 0 && box.left < view.clientWidth,
    );
    if (!visible && !this.#state.pinned) this.send({ type: "gone" });
    else if (visible) this.#place();
  }

  #placed(): PlacedMention | null {
    return this.#state.open === null ? null : this.#around.mention(this.#state.open);
  }

  #show(number: number, focus: boolean): void {
    this.#remove(false);
    const placed = this.#around.mention(number);
    if (!placed) return;
    this.#trail = [placed.mention.entity];
    this.#lens = null;
    // The word may stand where there is more room, or less.
    this.#measured = { what: "", spared: 0 };
    const { document } = this.#around;
    this.#host = openHost(document, placed.pieces[0]?.node.parentElement ?? null, cardCss);
    if (!this.#host) return;
    this.#returnTo = document.activeElement;
    // The card grows when its parts are opened: it must then be placed again.
    this.#resized = new ResizeObserver(() => this.#place());
    this.#resized.observe(this.#host.frame);
    this.#draw(focus);
    if (focus) this.#host.ring(boxesOf(placed));
  }

  #remove(returnFocus: boolean): void {
    const host = this.#host;
    if (!host) return;
    this.#host = null;
    this.#resized?.disconnect();
    render(null, host.frame);
    host.remove();
    const target = this.#returnTo;
    this.#returnTo = null;
    if (returnFocus && target instanceof HTMLElement && target.isConnected) target.focus({ preventScroll: true });
  }

  #asOf(): string | null {
    const settings = this.#around.settings();
    const lens = this.#lens ?? settings.lens;
    if (settings.fixedDate && this.#lens === null) return settings.fixedDate;
    // Null says that the article's date is not known; whoever looks from today knows the day.
    return lens === "article" ? this.#around.articleDate() : localDay(new Date());
  }

  #model(entity: string): CardModel | null {
    return this.#around.entities.card(entity, this.#around.settings(), this.#asOf(), this.#around.language());
  }

  #draw(focus: boolean): void {
    const host = this.#host;
    const placed = this.#placed();
    const entity = this.#trail.at(-1);
    const model = entity ? this.#model(entity) : null;
    if (!host || !placed || !model) {
      this.send({ type: "gone" });
      return;
    }
    const { theme } = this.#around.settings();
    host.frame.dataset.theme = theme;
    const lens = this.#lens ?? this.#around.settings().lens;
    const paint = () =>
      render(
        <Card
          model={model}
          t={this.#around.strings()}
          language={this.#around.language()}
          why={this.#trail.length === 1 ? this.#around.why(placed) : []}
          canGoBack={this.#trail.length > 1}
          pinned={this.#state.pinned}
          lens={lens}
          dateIsChosen={this.#lens === null && this.#around.settings().fixedDate !== null}
          hasArticleDate={this.#around.articleDate() !== null}
          on={{
            close: () => this.send({ type: "close" }),
            pin: (pinned: boolean) => {
              this.send({ type: "pin", pinned });
              this.#draw(false);
            },
            back: () => {
              this.#trail.pop();
              this.#draw(true);
            },
            open: (next: string) => void this.#goTo(next),
            lens: (value: Settings["lens"]) => {
              this.#lens = value;
              this.#draw(false);
            },
            mute: () => {
              void askBackground({ type: "mute", entity: model.entity });
              this.send({ type: "close" });
            },
            report: (statement: string | null, withAddress: boolean) =>
              reportText(
                model,
                this.#around.strings(),
                statement,
                withAddress ? this.#around.document.location.href : null,
              ),
            copy: (format) => copyText(copyCard(model, format, this.#around.strings())),
            copyText,
            hideSource: (source) => void askBackground({ type: "hide-source", source }),
            chooseSources: () => void askBackground({ type: "open-options", section: "sources" }),
          }}
        />,
        host.frame,
      );
    this.#paintFitting(model, host.frame, paint);
    this.#place();
    if (focus) host.frame.querySelector<HTMLElement>("[data-card-heading]")?.focus({ preventScroll: true });
  }

  /**
   * The first view was chosen by estimated heights for a card with all the room it can want. Where it must be scrolled after all it gives
   * up its least wanted rows, before it is seen; what a reader opens later may be scrolled.
   */
  #paintFitting(model: CardModel, frame: HTMLElement, paint: () => void): void {
    const what = `${model.entity} ${model.asOf} ${model.language}`;
    const isNew = what !== this.#measured.what;
    if (isNew) this.#measured = { what, spared: 0 };
    const spare = (): void => {
      const row = model.firstRows.length > leastRows ? model.firstRows.pop() : undefined;
      if (row) row.atFirst = false;
    };
    for (let count = 0; count < this.#measured.spared; count++) spare();
    paint();
    this.#place();
    const body = frame.querySelector(".card-body:not(:has(.panel))");
    while (isNew && model.firstRows.length > leastRows && body && body.scrollHeight > body.clientHeight + 1) {
      this.#measured.spared += 1;
      spare();
      paint();
    }
  }

  async #goTo(entity: string): Promise<void> {
    const host = this.#host;
    await this.#around.entities.load([entity]);
    if (!host || host !== this.#host || !this.#model(entity)) return;
    this.#trail.push(entity);
    this.#draw(true);
  }

  #place(): void {
    const placed = this.#placed();
    const host = this.#host;
    if (!placed || !host) return;
    const boxes = boxesOf(placed);
    if (!anchorBox(boxes, this.#point)) return;
    const { frame } = host;
    host.unzoom();
    const root = this.#around.document.documentElement;
    const { room, isPinched } = roomOf(this.#around.document);
    if (isPinched)
      frame.style.setProperty("--newsgloss-card-breadth", `${Math.max(leastBreadth, room.width - 2 * cardGap)}px`);
    else frame.style.removeProperty("--newsgloss-card-breadth");
    // Measured free of the room of an earlier placement; what is drawn may still be lower than its content.
    frame.style.removeProperty("--newsgloss-card-room");
    const size = { width: frame.offsetWidth, height: frame.offsetHeight };
    const rightToLeft = this.#around.document.dir === "rtl" || root.dir === "rtl";
    const beside = placeBeside(boxes, this.#point, size, room, rightToLeft);
    if (!beside) return;
    const { anchor, place } = beside;
    frame.style.left = `${place.left}px`;
    frame.style.setProperty("--newsgloss-card-room", `${place.maxHeight}px`);
    const top = place.side === "above" ? anchor.top - cardGap - frame.offsetHeight : place.top;
    frame.style.top = `${top}px`;
    frame.dataset.placed = place.side;
  }
}

/** So many rows stay, and are scrolled if they must be. */
const leastRows = 2;

/** A pinched page may show less than a card's least width: the reader then pans. */
const leastBreadth = 240;
