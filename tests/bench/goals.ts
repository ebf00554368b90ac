/** Every result by name, with its goal; a result that no run has made is told as missing. */
import type { Spread } from "./statistics";

export interface Result extends Spread {
  name: ResultName;
  note: string;
}

interface Goal {
  goal: number;
  least: boolean;
  words: string;
}

const atMost = (goal: number, unit = "×"): Goal => ({ goal, least: false, words: `≤ ${goal} ${unit}` });
const atLeast = (goal: number): Goal => ({ goal, least: true, words: `≥ ${goal} ×` });

export const goals = {
  "cold-scan/bare-walk": atMost(2.5),
  "quiet-page/bare-walk": atMost(1.3),
  "weighing/matcher": atMost(0.25),
  "warm-scan/bare-walk": atMost(1.6),
  "markjs/cold-scan": atLeast(10),
  "ahocorasick/cold-scan": atLeast(8),
  "regex/cold-scan": atLeast(3),
  "wrap/paint": atLeast(1),
  "incremental-ms-per-paragraph": atMost(0.15, "ms"),
  "incremental-growth": atMost(1.2),
  "hover/element-from-point": atMost(2),
  "scan-growth": atMost(1.5),
  "card-open-ms": atMost(50, "ms"),
  "worker-load-ms": atMost(1.5, "× an empty one"),
  "index-kb": atMost(50, "kB"),
  "content-script-gzip-kb": atMost(40, "kB"),
  "tab-heap-kb": atMost(2000, "kB"),
} as const satisfies Record<string, Goal>;

export type ResultName = keyof typeof goals;

export function isMet({ name, median }: Result): boolean {
  const { goal, least } = goals[name];
  return least ? median >= goal : median <= goal;
}
