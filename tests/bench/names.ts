/** The dataset's names in the forms that peers take, and an index of ten times the names. */
import { loadDataset, nameSources, readDataFiles } from "../../lib/dataset";
import { compileNamesIndex } from "../../lib/mentions/compile";
import type { NameSource } from "../../lib/mentions/names-index";
import { readLanguageData } from "../../scripts/language-data";
import { root } from "../../scripts/tools/commands";

interface Trie {
  [letter: string]: Trie;
}

/** Alternatives share their beginnings, as a generator of such expressions writes them. */
function triePattern(words: readonly string[]): string {
  const trie: Trie = {};
  for (const word of words) {
    let at = trie;
    for (const letter of word) {
      at[letter] ??= {};
      at = at[letter];
    }
    at[""] = {};
  }
  const write = (node: Trie): string => {
    const ways = Object.entries(node).filter(([letter]) => letter !== "");
    const parts = ways.map(([letter, next]) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&") + write(next));
    const body = parts.length === 1 ? parts[0] : `(?:${parts.join("|")})`;
    if (parts.length === 0) return "";
    return "" in node ? `(?:${body})?` : (body ?? "");
  };
  return `\\b${write(trie)}\\b`;
}

/** Every entity nine times more, under names that no page has. */
function multiplied(sources: NameSource[]): NameSource[] {
  const endings = ["", "ab", "ec", "id", "of", "ug", "ak", "el", "im", "on"];
  return endings.flatMap((ending) =>
    sources.map((source) =>
      ending === ""
        ? source
        : {
            ...source,
            id: `${source.id}-${ending}`,
            names: source.names.map((name) => ({ ...name, text: name.text.replace(/^[\p{L}\p{N}]+/u, `$&${ending}`) })),
            ...(source.surname ? { surname: `${source.surname}${ending}` } : {}),
          },
    ),
  );
}

export interface BenchNames {
  names: string[];
  pattern: string;
  tenfold: string;
}

export function benchNames(): BenchNames {
  const { dataset } = loadDataset(readDataFiles(`${root}data`));
  if (!dataset) throw new Error("the dataset has faults: npm run data -- check");
  const sources = nameSources(dataset);
  const names = new Set<string>();
  for (const source of sources) {
    if (source.kind === "post") continue;
    for (const name of source.names) if (!name.match?.never) names.add(name.text);
    if (source.given && source.surname) names.add(`${source.given} ${source.surname}`);
  }
  const language = readLanguageData(`${root}data/language`);
  const list = [...names];
  return { names: list, pattern: triePattern(list), tenfold: compileNamesIndex(multiplied(sources), language) };
}
