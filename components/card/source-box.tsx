import type { CardModel } from "../../lib/context";
import type { Strings } from "../../lib/strings/card";
import { formatPartialDate } from "../../lib/time";

/** Only these open: the dataset's schema says so too, but a link is where a mistake would hurt. */
function safeAddress(url: string): string | null {
  return /^https?:\/\//.test(url) ? url : null;
}

/** The exact source behind a number: publisher, title, date, group, and a link that opens only when clicked. */
export function SourceBox({ model, t, index }: { model: CardModel; t: Strings; index: number }) {
  const source = model.sources[index];
  if (!source) return null;
  const address = safeAddress(source.url);
  return (
    <div
      class="source"
      role="group"
      aria-live="polite"
      aria-label={t("card.source", { number: source.number, publisher: source.publisher })}
    >
      <p>
        {source.number}. {source.publisher}
        {source.published && ` · ${formatPartialDate(source.published, model.language)}`}
      </p>
      <p class="title">{source.title}</p>
      <p>{t(`group.${source.group}`)}</p>
      {address && (
        <a href={address} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
          {t("card.source.open")}
        </a>
      )}
    </div>
  );
}
