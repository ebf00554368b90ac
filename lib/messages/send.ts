import { browser } from "wxt/browser";
import type { EntityReference, RecordBundle } from "../dataset/records";
import { type PageReport, type ToBackground, type ToReader, toBackground, toReader } from "./schema";

/** Why a message got no answer. */
export interface Refusal {
  refused: "unknown-message" | "unknown-sender" | "failed";
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}

type BackgroundAnswer<Message extends ToBackground> = Message["type"] extends "records"
  ? RecordBundle
  : Message["type"] extends "empty-entities"
    ? string[]
    : Message["type"] extends "resting"
      ? EntityReference[]
      : Message["type"] extends "card-strings"
        ? Record<string, unknown>
        : true;
type ReaderAnswer<Message extends ToReader> = Message["type"] extends "report" ? PageReport : boolean;

/** Milliseconds before a question that got no answer is asked again. */
const askAgainAfter = [100, 1000];

/**
 * Asks the background. A background that is stopped while it answers is asked again; it wakes for that. Resolves to null when it
 * is gone or refuses: pages must cope with silence.
 */
export async function askBackground<Message extends ToBackground>(
  message: Message,
): Promise<BackgroundAnswer<Message> | null> {
  for (const wait of [...askAgainAfter, null]) {
    try {
      const answer: unknown = await browser.runtime.sendMessage(message);
      if (answer !== undefined) return isRefusal(answer) ? null : (answer as BackgroundAnswer<Message>);
    } catch {
      // No answer: the same as silence.
    }
    // Without an id the extension itself is gone, and nobody will ever answer.
    if (wait === null || browser.runtime?.id === undefined) return null;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return null;
}

/** Asks the reader in one tab. Resolves to null where no reader runs (browser pages, tabs opened before the install). */
export async function askReader<Message extends ToReader>(
  tab: number,
  message: Message,
): Promise<ReaderAnswer<Message> | null> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tab, message);
    return answer === undefined || isRefusal(answer) ? null : (answer as ReaderAnswer<Message>);
  } catch {
    return null;
  }
}

type Sender = { id?: string; tab?: unknown };

/**
 * Answers messages until `signal` aborts. A message that does not parse, or that another extension sent, gets a typed
 * refusal; a handler that throws gets `failed`.
 */
function answer<Message>(
  parse: (value: unknown) => { success: true; data: Message } | { success: false },
  handle: (message: Message, sender: Sender) => unknown,
  signal: AbortSignal,
): void {
  const listener = (value: unknown, sender: Sender): Promise<unknown> | undefined => {
    if (sender.id !== browser.runtime.id) return Promise.resolve({ refused: "unknown-sender" } satisfies Refusal);
    const outcome = parse(value);
    if (!outcome.success) return Promise.resolve({ refused: "unknown-message" } satisfies Refusal);
    return Promise.resolve()
      .then(() => handle(outcome.data, sender))
      .catch(() => ({ refused: "failed" }) satisfies Refusal);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

export function answerAsBackground(
  handle: (message: ToBackground, sender: Sender) => unknown,
  signal: AbortSignal,
): void {
  answer((value) => toBackground().safeParse(value), handle, signal);
}

export function answerAsReader(handle: (message: ToReader) => unknown, signal: AbortSignal): void {
  answer((value) => toReader().safeParse(value), handle, signal);
}

/** Calls `follow` with a tab whenever its reader tells the toolbar button something new, until `signal` aborts. Answers nothing. */
export function overhearReaders(follow: (tab: number) => void, signal: AbortSignal): void {
  const listener = (
    value: unknown,
    sender: { id?: string; tab?: { id?: number | undefined } | undefined },
  ): undefined => {
    if (sender.id !== browser.runtime.id || sender.tab?.id === undefined) return;
    const outcome = toBackground().safeParse(value);
    if (outcome.success && outcome.data.type === "badge") follow(sender.tab.id);
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(listener), { once: true });
}
