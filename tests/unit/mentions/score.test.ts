/** Thresholds on the labelled texts, and the size of the index: what was reached is not lost again. */
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { hasTrigger } from "../../../lib/mentions";
import { readCorpus, readDevSentences } from "../../../scripts/mentions-support/corpus";
import { finderFromData } from "../../../scripts/mentions-support/finder";
import { measure, precision, recall } from "../../../scripts/mentions-support/measure";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const { finder, indexJson } = finderFromData(root);
const dev = readDevSentences(`${root}../shared/mentions/dev-sentences.json`);
const tuning = readCorpus(`${root}tests/corpus/tuning`);
const held = readCorpus(`${root}tests/corpus/held-out`);
// Measured once, before the tests: how long it takes is no part of what they say.
const scores = { dev: measure(finder, dev), tuning: measure(finder, tuning), held: measure(finder, held) };

describe("finding mentions on labelled texts", () => {
  it.skipIf(dev.length === 0)("dev sentences", () => {
    expect(precision(scores.dev.counts["all/ALL"])).toBeGreaterThanOrEqual(0.995);
    expect(recall(scores.dev.counts["all/ALL"])).toBeGreaterThanOrEqual(0.99);
    expect(scores.dev.trapsHit).toBe(0);
    expect(scores.dev.wrongIceWithoutIt).toBe(0);
  });
  it("tuning texts", () => {
    expect(precision(scores.tuning.counts["all/ALL"])).toBeGreaterThanOrEqual(0.99);
    expect(recall(scores.tuning.counts["all/ALL"])).toBeGreaterThanOrEqual(0.97);
    expect(scores.tuning.trapsHit / scores.tuning.traps).toBeLessThanOrEqual(0.01);
    expect(scores.tuning.wrongIceWithoutIt).toBe(0);
  });
  it("texts held apart", () => {
    expect(precision(scores.held.counts["all/ALL"])).toBeGreaterThanOrEqual(0.98);
    expect(recall(scores.held.counts["all/ALL"])).toBeGreaterThanOrEqual(0.96);
    expect(scores.held.trapsHit / scores.held.traps).toBeLessThanOrEqual(0.01);
    expect(scores.held.wrongIceWithoutIt).toBe(0);
  });
  it("the small vocabulary loses at most one mention in two hundred", () => {
    let all = 0;
    let lost = 0;
    for (const entry of [...dev, ...tuning, ...held]) {
      const count = entry.labels.filter((label) => label.must).length;
      all += count;
      if (!hasTrigger(entry.text)) lost += count;
    }
    expect(lost / all).toBeLessThanOrEqual(0.005);
  });
  it("the index stays under 50 kB", () => {
    expect(gzipSync(indexJson, { level: 9 }).length).toBeLessThanOrEqual(50_000);
  });
});
