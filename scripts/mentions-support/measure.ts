/** Precision and recall of a finder on labelled texts. A mention is right when it overlaps a label of the same entity. */
import type { Finder } from "../../lib/mentions";
import type { LabelledText } from "./corpus";

export interface Count {
  right: number;
  wrong: number;
  missed: number;
}
export interface ScoreError {
  type: "miss" | "wrong-entity" | "false-positive" | "trap";
  language: string;
  entity: string;
  where: string;
  id: string;
  why: string;
}
export interface Score {
  texts: number;
  /** `language/class`, with `all` for either. */
  counts: Record<string, Count>;
  traps: number;
  trapsHit: number;
  /** Labels that were looked at and left alone. */
  abstained: number;
  wrongIceWithoutIt: number;
  errors: ScoreError[];
}

export function classOf(entity: string): string {
  if (/^(us-|ice-|fps$|white-house|national-guard|.*-police-department)/.test(entity)) return "agency";
  if (/^term-(sanctuary|welcoming)/.test(entity)) return "concept";
  if (/^(term|law|case)-/.test(entity)) return "law";
  if (entity.startsWith("op-")) return "operation";
  if (/-(?:[a-z]{2}|county-[a-z]{2}|state|city)$/.test(entity) || STATES.has(entity)) return "jurisdiction";
  return "official";
}
const STATES = new Set(
  "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia-us hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new-hampshire new-jersey new-mexico north-carolina north-dakota ohio oklahoma oregon pennsylvania rhode-island south-carolina south-dakota tennessee texas utah vermont virginia west-virginia wisconsin wyoming district-of-columbia".split(
    " ",
  ),
);

function snippet(text: string, start: number, end: number): string {
  return `${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 35)}`.replace(
    /\n/g,
    "⏎",
  );
}

export function measure(finder: Finder, texts: LabelledText[]): Score {
  const score: Score = {
    texts: texts.length,
    counts: {},
    traps: 0,
    trapsHit: 0,
    abstained: 0,
    wrongIceWithoutIt: 0,
    errors: [],
  };
  const add = (language: string, entity: string, field: keyof Count): void => {
    for (const key of [`${language}/${classOf(entity)}`, `${language}/ALL`, `all/${classOf(entity)}`, "all/ALL"]) {
      const count = score.counts[key] ?? { right: 0, wrong: 0, missed: 0 };
      count[field]++;
      score.counts[key] = count;
    }
  };
  for (const entry of texts) {
    const { mentions, refused } = finder.find({ text: entry.text, language: entry.language, date: entry.date });
    const hit = new Set<number>();
    score.traps += entry.traps.length;
    const hasIce = entry.labels.some((label) => label.entities.includes("us-ice"));
    for (const mention of mentions) {
      const over = entry.labels
        .map((label, index) => ({ label, index }))
        .filter(({ label }) => label.start < mention.end && mention.start < label.end);
      const same = over.filter(({ label }) => label.entities.includes(mention.entity));
      if (same.length) {
        for (const { index } of same) hit.add(index);
        continue;
      }
      add(entry.language, mention.entity, "wrong");
      if (mention.entity === "us-ice" && !hasIce) score.wrongIceWithoutIt++;
      const trap = entry.traps.find((candidate) => candidate.start < mention.end && mention.start < candidate.end);
      if (trap) score.trapsHit++;
      score.errors.push({
        type: trap ? "trap" : over.length ? "wrong-entity" : "false-positive",
        language: entry.language,
        entity:
          mention.entity + (over[0] ? ` (label ${over[0].label.entities.join("|")})` : trap ? ` (${trap.name})` : ""),
        where: snippet(entry.text, mention.start, mention.end),
        id: entry.id,
        why: mention.evidence
          .map((item) => `${item.code}${item.weight >= 0 ? "+" : ""}${item.weight.toFixed(1)}`)
          .join(" "),
      });
    }
    entry.labels.forEach((label, index) => {
      if (!label.must) return;
      const entity = label.entities[0] ?? "";
      add(entry.language, entity, hit.has(index) ? "right" : "missed");
      if (hit.has(index)) return;
      const refusal = refused.find((item) => item.start < label.end && label.start < item.end);
      if (refusal) score.abstained++;
      score.errors.push({
        type: "miss",
        language: entry.language,
        entity,
        where: snippet(entry.text, label.start, label.end),
        id: entry.id,
        why: refusal
          ? `${refusal.entity}: ${refusal.evidence.map((item) => `${item.code}${item.weight.toFixed(1)}${item.detail ? `(${item.detail})` : ""}`).join(" ")}`
          : "not seen",
      });
    });
  }
  return score;
}

export function precision(count: Count | undefined): number {
  return count && count.right + count.wrong > 0 ? count.right / (count.right + count.wrong) : Number.NaN;
}
export function recall(count: Count | undefined): number {
  return count && count.right + count.missed > 0 ? count.right / (count.right + count.missed) : Number.NaN;
}
