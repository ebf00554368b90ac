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
const identifier = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(120));
const hostName = z.string().check(z.regex(/^[a-z0-9.:[\]-]+$/), z.maxLength(253));
const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const milliseconds = z.number().check(z.int(), z.gte(0), z.lte(5000));

/** Every setting, each field on its own so that one bad value never costs the others. */
export const settingsFields = {
  on: z.boolean(),
  /** YYYY-MM-DD of the day on which the reader paused; any other day is not paused. */
  pausedOn: z.nullable(day),
  scope: z.enum(["news", "everywhere", "chosen-sites"]),
  /** Sites the reader switched off or on, by host name. */
  sitesOff: z.array(hostName).check(z.maxLength(2000)),
  sitesOn: z.array(hostName).check(z.maxLength(2000)),
  hiddenGroups: z.array(sourceGroup).check(z.maxLength(7)),
  hiddenSources: z.array(identifier).check(z.maxLength(5000)),
  hiddenKinds: z
    .array(
      z.enum(["organization", "jurisdiction", "person", "post", "list", "term", "law", "case", "operation", "number"]),
    )
    .check(z.maxLength(10)),
  mutedEntities: z.array(identifier).check(z.maxLength(5000)),
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
