import { useState } from "preact/hooks";
import { localize } from "../../lib/context";
import type { CardModel } from "../../lib/context/types";
import { KindIcon } from "../icons";
import { Dispute, Part, SummaryToday, TimePart } from "./parts";
import { SentenceRow } from "./rows";
import { SourceLines } from "./sources";
import type { Copied, CopyFormat, Saying } from "./types";

export type PanelName = "all" | "timeline" | "sources" | "related" | "why" | "menu";

/** What the first view leaves out, and is one step away. */
export function notAtFirst(model: CardModel) {
  const rest = <Item extends { atFirst: boolean }>(items: readonly Item[]) => items.filter((item) => !item.atFirst);
  return {
    then: rest(model.then),
    since: rest(model.since),
    earlier: rest(model.earlier),
    unclear: rest(model.unclear),
    holders: rest(model.holders),
    listings: rest(model.listings),
    // What the first view says of a dispute may be a part of it.
    disputes: model.disputes.filter(
      ({ atFirst, parties }) => !atFirst || parties.some((party) => party.first.length < party.statements.length),
    ),
    summaries: model.summaryToday && !model.summaryToday.atFirst ? [model.summaryToday] : [],
  };
}

function AllPanel({ say, thenTitle }: { say: Saying; thenTitle: string }) {
  const { t, model } = say;
  const rest = notAtFirst(model);
  const at = <Item extends { standing: string }>(items: readonly Item[], ...standings: string[]) =>
    items.filter((item) => standings.includes(item.standing));
  const parts = (...standings: string[]) => ({
    holders: at(rest.holders, ...standings),
    listings: at(rest.listings, ...standings),
  });
  return (
    <>
      <TimePart title={thenTitle} rows={{ sentences: rest.then, ...parts("then") }} say={say} />
      {rest.disputes.map((dispute) => (
        <Dispute key={dispute.id} dispute={dispute} say={say} whole />
      ))}
      <TimePart title={t("card.since")} rows={{ sentences: rest.since, ...parts("since") }} say={say} dated />
      <TimePart title={t("card.before")} rows={{ sentences: rest.earlier, ...parts("before") }} say={say} dated />
      <TimePart title={t("card.unclear")} rows={{ sentences: rest.unclear, ...parts("unknown") }} say={say} />
      {rest.summaries.map((summary) => (
        <SummaryToday key={summary.id} summary={summary} say={say} />
      ))}
    </>
  );
}

function SourcesPanel({ say }: { say: Saying }) {
  return (
    <ol>
      {say.model.sources.map((source) => (
        <li class="source" key={source.id}>
          <span class="soft">{source.number}</span> <SourceLines source={source} say={say} />
        </li>
      ))}
    </ol>
  );
}

function RelatedPanel({ say }: { say: Saying }) {
  const { model, language, on, t } = say;
  const entities = [...model.parents, ...model.related].filter(
    (entity, place, every) => every.findIndex((other) => other.id === entity.id) === place,
  );
  return (
    <ul>
      {entities.map((entity) => {
        const title = localize(entity.title, language);
        return (
          <li key={entity.id}>
            <button type="button" class="entity-link" onClick={() => on.open(entity.id)}>
              <KindIcon kind={entity.kind} />
              <span>
                <span class="link" lang={title.language}>
                  {title.text}
                </span>{" "}
                <span class="soft">{t(`card.kind.${entity.kind}`)}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function ReportForm({ say, tell }: { say: Saying; tell(outcome: Copied): void }) {
  const { t, on, model } = say;
  const [statement, setStatement] = useState("");
  const [withAddress, setWithAddress] = useState(false);
  const text = on.report(statement === "" ? null : statement, withAddress);
  const { copyText } = on;
  return (
    <div class="report">
      <p class="soft">{t("card.report.note")}</p>
      <label>
        {t("card.report.which")}
        <select value={statement} onChange={(event) => setStatement(event.currentTarget.value)}>
          <option value="">{t("card.report.whole")}</option>
          {model.timeline.map((sentence) => (
            <option key={sentence.id} value={sentence.id}>
              {sentence.text.length > 70 ? `${sentence.text.slice(0, 69)}…` : sentence.text}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={withAddress}
          onChange={(event) => setWithAddress(event.currentTarget.checked)}
        />
        {t("card.report.address")}
      </label>
      <textarea
        rows={5}
        readOnly
        aria-label={t("card.report.text")}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      {copyText && (
        <button type="button" class="link" onClick={() => void copyText(text).then(tell)}>
          {t("card.copy.plain")}
        </button>
      )}
    </div>
  );
}

function MenuPanel({ say, tell }: { say: Saying; tell(outcome: Copied): void }) {
  const { t, on, model } = say;
  const [reporting, setReporting] = useState(false);
  const formats: CopyFormat[] = ["plain", "markdown", "apa"];
  return (
    <>
      {formats.map((format) => (
        <button type="button" class="choice" key={format} onClick={() => void on.copy(format).then(tell)}>
          {t(`card.copy.${format}`)}
        </button>
      ))}
      <button type="button" class="choice" onClick={() => on.mute()}>
        {t("card.mute", { title: model.title })}
      </button>
      <button type="button" class="choice" aria-expanded={reporting} onClick={() => setReporting(!reporting)}>
        {t("card.report")}
      </button>
      {reporting && <ReportForm say={say} tell={tell} />}
    </>
  );
}

export function Panel({
  name,
  say,
  why,
  thenTitle,
  tell,
}: {
  name: PanelName;
  say: Saying;
  why: readonly string[];
  thenTitle: string;
  tell(outcome: Copied): void;
}) {
  switch (name) {
    case "all":
      return <AllPanel say={say} thenTitle={thenTitle} />;
    case "timeline":
      return (
        <Part title={say.t("card.tab.timeline")}>
          <ol>
            {say.model.timeline.map((sentence) => (
              <li key={sentence.id}>
                <SentenceRow sentence={sentence} say={say} dated />
              </li>
            ))}
          </ol>
        </Part>
      );
    case "sources":
      return <SourcesPanel say={say} />;
    case "related":
      return <RelatedPanel say={say} />;
    case "why":
      return (
        <ul>
          {why.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case "menu":
      return <MenuPanel say={say} tell={tell} />;
  }
}
