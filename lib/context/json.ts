/** A card as the JSON that `npm run context` prints. */
import { localize } from "./text";
import type { CardHolder, CardListing, CardModel, CardSentence } from "./types";

/** Builds the printed form: sources by id, what held on the as-of date apart from what came later. */
export function cardJson(model: CardModel) {
  const cited = new Set<number>();
  const sourceIds = (places: readonly number[]) => {
    for (const place of places) cited.add(place);
    return places.flatMap((place) => model.sources[place]?.id ?? []);
  };
  const statement = (sentence: CardSentence) => {
    const { id, kind, text, language, from, to, checked, standing, change, stale, attributedTo, number } = sentence;
    const { asFarAsChecked, asReportedBy, knownSince, changedOn } = sentence;
    return {
      ...{ id, kind, text, language, from, to, checked, standing, change, changedOn, stale },
      ...{ asFarAsChecked, knownSince },
      ...{ attributedTo, asReportedBy, number, sources: sourceIds(sentence.sources) },
    };
  };
  const holder = (one: CardHolder) => {
    const { id, person: personId, personName: person, heldAs, party, start, end, acting, standing, checked } = one;
    const post = localize(one.postTitle, model.language).text;
    return {
      ...{ id, post, postId: one.post, person, personId, heldAs, party, start, end, acting, standing, checked },
      ...{ latest: one.latest, stale: one.stale, sources: sourceIds(one.sources) },
    };
  };
  const listing = (one: CardListing) => {
    const { id, list, member, from, to, standing, latest, stale, checked, note } = one;
    const title = localize(one.listTitle, model.language).text;
    const memberTitle = localize(one.memberTitle, model.language).text;
    return {
      ...{ id, list, title, member, memberTitle, from, to, checked, standing, latest, stale, note },
      sources: sourceIds(one.sources),
    };
  };
  const held = ({ standing }: { standing: string }) => standing === "then" || standing === "unknown";
  const later = ({ standing }: { standing: string }) => standing === "since";
  sourceIds(model.summary?.sources ?? []);
  sourceIds(model.summaryToday?.sources ?? []);
  const printed = {
    entity: model.entity,
    kind: model.kind,
    title: model.title,
    summary: model.summary?.text ?? null,
    summaryToday: model.summaryToday?.text ?? null,
    asOf: model.asOf,
    notices: model.notices,
    then: model.then.map(statement),
    since: model.since.map(statement),
    earlier: model.earlier.map(statement),
    unclear: model.unclear.map(statement),
    holders: model.holders.filter(held).map(holder),
    holdersSince: model.holders.filter(later).map(holder),
    lists: model.listings.filter(held).map(listing),
    listsSince: model.listings.filter(later).map(listing),
    disputes: model.disputes.map(({ id, question, parties, oneSided }) => ({
      ...{ id, question, oneSided },
      parties: parties.map(({ name, statements }) => ({ name, statements: statements.map(statement) })),
    })),
    hidden: model.hidden,
    oneSided: model.oneSided,
    empty: model.empty,
  };
  return {
    ...printed,
    // Those of holders and lists that are not printed stay out.
    sources: model.sources.filter((_, place) => cited.has(place)).map(({ number: _number, ...source }) => source),
    dataset: { version: model.header.version, newestChecked: model.newestChecked },
  };
}
