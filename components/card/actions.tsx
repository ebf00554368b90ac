import { useState } from "preact/hooks";
import type { CardProps } from "./card";

type Panel = "why" | "copy" | "report" | null;
const formats = ["plain", "markdown", "apa"] as const;

/** The card's foot: why this, copy, report, mute. One panel at a time. */
export function Actions(props: CardProps) {
  const { t, on, why, model } = props;
  const [panel, setPanel] = useState<Panel>(null);
  const toggle = (wanted: Panel) => () => setPanel(panel === wanted ? null : wanted);
  return (
    <>
      <p class="row">
        {why.length > 0 && (
          <button type="button" class="plain" aria-expanded={panel === "why"} onClick={toggle("why")}>
            {t("card.why")}
          </button>
        )}
        <button type="button" class="plain" aria-expanded={panel === "copy"} onClick={toggle("copy")}>
          {t("card.copy")}
        </button>
        <button type="button" class="plain" aria-label={t("card.mute.about", { title: model.title })} onClick={on.mute}>
          {t("card.mute")}
        </button>
        <button type="button" class="plain" aria-expanded={panel === "report"} onClick={toggle("report")}>
          {t("card.report")}
        </button>
      </p>
      {panel === "why" && why.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {panel === "copy" && <CopyPanel {...props} />}
      {panel === "report" && <ReportPanel {...props} />}
    </>
  );
}

function CopyPanel({ t, on }: CardProps) {
  const [outcome, setOutcome] = useState<{ copied: boolean; text: string } | null>(null);
  return (
    <div>
      <p class="row">
        {formats.map((format) => (
          <button type="button" class="plain" key={format} onClick={() => void on.copy(format).then(setOutcome)}>
            {t(`card.copy.${format}`)}
          </button>
        ))}
      </p>
      <p role="status">{outcome && t(outcome.copied ? "card.copied" : "card.copy-failed")}</p>
      {outcome && !outcome.copied && <textarea readOnly aria-label={t("card.copy")} value={outcome.text} />}
    </div>
  );
}

function ReportPanel({ t, on, model }: CardProps) {
  const [statement, setStatement] = useState<string | null>(null);
  const [withAddress, setWithAddress] = useState(false);
  return (
    <div>
      <p>{t("card.report.about")}</p>
      <label>
        {t("card.report.statement")}
        <select onChange={(event) => setStatement(event.currentTarget.value || null)}>
          <option value="">{t("card.report.whole")}</option>
          {model.timeline.map((sentence) => (
            <option key={sentence.id} value={sentence.id}>
              {sentence.text.slice(0, 60)}
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
      <textarea readOnly aria-label={t("card.report")} value={on.report(statement, withAddress)} />
    </div>
  );
}
