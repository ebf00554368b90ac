/** Reads `data/**` into NameSource[] without checking it: for scoring and tests that must run while data is being edited. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entity, Post } from "../../lib/dataset/schema";
import type { LanguageData } from "../../lib/mentions/language-data";
import type { NameSource } from "../../lib/mentions/names-index";

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return ["sources", "language", "disputes"].includes(item.name) ? [] : jsonFiles(path);
    return item.name.endsWith(".json") ? [path] : [];
  });
}

export function readEntities(root: string): Entity[] {
  return jsonFiles(join(root, "data")).flatMap((path) => {
    const parsed = JSON.parse(readFileSync(path, "utf8")) as { entities?: Entity[]; names?: unknown };
    if (parsed.entities) return parsed.entities;
    return parsed.names ? [parsed as unknown as Entity] : [];
  });
}

/** `us-representative-new-york-5` → NY: posts of Congress carry their state in their id. */
function stateOfSeat(postId: string, states: Map<string, string>): string | undefined {
  const seat = /^us-(?:representative|senator|delegate)-(.*?)(?:-(?:\d+|at-large|class-\d|[a-z]))?$/.exec(postId)?.[1];
  return seat === undefined ? undefined : states.get(seat);
}

export function sourcesOf(entities: Entity[]): NameSource[] {
  const places = new Map(
    entities.flatMap((entity) => (entity.kind === "jurisdiction" ? [[entity.id, entity.state]] : [])),
  );
  const states = new Map(
    entities.flatMap((entity) =>
      entity.kind === "jurisdiction" && entity.level === "state"
        ? [[entity.id.replace(/-(state|us)$/, ""), entity.state] as const]
        : [],
    ),
  );
  const held = new Map<string, NonNullable<NameSource["held"]>>();
  for (const post of entities.filter((entity): entity is Post => entity.kind === "post")) {
    const state = stateOfSeat(post.id, states) ?? places.get(post.organization);
    for (const membership of post.memberships) {
      const list = held.get(membership.person) ?? [];
      list.push({
        office: post.office,
        organization: post.organization,
        start: membership.start,
        end: membership.end,
        ...(state ? { state } : {}),
      });
      held.set(membership.person, list);
    }
  }
  return entities.map((entity) => {
    const posts = held.get(entity.id);
    return {
      id: entity.id,
      kind: entity.kind,
      names: entity.names,
      ...(entity.kind === "person" ? { given: entity.given, surname: entity.surname } : {}),
      ...(entity.kind === "jurisdiction" ? { level: entity.level, state: entity.state } : {}),
      ...(posts ? { held: posts } : {}),
    };
  });
}

export function readLanguage(root: string): LanguageData {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(root, "data/language", `${name}.json`), "utf8"));
  return {
    cues: read("cues"),
    titles: read("titles"),
    topic: read("topic"),
    weights: read("weights"),
    names: read("names"),
  } as LanguageData;
}
