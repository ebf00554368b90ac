import { useState } from "preact/hooks";
import { formatPartialDate } from "../../lib/time";
import { kinds } from "../kinds";
import type { OptionsProps } from "./types";

export function Keys({ t, keys, on }: OptionsProps) {
  return (
    <div class="stack">
      <dl class="data-table">
        {keys.map((key) => (
          <div class="data-row" key={key.name}>
            <dt>{key.description}</dt>
            <dd>{key.shortcut === "" ? t("options.no-key") : <kbd>{key.shortcut}</kbd>}</dd>
          </div>
        ))}
        <div class="data-row">
          <dt>{t("options.close-card")}</dt>
          <dd>
            <kbd>Esc</kbd>
          </dd>
        </div>
      </dl>
      <p>
        <button type="button" class="button" onClick={on.changeKeys}>
          {t("options.change-keys")}
        </button>
      </p>
    </div>
  );
}

/** Settings as a file, out and in, and back to the beginning. */
export function Files({ t, imported, on }: OptionsProps) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="stack">
      <p class="row">
        <button type="button" class="button" onClick={on.exportFile}>
          {t("options.export")}
        </button>
        {/* The file control itself is the button: a hidden one behind a drawn one is lost to some readers. */}
        <label class="button file-button">
          {t("options.import")}
          <input
            class="unseen"
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) on.importFile(file);
              // The same file may be chosen again after it was mended.
              event.currentTarget.value = "";
            }}
          />
        </label>
        {!asking && (
          <button type="button" class="button" onClick={() => setAsking(true)}>
            {t("options.reset")}
          </button>
        )}
      </p>
      {asking && (
        <div class="page-notice" role="group" aria-label={t("options.reset")}>
          <p>{t("options.reset.sure")}</p>
          <p class="row">
            <button
              type="button"
              class="button"
              onClick={() => {
                on.reset();
                setAsking(false);
              }}
            >
              {t("options.reset.yes")}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {t("options.reset.no")}
            </button>
          </p>
        </div>
      )}
      <div role="status">
        {imported?.ok && <p class="good">{t("options.imported")}</p>}
        {imported && !imported.ok && (
          <>
            <p class="error">{t("options.import.refused", { place: imported.place })}</p>
            {imported.expected !== "Invalid input" && (
              <p class="soft" lang="en">
                {imported.expected}
              </p>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** Version, age, licence and size of the dataset. */
export function Data({ t, language, header }: OptionsProps) {
  const date = (value: string) => formatPartialDate(value, language);
  const number = new Intl.NumberFormat(language);
  const count = (name: string) => number.format(header.counts[name] ?? 0);
  const rows: [string, string][] = [
    [t("options.data.version"), header.version],
    [t("options.data.checked"), date(header.newestChecked)],
    [t("options.data.valid"), date(header.validUntil)],
    [t("options.data.license"), header.license],
    [t("options.data.statements"), count("statement")],
    [t("options.data.terms-of-office"), count("membership")],
    [t("options.data.listings"), count("listing")],
    [t("options.data.sources"), count("source")],
    ...kinds.map((kind): [string, string] => [t(`pages.kinds.${kind}`), count(kind)]),
  ];
  return (
    <dl class="data-table">
      {rows.map(([name, value]) => (
        <div class="data-row" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export const privacyPoints = ["sends", "stays", "page", "links", "learn", "permissions"] as const;

export function Privacy({ t }: OptionsProps) {
  return (
    <ul class="plain-list">
      {privacyPoints.map((point) => (
        <li key={point}>{t(`options.privacy.${point}`)}</li>
      ))}
    </ul>
  );
}
