/** The first look at a page and nothing else, for the profiler; all of the text at one go, as in cold-scan. */
import namesIndex from "../../../lib/dataset/generated/names-index";
import { createFinder, hasTrigger } from "../../../lib/mentions";
import { TextReader } from "../../../lib/page";
import { held, report } from "../report";

const finder = createFinder(namesIndex);
const page = new TextReader(document).read(300_000) ?? { text: "", runs: [], shadowRoots: [] };
const triggered = hasTrigger(page.text);
if (triggered) {
  const session = finder.open({ language: "en", date: null });
  held.push(page, session, session.scan(page.text));
}
report({ triggered: triggered ? 1 : 0 });
