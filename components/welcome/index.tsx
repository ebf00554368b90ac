/**
 * ROOM components/welcome. In: settings, whether the browser still asks for sites, callbacks. Out: the welcome page's view. May
 * import strings and types; no browser API.
 */
import type { Settings } from "../../lib/settings/schema";
import type { Strings } from "../../lib/strings/card";
import { KindIcon } from "../icons";

export interface WelcomeProps {
  t: Strings;
  settings: Pick<Settings, "marks" | "marksChosen">;
  /** "asked": the browser leaves sites to the reader, who has not given them yet; "given"; "not-needed" elsewhere. */
  permission: "asked" | "given" | "not-needed";
  practiceAddress: string;
  on: {
    choose(marks: Settings["marks"]): void;
    allow(): void;
    openOptions(): void;
  };
}

const does = ["explains", "dates", "sources", "sides"] as const;
const never = ["sends", "changes", "judges", "people"] as const;

export function Welcome({ t, settings, permission, practiceAddress, on }: WelcomeProps) {
  return (
    <main class="page-main">
      <header class="stack">
        <div class="row" aria-hidden="true">
          <KindIcon kind="organization" />
          <KindIcon kind="jurisdiction" />
          <KindIcon kind="person" />
          <KindIcon kind="term" />
          <KindIcon kind="law" />
        </div>
        <h1>{t("welcome.heading")}</h1>
        <p>{t("welcome.lead")}</p>
      </header>
      <section>
        <h2>{t("welcome.does")}</h2>
        <ul class="plain-list">
          {does.map((what) => (
            <li key={what}>{t(`welcome.does.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t("welcome.never")}</h2>
        <ul class="plain-list">
          {never.map((what) => (
            <li key={what}>{t(`welcome.never.${what}`)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2 id="welcome-marks">{t("welcome.marks")}</h2>
        <p>{t("welcome.marks.lead")}</p>
        <div class="options-choice" role="radiogroup" aria-labelledby="welcome-marks">
          {(["marks", "private"] as const).map((marks) => (
            <label class="big-choice" key={marks}>
              <input
                type="radio"
                name="marks"
                checked={settings.marksChosen && settings.marks === marks}
                onChange={() => on.choose(marks)}
              />
              <span class="strong">{t(`pages.marks.${marks}`)}</span>
              <span class="soft">{t(`welcome.marks.${marks}`)}</span>
            </label>
          ))}
        </div>
      </section>
      {permission !== "not-needed" && (
        <section class="stack">
          <h2>{t("welcome.permission")}</h2>
          <p>{t(permission === "given" ? "welcome.permission.given" : "welcome.permission.lead")}</p>
          {permission === "asked" && (
            <p>
              <button type="button" class="main-button" onClick={on.allow}>
                {t("popup.allow-everywhere")}
              </button>
            </p>
          )}
        </section>
      )}
      <section class="stack">
        <h2>{t("welcome.practice")}</h2>
        <p>{t("welcome.practice.lead")}</p>
        <p class="row">
          <a class="main-button" href={practiceAddress}>
            {t("welcome.practice.open")}
          </a>
          <button type="button" class="button" onClick={on.openOptions}>
            {t("popup.settings")}
          </button>
        </p>
      </section>
    </main>
  );
}
