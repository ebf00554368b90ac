/** Weighs what speaks for and against a person: title, terms of office, place, politics near, namesakes, rivals of one surname. */
import { isCurrent, ofPlace, otherPerson } from "./beside-people";
import type { FoldedText } from "./fold";
import { evidence, type Knowledge, sum } from "./knowledge";
import type { Bearer } from "./people";
import type { Person } from "./read-index";
import type { Evidence } from "./types";

export interface PersonVerdict {
  accepted: boolean;
  person: Person | null;
  evidence: Evidence[];
}

/** Who bears a surname in this text, in order of place. */
export interface Bearing {
  at: number;
  /** null: somebody who is not an official of ours. */
  person: Person | null;
  given: string;
  title: string;
}

function placeSupport(known: Knowledge, person: Person, at: number): number {
  let best = 0;
  for (const span of person.spans) {
    if (span.place >= 0 && known.places.names(span.place)) best = Math.max(best, 1.5);
    if (span.state) best = Math.max(best, known.places.support(span.state, at) * (span.place >= 0 ? 0.8 : 0.7));
  }
  return best;
}

/** The only one left, or null. */
function single(persons: Person[]): Person | null {
  return persons.length === 1 ? (persons[0] ?? null) : null;
}

/** Persons of a surname who held an office of the title at the time; wider where nothing fits. */
export function holders(known: Knowledge, bearer: Bearer): Person[] {
  if (!bearer.offices) return bearer.persons;
  const byOffice = bearer.persons.filter((person) => person.spans.some((span) => bearer.offices.includes(span.office)));
  const byDate = byOffice.filter((person) =>
    person.spans.some((span) => bearer.offices.includes(span.office) && isCurrent(span, known.month, bearer.isFormer)),
  );
  return Number.isNaN(known.month) ? byOffice : byDate;
}

function choose(known: Knowledge, persons: Person[], at: number, found: Evidence[]): Person | null {
  if (persons.length <= 1) return single(persons);
  const ranked = persons
    .map((person) => ({ person, support: placeSupport(known, person, at) }))
    .sort((a, b) => b.support - a.support);
  const [best, next] = ranked;
  if (best && best.support >= 0.4 && best.support - (next?.support ?? 0) > 0.15) {
    found.push(evidence("place-of-office", 0.5));
    return best.person;
  }
  if (known.topic.score(at).value >= 0.5) {
    const lead = single(persons.filter((person) => known.index.words("lead").has(person.id)));
    if (lead) {
      found.push(evidence("best-known", 0.3));
      return lead;
    }
  }
  return null;
}

function surroundings(
  known: Knowledge,
  text: FoldedText,
  start: number,
  end: number,
  at: number,
  isCommon: boolean,
  title = "",
): Evidence[] {
  const g = known.index.raw.g;
  const found: Evidence[] = [];
  const politics = known.cues.around(text.lower, start, end, known.cues.list("politics"));
  const isTitleAlone = politics.words.length > 0 && politics.words.every((word) => title.includes(word));
  if (politics.weight > 0 && !isTitleAlone)
    found.push(
      evidence(
        "politics-near",
        Math.min(politics.weight * (g.politics ?? 0), g.politicsCap ?? 1),
        politics.words.join(", "),
      ),
    );
  const topic = known.topic.score(at);
  if (topic.value >= 0.8) found.push(evidence("topic", g.topicPerson ?? 0.5, topic.words.join(", ")));
  const others = known.cues.around(text.lower, start, end, known.cues.list("sport music science"));
  if (others.weight > 0) {
    const each = isCommon ? (g.namesake ?? 0.8) : (g.namesakeUncommon ?? 0.25);
    found.push(
      evidence(
        "namesake",
        -Math.min(others.weight * each, (g.namesakeCap ?? 2) * (isCommon ? 1 : 0.3)),
        others.words.join(", "),
      ),
    );
  }
  if (/^,? \(?[DRI]-/.test(text.plain.slice(end, end + 5))) found.push(evidence("party-tag", g.partyTag ?? 1));
  return found;
}

export function judgeFull(
  known: Knowledge,
  text: FoldedText,
  offset: number,
  bearer: Bearer,
  bearings: Bearing[],
): PersonVerdict {
  const g = known.index.raw.g;
  const at = offset + bearer.start;
  const found: Evidence[] = [];
  let persons = bearer.persons;
  if (persons.length > 1 && bearer.offices) {
    const titled = holders(known, bearer);
    if (titled.length) persons = titled;
  }
  if (persons.length > 1 && !Number.isNaN(known.month)) {
    const current = persons.filter((person) => person.spans.some((span) => isCurrent(span, known.month, false)));
    if (current.length) persons = current;
  }
  const person = choose(known, persons, at, found);
  if (!person) return { accepted: false, person: persons[0] ?? null, evidence: [evidence("several-people", -1)] };
  found.push(evidence("full-name", person.common ? (g.fullNameCommon ?? 0) : (g.fullName ?? 1)));
  if (bearings.some((bearing) => bearing.person === person)) found.push(evidence("introduced", 1));
  const holds = bearer.offices !== "" && person.spans.some((span) => bearer.offices.includes(span.office));
  if (person.common && !Number.isNaN(known.month) && person.spans.some((span) => isCurrent(span, known.month, false)))
    found.push(evidence("in-office", g.inOffice ?? 0.15));
  if (holds) found.push(evidence("title-in-front", g.title ?? 1.5, bearer.title));
  else if (bearer.offices === "!") found.push(evidence("other-title", -1.5, bearer.title));
  const around = surroundings(known, text, bearer.start, bearer.hit.end, at, person.common);
  const isPolitical = around.some(({ code, weight }) => code === "politics-near" && weight > (g.politics ?? 0) * 1.5);
  const other = otherPerson(known, text, bearer.start, bearer.hit.end);
  if (!holds && (!isPolitical || other < -2) && other < 0) found.push(evidence("bystander", other));
  // A governor who lights a tree stands among singers, and is the governor all the same.
  if (holds) for (const item of around) item.weight = Math.max(item.weight, g.namesakeOfHolder ?? -1.5);
  found.push(...around);
  if (person.common && placeSupport(known, person, at) >= 0.7)
    found.push(evidence("place-of-office", g.placeOfOffice ?? 0.6));
  return { accepted: sum(found) >= (g.personThreshold ?? 0.6), person, evidence: found };
}

export function judgeTitled(
  known: Knowledge,
  text: FoldedText,
  offset: number,
  bearer: Bearer,
  bearings: Bearing[],
): PersonVerdict {
  const g = known.index.raw.g;
  const at = offset + bearer.start;
  const found: Evidence[] = [evidence("title-in-front", g.title ?? 1.5, bearer.title)];
  const rival = bearings.find(
    (bearing) => bearing.person === null && bearing.title !== "" && bearing.title === bearer.title,
  );
  const persons = holders(known, bearer);
  const here = single(ofPlace(known, text, bearer.hit.end, persons));
  if (here) return { accepted: true, person: here, evidence: [...found, evidence("place-of-office", 0.5)] };
  const introduced = single(
    [...new Set(bearings.flatMap((bearing) => (bearing.person ? [bearing.person] : [])))].filter((person) =>
      persons.includes(person),
    ),
  );
  if (introduced && !rival) {
    found.push(evidence("introduced", 1));
    return { accepted: true, person: introduced, evidence: found };
  }
  if (rival)
    return {
      accepted: false,
      person: bearer.persons[0] ?? null,
      evidence: [evidence("somebody-else", -2, rival.given)],
    };
  if (persons.length === 0) {
    const before = bearings.filter((bearing) => bearing.at < at);
    const last = before[before.length - 1];
    if (last?.person && (bearer.offices === "" || /[QEUZ]/.test(bearer.offices)))
      return { accepted: true, person: last.person, evidence: [evidence("introduced", 1)] };
    return {
      accepted: false,
      person: bearer.persons[0] ?? null,
      evidence: [evidence("no-such-holder", -2, bearer.title)],
    };
  }
  const person = choose(known, persons, at, found);
  if (!person) return { accepted: false, person: persons[0] ?? null, evidence: [evidence("several-people", -1)] };
  const elsewhere = /^,? (?:of|de) ([A-Z][A-Za-z]+)/.exec(text.plain.slice(bearer.hit.end, bearer.hit.end + 30))?.[1];
  if (person.surnameCommon && elsewhere && known.index.names(elsewhere.toLowerCase()) === undefined)
    return { accepted: false, person, evidence: [evidence("elsewhere", -2, elsewhere)] };
  const isExhaustive = [...bearer.offices].some((office) => (known.index.raw.w.exhaustive ?? "").includes(office));
  const support = placeSupport(known, person, at);
  if (support >= 0.4) found.push(evidence("place-of-office", 0.5));
  const namesBody = /\b(?:ice|cbp|uscis|dhs|eoir|homeland|border|migratori|aduanas|lapd|nypd)\b/.test(
    text.lower.slice(Math.max(0, bearer.start - 40), bearer.start),
  );
  const isLead = known.index.words("lead").has(person.id);
  if (
    person.surnameCommon &&
    !isExhaustive &&
    !namesBody &&
    support < 0.4 &&
    !(isLead && known.topic.score(at).value >= 0.5)
  )
    found.push(evidence("common-name", -2));
  if (person.surnameCommon && isExhaustive) {
    const around = surroundings(known, text, bearer.start, bearer.hit.end, at, true, bearer.title);
    found.push(...around.filter((item) => item.weight < 0));
    if (!around.some((item) => item.weight > 0) && support < 0.4) found.push(evidence("common-name", -1.5));
  }
  return { accepted: sum(found) >= (g.personThreshold ?? 0.6), person, evidence: found };
}

/** A surname by itself: the last bearer named in full before it, or the only one named after it. */
export function judgeAlone(
  known: Knowledge,
  text: FoldedText,
  offset: number,
  bearer: Bearer,
  bearings: Bearing[],
): PersonVerdict {
  const at = offset + bearer.start;
  const here = single(ofPlace(known, text, bearer.hit.end, bearer.persons));
  if (here) return { accepted: true, person: here, evidence: [evidence("place-of-office", 0.5)] };
  const before = bearings.filter((bearing) => bearing.at < at);
  const last = before[before.length - 1];
  const refuse = (code: string, detail?: string): PersonVerdict => ({
    accepted: false,
    person: bearer.persons[0] ?? null,
    evidence: [evidence(code, -2, detail)],
  });
  if (last?.person) {
    const givenLike = bearer.persons.includes(last.person);
    if (givenLike) return { accepted: true, person: last.person, evidence: [evidence("introduced", 1.5)] };
  }
  const standing = single(bearer.persons.filter((person) => person.alone !== "never"));
  if (last && !last.person && !(standing?.alone === "always" && at - last.at > 300))
    return refuse("somebody-else", last.given);
  const later = [...new Set(bearings.map((bearing) => bearing.person))];
  if (!last && later[0] && later.slice(1).every((other) => other === null))
    return { accepted: true, person: later[0], evidence: [evidence("named-below", 1.2)] };
  if (standing) {
    const topic = known.topic.score(at);
    const politics = known.cues.around(text.lower, bearer.start, bearer.hit.end, known.cues.list("politics"));
    if (standing.alone === "always" || topic.value >= 0.5 || politics.weight >= 1)
      return {
        accepted: true,
        person: standing,
        evidence: [
          evidence("well-known", 0.8),
          ...(topic.value > 0 ? [evidence("topic", 0.5, topic.words.join(", "))] : []),
        ],
      };
  }
  return refuse("not-introduced");
}
