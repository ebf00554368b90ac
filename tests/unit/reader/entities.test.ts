/** What a page knows of its entities, whatever the order in which the background answers. */
import { describe, expect, it, vi } from "vitest";
import { defaultSettings } from "../../../lib/settings/schema";

const answers: ((empty: string[]) => void)[] = [];
vi.mock("../../../lib/messages", () => ({
  askBackground: (message: { type: string }) =>
    message.type === "records"
      ? Promise.resolve({ header: {}, records: [{ id: "us-ice", title: { en: "ICE" } }], sources: [] })
      : new Promise((resolve) => answers.push(resolve)),
}));
const { PageEntities } = await import("../../../entrypoints/reader.content/entities");

const hiding = { ...defaultSettings, hiddenGroups: ["federal" as const] };
const hidingTwo = { ...defaultSettings, hiddenGroups: ["federal" as const, "news" as const] };

describe("entities that the reader's sources leave empty", () => {
  it("come back at once with the sources, though an answer to an earlier choice arrives later", async () => {
    const entities = new PageEntities();
    await entities.load(["us-ice"]);
    const hidden = entities.loadEmpty(hiding);
    await entities.loadEmpty(defaultSettings);
    expect(entities.has("us-ice")).toBe(true);
    answers.shift()?.(["us-ice"]);
    await hidden;
    expect(entities.has("us-ice")).toBe(true);
  });

  it("follow the newest choice when answers overtake each other", async () => {
    const entities = new PageEntities();
    await entities.load(["us-ice"]);
    const [first, second] = [entities.loadEmpty(hiding), entities.loadEmpty(hidingTwo)];
    answers[1]?.(["us-ice"]);
    await second;
    answers[0]?.([]);
    await first;
    expect(entities.has("us-ice")).toBe(false);
  });
});
