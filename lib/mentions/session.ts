/** One article as it is read: what was introduced, who bears which surname, how far it is about the topic. */

import { isCurrent } from "./beside-people";
import { Country } from "./country";
import { Cues } from "./cues";
import { type FoldedText, foldText, sourceEnd, sourceStart } from "./fold";
import { inUse, judgeName, noteExpansions } from "./judge-names";
import { type Bearing, judgeAlone, judgeFull, judgeTitled, type PersonVerdict } from "./judge-people";
import { type Knowledge, sum, type Verdict } from "./knowledge";
import { Lookup, type NameHit, type SurnameHit } from "./lookup";
import { type Bearer, People } from "./people";
import { PlaceContext } from "./places";
import type { NamesIndex, Person } from "./read-index";
import { Topic } from "./topic";
import type { Evidence, Mention, MentionInput, Refusal } from "./types";

export interface Findings {
  mentions: Mention[];
  refused: Refusal[];
}

interface Finding {
  start: number;
  end: number;
  entity: string;
  kind: Mention["kind"];
  accepted: boolean;
  evidence: Evidence[];
}

/** What is made once for an index and serves every article. */
export class Tools {
  readonly lookup: Lookup;
  readonly people: People;
  readonly cues: Cues;
  constructor(readonly index: NamesIndex) {
    this.lookup = new Lookup(index);
    this.people = new People(index);
    this.cues = new Cues(index);
  }
}

function monthOf(date: MentionInput["date"]): number {
  if (!date) return Number.NaN;
  const [year, part] = date.split("-");
  return (Number(year) - 1990) * 12 + (part === undefined ? 6 : Number(part) - 1);
}

/** Where candidates stand, in order; both lists are sorted already. */
function candidatesOf(names: NameHit[][], surnames: SurnameHit[]): { start: number; end: number }[] {
  const all: { start: number; end: number }[] = [...surnames];
  for (const [longest] of names) if (longest) all.push(longest);
  return all.sort((a, b) => a.start - b.start);
}

export class Session {
  readonly #known: Knowledge;
  readonly #tools: Tools;
  readonly #bearings = new Map<string, Bearing[]>();
  readonly #borne = new Map<Person, Bearing[]>();
  #length = 0;
  #refusedHere: NameHit[] = [];

  constructor(tools: Tools, meta: Omit<MentionInput, "text">) {
    this.#tools = tools;
    this.#known = {
      index: tools.index,
      cues: tools.cues,
      country: new Country(tools.index),
      topic: new Topic(tools.index),
      places: new PlaceContext(tools.index),
      introduced: new Set(),
      redefined: new Set(),
      denied: new Set(),
      scenes: tools.cues.list("sport music food weather tv hockey"),
      language: meta.language,
      month: monthOf(meta.date),
    };
    if (meta.pageHints) {
      const hints = foldText(meta.pageHints);
      this.#known.topic.hint(hints.lower);
      this.#known.places.hint(hints);
      this.#known.country.hint(hints);
    }
  }

  /** Reads more text of the article. `offset`: where it begins in the article, by default after what was read before. */
  scan(source: string, offset = this.#length): Findings {
    const text = foldText(source);
    const { names, surnames } = this.#tools.lookup.read(text);
    this.#length = Math.max(this.#length, offset + source.length + 1);
    if (names.length + surnames.length === 0) return { mentions: [], refused: [] };
    this.#known.topic.add(text.lower, offset);
    this.#known.places.add(text, offset);
    this.#known.country.add(text, this.#known.places.namesState);
    const findings: Finding[] = [];
    this.#refusedHere = [];
    this.#tools.cues.read(text.lower, candidatesOf(names, surnames));
    noteExpansions(this.#known, text, names);
    const unclear: NameHit[][] = [];
    const placed: NameHit[][] = [];
    for (const group of names) {
      const [first] = group;
      if (!first) continue;
      if (this.#isPlace(first)) {
        placed.push(group);
        this.#foresee(text, offset, first);
      } else if (this.#isClear(first)) this.#readName(text, offset, group, findings);
      else unclear.push(group);
    }
    // What is clear but for another sense first: it tells what the text is about, which the others lean on.
    const leaning: NameHit[][] = [];
    for (const group of unclear)
      if (group[0]?.rule.context === "none") this.#readName(text, offset, group, findings);
      else leaning.push(group);
    for (const group of leaning) this.#readName(text, offset, group, findings);
    this.#readPeople(text, offset, surnames, findings);
    for (const group of placed) this.#readName(text, offset, group, findings);
    return this.#settle(text, offset, findings);
  }

  #isPlace(hit: NameHit): boolean {
    return this.#tools.index.entityKind(hit.entities[0] ?? 0) === "jurisdiction";
  }

  /** A place that only one entity can be helps to tell officials and other places apart, before it is judged itself. */
  #foresee(text: FoldedText, offset: number, hit: NameHit): void {
    const [only] = hit.entities;
    if (only === undefined || hit.entities.length > 1 || hit.rule.context === "cue") return;
    if (!this.#known.places.partOf(text, hit.start, hit.end)) this.#known.places.note(only, offset + hit.start, 0.8);
  }

  #isClear(hit: NameHit): boolean {
    return hit.rule.context === "none" && hit.rule.forbids.sets === "";
  }

  /** Of the names that fit at a place the longest accepted one stands; of equally long ones the best supported. */
  #readName(text: FoldedText, offset: number, group: NameHit[], findings: Finding[]): void {
    let best: Verdict | null = null;
    let refusal: Verdict | null = null;
    for (const hit of group) {
      if (best && hit.end < best.end) break;
      if (!inUse(this.#known, hit) || this.#isRefused(hit)) continue;
      const verdict = judgeName(this.#known, text, offset, hit);
      if (!verdict.accepted) {
        refusal ??= verdict;
        if (verdict.evidence.some((item) => item.code.startsWith("other-"))) this.#refusedHere.push(hit);
      } else if (!best || sum(verdict.evidence) > sum(best.evidence)) best = verdict;
    }
    const verdict = best ?? refusal;
    const [first] = group;
    if (!verdict || !first) return;
    const kind = this.#tools.index.entityKind(verdict.entity);
    if (best) this.#learn(text, offset, first, best, kind);
    else if (kind !== "jurisdiction" && verdict.evidence.some((item) => item.code === "other-sense"))
      this.#known.topic.deny(offset + first.start, offset + verdict.end);
    findings.push({
      start: best ? this.#withCountry(text, first, kind) : first.start,
      end: verdict.end,
      entity: this.#tools.index.entityId(verdict.entity),
      kind,
      accepted: best !== null,
      evidence: verdict.evidence,
    });
  }

  /** What was refused as a whole is not found in one of its parts either. */
  #isRefused(hit: NameHit): boolean {
    return this.#refusedHere.some(
      (other) =>
        other.start <= hit.start &&
        other.end >= hit.end &&
        hit.entities.some((entity) => other.entities.includes(entity)),
    );
  }

  #learn(text: FoldedText, offset: number, hit: NameHit, verdict: Verdict, kind: Mention["kind"]): void {
    if (this.#isClear(hit) && kind !== "jurisdiction") this.#known.introduced.add(verdict.entity);
    const speaks = this.#speaksForTopic(verdict.entity, kind);
    if (speaks > 0) this.#known.topic.confirm(offset + hit.start, speaks, text.lower.slice(hit.start, verdict.end));
    if (kind === "jurisdiction") this.#known.places.note(verdict.entity, offset + hit.start, 0.8);
  }

  /** An accepted agency or term shows what the text is about. */
  #speaksForTopic(entity: number, kind: Mention["kind"]): number {
    if (kind === "term" || kind === "operation") return 1;
    if (kind === "law") return 1;
    if (kind !== "organization") return 0;
    const id = this.#tools.index.entityId(entity);
    return /^(?:us-(?:ice|cbp|dhs|border-patrol|cis|ins|eoir)|ice-)/.test(id) ? 1 : 0;
  }

  /** "U.S. Immigration and …": the country's name belongs to the mention. */
  #withCountry(text: FoldedText, hit: NameHit, kind: Mention["kind"]): number {
    if (kind !== "organization" && kind !== "case") return hit.start;
    const found = /(?:\bU\. ?S\. ?|\bUS |\bUnited States )$/.exec(
      text.plain.slice(Math.max(0, hit.start - 15), hit.start),
    );
    return found ? hit.start - found[0].length : hit.start;
  }

  #readPeople(text: FoldedText, offset: number, hits: SurnameHit[], findings: Finding[]): void {
    const bearers: Bearer[] = [];
    for (const hit of hits) {
      const bearer = this.#tools.people.read(text, hit);
      const inside = bearers.find(
        (other) => other.form !== "other" && other.start <= hit.start && other.hit.end >= hit.end && other.hit !== hit,
      );
      if (inside && (inside.form === "full" || inside.hit.end - inside.hit.start > hit.end - hit.start)) continue;
      bearers.push(bearer);
    }
    const verdicts = new Map<Bearer, PersonVerdict>();
    for (const bearer of bearers) {
      const going = this.#tools.people.goesOn(text, bearer.hit.end);
      if (going) {
        verdicts.set(bearer, {
          accepted: false,
          person: null,
          evidence: [{ code: "part-of-name", weight: -2, detail: going }],
        });
        continue;
      }
      if (bearer.form === "full") {
        const verdict = judgeFull(this.#known, text, offset, bearer, this.#bearingsOf(bearer));
        verdicts.set(bearer, verdict);
        this.#bear(bearer, offset, verdict.accepted ? verdict.person : null, bearer.title);
      } else if (bearer.form === "other") this.#bear(bearer, offset, null, this.#titleOfOther(text, bearer));
    }
    for (const bearer of bearers) {
      if (bearer.form !== "titled" || verdicts.has(bearer)) continue;
      const verdict = judgeTitled(this.#known, text, offset, bearer, this.#bearingsOf(bearer));
      verdicts.set(bearer, verdict);
      if (verdict.accepted) this.#bear(bearer, offset, verdict.person, bearer.title);
      else this.#bear(bearer, offset, null, bearer.title);
    }
    for (const bearer of bearers) {
      if (bearer.form !== "alone" || verdicts.has(bearer)) continue;
      const verdict = judgeAlone(this.#known, text, offset, bearer, this.#bearingsOf(bearer));
      verdicts.set(bearer, verdict);
      if (verdict.accepted && verdict.person) this.#learnPerson(verdict.person, offset + bearer.start, bearer.hit.key);
    }
    for (const [bearer, verdict] of verdicts) {
      if (!verdict.person) continue;
      findings.push({
        start: bearer.start,
        end: bearer.hit.end,
        entity: verdict.person.id,
        kind: "person",
        accepted: verdict.accepted,
        evidence: verdict.evidence,
      });
    }
  }

  #titleOfOther(text: FoldedText, bearer: Bearer): string {
    const given = bearer.given;
    const at = text.lower.lastIndexOf(given, bearer.start);
    return at >= 0 ? (this.#tools.people.titleBefore(text, at)?.words ?? "") : "";
  }

  #bear(bearer: Bearer, offset: number, person: Bearing["person"], title: string): void {
    if (person) this.#learnPerson(person, offset + bearer.start, bearer.hit.key);
    const list = this.#bearings.get(bearer.hit.key) ?? [];
    if (person) this.#borne.set(person, list);
    const at = offset + bearer.start;
    let place = list.length;
    while (place > 0 && (list[place - 1]?.at ?? 0) > at) place--;
    list.splice(place, 0, { at, person, given: bearer.given, title });
    this.#bearings.set(bearer.hit.key, list);
  }

  /** An official speaks for a place, and the head of an immigration agency for the topic, at the time of office. */
  #learnPerson(person: Person, at: number, word: string): void {
    for (const span of person.spans) {
      if (span.place < 0) continue;
      const kind = this.#tools.index.entityKind(span.place);
      if (kind === "jurisdiction") this.#known.places.noteOfficial(span.place, at);
      else if (isCurrent(span, this.#known.month, false) && this.#speaksForTopic(span.place, kind) > 0)
        this.#known.topic.confirm(at, 1, word);
    }
  }

  #bearingsOf(bearer: Bearer): Bearing[] {
    const same = this.#bearings.get(bearer.hit.key);
    if (same) return same;
    // Who is introduced by both surnames may be called by the last one.
    for (const person of bearer.hit.persons) {
      const other = this.#borne.get(person);
      if (other) return other;
    }
    return [];
  }

  /** No two findings overlap: accepted before refused, persons in full before places, longer before shorter. */
  #settle(text: FoldedText, offset: number, findings: Finding[]): Findings {
    const ranked = [...findings].sort(
      (a, b) => Number(b.accepted) - Number(a.accepted) || b.end - b.start - (a.end - a.start) || a.start - b.start,
    );
    const kept: Finding[] = [];
    const taken = new Uint8Array(text.plain.length);
    for (const finding of ranked) {
      if (taken.subarray(finding.start, finding.end).includes(1)) continue;
      taken.fill(1, finding.start, finding.end);
      kept.push(finding);
    }
    kept.sort((a, b) => a.start - b.start);
    const mentions: Mention[] = [];
    const refused: Refusal[] = [];
    for (const finding of kept) {
      const start = sourceStart(text, finding.start);
      const end = sourceEnd(text, finding.end);
      const common = {
        start: offset + start,
        end: offset + end,
        text: text.source.slice(start, end),
        entity: finding.entity,
        evidence: finding.evidence,
      };
      if (finding.accepted) mentions.push({ ...common, kind: finding.kind });
      else refused.push(common);
    }
    return { mentions, refused };
  }
}
