/**
 * The first look at a page without weighing: read, trigger, index, fold, look up. What weighing adds is the cold scan less this.
 */
import namesIndex from "../../../lib/dataset/generated/names-index";
import { hasTrigger } from "../../../lib/mentions";
import { foldText } from "../../../lib/mentions/fold";
import { Lookup } from "../../../lib/mentions/lookup";
import { NamesIndex } from "../../../lib/mentions/read-index";
import { mayHave, TextReader } from "../../../lib/page";
import { held, report } from "../report";

const began = performance.now();
const mayTrigger = mayHave(document, hasTrigger);
const page = new TextReader(document).read(300_000) ?? { text: "", runs: [], shadowRoots: [] };
const wasRead = performance.now();
let names = 0;
if (mayTrigger && hasTrigger(page.text)) {
  const found = new Lookup(new NamesIndex(namesIndex)).read(foldText(page.text));
  names = found.names.length + found.surnames.length;
  held.push(found);
}
const ended = performance.now();
held.push(page);
report({ milliseconds: ended - began, matching: ended - wasRead, names });
