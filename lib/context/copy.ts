/** A card's first view with its sources, as text to paste: plain, Markdown, or in the manner of APA. */
import type { SourceRecord } from "../dataset/records";
import { formatPartialDate } from "../time";
import { cardLines, checkedOf } from "./digest";
import type { CardModel, Say } from "./types";

type CopyFormat = "plain" | "markdown" | "apa";

/** Keeps a title or sentence from being read as Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, "\\$&");
}

function addressIn(format: CopyFormat, source: SourceRecord): string {
  if (format !== "markdown") return source.url;
  // Round brackets and spaces would end a Markdown link early.
  return source.url.replace(/[()\s<>]/g, (letter) =>
    encodeURIComponent(letter).replace("(", "%28").replace(")", "%29"),
  );
}

/** One source as a reference. */
function reference(source: SourceRecord, number: number, format: CopyFormat, model: CardModel, say: Say): string {
  const { publisher, title, published } = source;
  const date = published === null ? say("context.no-date") : formatPartialDate(published, model.language);
  const url = addressIn(format, source);
  if (format === "apa") return `${publisher}. (${date}). ${title.replace(/\.$/, "")}. ${url}`;
  if (format === "plain") return `${number}. ${publisher}, “${title}”, ${date}. ${url}`;
  return `${number}. ${escapeMarkdown(publisher)}, [${escapeMarkdown(title)}](${url}), ${date}`;
}

function dataset(model: CardModel, format: CopyFormat, say: Say): string {
  const { header, language, title } = model;
  const values = {
    title,
    version: header.version,
    checked: formatPartialDate(checkedOf(model), language),
    date: formatPartialDate(model.asOf, language),
    year: header.version.slice(0, 4),
  };
  return say(format === "apa" ? "context.dataset-apa" : "context.dataset", values);
}

/** The text for the clipboard. */
export function copyCard(model: CardModel, format: CopyFormat, say: Say): string {
  const markdown = format === "markdown";
  const plain = (text: string) => (markdown ? escapeMarkdown(text) : text);
  const heading = say("context.heading", { title: model.title, date: formatPartialDate(model.asOf, model.language) });
  const text: string[] = [markdown ? `**${plain(heading)}**` : heading, ""];
  const used = new Set<number>();
  let since = false;
  for (const line of cardLines(model, say)) {
    if (line.part === "since" && !since) {
      since = true;
      text.push("", plain(say("context.since-then")), "");
    }
    for (const place of line.sources) used.add(place);
    const numbers =
      format === "apa" ? [] : line.sources.map((place) => (markdown ? `\\[${place + 1}\\]` : `[${place + 1}]`));
    text.push(
      `${markdown ? "- " : ""}${[plain(line.text), numbers.join("")].filter((piece) => piece !== "").join(" ")}`,
    );
  }
  const references = model.sources
    .filter((_, place) => used.has(place))
    .map((source) => reference(source, source.number, format, model, say));
  if (format === "apa") references.sort((a, b) => a.localeCompare(b, model.language));
  if (references.length > 0) text.push("", plain(say("context.sources")), "", ...references);
  text.push("", plain(dataset(model, format, say)));
  return text.join("\n");
}
