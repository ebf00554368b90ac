/** Nothing stands alone: every entity says something, every source is used, every doubtful name has its counter-example. */
import {
  type Dataset,
  fileOf,
  listingsOf,
  membershipsOf,
  type Problem,
  recordedListingsOf,
  recordedMembershipsOf,
  statementsOf,
} from "../dataset";
import type { Name } from "../schema";

/** An entity says something, or something is said of it by its posts and listings. */
export function noOrphanEntities(dataset: Dataset): Problem[] {
  const spoken = new Set<string>();
  for (const { entity } of statementsOf(dataset)) spoken.add(entity.id);
  for (const { membership, post } of membershipsOf(dataset)) {
    spoken.add(membership.person).add(post.id).add(post.organization);
    if (post.jurisdiction !== undefined) spoken.add(post.jurisdiction);
  }
  for (const { listing, list } of listingsOf(dataset)) spoken.add(listing.member).add(list.id);
  return [...dataset.entities.values()]
    .filter((entity) => !spoken.has(entity.id))
    .map((entity) => ({
      rule: "orphan-entity",
      file: fileOf(dataset, entity.id),
      path: entity.id,
      expected: "a statement, a membership or a listing",
      found: "nothing a card could show",
    }));
}

/** A source is cited by something that ships. */
export function noOrphanSources(dataset: Dataset): Problem[] {
  const cited = new Set<string>();
  const cite = (citations: { source: string }[]): void => {
    for (const { source } of citations) cited.add(source);
  };
  for (const { statement } of statementsOf(dataset)) cite(statement.sources);
  for (const { membership } of recordedMembershipsOf(dataset)) cite(membership.sources);
  for (const { listing } of recordedListingsOf(dataset)) cite(listing.sources);
  return [...dataset.sources.values()]
    .filter((source) => !cited.has(source.id) && source.withdrawn === undefined)
    .map((source) => ({
      rule: "orphan-source",
      file: fileOf(dataset, source.id),
      path: source.id,
      expected: "a sentence that cites it",
      found: "none",
    }));
}

/** Only people who hold or held an office are entities. */
export function personsHoldOffice(dataset: Dataset): Problem[] {
  const holders = new Set(membershipsOf(dataset).map(({ membership }) => membership.person));
  for (const { statement, entity } of statementsOf(dataset)) if (statement.kind === "role") holders.add(entity.id);
  return [...dataset.entities.values()]
    .filter((entity) => entity.kind === "person" && !holders.has(entity.id))
    .map((entity) => ({
      rule: "person-holds-office",
      file: fileOf(dataset, entity.id),
      path: entity.id,
      expected: "a membership in a post, or a statement of the office held",
      found: "none",
    }));
}

function isDoubtful(name: Name): boolean {
  return name.match?.never !== true && (name.match?.context === "cue" || name.match?.forbids !== undefined);
}

/** An entity with a name that may mean something else comes with a sentence in which it does. */
export function doubtfulNamesHaveCounterExamples(dataset: Dataset): Problem[] {
  return [...dataset.entities.values()].flatMap((entity) => {
    const index = entity.names.findIndex(isDoubtful);
    const hasExample = entity.names.some((name) => (name.examples?.not ?? []).length > 0);
    const name = entity.names[index];
    if (name === undefined || hasExample) return [];
    return [
      {
        rule: "name-example",
        file: fileOf(dataset, entity.id),
        path: `${entity.id}/names[${index}].examples.not`,
        expected: `a sentence in which [${name.text}] means something else`,
        found: "none",
      },
    ];
  });
}

/** An example marks exactly the form it is about, in brackets. */
export function examplesMarkTheirForm(dataset: Dataset): Problem[] {
  return [...dataset.entities.values()].flatMap((entity) =>
    entity.names.flatMap((name, index) =>
      [...(name.examples?.is ?? []), ...(name.examples?.not ?? [])]
        .filter((example) => !/\[[^\]]+\]/.test(example))
        .map((example) => ({
          rule: "example-marked",
          file: fileOf(dataset, entity.id),
          path: `${entity.id}/names[${index}].examples`,
          expected: "the form in [brackets]",
          found: example,
        })),
    ),
  );
}
