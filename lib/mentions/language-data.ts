/** The shape of `data/language/*.json`: word lists that belong to a language, not to one entity. */

export interface CueSet {
  about: string;
  /** Count within some dozen words of the candidate. A trailing `*` matches any ending; two words match as a pair. */
  near: string[];
  /** Count only directly before or after the candidate, and weigh more. */
  adjacent: string[];
  /** Other sets whose cues count as this one's too. */
  includes?: string[];
}

export interface TitleFamily {
  /** Office families of `lib/dataset/schema` (mayor, governor, …). */
  office: string[];
  en: string[];
  es: string[];
}

export interface LanguageData {
  cues: { sets: Record<string, CueSet> };
  titles: {
    families: TitleFamily[];
    neutral: string[];
    foreign: string[];
    former: string[];
    /** Offices all of whose holders are in the dataset, so that one surname can mean only them. */
    exhaustive: string[];
  };
  topic: {
    strong: string[];
    medium: string[];
    weak: string[];
    /** Words that show a text to be news of the United States, and of another country. */
    ours: string[];
    abroad: string[];
  };
  weights: { weights: Record<string, number> };
  names: {
    institutions: string[];
    teams: string[];
    wholes: string[];
    directions: string[];
    commonGiven: string[];
    commonSurnames: string[];
    nicknames: Record<string, string[]>;
    states: Record<string, string[]>;
    sentenceWords: string[];
    /** Persons meant in immigration news where title and surname fit several. */
    lead: string[];
  };
}
