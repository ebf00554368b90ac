/** Which documents are read at all. */
import { bodyOf, contentTypeOf, designModeOf, nameOf, rootOf } from "./safe-dom";

const readableTypes = new Set(["text/html", "application/xhtml+xml"]);

/**
 * True for HTML and XHTML pages with a body. Told by content type, not by `instanceof HTMLDocument`: an XHTML document
 * is an XMLDocument in Chromium and an HTMLDocument in Firefox. SVG, XML, JSON and plain text are left alone; browsers
 * show some of them in viewers of their own that have a body.
 */
export function isReadableDocument(document: Document): boolean {
  const type = contentTypeOf(document);
  // Only DOM libraries in Node leave it out.
  if (type !== undefined && !readableTypes.has(type)) return false;
  const root = rootOf(document);
  if (root === null || nameOf(root).toLowerCase() !== "html") return false;
  const body = bodyOf(document);
  return body !== null && nameOf(body).toLowerCase() === "body";
}

/** True while the whole document is an editor. */
export function isBeingEdited(document: Document): boolean {
  return designModeOf(document)?.toLowerCase() === "on";
}

/** True in the top frame. Frames are left alone (see docs/page.md). */
export function isTopFrame(window: Window): boolean {
  try {
    return window.top === window;
  } catch {
    // A sandboxed frame may not be allowed to ask.
    return false;
  }
}
