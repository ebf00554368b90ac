/** New files for editors: they parse, and `check` says what is still to be filled in. */
import { entityFolders } from "./load";
import type { EntityKind } from "./schema";

/** Kinds that `new` can begin, beside those of entities. */
export type ScaffoldKind = EntityKind | "dispute";

const todo = "FILL IN";

const states = new Set(
  (
    "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa " +
    "ri sc sd tn tx ut vt va wa wv wi wy"
  ).split(" "),
);

/** The state whose letters end an id (`galena-il`), or undefined. */
function stateOf(id: string): string | undefined {
  const last = id.split("-").at(-1) ?? "";
  return states.has(last) && id.includes("-") ? last : undefined;
}

function folderOf(kind: EntityKind, id: string): string {
  const folder = Object.entries(entityFolders).find(([, one]) => one === kind)?.[0] ?? "terms";
  const state = stateOf(id);
  if (kind === "jurisdiction") return `${folder}/${state}`;
  if (kind === "post") return state === undefined ? `${folder}/federal` : `${folder}/places/${state}`;
  return folder;
}

function firstMembership(id: string, today: string): Record<string, unknown> {
  const sources = [{ source: "fill-in", supports: "full" }];
  const dates = { start: null, end: null, acting: false, party: null, checked: today };
  return { id: `${id}.m01`, person: "fill-in", ...dates, sources };
}

function ownFields(kind: EntityKind, id: string, today: string): Record<string, unknown> {
  switch (kind) {
    case "jurisdiction":
      return { level: "city", state: stateOf(id)?.toUpperCase(), title: { en: todo } };
    case "person":
      return { given: todo, surname: todo };
    case "post":
      return {
        office: "mayor",
        organization: id.replace(/^[a-z-]*?-of-/, ""),
        title: { en: todo },
        memberships: [firstMembership(id, today)],
      };
    case "list":
      return { title: { en: todo }, members: [] };
    default:
      return { title: { en: todo } };
  }
}

/** Why no record of this kind can begin under this id, or undefined. */
export function refuses(kind: ScaffoldKind, id: string): string | undefined {
  if (kind !== "jurisdiction" || stateOf(id) !== undefined) return undefined;
  return `${id}: the id of a place ends in the two letters of its state, such as evanston-il`;
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
      ...ownFields(kind, id, today),
      names: [{ text: todo, language: "en", kind: "short" }],
      statements: kind === "person" || kind === "post" ? [] : [statement],
    },
  };
}
