/** The readable reason behind a mention, for "Why this?". */
import type { Evidence, Mention } from "./types";

type Phrase = (detail: string | undefined) => string;

const quoted = (detail: string | undefined, open: string, close: string): string =>
  detail ? ` ${open}${detail}${close}` : "";

const ENGLISH: Record<string, Phrase> = {
  name: () => "the name is clear by itself",
  introduced: () => "the text introduces it in full",
  "named-below": () => "the full name follows further down",
  topic: (detail) => `the text is about immigration enforcement${quoted(detail, "(“", "”)")}`,
  "cue-near": (detail) => `words near it point there${quoted(detail, "(“", "”)")}`,
  compound: () => "it stands in a compound such as “anti-…”",
  "subject-near": (detail) => `words of immigration stand near${quoted(detail, "(“", "”)")}`,
  acts: (detail) => `the words beside it speak of an agency${quoted(detail, "(“", "”)")}`,
  quoted: () => "it stands in quotation marks, in a text about government",
  "title-in-front": (detail) => `a title stands in front${quoted(detail, "(“", "”)")}`,
  "full-name": () => "the full name is given",
  "politics-near": (detail) => `words of government stand near${quoted(detail, "(“", "”)")}`,
  "party-tag": () => "a party and state follow the name",
  "place-of-office": () => "the place of the office is named",
  "official-here": () => "an official of this place is named",
  "place-near": () => "the state or a neighboring place is named",
  "best-known": () => "it is the best known of that title in this news",
  "well-known": () => "the surname is well known in this news",
};

const SPANISH: Record<string, Phrase> = {
  name: () => "el nombre es claro por sí solo",
  introduced: () => "el texto lo presenta con su nombre completo",
  "named-below": () => "el nombre completo aparece más abajo",
  topic: (detail) => `el texto trata del control migratorio${quoted(detail, "(«", "»)")}`,
  "cue-near": (detail) => `las palabras cercanas apuntan a ello${quoted(detail, "(«", "»)")}`,
  compound: () => "forma parte de un compuesto como «anti-…»",
  "subject-near": (detail) => `hay palabras de inmigración cerca${quoted(detail, "(«", "»)")}`,
  acts: (detail) => `las palabras contiguas hablan de una agencia${quoted(detail, "(«", "»)")}`,
  quoted: () => "está entre comillas, en un texto sobre gobierno",
  "title-in-front": (detail) => `un cargo precede al nombre${quoted(detail, "(«", "»)")}`,
  "full-name": () => "se da el nombre completo",
  "politics-near": (detail) => `hay palabras de gobierno cerca${quoted(detail, "(«", "»)")}`,
  "party-tag": () => "siguen el partido y el estado",
  "place-of-office": () => "se nombra el lugar del cargo",
  "official-here": () => "se nombra a una autoridad de este lugar",
  "place-near": () => "se nombra el estado o un lugar vecino",
  "best-known": () => "es la persona más conocida con ese cargo en estas noticias",
  "well-known": () => "el apellido es muy conocido en estas noticias",
};

/** One sentence: why these words were taken for this entity. The two strongest reasons are given. */
export function explainMention(mention: Pick<Mention, "text" | "evidence">, language: "en" | "es"): string {
  const phrases = language === "es" ? SPANISH : ENGLISH;
  const reasons = mention.evidence
    .filter((item: Evidence) => item.weight > 0 && phrases[item.code])
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 2)
    .map((item) => phrases[item.code]?.(item.detail) ?? "");
  const text = mention.text.replace(/\s+/g, " ");
  if (language === "es")
    return `«${text}» está marcado porque ${reasons.length ? reasons.join(" y ") : "el nombre coincide"}.`;
  return `“${text}” is marked because ${reasons.length ? reasons.join(", and ") : "the name matches"}.`;
}
