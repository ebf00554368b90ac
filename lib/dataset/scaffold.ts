/** New files for editors: they parse, and `check` says what is still to be filled in. */
import { entityFolders } from "./load";
import type { EntityKind } from "./schema";

/** Kinds that `new` can begin, beside those of entities. */
export type ScaffoldKind = EntityKind | "dispute";

const todo = "FILL IN";

function stateOf(id: string): string {
  return id.slice(-2);
}

function folderOf(kind: EntityKind, id: string): string {
  const folder = Object.entries(entityFolders).find(([, one]) => one === kind)?.[0] ?? "terms";
  if (kind === "jurisdiction") return `${folder}/${stateOf(id)}`;
  if (kind === "post") return `${folder}/places/${stateOf(id)}`;
  return folder;
}

function ownFields(kind: EntityKind, id: string): Record<string, unknown> {
  switch (kind) {
    case "jurisdiction":
      return { level: "city", state: stateOf(id).toUpperCase(), title: { en: todo } };
    case "person":
      return { given: todo, surname: todo };
    case "post":
      return { office: "mayor", organization: id.replace(/^[a-z-]*?-of-/, ""), title: { en: todo }, memberships: [] };
    case "list":
      return { title: { en: todo }, members: [] };
    default:
      return { title: { en: todo } };
  }
}

/** Path under `data/` and contents of a new record. The text `FILL IN` keeps `check` from passing it as it is. */
export function scaffold(kind: ScaffoldKind, id: string, today: string): { path: string; value: unknown } {
  if (kind === "dispute") {
    const party = { name: { en: todo }, statements: [`${id}.s01`] };
    return {
      path: `disputes/${id}.json`,
      value: { $schema: "../schema/dispute.json", id, question: { en: todo }, parties: [party, party] },
    };
  }
  const path = `${folderOf(kind, id)}/${id}.json`;
  const up = "../".repeat(path.split("/").length - 1);
  const statement = {
    id: `${id}.s01`,
    kind: "definition",
    text: { en: `${todo}.` },
    from: null,
    to: null,
    checked: today,
    sources: [{ source: "fill-in", supports: "full" }],
  };
  return {
    path,
    value: {
      $schema: `${up}schema/entity.json`,
      id,
      kind,
      ...ownFields(kind, id),
      names: [{ text: todo, language: "en", kind: "short" }],
      statements: kind === "person" || kind === "post" ? [] : [statement],
    },
  };
}
