/**
 * Reads dates out of strings: machine forms, and dates written for readers in several languages. Pure.
 * A parsed date keeps the day as it was written; what its zone makes of that day is decided in `date.ts`.
 */

export interface ParsedDate {
  /** The day as written, YYYY-MM-DD. */
  day: string;
  /** "universal": a bare Z, UTC or GMT, or +00:00; "stated": another offset or zone; "none": no zone given. */
  zone: "universal" | "stated" | "none";
  /** Minutes since midnight as written; null where only the day is given. */
  minutes: number | null;
}

/** How an all-digits date like 03/04/2019 is to be read. */
export type DayOrder = "month-first" | "day-first" | "unknown";

const monthWords: Record<string, number> = {};
/** Twelve names each, "/" between other spellings. Abbreviations are matched by prefix where that is unambiguous. */
const monthLists = [
  "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec",
  "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre/set octubre noviembre diciembre/dic",
  "janvier/janv février/fevrier/févr/fevr/fév mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre décembre/decembre/déc",
  "januar/jan/jänner februar/feb märz/mär/maerz april mai juni juli august september oktober/okt november dezember/dez",
  "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre",
  "janeiro fevereiro/fev março/marco abril maio/mai junho julho agosto setembro outubro/out novembro dezembro",
  "januari februari maart/mrt april mei juni juli augustus september oktober november december",
  "января/янв февраля/фев марта/мар апреля/апр мая/май июня/июн июля/июл августа/авг сентября/сен октября/окт ноября/ноя декабря/дек",
  "januari februari maret april mei juni juli agustus september oktober november desember",
];
for (const list of monthLists) {
  list.split(" ").forEach((names, index) => {
    for (const name of names.split("/")) monthWords[name] = index + 1;
  });
}
/** Letters that month names are written with; plain ranges, since \\p{L} makes expressions dear to compile. */
const letter = "A-Za-z\u00c0-\u024f\u0400-\u04ff";
const monthWord = `([${letter}]{3,10})`;

const isoDate = /(?<![\d])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const slashedYearFirst = /(?<![\d.])(\d{4})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{1,2})(?!\d)/g;
const eastAsian = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g;
const dayFirst = new RegExp(
  `(?<![${letter}\\d])(\\d{1,2})(?:st|nd|rd|th|º|er|\\.)?(?:\\s+(?:de|of)|\\s+d['’])?[\\s./-]*${monthWord}\\.?,?(?:\\s+(?:de|del))?[\\s,./-]*(\\d{4})(?!\\d)`,
  "g",
);
const monthFirst = new RegExp(
  `(?<![${letter}])${monthWord}\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:[\\s,]*(?:at\\s*)?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[apAP]\\.?[mM]\\.?)?)?[\\s,]*(?:[A-Z]{1,4}T\\s+)?(\\d{4})(?!\\d)`,
  "g",
);
const digits = /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/g;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/;

const universalZone = /(?:\d\s*Z\b|\b(?:UTC|GMT)(?!\s*[+-]\s*0*[1-9])|\d\s*[+-]00:?00\b)/;
const statedZone =
  /(?:\d\s*[+-](?!00:?00)\d{2}:?\d{2}\b|(?:UTC|GMT)\s*[+-]\s*0*[1-9]|\b(?:[ECMP][SD]?T|AK[SD]T|HST|A[SD]T|N[SD]T|BST|CES?T|EES?T|MSK|IST|JST|KST|AE[SD]?T|SGT|HKT|WIB|SAST|BRT)\b)/;
const clock = /(?<!\d)(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap])?\.?m?\b/i;

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** YYYY-MM-DD, or null for a day that no calendar has. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1000 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function minutesIn(text: string): number | null {
  const found = clock.exec(text);
  if (!found) return null;
  let hour = Number(found[1]);
  const half = found[4]?.toLowerCase();
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  const minutes = hour * 60 + Number(found[2]);
  return minutes < 24 * 60 && Number(found[2]) < 60 ? minutes : null;
}

function zoneIn(text: string): ParsedDate["zone"] {
  if (statedZone.test(text)) return "stated";
  return universalZone.test(text) ? "universal" : "none";
}

interface FoundDay {
  day: string;
  start: number;
  end: number;
}

type Reading = (match: RegExpExecArray, order: DayOrder) => string | null;
const yearFirst: Reading = (match) => dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
const monthNumber = (word: string | undefined): number => monthWords[(word ?? "").toLowerCase()] ?? 0;
const fullYear = (year: string | undefined): number => {
  const value = Number(year);
  return value >= 100 ? value : value + (value < 70 ? 2000 : 1900);
};

const readings: [RegExp, Reading][] = [
  [isoDate, yearFirst],
  [eastAsian, yearFirst],
  [dayFirst, (match) => dayOf(Number(match[3]), monthNumber(match[2]), Number(match[1]))],
  [monthFirst, (match) => dayOf(Number(match[3]), monthNumber(match[1]), Number(match[2]))],
  [slashedYearFirst, yearFirst],
  [
    digits,
    (match, order) => {
      const [, first, mark, second, year] = match;
      const one = Number(first);
      const two = Number(second);
      if (year?.length === 2 && mark === ".") return null;
      if (one > 12 || (mark === "." && two <= 12)) return dayOf(fullYear(year), two, one);
      if (two > 12 || one === two) return dayOf(fullYear(year), one, two);
      if (order === "unknown") return null;
      return order === "month-first" ? dayOf(fullYear(year), one, two) : dayOf(fullYear(year), two, one);
    },
  ],
];

/** A cheap look first: most lines hold no date. */
const hasYear = /\d{4}|\d[./-]\d{1,2}[./-]\d\d/;

/** The first full date in a text written for readers, whatever its form; null where there is none. */
export function findDay(text: string, order: DayOrder): FoundDay | null {
  let best: FoundDay | null = null;
  if (!hasYear.test(text)) return null;
  for (const [pattern, reading] of readings) {
    // A number beside a word that is no month hides no date further on.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (best && match.index >= best.start) break;
      const day = reading(match, order);
      if (!day) continue;
      best = { day, start: match.index, end: match.index + match[0].length };
      break;
    }
  }
  return best;
}

/** A date from text written for readers, with the time and zone that stand beside it. */
export function parseVisibleDate(text: string, order: DayOrder): ParsedDate | null {
  const found = findDay(text, order);
  if (!found) return null;
  const near = text.slice(Math.max(0, found.start - 30), found.end + 40);
  const beside = near.replace(text.slice(found.start, found.end), (whole) => (/\d:\d\d/.test(whole) ? whole : " , "));
  return { day: found.day, zone: zoneIn(beside), minutes: minutesIn(beside) };
}

function fromEpoch(milliseconds: number): ParsedDate | null {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return null;
  const iso = date.toISOString();
  return { day: iso.slice(0, 10), zone: "universal", minutes: date.getUTCHours() * 60 + date.getUTCMinutes() };
}

/** A date from a value written for machines (JSON-LD, meta, `datetime`), which is often not the form it should be. */
export function parseMachineDate(value: string, order: DayOrder = "unknown"): ParsedDate | null {
  const text = value.trim().replace(/^\\?["']|\\?["']$/g, "");
  if (text.length < 6 || text.length > 120) return null;
  if (/^\d{10}$/.test(text)) return fromEpoch(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return fromEpoch(Number(text));
  const tight = compact.exec(text);
  if (tight !== null) {
    const day = dayOf(Number(tight[1]), Number(tight[2]), Number(tight[3]));
    const minutes = tight[4] === undefined ? null : Number(tight[4]) * 60 + Number(tight[5]);
    return day === null ? null : { day, zone: tight[7] ? "universal" : "none", minutes };
  }
  // Nearly all values are ISO: they need none of the larger expressions, which are dear to compile on a cold page.
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+)(.*))?$/i.exec(text);
  if (iso) {
    const day = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return day === null ? null : { day, ...isoClock(iso[4] ?? "") };
  }
  const found = findDay(text, order);
  if (!found) return null;
  const rest = `${text.slice(0, found.start)} ${text.slice(found.end)} ${monthClock(text)}`;
  return { day: found.day, zone: zoneIn(rest), minutes: minutesIn(rest) };
}

function isoClock(rest: string): Pick<ParsedDate, "zone" | "minutes"> {
  const match = /^(\d{1,2}):?(\d{2})(?::?\d{2})?(?:[.,]\d+)?\s*(.*)$/.exec(rest);
  if (!match) return { zone: "none", minutes: null };
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  const zone = (match[3] ?? "").trim();
  if (/[ap]m/i.test(zone)) return { zone: zoneIn(rest), minutes: minutesIn(rest) };
  const universal = /^(?:z|utc|gmt|[+-]00:?(?:00)?)$/i.test(zone);
  return {
    minutes: minutes < 24 * 60 ? minutes : null,
    zone: zone === "" ? "none" : universal ? "universal" : "stated",
  };
}

/** The clock time inside a date such as "Tue Nov 19 10:20:00 EST 2019", where it stands before the year. */
function monthClock(text: string): string {
  return /\d{1,2}:\d{2}(?::\d{2})?\s*(?:[A-Z]{2,4})?/.exec(text)?.[0] ?? "";
}

/** The day or month in an address: /2019/07/15/, /2019-07-15-, /2019/jul/15/, /20190715/, or /2019/07/ alone. */
export function dateInAddress(address: string): string | null {
  let path: string;
  try {
    path = new URL(address, "https://none.invalid/").pathname.toLowerCase();
  } catch {
    return null;
  }
  const slashed = /(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/.exec(path);
  if (slashed) {
    const day = dayOf(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
    if (day) return day;
  }
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?=[/_.-]|$)/.exec(path);
  if (named) {
    const day = dayOf(Number(named[1]), monthNumber(named[2]), Number(named[3]));
    if (day) return day;
  }
  const short = /\/(\d{2})\/(\d{2})\/(\d{2})(?=[/_.-]|$)/.exec(path);
  if (short && Number(short[1]) < 70) {
    const day = dayOf(2000 + Number(short[1]), Number(short[2]), Number(short[3]));
    if (day) return day;
  }
  for (const run of path.matchAll(/(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/g)) {
    const day = dayOf(Number(run[1]), Number(run[2]), Number(run[3]));
    if (day) return day;
  }
  const month = /\/((?:19|20)\d{2})\/(\d{2})(?=\/|$)/.exec(path);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return `${month[1]}-${month[2]}`;
  return null;
}
