/**
 * Reading DOM properties that a page may have replaced. A form control's name shadows its form's properties
 * (`<form><input name="parentNode">`), and `<img name="body">` shadows the document's; Chromium shows both to content
 * scripts. Getters and methods taken from the prototypes are not affected.
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#dom-document-nameditem
 *
 * In Node (annotate, tests with linkedom) there are no global prototypes, and plain access is used.
 */

type Getter = (this: object) => unknown;

const ownerNames = ["Node", "Element", "HTMLElement", "Document", "CharacterData", "HTMLMetaElement"] as const;
type OwnerName = (typeof ownerNames)[number];

function prototypeOf(owner: OwnerName): object | undefined {
  const owning: unknown = Reflect.get(globalThis, owner);
  return typeof owning === "function" ? (owning.prototype as object) : undefined;
}

function getterOf(owner: OwnerName, property: string): Getter | undefined {
  const prototype = prototypeOf(owner);
  return prototype && Object.getOwnPropertyDescriptor(prototype, property)?.get;
}

function methodOf(owner: OwnerName, name: string): ((...given: unknown[]) => unknown) | undefined {
  const prototype = prototypeOf(owner);
  const method: unknown = prototype && Object.getOwnPropertyDescriptor(prototype, name)?.value;
  return typeof method === "function" ? (method as (...given: unknown[]) => unknown) : undefined;
}

function reader<From extends object, Value>(owner: OwnerName, property: string): (from: From) => Value {
  const getter = getterOf(owner, property);
  if (getter) return (from) => getter.call(from) as Value;
  return (from) => Reflect.get(from, property) as Value;
}

function caller<From extends object, Given extends unknown[], Value>(
  owner: OwnerName,
  name: string,
): (from: From, ...given: Given) => Value {
  const method = methodOf(owner, name);
  if (method) return (from, ...given) => method.apply(from, given) as Value;
  return (from, ...given) => (Reflect.get(from, name) as (...given: Given) => Value).apply(from, given);
}

export const nodeTypeOf: (node: Node) => number = reader("Node", "nodeType");
export const parentOf: (node: Node) => Node | null = reader("Node", "parentNode");
export const previousOf: (node: Node) => Node | null = reader("Node", "previousSibling");
export const nextOf: (node: Node) => Node | null = reader("Node", "nextSibling");
export const firstChildOf: (node: Node) => Node | null = reader("Node", "firstChild");
export const lastChildOf: (node: Node) => Node | null = reader("Node", "lastChild");
export const ownerDocumentOf: (node: Node) => Document | null = reader("Node", "ownerDocument");
export const isConnected: (node: Node) => boolean = reader("Node", "isConnected");
export const textOf: (node: Node) => string | null = reader("Node", "textContent");
export const nameOf: (element: Element) => string = reader("Element", "localName");
export const openShadowRootOf: (element: Element) => ShadowRoot | null = reader("Element", "shadowRoot");
export const bodyOf: (document: Document) => HTMLElement | null = reader("Document", "body");
export const rootOf: (document: Document) => Element | null = reader("Document", "documentElement");
export const contentTypeOf: (document: Document) => string | undefined = reader("Document", "contentType");
export const designModeOf: (document: Document) => string | undefined = reader("Document", "designMode");
export const windowOf: (document: Document) => Window | null = reader("Document", "defaultView");
export const isHiddenDocument: (document: Document) => boolean = reader("Document", "hidden");
export const titleOf: (document: Document) => string | undefined = reader("Document", "title");

export const hasAttribute: (element: Element, name: string) => boolean = caller("Element", "hasAttribute");
export const attributeOf: (element: Element, name: string) => string | null = caller("Element", "getAttribute");
export const closestOf: (element: Element, selector: string) => Element | null = caller("Element", "closest");
export const contains: (node: Node, other: Node | null) => boolean = caller("Node", "contains");

const elementQuery: (from: Element, selector: string) => ArrayLike<Element> = caller("Element", "querySelectorAll");
const documentQuery: (from: Document, selector: string) => ArrayLike<Element> = caller("Document", "querySelectorAll");
const elementsNamed: (document: Document, name: string) => ArrayLike<Element> = caller(
  "Document",
  "getElementsByTagName",
);
const createWalker: (document: Document, root: Node, show: number) => TreeWalker = caller(
  "Document",
  "createTreeWalker",
);

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;
export const DOCUMENT_NODE = 9;
export const FRAGMENT_NODE = 11;

export function isElement(node: Node | null): node is Element {
  return node !== null && nodeTypeOf(node) === ELEMENT_NODE;
}

export function isText(node: Node | null): node is Text {
  return node !== null && nodeTypeOf(node) === TEXT_NODE;
}

export function isDocument(node: Node): node is Document {
  return nodeTypeOf(node) === DOCUMENT_NODE;
}

/** A shadow root, and no other fragment. */
export function isShadowRoot(node: Node | null): node is ShadowRoot {
  return node !== null && nodeTypeOf(node) === FRAGMENT_NODE && "host" in node;
}

/** `querySelectorAll` that a page cannot shadow. */
export function select(from: Document | Element, selector: string): ArrayLike<Element> {
  return isDocument(from) ? documentQuery(from, selector) : elementQuery(from, selector);
}

/** How many elements a document has. */
export function countElements(document: Document): number {
  return elementsNamed(document, "*").length;
}

/** A walker with no filter callback: one with a callback costs 6.6 times as much. */
export function walkerOver(root: Node, show: number): TreeWalker | null {
  const document = isDocument(root) ? root : ownerDocumentOf(root);
  return document && createWalker(document, root, show);
}
