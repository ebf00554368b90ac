/**
 * npm run data -- check | report [--json] | new KIND ID | format | note ID "why" | schema
 * The clock can be fixed with NEWSGLOSS_TODAY, another dataset read with NEWSGLOSS_DATA.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkFiles } from "../lib/dataset/check";
import { readHistory, updateHistory } from "../lib/dataset/history";
import { formatCanonical, loadDataset, nameSources, readDataFiles } from "../lib/dataset/index";
import { jsonSchemas } from "../lib/dataset/json-schema";
import { makeReport, writeReport } from "../lib/dataset/report";
import { refuses, type ScaffoldKind, scaffold } from "../lib/dataset/scaffold";
import { compileNamesIndex } from "../lib/mentions/compile";
import { readLanguageData } from "./language-data";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = process.env.NEWSGLOSS_DATA ?? join(root, "data");
const today = process.env.NEWSGLOSS_TODAY ?? new Date().toISOString().slice(0, 10);
const usage = 'usage: npm run data -- check | report [--json] | new KIND ID | format | note ID "why" | schema';
const kinds = "organization jurisdiction person post list term law case operation number dispute".split(" ");

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function check(): void {
  const files = readDataFiles(folder);
  const { dataset, problems } = checkFiles(files);
  for (const { rule, file, path, expected, found } of problems)
    console.error(`${file}\n  ${path} [${rule}]\n  expected: ${expected}\n  found:    ${found}`);
  if (problems.length > 0)
    fail(`${problems.length} problems in ${new Set(problems.map((one) => one.file)).size} files`);
  console.log(`${files.length} files, ${dataset?.entities.size ?? 0} entities: no problems`);
}

function report(asJson: boolean): void {
  const files = readDataFiles(folder);
  const { dataset } = loadDataset(files);
  if (dataset === undefined) fail("The dataset has no header; run check.");
  const language = readLanguageData(join(root, "data/language"));
  const indexBytes = Buffer.byteLength(compileNamesIndex(nameSources(dataset), language));
  const made = makeReport(dataset, files, today, indexBytes);
  console.log(asJson ? JSON.stringify(made, null, 2) : writeReport(made));
}

function begin(kind: string | undefined, id: string | undefined): void {
  if (kind === undefined || id === undefined || !kinds.includes(kind))
    fail(`usage: npm run data -- new KIND ID, where KIND is one of ${kinds.join(", ")}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) fail(`${id}: an id is in kebab-case, such as evanston-il`);
  const refusal = refuses(kind as ScaffoldKind, id);
  if (refusal !== undefined) fail(refusal);
  const { path, value } = scaffold(kind as ScaffoldKind, id, today);
  if (existsSync(join(folder, path))) fail(`data/${path} is there already`);
  write(path, formatCanonical(value));
  console.log(`data/${path}: fill it in, then run npm run data -- check`);
}

function format(): void {
  let changed = 0;
  for (const file of readDataFiles(folder)) {
    if (!file.path.endsWith(".json") || file.path.startsWith("language/")) continue;
    const text = formatCanonical(JSON.parse(file.text));
    if (text === file.text) continue;
    write(file.path, text);
    changed += 1;
  }
  console.log(`${changed} files rewritten`);
}

/** Records sentences that are new and, given an id, one that changed, with its reason. */
function note(id: string | undefined, why: string | undefined): void {
  const files = readDataFiles(folder);
  const { dataset, problems } = loadDataset(files);
  if (dataset === undefined || problems.length > 0) fail("The dataset does not load; run check.");
  const before = readHistory(files);
  const { history, changed, added } = updateHistory(before, dataset);
  if (id !== undefined && added.includes(id)) fail(`${id} is new and needs no reason: npm run data -- note records it`);
  if (id !== undefined && !changed.includes(id)) fail(`${id} has not changed`);
  if (id !== undefined && (why ?? "").length < 5) fail(`Say why ${id} changed.`);
  for (const other of changed.filter((one) => one !== id))
    history.fingerprints[other] = before?.fingerprints[other] ?? [];
  write("history.json", formatCanonical(history));
  if (id !== undefined) addToChangelog(`- ${id}: ${why}`, dataset.header.version);
  const left = changed.filter((one) => one !== id);
  console.log(`${added.length} new sentences recorded${id === undefined ? "" : `; ${id} noted`}`);
  if (left.length > 0) console.log(`changed and not yet noted: ${left.join(", ")}`);
}

function addToChangelog(line: string, version: string): void {
  const file = join(folder, "CHANGELOG.md");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "# Changes to the dataset\n";
  const heading = `## ${version}\n`;
  const grown = text.includes(heading)
    ? text.replace(heading, `${heading}${line}\n`)
    : `${text.trimEnd()}\n\n${heading}${line}\n`;
  writeFileSync(file, grown);
}

function schema(): void {
  for (const [name, value] of Object.entries(jsonSchemas())) write(`schema/${name}`, formatCanonical(value));
  console.log("data/schema is current");
}

const [command, ...rest] = process.argv.slice(2);
if (command === "check") check();
else if (command === "report") report(rest.includes("--json"));
else if (command === "new") begin(rest[0], rest[1]);
else if (command === "format") format();
else if (command === "note") note(rest[0], rest.slice(1).join(" "));
else if (command === "schema") schema();
else fail(usage);
