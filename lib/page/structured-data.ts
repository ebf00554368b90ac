/** Structured data that a page states about itself: JSON-LD and meta tags. The DOM edge is `gather…`; the rest is pure. */
import { attributeOf, select, textOf } from "./safe-dom";

/** One node of JSON-LD that could stand for the page's article. */
export interface LinkedNode {
  types: string[];
  /** Addresses the node gives itself: url, @id, mainEntityOfPage. */
  addresses: string[];
  headline: string;
  published: string | null;
  modified: string | null;
  created: string | null;
  section: string;
  /** True below a list, a related-items property or another article. */
  listed: boolean;
}

/** A page may carry megabytes of JSON-LD: beyond these bounds it is not read. */
const LONGEST_SCRIPT = 400_000;
const MOST_NODES = 1_500;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseJson(source: string): Json | undefined {
  // Pages wrap JSON in comments or CDATA, leave raw line ends in strings, or end it with a semicolon.
  const attempts = [
    (text: string) => text,
    (text: string) => text.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, ""),
    (text: string) => text.replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|;)\s*$/, ""),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what makes it invalid
    (text: string) => text.replace(/[\u0000-\u001f]+/g, " "),
    (text: string) => text.replace(/,\s*([}\]])/g, "$1"),
  ];
  let text = source;
  for (const attempt of attempts) {
    const next = attempt(text);
    if (next === text && attempt !== attempts[0]) continue;
    text = next;
    try {
      return JSON.parse(text) as Json;
    } catch {}
  }
  return undefined;
}

function strings(value: Json | undefined): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap((item) => strings(item));
  return [];
}

function text(value: Json | undefined): string | null {
  if (typeof value === "number") return String(value);
  return strings(value)[0] ?? (isObject(value) ? (strings(value["@value"])[0] ?? null) : null);
}

function addressesOf(node: JsonObject): string[] {
  const page = node.mainEntityOfPage;
  const nested = isObject(page) ? [...strings(page["@id"]), ...strings(page.url)] : strings(page);
  return [...strings(node.url), ...nested, ...strings(node["@id"])];
}

/** Properties whose values speak of something other than this page's article. */
const asideKeys = new Set(
  "author publisher creator editor contributor image logo itemListElement hasPart isPartOf liveBlogUpdate comment video associatedMedia mentions about relatedLink citation review itemReviewed breadcrumb provider copyrightHolder sourceOrganization".split(
    " ",
  ),
);

function linkedNode(node: JsonObject, types: string[], listed: boolean): LinkedNode {
  return {
    types,
    addresses: addressesOf(node),
    headline: text(node.headline) ?? text(node.name) ?? "",
    published: text(node.datePublished),
    modified: text(node.dateModified),
    created: text(node.dateCreated) ?? text(node.uploadDate),
    section: [...strings(node.articleSection), ...strings(node.keywords)].join(", "),
    listed,
  };
}

/** All typed nodes of one JSON-LD script, outermost first. Unreadable JSON gives none. */
export function readLinkedData(source: string): LinkedNode[] {
  if (source.length > LONGEST_SCRIPT) return [];
  const parsed = parseJson(source);
  if (parsed === undefined) return [];
  const found: LinkedNode[] = [];
  let queue: { value: Json; listed: boolean }[] = [{ value: parsed, listed: false }];
  let seen = 0;
  while (queue.length > 0) {
    const next: typeof queue = [];
    for (const { value, listed } of queue) {
      if (++seen > MOST_NODES) return found;
      if (Array.isArray(value)) {
        for (const item of value) if (typeof item === "object") next.push({ value: item, listed });
        continue;
      }
      if (!isObject(value)) continue;
      const types = strings(value["@type"]).map((type) => type.replace(/^.*[/#:]/, ""));
      if (types.length > 0) found.push(linkedNode(value, types, listed));
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === "object" && inner !== null)
          next.push({ value: inner, listed: listed || asideKeys.has(key) });
      }
    }
    queue = next;
  }
  return found;
}

/** DOM edge: the JSON-LD of a document. */
export function gatherLinkedData(document: Document): LinkedNode[] {
  const scripts = select(document, 'script[type^="application/ld+json" i]');
  return Array.from(scripts).flatMap((script) => readLinkedData(textOf(script) ?? ""));
}

export interface Meta {
  /** Lower-case `property`, `name`, `itemprop` or `http-equiv`. */
  name: string;
  content: string;
}

/** DOM edge: all meta tags. Some archives store `content` as `value`, which HTML ignores and we read as second best. */
export function gatherMetas(document: Document): Meta[] {
  const metas: Meta[] = [];
  for (const element of Array.from(select(document, "meta"))) {
    const content = attributeOf(element, "content") ?? attributeOf(element, "value");
    if (!content) continue;
    for (const key of ["property", "name", "itemprop", "http-equiv"]) {
      const name = attributeOf(element, key);
      if (name) metas.push({ name: name.toLowerCase(), content });
    }
  }
  return metas;
}

/** The first content under any of the names, in the order of the names. */
export function metaOf(metas: readonly Meta[], ...names: string[]): string | null {
  for (const name of names) {
    const found = metas.find((meta) => meta.name === name);
    if (found) return found.content;
  }
  return null;
}
