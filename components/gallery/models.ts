/** Made-up card models for the gallery and the tests: short, long, disputed, stale, withdrawn, unknown. */
import type { CardHolder, CardModel, CardSentence } from "../../lib/context/types";

export function sentence(id: string, text: string, more: Partial<CardSentence> = {}): CardSentence {
  return {
    id,
    kind: "policy",
    text,
    language: "en",
    from: "2012-09-12",
    to: null,
    checked: "2026-07-01",
    standing: "then",
    stale: false,
    asFarAsChecked: false,
    inPart: false,
    atFirst: true,
    sources: [0],
    related: [],
    ...more,
  };
}

const mayor: CardHolder = {
  id: "mayor.m1",
  post: "mayor-of-chicago",
  postTitle: { en: "Mayor of Chicago", es: "Alcaldía de Chicago" },
  office: "mayor",
  organization: "chicago-il",
  organizationTitle: { en: "Chicago, Illinois" },
  person: "lori-lightfoot",
  personName: "Lori Lightfoot",
  party: "Democratic",
  start: "2019-05-20",
  end: "2023-05-15",
  acting: false,
  standing: "then",
  latest: false,
  stale: false,
  asFarAsChecked: false,
  atFirst: true,
  checked: "2026-07-01",
  sources: [1],
};

const source = (number: number, publisher: string, url: string): CardModel["sources"][number] => ({
  number,
  id: `source-${number}`,
  publisher,
  title: `Title of source ${number}, <b>never markup</b>`,
  url,
  published: "2019-07-12",
  group: "state-local",
  kind: "official",
});

export const chicago: CardModel = {
  entity: "chicago-il",
  kind: "jurisdiction",
  level: "city",
  title: "Chicago, Illinois",
  language: "en",
  parents: [{ id: "cook-county-il", kind: "jurisdiction", title: { en: "Cook County, Illinois" } }],
  summary: sentence("summary", "City law bars police from asking people about immigration status.", {
    kind: "summary",
  }),
  summaryToday: null,
  asOf: "2019-07-12",
  asked: "2019-07-12",
  asOfIsToday: false,
  notices: [],
  then: [sentence("s1", "The Welcoming City Ordinance was in force, with exceptions.", { sources: [0, 1] })],
  since: [sentence("s2", "The exceptions were removed.", { from: "2021-01-27", standing: "since", change: "began" })],
  earlier: [],
  unclear: [],
  holders: [
    mayor,
    {
      ...mayor,
      id: "mayor.m2",
      person: "brandon-johnson",
      personName: "Brandon Johnson",
      start: "2023-05-15",
      end: null,
      standing: "since",
      latest: true,
    },
  ],
  listings: [
    {
      id: "l1",
      list: "doj-list",
      listTitle: { en: "Justice Department sanctuary list" },
      member: "chicago-il",
      memberTitle: { en: "Chicago, Illinois" },
      from: "2025-08-05",
      to: null,
      standing: "since",
      latest: true,
      stale: false,
      asFarAsChecked: false,
      atFirst: true,
      checked: "2026-07-01",
      sources: [2],
    },
  ],
  timeline: [
    sentence("s1", "The Welcoming City Ordinance was passed."),
    sentence("s2", "The exceptions were removed."),
  ],
  firstRows: [],
  disputes: [],
  related: [{ id: "law-welcoming", kind: "law", title: { en: "Welcoming City Ordinance" } }],
  hidden: 0,
  oneSided: false,
  empty: false,
  sources: [
    source(1, "City of Chicago", "https://www.chicago.gov/ordinance"),
    source(2, "Cook County Clerk", "http://cook.example/results"),
    source(3, "A publisher with an address that must not open", "javascript:alert(1)"),
  ],
  newestChecked: "2026-07-01",
  header: {
    version: "2026.11.24",
    builtFrom: "tests",
    validUntil: "2027-03-31",
    license: "CC BY 4.0",
    newestChecked: "2026-07-01",
    contentHash: "0".repeat(64),
    counts: {},
    shelfLifeDays: {} as CardModel["header"]["shelfLifeDays"],
  },
};

const long = "Long sentence about enforcement, detainers and cooperation agreements between counties. "
  .repeat(4)
  .trim();

function party(name: string, word: CardSentence) {
  return { name, statements: [word], first: [word] };
}

/** Every state a card can be in, by name. */
export const models: Record<string, CardModel> = {
  chicago,
  disputed: {
    ...chicago,
    disputes: [
      {
        id: "d1",
        question: "Is the city a sanctuary?",
        parties: [
          party("Justice Department", sentence("d1.a", "The city obstructs federal law.")),
          party("City of Chicago", sentence("d1.b", "The city follows federal law.")),
        ],
        oneSided: false,
        atFirst: true,
      },
    ],
  },
  oneSided: { ...chicago, hidden: 2, oneSided: true },
  stale: {
    ...chicago,
    then: [sentence("s1", "About 200 people were held.", { stale: true, checked: "2021-02-03", inPart: true })],
  },
  unknownDate: { ...chicago, asked: null, asOf: "2026-11-24", asOfIsToday: true, notices: ["date-unknown"], since: [] },
  expired: { ...chicago, notices: ["dataset-expired", "before-data"] },
  long: { ...chicago, title: long.slice(0, 90), then: [sentence("s1", long), sentence("s3", long)] },
  more: {
    ...chicago,
    earlier: [
      sentence("s4", "An executive order came first.", { atFirst: false, to: "2012-09-11", standing: "before" }),
    ],
  },
  nothing: { ...chicago, summary: null, then: [], since: [], holders: [], listings: [], timeline: [], related: [] },
};
