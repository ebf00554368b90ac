/** What may be said, on whose word, and with what sources. */
import { type Dataset, isShown, listingsOf, membershipsOf, type Problem, statementsOf } from "../dataset";
import type { Citation, Entity, Statement } from "../schema";

const speaksForLaw = new Set(["statute", "opinion", "official"]);

/** Words by which a sentence shows that it reports somebody's view. */
const attribution =
  /\b(according to|said|says?|saying|called|calls?|argue[sd]?|argued|asked|urge[sd]?|told|tells|den(y|ies|ied)|oppose[sd]?|reject(s|ed)?|wrote|writes|announced|defend(s|ed)?|criticized|dispute[sd]?|believes?|noted|notes|warned|describe[sd]?|stated|pledged|declared|praised|support(s|ed)?|backed|favor(s|ed)?|object(s|ed)?|demanded|questioned|considers|voiced|endorsed|declined|rejected|planned|proposed|sued|put|counted|credit(s|ed)?|blamed?|opinion|view)\b/;

/** The sentence is about what a law, an order or a court says. */
export function speaksOfLaw(statement: Statement, entity: Entity): boolean {
  if (statement.kind === "policy" || statement.kind === "ruling") return true;
  return statement.kind === "definition" && (entity.kind === "law" || entity.kind === "case");
}

/** What a law or order says rests on its text, or says who reports it so. */
export function lawCitesItsText(dataset: Dataset): Problem[] {
  return statementsOf(dataset).flatMap(({ statement, entity, file, path }) => {
    if (!isShown(statement) || !speaksOfLaw(statement, entity) || statement.asReportedBy !== undefined) return [];
    const kinds = statement.sources.map(({ source }) => dataset.sources.get(source)?.kind ?? "unknown");
    if (kinds.some((kind) => speaksForLaw.has(kind))) return [];
    return [
      {
        rule: "law-text",
        file,
        path,
        expected: "a source of kind statute, opinion or official, or asReportedBy",
        found: [...new Set(kinds)].join(", "),
      },
    ];
  });
}

/** A position says whose it is, in its data and in its words. */
export function positionsAreAttributed(dataset: Dataset): Problem[] {
  return statementsOf(dataset).flatMap(({ statement, file, path }) => {
    if (statement.kind !== "position" || !isShown(statement)) return [];
    const problems: Problem[] = [];
    if (statement.attributedTo === undefined)
      problems.push({
        rule: "position-attributed",
        file,
        path: `${path}.attributedTo`,
        expected: "who holds the position",
        found: "nothing",
      });
    if (!attribution.test(statement.text.en))
      problems.push({
        rule: "position-words",
        file,
        path: `${path}.text.en`,
        expected: "a word that attributes, such as says or according to",
        found: statement.text.en,
      });
    return problems;
  });
}

/** Nothing rests on mirrors and reworded copies alone. */
export function nothingOnWeakCopiesAlone(dataset: Dataset): Problem[] {
  const check = (citations: Citation[], file: string, path: string): Problem[] =>
    citations.every(({ source }) => dataset.sources.get(source)?.weakCopy === true)
      ? [
          {
            rule: "weak-copy",
            file,
            path: `${path}.sources`,
            expected: "at least one source that was read at its publisher, or an entry in withheld.json",
            found: citations.map(({ source }) => source).join(", "),
          },
        ]
      : [];
  return [
    ...statementsOf(dataset).flatMap(({ statement, file, path }) =>
      isShown(statement) ? check(statement.sources, file, path) : [],
    ),
    ...membershipsOf(dataset).flatMap(({ membership, file, path }) => check(membership.sources, file, path)),
    ...listingsOf(dataset).flatMap(({ listing, file, path }) => check(listing.sources, file, path)),
  ];
}

/** A dispute holds a statement of each party, and the statements name each other. */
export function disputesAreMutual(dataset: Dataset): Problem[] {
  const problems: Problem[] = [];
  const statements = new Map(statementsOf(dataset).map((placed) => [placed.statement.id, placed]));
  for (const { statement, file, path } of statements.values())
    for (const id of statement.disputedBy ?? []) {
      const other = statements.get(id)?.statement;
      if (other?.disputedBy?.includes(statement.id) !== true)
        problems.push({
          rule: "dispute-reciprocal",
          file,
          path: `${path}.disputedBy`,
          expected: `${id} to name ${statement.id} in its disputedBy`,
          found: other === undefined ? "no such statement" : (other.disputedBy?.join(", ") ?? "nothing"),
        });
    }
  for (const dispute of dataset.disputes) {
    const file = dataset.fileOf.get(dispute.id) ?? dispute.id;
    for (const [index, party] of dispute.parties.entries()) {
      const path = `parties[${index}].statements`;
      const others = new Set(dispute.parties.filter((one) => one !== party).flatMap((one) => one.statements));
      const standing = party.statements.filter((id) => {
        const statement = statements.get(id)?.statement;
        return statement !== undefined && isShown(statement);
      });
      if (standing.length === 0)
        problems.push({
          rule: "dispute-balance",
          file,
          path,
          expected: `a statement of ${party.name.en} that still stands`,
          found: party.statements.join(", "),
        });
      for (const id of standing)
        if (statements.get(id)?.statement.disputedBy?.some((other) => others.has(other)) !== true)
          problems.push({
            rule: "dispute-reciprocal",
            file,
            path,
            expected: `${id} to be disputedBy a statement of another party`,
            found: statements.get(id)?.statement.disputedBy?.join(", ") ?? "nothing",
          });
    }
  }
  return problems;
}
