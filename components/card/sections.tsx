import type { ComponentChildren } from "preact";
import {
  type CardHolder,
  type CardListing,
  type CardModel,
  type CardSentence,
  holderText,
  listingText,
  sentenceText,
} from "../../lib/context";
import type { Strings } from "../../lib/strings/card";

export interface PartProps {
  model: CardModel;
  t: Strings;
  /** The whole card, or what fits at first. */
  all: boolean;
  onSource(index: number): void;
}

export function Section({
  title,
  isEmpty,
  children,
}: {
  title: string;
  isEmpty: boolean;
  children: ComponentChildren;
}) {
  if (isEmpty) return null;
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** Numbered buttons that show the exact source of the sentence before them. */
export function Markers({ model, t, onSource, sources }: PartProps & { sources: readonly number[] }) {
  return (
    <span class="markers">
      {sources.map((index) => {
        const source = model.sources[index];
        return source ? (
          <button
            type="button"
            class="marker"
            key={index}
            aria-label={t("card.source", { number: source.number, publisher: source.publisher })}
            onClick={() => onSource(index)}
          >
            {source.number}
          </button>
        ) : null;
      })}
    </span>
  );
}

export function Sentences({ sentences, ...part }: PartProps & { sentences: readonly CardSentence[] }) {
  const shown = sentences.filter((sentence) => part.all || sentence.atFirst);
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map((sentence) => (
        <li key={`${sentence.id} ${sentence.change ?? ""}`} lang={sentence.language}>
          {sentenceText(sentence, part.model, part.t)}
          <Markers {...part} sources={sentence.sources} />
        </li>
      ))}
    </ul>
  );
}

export function Holders({ holders, ...part }: PartProps & { holders: readonly CardHolder[] }) {
  const shown = holders.filter((holder) => part.all || holder.atFirst);
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map((holder) => (
        <li key={holder.id}>
          {holderText(holder, part.model, part.t)}
          <Markers {...part} sources={holder.sources} />
        </li>
      ))}
    </ul>
  );
}

export function Listings({ listings, ...part }: PartProps & { listings: readonly CardListing[] }) {
  const shown = listings.filter((listing) => part.all || listing.atFirst);
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map((listing) => (
        <li key={listing.id}>
          {listingText(listing, part.model, part.t)}
          <Markers {...part} sources={listing.sources} />
        </li>
      ))}
    </ul>
  );
}

/** Both sides of each dispute, side by side, each with its own sources. */
export function Disputes(part: PartProps) {
  const shown = part.model.disputes.filter((dispute) => part.all || dispute.atFirst);
  return (
    <>
      {shown.map((dispute) => (
        <section class="dispute" key={dispute.id}>
          <h3>
            {part.t("card.disputed")}: {dispute.question}
          </h3>
          <ul>
            {dispute.parties.map((party) =>
              party.statements.map((sentence) => (
                <li key={sentence.id} lang={sentence.language}>
                  <span class="party">{party.name}:</span> {sentenceText(sentence, part.model, part.t)}
                  <Markers {...part} sources={sentence.sources} />
                </li>
              )),
            )}
          </ul>
        </section>
      ))}
    </>
  );
}
