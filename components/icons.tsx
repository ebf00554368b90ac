/** Icons drawn for Newsgloss: one shape per kind of entity, and the few signs of the controls. 20 × 20, hairlines of 1.5. */
import type { EntityKind } from "../lib/dataset/records";

const kindPaths: Record<EntityKind, string> = {
  // A pediment on columns.
  organization: "M3 8 10 3.5 17 8ZM5 10.5V15M10 10.5V15M15 10.5V15M3 17H17",
  // A place mark.
  jurisdiction:
    "M10 17.5C6.5 13.8 4.7 11 4.7 8.3A5.3 5.3 0 0 1 15.3 8.3C15.3 11 13.5 13.8 10 17.5ZM8 8.3A2 2 0 1 0 12 8.3 2 2 0 1 0 8 8.3Z",
  // Head and shoulders.
  person: "M7 6.2A3 3 0 1 0 13 6.2 3 3 0 1 0 7 6.2ZM3.8 17C4 13.6 6.6 11.8 10 11.8S16 13.6 16.2 17Z",
  // A rosette of office.
  post: "M5.5 7.5A4.5 4.5 0 1 0 14.5 7.5 4.5 4.5 0 1 0 5.5 7.5ZM7.2 11.4 6 17.5 10 15.4 14 17.5 12.8 11.4",
  // Lines with bullets.
  list: "M8 5H17M8 10H17M8 15H17M3.6 5H4.4M3.6 10H4.4M3.6 15H4.4",
  // An open book.
  term: "M10 5.5C8 4 5.5 3.8 3 4V15.5C5.5 15.3 8 15.5 10 17 12 15.5 14.5 15.3 17 15.5V4C14.5 3.8 12 4 10 5.5ZM10 5.5V17",
  // A section sign.
  law: "M13 5.2C12.4 3.8 11.3 3 10 3 8.2 3 7 4.1 7 5.6 7 9 13.4 8.3 13.4 11.7 13.4 13 12.4 13.9 11 14M7 14.8C7.6 16.2 8.7 17 10 17 11.8 17 13 15.9 13 14.4 13 11 6.6 11.7 6.6 8.3 6.6 7 7.6 6.1 9 6",
  // Scales.
  case: "M10 3V17M6.5 17H13.5M4 6 16 4.8M4 6 1.8 11.5H6.2ZM16 4.8 13.8 10.3H18.2Z",
  // A day marked on a calendar.
  operation: "M3.5 5H16.5V16.5H3.5ZM3.5 8.5H16.5M7 3V6M13 3V6M8.5 12.5 9.8 13.8 12.3 11",
  // Bars.
  number: "M3 17H17M5 17V11.5H7.5V17M9 17V7H11.5V17M13 17V3.5H15.5V17",
};

const signPaths = {
  close: "M5 5 15 15M15 5 5 15",
  pin: "M7.5 3H12.5L12 8.5 14.5 11H5.5L8 8.5ZM10 11V17.5",
  back: "M11.5 4.5 6 10 11.5 15.5M6 10H16.5",
  menu: "M4.5 10H4.6M10 10H10.1M15.5 10H15.6",
  out: "M8 4.5H4.5V15.5H15.5V12M11.5 4.5H15.5V8.5M15.5 4.5 9.5 10.5",
} as const;
export type Sign = keyof typeof signPaths;

function Drawing({ path, weight }: { path: string; weight: string }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width={weight}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

/** The sign of a kind of entity. The kind is always also written in words, so that it says nothing to screen readers. */
export function KindIcon({ kind }: { kind: EntityKind }) {
  return (
    <span class="kind-icon" data-kind={kind}>
      <Drawing path={kindPaths[kind]} weight="1.5" />
    </span>
  );
}

export function SignIcon({ sign }: { sign: Sign }) {
  return <Drawing path={signPaths[sign]} weight={sign === "menu" ? "2.5" : "1.6"} />;
}
