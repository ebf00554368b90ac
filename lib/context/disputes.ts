/** Questions on which named parties disagree, with what each says that the reader's sources still bear. */
import type { EntityRecord, Language, StatementRecord } from "../dataset/records";
import { sortByDate } from "../time";
import { firstView } from "./ranking";
import { type Sentence, unchanged } from "./sentences";
import { localize } from "./text";
import type { CardModel, CardSentence } from "./types";

type CardDispute = CardModel["disputes"][number];
type MakeSentence = (item: StatementRecord) => Sentence | null;

/** The newest of some sentences, as a list of one. */
function newest(some: readonly CardSentence[]): CardSentence[] {
  const day = ({ from, to }: CardSentence) => to ?? from ?? "0000";
  return [...some].sort((a, b) => -sortByDate(day(a), day(b))).slice(0, 1);
}

/**
 * What each party says in the first view: the newest word of those whose word stood on the day; where fewer than two
 * stood, of those who had spoken by then. Fewer than two voices are no dispute yet.
 */
function firstWords(parties: readonly { statements: CardSentence[] }[]): CardSentence[][] {
  const held = (...standings: string[]) =>
    parties.map(({ statements }) => newest(statements.filter(({ standing }) => standings.includes(standing))));
  const speaking = (words: CardSentence[][]) => words.filter((word) => word.length > 0).length;
  const found = [held("then"), held("then", "before")].find((words) => speaking(words) > 1);
  return found ?? parties.map(() => []);
}

/**
 * A dispute is one-sided when the choice of sources leaves the word of one party alone; with nothing of
 * it left it is not shown.
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
    const words = firstWords(shown);
    const atFirst = words.some((word) => word.length > 0) && first < firstView.disputes;
    if (atFirst) first += 1;
    placed.push({
      id,
      question: localize(question, language).text,
      parties: shown.map((party, index) => ({ ...party, first: words[index] ?? [] })),
      oneSided,
      atFirst,
    });
  }
  return placed;
}
