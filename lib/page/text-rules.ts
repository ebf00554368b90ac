/** Which text is read, and where blocks begin: decided by names and attributes alone, never by style or layout. */
import { attributeOf, hasAttribute, isElement, isShadowRoot, nameOf, parentOf } from "./safe-dom";

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

/** Attributes whose change can make text readable or unreadable. */
export const READING_ATTRIBUTES = ["contenteditable", "hidden", "aria-hidden", "inert", "role", "open"];

export function isInlineName(name: string): boolean {
  return inlineNames.has(name);
}

export function isHiddenName(name: string): boolean {
  return hiddenNames.has(name);
}

function isEditor(element: Element): boolean {
  const editable = attributeOf(element, "contenteditable");
  return editable !== null && editable.toLowerCase() !== "false";
}

/** What the element itself says, whatever its ancestors say. */
function ownReading(element: Element, name: string, inStory: boolean): Placing["reading"] {
  if (hiddenNames.has(name)) return HIDDEN;
  if (apartNames.has(name)) return APART;
  if (name === "footer" && !inStory) return APART;
  if (name === "dialog" && !hasAttribute(element, "open")) return HIDDEN;
  if (hasAttribute(element, "hidden") || hasAttribute(element, "inert")) return HIDDEN;
  if (attributeOf(element, "aria-hidden") === "true") return HIDDEN;
  if (hasAttribute(element, "contenteditable") && isEditor(element)) return APART;
  const role = attributeOf(element, "role");
  if (role !== null && apartRoles.has(role)) return APART;
  return READ;
}

/** Placings of elements, remembered for one pass: attributes may change between passes. */
export class Placings {
  readonly #known = new Map<Node, Placing>();
  readonly #isOurs: ((node: Node) => boolean) | undefined;

  /** `isOurs` names elements of our own, which are never read. */
  constructor(isOurs?: (node: Node) => boolean) {
    this.#isOurs = isOurs;
  }

  /** The placing of text whose parent is `parent`. */
  of(parent: Node): Placing {
    return this.#known.get(parent) ?? this.#find(parent);
  }

  /** Climbs without recursion: pages nest tens of thousands of elements deep. */
  #find(parent: Node): Placing {
    const chain: Node[] = [];
    let above: Placing | undefined;
    for (let at: Node | null = parent; at !== null; ) {
      above = this.#known.get(at);
      if (above) break;
      chain.push(at);
      at = isShadowRoot(at) ? at.host : parentOf(at);
    }
    for (let index = chain.length - 1; index >= 0; index--) {
      const node = chain[index];
      if (!node) continue;
      above = this.#place(node, above);
      this.#known.set(node, above);
    }
    return above ?? { reading: READ, block: parent, inStory: false, raised: false };
  }

  #place(node: Node, above: Placing | undefined): Placing {
    if (!isElement(node)) {
      return { reading: above?.reading ?? READ, block: node, inStory: above?.inStory ?? false, raised: false };
    }
    const name = nameOf(node);
    const inStory = above?.inStory === true || storyNames.has(name);
    let reading = above?.reading ?? READ;
    if (reading === READ) {
      reading = this.#isOurs?.(node) ? HIDDEN : ownReading(node, name, inStory);
    }
    const inline = above !== undefined && inlineNames.has(name);
    return {
      reading,
      block: inline ? above.block : node,
      inStory,
      raised: name === "sup" || name === "sub" || (inline && above.raised),
    };
  }
}
