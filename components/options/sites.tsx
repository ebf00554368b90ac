import { useState } from "preact/hooks";
import { withItem } from "../../lib/settings/rules";
import type { OptionsProps } from "./types";

/** The host name in what a reader types or pastes: "chicagotribune.com", or a whole address. */
export function hostIn(text: string): string | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === "" || /\s/.test(wanted)) return null;
  try {
    const { hostname } = new URL(wanted.includes("://") ? wanted : `https://${wanted}`);
    return /^[a-z0-9.:[\]-]+$/.test(hostname) ? hostname : null;
  } catch {
    return null;
  }
}

/** One list of sites, with a way to take each off it and to add one. */
function SiteList({ list, t, settings, on }: { list: "sitesOn" | "sitesOff" } & OptionsProps) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const id = `options-${list}`;
  const set = (host: string, present: boolean) => {
    const other = list === "sitesOn" ? "sitesOff" : "sitesOn";
    on.change((now) => ({
      [list]: withItem(now[list], host, present),
      // A site stands on one list only.
      ...(present ? { [other]: withItem(now[other], host, false) } : {}),
    }));
  };
  const add = (event: Event) => {
    event.preventDefault();
    const host = hostIn(text);
    setWrong(host === null);
    if (host === null) return;
    set(host, true);
    setText("");
  };
  return (
    <div class="stack-tight">
      <h3 class="strong" id={id}>
        {t(`options.${list}`)}
      </h3>
      {settings[list].length === 0 && <p class="soft">{t("options.no-sites")}</p>}
      <ul class="tags" aria-labelledby={id}>
        {settings[list].map((host) => (
          <li class="tag" key={host}>
            {host}
            <button
              type="button"
              class="link"
              aria-label={t("options.remove", { name: host })}
              onClick={() => set(host, false)}
            >
              {t("options.remove-short")}
            </button>
          </li>
        ))}
      </ul>
      <form class="row" onSubmit={add}>
        <input
          class="field field-short"
          type="text"
          inputMode="url"
          aria-labelledby={id}
          aria-invalid={wrong}
          placeholder="example.com"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {t("options.add-site")}
        </button>
      </form>
      {wrong && (
        <p class="error" role="alert">
          {t("options.not-a-site", { text })}
        </p>
      )}
    </div>
  );
}

export function Sites(props: OptionsProps) {
  return (
    <div class="stack">
      <SiteList {...props} list="sitesOn" />
      <SiteList {...props} list="sitesOff" />
    </div>
  );
}

/** Names that the reader muted from a card. */
export function Muted({ t, language, settings, muted, on }: OptionsProps) {
  if (settings.mutedEntities.length === 0) return <p class="soft">{t("options.nothing-muted")}</p>;
  const nameOf = (entity: string) => muted.get(entity)?.title[language] ?? muted.get(entity)?.title.en ?? entity;
  return (
    <ul class="tags">
      {settings.mutedEntities.map((entity) => (
        <li class="tag" key={entity}>
          {nameOf(entity)}
          <button
            type="button"
            class="link"
            aria-label={t("options.unmute", { name: nameOf(entity) })}
            onClick={() => on.change((now) => ({ mutedEntities: withItem(now.mutedEntities, entity, false) }))}
          >
            {t("options.unmute-short")}
          </button>
        </li>
      ))}
    </ul>
  );
}
