/** The dataset's own examples: each sentence in which a name is, or is not, its entity. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { finderFromData } from "../../../scripts/mentions-support/finder";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const { finder, sources } = finderFromData(root);
const SPANISH = /\b(?:el|la|los|las|del|una|por|con)\b.*\b(?:el|la|los|las|del|una|por|con|que|en)\b|[¡¿]/i;

function entitiesAt(sentence: string): string[] {
  const open = sentence.indexOf("[");
  const close = sentence.indexOf("]");
  const text = sentence.slice(0, open) + sentence.slice(open + 1, close) + sentence.slice(close + 1);
  const language = SPANISH.test(text) ? "es" : "en";
  return finder
    .find({ text, language, date: null })
    .mentions.filter((mention) => mention.start < close - 1 && open < mention.end)
    .map((mention) => mention.entity);
}

const examples = sources.flatMap((source) =>
  source.names.flatMap((name) => [
    ...(name.examples?.is ?? []).map((sentence) => ({ id: source.id, sentence, is: true })),
    ...(name.examples?.not ?? []).map((sentence) => ({ id: source.id, sentence, is: false })),
  ]),
);

describe("examples in the dataset", () => {
  it("mark the place of the name", () => {
    expect(examples.filter(({ sentence }) => !/\[[^\]]+\]/.test(sentence))).toEqual([]);
  });
  it.each(examples.filter(({ is }) => is))("$id is in: $sentence", ({ id, sentence }) => {
    expect(entitiesAt(sentence)).toContain(id);
  });
  it.each(examples.filter(({ is }) => !is))("$id is not in: $sentence", ({ id, sentence }) => {
    expect(entitiesAt(sentence)).not.toContain(id);
  });
  it("stand both ways by every name that needs context", () => {
    const wanting = sources.flatMap((source) =>
      source.names
        .filter((name) => name.match?.context === "cue" && !name.match.never && name.language !== "es")
        // The same bill number in two years is told apart by the article's date, which a sentence does not have.
        .filter((name) => name.from === undefined && name.to === undefined)
        .filter((name) => !(name.examples?.is?.length && name.examples.not?.length))
        .map((name) => `${source.id}: ${name.text}`),
    );
    expect(wanting).toEqual([]);
  });
  it("stand both ways by every entity that has names of other senses", () => {
    const wanting = sources
      .filter(({ kind }) => kind !== "person" && kind !== "post")
      .filter(({ names }) => names.some(({ match }) => !match?.never && match?.forbids?.length))
      .filter(
        ({ names }) =>
          !(names.some(({ examples }) => examples?.is?.length) && names.some(({ examples }) => examples?.not?.length)),
      )
      .map(({ id }) => id);
    expect(wanting).toEqual([]);
  });
});
