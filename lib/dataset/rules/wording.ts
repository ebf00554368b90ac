/** How a sentence is worded: no acronym left unexplained, one style of dates, no word that takes a side. */
import { type Dataset, fileOf, isShown, type Problem, statementsOf } from "../dataset";

interface Sentence {
  text: string;
  language: "en" | "es";
  file: string;
  path: string;
}

/** The sentences a reader meets one at a time: statements that are shown, and summaries. */
function sentences(dataset: Dataset): Sentence[] {
  const found: Sentence[] = [];
  const add = (text: { en: string; es?: string | undefined }, file: string, path: string): void => {
    found.push({ text: text.en, language: "en", file, path: `${path}.en` });
    if (text.es !== undefined) found.push({ text: text.es, language: "es", file, path: `${path}.es` });
  };
  for (const { statement, file, path } of statementsOf(dataset))
    if (isShown(statement)) add(statement.text, file, `${path}.text`);
  for (const entity of dataset.entities.values())
    if (entity.summary !== undefined) add(entity.summary, fileOf(dataset, entity.id), `${entity.id}/summary`);
  return found.filter(({ text }) => !text.includes("FILL IN")); // A scaffold: another rule asks for its words.
}

/** Words of others may lean; ours may not. */
const withoutQuotations = (text: string): string => text.replace(/“[^”]*”/g, "“”");

/** Understood without a word of explanation: the subject of every card, and names better known by their letters. */
const knownAcronyms = new Set(["ICE", "FBI", "GPS", "ABC", "CBS", "CNN", "NBC", "PBS"]);

/** Names that are written in capitals; their letters stand for nothing that a reader has to know. */
const capitalNames = new Set(
  "TRUST JD CLEAR FAIRNESS PARRIS JB GEO LG NCAA CASA FWD WBEZ WPLN TIME USA HB SB LD".split(" "),
);
/** These three are numbers of bills: they need the words “House Bill” beside them, or the like. */
const billNumbers = new Set(["HB", "SB", "LD"]);

/** Not the letters of a file number (RES-17-00125, COVID-19), nor of an application that is called so. */
const inCapitals = /(?<![\p{L}\p{N}.-])[A-Z][A-Z0-9&]*[A-Z](?![\p{L}\p{N}]|-\d| (?:Home|One)\b)/gu;

/** Spelled out before it in brackets, or explained right after it. */
function isExplained(acronym: string, text: string): boolean {
  const letters = acronym.replaceAll("&", "\\&");
  return new RegExp(
    `\\(${letters}[ )]|(?<!\\p{L})${letters}(?: \\([\\p{L}“]|, (?:an?|the|its?|el|la|los|las|una?|de) )`,
    "u",
  ).test(text);
}

/** Nobody has to look up letters: an acronym is spelled out in the sentence that uses it. */
export function acronymsAreExplained(dataset: Dataset): Problem[] {
  return sentences(dataset).flatMap(({ text, file, path }) =>
    [...new Set(text.match(inCapitals) ?? [])]
      .filter((acronym) => !knownAcronyms.has(acronym))
      .filter((acronym) => !capitalNames.has(acronym) || billNumbers.has(acronym))
      .filter((acronym) => !isExplained(acronym, text))
      .map((acronym) => ({
        rule: "acronym",
        file,
        path,
        expected: `${acronym} spelled out in the same sentence`,
        found: text,
      })),
  );
}

const month = "(January|February|March|April|May|June|July|August|September|October|November|December)";
const mes = "(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";
/** Dates are written “March 5, 2025” or “5 de marzo de 2025”, and never told from the day of writing. */
const oddDates: Record<Sentence["language"], [what: string, pattern: RegExp][]> = {
  en: [
    ["the day in front of the month", new RegExp(`\\b\\d{1,2} ${month}\\b`)],
    ["an ordinal day", new RegExp(`\\b${month} \\d{1,2}(st|nd|rd|th)\\b`)],
    ["a shortened month", /\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d/],
    ["a comma between month and year", new RegExp(`\\b${month}, \\d{4}\\b`)],
    ["a date in figures", /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/],
    [
      "a day counted from the writing",
      /\b(yesterday|tomorrow|tonight|recently|currently|nowadays|(last|this|next) (year|month|week|weekend))\b/i,
    ],
  ],
  es: [
    ["the month in front of the day", new RegExp(`\\b${mes} \\d{1,2}(?!\\d)`, "i")],
    [
      "a month in capitals",
      new RegExp(`\\bde ${mes.replace(/\w+/g, (word) => word[0]?.toUpperCase() + word.slice(1))}\\b`),
    ],
    ["“del” in front of the year", new RegExp(`\\b${mes} del \\d{4}\\b`)],
    ["a date in figures", /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/],
    [
      "a day counted from the writing",
      /\b(ayer|anoche|recientemente|actualmente|el (año|mes) pasado|este (año|mes|fin de semana)|la próxima semana)\b/i,
    ],
  ],
};

/** One style of dates in each language. */
export function datesAreInOneStyle(dataset: Dataset): Problem[] {
  return sentences(dataset).flatMap(({ text, language, file, path }) =>
    oddDates[language].flatMap(([what, pattern]) => {
      const match = pattern.exec(withoutQuotations(text));
      if (match === null) return [];
      const expected = `${language === "en" ? "March 5, 2025" : "5 de marzo de 2025"}, not ${what}`;
      return [{ rule: "date-style", file, path, expected, found: match[0] }];
    }),
  );
}

/** Words that take a side or do the reader’s judging; they may stand in quotation marks, as somebody’s words. */
const leaning: Record<Sentence["language"], RegExp> = {
  en: /\b(crackdowns?|crack(ed|ing)? down|raid(s|ed|ing)?|so-called|claim(ed|ing)|claims? (that|to be)|actual(ly)?|illegals|illegal (aliens?|immigrants?|migrants?)|draconian|radicals?|regime|brutal(ly|ity)?|cruel(ly|ty)?|harsh(ly|er)?|notorious(ly)?|infamous(ly)?|controversial(ly)?|hard-?line(rs?)?|invaders?|thugs?|rogue|extremists?|kidnap\w*|abduct\w*|hordes?|lawless(ness)?|law-abiding|slam(s|med)|blasted|touted|boasted|merely|unfortunately|clearly|obviously|of course|common-?sense|open borders?|deporter)\b/i,
  es: /\b(redadas?|mano dura|los ilegales|inmigrantes? ilegal(es)?|extranjeros? ilegal(es)?|supuest[oa]s? |polémic[oa]s?|controvertid[oa]s?|cruel(es|dad)?|brutal(es|mente)?|régimen|secuestr\w+|invasores?|lamentablemente|obviamente|claramente)\b/iu,
};

/** Our own words take no side. */
export function wordsDoNotLean(dataset: Dataset): Problem[] {
  return sentences(dataset).flatMap(({ text, language, file, path }) => {
    const match = leaning[language].exec(withoutQuotations(text));
    if (match === null) return [];
    return [
      { rule: "leaning-word", file, path, expected: "a word that takes no side, or a quotation", found: match[0] },
    ];
  });
}

/** A place that is said to be one of these, and the words by which somebody says so. */
const labelled: Record<Sentence["language"], [label: RegExp, said: RegExp]> = {
  en: [
    /(^(an? |the )?|\b(is|are|was|were|became|remains?|as) (still )?(an? |the )?([a-z]+ )?)sanctuary (city|county|state|place|jurisdiction|cities|counties|states|places|jurisdictions)\b/i,
    /\b(says?|said|saying|calls?|called|declar\w+|named?|lists?|listed|listing|label\w*|term|according|defin\w+|designat\w+|identif\w+|petition|denied)\b/i,
  ],
  es: [
    /(^(una? )?|\b(es|son|era|eran|fue|ser|como|sigue siendo) (una? )?)(ciudad|condado|estado|lugar|jurisdicci[óo]n)(es)? santuario\b/iu,
    // \b knows no accents.
    /(?<!\p{L})(dijo|dicen?|dijeron|llam\p{L}+|declar\p{L}+|lista|nombr\p{L}+|según|defin\p{L}+|negó|término)(?!\p{L})/iu,
  ],
};

/** “Sanctuary” is a list that somebody published or a word that somebody uses, never a label of ours. */
export function labelsAreAttributed(dataset: Dataset): Problem[] {
  return sentences(dataset).flatMap(({ text, language, file, path }) => {
    const [label, said] = labelled[language];
    const match = label.exec(withoutQuotations(text));
    if (match === null || said.test(text)) return [];
    return [{ rule: "bare-label", file, path, expected: "who calls the place so, or lists it", found: match[0] }];
  });
}
