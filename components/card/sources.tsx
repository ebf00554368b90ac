import type { CardSource } from "../../lib/context/types";
import { formatPartialDate } from "../../lib/time";
import { SignIcon } from "../icons";
import type { Saying } from "./types";

/** An address that may be opened: http or https, nothing else. */
export function safeAddress(url: string): string | null {
  return /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}

/** One source, exactly: who, what, when, what sort of source, and the way to it. Opened only by the reader's own click. */
export function SourceLines({ source, say }: { source: CardSource; say: Saying }) {
  const { t, language, on } = say;
  const address = safeAddress(source.url);
  const { hideSource } = on;
  return (
    <>
      <b>{source.publisher}</b>
      <div lang="en">{source.title}</div>
      <div class="soft">
        {source.published ? formatPartialDate(source.published, language) : t("card.source-undated")} ·{" "}
        {t(`group.${source.group}`)}
      </div>
      {address && (
        <a href={address} target="_blank" rel="noopener noreferrer" title={address}>
          {t("card.open-source")}
          <SignIcon sign="out" />
        </a>
      )}
      {hideSource && (
        <button type="button" class="link" onClick={() => hideSource(source.id)}>
          {t("card.hide-source")}
        </button>
      )}
    </>
  );
}

/** The numbered markers behind a sentence; each opens its source below the sentence. */
export function Markers({
  sources,
  open,
  toggle,
  say,
}: {
  sources: readonly number[];
  open: number | null;
  toggle(place: number | null): void;
  say: Saying;
}) {
  return (
    <>
      {sources.map((place) => {
        const source = say.model.sources[place];
        if (!source) return null;
        return (
          <button
            type="button"
            class="marker"
            key={place}
            aria-expanded={open === place}
            aria-label={say.t("card.source", { number: source.number, publisher: source.publisher })}
            onClick={() => toggle(open === place ? null : place)}
          >
            {source.number}
          </button>
        );
      })}
    </>
  );
}

/** The source that a marker opened. */
export function OpenedSource({ place, say }: { place: number | null; say: Saying }) {
  const source = place === null ? undefined : say.model.sources[place];
  return source ? (
    <div class="source">
      <SourceLines source={source} say={say} />
    </div>
  ) : null;
}
