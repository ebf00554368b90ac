import { explainMention, type Mention } from "../../lib/mentions";
import type { PageFacts } from "../../lib/page";
import type { Strings } from "../../lib/strings/card";
import { formatPartialDate } from "../../lib/time";

/** The sentences behind "Why this?": why the words were taken for this entity, and where the date comes from. */
export function explain(mention: Mention, facts: PageFacts, t: Strings, language: "en" | "es"): string[] {
  const { value, from } = facts.date;
  const date = value
    ? t("card.why-date", { date: formatPartialDate(value, language), from: t(`card.date-from.${from}`) })
    : t("card.why-no-date");
  return [explainMention(mention, language), date];
}
