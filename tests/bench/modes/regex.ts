/** One regular expression, its trie built before; the engine compiles it on the page. */
import { pattern } from "bench:names";
import { joinedText, report } from "../report";

const began = performance.now();
const text = joinedText();
let found = 0;
for (const _match of text.matchAll(new RegExp(pattern, "g"))) found += 1;
report({ milliseconds: performance.now() - began, found });
