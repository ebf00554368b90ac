/**
 * The one way a data file may be written: two-space JSON with fields in a fixed order, so that a
 * changed fact is a changed line and never a reshuffled file.
 */

/** Every field of every record, in the order in which files print them. Fields not named here sort by letter, after. */
export const fieldOrder = [
  "$schema",
  "version",
  "builtFrom",
  "validUntil",
  "license",
  "family",
  "id",
  "text",
  "language",
  "kind",
  "level",
  "state",
  "parent",
  "jurisdiction",
  "publisher",
  "office",
  "organization",
  "seats",
  "given",
  "surname",
  "title",
  "question",
  "group",
  "name",
  "url",
  "readAt",
  "published",
  "living",
  "weakCopy",
  "note",
  "en",
  "es",
  "restsOn",
  "names",
  "person",
  "member",
  "heldAs",
  "start",
  "end",
  "acting",
  "party",
  "how",
  "endReason",
  "summary",
  "ambiguity",
  "from",
  "to",
  "checked",
  "on",
  "why",
  "entity",
  "is",
  "not",
  "case",
  "context",
  "needs",
  "forbids",
  "neverAlone",
  "never",
  "match",
  "examples",
  "attributedTo",
  "asReportedBy",
  "disputedBy",
  "number",
  "value",
  "unit",
  "period",
  "population",
  "counter",
  "source",
  "where",
  "supports",
  "parties",
  "related",
  "ids",
  "statements",
  "memberships",
  "members",
  "sources",
  "withdrawn",
  "replacedBy",
  "entities",
  "shelfLifeDays",
] as const;

const rank = new Map<string, number>(fieldOrder.map((field, index) => [field, index]));

function compareFields(first: string, second: string): number {
  const firstRank = rank.get(first) ?? fieldOrder.length;
  const secondRank = rank.get(second) ?? fieldOrder.length;
  if (firstRank !== secondRank) return firstRank - secondRank;
  return first < second ? -1 : first > second ? 1 : 0;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, fieldValue]) => fieldValue !== undefined);
  entries.sort(([first], [second]) => compareFields(first, second));
  return Object.fromEntries(entries.map(([field, fieldValue]) => [field, inOrder(fieldValue)]));
}

/** Writes a value the canonical way; a file in `data/` must equal this byte for byte. */
export function formatCanonical(value: unknown): string {
  return `${JSON.stringify(inOrder(value), null, 2)}\n`;
}
