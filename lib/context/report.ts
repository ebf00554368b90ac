/** The text of “report a mistake”: prepared for the reader to send, never sent from here. */
import { formatPartialDate } from "../time";
import type { CardModel, CardSentence, Say } from "./types";

function sentencesOf(model: CardModel): CardSentence[] {
  const disputed = model.disputes.flatMap((dispute) => dispute.parties.flatMap((party) => party.statements));
  return [model.summary, model.summaryToday, ...model.timeline, ...disputed].filter((sentence) => sentence !== null);
}

/**
 * Names the entity, the statement (if one was chosen) and the dataset version. The page's address is
 * in it only when the reader asked for that and the caller passes it.
 */
export function reportText(model: CardModel, say: Say, statement: string | null, address: string | null): string {
  const { header, language } = model;
  const found = statement === null ? undefined : sentencesOf(model).find((sentence) => sentence.id === statement);
  const lines = [
    say("context.report.heading"),
    "",
    `${say("context.report.entity")}: ${model.title} (${model.entity})`,
    ...(statement === null ? [] : [`${say("context.report.statement")}: ${statement}`]),
    ...(found === undefined ? [] : [`“${found.text}”`]),
    `${say("context.report.as-of")}: ${formatPartialDate(model.asOf, language)}`,
    `${say("context.report.dataset")}: ${header.version} (${header.contentHash.slice(0, 12)})`,
    ...(address === null ? [] : [`${say("context.report.page")}: ${address}`]),
    "",
    say("context.report.what-is-wrong"),
  ];
  return lines.join("\n");
}
