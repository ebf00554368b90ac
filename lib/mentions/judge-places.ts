/** Weighs what speaks for and against a place: the topic, its state, its officials, the longer name it may be part of. */
import type { FoldedText } from "./fold";
import { evidence, type Knowledge, sum, type Verdict, weightsOf } from "./knowledge";
import type { NameHit } from "./lookup";
import type { Evidence } from "./types";

export function judgePlace(known: Knowledge, text: FoldedText, offset: number, hit: NameHit): Verdict {
  const weight = weightsOf(known);
  const found: Evidence[] = [];
  const at = offset + hit.start;
  const first = hit.entities[0] ?? 0;
  const refuse = (code: string, detail?: string): Verdict => ({
    accepted: false,
    entity: first,
    evidence: [evidence(code, -3, detail)],
    end: hit.end,
  });
  if (known.country.isOther) return refuse("other-country");
  if (/\b(?:other|another|otr[oa]) $/.test(text.lower.slice(Math.max(0, hit.start - 9), hit.start)))
    return refuse("several-places");
  const before = text.plain.slice(Math.max(0, hit.start - 3), hit.start);
  if (/[DRI]-$/.test(before)) return refuse("party-tag");
  const whole = known.places.partOf(text, hit.start, hit.end);
  if (whole) return refuse("part-of-name", whole);
  if (/^ City\b/.test(text.plain.slice(hit.end, hit.end + 6)) && known.index.isState(first))
    return refuse("part-of-name", "City");
  const after = known.places.stateAfter(text, hit.end);
  const topic = known.topic.score(at);
  found.push(evidence("place", -weight("placeTopic")));
  if (topic.value > 0) found.push(evidence("topic", Math.min(topic.value, weight("topicCap")), topic.words.join(", ")));
  const fits = hit.entities.map((entity) => {
    const state = known.index.entityState(entity);
    const isState = state !== "" && known.index.entityId(entity).length > 3 && known.index.isState(entity);
    const named = topic.isWide && known.places.governs(entity) ? weight("officialHere") : 0;
    const suffix = after && !isState ? (after.state === state ? 2 : -3) : 0;
    const near = isState ? 0 : Math.min(known.places.support(state, at), 1.4) * weight("stateNear");
    return { entity, score: named + suffix + near, named, suffix, near, isState };
  });
  const needs = known.cues.around(text.lower, hit.start, hit.end, hit.rule.needs);
  const forbids = known.cues.around(text.lower, hit.start, hit.end, hit.rule.forbids);
  let chosen = fits[0];
  if (fits.length > 1) {
    const state = fits.find((fit) => fit.isState);
    const ranked = [...fits].sort((a, b) => b.score - a.score);
    chosen = ranked[0];
    if (state && fits.length === 2)
      chosen = isAboutState(text, hit) ? state : (fits.find((fit) => !fit.isState) ?? chosen);
    else if (!chosen || chosen.score < weight("placeEvidence") || (ranked[1]?.score ?? 0) >= chosen.score - 0.05)
      return refuse("several-places");
  }
  if (!chosen) return refuse("several-places");
  const isClosed = after !== null && /^[\s]*(?:[,.;:)—–-]|$)/.test(text.plain.slice(after.end, after.end + 2));
  if (chosen.suffix < 0 && (isClosed || hit.rule.context === "cue")) return refuse("other-state", after?.state);
  // Every story of the federal government is dated Washington.
  const isDateline =
    !hit.rule.forbids.sets.includes(known.cues.letter("capital")) &&
    /(?:^|\n)\s*$/.test(before) &&
    /^(?:, [A-Z][A-Za-z.]+)? (?:\([A-Z]+\) )?[—–-]/.test(text.plain.slice(hit.end, hit.end + 24));
  if (hit.rule.context === "cue") {
    const local =
      Math.max(0, chosen.suffix) +
      chosen.named +
      chosen.near +
      (isDateline ? weight("dateline") : 0) +
      needs.weight * weight("needForCue");
    if (local < weight("placeEvidence")) return refuse("which-place");
    found.push(evidence("place-near", 0.1, needs.words.join(", ")));
  }
  if (chosen.named) found.push(evidence("official-here", chosen.named));
  if (forbids.weight > 0)
    found.push(
      evidence(
        "other-sense",
        -Math.min(forbids.weight * weight("forbid"), weight("forbidCap")),
        forbids.words.join(", "),
      ),
    );
  const scene = known.cues.around(text.lower, hit.start, hit.end, known.scenes);
  const isSettled = topic.value >= (known.topic.isLong() ? 1.5 : 1);
  const against = scene.beside * 0.7 + (isSettled ? 0 : (scene.weight - scene.beside) * weight("placeScene"));
  if (against > 0)
    found.push(evidence("other-scene", -Math.min(against, weight("placeSceneCap")), scene.words.join(", ")));
  const joins =
    known.language !== "es" &&
    after !== null &&
    after.state === known.index.entityState(chosen.entity) &&
    !chosen.isState;
  const end = joins ? after.end : hit.end;
  return { accepted: sum(found) >= 0, entity: chosen.entity, evidence: found, end };
}

/** A name shared by a state and its city is the state's beside words of state government. */
function isAboutState(text: FoldedText, hit: NameHit): boolean {
  const after = text.lower.slice(hit.end, hit.end + 40);
  const before = text.lower.slice(Math.max(0, hit.start - 40), hit.start);
  if (
    /^(?:'s)? (?:state|gov\b|governor|attorney general|lawmaker|legislat|senate|assembly|democrat|republican|law\b|sen\b|rep\.)/.test(
      after,
    )
  )
    return true;
  if (
    /^(?:,? (?:and|y) (?:its|su) g|(?:,|,? and|,? y) (?:new jersey|connecticut|california|illinois|rhode island|massachusetts|minnesota|delaware|vermont|oregon|colorado|washington|nueva jersey|nuevo m))/.test(
      after,
    )
  )
    return true;
  if (
    /(?:jersey|illinois|california|connecticut|massachusetts|island|colorado|oregon|minnesota|vermont|delaware|washington),? (?:and |y )?$/.test(
      before,
    )
  )
    return true;
  return /(?:western|central|northern|state of|governor of|attorney general of|gobernador\w* de|fiscal general de|procurador\w* de|estado de|senator from|upstate|rural|(?:counties|sheriffs|jails|farms|towns|lawmakers) in|across|throughout) $/.test(
    before,
  );
}
