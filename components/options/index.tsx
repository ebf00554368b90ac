/**
 * ROOM components/options. In: settings, sources, dataset header, callbacks. Out: the settings page's view. May import wording
 * and rules (strings, time, settings/rules) and types; no browser API.
 */
import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { withItem } from "../../lib/settings/rules";
import { formatPartialDate } from "../../lib/time";
import { folded } from "../find";
import { KindIcon } from "../icons";
import { groups, kinds } from "../kinds";
import { holds, SourcesList } from "../sources-list";
import { Notice, Switch } from "../ui";
import { Data, Files, Keys, Privacy, privacyPoints } from "./about";
import { Cards, Look, MarksChoice, Reading } from "./cards";
import { repairedText } from "./repaired";
import { Muted, Sites } from "./sites";
import type { OptionsProps } from "./types";

export type { ImportNews, KeyCommand, OptionsActions, OptionsProps } from "./types";

interface Section {
  id: string;
  /** Ids of the strings by which a search finds the section, beside its title. */
  words: string[];
  view(props: OptionsProps, filter: string): ComponentChild;
}

function Kinds({ t, settings, on }: OptionsProps) {
  return (
    <>
      {kinds.map((kind) => (
        <div class="with-kind" key={kind}>
          <KindIcon kind={kind} />
          <Switch
            label={t(`pages.kinds.${kind}`)}
            on={!settings.hiddenKinds.includes(kind)}
            change={(value) => on.change((now) => ({ hiddenKinds: withItem(now.hiddenKinds, kind, !value) }))}
          />
        </div>
      ))}
    </>
  );
}

function Sources({ t, settings, sources, resting, on, filter }: OptionsProps & { filter: string }) {
  return (
    <>
      <p class="soft">{t("options.sources.why")}</p>
      {sources === null ? (
        <p class="soft">…</p>
      ) : (
        <SourcesList t={t} settings={settings} sources={sources} change={on.change} filter={filter} resting={resting} />
      )}
    </>
  );
}

const sections: readonly Section[] = [
  {
    id: "reading",
    words: ["popup.on", "popup.pause-today", "popup.scope", "options.density", "pages.scope.everywhere"],
    view: (props) => <Reading {...props} />,
  },
  {
    id: "sites",
    words: ["options.sitesOn", "options.sitesOff"],
    view: (props) => <Sites {...props} />,
  },
  {
    id: "sources",
    words: groups.map((group) => `group.${group}`),
    view: (props, filter) => <Sources {...props} filter={filter} />,
  },
  { id: "kinds", words: kinds.map((kind) => `pages.kinds.${kind}`), view: (props) => <Kinds {...props} /> },
  {
    id: "cards",
    words: ["options.openOn", "options.openDelay", "options.closeDelay", "pages.lens", "options.fixedDate"],
    view: (props) => <Cards {...props} />,
  },
  {
    id: "marks",
    words: ["pages.marks.marks", "pages.marks.private", "welcome.marks.marks"],
    view: (props) => <MarksChoice {...props} />,
  },
  { id: "muted", words: [], view: (props) => <Muted {...props} /> },
  {
    id: "look",
    words: ["options.theme", "options.theme.dark", "options.theme.light", "options.language", "options.language.es"],
    view: (props) => <Look {...props} />,
  },
  { id: "keys", words: ["options.change-keys", "options.close-card"], view: (props) => <Keys {...props} /> },
  {
    id: "files",
    words: ["options.export", "options.import", "options.reset"],
    view: (props) => <Files {...props} />,
  },
  { id: "data", words: ["options.data.license", "options.data.version"], view: (props) => <Data {...props} /> },
  {
    id: "privacy",
    words: privacyPoints.map((point) => `options.privacy.${point}`),
    view: (props) => <Privacy {...props} />,
  },
];

/** The sections that hold what was looked for; their titles count, and every source by its name. */
function found(section: Section, wanted: string, { t, sources }: OptionsProps): boolean {
  if (wanted === "") return true;
  const words = [`options.section.${section.id}`, ...section.words].map((id) => folded(t(id)));
  if (words.some((word) => word.includes(wanted))) return true;
  return section.id === "sources" && (sources ?? []).some((source) => holds(source, wanted));
}

export function Options(props: OptionsProps) {
  const { t, language, repaired, header, today } = props;
  const [text, setText] = useState("");
  const wanted = folded(text.trim());
  const shown = sections.filter((section) => found(section, wanted, props));
  // Words of a section's own are no filter for its sources: looking for "news" shows every news source.
  const filter = (props.sources ?? []).some((source) => holds(source, wanted)) ? wanted : "";
  return (
    <main class="page-main options">
      <h1>{t("options.title")}</h1>
      {repaired.length > 0 && <Notice>{repairedText(repaired, t)}</Notice>}
      {header.validUntil < today && (
        <Notice>{t("pages.data-old", { date: formatPartialDate(header.validUntil, language) })}</Notice>
      )}
      <div class="options-search">
        <input
          class="field"
          type="search"
          aria-label={t("options.search")}
          placeholder={t("options.search")}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="unseen" role="status">
          {wanted !== "" && t("options.found", { count: shown.length })}
        </p>
      </div>
      {shown.length === 0 && <p>{t("options.nothing-found", { text })}</p>}
      {shown.map((section) => (
        <section key={section.id} id={section.id} aria-labelledby={`title-${section.id}`}>
          <h2 id={`title-${section.id}`} tabIndex={-1}>
            {t(`options.section.${section.id}`)}
          </h2>
          {section.view(props, filter)}
        </section>
      ))}
    </main>
  );
}
