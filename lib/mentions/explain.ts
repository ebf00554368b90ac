/** The readable reason behind a mention, for "Why this?". */
import type { Evidence, Mention } from "./types";

/** Evidence that has words of its own: what was only weighed is not told. */
const TOLD = new Set(
  (
    "name introduced named-below topic cue-near compound subject-near acts quoted title-in-front " +
    "full-name politics-near party-tag place-of-office official-here place-near best-known well-known"
  ).split(" "),
);

/** Wording by the id of a message. */
type Say = (id: string, values?: Record<string, string>) => string;

function phrase({ code, detail }: Evidence, t: Say): string {
  return t(`card.reason.${code}`, detail ? { has: "yes", detail } : { has: "no", detail: "" });
}

/** One sentence: why these words were taken for this entity. The two strongest reasons are given, in the words of `t`. */
export function explainMention(mention: Pick<Mention, "text" | "evidence">, t: Say): string {
  const [reason, other] = mention.evidence
    .filter((item) => item.weight > 0 && TOLD.has(item.code))
    .sort((a, b) => b.weight - a.weight)
    .map((item) => phrase(item, t));
  const text = mention.text.replace(/\s+/g, " ");
  if (reason === undefined) return t("card.why", { text, reason: t("card.reason.match") });
  return other === undefined ? t("card.why", { text, reason }) : t("card.why-two", { text, reason, other });
}
