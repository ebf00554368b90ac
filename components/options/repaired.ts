import { isAllRepaired } from "../../lib/settings/rules";
import type { Settings } from "../../lib/settings/schema";
import type { Strings } from "../../lib/strings/card";

/** The string by which each setting is known on the page itself. */
const nameOf: Record<keyof Settings, string> = {
  on: "popup.on",
  pausedOn: "popup.pause-today",
  scope: "popup.scope",
  sitesOff: "options.sitesOff",
  sitesOn: "options.sitesOn",
  hiddenGroups: "popup.sources",
  hiddenSources: "pages.single-sources",
  hiddenKinds: "options.section.kinds",
  mutedEntities: "options.section.muted",
  lens: "pages.lens",
  fixedDate: "options.fixedDate",
  density: "options.density",
  marks: "pages.marks",
  marksChosen: "options.section.marks",
  openOn: "options.openOn",
  openDelay: "options.openDelay",
  closeDelay: "options.closeDelay",
  theme: "options.theme",
  language: "options.language",
};

/** What to say of settings that had to be repaired, by the names that the reader sees on the page. */
export function repairedText(repaired: readonly string[], t: Strings): string {
  if (isAllRepaired(repaired)) return t("pages.all-repaired");
  const names = repaired.map((field) => `“${t(nameOf[field as keyof Settings] ?? field)}”`);
  return t("options.repaired", { count: repaired.length, names: names.join(", ") });
}
