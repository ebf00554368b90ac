/** The package modern-ahocorasick over the page's joined text, automaton built on the page as it must be. */

import { names } from "bench:names";
import AhoCorasick from "modern-ahocorasick";
import { joinedText, report } from "../report";

const began = performance.now();
const text = joinedText();
const found = new AhoCorasick([...names]).search(text).length;
report({ milliseconds: performance.now() - began, found });
