/** Made-up reports, settings and sources for the pages of the gallery. */
import type { PageReport } from "../../lib/messages/schema";
import { defaultSettings, type Settings } from "../../lib/settings/schema";
import type { ListedSource, TabState } from "../popup";

export const today = "2026-11-24";

export const report: PageReport = {
  standstill: null,
  host: "www.example.com",
  title: "Mayor says police will not help",
  news: true,
  language: "en",
  date: { value: "2019-07-12", from: "json-ld" },
  asOf: "2019-07-12",
  asOfIsToday: false,
  marks: "marks",
  isReading: false,
  mentions: 27,
  entities: [
    { entity: "us-ice", kind: "organization", title: "U.S. Immigration and Customs Enforcement", mentions: 15 },
    { entity: "chicago-il", kind: "jurisdiction", title: "Chicago, Illinois", mentions: 4 },
    { entity: "lori-lightfoot", kind: "person", title: "Lori Lightfoot", mentions: 3 },
    { entity: "term-detainer", kind: "term", title: "Detainer", mentions: 3 },
    { entity: "law-welcoming", kind: "law", title: "Welcoming City Ordinance", mentions: 1 },
    { entity: "case-city-v-us", kind: "case", title: "City of Chicago v. Sessions", mentions: 1 },
  ],
};

/** What the popup can find in its tab, by name. */
export const tabs: Record<string, TabState> = {
  loading: { state: "loading" },
  report: { state: "report", report },
  readOnce: { state: "report", report, once: true },
  noDate: { state: "report", report: { ...report, date: { value: null, from: "none" } } },
  off: { state: "report", report: { ...report, standstill: "off" } },
  paused: { state: "report", report: { ...report, standstill: "paused" } },
  siteOff: { state: "report", report: { ...report, standstill: "site-off" } },
  notNews: { state: "report", report: { ...report, standstill: "not-news" } },
  notChosen: { state: "report", report: { ...report, standstill: "not-chosen" } },
  nothing: { state: "report", report: { ...report, mentions: 0, entities: [] } },
  old: { state: "report", report },
  repaired: { state: "report", report },
  oldAndRepaired: { state: "report", report },
  browserPage: { state: "browser-page" },
  noAccess: { state: "no-access", host: "www.example.com" },
  reload: { state: "reload" },
};

/** The settings that stand behind a state of the popup. */
export const settingsOf: Record<string, Partial<Settings>> = {
  off: { on: false },
  paused: { pausedOn: today },
  siteOff: { sitesOff: ["www.example.com"] },
  notChosen: { scope: "chosen-sites" },
  noDate: { hiddenGroups: ["news", "research"], hiddenSources: ["state-local-1"], hiddenKinds: ["number"] },
};

export const changedSettings: Settings = {
  ...defaultSettings,
  pausedOn: today,
  scope: "chosen-sites",
  sitesOn: ["paper.example", "a-very-long-name-of-a-site-that-has-to-be-broken-somewhere.newspapers.example.org"],
  sitesOff: ["other.example"],
  hiddenGroups: ["advocacy-enforcement", "advocacy-immigrant"],
  hiddenSources: ["news-2"],
  hiddenKinds: ["number"],
  mutedEntities: ["chicago-il", "term-detainer"],
  fixedDate: "2019-07-12",
  density: "section",
  marks: "private",
  marksChosen: true,
  openOn: "click",
};

/** A few sources for each group, and as many in one as make a long list. */
export const sources: readonly ListedSource[] = [
  ...(["federal", "state-local", "court-law", "research"] as const).flatMap((group) =>
    [1, 2, 3].map((number) => ({
      id: `${group}-${number}`,
      publisher: `Publisher ${number}`,
      title: `Report on detainers and cooperation, number ${number}`,
      group,
      sentences: 4 - number,
    })),
  ),
  ...Array.from({ length: 60 }, (_, number) => ({
    id: `news-${number}`,
    publisher: `The Paper ${number}`,
    title: "City council votes on an ordinance",
    group: "news" as const,
    sentences: 60 - number,
  })),
];
