/** What a page without a trigger word costs. The same code and order as `Reading`; where a word asks for reading, all of the text is read. */
import { hasTrigger } from "../../../lib/mentions";
import { mayHave, TextReader } from "../../../lib/page";
import { held, report } from "../report";

const began = performance.now();
let triggered = false;
if (mayHave(document, hasTrigger) || hasTrigger(document.title)) {
  const page = new TextReader(document).read(300_000);
  triggered = hasTrigger(page?.text ?? "");
  held.push(page);
}
const milliseconds = performance.now() - began;
report({ milliseconds, triggered: triggered ? 1 : 0 });
