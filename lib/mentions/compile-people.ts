/** Build time: persons as a surname table; titles and initials are rules, so no form of a name is stored twice. */
import { OFFICE_LETTERS } from "./compact";
import { foldString } from "./fold";
import type { LanguageData } from "./language-data";
import type { NameSource } from "./names-index";

export const PARTICLES = /^(?:(?:de|del|da|di|la|van|von|der|den|du) )+/i;

/** Months since January 1990, base 36; empty where unknown. */
function month(date: string | null | undefined, isEnd: boolean): string {
  if (!date) return "";
  const [year, part] = date.split("-");
  const inYear = part === undefined ? (isEnd ? 11 : 0) : Number(part) - 1;
  const months = (Number(year) - 1990) * 12 + inYear;
  return Math.max(0, months).toString(36);
}

function memberships(source: NameSource, numberOf: Map<string, number>, stateOf: Map<string, string>): string {
  const spans = (source.held ?? []).map((held) => {
    const state = held.state ?? stateOf.get(held.organization);
    const known = numberOf.get(held.organization);
    const isChamber = /^us-(house|senate)/.test(held.organization);
    const place = isChamber ? (state ?? "") : known === undefined ? (state ?? "") : known.toString(36);
    return {
      head: `${OFFICE_LETTERS[held.office] ?? "Z"}${place}`,
      start: month(held.start, false),
      end: month(held.end, true),
    };
  });
  spans.sort((a, b) => (a.head === b.head ? parseInt(a.start || "0", 36) - parseInt(b.start || "0", 36) : a.head < b.head ? -1 : 1));
  const merged: typeof spans = [];
  for (const span of spans) {
    const last = merged[merged.length - 1];
    const touches =
      last !== undefined &&
      last.head === span.head &&
      (last.end === "" || span.start === "" || parseInt(span.start, 36) - parseInt(last.end, 36) <= 2);
    if (!touches) merged.push({ ...span });
    else if (last.end !== "") last.end = span.end;
  }
  return merged.map((span) => `${span.head},${span.start},${span.end}`).join(" ");
}

function normalizeGiven(given: string): string {
  return foldString(given)
    .replace(/["“”().,]/g, "")
    .toLowerCase()
    .replace(/\b([a-z]) (?=[a-z]\b)/g, "$1")
    .trim();
}

function slug(text: string): string {
  return foldString(text)
    .toLowerCase()
    .replace(/['".]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
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

export interface PeopleTables {
  surnames: Record<string, string>;
  persons: string;
}

export function compilePeople(
  people: NameSource[],
  numberOf: Map<string, number>,
  stateOf: Map<string, string>,
  language: LanguageData,
): PeopleTables {
  const commonGiven = new Set(language.names.commonGiven);
  const commonSurnames = new Set(language.names.commonSurnames);
  const bearers = new Map<string, Set<string>>();
  for (const person of people) {
    const key = foldString(person.surname ?? "").toLowerCase();
    bearers.set(key, (bearers.get(key) ?? new Set()).add(person.id));
  }
  const table = new Map<string, Map<string, number[]>>();
  const lines: string[] = [];
  people.forEach((person, index) => {
    const surname = (person.surname ?? "").replace(SUFFIX, "");
    const givens = new Map<string, Set<string>>();
    const note = (name: SplitName): void => {
      const given = normalizeGiven(name.given.replace(/[“"][^”"]*[”"] ?/g, ""));
      const nickname = /[“"]([^”"]+)[”"]/.exec(name.given)?.[1];
      const set = givens.get(name.surname) ?? new Set<string>();
      if (given) set.add(given);
      if (nickname) set.add(normalizeGiven(nickname));
      givens.set(name.surname, set);
    };
    if (person.given) note({ given: person.given, surname });
    let alone = 0;
    for (const name of person.names) {
      if (name.match?.never) continue;
      if (name.kind === "surname") {
        if (!name.match?.neverAlone) alone = Math.max(alone, name.match?.context === "topic" ? 1 : name.match?.context === "none" ? 2 : 0);
        continue;
      }
      const split = splitName(name.text, surname);
      if (split?.given) note(split);
    }
    const firstGiven = [...(givens.get(surname) ?? [])][0] ?? "";
    const foldedSurname = foldString(surname).toLowerCase();
    const common =
      commonGiven.has(firstGiven.split(" ")[0] ?? "") &&
      (commonSurnames.has(foldedSurname) || (bearers.get(foldedSurname)?.size ?? 0) > 2);
    const surnameCommon = commonSurnames.has(foldedSurname) || (bearers.get(foldedSurname)?.size ?? 0) > 1;
    for (const [form] of givens) {
      const written = foldString(form);
      const particle = PARTICLES.exec(written)?.[0] ?? "";
      const isLowerParticle = /^[a-z]/.test(particle);
      const body = isLowerParticle ? written.slice(particle.length) : written;
      const first = /^[A-Za-z]+(?:'[A-Za-z]+)?/.exec(body)?.[0];
      if (first === undefined) continue;
      const key = first.toLowerCase();
      const rest = `${body.slice(first.length)}${isLowerParticle ? `~${particle}` : ""}`;
      const rests = table.get(key) ?? new Map<string, number[]>();
      rests.set(rest, [...(rests.get(rest) ?? []), index]);
      table.set(key, rests);
    }
    const allGivens = [...new Set([...givens.values()].flatMap((set) => [...set]))];
    const derived = slug(`${firstGiven} ${surname}`);
    const isPlain = derived === person.id && givens.size === 1 && /^[a-z]+$/.test(foldedSurname);
    const flags = `${alone}${common ? "c" : ""}${surnameCommon ? "s" : ""}`;
    lines.push(
      [allGivens.join(","), flags, memberships(person, numberOf, stateOf), isPlain ? "" : person.id].join("|"),
    );
  });
  const surnames: Record<string, string> = {};
  for (const key of [...table.keys()].sort()) {
    const rests = [...(table.get(key) ?? new Map<string, number[]>())].sort((a, b) => b[0].length - a[0].length);
    surnames[key] = rests.map(([rest, numbers]) => `${rest}\t${numbers.map((value) => value.toString(36)).join(",")}`).join("\n");
  }
  return { surnames, persons: lines.join("\n") };
}
