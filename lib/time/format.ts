/** Dates in words, never more exact than they are known. */
import { intervalOf, type Precision, precisionOf } from "./partial-date";

export interface FormatOptions {
  /** Show no more than this much of the date. */
  upTo?: Precision;
  month?: "long" | "short";
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: string, precision: Precision, month: "long" | "short"): Intl.DateTimeFormat {
  const key = `${language} ${precision} ${month}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language === "en" ? "en-US" : language, {
    timeZone: "UTC",
    year: "numeric",
    ...(precision === "year" ? {} : { month }),
    ...(precision === "day" ? { day: "numeric" as const } : {}),
  });
  formatters.set(key, made);
  return made;
}

function coarser(first: Precision, second: Precision): Precision {
  if (first === "year" || second === "year") return "year";
  return first === "month" || second === "month" ? "month" : "day";
}

/** "July 15, 2019", "15 de julio de 2019", "July 2019", "2019". */
export function formatPartialDate(date: string, language: string, options: FormatOptions = {}): string {
  const precision = coarser(precisionOf(date), options.upTo ?? "day");
  if (precision === "year") return String(Number(date.slice(0, 4)));
  const moment = new Date(`${intervalOf(date).earliest}T12:00:00Z`);
  return formatter(language, precision, options.month ?? "long").format(moment);
}

/** "May 2019 – May 2023"; one date only where both ends read alike. */
export function formatRange(from: string, to: string, language: string, options: FormatOptions = {}): string {
  const start = formatPartialDate(from, language, options);
  const end = formatPartialDate(to, language, options);
  return start === end ? start : `${start} – ${end}`;
}
