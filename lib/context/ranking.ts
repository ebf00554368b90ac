/** What matters first on a card, by kind of entity, and how much of it fits without scrolling. */
import type { EntityKind, StatementKind } from "../dataset/records";

type Order = readonly StatementKind[];

const order: Record<EntityKind, Order> = {
  organization: ["definition", "role", "policy", "status", "ruling", "number", "position", "event"],
  jurisdiction: ["policy", "definition", "status", "ruling", "position", "role", "number", "event"],
  person: ["role", "status", "policy", "position", "event", "ruling", "number", "definition"],
  post: ["definition", "role", "status", "policy", "event", "ruling", "position", "number"],
  list: ["definition", "status", "policy", "event", "ruling", "position", "number", "role"],
  term: ["definition", "policy", "status", "position", "ruling", "number", "event", "role"],
  law: ["definition", "policy", "status", "ruling", "position", "number", "event", "role"],
  case: ["ruling", "status", "definition", "policy", "position", "event", "number", "role"],
  operation: ["definition", "status", "event", "number", "policy", "ruling", "position", "role"],
  number: ["number", "definition", "status", "policy", "event", "ruling", "position", "role"],
};

/** What is news about an entity since the article was published: deeds before words. */
const sinceOrder: Order = ["policy", "ruling", "status", "event", "role", "number", "definition", "position"];

/**
 * Kinds of past moment that stay said on a card: what a court decided, what an operation did, the figure
 * last counted. Elsewhere a moment that is past belongs to “earlier”.
 */
const lasting: Partial<Record<EntityKind, Order>> = {
  case: ["ruling", "event"],
  law: ["ruling", "event"],
  operation: ["event", "number", "ruling"],
  number: ["number"],
};

/** Offices that speak for a place or an agency come before others. */
const offices: readonly string[] = [
  "president",
  "governor",
  "mayor",
  "secretary",
  "director",
  "commissioner",
  "attorney-general",
  "county-executive",
  "sheriff",
  "police-chief",
  "chief",
  "border-czar",
  "vice-president",
  "lieutenant-governor",
  "county-board",
  "deputy-secretary",
  "prosecutor",
  "adviser",
  "speaker",
  "spokesperson",
  "council",
  "judge",
  "senator",
  "representative",
];

/** How many of each are in the first view. */
export const firstView = { then: 3, since: 3, holders: 2, listings: 2, disputes: 1 } as const;

/** What was over so shortly before the as-of date belongs to the news of that day. */
export const recentDays = 60;

export function rankOf(entity: EntityKind, statement: StatementKind): number {
  return order[entity].indexOf(statement);
}

export function sinceRank(statement: StatementKind): number {
  return sinceOrder.indexOf(statement);
}

export function isLasting(entity: EntityKind, statement: StatementKind): boolean {
  return lasting[entity]?.includes(statement) ?? false;
}

export function officeRank(office: string): number {
  const rank = offices.indexOf(office);
  return rank < 0 ? offices.length : rank;
}
