/** Made by `extension.ts` for each run. */
declare module "bench:names" {
  /** All names of the dataset as plain strings. */
  export const names: readonly string[];
  /** The same as one trie-shaped expression. */
  export const pattern: string;
}
declare module "bench:indexes" {
  export const once: string;
  /** The index of a dataset with ten times the names. */
  export const tenfold: string;
}
declare module "mark.js" {
  export default class Mark {
    constructor(root: Element);
    markRegExp(pattern: RegExp, options?: { filter?: () => boolean; done?: () => void }): void;
  }
}
declare module "ahocorasick" {
  export default class AhoCorasick {
    constructor(words: string[]);
    search(text: string): [number, string[]][];
  }
}
