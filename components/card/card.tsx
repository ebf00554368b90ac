import { useState } from "preact/hooks";
import { type CardModel, type CardSentence, checkedOf } from "../../lib/context";
import type { Strings } from "../../lib/strings/card";
import { formatPartialDate } from "../../lib/time";
import { BackIcon, CloseIcon, familyOf, KindIcon, PinIcon } from "../icons";
import { Actions } from "./actions";
import { Disputes, Holders, Listings, Markers, Section, Sentences } from "./sections";
import { SourceBox } from "./source-box";

export interface CardProps {
  model: CardModel;
  t: Strings;
  language: "en" | "es";
  /** Why these words were taken for this entity, and where the date comes from. */
  why: string[];
  canGoBack: boolean;
  pinned: boolean;
  lens: "article" | "today";
  hasArticleDate: boolean;
  on: {
    close(): void;
    pin(pinned: boolean): void;
    back(): void;
    open(entity: string): void;
    lens(lens: "article" | "today"): void;
    mute(): void;
    /** The text of a report about one statement or (null) the whole card. */
    report(statement: string | null, withAddress: boolean): string;
    /** Resolves to whether the clipboard took it; `text` is what was to be copied. */
    copy(format: "plain" | "markdown" | "apa"): Promise<{ copied: boolean; text: string }>;
  };
}

/** The card as a named, non-modal dialog. */
export function Card(props: CardProps) {
  const { model, t, language, on } = props;
  const [source, setSource] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  const date = (value: string) => formatPartialDate(value, language);
  const kind = model.level ? t(`card.level.${model.level}`) : t(`card.kind.${model.kind}`);
  const parents = model.parents.map((parent) => parent.title[language] ?? parent.title.en).join(", ");
  const part = { model, t, all, onSource: setSource };
  const later = model.since.filter((sentence) => all || sentence.atFirst);
  const isLater = ({ standing }: { standing: string }) => standing === "since";
  return (
    <div
      class="card"
      role="dialog"
      aria-modal="false"
      aria-labelledby="newsgloss-title"
      lang={language}
      data-family={familyOf(model.kind)}
    >
      <div class="head">
        {props.canGoBack && (
          <button type="button" class="plain square" aria-label={t("card.back")} onClick={on.back}>
            <BackIcon />
          </button>
        )}
        <KindIcon kind={model.kind} />
        <div class="names">
          <h2 id="newsgloss-title" tabIndex={-1} data-card-heading>
            {model.title}
          </h2>
          <p class="kind">{parents && !model.title.includes(parents) ? `${kind} · ${parents}` : kind}</p>
        </div>
        <button
          type="button"
          class="plain square"
          aria-pressed={props.pinned}
          aria-label={t("card.pin")}
          onClick={() => on.pin(!props.pinned)}
        >
          <PinIcon />
        </button>
        <button type="button" class="plain square" aria-label={t("card.close")} onClick={on.close}>
          <CloseIcon />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard readers scroll it (axe: scrollable-region-focusable). */}
      <div class="text" tabIndex={0} role="group" aria-labelledby="newsgloss-title">
        {model.summary && (
          <p class="lead" lang={model.summary.language}>
            {model.summary.text}
            <Markers {...part} sources={model.summary.sources} />
          </p>
        )}
        {model.notices.map((notice) => (
          <p class="notice" key={notice}>
            {t(`context.notice.${notice}`, { date: date(model.asked ?? model.asOf) })}
          </p>
        ))}
        <Section title={thenTitle(props)} isEmpty={isEmptyThen(model)}>
          <Holders {...part} holders={model.holders.filter((holder) => !isLater(holder))} />
          <Sentences {...part} sentences={model.then} />
          <Listings {...part} listings={model.listings.filter((listing) => !isLater(listing))} />
        </Section>
        <Disputes {...part} />
        <Section
          title={t("card.since")}
          isEmpty={later.length === 0 && !model.holders.some(isLater) && !model.listings.some(isLater)}
        >
          <Sentences {...part} sentences={model.since} />
          <Holders {...part} holders={model.holders.filter(isLater)} />
          <Listings {...part} listings={model.listings.filter(isLater)} />
          {all && model.summaryToday && <Sentences {...part} sentences={[model.summaryToday]} />}
        </Section>
        <Section title={t("card.unclear")} isEmpty={!model.unclear.some((sentence) => all || sentence.atFirst)}>
          <Sentences {...part} sentences={model.unclear} />
        </Section>
        <Section title={t("card.earlier")} isEmpty={!model.earlier.some((sentence) => all || sentence.atFirst)}>
          <Sentences {...part} sentences={model.earlier} />
        </Section>
        {model.empty && <p class="notice">{t("card.nothing")}</p>}
        {model.hidden > 0 && <p class="notice">{t("context.hidden", { count: model.hidden })}</p>}
        {model.oneSided && <p class="notice">{t("context.one-sided")}</p>}
        {source !== null && <SourceBox model={model} t={t} index={source} />}
        {hasMore(model) && (
          <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? "card.less" : "card.more")}
          </button>
        )}
        {all && model.related.length > 0 && (
          <Section title={t("card.related")} isEmpty={false}>
            <ul class="related">
              {model.related.map((entity) => (
                <li key={entity.id}>
                  <button type="button" class="plain" onClick={() => on.open(entity.id)}>
                    {entity.title[language] ?? entity.title.en}
                  </button>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
      <div class="tail">
        <p class="row">
          <span>
            {t("card.sources", { count: model.sources.length })} · {t("card.checked", { date: date(checkedOf(model)) })}
          </span>
          {props.hasArticleDate && (
            <span class="lens" role="group" aria-label={t("card.lens")}>
              {(["article", "today"] as const).map((lens) => (
                <button
                  type="button"
                  class="plain"
                  key={lens}
                  aria-pressed={props.lens === lens}
                  onClick={() => on.lens(lens)}
                >
                  {t(`card.lens.${lens}`)}
                </button>
              ))}
            </span>
          )}
        </p>
        <Actions {...props} />
      </div>
    </div>
  );
}

function thenTitle({ model, t, lens, hasArticleDate, language }: CardProps): string {
  if (model.asOfIsToday) return t("card.latest", { date: formatPartialDate(checkedOf(model), language) });
  const day = formatPartialDate(model.asOf, language);
  return t(lens === "article" && hasArticleDate ? "card.then" : "card.chosen-day", { date: day });
}

function isEmptyThen(model: CardModel): boolean {
  const isThen = ({ standing }: { standing: string }) => standing !== "since";
  return model.then.length === 0 && !model.holders.some(isThen) && !model.listings.some(isThen);
}

function hasMore(model: CardModel): boolean {
  const groups: readonly { atFirst: boolean }[][] = [
    model.then,
    model.since,
    model.earlier,
    model.unclear,
    model.holders,
    model.listings,
    model.disputes,
  ] satisfies { atFirst: boolean }[][];
  return (
    model.related.length > 0 ||
    model.summaryToday !== null ||
    groups.some((group) => group.some((item) => !item.atFirst))
  );
}

export type { CardSentence };
