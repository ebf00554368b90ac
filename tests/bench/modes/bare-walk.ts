/** The floor: all text nodes of the page, joined. Whoever reads a page at all pays this. */
import { held, report } from "../report";

const began = performance.now();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let text = "";
for (let node = walker.nextNode(); node; node = walker.nextNode()) text += (node as Text).data;
const milliseconds = performance.now() - began;
held.push(text);
report({ milliseconds, characters: text.length });
