/** A small made-up world: one city, its mayor's post, one dispute. Nothing in it is true of a real place. */
import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { ContextOptions, Say } from "../../../lib/context";
import messages from "../../../lib/context/messages.json";
import type {
  DatasetHeader,
  EntityRecord,
  ListingRecord,
  MembershipRecord,
  SourceGroup,
  SourceRecord,
  StatementRecord,
} from "../../../lib/dataset/records";

export const header: DatasetHeader = {
  version: "2026.07.01",
  builtFrom: "fixtures",
  validUntil: "2027-01-01",
  license: "CC BY 4.0",
  newestChecked: "2026-06-30",
  contentHash: "0123456789abcdef",
  counts: {},
  shelfLifeDays: {
    definition: 1460,
    policy: 730,
    event: 3650,
    number: 400,
    ruling: 365,
    position: 730,
    status: 365,
    role: 180,
    membership: 365,
    listing: 400,
  },
};

export function source(id: string, group: SourceGroup, published: string | null = "2018-03-01"): SourceRecord {
  return {
    id,
    publisher: `Publisher ${id}`,
    title: `Title of ${id}`,
    url: `https://example.org/${id}`,
    published,
    group,
    kind: "article",
  };
}

export const sources: SourceRecord[] = [
  source("city-code", "state-local"),
  source("justice-list", "federal", "2025-08-05"),
  source("court-order", "court-law", "2021-02-01"),
  source("paper", "news", "2017-05-01"),
  source("other-paper", "news", "2019-06-01"),
  source("for-limits", "advocacy-immigrant"),
  source("for-enforcement", "advocacy-enforcement"),
];

export function cite(...ids: string[]): StatementRecord["sources"] {
  return ids.map((id) => ({ source: id, supports: "full" }));
}

export function statement(id: string, fields: Partial<StatementRecord> = {}): StatementRecord {
  return {
    id,
    kind: "policy",
    text: { en: `Sentence ${id}.`, es: `Frase ${id}.` },
    from: null,
    to: null,
    checked: "2026-01-01",
    sources: cite("city-code"),
    ...fields,
  };
}

export function membership(id: string, fields: Partial<MembershipRecord> = {}): MembershipRecord {
  return {
    id,
    post: "mayor-of-springfield",
    postTitle: { en: "Mayor of Springfield", es: "alcalde de Springfield" },
    office: "mayor",
    seats: 1,
    organization: "springfield",
    organizationTitle: { en: "Springfield" },
    person: `person-${id}`,
    personName: `Person ${id}`,
    start: null,
    end: null,
    acting: false,
    party: null,
    checked: "2026-01-01",
    sources: cite("paper"),
    ...fields,
  };
}

export function listing(id: string, fields: Partial<ListingRecord> = {}): ListingRecord {
  return {
    id,
    list: "list-justice",
    listTitle: { en: "Justice Department list" },
    member: "springfield",
    memberTitle: { en: "Springfield" },
    from: "2025-08-05",
    to: null,
    checked: "2025-10-31",
    sources: cite("justice-list"),
    ...fields,
  };
}

export function entity(fields: Partial<EntityRecord> = {}): EntityRecord {
  return {
    id: "springfield",
    kind: "jurisdiction",
    level: "city",
    title: { en: "Springfield" },
    parents: [],
    statements: [],
    memberships: [],
    listings: [],
    disputes: [],
    disputeStatements: [],
    related: [],
    ...fields,
  };
}

export const city = entity({
  summary: { en: "A city whose code limits help.", restsOn: ["springfield.s02"] },
  statements: [
    statement("springfield.s01", {
      from: "2012",
      to: "2021-01-27",
      checked: "2021-01-27",
      sources: cite("paper", "city-code"),
    }),
    statement("springfield.s02", { from: "2021-01-27", checked: "2025-07-26" }),
    statement("springfield.s03", { kind: "event", from: "2021-01-27", to: "2021-01-27", sources: cite("paper") }),
    statement("springfield.s04", {
      kind: "ruling",
      from: "2025-07-25",
      to: "2025-07-25",
      sources: cite("court-order"),
    }),
    statement("springfield.s05", {
      kind: "position",
      from: "2018",
      sources: cite("for-limits"),
      disputedBy: ["springfield.s06"],
    }),
    statement("springfield.s06", {
      kind: "position",
      from: "2018",
      sources: cite("for-enforcement"),
      disputedBy: ["springfield.s05"],
    }),
    statement("springfield.s07", { kind: "definition", sources: cite("other-paper") }),
  ],
  memberships: [
    membership("mayor-of-springfield.m01", { start: "2011-05-16", end: "2019-05-20" }),
    membership("mayor-of-springfield.m02", { start: "2019-05-20", end: "2023-05-15", sources: cite("other-paper") }),
    membership("mayor-of-springfield.m03", { start: "2023-06-15", checked: "2025-10", acting: true }),
  ],
  listings: [listing("list-justice.m01")],
  disputes: [
    {
      id: "is-springfield-a-sanctuary",
      question: { en: "Is it one?" },
      parties: [
        { name: { en: "The city" }, statements: ["springfield.s05"] },
        { name: { en: "The group" }, statements: ["springfield.s06"] },
      ],
    },
  ],
});

export function options(fields: Partial<ContextOptions> = {}): ContextOptions {
  return {
    asOf: "2019-07-15",
    today: "2026-07-01",
    language: "en",
    hiddenGroups: new Set(),
    hiddenSources: new Set(),
    ...fields,
  };
}

/** The room's own messages, compiled as the extension's catalogue is. */
export function sayIn(language: "en" | "es"): Say {
  const compiled = Object.fromEntries(
    Object.entries(messages).map(([id, text]) => [id, compileMessage(text[language])]),
  );
  const i18n = setupI18n({ locale: language, messages: { [language]: compiled } });
  return (id, values) => {
    if (!(id in compiled)) throw new Error(`no message ${id}`);
    return i18n._(id, values);
  };
}
