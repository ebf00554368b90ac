import type { Point, TestPage } from "./browser";

/** The middle of the n-th (0-based) occurrence of some words in a page's text, scrolled into view. */
export async function pointOf(page: TestPage, words: string, nth = 0): Promise<Point> {
  const point = await page.evaluate(
    ({ wanted, skip }) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let left = skip;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const data = (node as Text).data;
        if (node.parentElement?.closest("script,style,title")) continue;
        for (let at = data.indexOf(wanted); at >= 0; at = data.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue;
          node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const box = range.getClientRects()[0];
          return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
        }
      }
      return null;
    },
    { wanted: words, skip: nth },
  );
  if (!point) throw new Error(`“${words}” is not on the page`);
  return point;
}

/** Rests the pointer on some words. */
export async function rest(page: TestPage, words: string, nth = 0): Promise<void> {
  const point = await pointOf(page, words, nth);
  await page.move({ x: point.x + 2, y: point.y });
  await page.move(point);
}

/** The painted words, as a page itself can read them from the highlight registry (Chromium; Firefox can't iterate ours). */
export function markedWords(page: TestPage): Promise<string[]> {
  return page.evaluate(() => {
    const words: string[] = [];
    for (const highlight of (CSS.highlights as unknown as Map<string, Set<StaticRange>>).values())
      for (const range of highlight)
        words.push((range.startContainer as Text).data.slice(range.startOffset, range.endOffset));
    return words;
  }, null);
}
