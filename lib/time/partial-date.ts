/**
 * Reduced-precision dates. Days are kept as YYYY-MM-DD text, which sorts as time does, and arithmetic
 * is done in UTC on numbers, so no result depends on the reader's time zone.
 */

export type Precision = "day" | "month" | "year";

/** The first and last day that a date can mean, both as YYYY-MM-DD. */
export interface Interval {
  earliest: string;
  latest: string;
}

/** `unclear`: the dates overlap, so their order cannot be told. `same`: one and the same day. */
export type Comparison = "before" | "after" | "same" | "unclear";

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const dayInMilliseconds = 86_400_000;

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** Days since 1970-01-01 of a calendar day; years before 100 are not moved to the 1900s. */
function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / dayInMilliseconds);
}

function dayText(number: number): string {
  const date = new Date(number * dayInMilliseconds);
  const year = String(date.getUTCFullYear()).padStart(4, "0");
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
}

function lastDayOfMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

/** True for YYYY, YYYY-MM or YYYY-MM-DD naming a day that the calendar has. */
export function isPartialDate(text: unknown): text is string {
  const parts = typeof text === "string" ? shape.exec(text) : null;
  if (!parts) return false;
  const [, year, month, day] = parts;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= lastDayOfMonth(Number(year), Number(month)));
}

export function precisionOf(date: string): Precision {
  return date.length === 4 ? "year" : date.length === 7 ? "month" : "day";
}

/** The days a date can mean: "2019-07" is 2019-07-01 … 2019-07-31. */
export function intervalOf(date: string): Interval {
  if (date.length === 4) return { earliest: `${date}-01-01`, latest: `${date}-12-31` };
  if (date.length > 7) return { earliest: date, latest: date };
  const last = lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
  return { earliest: `${date}-01`, latest: `${date}-${twoDigits(last)}` };
}

/** How the first date lies to the second. Two dates of the same month or year overlap: `unclear`. */
export function compare(first: string, second: string): Comparison {
  const one = intervalOf(first);
  const other = intervalOf(second);
  if (one.latest < other.earliest) return "before";
  if (one.earliest > other.latest) return "after";
  return one.earliest === one.latest && other.earliest === other.latest ? "same" : "unclear";
}

function numberOfDay(day: string): number {
  return dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** Days from the first day to the second; both YYYY-MM-DD. */
export function daysBetween(first: string, second: string): number {
  return numberOfDay(second) - numberOfDay(first);
}

/** The day so many days later (or earlier, if negative) than a YYYY-MM-DD day. */
export function addDays(day: string, days: number): string {
  return dayText(numberOfDay(day) + days);
}

/** Days gone by from the last day `date` can mean until `today`; negative while it lies ahead. */
export function ageInDays(date: string, today: string): number {
  return daysBetween(intervalOf(date).latest, intervalOf(today).earliest);
}

/** The calendar day of a moment on the reader's own clock, as YYYY-MM-DD. */
export function localDay(moment: Date): string {
  const year = String(moment.getFullYear()).padStart(4, "0");
  return `${year}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
}

/** The date that begins first; of two that begin together, the more exact one. */
export function oldest(dates: readonly string[]): string | null {
  return [...dates].sort(sortByDate)[0] ?? null;
}

/** For sorting: by first possible day, then the more exact date first. */
export function sortByDate(first: string, second: string): number {
  const one = intervalOf(first);
  const other = intervalOf(second);
  if (one.earliest !== other.earliest) return one.earliest < other.earliest ? -1 : 1;
  return one.latest === other.latest ? 0 : one.latest < other.latest ? -1 : 1;
}
