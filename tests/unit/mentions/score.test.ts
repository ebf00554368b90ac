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

describe("finding mentions on labelled texts", () => {
  it.skipIf(dev.length === 0)("dev sentences", () => {
    const score = measure(finder, dev);
    expect(precision(score.counts["all/ALL"])).toBeGreaterThanOrEqual(0.99);
    expect(recall(score.counts["all/ALL"])).toBeGreaterThanOrEqual(0.97);
    expect(score.trapsHit).toBe(0);
  });
  it("tuning texts", () => {
    const score = measure(finder, tuning);
    expect(precision(score.counts["all/ALL"])).toBeGreaterThanOrEqual(0.97);
    expect(recall(score.counts["all/ALL"])).toBeGreaterThanOrEqual(0.95);
    expect(score.trapsHit / score.traps).toBeLessThanOrEqual(0.02);
  });
  it("texts held apart", () => {
    const score = measure(finder, held);
    expect(precision(score.counts["all/ALL"])).toBeGreaterThanOrEqual(0.95);
    expect(recall(score.counts["all/ALL"])).toBeGreaterThanOrEqual(0.95);
    expect(score.wrongIceWithoutIt).toBeLessThanOrEqual(2);
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
