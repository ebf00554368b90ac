/** Turns checked entities into the records that cards are made from. */
import { type Dataset, isShown, listingsOf, membershipsOf, statementsOf } from "./dataset";
import type {
  CitationRecord,
  DisputeRecord,
  EntityRecord,
  EntityReference,
  ListingRecord,
  LocalizedText,
  MembershipRecord,
  StatementRecord,
} from "./records";
import { readableReporters } from "./reporters";
import type { Citation, Entity, ListMember, Membership, Post, Statement } from "./schema";

/** Seats in Congress hold hundreds of people: they are reached through the member, not through the chamber. */
const seatOfCongress = /^us-(representative|senator|delegate|resident-commissioner)-/;
const relatedLimit = 12;
/** Kinds worth offering as a way back from what they mention. */
const offeredBack = new Set(["law", "case", "operation", "term", "list", "number"]);

/** Copies a value without the fields that are undefined, so that optional fields are absent or present. */
function compact<Value extends object>(value: { [Key in keyof Value]: Value[Key] | undefined }): Value {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value;
}

function localized(text: { en: string; es?: string | undefined }): LocalizedText {
  return compact<LocalizedText>({ en: text.en, es: text.es });
}

/** A card's title: the entity's own, else its first legal or short name. */
export function titleOf(entity: Entity): LocalizedText {
  if (entity.title !== undefined) return localized(entity.title);
  const chosen = entity.names.find((name) => name.kind === "legal" || name.kind === "short") ?? entity.names[0];
  const first = entity.names.find((name) => name.kind === "short") ?? chosen;
  const text = (entity.kind === "person" ? first : chosen)?.text ?? entity.id;
  return { en: text };
}

function citation(cited: Citation): CitationRecord {
  return compact<CitationRecord>({ source: cited.source, where: cited.where, supports: cited.supports });
}

function statementRecord(statement: Statement, nameOf: (id: string) => string): StatementRecord {
  return compact<StatementRecord>({
    id: statement.id,
    kind: statement.kind,
    text: localized(statement.text),
    from: statement.from,
    to: statement.to,
    checked: statement.checked,
    attributedTo: statement.attributedTo === undefined ? undefined : nameOf(statement.attributedTo),
    asReportedBy: statement.asReportedBy === undefined ? undefined : readableReporters(statement.asReportedBy),
    disputedBy: statement.disputedBy,
    number: statement.number === undefined ? undefined : compact(statement.number),
    related: statement.related,
    sources: statement.sources.map(citation),
  });
}

/** Makes the records of one dataset; look-up tables are built once and shared. */
export class RecordMaker {
  private readonly statements = new Map<string, Statement>();
  private readonly ownMemberships = new Map<string, MembershipRecord[]>();
  private readonly organizationMemberships = new Map<string, MembershipRecord[]>();
  private readonly postMemberships = new Map<string, MembershipRecord[]>();
  private readonly memberListings = new Map<string, ListingRecord[]>();
  private readonly listListings = new Map<string, ListingRecord[]>();
  private readonly disputesByStatement = new Map<string, DisputeRecord[]>();
  private readonly mentionedBy = new Map<string, string[]>();

  constructor(private readonly dataset: Dataset) {
    for (const { statement, entity } of statementsOf(dataset)) {
      this.statements.set(statement.id, statement);
      for (const target of statement.related ?? []) append(this.mentionedBy, target, entity.id);
    }
    for (const { membership, post } of membershipsOf(dataset)) this.addMembership(membership, post);
    for (const { listing, list } of listingsOf(dataset)) this.addListing(listing, list);
    for (const dispute of dataset.disputes) {
      const record: DisputeRecord = {
        id: dispute.id,
        question: localized(dispute.question),
        parties: dispute.parties.map((party) => ({ name: localized(party.name), statements: party.statements })),
      };
      for (const id of dispute.parties.flatMap((party) => party.statements))
        append(this.disputesByStatement, id, record);
    }
  }

  private titleById(id: string): LocalizedText {
    const entity = this.dataset.entities.get(id);
    return entity === undefined ? { en: id } : titleOf(entity);
  }

  private addMembership(membership: Membership, post: Post): void {
    const record = compact<MembershipRecord>({
      id: membership.id,
      post: post.id,
      postTitle: titleOf(post),
      office: post.office,
      seats: post.seats ?? 1,
      organization: post.organization,
      organizationTitle: this.titleById(post.organization),
      person: membership.person,
      personName: this.titleById(membership.person).en,
      heldAs: membership.heldAs,
      start: membership.start,
      end: membership.end,
      acting: membership.acting,
      party: membership.party,
      how: membership.how,
      endReason: membership.endReason,
      checked: membership.checked,
      sources: membership.sources.map(citation),
    });
    append(this.ownMemberships, membership.person, record);
    append(this.postMemberships, post.id, record);
    if ((post.seats ?? 1) > 1 || seatOfCongress.test(post.id)) return;
    append(this.organizationMemberships, post.organization, record);
    if (post.jurisdiction !== undefined && post.jurisdiction !== post.organization)
      append(this.organizationMemberships, post.jurisdiction, record);
  }

  private addListing(listing: ListMember, list: Entity): void {
    const record = compact<ListingRecord>({
      id: listing.id,
      list: list.id,
      listTitle: titleOf(list),
      member: listing.member,
      memberTitle: this.titleById(listing.member),
      from: listing.from,
      to: listing.to,
      checked: listing.checked,
      note: listing.note === undefined ? undefined : localized(listing.note),
      sources: listing.sources.map(citation),
    });
    append(this.memberListings, listing.member, record);
    append(this.listListings, list.id, record);
  }

  /** Cards show who holds a position by name, also where the data says it by id. */
  private statementRecord(statement: Statement): StatementRecord {
    return statementRecord(statement, (id) => this.titleById(id).en);
  }

  private membershipsFor(entity: Entity): MembershipRecord[] {
    if (entity.kind === "person") return this.ownMemberships.get(entity.id) ?? [];
    if (entity.kind === "post") return this.postMemberships.get(entity.id) ?? [];
    return this.organizationMemberships.get(entity.id) ?? [];
  }

  private reference(id: string): EntityReference[] {
    const entity = this.dataset.entities.get(id);
    return entity === undefined ? [] : [{ id, kind: entity.kind, title: titleOf(entity) }];
  }

  private parentsOf(entity: Entity): EntityReference[] {
    const chain: EntityReference[] = [];
    let above = parentOf(entity);
    while (above !== undefined && chain.length < 5) {
      const parent = this.dataset.entities.get(above);
      if (parent === undefined) break;
      chain.push(...this.reference(parent.id));
      above = parentOf(parent);
    }
    return chain;
  }

  private relatedTo(entity: Entity): EntityReference[] {
    const own = [...(entity.related ?? []), ...entity.statements.filter(isShown).flatMap((one) => one.related ?? [])];
    const back = (this.mentionedBy.get(entity.id) ?? []).filter((id) =>
      offeredBack.has(this.dataset.entities.get(id)?.kind ?? ""),
    );
    const wanted = [...new Set([...own, ...back])].filter((id) => id !== entity.id).slice(0, relatedLimit);
    return wanted.flatMap((id) => this.reference(id));
  }

  /** Everything a card about this entity can need. */
  record(entity: Entity): EntityRecord {
    const statements = entity.statements.filter(isShown);
    const own = new Set(statements.map((statement) => statement.id));
    const disputes = [...new Set(statements.flatMap((one) => this.disputesByStatement.get(one.id) ?? []))];
    const others = disputes
      .flatMap((dispute) => dispute.parties.flatMap((party) => party.statements))
      .concat(statements.flatMap((statement) => statement.disputedBy ?? []));
    const disputeStatements = [...new Set(others)]
      .filter((id) => !own.has(id))
      .flatMap((id) => this.statements.get(id) ?? [])
      .filter(isShown)
      .map((statement) => this.statementRecord(statement));
    return compact<EntityRecord>({
      id: entity.id,
      kind: entity.kind,
      title: titleOf(entity),
      level: entity.kind === "jurisdiction" ? entity.level : undefined,
      state: entity.kind === "jurisdiction" ? entity.state : undefined,
      parents: this.parentsOf(entity),
      summary:
        entity.summary === undefined ? undefined : { ...localized(entity.summary), restsOn: entity.summary.restsOn },
      ambiguity: entity.ambiguity,
      from: entity.from,
      to: entity.to,
      statements: statements.map((statement) => this.statementRecord(statement)),
      memberships: this.membershipsFor(entity),
      listings: (entity.kind === "list" ? this.listListings : this.memberListings).get(entity.id) ?? [],
      disputes,
      disputeStatements,
      related: this.relatedTo(entity),
    });
  }
}

function parentOf(entity: Entity): string | undefined {
  if (entity.kind === "jurisdiction") return entity.parent;
  if (entity.kind === "organization") return entity.parent ?? entity.jurisdiction;
  if (entity.kind === "post") return entity.organization;
  if (entity.kind === "law") return entity.jurisdiction;
  if (entity.kind === "list") return entity.publisher;
  return undefined;
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
