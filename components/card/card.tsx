import { useEffect, useRef, useState } from "preact/hooks";
import { checkedOf, localize } from "../../lib/context";
import { formatPartialDate } from "../../lib/time";
import { KindIcon, SignIcon } from "../icons";
import { notAtFirst, Panel, type PanelName } from "./panels";
import { Dispute, SummaryToday, TimePart } from "./parts";
import { SentenceRow } from "./rows";
import type { CardProps, Copied, Saying } from "./types";

/** "city · Cook County", "official · Mayor of Chicago". */
function kindLine({ model, t, language }: CardProps): string {
  const kind = t(`card.kind.${model.kind}`);
  const level = levels.find((known) => known === model.level);
  const parent = model.parents[0];
  return [level ? t(`card.level.${level}`) : kind, ...(parent ? [localize(parent.title, language).text] : [])].join(
    " · ",
  );
}
const levels = [
  "federal",
  "state",
  "county",
  "city",
  "town",
  "village",
  "township",
  "borough",
  "parish",
  "district",
] as const;

function thenTitleOf({ model, t, language, dateIsChosen }: CardProps): string {
  if (model.asOfIsToday) return t("card.latest", { date: formatPartialDate(checkedOf(model), language) });
  const date = formatPartialDate(model.asOf, language);
  return t(dateIsChosen ? "card.then-chosen" : "card.then", { date });
}

/** One entity's card. A new entity gets a new card, so that nothing opened in the last one stays open. */
export function Card(props: CardProps) {
  return (
    <div class="newsgloss" lang={props.language}>
      <CardView key={props.model.entity} {...props} />
    </div>
  );
}

function CardView(props: CardProps) {
  const { model, t, language, on, why } = props;
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [outcome, setOutcome] = useState<Copied | null>(null);
  const panelBox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (panel !== null) panelBox.current?.scrollIntoView?.({ block: "nearest" });
  }, [panel]);
  const say: Saying = { model, t, language, on };
  const thenTitle = thenTitleOf(props);
  const heading = `card-${model.entity}`;
  const tab = (name: PanelName, label: string) => (
    <button
      type="button"
      class="tab"
      aria-expanded={panel === name}
      onClick={() => setPanel(panel === name ? null : name)}
    >
      {label}
    </button>
  );
  const rest = notAtFirst(model);
  const more = Object.values(rest).reduce((sum, items) => sum + items.length, 0);
  return (
    <section
      class={props.inline ? "card card-inline" : "card"}
      role="dialog"
      aria-modal="false"
      aria-labelledby={heading}
      data-kind={model.kind}
    >
      <header class="card-top">
        <KindIcon kind={model.kind} />
        <div class="card-name">
          <h2 id={heading} tabIndex={-1} data-card-heading="">
            {model.title}
          </h2>
        </div>
        <div class="card-tools">
          {props.canGoBack && (
            <button type="button" class="tool" aria-label={t("card.back")} title={t("card.back")} onClick={on.back}>
              <SignIcon sign="back" />
            </button>
          )}
          <button
            type="button"
            class="tool"
            aria-label={t("card.menu")}
            title={t("card.menu")}
            aria-expanded={panel === "menu"}
            onClick={() => setPanel(panel === "menu" ? null : "menu")}
          >
            <SignIcon sign="menu" />
          </button>
          {!props.inline && (
            <button
              type="button"
              class="tool"
              aria-label={t("card.pin")}
              title={t(props.pinned ? "card.unpin" : "card.pin")}
              aria-pressed={props.pinned}
              onClick={() => on.pin(!props.pinned)}
            >
              <SignIcon sign="pin" />
            </button>
          )}
          <button type="button" class="tool" aria-label={t("card.close")} title={t("card.close")} onClick={on.close}>
            <SignIcon sign="close" />
          </button>
        </div>
        <div class="card-line">
          <p class="soft">{kindLine(props)}</p>
          {props.hasArticleDate && <LensSwitch {...props} />}
        </div>
      </header>
      {/* Focusable, so that the keyboard can scroll a card taller than its room. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1, axe scrollable-region-focusable */}
      <div class="card-body" tabIndex={0} role="group" aria-labelledby={heading}>
        <FirstView {...props} say={say} thenTitle={thenTitle} />
        {panel !== null && (
          <div class="panel" ref={panelBox}>
            <Panel name={panel} say={say} why={why} thenTitle={thenTitle} tell={setOutcome} />
            {outcome && !outcome.copied && (
              <textarea
                rows={5}
                readOnly
                aria-label={t("card.report.text")}
                value={outcome.text}
                onFocus={(event) => event.currentTarget.select()}
              />
            )}
          </div>
        )}
      </div>
      <footer class="card-bottom">
        {more > 0 && tab("all", `${t("card.tab.all")} (${more})`)}
        {model.timeline.length > 1 && tab("timeline", t("card.tab.timeline"))}
        {model.sources.length > 0 && tab("sources", t("card.tab.sources"))}
        {model.related.length + model.parents.length > 0 && tab("related", t("card.tab.related"))}
        {why.length > 0 && tab("why", t("card.tab.why"))}
        <p class="soft card-foot">
          {t("card.footer", { count: model.sources.length, date: formatPartialDate(checkedOf(model), language) })}
          <span role="status"> {outcome && t(outcome.copied ? "card.copied" : "card.copy-failed")}</span>
        </p>
      </footer>
    </section>
  );
}

/** From which day the card looks; neither is pressed while the reader's own date is in force. */
function LensSwitch({ t, lens, dateIsChosen, on }: CardProps) {
  return (
    <div class="lens" role="group" aria-label={t("card.lens")}>
      {(["article", "today"] as const).map((value) => (
        <button type="button" key={value} aria-pressed={!dateIsChosen && lens === value} onClick={() => on.lens(value)}>
          {t(`card.lens.${value}`)}
        </button>
      ))}
    </div>
  );
}

/** What a reader sees at once: what it is, how things stood, what came since, and what is missing. */
function FirstView({ model, t, language, on, say, thenTitle }: CardProps & { say: Saying; thenTitle: string }) {
  const first = <Item extends { atFirst: boolean }>(items: readonly Item[]) => items.filter((item) => item.atFirst);
  const standing = (...kinds: string[]) => ({
    holders: first(model.holders).filter((holder) => kinds.includes(holder.standing)),
    listings: first(model.listings).filter((listing) => kinds.includes(listing.standing)),
  });
  const { chooseSources } = on;
  const then = { sentences: first(model.then), ...standing("then") };
  const unclear = { sentences: first(model.unclear), ...standing("unknown") };
  // What may or may not have held stands under the day it is about where nothing else does.
  const hasThen = then.sentences.length + then.holders.length + then.listings.length > 0;
  const nothing =
    !model.summary && !model.summaryToday && model.timeline.length + model.holders.length + model.listings.length === 0;
  return (
    <>
      {model.notices.map((notice) => (
        <p class="note" key={notice}>
          {t(`context.notice.${notice}`, { date: formatPartialDate(model.asked ?? model.asOf, language) })}
        </p>
      ))}
      {model.summary && (
        <div class="card-summary">
          <SentenceRow sentence={model.summary} say={say} />
        </div>
      )}
      {nothing && <p>{t("card.nothing")}</p>}
      <TimePart title={thenTitle} rows={then} say={say} />
      {!hasThen && <TimePart title={thenTitle} part={t("card.unclear")} rows={unclear} say={say} />}
      {first(model.disputes).map((dispute) => (
        <Dispute key={dispute.id} dispute={dispute} say={say} />
      ))}
      <TimePart
        title={t("card.since")}
        rows={{ sentences: first(model.since), ...standing("since") }}
        say={say}
        dated
      />
      <TimePart
        title={t("card.before")}
        rows={{ sentences: first(model.earlier), ...standing("before") }}
        say={say}
        dated
      />
      {hasThen && <TimePart title={t("card.unclear")} rows={unclear} say={say} />}
      {model.summaryToday?.atFirst && <SummaryToday summary={model.summaryToday} say={say} />}
      {(model.hidden > 0 || model.oneSided) && (
        <p class="note">
          {model.hidden > 0 && t("context.hidden", { count: model.hidden })} {model.oneSided && t("context.one-sided")}{" "}
          {chooseSources && (
            <button type="button" class="link" onClick={chooseSources}>
              {t("card.choose-sources")}
            </button>
          )}
        </p>
      )}
    </>
  );
}
