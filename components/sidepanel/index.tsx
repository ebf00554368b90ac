/**
 * ROOM components/sidepanel. In: what a tab's reader reports, cards, callbacks. Out: the view of “On this page” and the lesson
 * sheet made of it. May import wording and models (strings, time, context) and types; no browser API.
 */
import { useState } from "preact/hooks";
import type { PageReport } from "../../lib/messages/schema";
import { Card } from "../card";
import { KindIcon } from "../icons";
import { kinds } from "../kinds";
import { Here } from "../popup";
import { Choice } from "../ui";
import { Sheet } from "./sheet";
import type { ListedEntity, PanelProps } from "./types";

export { type Lesson, type LessonPage, lessonMarkdown, makeLesson } from "./lesson";
export type { PanelActions, PanelProps } from "./types";

export function Panel(props: PanelProps) {
  const { t, language, tab, lesson } = props;
  const report = tab.state === "report" && tab.report.standstill === null ? tab.report : null;
  return (
    <>
      <main class="panel-page not-printed">
        <h1 class="strong">{t("panel.title")}</h1>
        <Here {...props} />
        {report && report.entities.length > 0 && <List {...props} report={report} />}
      </main>
      {lesson && <Sheet lesson={lesson} t={t} language={language} />}
    </>
  );
}

function List(props: PanelProps & { report: PageReport }) {
  const { t, settings, report, on } = props;
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const holds = ({ title, kind }: ListedEntity) =>
    `${title} ${t(`card.kind.${kind}`)} ${t(`pages.kinds.${kind}`)}`.toLowerCase().includes(wanted);
  const shown = report.entities.filter(holds);
  return (
    <>
      <p class="soft">{report.title}</p>
      <Choice
        legend={t("pages.lens")}
        name="lens"
        value={settings.lens}
        options={(["article", "today"] as const).map((value) => ({ value, label: t(`card.lens.${value}`) }))}
        change={(lens) => on.change(() => ({ lens }))}
      />
      <input
        class="field"
        type="search"
        aria-label={t("panel.filter")}
        placeholder={t("panel.filter")}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="unseen" role="status">
        {wanted !== "" && t("popup.explained", { count: shown.length })}
      </p>
      {shown.length === 0 && <p>{t("panel.nothing-found", { text })}</p>}
      <ul>
        {shown.map((entity) => (
          <Row key={entity.entity} {...props} entity={entity} />
        ))}
      </ul>
      <div class="row">
        <button type="button" class="button" onClick={on.print}>
          {t("panel.print")}
        </button>
        <button type="button" class="button" onClick={on.saveMarkdown}>
          {t("panel.markdown")}
        </button>
      </div>
    </>
  );
}

/** Places of this many mentions are listed; beyond, the page's own stepping serves better. */
const mostJumps = 24;

function Row({ t, language, settings, open, on, entity }: PanelProps & { entity: ListedEntity }) {
  const opened = open?.entity === entity.entity;
  const kind = kinds.find((known) => known === entity.kind) ?? "term";
  return (
    <li class="entity-row">
      <button
        type="button"
        class="entity-head"
        aria-expanded={opened}
        onClick={() => on.toggle(opened ? null : entity.entity)}
      >
        <KindIcon kind={kind} />
        <span class="name">{entity.title}</span>
        <span class="soft">{t("popup.mentions", { count: entity.mentions })}</span>
        <span class="fold-mark" aria-hidden="true" />
      </button>
      <div class="jumps" role="group" aria-label={t("panel.jumps", { name: entity.title })}>
        {Array.from({ length: Math.min(entity.mentions, opened ? mostJumps : 1) }, (_, nth) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a mention's number is what it is
            key={nth}
            type="button"
            class="jump"
            aria-label={t("panel.go-to", { name: entity.title, number: nth + 1 })}
            onClick={() => on.goTo(entity.entity, nth)}
          >
            {opened ? nth + 1 : t("panel.show-in-text")}
          </button>
        ))}
      </div>
      {opened && open && (
        <Card
          inline
          model={open.model}
          t={t}
          language={language}
          why={[]}
          canGoBack={open.canGoBack}
          pinned={false}
          lens={settings.lens}
          dateIsChosen={settings.fixedDate !== null}
          on={open.on}
        />
      )}
    </li>
  );
}
