import { useState } from "preact/hooks";
import type { EntityKind } from "../../lib/dataset/records";
import type { PageReport } from "../../lib/messages/schema";
import { formatPartialDate } from "../../lib/time";
import { folded } from "../find";
import { KindIcon } from "../icons";
import { kinds } from "../kinds";
import { Choice } from "../ui";
import { LessonSheet } from "./sheet";
import type { SidePanelProps } from "./types";

/** So many jumps are offered for one entity; the rest are reached from the last by key. */
const mostJumps = 12;

function kindOf(kind: string): EntityKind {
  return kinds.find((known) => known === kind) ?? "term";
}

function Row({ entity, props }: { entity: PageReport["entities"][number]; props: SidePanelProps }) {
  const { t, on, opened, card } = props;
  const isOpen = opened === entity.entity;
  const places = Array.from({ length: Math.min(entity.mentions, mostJumps) }, (_, nth) => nth);
  return (
    <li class="entity-row">
      <button type="button" class="entity-head" aria-expanded={isOpen} onClick={() => on.toggle(entity.entity)}>
        <KindIcon kind={kindOf(entity.kind)} />
        <span class="name">
          <span class="strong">{entity.title}</span> <span class="soft">{t(`card.kind.${kindOf(entity.kind)}`)}</span>
        </span>
      </button>
      <div class="jumps" role="group" aria-label={t("panel.jumps", { title: entity.title })}>
        {places.map((nth) => (
          <button
            type="button"
            class="jump"
            key={nth}
            aria-label={t("panel.jump", { nth: nth + 1, title: entity.title })}
            onClick={() => on.jump(entity.entity, nth)}
          >
            {nth + 1}
          </button>
        ))}
        {entity.mentions > mostJumps && (
          <span class="soft">{t("panel.more-jumps", { count: entity.mentions - mostJumps })}</span>
        )}
      </div>
      {isOpen && card}
    </li>
  );
}

function whyEmpty(report: PageReport | null): string {
  if (report === null) return "panel.no-reader";
  if (report.standstill !== null) return "panel.idle";
  return report.isReading ? "popup.still-reading" : "popup.nothing-here";
}

/** Everything explained on this page, in the order of the text, with the way to each place. */
export function SidePanel(props: SidePanelProps) {
  const { t, language, report, lens, models, on } = props;
  const [filter, setFilter] = useState("");
  if (report === null || report.standstill !== null || report.entities.length === 0)
    return (
      <main class="panel-page">
        <h1 class="strong">{t("panel.title")}</h1>
        <p>{t(whyEmpty(report))}</p>
      </main>
    );
  const wanted = folded(filter.trim());
  const shown = report.entities.filter((entity) => folded(entity.title).includes(wanted));
  const { value } = report.date;
  return (
    <>
      <main class="panel-page not-printed">
        <h1 class="strong">{t("panel.title")}</h1>
        <p class="soft">
          {t("popup.explained", { count: report.entities.length })} · {t("popup.mentions", { count: report.mentions })}{" "}
          ·{" "}
          {value === null ? t("popup.no-date") : t("popup.article-date", { date: formatPartialDate(value, language) })}
        </p>
        <Choice
          legend={t("pages.lens")}
          name="lens"
          value={lens}
          options={(["article", "today"] as const).map((one) => ({ value: one, label: t(`card.lens.${one}`) }))}
          change={on.lens}
        />
        <input
          type="search"
          class="field"
          aria-label={t("panel.filter")}
          placeholder={t("panel.filter")}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <p class="unseen" role="status">
          {filter === "" ? "" : t("panel.found", { count: shown.length })}
        </p>
        <ul>
          {shown.map((entity) => (
            <Row key={entity.entity} entity={entity} props={props} />
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
      </main>
      <LessonSheet t={t} language={language} report={report} models={models} />
    </>
  );
}
