import type { EntityKind, SourceGroup } from "../lib/dataset/records";

/** The kinds of entity, in the order in which pages list them. */
export const kinds: readonly EntityKind[] = [
  "organization",
  "jurisdiction",
  "person",
  "post",
  "term",
  "law",
  "case",
  "operation",
  "list",
  "number",
];

/** The source groups, in the order in which pages list them. */
export const groups: readonly SourceGroup[] = [
  "federal",
  "state-local",
  "court-law",
  "research",
  "news",
  "advocacy-enforcement",
  "advocacy-immigrant",
];
