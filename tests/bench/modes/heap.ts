/** What a reading keeps in memory while its page is open. */
import namesIndex from "../../../lib/dataset/generated/names-index";
import { createFinder, hasTrigger } from "../../../lib/mentions";
import { readText } from "../../../lib/page";
import { report } from "../report";

const page = readText(document);
const kept: unknown[] = [page];
if (hasTrigger(page.text)) {
  const session = createFinder(namesIndex).open({ language: "en", date: null });
  kept.push(session, session.scan(page.text));
}
Object.assign(globalThis, { kept });
report({ kept: kept.length });
