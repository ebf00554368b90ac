/** Which text is read, and where blocks begin: decided by names and attributes alone, never by style or layout. */
import { attributeOf, hasAttribute, isShadowRoot, nameOf, parentOf, select } from "./safe-dom";

/** Never shown as text: what stands before and after it is one word. */
const hiddenNames = new Set(
  "script style noscript template head title meta link base datalist rp rt noframes noembed param source track".split(
    " ",
  ),
);
/** Shown, but not prose: code, editors and controls, pictures, menus. A name never reaches across one. */
const apartNames = new Set(
  "textarea input select option optgroup button code pre kbd samp xmp plaintext listing svg math canvas video audio object iframe embed applet frameset nav menu progress meter".split(
    " ",
  ),
);
const apartRoles = new Set(
  "navigation textbox searchbox search combobox listbox menu menubar toolbar tablist tree treegrid spinbutton banner contentinfo code math button menuitem tab option".split(
    " ",
  ),
);
const inlineNames = new Set(
  "a abbr acronym b bdi bdo big blink cite data del dfn em font i img ins label mark nobr output picture q rb rtc ruby s slot small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
/** Inside these a `footer` belongs to the story (a quotation's author), not to the site. */
const storyNames = new Set(["article", "blockquote", "figure", "main"]);

export const READ = 0;
export const HIDDEN = 1;
export const APART = 2;

/** What is known about an element as the parent of text. */
export interface Placing {
  reading: typeof READ | typeof HIDDEN | typeof APART;
  /** The nearest element or root, itself included, that starts a block. */
  block: Node;
  inStory: boolean;
  /** Raised or lowered text, so that a note's number is not read as part of the word before it. */
  raised: boolean;
}

export function isInlineName(name: string): boolean {
  return inlineNames.has(name);
}

export function isHiddenName(name: string): boolean {
  return hiddenNames.has(name);
}

/** Attributes that can make text unreadable, asked for once for a whole subtree: a question per element is dearer. */
const MARKED = '[hidden],[inert],[aria-hidden="true"],[contenteditable],[role]';

function isEditor(element: Element): boolean {
  const editable = attributeOf(element, "contenteditable");
  return editable !== null && editable.toLowerCase() !== "false";
}

/** What the element's attributes say. */
function readingByAttributes(element: Element): Placing["reading"] {
  if (hasAttribute(element, "hidden") || hasAttribute(element, "inert")) return HIDDEN;
  if (attributeOf(element, "aria-hidden") === "true") return HIDDEN;
  if (isEditor(element)) return APART;
  const role = attributeOf(element, "role");
  return role !== null && apartRoles.has(role) ? APART : READ;
}

function readingByName(element: Element, name: string, inStory: boolean): Placing["reading"] {
  if (hiddenNames.has(name)) return HIDDEN;
  if (apartNames.has(name)) return APART;
  if (name === "footer" && !inStory) return APART;
  return name === "dialog" && !hasAttribute(element, "open") ? HIDDEN : READ;
}

/** Placings of elements, remembered for one pass: attributes may change between passes. */
export class Placings {
  readonly #known = new Map<Node, Placing>();
  readonly #isOurs: ((node: Node) => boolean) | undefined;
  #scope: Node | null = null;
  #marked: ReadonlySet<Node> | null = null;

  /** `isOurs` names elements of our own, which are never read. */
  constructor(isOurs?: (node: Node) => boolean) {
    this.#isOurs = isOurs;
  }

  /** Says that a whole subtree will be read, its shadow roots not: its attributes are then looked up all at once. */
  expect(scope: Document | Element): void {
    this.#scope = scope;
    this.#marked = new Set(Array.from(select(scope, MARKED)));
  }

  /** The placing of text whose parent is `parent`. */
  of(parent: Node): Placing {
    return this.#known.get(parent) ?? this.#find(parent);
  }

  /**
   * Climbs without recursion: pages nest tens of thousands of elements deep. Plain property access is several times
   * cheaper in cold code than prototype getters, and only forms can shadow properties, by elements: a name that is no
   * string is a shadowed one.
   */
  #find(parent: Node): Placing {
    const known = this.#known;
    const chain: Node[] = [];
    const names: string[] = [];
    let above: Placing | undefined;
    let inScope = 0;
    for (let at: Node | null = parent; at !== null; ) {
      above = known.get(at);
      if (above) {
        if (this.#scope !== null && inScope === 0) inScope = chain.length;
        break;
      }
      if (at === this.#scope) inScope = chain.length;
      let name: unknown = (at as Element).localName;
      if (typeof name === "object" && name !== null) name = nameOf(at as Element);
      chain.push(at);
      // Documents and shadow roots have none, or in some DOM libraries "#document".
      names.push(typeof name === "string" && !name.startsWith("#") ? name : "");
      if (name === "form") at = parentOf(at);
      else if (typeof name !== "string" && isShadowRoot(at)) at = at.host;
      else at = at.parentNode;
    }
    for (let index = chain.length - 1; index >= 0; index--) {
      const node = chain[index];
      if (!node) continue;
      above = this.#place(node, names[index] ?? "", above, index < inScope);
      known.set(node, above);
    }
    return above ?? { reading: READ, block: parent, inStory: false, raised: false };
  }

  #place(node: Node, name: string, above: Placing | undefined, inScope: boolean): Placing {
    if (name === "") {
      return { reading: above?.reading ?? READ, block: node, inStory: above?.inStory ?? false, raised: false };
    }
    const element = node as Element;
    const inStory = above?.inStory === true || storyNames.has(name);
    let reading = above?.reading ?? READ;
    if (reading === READ) reading = readingByName(element, name, inStory);
    if (reading === READ && (!inScope || this.#marked?.has(node) === true)) reading = readingByAttributes(element);
    if (reading === READ && this.#isOurs?.(node)) reading = HIDDEN;
    const inline = above !== undefined && inlineNames.has(name);
    return {
      reading,
      block: inline ? above.block : node,
      inStory,
      raised: name === "sup" || name === "sub" || (inline && above.raised),
    };
  }
}
