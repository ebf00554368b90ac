/** Every message between page, background and extension pages. Each is parsed on arrival; unknown ones are refused. */
import * as z from "zod/mini";

z.config({ jitless: true });

const identifier = () =>
  z.string().check(z.refine((text: string) => /^(?=.{1,120}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(text)));
const identifiers = (most: number) => z.array(identifier()).check(z.refine((list: string[]) => list.length <= most));
const count = (most: number) =>
  z.number().check(z.refine((value: number) => Number.isInteger(value) && value >= 0 && value <= most));

const messagesToBackground = () =>
  z.union([
    /** Answer: `RecordBundle` with the records of these entities and the sources they cite. */
    z.strictObject({ type: z.literal("records"), entities: identifiers(400) }),
    /** Answer: `string[]`, the entities with nothing left to show under the reader's source choice. */
    z.strictObject({ type: z.literal("empty-entities") }),
    /** Answer: `EntityReference[]`, what would lose a sentence without this source. */
    z.strictObject({ type: z.literal("resting"), source: identifier() }),
    /**
     * For the toolbar button: how many things are explained here, null for none, and whether the reader's own choice keeps
     * Newsgloss from reading here. The side panel hears it too, and asks again; `mentions` is there for it. Answer: true.
     */
    z.strictObject({
      type: z.literal("badge"),
      count: z.nullable(count(100_000)),
      mentions: count(1_000_000),
      off: z.boolean(),
    }),
    /** The reader mutes an entity, or hides a source, from a card. Answer: true once it is stored. */
    z.strictObject({ type: z.literal("mute"), entity: identifier() }),
    z.strictObject({ type: z.literal("hide-source"), source: identifier() }),
    /** Answer: the card's words in a language. They come with the first records: a page's script carries none. */
    z.strictObject({ type: z.literal("card-strings"), language: z.enum(["en", "es"]) }),
    /** The reader asked for the settings page from a card. Answer: true. */
    z.strictObject({ type: z.literal("open-options"), section: z.optional(identifier()) }),
  ]);
let forBackground: ReturnType<typeof messagesToBackground> | null = null;
/** From a page's reader to the background: nothing but entity ids and counts ever leaves a page. Made when the first one comes. */
export function toBackground(): ReturnType<typeof messagesToBackground> {
  forBackground ??= messagesToBackground();
  return forBackground;
}
export type ToBackground = z.infer<ReturnType<typeof messagesToBackground>>;

const messagesToReader = () =>
  z.union([
    /** Answer: `PageReport`. */
    z.strictObject({ type: z.literal("report") }),
    /** Scrolls to the n-th mention of an entity (0-based), rings it and opens its card with focus. Answer: true or false. */
    z.strictObject({ type: z.literal("go-to"), entity: identifier(), nth: count(1_000_000) }),
    /** The keyboard commands. Answer: true or false. */
    z.strictObject({ type: z.literal("step"), direction: z.enum(["next", "previous"]) }),
  ]);
let forReader: ReturnType<typeof messagesToReader> | null = null;
/** From the popup, the side panel or the background to the reader in one tab. Made when the first one comes: few pages get one. */
export function toReader(): ReturnType<typeof messagesToReader> {
  forReader ??= messagesToReader();
  return forReader;
}
export type ToReader = z.infer<ReturnType<typeof messagesToReader>>;

/** From the background to open extension pages and back: none so far; they read storage. */

/** What a reader tells the popup and the side panel of its own page; it holds names of entities, no page text. */
export interface PageReport {
  /** Why nothing is marked, or null. */
  standstill: "off" | "paused" | "site-off" | "not-chosen" | "not-news" | null;
  host: string;
  title: string;
  news: boolean;
  language: "en" | "es" | "other";
  date: { value: string | null; from: string };
  /** The day cards speak for now. */
  asOf: string;
  asOfIsToday: boolean;
  marks: "marks" | "private";
  /** Whether text of the page is still to be read: what follows may grow. */
  isReading: boolean;
  mentions: number;
  /** By entity, in order of first mention. */
  entities: { entity: string; kind: string; title: string; mentions: number }[];
}
