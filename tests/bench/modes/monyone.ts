/** The package @monyone/aho-corasick over the page's joined text, automaton built on the page as it must be. */

import { names } from "bench:names";
import { AhoCorasick } from "@monyone/aho-corasick/fast";
import { joinedText, report } from "../report";

const began = performance.now();
const text = joinedText();
const found = new AhoCorasick([...names]).matchInText(text).length;
report({ milliseconds: performance.now() - began, found });
