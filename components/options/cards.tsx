import { Choice, Switch } from "../ui";
import type { OptionsProps } from "./types";

/** Where and when Newsgloss reads. */
export function Reading({ t, settings, today, on }: OptionsProps) {
  const { change } = on;
  return (
    <div class="stack">
      <div>
        <Switch strong label={t("popup.on")} on={settings.on} change={(value) => change(() => ({ on: value }))} />
        <Switch
          label={t("popup.pause-today")}
          on={settings.pausedOn === today}
          change={(value) => change(() => ({ pausedOn: value ? today : null }))}
        />
      </div>
      <Choice
        legend={t("popup.scope")}
        name="scope"
        value={settings.scope}
        options={(["news", "everywhere", "chosen-sites"] as const).map((value) => ({
          value,
          label: t(`pages.scope.${value}`),
        }))}
        change={(scope) => change(() => ({ scope }))}
      />
      <Choice
        legend={t("options.density")}
        name="density"
        value={settings.density}
        options={(["all", "section", "page"] as const).map((value) => ({
          value,
          label: t(`options.density.${value}`),
        }))}
        change={(density) => change(() => ({ density }))}
      />
    </div>
  );
}

/** The two ways to be on a page, each with what the page could learn. */
export function MarksChoice({ t, settings, on }: OptionsProps) {
  return (
    <div class="options-choice">
      {(["marks", "private"] as const).map((marks) => (
        <label class="big-choice" key={marks}>
          <input
            type="radio"
            name="marks"
            checked={settings.marks === marks}
            onChange={() => on.change(() => ({ marks, marksChosen: true }))}
          />
          <span class="strong">{t(`pages.marks.${marks}`)}</span>
          <span class="soft">{t(`welcome.marks.${marks}`)}</span>
        </label>
      ))}
    </div>
  );
}

function Delay({ name, t, settings, on }: { name: "openDelay" | "closeDelay" } & OptionsProps) {
  return (
    <label class="labelled">
      <span>{t(`options.${name}`)}</span>
      <span class="row">
        <input
          class="field field-number"
          type="number"
          min="0"
          max="5000"
          step="50"
          value={settings[name]}
          onChange={(event) => {
            const { valueAsNumber } = event.currentTarget;
            // An empty field or one out of bounds goes back to what holds.
            if (Number.isInteger(valueAsNumber) && valueAsNumber >= 0 && valueAsNumber <= 5000)
              on.change(() => ({ [name]: valueAsNumber }));
            else event.currentTarget.value = String(settings[name]);
          }}
        />
        <span class="soft">{t("options.milliseconds")}</span>
      </span>
    </label>
  );
}

/** How a card opens, and for which day it speaks. */
export function Cards(props: OptionsProps) {
  const { t, settings, today, on } = props;
  const { change } = on;
  return (
    <div class="stack">
      <Choice
        legend={t("options.openOn")}
        name="openOn"
        value={settings.openOn}
        options={(["hover", "click", "key"] as const).map((value) => ({ value, label: t(`options.openOn.${value}`) }))}
        change={(openOn) => change(() => ({ openOn }))}
      />
      <div class="row wide-gap">
        <Delay {...props} name="openDelay" />
        <Delay {...props} name="closeDelay" />
      </div>
      <Choice
        legend={t("pages.lens")}
        name="lens"
        value={settings.lens}
        options={(["article", "today"] as const).map((value) => ({ value, label: t(`card.lens.${value}`) }))}
        change={(lens) => change(() => ({ lens }))}
      />
      <div class="stack-tight">
        <label class="labelled">
          <span>{t("options.fixedDate")}</span>
          <span class="row">
            <input
              class="field field-short"
              type="date"
              max={today}
              value={settings.fixedDate ?? ""}
              onChange={(event) => {
                const { value } = event.currentTarget;
                change(() => ({ fixedDate: value === "" ? null : value }));
              }}
            />
            {settings.fixedDate !== null && (
              <button type="button" class="link" onClick={() => change(() => ({ fixedDate: null }))}>
                {t("options.fixedDate.clear")}
              </button>
            )}
          </span>
        </label>
        <p class="soft">{t("options.fixedDate.why")}</p>
      </div>
    </div>
  );
}

export function Look({ t, settings, on }: OptionsProps) {
  return (
    <div class="stack">
      <Choice
        legend={t("options.theme")}
        name="theme"
        value={settings.theme}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, label: t(`options.theme.${value}`) }))}
        change={(theme) => on.change(() => ({ theme }))}
      />
      <Choice
        legend={t("options.language")}
        name="language"
        value={settings.language}
        options={(["system", "en", "es"] as const).map((value) => ({ value, label: t(`options.language.${value}`) }))}
        change={(language) => on.change(() => ({ language }))}
      />
    </div>
  );
}
