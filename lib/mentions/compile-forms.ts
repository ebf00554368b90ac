/** Build time: from a name as the dataset gives it to the forms that are looked up. */
import { foldString } from "./fold";

export interface LookupForm {
  /** First word, small letters, the key of the index. */
  key: string;
  /** A: first word in capitals; C: begins with a capital; l: any case. */
  letters: "A" | "C" | "l";
  /** What follows the first word, letters as they must be written (capitals are required, small ones not). */
  rest: string;
}

const LEADING = /^(?:the |el |los |las |U\.S\. |US |United States |so-called )/;
const FIRST_WORD = /^[A-Za-z0-9]+(?:'[A-Za-z]+)?/;

/** A name without the country or the article in front, as it is looked up. */
export function bareName(name: string): string {
  return foldString(name).trim().replace(LEADING, "");
}

function bills(text: string): string[] {
  const found = /^(.*?)\b(SB|HB|AB|Senate Bill|House Bill|Assembly Bill) ?(\d.*)$/.exec(text);
  if (!found) return [text];
  const [, before = "", kind = "", number = ""] = found;
  const long: Record<string, string> = { SB: "Senate Bill", HB: "House Bill", AB: "Assembly Bill" };
  const short = Object.keys(long).find((key) => key === kind || long[key] === kind) ?? kind;
  const dotted = `${short.charAt(0)}.${short.charAt(1)}.`;
  return [`${short} ${number}`, `${short}${number}`, `${dotted} ${number}`, `${long[short]} ${number}`].map(
    (form) => before + form,
  );
}

function orders(text: string): string[] {
  const found = /^(?:EO|Executive Order) (\d+)$/.exec(text);
  return found ? [`Executive Order ${found[1]}`, `EO ${found[1]}`, `E.O. ${found[1]}`] : [text];
}

function sections(text: string): string[] {
  const code = /^(\d+) U\.?S\.?C\.? (?:§ ?)?(\S+)$/.exec(text);
  if (code)
    return [`${code[1]} U.S.C. §${code[2]}`, `${code[1]} US Code §${code[2]}`, `${code[1]} U.S. Code §${code[2]}`];
  const section = /^[Ss]ection (\d+\S*)$/.exec(text);
  if (section) return [`section ${section[1]}`, `sec. ${section[1]}`];
  return [text];
}

function dotted(text: string, isAcronym: boolean): string[] {
  return isAcronym && /^[A-Z]{3}$/.test(text) ? [text, `${text.split("").join(".")}.`] : [text];
}

/** Every form under which a name is looked up. `anyCase`: capitals are not required. */
export function lookupForms(name: string, options: { anyCase: boolean; isAcronym: boolean }): LookupForm[] {
  const text = bareName(name);
  const forms = dotted(text, options.isAcronym).flatMap(bills).flatMap(orders).flatMap(sections);
  const result: LookupForm[] = [];
  for (const form of forms) {
    const written = options.anyCase ? form.toLowerCase() : form;
    const first = FIRST_WORD.exec(written)?.[0];
    if (first === undefined) continue;
    const letters =
      /^[A-Z0-9]*[A-Z][A-Z0-9]*$/.test(first) && (first.length > 1 || /^.\.[A-Z]\./.test(written))
        ? "A"
        : /^[A-Z]/.test(first)
          ? "C"
          : "l";
    result.push({ key: first.toLowerCase(), letters, rest: written.slice(first.length) });
  }
  return result;
}

/** Words with their endings left open (`immigra*`) as one pattern for small-letter text. */
export function wordPattern(words: string[]): string {
  const escaped = words.map((word) => {
    const open = word.endsWith("*");
    const body = foldString(open ? word.slice(0, -1) : word)
      .toLowerCase()
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replace(/ /g, "[ \\n-]");
    return open ? body : `${body}(?![a-z])`;
  });
  return escaped.join("|");
}
