/**
 * The dataset's shape, record by record. The files in `data/` are parsed with these schemas when the
 * extension is built and by `npm run data`; nothing here is bundled into the extension.
 */
import * as z from "zod";

z.config({ jitless: true });

/** YYYY, YYYY-MM or YYYY-MM-DD; the precision given is the precision known. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "a date as YYYY, YYYY-MM or YYYY-MM-DD");

export const identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a kebab-case id");
/** `entity-id.s01`: given once, never reused, never renumbered. */
export const statementIdentifier = z.string().regex(/^[a-z0-9-]+\.s\d{2,3}$/, "a statement id such as chicago-il.s01");
/** `post-id.m01` or `list-id.m01`. */
export const membershipIdentifier = z
  .string()
  .regex(/^[a-z0-9-]+\.m\d{2,4}$/, "a membership id such as mayor-of-chicago.m01");

export const sourceGroups = [
  "federal",
  "state-local",
  "court-law",
  "research",
  "news",
  "advocacy-enforcement",
  "advocacy-immigrant",
] as const;
export const sourceGroup = z.enum(sourceGroups);

export const sourceKinds = [
  "statute", // a law, ordinance or executive order as published
  "opinion", // a court's opinion, order, docket or filing
  "official", // a page, release, report or record of a public body
  "dataset", // structured public data
  "report", // research, audit or advocacy report
  "article", // journalism
  "reference", // encyclopedia, directory
] as const;

export const source = z.strictObject({
  id: identifier,
  publisher: z.string().min(2).max(120),
  title: z.string().min(2).max(300),
  url: z.url({ protocol: /^https?$/ }),
  readAt: z.url({ protocol: /^https?$/ }).optional(),
  published: partialDate.nullable(),
  group: sourceGroup,
  kind: z.enum(sourceKinds),
  /** Kept up to date by its publisher: its date says little. */
  living: z.boolean().optional(),
  /** Only a mirror or reworded copy was read; no statement may rest on such sources alone. */
  weakCopy: z.boolean().optional(),
  note: z.string().max(400).optional(),
  withdrawn: z.strictObject({ on: partialDate, why: z.string().min(3).max(300) }).optional(),
});

/** Text a reader sees, by language. English is required; Spanish where written. */
export const localizedText = z.strictObject({ en: z.string().min(2), es: z.string().min(2).optional() });

export const citation = z.strictObject({
  source: identifier,
  /** Page, section or paragraph in the source. */
  where: z.string().max(160).optional(),
  /** How far the source supports the sentence. */
  supports: z.enum(["full", "part"]),
});

export const statementKinds = [
  "definition",
  "policy",
  "event",
  "number",
  "ruling",
  "position",
  "status",
  "role",
] as const;

const withdrawal = z.strictObject({ on: partialDate, why: z.string().min(3).max(300) });

export const statement = z.strictObject({
  id: statementIdentifier,
  kind: z.enum(statementKinds),
  text: localizedText,
  /** null: the start is not established. */
  from: partialDate.nullable(),
  /** null: it still holds as of `checked`. */
  to: partialDate.nullable(),
  checked: partialDate,
  /** Who holds the position or makes the claim; required for kind `position`. An entity id or a name. */
  attributedTo: z.string().min(2).max(160).optional(),
  /** For what a law or order says, when its own text was not read: who reports it so. */
  asReportedBy: z.string().min(2).max(200).optional(),
  /** Statements of the other party; both directions are required. */
  disputedBy: z.array(statementIdentifier).min(1).optional(),
  number: z
    .strictObject({
      value: z.number(),
      unit: z.string().min(1).max(60),
      period: z.string().min(2).max(80),
      population: z.string().min(2).max(160).optional(),
      counter: z.string().min(2).max(160),
    })
    .optional(),
  /** Entities a reader may want to go to from this sentence. */
  related: z.array(identifier).min(1).optional(),
  sources: z.array(citation).min(1),
  withdrawn: withdrawal.optional(),
  replacedBy: statementIdentifier.optional(),
});

export const nameKinds = ["legal", "short", "acronym", "nickname", "surname", "former", "variant", "demonym"] as const;

/** How text may match a name; the defaults (absent fields) are the commonest case. */
export const matchRule = z.strictObject({
  /** exact: letters as written, or all capitals in a capitals-only line. any: case does not matter. */
  case: z.enum(["exact", "any"]).optional(),
  /**
   * none: the form is clear by itself. topic: counts where the text is about immigration enforcement.
   * article: an everyday word of the subject ("deportation"): counts in an article that is plainly about it, not in a note.
   * cue: counts only with a `needs` cue near it, an introduction, or a title.
   */
  context: z.enum(["none", "topic", "article", "cue"]).optional(),
  /** Cue sets (ids in data/language/cues) or literal words that speak for this reading. */
  needs: z.array(z.string().min(1)).min(1).optional(),
  /** Cue sets or literal words that speak against it. */
  forbids: z.array(z.string().min(1)).min(1).optional(),
  /** Never accepted by itself: needs a title or an earlier introduction (surnames). */
  neverAlone: z.boolean().optional(),
  /** Kept for display and search only, never looked for in pages. */
  never: z.boolean().optional(),
});

export const name = z.strictObject({
  text: z.string().min(1).max(120),
  language: z.enum(["en", "es", "any"]),
  kind: z.enum(nameKinds),
  from: partialDate.optional(),
  to: partialDate.optional(),
  match: matchRule.optional(),
  /** Sentences of ours in which the form is, or is not, this entity; run as tests. `[form]` marks the place. */
  examples: z.strictObject({ is: z.array(z.string()).optional(), not: z.array(z.string()).optional() }).optional(),
});

const summary = z.strictObject({
  en: z.string().min(10).max(280),
  es: z.string().min(10).max(300).optional(),
  /** Ids of the statements and memberships it sums up: it is withheld when any of them has no source that is on. */
  restsOn: z.array(z.union([statementIdentifier, membershipIdentifier])).min(1),
});

const common = {
  $schema: z.string().optional(),
  id: identifier,
  /** Shown as the card's title; the first legal or short name where absent. */
  title: localizedText.optional(),
  names: z.array(name).min(1),
  summary: summary.optional(),
  statements: z.array(statement),
  related: z.array(identifier).min(1).optional(),
  /** What else the names may mean: for editors and for the card's “Why this?”. */
  ambiguity: z.string().max(600).optional(),
  ids: z.record(z.string(), z.string()).optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
};

export const placeLevels = [
  "federal",
  "state",
  "county",
  "city",
  "town",
  "village",
  "township",
  "borough",
  "parish",
  "district",
] as const;

export const organization = z.strictObject({
  ...common,
  kind: z.literal("organization"),
  parent: identifier.optional(),
  jurisdiction: identifier.optional(),
});
export const jurisdiction = z.strictObject({
  ...common,
  kind: z.literal("jurisdiction"),
  level: z.enum(placeLevels),
  /** Postal code of the state it is in (or is). */
  state: z.string().regex(/^[A-Z]{2}$/),
  /** The state it is in; a city has no county above it, since many lie in several and none makes its rules. */
  parent: identifier.optional(),
});
export const person = z.strictObject({
  ...common,
  kind: z.literal("person"),
  given: z.string().min(1).max(60),
  surname: z.string().min(1).max(60),
});
/** A published list of places, or of anything else; its members carry dates of their own. */
export const listMember = z.strictObject({
  id: membershipIdentifier,
  member: identifier,
  from: partialDate.nullable(),
  to: partialDate.nullable(),
  checked: partialDate,
  sources: z.array(citation).min(1),
  note: localizedText.optional(),
  withdrawn: withdrawal.optional(),
});
export const list = z.strictObject({
  ...common,
  kind: z.literal("list"),
  publisher: identifier.optional(),
  members: z.array(listMember),
});
export const term = z.strictObject({ ...common, kind: z.literal("term") });
export const law = z.strictObject({ ...common, kind: z.literal("law"), jurisdiction: identifier.optional() });
export const legalCase = z.strictObject({ ...common, kind: z.literal("case") });
export const operation = z.strictObject({ ...common, kind: z.literal("operation") });
export const numberSeries = z.strictObject({ ...common, kind: z.literal("number") });

export const membership = z.strictObject({
  id: membershipIdentifier,
  person: identifier,
  /** The style in which this holder held it, where it is not the post's own title ("Acting …" is `acting`). */
  heldAs: z.string().min(3).max(160).optional(),
  start: partialDate.nullable(),
  /** Last day served; null: still in office as of `checked`. */
  end: partialDate.nullable(),
  acting: z.boolean(),
  party: z.string().min(2).max(60).nullable(),
  how: z.enum(["elected", "appointed", "confirmed", "designated", "succeeded"]).optional(),
  endReason: z.string().max(160).optional(),
  checked: partialDate,
  sources: z.array(citation).min(1),
  withdrawn: withdrawal.optional(),
});

/** Families of office: they carry the titles that stand in front of a name (data/language/titles.json). */
export const offices = [
  "president",
  "vice-president",
  "secretary",
  "deputy-secretary",
  "attorney-general",
  "director",
  "commissioner",
  "border-czar",
  "adviser",
  "chief",
  "governor",
  "lieutenant-governor",
  "mayor",
  "county-executive",
  "county-board",
  "council",
  "sheriff",
  "police-chief",
  "prosecutor",
  "senator",
  "representative",
  "speaker",
  "judge",
  "spokesperson",
  "other",
] as const;

export const post = z.strictObject({
  ...common,
  kind: z.literal("post"),
  office: z.enum(offices),
  /** The organization or jurisdiction the post belongs to. */
  organization: identifier,
  /** The place it serves or represents, where that is not the organization itself (a senator's state). */
  jurisdiction: identifier.optional(),
  /** How many may hold it at once; 1 where absent. */
  seats: z.number().int().positive().optional(),
  memberships: z.array(membership),
});

export const entity = z.discriminatedUnion("kind", [
  organization,
  jurisdiction,
  person,
  post,
  list,
  term,
  law,
  legalCase,
  operation,
  numberSeries,
]);

/** A question on which named parties disagree; it holds at least one statement of each party. */
export const dispute = z.strictObject({
  $schema: z.string().optional(),
  id: identifier,
  question: localizedText,
  parties: z.array(z.strictObject({ name: localizedText, statements: z.array(statementIdentifier).min(1) })).min(2),
});

/** A natural family kept in one file, such as one state's delegation to Congress. */
export const family = z.strictObject({
  $schema: z.string().optional(),
  family: identifier,
  entities: z.array(entity).min(1),
});

export const sourceFile = z.strictObject({
  $schema: z.string().optional(),
  group: sourceGroup,
  sources: z.array(source),
});

/** What was read but does not ship, and why; kept so that nobody adds it again unawares. */
export const withheldFile = z.strictObject({
  $schema: z.string().optional(),
  withheld: z.array(
    z.strictObject({
      entity: identifier,
      kind: z.enum([...statementKinds, "membership", "listing", "summary", "entity"]),
      text: z.string().min(2),
      why: z.string().min(3).max(300),
      sources: z.array(identifier).optional(),
    }),
  ),
  /** Sources that only withheld facts cite, as they were recorded. */
  sources: z.array(source),
});

export const header = z.strictObject({
  $schema: z.string().optional(),
  version: z.string().regex(/^\d{4}\.\d{2}\.\d{2}(\.\d+)?$/),
  builtFrom: z.string(),
  validUntil: partialDate,
  license: z.string(),
  /** Days after which a statement of this kind is too old to be shown as current. */
  shelfLifeDays: z.record(z.enum([...statementKinds, "membership", "listing"]), z.number().int().positive()),
});

export type Source = z.infer<typeof source>;
export type SourceGroup = z.infer<typeof sourceGroup>;
export type Citation = z.infer<typeof citation>;
export type Statement = z.infer<typeof statement>;
export type Name = z.infer<typeof name>;
export type MatchRule = z.infer<typeof matchRule>;
export type Entity = z.infer<typeof entity>;
export type EntityKind = Entity["kind"];
export type Membership = z.infer<typeof membership>;
export type ListMember = z.infer<typeof listMember>;
export type Post = z.infer<typeof post>;
export type Dispute = z.infer<typeof dispute>;
export type Withheld = z.infer<typeof withheldFile>;
export type Header = z.infer<typeof header>;
