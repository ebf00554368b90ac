/** What `lib/page` gives to the rest. */
import type { PartialDate } from "../dataset/records";

/** Where one piece of the joined text sits in the DOM. */
export interface TextRun {
  node: Text;
  start: number;
  end: number;
  /** Offset in node.data where the run begins. */
  nodeStart: number;
}

/** The visible text of a part of a page, in document order, with the way back. */
export interface PageText {
  /** Joined text; inline tags add nothing, blocks add "\n". Line ends and tabs inside a node become spaces. */
  text: string;
  runs: TextRun[];
  /** Open shadow roots whose text is among the runs. */
  shadowRoots: ShadowRoot[];
}

export interface DateEvidence {
  value: PartialDate;
  from: "json-ld" | "meta" | "microdata" | "time" | "address" | "visible";
  detail: string;
}

export interface PageFacts {
  /** Whether the page is one news article, and why. */
  news: boolean;
  newsEvidence: { code: string; weight: number; detail?: string }[];
  language: "en" | "es" | "other";
  date: {
    value: PartialDate | null;
    from: DateEvidence["from"] | "none";
    modified: PartialDate | null;
    evidence: DateEvidence[];
  };
  title: string;
  /** Title, section and keywords as one string, for the topic decision. */
  hints: string;
}
