/** Run time: the compact index, parsed on first use; its parts are unpacked only when first asked for. */
import type { EntityKind } from "../dataset/records";
import {
  type CompactIndex,
  FIELD_END,
  idWords,
  isCongress,
  KIND_LETTERS,
  LINE_END,
  SMALL_MARK,
  unpack,
  YEARS,
} from "./compact";
import { type SetBits, setBits } from "./cue-sets";
import { WordTables } from "./word-tables";
import { isLower } from "./words";

export interface Rule {
  context: "none" | "topic" | "cue" | "article";
  plural: boolean;
  acronym: boolean;
  neverAlone: boolean;
  needs: CueList;
  forbids: CueList;
  from: string;
  to: string;
}

/** Cue sets by letter, and literal words. */
export interface CueList {
  sets: string;
  words: string[];
  /** The sets again, as bits. */
  bits: SetBits;
}

export interface Span {
  office: string;
  /** Number of a place or organization, or -1. */
  place: number;
  /** Two-letter state, or "". */
  state: string;
  /** Months since January 1990; NaN where unknown or open. */
  start: number;
  end: number;
}

/** What follows the first word of a name, and what it takes for it to count. */
export interface NameForm {
  /** A: first word in capitals; C: begins with a capital; l: any case. */
  letters: string;
  rest: string;
  rule: string;
  numbers: string;
  /** Numbers of the entities, once asked for. */
  entities: number[] | null;
}

/** The names of one first word. */
export interface NameForms {
  all: readonly NameForm[];
  /** By the first letter of their second word, small; those of one word, or that go on without a space, under "". */
  bySecond: ReadonlyMap<string, readonly NameForm[]>;
}

const NO_FORMS: NameForms = { all: [], bySecond: new Map() };

function nameForms(lines: string): NameForms {
  const all = lines.split(LINE_END).map(nameForm);
  const bySecond = new Map<string, NameForm[]>();
  for (const form of all) {
    const second = /^ [A-Za-z0-9]/.test(form.rest) ? form.rest.charAt(1).toLowerCase() : "";
    const list = bySecond.get(second);
    if (list) list.push(form);
    else bySecond.set(second, [form]);
  }
  return { all, bySecond };
}

function nameForm(line: string): NameForm {
  const [form = "", rule = "", numbers = ""] = line.split(FIELD_END);
  return { letters: form.charAt(0), rest: form.slice(1), rule, numbers, entities: null };
}

/** One form of a surname: its first word is the key, `rest` follows, a small-letter particle stands in front. */
export interface SurnameForm {
  rest: string;
  particle: string;
  persons: Person[];
}

export interface Person {
  id: string;
  givens: string[];
  /** Whether the surname may stand alone: never, where the topic is right, always. */
  alone: "never" | "topic" | "always";
  /** Given name and surname are both common: a full name needs more evidence. */
  common: boolean;
  surnameCommon: boolean;
  /** Terms of office, read when first asked for. */
  readonly spans: Span[];
}

const KINDS = Object.fromEntries(Object.entries(KIND_LETTERS).map(([kind, letter]) => [letter, kind])) as Record<
  string,
  EntityKind
>;
const CONTEXTS = ["none", "topic", "cue", "article"] as const;

const NONE: string[] = [];

function isSmallWord(word: string): boolean {
  for (let index = 0; index < word.length; index++) if (!isLower(word, index)) return false;
  return word !== "";
}

function cueList(text: string): CueList {
  const [sets = "", words = ""] = text.split("=");
  return { sets, words: words ? words.split(",") : [], bits: setBits(sets) };
}

/** Months from January 1990 to the start of a year; NaN for "-". */
function yearStart(digit: string): number {
  const years = YEARS.indexOf(digit);
  return years < 0 ? Number.NaN : years * 12;
}

export class NamesIndex extends WordTables {
  #ids: string[] | null = null;
  readonly #people = new Map<string, Person>();
  readonly #nameForms = new Map<string, NameForms>();
  readonly #surnameForms = new Map<string, SurnameForm[]>();
  readonly #rules = new Map<string, Rule>();

  constructor(json: string) {
    super(JSON.parse(json) as CompactIndex);
  }

  entityId(number: number): string {
    this.#ids ??= this.raw.e.split(LINE_END);
    return this.#ids[number] ?? "";
  }
  /** Entities of a line of names; `name` makes the id of a place that has no other. */
  entities(numbers: string, name: string): number[] {
    this.#ids ??= this.raw.e.split(LINE_END);
    const list = numbers.split(",").map((value) => parseInt(value, 36));
    for (const number of list)
      if (this.#ids[number] === "") this.#ids[number] = `${idWords(name)}-${this.entityState(number).toLowerCase()}`;
    return list;
  }
  entityKind(number: number): EntityKind {
    return KINDS[this.raw.k.charAt(number)] ?? "term";
  }
  /** Two-letter state of a place, "" where none. */
  entityState(number: number): string {
    const state = this.raw.s.slice(number * 2, number * 2 + 2);
    return state === "--" ? "" : state;
  }

  /** Whether a place is a state, told by its id: the ids of others end in a state's letters. */
  isState(number: number): boolean {
    return (
      !/-[a-z]{2}$/.test(this.entityId(number).replace(/^georgia-us$/, "georgia")) &&
      !/^(?:new-york-city|district-of-columbia)$/.test(this.entityId(number))
    );
  }

  names(firstWord: string): string | undefined {
    return unpack(this.raw.n, firstWord) || undefined;
  }
  surnames(firstWord: string): string | undefined {
    return unpack(this.raw.p, firstWord) || undefined;
  }

  /**
   * Whether a name or a surname can begin with a word (small letters), or with it and an apostrophe ("o" for O'Rourke).
   * Says yes for too many: it is asked of every distinct word of a page.
   */
  mayOpen(word: string): boolean {
    const { n, p } = this.raw;
    if (word.length === 1) return p[`${word}'`] !== undefined || n[word] !== undefined;
    const letters = word.slice(0, 2);
    const opening = word.endsWith("s") ? `{${word.slice(0, -1)}` : `{${word}`;
    return n[letters]?.includes(opening) === true || p[letters]?.includes(opening) === true;
  }

  #smallWords: RegExp | null = null;
  /** Words that a name may begin with in small letters, and their plurals. */
  smallOpenings(): RegExp {
    if (!this.#smallWords) {
      const words = ["condado"];
      // A plain search, shelf by shelf: an expression over all of them at once is many times dearer in cold code.
      const shelves = Object.values(this.raw.n);
      for (let number = 0; number < shelves.length; number++) {
        const shelf = shelves[number] ?? "";
        for (let at = shelf.indexOf(SMALL_MARK); at >= 0; at = shelf.indexOf(SMALL_MARK, at + 1)) {
          const word = shelf.slice(shelf.lastIndexOf("{", at) + 1, at);
          if (isSmallWord(word)) words.push(word);
        }
      }
      this.#smallWords = new RegExp(`\\b(?:${words.join("|")})s?(?![a-z])`, "g");
    }
    return this.#smallWords;
  }

  /** Names that begin with a word, longest first; none where no name does. */
  forms(firstWord: string): NameForms {
    let forms = this.#nameForms.get(firstWord);
    if (forms === undefined) {
      const lines = this.names(firstWord);
      forms = lines === undefined ? NO_FORMS : nameForms(lines);
      this.#nameForms.set(firstWord, forms);
    }
    return forms;
  }

  /** Entities of a name; `firstWord` as it is looked up. */
  entitiesOf(form: NameForm, firstWord: string): number[] {
    form.entities ??= this.entities(form.numbers, firstWord + form.rest);
    return form.entities;
  }

  /** Cues that belong to single names: words, and pairs of words. */
  literalCues(): string[] {
    return this.raw.r.flatMap((rule) => {
      const [, , needs = "", forbids = ""] = rule.includes("=") ? rule.split(";") : NONE;
      return [...cueList(needs).words, ...cueList(forbids).words];
    });
  }

  rule(code: string): Rule {
    let rule = this.#rules.get(code);
    if (!rule) {
      const [context = "0", flags = "", needs = "", forbids = "", from = "", to = ""] = (
        this.raw.r[parseInt(code, 36)] ?? ""
      ).split(";");
      rule = {
        context: CONTEXTS[Number(context)] ?? "none",
        plural: flags.includes("p"),
        acronym: flags.includes("a"),
        neverAlone: flags.includes("n"),
        needs: cueList(needs),
        forbids: cueList(forbids),
        from,
        to,
      };
      this.#rules.set(code, rule);
    }
    return rule;
  }

  /** Persons of a surname's first word, grouped by what follows it. */
  surname(firstWord: string): SurnameForm[] {
    let forms = this.#surnameForms.get(firstWord);
    if (!forms) {
      forms = [];
      for (const line of (this.surnames(firstWord) ?? "").split(LINE_END)) {
        const [givens = "", flags = "", spans = "", id = "", rest = "", particle = ""] = line.split("|");
        const person = this.#person(givens.split(","), flags, spans, id, firstWord);
        const form = forms.find((other) => other.rest === rest && other.particle === particle);
        if (form) form.persons.push(person);
        else forms.push({ rest, particle, persons: [person] });
      }
      this.#surnameForms.set(firstWord, forms);
    }
    return forms;
  }

  #person(givens: string[], flags: string, spans: string, storedId: string, surname: string): Person {
    const id = storedId || idWords(`${givens[0] ?? ""} ${surname}`);
    const known = this.#people.get(id);
    if (known) return known;
    let read: Span[] | null = null;
    const readSpans = (): Span[] => (spans ? spans.split(" ").map((span) => this.#span(span)) : []);
    const person: Person = {
      id,
      givens,
      alone: flags.startsWith("2") ? "always" : flags.startsWith("1") ? "topic" : "never",
      common: flags.includes("c"),
      surnameCommon: flags.includes("s"),
      get spans() {
        read ??= readSpans();
        return read;
      },
    };
    this.#people.set(id, person);
    return person;
  }

  #span(text: string): Span {
    const office = text.charAt(0);
    const byYear = isCongress(office);
    const place = text.slice(byYear ? 3 : 5);
    const isState = /^[A-Z]{2}$/.test(place);
    const number = place && !isState ? parseInt(place, 36) : -1;
    return {
      office,
      place: number,
      state: isState ? place : number >= 0 ? this.entityState(number) : "",
      start: byYear ? yearStart(text.charAt(1)) : parseInt(text.slice(1, 3), 36),
      end: byYear ? yearStart(text.charAt(2)) : parseInt(text.slice(3, 5), 36),
    };
  }
}
