/** What every page of the extension needs: live settings, strings in the reader's language, theme, and a place to draw. */
import { signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { Notice } from "../../components/ui";
import { changeSettings, type ParsedSettings, readSettings, type Settings, watchSettings } from "../../lib/settings";
import { chosenLanguage, type Strings } from "../../lib/strings/create";

export interface Page extends ParsedSettings {
  t: Strings;
  language: "en" | "es";
  change(change: (settings: Settings) => Partial<Settings>): void;
}

/** Draws the page now and whenever the settings change, here or in any other page. */
export async function startPage(
  titleId: string,
  createStrings: (language: "en" | "es") => Strings,
  View: (page: Page) => ComponentChild,
): Promise<void> {
  const parsed = signal(await readSettings());
  const isUnsaved = signal(false);
  // The page lives until it is closed; so do its listeners.
  watchSettings((next) => {
    parsed.value = next;
  }, new AbortController().signal);
  const Root = () => {
    const { settings, repaired } = parsed.value;
    const language = chosenLanguage(settings.language, navigator.language);
    const t = createStrings(language);
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = settings.theme;
    document.title = t(titleId);
    const change: Page["change"] = (make) =>
      void changeSettings(make).then(
        () => {
          isUnsaved.value = false;
        },
        () => {
          isUnsaved.value = true;
        },
      );
    return (
      <>
        {isUnsaved.value && <Notice>{t("pages.not-saved")}</Notice>}
        <View settings={settings} repaired={repaired} t={t} language={language} change={change} />
      </>
    );
  };
  const place = document.getElementById("app");
  if (place) render(<Root />, place);
}
