/**
 * Writes every character beyond ASCII as an escape. One such character makes a browser keep the whole script in two bytes a
 * character, which doubles what it holds and slows what it parses: the background is 3 MB of data and loads each time it wakes.
 * Right for minified code only: in String.raw and between tags an escape would be read as written.
 */
export function asAscii(code: string): string {
  return code.replaceAll(/(\\*)([\u0080-\uffff])/g, (_, slashes: string, character: string) => {
    // A backslash before such a character only stands for the character itself, and would turn the escape into text.
    const kept = slashes.length % 2 === 1 ? slashes.slice(1) : slashes;
    return `${kept}\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
