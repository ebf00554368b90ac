/** Icons drawn for us: one shape per kind of entity, so that colour is never the only cue. 20 × 20, in the text's colour. */
import type { EntityKind } from "../lib/dataset/records";

const shapes: Record<EntityKind, string> = {
  organization: "M3 17h14M4.5 17V8.5M8 17V8.5M12 17V8.5M15.5 17V8.5M2.5 8.5h15L10 3z",
  jurisdiction: "M10 17.5s5.5-5.2 5.5-9a5.5 5.5 0 1 0-11 0c0 3.8 5.5 9 5.5 9zM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  person: "M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM3.8 17c.5-3.4 3-5.3 6.2-5.3s5.700 1.900 6.200 5.300z",
  post: "M4 17h12M6 17V7h8v10M4.500 7h11M10 7V3.500l3.500 1.200L10 6",
  list: "M7.500 5h9M7.500 10h9M7.500 15h9M3.500 5h.5M3.500 10h.5M3.500 15h.5",
  term: "M4 3.500h9.500a2.500 2.500 0 0 1 2.500 2.500v10.500H6a2 2 0 0 1-2-2zM4 14.500a2 2 0 0 1 2-2h10M7.500 7h5",
  law: "M10 3v14M6 17h8M4 6h12M4 6l-2 5h4zM16 6l-2 5h4zM10 4.500",
  case: "M9 4l5 5M7 6l5 5M6 7l4-4M11 12l4-4M10.500 9.500 4 16M12 17h5",
  operation: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l3 2",
  number: "M4 16.500V11M8 16.500V7M12 16.500V9.500M16 16.500V4",
};

export type MarkShape = "body" | "place" | "person" | "idea";

export function familyOf(kind: EntityKind): MarkShape {
  if (kind === "organization") return "body";
  if (kind === "jurisdiction" || kind === "list") return "place";
  return kind === "person" || kind === "post" ? "person" : "idea";
}

function Drawing({ path, name = "icon" }: { path: string; name?: string }) {
  return (
    <svg
      class={name}
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linejoin="round"
      stroke-linecap="round"
    >
      <path d={path} />
    </svg>
  );
}

export function KindIcon({ kind }: { kind: EntityKind }) {
  return <Drawing path={shapes[kind]} />;
}
export const CloseIcon = () => <Drawing path="M5 5l10 10M15 5 5 15" />;
export const PinIcon = () => <Drawing path="M7 3.500h6l-.8 5 2.800 2.500H5L7.800 8.500zM10 11v6" />;
export const BackIcon = () => <Drawing path="M12 4.500 6.500 10l5.500 5.500" />;
