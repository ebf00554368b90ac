/** Reads `data/` and parses each file with the schema its place in the tree calls for. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type * as z from "zod";
import type { DataFile, Dataset, Problem } from "./dataset";
import * as schema from "./schema";

/** Folders in which one file holds one entity, and the kind it must be. */
export const entityFolders: Record<string, schema.EntityKind> = {
  organizations: "organization",
  persons: "person",
  places: "jurisdiction",
  posts: "post",
  lists: "list",
  terms: "term",
  laws: "law",
  cases: "case",
  operations: "operation",
  numbers: "number",
};

/** Files beside the records: notes for editors, and `language/`, which belongs to the mentions room. */
const besides = /^(CHANGELOG\.md|README\.md|history\.json|schema\/.+\.json|language\/.+)$/;

/** Reads every file below a folder, in a fixed order. */
export function readDataFiles(folder: string): DataFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join("/"), text: readFileSync(file, "utf8") }))
    .sort((first, second) => (first.path < second.path ? -1 : 1));
}

function describe(value: unknown): string {
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? String(value));
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

/** `statements[2].to`, as a person would point to it. */
function writePath(path: readonly PropertyKey[]): string {
  const text = path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
  return text === "" ? "(whole file)" : text;
}

class Loader {
  readonly problems: Problem[] = [];
  readonly sources = new Map<string, schema.Source>();
  readonly entities = new Map<string, schema.Entity>();
  readonly disputes: schema.Dispute[] = [];
  readonly fileOf = new Map<string, string>();
  header: schema.Header | undefined;
  withheld: schema.Withheld = { withheld: [], sources: [] };

  report(rule: string, file: string, path: string, expected: string, found: string): void {
    this.problems.push({ rule, file, path, expected, found });
  }

  parse<Shape extends z.ZodType>(shape: Shape, file: DataFile): z.infer<Shape> | undefined {
    let value: unknown;
    try {
      value = JSON.parse(file.text);
    } catch (error) {
      this.report("json", file.path, "(whole file)", "valid JSON", String(error));
      return undefined;
    }
    const result = shape.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const found = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : describe(valueAt(value, issue.path));
      this.report("schema", file.path, writePath(issue.path), issue.message, found);
    }
    return undefined;
  }

  /** Gives an id its one place; a second use of it is a mistake wherever it stands. */
  place(id: string, file: string): void {
    const earlier = this.fileOf.get(id);
    if (earlier !== undefined) this.report("unique-id", file, id, "an id used once", `also in ${earlier}`);
    else this.fileOf.set(id, file);
  }

  addEntity(entity: schema.Entity, file: string): void {
    this.place(entity.id, file);
    this.entities.set(entity.id, entity);
  }

  read(file: DataFile): void {
    const [folder = "", ...rest] = file.path.split("/");
    const name = (rest.at(-1) ?? folder).replace(/\.json$/, "");
    const kind = entityFolders[folder];
    if (file.path === "header.json") this.header = this.parse(schema.header, file);
    else if (file.path === "withheld.json") this.withheld = this.parse(schema.withheldFile, file) ?? this.withheld;
    else if (folder === "sources" && rest.length === 1) this.readSources(file, name);
    else if (folder === "congress" && rest.length === 1) this.readFamily(file);
    else if (folder === "disputes" && rest.length === 1) this.readDispute(file, name);
    else if (kind !== undefined && file.path.endsWith(".json")) this.readEntity(file, name, kind);
    else if (!besides.test(file.path))
      this.report("known-file", file.path, "(whole file)", "a file that the loader knows", "a file nothing reads");
  }

  readSources(file: DataFile, name: string): void {
    const parsed = this.parse(schema.sourceFile, file);
    if (parsed === undefined) return;
    if (parsed.group !== name) this.report("file-name", file.path, "group", name, parsed.group);
    let before = "";
    for (const source of parsed.sources) {
      this.place(source.id, file.path);
      this.sources.set(source.id, source);
      if (source.group !== parsed.group) this.report("file-name", file.path, source.id, parsed.group, source.group);
      if (source.id < before) this.report("sorted", file.path, source.id, `an id after ${before}`, source.id);
      before = source.id;
    }
  }

  readFamily(file: DataFile): void {
    const parsed = this.parse(schema.family, file);
    for (const entity of parsed?.entities ?? []) this.addEntity(entity, file.path);
  }

  readDispute(file: DataFile, name: string): void {
    const parsed = this.parse(schema.dispute, file);
    if (parsed === undefined) return;
    if (parsed.id !== name) this.report("file-name", file.path, "id", name, parsed.id);
    this.place(parsed.id, file.path);
    this.disputes.push(parsed);
  }

  readEntity(file: DataFile, name: string, kind: schema.EntityKind): void {
    const parsed = this.parse(schema.entity, file);
    if (parsed === undefined) return;
    if (parsed.id !== name) this.report("file-name", file.path, "id", name, parsed.id);
    if (parsed.kind !== kind) this.report("file-name", file.path, "kind", kind, parsed.kind);
    this.addEntity(parsed, file.path);
  }
}

/** Parses files already read; what cannot be parsed is reported and left out. */
export function loadDataset(files: DataFile[]): { dataset: Dataset | undefined; problems: Problem[] } {
  const loader = new Loader();
  for (const file of files) loader.read(file);
  const { header, sources, entities, disputes, withheld, fileOf, problems } = loader;
  if (header === undefined) {
    if (!files.some((file) => file.path === "header.json"))
      loader.report("schema", "header.json", "(whole file)", "the dataset's header", "nothing");
    return { dataset: undefined, problems };
  }
  return { dataset: { header, sources, entities, disputes, withheld, fileOf }, problems };
}
