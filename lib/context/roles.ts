/** A person's posts as parts that the UI words, and as one line of plain text. */
import { formatPartialDate, formatRange } from "../time";
import { localize } from "./text";
import type { CardHolder, CardModel, Say } from "./types";

/** The post to name with a person: the one held then, else the last before, else the first to come. */
export function mainRole(model: CardModel): CardHolder | null {
  const { holders } = model;
  const people = holders.filter((holder) => holder.person !== null);
  for (const standing of ["then", "unknown", "before", "since"] as const) {
    const found = people.find((holder) => holder.standing === standing);
    if (found) return found;
  }
  return null;
}

/** "May 2019 – May 2023", "since May 2023", "until May 2019"; empty where neither end is known. */
export function termOfOffice(holder: Pick<CardHolder, "start" | "end">, language: "en" | "es", say: Say): string {
  const { start, end } = holder;
  const options = { upTo: "month", month: "long" } as const;
  if (start !== null && end !== null) return formatRange(start, end, language, options);
  if (start !== null) return say("context.since", { date: formatPartialDate(start, language, options) });
  return end === null ? "" : say("context.until", { date: formatPartialDate(end, language, options) });
}

/** The post as its holder held it: with "acting", or in the holder's own style. */
export function postName(holder: CardHolder, language: "en" | "es", say: Say): string {
  const post = holder.heldAs ?? localize(holder.postTitle, language).text;
  return holder.acting && !/^acting\b/i.test(post) ? say("context.acting", { post }) : post;
}

/** "Mayor of Chicago, May 2019 – May 2023", or an empty text for somebody without a recorded post. */
export function roleLine(model: CardModel, language: "en" | "es", say: Say): string {
  const role = mainRole(model);
  return role ? roleText(role, language, say) : "";
}

/** One holding of a post in words. */
export function roleText(holder: CardHolder, language: "en" | "es", say: Say): string {
  return [postName(holder, language, say), termOfOffice(holder, language, say)]
    .filter((part) => part !== "")
    .join(", ");
}
