/** Escaped code means what it meant: strings, templates, patterns and names. */
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { asAscii } from "../../../scripts/tools/ascii";

test.each([
  ["a string", '"Chicago’s “sanctuary” — Ciudad de México"'],
  ["a template, and JSON in it", 'JSON.parse(`{"en":"ICE’s","quote":"\\\\"’"}`).en'],
  ["a pair of surrogates", '"🗽".length + "🗽"'],
  ["a pattern", '"a–b—c".split(/[–—]/).join("|")'],
  ["a pattern by code points", '"x🗽y".replace(/[🗽]/u, "")'],
  ["a name", "(() => { const año = { niño: 1 }; return año.niño; })()"],
  ["a backslash before the character", '"\\’\\\\’"'],
  ["a backslash before the character in a pattern", '"it’s".replace(/\\’/, "")'],
])("%s", (_, code) => {
  const ascii = asAscii(code);
  expect(ascii).toMatch(/^[\0-\x7f]*$/);
  expect(runInNewContext(ascii)).toBe(runInNewContext(code));
});
