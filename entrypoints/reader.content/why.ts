import { explainMention, type Mention } from "../../lib/mentions";
import type { PageFacts } from "../../lib/page";
import type { Strings } from "../../lib/strings/card";
import { formatPartialDate } from "../../lib/time";

const mostOthers = 2;

/** Other days that the page states, each with the best place that states it. */
function otherDays({ value, evidence }: PageFacts["date"]): PageFacts["date"]["evidence"] {
  const places = new Map<string, PageFacts["date"]["evidence"][number]>();
  for (const item of evidence) if (item.value !== value && !places.has(item.value)) places.set(item.value, item);
  return value === null ? [] : [...places.values()].slice(0, mostOthers);
}

/**
 * The sentences behind "Why this?": why the words were taken for this entity, where the date comes from, and which other dates
 * the page states.
 */
export function explain(mention: Mention, facts: PageFacts, t: Strings, language: "en" | "es"): string[] {
  const { value, from } = facts.date;
  const date = value
    ? t("card.why-date", { date: formatPartialDate(value, language), from: t(`card.date-from.${from}`) })
    : t("card.why-no-date");
  const others = otherDays(facts.date).map((item) => {
    const place = t(`card.date-from.${item.from}`);
    const words = { date: formatPartialDate(item.value, language), from: place };
    const sentence = t("card.why-date-other", words);
    return sentence.charAt(0).toLocaleUpperCase(language) + sentence.slice(1);
  });
  return [explainMention(mention, t), date, ...others];
}
