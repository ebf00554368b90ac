import { useState } from "preact/hooks";
import { isAllRepaired, withItem } from "../../lib/settings/rules";
import { formatPartialDate } from "../../lib/time";
import { KindIcon } from "../icons";
import { kinds } from "../kinds";
import { GroupTicks, SourceFinder } from "../sources-list";
import { Choice, Fold, Notice, Switch } from "../ui";
import { Here } from "./here";
import type { PopupProps } from "./types";

type Opened = "kinds" | "sources" | "view" | null;

/** What is wrong with the settings or the data, a line each. It takes the place of the line about the data. */
function newsOf({ t, language, repaired, data, today }: PopupProps): string[] {
  const lines: string[] = [];
  if (isAllRepaired(repaired)) lines.push(t("pages.all-repaired"));
  else if (repaired.length > 0) lines.push(t("pages.repaired", { count: repaired.length }));
  if (data.validUntil < today) lines.push(t("popup.data-old", { date: formatPartialDate(data.validUntil, language) }));
  return lines;
}

/** The whole popup: what is on this page, and the switches that matter, each one press away. */
export function Popup(props: PopupProps) {
  const { t, language, settings, tab, sources, data, today, on } = props;
  const { change } = on;
  const [opened, setOpened] = useState<Opened>(null);
  const report = tab.state === "report" ? tab.report : null;
  const host = report?.host ?? "";
  const siteIsOff = settings.sitesOff.includes(host);
  const isPaused = settings.pausedOn === today;
  const fold = (name: Opened) => ({ open: opened === name, toggle: (open: boolean) => setOpened(open ? name : null) });
  const off = (count: number) => (count > 0 ? t("popup.sources-off", { count }) : t("popup.all-on"));
  const once = tab.state === "report" && tab.once === true;
  const news = newsOf(props);
  return (
    <main class="popup">
      <div class="row spread">
        <h1 class="brand">Newsgloss</h1>
        <button type="button" class="link" onClick={on.openOptions}>
          {t("popup.settings")}
        </button>
      </div>
      {news.length > 0 && (
        <Notice>
          {news.map((line) => (
            <span class="line" key={line}>
              {line}
            </span>
          ))}
        </Notice>
      )}
      <Here {...props} crowded={news.length > 1} />
      <section class="popup-sources" aria-labelledby="popup-sources">
        <div class="row spread">
          <h2 class="strong" id="popup-sources">
            {t("popup.sources")}
          </h2>
          <span class="soft">{off(settings.hiddenGroups.length)}</span>
        </div>
        <GroupTicks t={t} settings={settings} change={change} />
        <Fold
          title={t("pages.single-sources")}
          aside={settings.hiddenSources.length > 0 ? off(settings.hiddenSources.length) : undefined}
          open={opened === "sources"}
          toggle={(open) => {
            setOpened(open ? "sources" : null);
            if (open) on.loadSources();
          }}
        >
          {sources === null ? (
            <p class="soft">…</p>
          ) : (
            <SourceFinder t={t} settings={settings} sources={sources} change={change} />
          )}
        </Fold>
      </section>
      <div class="switches">
        <Switch strong label={t("popup.on")} on={settings.on} change={(value) => change(() => ({ on: value }))} />
        {settings.on && (
          <>
            {host !== "" && !once && (
              <Switch
                label={t("popup.this-site", { host })}
                on={!siteIsOff}
                change={(value) =>
                  change((now) => ({
                    sitesOff: withItem(now.sitesOff, host, !value),
                    ...(value ? {} : { sitesOn: withItem(now.sitesOn, host, false) }),
                  }))
                }
              />
            )}
            <Switch
              label={t("popup.pause-today")}
              on={isPaused}
              change={(value) => change(() => ({ pausedOn: value ? today : null }))}
            />
          </>
        )}
      </div>
      <div>
        <Fold title={t("popup.kinds")} aside={off(settings.hiddenKinds.length)} {...fold("kinds")}>
          {kinds.map((kind) => (
            <div class="with-kind" key={kind}>
              <KindIcon kind={kind} />
              <Switch
                label={t(`pages.kinds.${kind}`)}
                on={!settings.hiddenKinds.includes(kind)}
                change={(value) => change((now) => ({ hiddenKinds: withItem(now.hiddenKinds, kind, !value) }))}
              />
            </div>
          ))}
        </Fold>
        <Fold title={t("popup.view")} {...fold("view")}>
          <div class="stack">
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
              legend={t("pages.lens")}
              name="lens"
              value={settings.lens}
              options={(["article", "today"] as const).map((value) => ({ value, label: t(`card.lens.${value}`) }))}
              change={(lens) => change(() => ({ lens }))}
            />
            <Choice
              legend={t("pages.marks")}
              name="marks"
              value={settings.marks}
              options={(["marks", "private"] as const).map((value) => ({ value, label: t(`pages.marks.${value}`) }))}
              change={(marks) => change(() => ({ marks, marksChosen: true }))}
            />
          </div>
        </Fold>
      </div>
      {news.length === 0 && !once && (
        <p class="soft">{t("popup.data", { date: formatPartialDate(data.checked, language) })}</p>
      )}
    </main>
  );
}
