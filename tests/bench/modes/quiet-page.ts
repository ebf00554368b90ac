/** What a page without a trigger word costs: the first read and the look for one. */
import { hasTrigger } from "../../../lib/mentions";
import { TextReader } from "../../../lib/page";
import { held, report } from "../report";

const began = performance.now();
const page = new TextReader(document).read(300_000);
const triggered = hasTrigger(page?.text ?? "");
const milliseconds = performance.now() - began;
held.push(page);
report({ milliseconds, triggered: triggered ? 1 : 0 });
