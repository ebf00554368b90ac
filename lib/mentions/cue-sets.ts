/** Sets of cues as bits: whether a word belongs to one of several sets is asked hundreds of times around each candidate. */

/** There are more than 31 sets, and two small numbers are quicker than one big one. */
export interface SetBits {
  low: number;
  high: number;
}

const FIRST_LETTER = 97;
const IN_LOW = 30;

/** The bits of sets that are given by their letters. */
export function setBits(letters: string): SetBits {
  let low = 0;
  let high = 0;
  for (let index = 0; index < letters.length; index++) {
    const number = letters.charCodeAt(index) - FIRST_LETTER;
    if (number < IN_LOW) low |= 1 << number;
    else high |= 1 << (number - IN_LOW);
  }
  return { low, high };
}

export const NO_SETS: SetBits = { low: 0, high: 0 };

export function shareSet(a: SetBits, b: SetBits): boolean {
  return (a.low & b.low) !== 0 || (a.high & b.high) !== 0;
}

export function isNone(bits: SetBits): boolean {
  return bits.low === 0 && bits.high === 0;
}

export function both(a: SetBits, b: SetBits): SetBits {
  return { low: a.low | b.low, high: a.high | b.high };
}
