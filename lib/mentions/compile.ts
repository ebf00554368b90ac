/**
 * Build time only: names of all entities and the language data → the names index, one JSON string.
 * In: NameSource[] from `lib/dataset`, `data/language/*.json`. Out: what `createFinder` reads.
 * May not be imported by the page's code.
 */
import {
  CONTEXT_CODES,
  type CompactIndex,
  FIELD_END,
  INDEX_VERSION,
  idWords,
  KIND_LETTERS,
  LINE_END,
  OFFICE_LETTERS,
  pack,
} from "./compact";
import { bareName, lookupForms, wordPattern } from "./compile-forms";
import { compilePeople } from "./compile-people";
import { foldString } from "./fold";
import type { LanguageData } from "./language-data";
import type { NameSource } from "./names-index";

type Name = NameSource["names"][number];

/** Entities that are never looked for by name: posts are shown on the cards of places and persons. */
const UNSOUGHT = new Set(["post"]);

/** A plural that the rule for terms finds anyway, or a longer form that goes on after a shorter one of the same entity. */
function isSpare(source: NameSource, name: Name, rule: string, ruleFor: (other: Name) => string): boolean {
  if (source.kind === "jurisdiction") return false;
  const text = foldString(name.text).toLowerCase();
  return source.names.some((other) => {
    if (other === name || other.match?.never || ruleFor(other) !== rule) return false;
    const short = foldString(other.text).toLowerCase();
    if (short.length < 6 || short.length >= text.length || /^[A-Z.]+$/.test(other.text)) return false;
    return text.startsWith(`${short} `) || (rule.split(";")[1]?.includes("p") === true && text === `${short}s`);
  });
}

/** "U.S. Border Patrol" is found as "Border Patrol", by that name's own rule. */
function isFoundBare(source: NameSource, name: Name): boolean {
  const bare = bareName(name.text);
  return (
    bare !== foldString(name.text) &&
    source.names.some((other) => foldString(other.text) === bare && !other.match?.never)
  );
}

/** "Condado de Cook" follows by rule from "Cook County". */
function isDerived(source: NameSource, name: Name): boolean {
  const base = /^Condado de (.+)$/.exec(name.text)?.[1];
  return base !== undefined && source.names.some((other) => other.text === `${base} County` && !other.match?.never);
}

/** A place of one name whose id is that name and its state: the reader of the index makes the id. */
function hasIdFromName(source: NameSource, forms: string[]): boolean {
  const [only] = forms;
  if (source.kind !== "jurisdiction" || source.level === "state" || forms.length !== 1 || only === undefined)
    return false;
  return `${idWords(only)}-${(source.state ?? "").toLowerCase()}` === source.id;
}

function stateOfSource(source: NameSource): string {
  return source.state ?? "--";
}

function ruleOf(source: NameSource, name: Name, setLetters: Map<string, string[]>): string {
  const match = name.match ?? {};
  const byKind = source.kind === "jurisdiction" ? "topic" : "none";
  const context = CONTEXT_CODES[match.context ?? byKind];
  const isWordy = /^[a-z]/.test(name.text) || source.kind === "term";
  const flags = `${isWordy ? "p" : ""}${name.kind === "acronym" ? "a" : ""}${match.neverAlone ? "n" : ""}`;
  const cues = (list: string[] | undefined): string => {
    const sets = (list ?? []).flatMap((cue) => setLetters.get(cue) ?? []);
    const words = (list ?? []).filter((cue) => !setLetters.has(cue)).map((word) => foldString(word).toLowerCase());
    return words.length ? `${sets.join("")}=${words.join(",")}` : sets.join("");
  };
  return [context, flags, cues(match.needs), cues(match.forbids), name.from ?? "", name.to ?? ""].join(";");
}

function titleTable(language: LanguageData): string {
  const byTitle = new Map<string, Set<string>>();
  const add = (title: string, letters: string): void => {
    const key = foldString(title).toLowerCase().replaceAll(".", "");
    const set = byTitle.get(key) ?? new Set<string>();
    for (const letter of letters) set.add(letter);
    byTitle.set(key, set);
  };
  for (const family of language.titles.families) {
    const letters = family.office.map((office) => OFFICE_LETTERS[office] ?? "Z").join("");
    for (const title of [...family.en, ...family.es]) add(title, letters);
  }
  for (const title of language.titles.neutral) add(title, "?");
  for (const title of language.titles.foreign) if (!byTitle.has(foldString(title))) add(title, "!");
  const byLetters = new Map<string, string[]>();
  for (const [title, letters] of byTitle) {
    const key = [...letters].sort().join("");
    byLetters.set(key, [...(byLetters.get(key) ?? []), title]);
  }
  return [...byLetters].map(([letters, titles]) => `${letters}:${titles.join(",")}`).join(";");
}

/** Cues without those that an open one (`agent*`) finds anyway; in order, which packs better. */
function thrifty(list: string[]): string[] {
  const words = [...new Set(list.map((word) => foldString(word).toLowerCase()))].sort();
  const open = words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
  return words.filter((word) => {
    const stem = word.endsWith("*") ? word.slice(0, -1) : word;
    return word.includes(" ") || !open.some((other) => stem.startsWith(other) && `${other}*` !== word);
  });
}

/** Every cue once, with the letters of the sets it stands in: `near|beside|words`, words of the same sets joined by commas. */
function cueTable(language: LanguageData): string[] {
  const near = new Map<string, string>();
  const beside = new Map<string, string>();
  for (const [position, set] of Object.values(language.cues.sets).entries()) {
    const letter = String.fromCharCode(97 + position);
    for (const word of thrifty(set.near ?? [])) near.set(word, (near.get(word) ?? "") + letter);
    for (const word of thrifty(set.adjacent ?? [])) beside.set(word, (beside.get(word) ?? "") + letter);
  }
  const bySets = new Map<string, string[]>();
  for (const word of [...new Set([...near.keys(), ...beside.keys()])].sort()) {
    const sets = `${near.get(word) ?? ""}|${beside.get(word) ?? ""}`;
    bySets.set(sets, [...(bySets.get(sets) ?? []), word]);
  }
  return [...bySets].map(([sets, words]) => `${sets}|${words.join(",")}`).sort();
}

/** Given names with a nickname are known as such from the table of nicknames. */
function isNicknamed(name: string, nicknames: Record<string, string[]>): boolean {
  return Object.entries(nicknames).some(([long, short]) => long === name || short.includes(name));
}

function wordLists(language: LanguageData): Record<string, string> {
  const { names, titles } = language;
  const list = (words: string[]): string =>
    [...new Set(words.map((word) => foldString(word).toLowerCase()))].sort().join(",");
  return {
    institutions: list(names.institutions),
    teams: list(names.teams),
    wholes: list(names.wholes),
    directions: list(names.directions),
    sentence: list(names.sentenceWords),
    given: list(names.commonGiven.slice(0, 170).filter((name) => !isNicknamed(name, names.nicknames))),
    former: list(titles.former),
    exhaustive: titles.exhaustive.map((office) => OFFICE_LETTERS[office] ?? "").join(""),
    nicknames: Object.entries(names.nicknames)
      .map(([name, short]) => `${name}:${short.join("/")}`)
      .join(","),
    states: Object.entries(names.states)
      .map(([code, words]) => `${code}:${words.map((word) => foldString(word)).join("/")}`)
      .join(","),
    lead: names.lead.join(","),
  };
}

export function compileNamesIndex(sources: NameSource[], language: LanguageData): string {
  const sought = sources.filter((source) => !UNSOUGHT.has(source.kind));
  const people = sought.filter((source) => source.kind === "person").sort((a, b) => (a.id < b.id ? -1 : 1));
  const others = sought
    .filter((source) => source.kind !== "person")
    .sort((a, b) => (a.kind + (a.state ?? "") + a.id < b.kind + (b.state ?? "") + b.id ? -1 : 1));
  const numberOf = new Map(others.map((source, index) => [source.id, index]));
  const stateOf = new Map(others.map((source) => [source.id, source.state ?? ""]));
  const setIds = Object.keys(language.cues.sets);
  const letterOf = (id: string): string => String.fromCharCode(97 + setIds.indexOf(id));
  const setLetters = new Map(setIds.map((id) => [id, [id, ...(language.cues.sets[id]?.includes ?? [])].map(letterOf)]));
  const rules = new Map<string, number>();
  const formsOf = new Map<number, string[]>();
  const table = new Map<string, Map<string, number[]>>();
  for (const [number, source] of others.entries()) {
    for (const name of source.names) {
      if (name.match?.never || isDerived(source, name) || isFoundBare(source, name)) continue;
      const rule = ruleOf(source, name, setLetters);
      if (isSpare(source, name, rule, (other) => ruleOf(source, other, setLetters))) continue;
      if (!rules.has(rule)) rules.set(rule, rules.size);
      const anyCase = name.match?.case === "any";
      for (const form of lookupForms(name.text, { anyCase, isAcronym: name.kind === "acronym" })) {
        formsOf.set(number, [...(formsOf.get(number) ?? []), form.key + form.rest]);
        const line = `${form.letters}${form.rest}${FIELD_END}${(rules.get(rule) ?? 0).toString(36)}`;
        const lines = table.get(form.key) ?? new Map<string, number[]>();
        const numbers = lines.get(line) ?? [];
        if (!numbers.includes(number)) lines.set(line, [...numbers, number]);
        table.set(form.key, lines);
      }
    }
  }
  const surnames = compilePeople(people, numberOf, stateOf, language);
  const names: Record<string, string> = {};
  for (const key of [...table.keys()].sort()) {
    const lines = [...(table.get(key) ?? new Map<string, number[]>())].sort(
      (a, b) => b[0].indexOf(FIELD_END) - a[0].indexOf(FIELD_END),
    );
    names[key] = lines
      .map(([line, numbers]) => `${line}${FIELD_END}${numbers.map((value) => value.toString(36)).join(",")}`)
      .join(LINE_END);
  }
  // What is alike stands together: in this order deflate needs 0.4 kB less.
  const index: CompactIndex = {
    g: language.weights.weights,
    f: titleTable(language),
    q: cueTable(language),
    i: setIds.join(","),
    w: wordLists(language),
    r: [...rules.keys()],
    t: [
      language.topic.strong,
      language.topic.medium,
      language.topic.weak,
      language.topic.ours,
      language.topic.abroad,
    ].map(wordPattern),
    e: others
      .map((source, number) => (hasIdFromName(source, formsOf.get(number) ?? []) ? "" : source.id))
      .join(LINE_END),
    n: pack(names),
    p: pack(surnames),
    k: others.map((source) => KIND_LETTERS[source.kind]).join(""),
    s: others.map(stateOfSource).join(""),
    v: INDEX_VERSION,
  };
  return JSON.stringify(index);
}
