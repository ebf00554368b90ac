/** Build time: persons as a surname table; titles and initials are rules, so no form of a name is stored twice. */
import { idWords, isCongress, LINE_END, OFFICE_LETTERS, YEARS } from "./compact";
import { foldString } from "./fold";
import type { LanguageData } from "./language-data";
import type { NameSource } from "./names-index";

export const PARTICLES = /^(?:(?:de|del|da|di|la|van|von|der|den|du) )+/i;

/** Months since January 1990, two digits of base 36; "--" where unknown or open. */
function month(date: string | null | undefined, isEnd: boolean): string {
  if (!date) return "--";
  const [year, part] = date.split("-");
  const inYear = part === undefined ? (isEnd ? 11 : 0) : Number(part) - 1;
  const months = (Number(year) - 1990) * 12 + inYear;
  return Math.max(0, months).toString(36).padStart(2, "0");
}

interface HeldSpan {
  office: string;
  place: string;
  start: string;
  end: string;
}
const head = (span: HeldSpan): string => span.office + span.place;
const numeric = (month: string): number => (month === "--" ? 0 : parseInt(month, 36));

/** Terms of Congress begin and end with years: one digit of `YEARS`, "-" where open. */
const year = (month: string): string => (month === "--" ? "-" : YEARS.charAt(Math.floor((numeric(month) + 1) / 12)));

function memberships(source: NameSource, numberOf: Map<string, number>, stateOf: Map<string, string>): string {
  const spans: HeldSpan[] = (source.held ?? []).map((held) => {
    const state = held.state ?? stateOf.get(held.organization);
    const known = numberOf.get(held.organization);
    const isChamber = /^us-(house|senate)/.test(held.organization);
    const place = isChamber ? (state ?? "") : known === undefined ? (state ?? "") : known.toString(36);
    return {
      office: OFFICE_LETTERS[held.office] ?? "Z",
      place,
      start: month(held.start, false),
      end: month(held.end, true),
    };
  });
  spans.sort((a, b) => (head(a) === head(b) ? numeric(a.start) - numeric(b.start) : head(a) < head(b) ? -1 : 1));
  const merged: HeldSpan[] = [];
  for (const span of spans) {
    const last = merged[merged.length - 1];
    const touches =
      last !== undefined &&
      head(last) === head(span) &&
      (last.end === "--" || span.start === "--" || numeric(span.start) - numeric(last.end) <= 2);
    if (!touches) merged.push({ ...span });
    else if (last.end !== "--") last.end = span.end;
  }
  const isWithin = (span: HeldSpan, other: HeldSpan): boolean =>
    other.office === span.office &&
    other.place !== "" &&
    (other.start === "--" || numeric(other.start) <= numeric(span.start)) &&
    (other.end === "--" || (span.end !== "--" && numeric(span.end) <= numeric(other.end)));
  return merged
    .filter((span) => span.place !== "" || !merged.some((other) => isWithin(span, other)))
    .map((span) =>
      isCongress(span.office)
        ? `${span.office}${year(span.start)}${year(span.end)}${span.place}`
        : `${span.office}${span.start}${span.end}${span.place}`,
    )
    .join(" ");
}

function normalizeGiven(given: string): string {
  return foldString(given)
    .replace(/["“”().,]/g, "")
    .toLowerCase()
    .replace(/\b([a-z]) (?=[a-z]\b)/g, "$1")
    .trim();
}

const SUFFIX = /,? (?:Jr\.?|Sr\.?|I{2,3}|IV)$/;

interface SplitName {
  given: string;
  surname: string;
}

function splitName(text: string, surname: string): SplitName | null {
  const plain = text.replace(SUFFIX, "");
  const bare = surname.replace(SUFFIX, "");
  if (plain.endsWith(` ${bare}`)) return { given: plain.slice(0, -bare.length - 1), surname: bare };
  const foldedBare = foldString(bare);
  if (foldString(plain).endsWith(` ${foldedBare}`)) return { given: plain.slice(0, -bare.length - 1), surname: bare };
  const last = plain.lastIndexOf(" ");
  return last < 0 ? null : { given: plain.slice(0, last), surname: plain.slice(last + 1) };
}

/** Drops given names that rules find anyway: with initials left out, and nicknames of another one. */
function thrifty(givens: string[], language: LanguageData): string[] {
  const reduce = (given: string): string => {
    const [first = "", ...rest] = given.split(" ");
    return [first, ...rest.filter((word) => word.length > 1)].join(" ");
  };
  const related = (a: string, b: string): boolean =>
    (language.names.nicknames[a] ?? []).includes(b) || (language.names.nicknames[b] ?? []).includes(a);
  const kept: string[] = [];
  for (const given of givens.map(reduce))
    if (!kept.some((other) => other === given || related(other, given))) kept.push(given);
  return kept;
}

/**
 * First word of each surname → lines `givens|flags|spans|id|rest|particle`, trailing empty fields left out.
 * A person of two surnames has two lines with the same id.
 */
export function compilePeople(
  people: NameSource[],
  numberOf: Map<string, number>,
  stateOf: Map<string, string>,
  language: LanguageData,
): Record<string, string> {
  const commonGiven = new Set(language.names.commonGiven);
  const commonSurnames = new Set(language.names.commonSurnames);
  const bearers = new Map<string, number>();
  const foldedSurname = (person: NameSource): string =>
    foldString(person.surname ?? "")
      .replace(SUFFIX, "")
      .toLowerCase();
  for (const person of people) bearers.set(foldedSurname(person), (bearers.get(foldedSurname(person)) ?? 0) + 1);
  const table = new Map<string, { rest: string; line: string }[]>();
  for (const person of people) {
    const { givens, alone } = formsOf(person);
    const surname = foldedSurname(person);
    const count = bearers.get(surname) ?? 0;
    const firstGiven = [...(givens.values().next().value ?? [])][0] ?? "";
    const isCommonSurname = commonSurnames.has(surname) || count > 2;
    const common = commonGiven.has(firstGiven.split(" ")[0] ?? "") && isCommonSurname;
    const flags = `${alone || ""}${common ? "c" : ""}${isCommonSurname || count > 1 ? "s" : ""}`;
    const all = thrifty([...new Set([...givens.values()].flatMap((set) => [...set]))], language);
    const isPlain =
      idWords(`${all[0] ?? ""} ${surname}`) === person.id && givens.size === 1 && /^[a-z]+$/.test(surname);
    for (const form of givens.keys()) {
      const written = foldString(form);
      const particle = /^[a-z]/.test(written) ? (PARTICLES.exec(written)?.[0] ?? "") : "";
      const body = written.slice(particle.length);
      const first = /^[A-Za-z]+(?:'[A-Za-z]+)?/.exec(body)?.[0];
      if (first === undefined) continue;
      const rest = body.slice(first.length);
      const fields = [
        all.join(","),
        flags,
        memberships(person, numberOf, stateOf),
        isPlain ? "" : person.id,
        rest,
        particle,
      ];
      const line = fields.join("|").replace(/\|+$/, "");
      table.set(first.toLowerCase(), [...(table.get(first.toLowerCase()) ?? []), { rest, line }]);
    }
  }
  const surnames: Record<string, string> = {};
  for (const key of [...table.keys()].sort())
    surnames[key] = (table.get(key) ?? [])
      .sort((a, b) => b.rest.length - a.rest.length)
      .map((entry) => entry.line)
      .join(LINE_END);
  return surnames;
}

/** Given names by surname form, and whether the surname may stand alone: 0 never, 1 on topic, 2 always. */
function formsOf(person: NameSource): { givens: Map<string, Set<string>>; alone: number } {
  const surname = (person.surname ?? "").replace(SUFFIX, "");
  const givens = new Map<string, Set<string>>();
  const note = (name: SplitName): void => {
    const set = givens.get(name.surname) ?? new Set<string>();
    const given = normalizeGiven(name.given.replace(/[“"][^”"]*[”"] ?/g, ""));
    const nickname = /[“"]([^”"]+)[”"]/.exec(name.given)?.[1];
    if (given) set.add(given);
    if (nickname) set.add(normalizeGiven(nickname));
    givens.set(name.surname, set);
  };
  if (person.given) note({ given: person.given, surname });
  let alone = 0;
  for (const name of person.names) {
    if (name.match?.never) continue;
    if (name.kind === "surname") {
      if (name.match?.neverAlone) continue;
      alone = Math.max(alone, name.match?.context === "topic" ? 1 : name.match?.context === "none" ? 2 : 0);
      continue;
    }
    const split = splitName(name.text, surname);
    if (split?.given) note(split);
  }
  return { givens, alone };
}
