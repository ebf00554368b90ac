/** Questions on which named parties disagree, with what each says that the reader's sources still bear. */
import type { EntityRecord, Language, StatementRecord } from "../dataset/records";
import { firstView } from "./ranking";
import { type Sentence, unchanged } from "./sentences";
import { localize } from "./text";
import type { CardModel, CardSentence } from "./types";

type CardDispute = CardModel["disputes"][number];
type MakeSentence = (item: StatementRecord) => Sentence | null;

const didHold = ({ standing }: CardSentence) => standing === "then" || standing === "before";

/**
 * A dispute is one-sided when the choice of sources leaves the word of one party alone; with nothing of
 * it left it is not shown. In the first view only if each party had spoken by the as-of date.
 */
export function placeDisputes(record: EntityRecord, makeSentence: MakeSentence, language: Language): CardDispute[] {
  const known = new Map([...record.disputeStatements, ...record.statements].map((item) => [item.id, item]));
  const placed: CardDispute[] = [];
  let first = 0;
  for (const { id, question, parties } of record.disputes) {
    const shown = parties.flatMap((party) => {
      const statements = party.statements.flatMap((statement) => {
        const item = known.get(statement);
        const made = item ? makeSentence(item) : null;
        return made ? unchanged(made) : [];
      });
      return statements.length > 0 ? [{ name: localize(party.name, language).text, statements }] : [];
    });
    if (shown.length === 0) continue;
    const oneSided = shown.length === 1 && parties.length > 1;
    const spoken = shown.length > 1 && shown.every((party) => party.statements.some(didHold));
    const atFirst = spoken && first < firstView.disputes;
    if (atFirst) first += 1;
    placed.push({ id, question: localize(question, language).text, parties: shown, oneSided, atFirst });
  }
  return placed;
}
