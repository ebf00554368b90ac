/** Weighs what speaks for and against a name that is no person's: agencies, laws, terms; places have a judge of their own. */

import { expansion, spelling } from "./acronyms";
import type { FoldedText } from "./fold";
import { judgeAcronym, tolerateOtherSenses } from "./judge-acronyms";
import { judgePlace } from "./judge-places";
import { evidence, type Knowledge, sum, type Verdict, weightsOf } from "./knowledge";
import type { NameHit } from "./lookup";
import type { Evidence } from "./types";
import { isQuoted, wordBefore } from "./words";

function months(date: string): number {
  const [year, part] = date.split("-");
  return (Number(year) - 1990) * 12 + (part === undefined ? 0 : Number(part) - 1);
}

/** Acronyms spelled out in the text, before anything is judged. */
export function noteExpansions(known: Knowledge, text: FoldedText, hits: NameHit[][]): void {
  for (const group of hits) {
    for (const hit of group) {
      if (!hit.rule.acronym) continue;
      const written = text.plain.slice(hit.start, hit.end).replaceAll(".", "");
      const phrase = expansion(text.lower, hit.start, hit.end) || spelling(text.plain, hit.start, written);
      if (!phrase) continue;
      const first = phrase.split(" ")[0] ?? "";
      const isOurs = known.index.forms(first).all.some((form) => {
        const name = first + form.rest.toLowerCase();
        return (
          (name === phrase || name.startsWith(`${phrase} `) || phrase.startsWith(name)) &&
          known.index.entitiesOf(form, first).some((entity) => hit.entities.includes(entity))
        );
      });
      if (isOurs) for (const entity of hit.entities) known.introduced.add(entity);
      else known.redefined.add(written);
    }
  }
}

export function judgeName(known: Knowledge, text: FoldedText, offset: number, hit: NameHit): Verdict {
  const first = hit.entities[0] ?? 0;
  if (known.index.entityKind(first) === "jurisdiction") return judgePlace(known, text, offset, hit);
  const { rule } = hit;
  const found: Evidence[] = [];
  const weight = weightsOf(known);
  const topic = known.topic.score(offset + hit.start);
  const needs = known.cues.around(text.lower, hit.start, hit.end, rule.needs);
  const forbids = known.cues.around(text.lower, hit.start, hit.end, rule.forbids);
  // Everyday words count in articles on the subject alone, whatever stands near them.
  const isOnSubject =
    rule.context !== "article" ||
    (known.topic.isArticle() && topic.isAnchored && topic.value >= weight("articleTopic"));
  if (rule.context === "none") found.push(evidence("name", weight("nameAlone")));
  else if (rule.context === "topic") {
    found.push(evidence("ambiguous", weight("topicBase")));
    if (topic.value > 0)
      found.push(evidence("topic", Math.min(topic.value, weight("topicCap")), topic.words.join(", ")));
  } else if (rule.context === "article") {
    found.push(evidence("everyday-word", weight("everydayWord")));
    if (isOnSubject) found.push(evidence("topic", weight("subjectOfArticle"), topic.words.join(", ")));
  } else {
    found.push(evidence("ambiguous", weight("cueBase")));
    if (topic.value >= 1.5) found.push(evidence("topic", 0.4, topic.words.join(", ")));
  }
  if (needs.weight > 0 && isOnSubject) {
    const each = rule.context === "cue" ? weight("needForCue") : weight("need");
    found.push(evidence("cue-near", Math.min(needs.weight * each, weight("needCap")), needs.words.join(", ")));
  }
  const isNational = rule.forbids.words.includes("state-body");
  // News of this country names others all the time: one that stands near says nothing of a body's country.
  const isPassing =
    isNational &&
    known.country.isOurs &&
    forbids.beside === 0 &&
    forbids.weight <= 1 &&
    known.cues.around(text.lower, hit.start, hit.end, known.cues.list("foreign")).weight === forbids.weight;
  if (forbids.weight > 0)
    found.push(
      evidence(
        "other-sense",
        -Math.min(forbids.weight * weight(isPassing ? "need" : "forbid"), weight("forbidCap")),
        forbids.words.join(", "),
      ),
    );
  if (forbids.weight > 0 && isCountryInFront(text, hit)) found.push(evidence("name", weight("forbidCap")));
  const isIntroduced = hit.entities.some((entity) => known.introduced.has(entity));
  if (rule.context === "cue" && isQuoted(text.plain, hit.start, hit.end)) {
    const politics = known.cues.around(text.lower, hit.start, hit.end, known.cues.list("politics"));
    if (politics.weight > 0) found.push(evidence("quoted", weight("quoted"), politics.words.join(", ")));
  }
  if (isIntroduced && rule.context !== "none") found.push(evidence("introduced", weight("introduced")));
  if (rule.acronym) judgeAcronym(known, text, hit, { isIntroduced, topic: topic.value, needs, forbids }, found);
  else if (forbids.weight > 0 && rule.context === "none") {
    const own = known.cues.around(text.lower, hit.start, hit.end, known.cues.list("immigration"));
    if (own.weight >= 1) tolerateOtherSenses(forbids, found, (name) => (name === "forbidScenery" ? 0.9 : weight(name)));
  }
  if (known.topic.isLong() && isWholeLine(text, hit)) found.push(evidence("menu-line", -2));
  if (isNational) judgeStateBody(known, text, hit, found);
  const isOurs = isNational || rule.forbids.sets.includes(known.cues.letter("foreign"));
  if (known.country.isOther && (isOurs || known.index.entityKind(first) === "term"))
    found.push(evidence("other-country", -5));
  const accepted = sum(found) >= 0;
  if (
    !accepted &&
    (rule.acronym ? found.some((item) => item.code === "other-body") : rule.context === "none" && isNational)
  )
    known.denied.add(first);
  return { accepted, entity: first, evidence: found, end: hit.end };
}

/** "The US Justice Department": no other country's and no state's. */
function isCountryInFront(text: FoldedText, hit: NameHit): boolean {
  return /\b(?:U\.S\.|US|United States) $/.test(text.plain.slice(Math.max(0, hit.start - 15), hit.start));
}

/** A name that is a line by itself, in a long page, is an entry of a menu or a list of tags. */
function isWholeLine(text: FoldedText, hit: NameHit): boolean {
  const before = text.plain.charAt(hit.start - 1);
  const after = text.plain.charAt(hit.end);
  return (before === "" || before === "\n") && (after === "" || after === "\n");
}

/** "Wisconsin Department of Justice", "Departamento de Justicia de Texas": another body of the same name. */
function judgeStateBody(known: Knowledge, text: FoldedText, hit: NameHit, found: Evidence[]): void {
  const previous = wordBefore(text.plain, hit.start);
  const after = /^ (?:of|de|del) (?:la |los |el )?([A-Z][a-z]+(?: [A-Z][a-z]+)?)/.exec(
    text.plain.slice(hit.end, hit.end + 40),
  );
  const isPlace = (word: string): boolean => {
    const key = word.toLowerCase().replace(/'s$/, "");
    const first = key.split(" ")[0] ?? "";
    return known.index
      .forms(first)
      .all.some(
        (form) =>
          known.index.entityKind(known.index.entitiesOf(form, first)[0] ?? -1) === "jurisdiction" &&
          ((form.letters === "C" && form.rest === "") || key.includes(" ")),
      );
  };
  const inFront = previous !== null && /^[A-Z]/.test(previous.text) ? previous.text : "";
  const isStateInFront =
    inFront !== "" &&
    !/^(?:US|U\.S\.|Washington)$/.test(inFront) &&
    (isPlace(inFront) ||
      /^(?:Jersey|York|Mexico|Carolina|Dakota|Island|Hampshire|Virginia)$/.test(inFront.replace(/'s$/, "")));
  const isStateWord = /^(?:state|state's|estatal)$/.test(previous?.text ?? "");
  const isStateAfter =
    after !== null &&
    !/^(?:Estados|EE|Washington|Trump|Donald|Joe|Biden|United|America|Inmig|Control)/.test(after[1] ?? "");
  if (isStateInFront || isStateWord || isStateAfter)
    found.push(evidence("other-body", -5, inFront || after?.[1] || previous?.text));
}

/**
 * Whether a name was in use when the article appeared. A body's old name is still written a month later; the everyday name of an operation
 * ("ICE raids") belongs to its own months, and to none where the article's date is not known.
 */
export function inUse(known: Knowledge, hit: NameHit): boolean {
  const { from, to } = hit.rule;
  if (known.index.entityKind(hit.entities[0] ?? 0) === "operation" && (from || to))
    return (!from || known.month >= months(from)) && (!to || known.month <= months(to));
  if (Number.isNaN(known.month)) return true;
  return (!from || known.month >= months(from) - 1) && (!to || known.month <= months(to) + 1);
}
