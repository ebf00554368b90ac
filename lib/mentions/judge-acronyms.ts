/** Weighs an acronym that other fields use too: who acts, what is done to it, the noun behind it, the words of other senses. */

import type { CueHits } from "./cues";
import type { FoldedText } from "./fold";
import { evidence, type Knowledge, weightsOf } from "./knowledge";
import type { NameHit } from "./lookup";
import type { Evidence } from "./types";
import { lineCase, wordAfter, wordBefore } from "./words";

interface Around {
  isIntroduced: boolean;
  topic: number;
  needs: CueHits;
  forbids: CueHits;
}

/** Adds what an acronym's letters, its line and its neighbours say. */
export function judgeAcronym(
  known: Knowledge,
  text: FoldedText,
  hit: NameHit,
  around: Around,
  found: Evidence[],
): void {
  const weight = weightsOf(known);
  const { isIntroduced, topic, needs, forbids } = around;
  const isAlone = hit.rule.context === "none";
  const written = text.plain.slice(hit.start, hit.end).replaceAll(".", "");
  if (known.redefined.has(written)) found.push(evidence("spelled-out-otherwise", weight("redefined")));
  if (!isIntroduced && hit.entities.some((entity) => known.denied.has(entity)))
    found.push(evidence("other-body", weight("denied")));
  if (isIntroduced && isAlone) found.push(evidence("introduced", 1));
  if (hit.rule.forbids.sets === "") return;
  const own = cuesOf(known, text, hit, "immigration");
  const acts = deeds(known, text, hit);
  if (own.weight > 0)
    found.push(evidence("subject-near", Math.min(own.weight, 2.2) * weight("subject"), own.words.join(", ")));
  if (acts) found.push(evidence("acts", weight("acts"), acts));
  const generic = Math.max(0, needs.weight - needs.beside - own.weight + own.beside);
  const isOwn = own.weight >= 1 || isIntroduced;
  if (isOwn) tolerateOtherSenses(forbids, found, weight);
  else if (forbids.weight >= 1 && generic > 0)
    found.push(evidence("no-clear-sense", -Math.min(generic, 3) * weight("need") * weight("doubt")));
  if (known.language === "es" && isAlone && own.weight < 1 && topic < 1)
    found.push(evidence("no-context", weight("spanishAlone")));
  if (lineCase(text.plain, hit.start) === "capitals")
    found.push(
      evidence(
        "capitals-line",
        weight("capitalsLine") - (isIce(text, hit) ? Math.min(generic, 3) * weight("need") : 0),
      ),
    );
  if (hit.rule.needs.sets !== "" && isAlone && known.language !== "es")
    judgeGrammar(known, text, hit, needs.beside + own.weight > 0 || acts !== "", isOwn, found, weight);
  const before = text.plain.slice(Math.max(0, hit.start - 6), hit.start);
  if (/(?:anti|non|pro)-$/i.test(before)) found.push(evidence("compound", weight("compound")));
  if (known.topic.isLong() && topic < 0.5 && needs.weight < 1)
    found.push(evidence("far-from-topic", weight("farFromTopic")));
}

/** "called ICE", "ICE took": the word beside it that only fits somebody who acts. */
function deeds(known: Knowledge, text: FoldedText, hit: NameHit): string {
  if (!isIce(text, hit)) return "";
  if (/^'s?(?![a-z])/.test(text.lower.slice(hit.end, hit.end + 3))) return "'s";
  const article = /(?<![a-z])(?:el|al|del) $/.exec(text.lower.slice(Math.max(0, hit.start - 5), hit.start));
  const before = wordBefore(text.lower, article ? hit.start - article[0].length : hit.start)?.text ?? "";
  const after = wordAfter(text.lower, hit.end)?.text ?? "";
  const isLoose =
    lineCase(text.plain, hit.start) === "capitals" &&
    /^(?:from|with|over|to)$/.test(before) &&
    text.plain.charAt(hit.end) !== ":";
  if (known.cues.isBeside("dealt-with", before) && !isLoose) return before;
  return known.cues.isBeside("acts", after) ? after : "";
}

function isIce(text: FoldedText, hit: NameHit): boolean {
  return /^I\.?C/.test(text.plain.slice(hit.start, hit.end));
}

function cuesOf(known: Knowledge, text: FoldedText, hit: NameHit, set: string): CueHits {
  return known.cues.around(text.lower, hit.start, hit.end, known.cues.list(set));
}

/** Where the subject is plain, a train or a song in the same sentence is scenery; what stands directly beside still counts. */
export function tolerateOtherSenses(forbids: CueHits, found: Evidence[], weight: (name: string) => number): void {
  const against = found.find((item) => item.code === "other-sense");
  if (!against) return;
  const near = Math.min((forbids.weight - forbids.beside) * weight("forbid"), weight("forbidScenery"));
  against.weight = -Math.min(near + forbids.beside * weight("forbid"), weight("forbidCap"));
}

/**
 * English agencies take no article by themselves ("the ICE left"), things lie on ICE, and a noun behind the acronym should be
 * one of an agency's: "ICE tables" is something else.
 */
function judgeGrammar(
  known: Knowledge,
  text: FoldedText,
  hit: NameHit,
  hasNeighbour: boolean,
  isOwn: boolean,
  found: Evidence[],
  weight: (name: string) => number,
): void {
  if (!isIce(text, hit)) return;
  const capital = /^ ([A-Z][a-z]+)/.exec(text.plain.slice(hit.end, hit.end + 24))?.[1] ?? "";
  if (
    capital &&
    !hasNeighbour &&
    known.index.title(capital.toLowerCase()) === undefined &&
    lineCase(text.plain, hit.start) === "running"
  )
    found.push(evidence("name-goes-on", weight("nameGoesOn"), capital));
  const next = /^ ([a-z]+)/.exec(text.plain.slice(hit.end, hit.end + 24))?.[1] ?? "";
  const isNounNext = mayBeNoun(next);
  const before = text.plain.slice(Math.max(0, hit.start - 24), hit.start);
  // "The Winnipeg ICE" is a team's.
  const hasArticle = /(?:^|[^A-Za-z])(?:[Tt]he|[Aa]n?|THE|AN?) (?:[A-Z][a-z]+ )?$/.test(before);
  if (hasArticle && !isNounNext && text.plain.charAt(hit.end) !== "-")
    found.push(evidence("article", weight("article")));
  if (/(?:^|[^a-z])on $/i.test(before) && !isNounNext && !isOwn) found.push(evidence("on-it", weight("onIt")));
  if (isNounNext && !hasNeighbour)
    found.push(evidence("unknown-noun", weight("unknownNoun") * (hasArticle ? 1.6 : 1), next));
}

/** Asked of one word at a time: a set is made ten times as fast as an expression of as many words is compiled. */
const NOT_A_NOUN = new Set(
  (
    "the a an some no is are was were be been has have had will would can could may might must should does do did " +
    "said says say told tells and or but nor to of in on at by for from with without as that which who where when " +
    "while before after if than over under about into out off up down not never also still now then again even " +
    "only just alone itself there here takes took makes made keeps kept gets got gives gave goes went comes came " +
    "sends sent holds held puts put pays paid runs ran shot shoots wants needs uses knows knew found finds left " +
    "leaves let lets met meets began begins sought seeks saw sees broke bought built brought caught chose drew " +
    "drove fell flew grew hid lost rose sold spent stood swept threw won wrote shows calls denies asks agrees " +
    "expects plans acts works moves because so behind beside until since during against between through amid near " +
    "around too yet both all its their his her our my your this these any twice once today yesterday last next " +
    "every anyway instead later earlier back away tomorrow tonight more most less like he she it they we you"
  ).split(" "),
);

function mayBeNoun(word: string): boolean {
  return word !== "" && !NOT_A_NOUN.has(word) && !/.(?:ed|ly)$/.test(word);
}
