/** How a surname stands in the text: in full, behind a title, alone, or as somebody else's. Decides nothing. */
import type { FoldedText } from "./fold";
import type { SurnameHit } from "./lookup";
import type { NamesIndex, Person } from "./read-index";
import { isUpper, isWordUnit, lineCase, type Word, wordAfter, wordBefore } from "./words";

export interface Bearer {
  hit: SurnameHit;
  /** Where the name begins: at the given name if there is one. */
  start: number;
  form: "full" | "titled" | "alone" | "other";
  /** For `full`: those whose given name fits. Else: all of the surname. */
  persons: Person[];
  /** Office letters of the title in front, "" where none. */
  offices: string;
  /** The title as written. */
  title: string;
  /** "former", "ex-" and the like stand before the title. */
  isFormer: boolean;
  /** For `other`: the name in front. */
  given: string;
}

const ABBREVIATION =
  /^(?:gov|govs|sen|sens|rep|reps|supt|dr|mr|mrs|ms|mx|pres|sec|atty|gen|lt|rev|cmdr|hon|prof|sgt|capt|det|ald|cong|sr|sra|st|col|maj|cpl|del|dep|insp|asst|adm|us|u\.s)$/i;

/** The word in front, unless a sentence ends with it. */
function before(plain: string, position: number): Word | null {
  const word = wordBefore(plain, position);
  if (!word) return null;
  if (word.text.endsWith(".")) {
    const bare = word.text.slice(0, -1);
    const isInitial = /^(?:[A-Z]\.?)+$/.test(bare);
    if (!isInitial && !ABBREVIATION.test(bare)) return null;
  }
  return word;
}

function simple(word: string): string {
  return word.toLowerCase().replaceAll(".", "").replace(/'s$/, "");
}

export class People {
  readonly #index: NamesIndex;

  constructor(index: NamesIndex) {
    this.#index = index;
  }

  #givenFits(written: string[], person: Person): boolean {
    const joined = written.join(" ");
    if (person.givens.includes(joined)) return true;
    const first = written[0] ?? "";
    if (first.length < 2) return false;
    const rest = written.slice(1);
    if (rest.some((word) => word.length > 1)) return false;
    const long = this.#index.longGiven(first);
    return person.givens.some((given) => {
      const [givenFirst = "", ...givenRest] = given.split(" ");
      if (givenRest.some((word) => word.length > 1)) return false;
      if (givenFirst === first) return true;
      if (givenFirst.length < 2) return false;
      const givenLong = this.#index.longGiven(givenFirst);
      return (
        givenLong === long ||
        this.#index.nicknamesOf(givenFirst).includes(first) ||
        this.#index.nicknamesOf(first).includes(givenFirst)
      );
    });
  }

  /** Persons whose given name stands in front of the surname, with the place where it begins. */
  #full(text: FoldedText, hit: SurnameHit, candidates: Person[]): { start: number; persons: Person[] } | null {
    const words: string[] = [];
    let position = hit.start;
    let best: { start: number; persons: Person[] } | null = null;
    const nickname = /([A-Z][\w'.-]*(?: [A-Z]\.?)?) ["(]([A-Z][\w'.-]*)[")]\s$/.exec(
      text.plain.slice(Math.max(0, hit.start - 40), hit.start),
    );
    if (nickname) {
      const start = hit.start - nickname[0].length;
      const fitting = candidates.filter(
        (person) =>
          this.#givenFits(simple(nickname[1] ?? "").split(" "), person) ||
          this.#givenFits([simple(nickname[2] ?? "")], person),
      );
      if (fitting.length) return { start, persons: fitting };
    }
    for (let count = 0; count < 4; count++) {
      const word = before(text.plain, position);
      if (!word || !isUpper(word.text, 0)) break;
      words.unshift(simple(word.text));
      position = word.start;
      const spelled = words
        .join(" ")
        .replace(/\b([a-z]) (?=[a-z]\b)/g, "$1")
        .split(" ");
      const fitting = candidates.filter((person) => this.#givenFits(spelled, person));
      // "Bob" may be any Robert, but where one is called just so it is that one.
      const exact = fitting.filter((person) => person.givens.includes(spelled.join(" ")));
      if (fitting.length) best = { start: word.start, persons: exact.length ? exact : fitting };
    }
    return best;
  }

  /** The longest title that ends just before `position`. */
  titleBefore(text: FoldedText, position: number): { letters: string; start: number; words: string } | null {
    let at = position;
    let joined = "";
    let best: { letters: string; start: number; words: string } | null = null;
    for (let count = 0; count < 5; count++) {
      const word = before(text.plain, at);
      if (!word) break;
      joined = joined ? `${simple(word.text)} ${joined}` : simple(word.text);
      at = word.start;
      const letters = this.#index.title(joined);
      if (letters !== undefined) best = { letters, start: word.start, words: joined };
    }
    return best;
  }

  /** "Senators Klobuchar and Smith": one title in the plural stands in front of several names. */
  #sharedTitle(text: FoldedText, position: number): string {
    const found =
      /\b([Ss]enators|[Ss]ens\.|[Rr]eps\.|[Rr]epresentatives|[Mm]ayors|[Gg]overnors|[Gg]ovs\.|[Ss]enadores|[Aa]lcaldes|[Gg]obernadores) (?:[A-Z][\w'-]+(?: [A-Z][\w'.-]+)?,? (?:and |y )?)+$/.exec(
        text.plain.slice(Math.max(0, position - 90), position),
      );
    if (!found) return "";
    const word = (found[1] ?? "").toLowerCase().replace(".", "");
    const single: Record<string, string> = {
      senadores: "senador",
      gobernadores: "gobernador",
      alcaldes: "alcalde",
      representatives: "representative",
      mayors: "mayor",
      governors: "governor",
      senators: "senator",
    };
    return (this.#index.title(single[word] ?? word) ?? "").replace(/[?!]/g, "");
  }

  read(text: FoldedText, hit: SurnameHit): Bearer {
    const everyone = hit.persons;
    const full = this.#full(text, hit, everyone);
    const start = full?.start ?? hit.start;
    const title = this.titleBefore(text, start);
    const previous = before(text.plain, start);
    const formerWords = this.#index.words("former");
    const beforeTitle = title ? before(text.plain, title.start) : previous;
    const isFormer =
      beforeTitle !== null &&
      (formerWords.has(simple(beforeTitle.text)) || formerWords.has(`${simple(beforeTitle.text)}-`));
    const common = {
      hit,
      start,
      isFormer: isFormer || /\bex-$/i.test(text.plain.slice(start - 3, start)),
      title: title?.words ?? "",
    };
    if (full)
      return {
        ...common,
        form: "full",
        persons: full.persons,
        offices: (title?.letters ?? "").replace("?", ""),
        given: "",
      };
    if (title?.letters === "!")
      return { ...common, form: "other", persons: everyone, offices: "!", given: title.words };
    if (title && title.letters !== "?")
      return { ...common, form: "titled", persons: everyone, offices: title.letters.replace(/[?!]/g, ""), given: "" };
    const shared = this.#sharedTitle(text, start);
    if (shared && !title) return { ...common, form: "titled", persons: everyone, offices: shared, given: "" };
    if (title) return { ...common, form: "alone", persons: everyone, offices: "", given: "" };
    if (previous && isUpper(previous.text, 0) && !this.#isFunctionWord(text, previous))
      return { ...common, form: "other", persons: everyone, offices: "", given: simple(previous.text) };
    return { ...common, form: "alone", persons: everyone, offices: "", given: "" };
  }

  /** Words in front of a surname that are no name: sentence openers, and most words of a headline. */
  #isFunctionWord(text: FoldedText, word: Word): boolean {
    const small = simple(word.text);
    if (this.#index.words("sentence").has(small)) return true;
    if (/^[A-Z0-9]+$/.test(word.text) && word.text.length > 1 && lineCase(text.plain, word.start) === "running")
      return true;
    if (/'s?$/.test(word.text)) return true;
    if (lineCase(text.plain, word.start) !== "running") return !this.#index.isGiven(small);
    return false;
  }

  /** The name goes on: a foundation, a street, a double surname. */
  goesOn(text: FoldedText, end: number): string {
    const { plain } = text;
    if (plain.charAt(end) === "-" && isUpper(plain, end + 1)) return plain.slice(end, end + 12);
    if (plain.slice(end, end + 3) === " & ") return "&";
    const next = wordAfter(plain, end);
    if (!next || !isUpper(next.text, 0) || plain.slice(end, next.start).includes("\n")) return "";
    const small = simple(next.text);
    if (this.#index.words("institutions").has(small)) return next.text;
    if (/^(?:jr|sr|ii|iii|iv)$/.test(small)) return "";
    const line = lineCase(plain, end);
    if (line !== "running") return "";
    if (small === "administration" || small === "white" || small === "justice") return "";
    if (isWordUnit(next.text, 0) && this.#index.title(small) === undefined && !/^[A-Z.]+$/.test(next.text))
      return next.text;
    return "";
  }
}
