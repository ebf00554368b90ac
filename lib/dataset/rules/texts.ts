/** What readers read: its length and style, and what must never be in it. */
import { type Dataset, fileOf, listingsOf, type Problem, statementsOf } from "../dataset";

const longestStatement = 240;
/** What `new` leaves in a scaffold. */
const toFillIn = "FILL IN";

interface Text {
  text: string;
  file: string;
  path: string;
}

/** Every text that can reach a card. */
function texts(dataset: Dataset): Text[] {
  const found: Text[] = [];
  const add = (text: string | undefined, file: string, path: string): void => {
    if (text !== undefined) found.push({ text, file, path });
  };
  for (const { statement, file, path } of statementsOf(dataset)) {
    add(statement.text.en, file, `${path}.text.en`);
    add(statement.text.es, file, `${path}.text.es`);
    add(statement.attributedTo, file, `${path}.attributedTo`);
    add(statement.asReportedBy, file, `${path}.asReportedBy`);
  }
  for (const { listing, file, path } of listingsOf(dataset)) {
    add(listing.note?.en, file, `${path}.note.en`);
    add(listing.note?.es, file, `${path}.note.es`);
  }
  for (const entity of dataset.entities.values()) {
    const file = fileOf(dataset, entity.id);
    add(entity.title?.en, file, `${entity.id}/title.en`);
    add(entity.title?.es, file, `${entity.id}/title.es`);
    add(entity.summary?.en, file, `${entity.id}/summary.en`);
    add(entity.summary?.es, file, `${entity.id}/summary.es`);
    add(entity.ambiguity, file, `${entity.id}/ambiguity`);
    if (entity.kind === "person") {
      add(entity.given, file, `${entity.id}/given`);
      add(entity.surname, file, `${entity.id}/surname`);
    }
    for (const [index, name] of entity.names.entries()) add(name.text, file, `${entity.id}/names[${index}].text`);
  }
  for (const dispute of dataset.disputes) {
    const file = fileOf(dataset, dispute.id);
    add(dispute.question.en, file, "question.en");
    for (const [index, party] of dispute.parties.entries()) add(party.name.en, file, `parties[${index}].name.en`);
  }
  return found;
}

/** A statement fits a card and ends as a sentence. */
export function statementsAreSentences(dataset: Dataset): Problem[] {
  return statementsOf(dataset).flatMap(({ statement, file, path }) => {
    const problems: Problem[] = [];
    for (const [language, text] of Object.entries(statement.text)) {
      if (text === undefined) continue;
      const place = { file, path: `${path}.text.${language}` };
      if (text.length > longestStatement)
        problems.push({
          rule: "text-length",
          ...place,
          expected: `at most ${longestStatement} characters`,
          found: `${text.length}`,
        });
      if (!/[.!?][”’)]?$/.test(text))
        problems.push({ rule: "text-style", ...place, expected: "a full stop at the end", found: text.slice(-30) });
    }
    return problems;
  });
}

/** One style of quotation mark and apostrophe, so that names and texts compare alike. */
export function quotesAreCurly(dataset: Dataset): Problem[] {
  return texts(dataset).flatMap(({ text, file, path }) =>
    /["']/.test(text) || /\s{2}/.test(text)
      ? [{ rule: "text-style", file, path, expected: "curly quotation marks and single spaces", found: text }]
      : [],
  );
}

/** The marker that `new` leaves where an editor has to write. */
export function everythingFilledIn(dataset: Dataset): Problem[] {
  return texts(dataset)
    .filter(({ text }) => text.includes(toFillIn))
    .map(({ text, file, path }) => ({ rule: "filled-in", file, path, expected: "words of yours", found: text }));
}

const street =
  "(Street|Avenue|Boulevard|Road|Drive|Lane|Terrace|Highway|Parkway|Place|Plaza|Square|St|Ave|Blvd|Rd|Dr|Ln|Pkwy|Hwy|Pl)";
/** What we refuse to hold, whoever published it. */
const banned: [what: string, pattern: RegExp][] = [
  [
    "a street address",
    new RegExp(
      `\\b\\d{1,5}( [NSEW]\\.?| North| South| East| West)?( (\\p{Lu}[\\p{L}’.-]*|\\d{1,3}(st|nd|rd|th))){1,3} ${street}\\b`,
      "u",
    ),
  ],
  [
    "a street address",
    /\b(calle|avenida|av\.|bulevar|carretera|plaza)( \p{L}+){0,3}( \d{1,3})?,? (n(ú|u)mero |núm\. |n\.º |#)?\d{1,5}\b/iu,
  ],
  ["a block or corner", /\b\d{2,5} block of\b|\bcorner of [A-Z]\w+ (and|&) [A-Z]|\besquina de (la )?(calle )?\p{Lu}/u],
  ["a post box or an apartment", /\bP\.? ?O\.? Box \d|\b(Apt|Apartment|Suite|Unit)\.? #?\d+[A-Z]?\b/],
  ["a telephone number", /(\+?1[ .-]?)?(\(\d{3}\) ?|\b\d{3}[. -])\d{3}[. -]\d{4}\b|\b8\d\d-\d{3}-[A-Z]{4}\b/],
  [
    "coordinates",
    /-?\d{1,3}\.\d{4,}\s*,\s*-?\d{1,3}\.\d{4,}|\d{1,3}°\s*\d|\b\d{1,2}\.\d{2,}°? ?[NS]\b,? ?\d{1,3}\.\d{2,}°? ?[EWO]\b/,
  ],
  ["an e-mail address", /[\w.+-]+@[\w-]+\.[a-z]{2,}/i],
  ["a licence plate or badge number", /\b(licen[cs]e plate|badge|placa) (number |número )?[A-Z0-9-]*\d{3,}/i],
  [
    "a planned operation",
    /\b(will|plans? to|is (set|expected|due|scheduled) to|are (set|expected|due|scheduled) to) (begin|start|launch|conduct|carry out|arrest|raid|sweep|deploy)\b/i,
  ],
  [
    "a planned operation",
    // \b knows no accents.
    /\b(planean?|prevén?|tienen? previsto|van? a) (empezar|comenzar|lanzar|arrestar|detener|desplegar)\b|\b(arrestar|detendr|desplegar)án?(?!\p{L})/iu,
  ],
];

/** Nothing that leads to a person's door, and nothing about what has not happened yet. */
export function nothingBanned(dataset: Dataset): Problem[] {
  return texts(dataset).flatMap(({ text, file, path }) =>
    banned.flatMap(([what, pattern]) => {
      const match = pattern.exec(text);
      return match === null
        ? []
        : [{ rule: "banned-content", file, path, expected: `no ${what.replace(/^an? /, "")}`, found: match[0] }];
    }),
  );
}
