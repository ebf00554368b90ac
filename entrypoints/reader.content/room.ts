import type { Room } from "../../lib/card";

/** The part of the window that the reader sees: less than all of it while a page is pinched. */
export function roomOf(document: Document): { room: Room; isPinched: boolean } {
  const root = document.documentElement;
  const seen = document.defaultView?.visualViewport;
  if (seen && seen.scale > 1)
    return {
      room: { left: seen.offsetLeft, top: seen.offsetTop, width: seen.width, height: seen.height },
      isPinched: true,
    };
  const height = document.defaultView?.innerHeight ?? root.clientHeight;
  return { room: { left: 0, top: 0, width: root.clientWidth, height }, isPinched: false };
}
