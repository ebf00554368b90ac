import * as z from "zod/mini";

z.config({ jitless: true });

/** The version written today. Older ones are raised by `migrations.ts`. */
export const settingsVersion = 1;

const sourceGroup = z.enum([
  "federal",
  "state-local",
  "court-law",
  "research",
  "news",
  "advocacy-enforcement",
  "advocacy-immigrant",
]);
/** One kind of check instead of zod's five: each of those is code in every page. */
const written = (pattern: RegExp) => z.string().check(z.refine((text: string) => pattern.test(text)));
const few = <Item extends z.ZodMiniType>(item: Item, most: number) =>
  z.array(item).check(z.refine((list: unknown[]) => list.length <= most));
const identifier = written(/^(?=.{1,120}$)[a-z0-9]+(-[a-z0-9]+)*$/);
const hostName = written(/^[a-z0-9.:[\]-]{1,253}$/);
const day = written(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const milliseconds = z
  .number()
  .check(z.refine((value: number) => Number.isInteger(value) && value >= 0 && value <= 5000));

/** Every setting, each field on its own so that one bad value never costs the others. */
export const settingsFields = {
  on: z.boolean(),
  /** YYYY-MM-DD of the day on which the reader paused; any other day is not paused. */
  pausedOn: z.nullable(day),
  scope: z.enum(["news", "everywhere", "chosen-sites"]),
  /** Sites the reader switched off or on, by host name. */
  sitesOff: few(hostName, 2000),
  sitesOn: few(hostName, 2000),
  hiddenGroups: few(sourceGroup, 7),
  hiddenSources: few(identifier, 5000),
  hiddenKinds: few(
    z.enum(["organization", "jurisdiction", "person", "post", "list", "term", "law", "case", "operation", "number"]),
    10,
  ),
  mutedEntities: few(identifier, 5000),
  lens: z.enum(["article", "today"]),
  /** "Show everything as of": overrides the article's date, for teachers. */
  fixedDate: z.nullable(day),
  density: z.enum(["all", "section", "page"]),
  marks: z.enum(["marks", "private"]),
  /** False until the reader has chosen between marks and private mode on the welcome page. */
  marksChosen: z.boolean(),
  openOn: z.enum(["hover", "click", "key"]),
  openDelay: milliseconds,
  closeDelay: milliseconds,
  theme: z.enum(["system", "light", "dark"]),
  language: z.enum(["system", "en", "es"]),
} as const;

export const settingsSchema = z.strictObject(settingsFields);
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
  on: true,
  pausedOn: null,
  scope: "news",
  sitesOff: [],
  sitesOn: [],
  hiddenGroups: [],
  hiddenSources: [],
  hiddenKinds: [],
  mutedEntities: [],
  lens: "article",
  fixedDate: null,
  density: "all",
  marks: "marks",
  marksChosen: false,
  openOn: "hover",
  openDelay: 200,
  closeDelay: 300,
  theme: "system",
  language: "system",
};
