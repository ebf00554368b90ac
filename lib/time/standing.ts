/** How a day lies to the time in which something holds. */
import { intervalOf } from "./partial-date";

/** The time in which something holds, both ends included. */
export interface Span {
  /** null: the start is not established. */
  from: string | null;
  /** null: it still held when it was last checked. */
  to: string | null;
  /** The newest day to which the span was checked. */
  checked: string;
  /** For a span without a start: a date on which it is known to have held, such as its oldest source's. */
  knownOn?: string | null;
}

export interface TimeStanding {
  /** `before`: the day lies before the span begins; `after`: after it ended; `unclear`: cannot be told. */
  lies: "before" | "during" | "after" | "unclear";
  /** True when the answer reaches past the day of checking: to be shown as “as far as checked”. */
  asFarAsChecked: boolean;
}

/**
 * Where `asOf` lies to the span. Every certain answer is true for each day the dates can mean, so a
 * less exact date can make an answer unclear but never turn it into the opposite.
 */
export function standing(span: Span, asOf: string): TimeStanding {
  const day = intervalOf(asOf);
  const checked = intervalOf(span.checked);
  const asFarAsChecked = span.to === null && day.latest > checked.latest;
  const from = span.from === null ? null : intervalOf(span.from);
  const to = span.to === null ? null : intervalOf(span.to);
  if (from && day.latest < from.earliest) return { lies: "before", asFarAsChecked: false };
  if (to && day.earliest > to.latest) return { lies: "after", asFarAsChecked: false };
  const known = span.knownOn ? intervalOf(span.knownOn).latest : checked.latest;
  const begun = day.earliest >= (from ? from.latest : known);
  const lasting = !to || day.latest <= to.earliest;
  return begun && lasting ? { lies: "during", asFarAsChecked } : { lies: "unclear", asFarAsChecked: false };
}
