/** `npm run -s context -- ENTITY [--as-of DATE] [--without GROUP_OR_SOURCE]… [--lang en|es]`: prints a card as JSON. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildCard, cardJson } from "../lib/context/index";
import { compileStore, loadDataset, readDataFiles } from "../lib/dataset/index";
import { sourceGroups } from "../lib/dataset/schema";
import { createStore } from "../lib/dataset/store";
import { isPartialDate, localDay } from "../lib/time/index";

const usage = "usage: npm run -s context -- ENTITY [--as-of DATE] [--without GROUP_OR_SOURCE]… [--lang en|es]";

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        "as-of": { type: "string" },
        without: { type: "string", multiple: true },
        lang: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

const { values, positionals } = readArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const [entity, ...others] = positionals;
if (entity === undefined || others.length > 0) fail(usage);
const language = values.lang ?? "en";
if (language !== "en" && language !== "es") fail(`The language must be en or es, not “${language}”.`);
const asOf = values["as-of"];
if (asOf !== undefined && !isPartialDate(asOf)) {
  fail(`“${asOf}” is not a date: write YYYY-MM-DD, YYYY-MM or YYYY.`);
}
// The variable fixes the clock, so that output can be compared from day to day.
const today = process.env.NEWSGLOSS_TODAY ?? localDay(new Date());
if (!isPartialDate(today) || today.length !== 10) fail(`NEWSGLOSS_TODAY is “${today}”, which is not a day YYYY-MM-DD.`);

const files = readDataFiles(join(fileURLToPath(new URL("..", import.meta.url)), "data"));
const { dataset, problems } = loadDataset(files);
if (dataset === undefined) {
  fail(`The dataset cannot be read (${problems.length} problems); run “npm run data” to see why.`);
}
const store = createStore(compileStore(dataset, files));
if (!store.has(entity)) {
  const word = entity.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const near = [...dataset.entities.keys()]
    .filter((id) => id.includes(word) || word.includes(id))
    .sort((a, b) => Number(b.startsWith(word)) - Number(a.startsWith(word)) || a.length - b.length)
    .slice(0, 8);
  fail(`No entity “${entity}” in the dataset.${near.length > 0 ? ` Did you mean: ${near.join(", ")}?` : ""}`);
}
const groups = new Set<string>(sourceGroups);
const without = values.without ?? [];
for (const one of without) {
  if (groups.has(one) || dataset.sources.has(one)) continue;
  fail(`“${one}” is neither a source group (${[...groups].join(", ")}) nor a source of the dataset.`);
}

const { header, records, sources } = store.bundle([entity]);
const [record] = records;
if (record === undefined) fail(`The record of “${entity}” cannot be read.`);
const card = buildCard(record, sources, header, {
  asOf: asOf ?? today,
  today,
  language,
  hiddenGroups: new Set(without.filter((one) => groups.has(one))),
  hiddenSources: new Set(without.filter((one) => !groups.has(one))),
});
console.log(JSON.stringify(cardJson(card), null, 2));
