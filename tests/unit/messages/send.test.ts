/** Messages at the edge: who may ask, what happens to a question that gets no answer. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

type Listener = (message: unknown, sender: { id?: string }) => Promise<unknown> | undefined;

const { listeners, runtime } = vi.hoisted(() => {
  const listeners = new Set<Listener>();
  const runtime = {
    id: "ours" as string | undefined,
    sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
    onMessage: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  };
  return { listeners, runtime };
});
vi.mock("wxt/browser", () => ({ browser: { runtime, tabs: { sendMessage: runtime.sendMessage } } }));

const { answerAsBackground, answerAsReader, askBackground } = await import("../../../lib/messages");

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  listeners.clear();
  runtime.id = "ours";
  runtime.sendMessage.mockReset();
});

function ask(message: unknown, sender: { id?: string }): Promise<unknown> | undefined {
  const [listener] = listeners;
  return listener?.(message, sender);
}

describe("a message to the background or the reader", () => {
  it.each([
    ["another extension", { id: "another" }],
    ["nobody known", {}],
  ])("from %s reaches no handler", async (_who, sender) => {
    const handle = vi.fn();
    answerAsBackground(handle, new AbortController().signal);
    expect(await ask({ type: "empty-entities" }, sender)).toEqual({ refused: "unknown-sender" });
    listeners.clear();
    answerAsReader(handle, new AbortController().signal);
    expect(await ask({ type: "report" }, sender)).toEqual({ refused: "unknown-sender" });
    expect(handle).not.toHaveBeenCalled();
  });

  it.each([
    [{ type: "records", entities: ["us-ice"], page: "text of the page" }],
    [{ type: "records", entities: ["Text of the page, passed as an id"] }],
    [{ type: "records", entities: Array.from({ length: 401 }, () => "us-ice") }],
    [{ type: "mute", entity: "<b>ICE</b>" }],
    [{ type: "hide-source", source: "https://paper.example/" }],
    [{ type: "badge", count: 1.5 }],
    [{ type: "fetch", url: "https://paper.example/" }],
    ["records"],
    [null],
  ])("that is not one of ours reaches no handler: %j", async (message) => {
    const handle = vi.fn();
    answerAsBackground(handle, new AbortController().signal);
    expect(await ask(message, { id: "ours" })).toEqual({ refused: "unknown-message" });
    expect(handle).not.toHaveBeenCalled();
  });

  it("whose handler throws gets a refusal, and no word of the error", async () => {
    answerAsBackground(() => {
      throw new Error("private");
    }, new AbortController().signal);
    expect(await ask({ type: "empty-entities" }, { id: "ours" })).toEqual({ refused: "failed" });
  });

  it("is heard no more once the signal has ended", () => {
    const end = new AbortController();
    answerAsBackground(() => true, end.signal);
    end.abort();
    expect(listeners.size).toBe(0);
  });
});

describe("a question to the background", () => {
  async function answered(): Promise<unknown> {
    const answer = askBackground({ type: "empty-entities" });
    await vi.runAllTimersAsync();
    return answer;
  }

  it("is asked again when the background stops while it answers", async () => {
    runtime.sendMessage
      .mockRejectedValueOnce(new Error("The message port closed before a response was received."))
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(["us-ice"]);
    expect(await answered()).toEqual(["us-ice"]);
  });

  it("gets null where nobody ever answers, and the page hears of no error", async () => {
    runtime.sendMessage.mockRejectedValue(new Error("Could not establish connection."));
    expect(await answered()).toBeNull();
    expect(runtime.sendMessage.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it("is not asked again once the extension is gone, nor when it was refused", async () => {
    runtime.sendMessage.mockResolvedValue({ refused: "failed" });
    expect(await answered()).toBeNull();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
    runtime.sendMessage.mockReset();
    runtime.sendMessage.mockRejectedValue(new Error("Extension context invalidated."));
    runtime.id = undefined;
    expect(await answered()).toBeNull();
    expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  });
});
