/** Whether the text itself spells out an acronym, and as what: "Civil Engineers (ICE)", "DHS, the Department of Health Services". */

/** Letters of any script and apostrophes, without the engine's tables of them, which are slow to set up. */
const WORDS = /[a-z'\u00aa-\u1fff\u2c00-\ud7ff\uf900-\ufefe]+/g;
const SMALL = new Set(["of", "and", "for", "the", "de", "y", "del", "la", "las", "los", "e", "in", "a"]);

function initials(words: string[]): string {
  return words
    .filter((word) => !SMALL.has(word))
    .map((word) => word.charAt(0))
    .join("");
}

/** Words directly after ("DHS, the Department of …", "CBP (customs and …") whose initials spell the acronym. */
function phraseAfter(lower: string, end: number, letters: string): string {
  const lead =
    /^["']?(?:,? \(| ?[—–] ?(?:the )?|, or (?:the )?|, (?:the |which is |short for |its |their |a |an |el |la |su )?|[a-z ]{0,12}, short for )/.exec(
      lower.slice(end, end + 30),
    );
  if (!lead) return "";
  const text = lower.slice(end + lead[0].length, end + 110).split(/[.;:\n)]/)[0] ?? "";
  const words = text.match(WORDS) ?? [];
  for (let count = letters.length; count <= Math.min(words.length, letters.length + 4); count++) {
    const head = words.slice(0, count);
    if (sameLetters(initials(head), letters) && !SMALL.has(head[0] ?? "") && !SMALL.has(head[count - 1] ?? ""))
      return head.join(" ");
  }
  return "";
}

/** In another language the words may come in another order. */
function sameLetters(a: string, b: string): boolean {
  return a === b || (a.length > 2 && [...a].sort().join("") === [...b].sort().join(""));
}

/** The phrase that the text gives for an acronym at a place, or "". */
export function expansion(lower: string, start: number, end: number): string {
  const letters = lower.slice(start, end).replaceAll(".", "");
  if (letters.length < 2 || letters.length > 6) return "";
  return phraseAfter(lower, end, letters);
}

/** How far from an acronym its words may stand, in UTF-16 units. */
const REACH = 160;

/** Words with capitals near an acronym whose initials are its letters, in small letters: "Darien High School" for DHS; or "". */
export function spelling(plain: string, at: number, letters: string): string {
  if (letters.length < 3) return "";
  const pattern = [...letters].map((letter) => `${letter}[a-z']+`).join(",?[ -](?:(?:of|and|for|the|de|del|y|la) )*");
  const near = plain.slice(Math.max(0, at - REACH), at + REACH);
  return new RegExp(`\\b${pattern}\\b`).exec(near)?.[0].toLowerCase() ?? "";
}
