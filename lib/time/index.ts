/**
 * lib/time: dates known to the day, the month or only the year, and what can be said about them.
 * In: date strings (YYYY, YYYY-MM, YYYY-MM-DD). Out: comparisons, standings, ages, formatted text.
 * May not import anything from other rooms; no DOM, no browser API, no clock of its own.
 */
export { formatPartialDate, formatRange } from "./format";
export {
  addDays,
  ageInDays,
  compare,
  daysBetween,
  intervalOf,
  isPartialDate,
  localDay,
  oldest,
  precisionOf,
  sortByDate,
} from "./partial-date";
export { type Span, standing } from "./standing";
