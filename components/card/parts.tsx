import type { ComponentChildren } from "preact";
import type { CardHolder, CardListing, CardModel, CardSentence } from "../../lib/context/types";
import { formatPartialDate } from "../../lib/time";
import { HolderRow, ListingRow, SentenceRow } from "./rows";
import type { Saying } from "./types";

type CardDispute = CardModel["disputes"][number];

export function Part({ title, children }: { title: string | null; children: ComponentChildren }) {
  return (
    <section>
      {title !== null && <h3>{title}</h3>}
      {children}
    </section>
  );
}

interface Rows {
  sentences?: readonly CardSentence[];
  holders?: readonly CardHolder[];
  listings?: readonly CardListing[];
}

interface TimePartProps {
  title: string;
  /** A heading below the title, over all rows. */
  part?: string;
  rows: Rows;
  say: Saying;
  dated?: boolean;
}

/** Holders, sentences and lists of one time, each under a small heading where it needs one. */
export function TimePart({ title, part, rows, say, dated }: TimePartProps) {
  const { sentences = [], holders = [], listings = [] } = rows;
  if (sentences.length + holders.length + listings.length === 0) return null;
  const { t, model } = say;
  return (
    <Part title={title}>
      {part !== undefined && <h4>{part}</h4>}
      {sentences.length > 0 && (
        <ul>
          {sentences.map((sentence) => (
            <li key={`${sentence.id} ${sentence.change}`}>
              <SentenceRow sentence={sentence} say={say} dated={dated ?? false} />
            </li>
          ))}
        </ul>
      )}
      {holders.length > 0 && (
        <>
          <h4>{t(model.kind === "person" ? "card.posts" : "card.offices")}</h4>
          <ul>
            {holders.map((holder) => (
              <li key={holder.id}>
                <HolderRow holder={holder} say={say} />
              </li>
            ))}
          </ul>
        </>
      )}
      {listings.length > 0 && (
        <>
          <h4>{t(model.kind === "list" ? "card.members" : "card.listings")}</h4>
          <ul>
            {listings.map((listing) => (
              <li key={listing.id}>
                <ListingRow listing={listing} say={say} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

/** A dispute: the question, and its parties' own statements side by side; in the first view one of each that had spoken. */
export function Dispute({ dispute, say, whole }: { dispute: CardDispute; say: Saying; whole?: boolean }) {
  const { t } = say;
  return (
    <Part title={`${t("card.dispute")}: ${dispute.question}`}>
      <div class="sides">
        {dispute.parties.map((party) => {
          const words = whole ? party.statements : party.first;
          return words.length === 0 ? null : (
            <div class="side" key={party.name}>
              <b>{party.name}</b>
              <ul>
                {words.map((sentence) => (
                  <li key={sentence.id}>
                    <SentenceRow sentence={sentence} say={say} dated={whole ?? false} />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      {dispute.oneSided && <p class="note">{t("card.one-sided-here")}</p>}
    </Part>
  );
}

/** A summary that is not true of the day spoken for, as what it is: a description of a later day. */
export function SummaryToday({ summary, say }: { summary: CardSentence; say: Saying }) {
  return (
    <div>
      <span class="soft">
        {say.t("card.today-summary", { date: formatPartialDate(summary.checked, say.language) })}
      </span>{" "}
      <SentenceRow sentence={summary} say={say} />
    </div>
  );
}
