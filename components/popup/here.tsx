import type { EntityKind } from "../../lib/dataset/records";
import type { PageReport } from "../../lib/messages/schema";
import { withItem } from "../../lib/settings/rules";
import { formatPartialDate } from "../../lib/time";
import { KindIcon } from "../icons";
import { kinds } from "../kinds";
import { Notice } from "../ui";
import type { HereProps } from "./types";

/** How many explained things of each kind the page holds. */
function countByKind(report: PageReport): { kind: EntityKind; count: number }[] {
  return kinds
    .map((kind) => ({ kind, count: report.entities.filter((entity) => entity.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** What the popup says of its tab, with the one thing to do about it. */
export function Here(props: HereProps) {
  const { t, tab, on } = props;
  switch (tab.state) {
    case "loading":
      return <p class="soft">…</p>;
    case "browser-page":
      return <p>{t("popup.browser-page")}</p>;
    case "no-access":
      return <Asking {...props} host={tab.host} words={t("popup.no-access", { host: tab.host })} />;
    case "reload":
      return (
        <Notice
          action={
            <button type="button" class="main-button" onClick={on.reload}>
              {t("popup.reload")}
            </button>
          }
        >
          {t("popup.opened-before")}
        </Notice>
      );
    case "report":
      return (
        <>
          <Reported {...props} report={tab.report} crowded={props.crowded === true || tab.once === true} />
          {tab.once && <Asking {...props} host={tab.report.host} words={t("popup.read-once")} />}
        </>
      );
  }
}

/** Firefox leaves sites to the reader: this asks, and only a press of a button asks Firefox. */
function Asking({ t, on, host, words }: HereProps & { host: string; words: string }) {
  return (
    <Notice
      action={
        <div class="row">
          <button type="button" class="main-button" onClick={() => on.allow(true)}>
            {t("popup.allow-everywhere")}
          </button>
          <button type="button" class="button" onClick={() => on.allow(false)}>
            {t("popup.allow-here", { host })}
          </button>
        </div>
      }
    >
      {words}
    </Notice>
  );
}

function Reported({ t, language, report, crowded, on, today }: HereProps & { report: PageReport }) {
  const { change } = on;
  switch (report.standstill) {
    case "off":
      return <p>{t("popup.is-off")}</p>;
    case "paused":
      return (
        <div class="row spread">
          <p>{t("popup.is-paused")}</p>
          <button type="button" class="button" onClick={() => change(() => ({ pausedOn: null }))}>
            {t("popup.resume")}
          </button>
        </div>
      );
    case "site-off":
      return <p>{t("popup.site-is-off", { host: report.host })}</p>;
    case "not-news":
    case "not-chosen":
      return (
        <div class="here">
          <p>{t(report.standstill === "not-news" ? "popup.not-news" : "popup.not-chosen")}</p>
          <button
            type="button"
            class="main-button"
            onClick={() => change((now) => ({ sitesOn: withItem(now.sitesOn, report.host, true) }))}
          >
            {t("popup.read-anyway", { host: report.host })}
          </button>
        </div>
      );
    case null:
      break;
  }
  if (report.mentions === 0) return <p>{t(report.isReading ? "popup.still-reading" : "popup.nothing-here")}</p>;
  const { value } = report.date;
  return (
    <div class="here">
      <p class="count">{t("popup.explained", { count: report.entities.length })}</p>
      <p class="soft">
        {t("popup.mentions", { count: report.mentions })} ·{" "}
        {value === null
          ? t("popup.no-date")
          : t(value > today ? "popup.no-date" : "popup.article-date", { date: formatPartialDate(value, language) })}
      </p>
      {/* Chrome gives a popup 600 pixels: what asks for an answer goes first. */}
      {!crowded && (
        <ul class="chips">
          {countByKind(report).map(({ kind, count }) => (
            <li class="chip" key={kind}>
              <KindIcon kind={kind} />
              {t(`pages.kind-count.${kind}`, { count })}
            </li>
          ))}
        </ul>
      )}
      {on.openList && (
        <button type="button" class="button" onClick={on.openList}>
          {t("popup.open-list")}
        </button>
      )}
    </div>
  );
}
