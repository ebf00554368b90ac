/** What the judgements on one text share: what is known of it so far, and how evidence is written down. */
import type { Country } from "./country";
import type { Cues } from "./cues";
import type { PlaceContext } from "./places";
import type { CueList, NamesIndex } from "./read-index";
import type { Topic } from "./topic";
import type { Evidence } from "./types";

export interface Verdict {
  accepted: boolean;
  entity: number;
  evidence: Evidence[];
  end: number;
}

/** What is known of the text so far, shared by all judgements on it. */
export interface Knowledge {
  index: NamesIndex;
  cues: Cues;
  topic: Topic;
  country: Country;
  places: PlaceContext;
  /** Entities accepted by a full or clear name. */
  introduced: Set<number>;
  /** Bodies whose name the text gives to another body of that name. */
  denied: Set<number>;
  /** The cue sets of scenes in which a place is no subject of policy. */
  scenes: CueList;
  /** Acronyms that the text spells out as something else. */
  redefined: Set<string>;
  language: "en" | "es" | "other";
  /** Months since January 1990, or NaN. */
  month: number;
}

export function sum(evidence: Evidence[]): number {
  return evidence.reduce((total, item) => total + item.weight, 0);
}

export function evidence(code: string, weight: number, detail?: string): Evidence {
  return detail ? { code, weight, detail } : { code, weight };
}

/** Gives a weight of evidence by its name. */
export function weightsOf({ index }: Knowledge): (name: string) => number {
  return (name) => index.raw.g[name] ?? 0;
}
