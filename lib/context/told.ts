/**
 * A sentence may tell more than what held: "… was blocked in April 2017 and struck down in November".
 * It cannot be said of a day before the latest day that its own words name.
 */
import type { PartialDate } from "../dataset/records";
import { compare, sortByDate } from "../time";

const months = "January February March April May June July August September October November December".split(" ");
const dates = new RegExp(
  `\\b(?:(${months.join("|")})(?: (\\d{1,2})\\b)?(?:,? ((?:19|20)\\d\\d)\\b)?|((?:19|20)\\d\\d)\\b)`,
  "g",
);

/** Dates named in an English sentence; a month without a year takes that of the date before it, or after. */
export function datesIn(text: string): PartialDate[] {
  const found: { month: string | undefined; day: string | undefined; year: string | undefined }[] = [];
  // Not matchAll: it compiles the expression anew for each sentence.
  text.replace(dates, (whole, month?: string, day?: string, year?: string, bare?: string) => {
    found.push({ month, day, year: year ?? bare });
    return whole;
  });
  let year = found.find((one) => one.year)?.year;
  return found.flatMap((one) => {
    year = one.year ?? year;
    if (year === undefined) return [];
    const month = one.month === undefined ? 0 : months.indexOf(one.month) + 1;
    const parts = [month, Number(one.day ?? 0)].filter(Boolean).map((part) => String(part).padStart(2, "0"));
    return [[year, ...parts].join("-")];
  });
}

/**
 * The latest day that the words name, as far as the sentence was checked (later ones are plans, such as
 * the day a law takes effect). `ends` may be named: that something lasted until then is true of it before.
 */
export function toldFrom(text: string, checked: PartialDate, ends: readonly PartialDate[]): PartialDate | null {
  const named = datesIn(text).filter((date) => {
    const overlapsEnd = ends.some((end) => ["same", "unclear"].includes(compare(date, end)));
    return !overlapsEnd && compare(date, checked) !== "after";
  });
  return named.sort(sortByDate).at(-1) ?? null;
}
