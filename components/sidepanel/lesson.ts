/** The lesson sheet: a glossary of one page, every sentence with its source, numbered through the whole sheet. */
import { type CardModel, cardLines } from "../../lib/context";
import type { SourceRecord } from "../../lib/dataset/records";
import type { Strings } from "../../lib/strings/card";
import { formatPartialDate } from "../../lib/time";

export interface LessonEntry {
  entity: string;
  title: string;
  kind: string;
  lines: { text: string; isLater: boolean; numbers: number[] }[];
}

export interface Lesson {
  title: string;
  /** "chicago.example · article of July 12, 2019 · cards speak for July 12, 2019". */
  about: string;
  entries: LessonEntry[];
  sources: { number: number; source: SourceRecord }[];
  /** Which dataset said so. */
  dataset: string;
}

export interface LessonPage {
  title: string;
  host: string;
  /** The article's date, or null. */
  date: string | null;
}

export function makeLesson(page: LessonPage, models: readonly CardModel[], t: Strings): Lesson {
  const numbers = new Map<string, number>();
  const sources: Lesson["sources"] = [];
  const numberOf = (source: SourceRecord): number => {
    const known = numbers.get(source.id);
    if (known !== undefined) return known;
    const number = sources.length + 1;
    numbers.set(source.id, number);
    sources.push({ number, source });
    return number;
  };
  const entries = models.map((model) => ({
    entity: model.entity,
    title: model.title,
    kind: t(`card.kind.${model.kind}`),
    lines: cardLines(model, t).map((line) => ({
      text: line.text,
      isLater: line.part === "since",
      numbers: line.sources.flatMap((place) => {
        const source = model.sources[place];
        return source ? numberOf(source) : [];
      }),
    })),
  }));
  const [first] = models;
  const date = (value: string) => formatPartialDate(value, first?.language ?? "en");
  return {
    title: page.title,
    about: [
      page.host,
      page.date === null ? t("popup.no-date") : t("popup.article-date", { date: date(page.date) }),
      ...(first ? [t("panel.speaks-for", { date: date(first.asOf) })] : []),
    ].join(" · "),
    entries,
    sources,
    dataset: first ? t("panel.dataset", { version: first.header.version, license: first.header.license }) : "",
  };
}

/** Keeps a title or sentence from being read as Markdown. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, "\\$&").replace(/\s+/g, " ");
}

export function lessonMarkdown(lesson: Lesson, t: Strings): string {
  const lines = [`# ${t("panel.lesson")}: ${escaped(lesson.title)}`, "", escaped(lesson.about)];
  for (const entry of lesson.entries) {
    lines.push("", `## ${escaped(entry.title)}`, "", `*${escaped(entry.kind)}*`, "");
    let later = false;
    for (const line of entry.lines) {
      if (line.isLater && !later) {
        later = true;
        lines.push("", `**${t("card.since")}**`, "");
      }
      lines.push(`- ${escaped(line.text)}${line.numbers.map((number) => ` \\[${number}\\]`).join("")}`);
    }
  }
  lines.push("", `## ${t("context.sources")}`, "");
  for (const { number, source } of lesson.sources) {
    // Round brackets and spaces would end a Markdown link early.
    const address = source.url.replace(/[()\s<>]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
    lines.push(`${number}. ${escaped(source.publisher)}, [${escaped(source.title)}](${address})`);
  }
  lines.push("", escaped(lesson.dataset), "");
  return lines.join("\n");
}
