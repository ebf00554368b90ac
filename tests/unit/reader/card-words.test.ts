/** The card's words, whatever the order in which the background answers. */
import { expect, it, vi } from "vitest";

const answers: (() => void)[] = [];
vi.mock("../../../lib/messages", () => ({
  askBackground: ({ language }: { language: string }) =>
    new Promise((resolve) => answers.push(() => resolve({ "card.close": [`close in ${language}`] }))),
}));
const { CardWords } = await import("../../../entrypoints/reader.content/card-words");

it("are those of the newest choice, though an answer to an earlier one arrives later", async () => {
  let language: "en" | "es" = "en";
  const words = new CardWords(() => language);
  const first = words.load();
  answers.shift()?.();
  expect(await first).toBe(true);
  language = "es";
  const spanish = words.load();
  language = "en";
  await words.load();
  answers.shift()?.();
  await spanish;
  expect(words.say("card.close")).toBe("close in en");
});
