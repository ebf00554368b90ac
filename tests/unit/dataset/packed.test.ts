import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packStore } from "../../../lib/dataset/pack";
import { unpackStore } from "../../../lib/dataset/packed";

const deflate = (bytes: Uint8Array) => deflateRawSync(bytes);
const json = fc.jsonValue().map((value) => JSON.stringify(value));
const modules = fc.record({
  shards: fc.dictionary(
    fc.string().filter((name) => name !== "__proto__"),
    json,
  ),
  sourcesJson: json,
  indexJson: json,
  supportJson: json,
});

describe("the packed store", () => {
  it("gives back what was packed, letter for letter", async () => {
    await fc.assert(
      fc.asyncProperty(modules, async (given) => {
        expect(await unpackStore(packStore(given, deflate))).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });

  it("refuses to pack what is not compact JSON", () => {
    const given = { shards: { a: '{\n"records":[]}' }, sourcesJson: "[]", indexJson: "{}", supportJson: "{}" };
    expect(() => packStore(given, deflate)).toThrow("line end");
  });

  it("rejects a string that was not packed", async () => {
    await expect(unpackStore("AAAA")).rejects.toThrow();
  });
});
