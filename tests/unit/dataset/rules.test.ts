/** Each rule accepts the small good dataset and rejects the one change that breaks it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkFiles } from "../../../lib/dataset/check";
import type { DataFile } from "../../../lib/dataset/dataset";
import { formatCanonical } from "../../../lib/dataset/format";
import { updateHistory } from "../../../lib/dataset/history";
import { loadDataset } from "../../../lib/dataset/load";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Rejected {
  rule: string;
  because: string;
  file: string;
  path: (string | number)[];
  value?: Json;
}

const fixtures = join(import.meta.dirname, "../../fixtures/dataset");
const read = (name: string): unknown => JSON.parse(readFileSync(join(fixtures, name), "utf8"));
const accepted = read("accepted.json") as Record<string, Json>;
const rejected = read("rejected.json") as Rejected[];

/** The dataset as files, with its history as it stood before any change. */
function asFiles(tree: Record<string, Json>): DataFile[] {
  const { dataset } = loadDataset(toFiles(accepted));
  const { history } = updateHistory(undefined, dataset!);
  return [...toFiles(tree), { path: "history.json", text: formatCanonical(history) }];
}

function toFiles(tree: Record<string, Json>): DataFile[] {
  return Object.entries(tree).map(([path, value]) => ({ path, text: formatCanonical(value) }));
}

function change(tree: Record<string, Json>, { file, path, value }: Rejected): Record<string, Json> {
  const copy = structuredClone(tree);
  if (path.length === 0) return { ...copy, [file]: value ?? null };
  let place = copy[file] as Record<string | number, Json>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, Json>;
  const last = path.at(-1)!;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

const rulesFound = (files: DataFile[]): string[] => checkFiles(files).problems.map((problem) => problem.rule);

test("the small dataset is accepted", () => {
  expect(checkFiles(asFiles(accepted)).problems).toEqual([]);
});

describe("a rule rejects", () => {
  test.each(rejected.map((one) => [`${one.rule}: ${one.because}`, one] as const))("%s", (_, one) => {
    expect(rulesFound(asFiles(change(accepted, one)))).toContain(one.rule);
  });

  test("canonical: a file that an editor reformatted", () => {
    const files = asFiles(accepted).map((file) =>
      file.path === "lists/test-list.json" ? { ...file, text: JSON.stringify(JSON.parse(file.text)) } : file,
    );
    expect(rulesFound(files)).toEqual(["canonical"]);
    expect(checkFiles(files).problems[0]?.found.length).toBeLessThan(130);
  });

  test("json: a file that is not JSON", () => {
    const files = asFiles(accepted).map((file) => (file.path === "withheld.json" ? { ...file, text: "{" } : file));
    expect(rulesFound(files)).toContain("json");
  });
});

describe("a membership that proved wrong", () => {
  const place = { rule: "", because: "", file: "posts/places/il/mayor-of-springfield.json" };
  const withdrawn = change(accepted, {
    ...place,
    path: ["memberships", 0, "withdrawn"],
    value: { on: "2021-01-01", why: "another Jane Doe" },
  });

  test("stays in the file and no longer counts", () => {
    expect(new Set(rulesFound(asFiles(withdrawn)))).toEqual(
      new Set(["orphan-entity", "person-holds-office", "history"]),
    );
  });

  test("leaves its person free to go", () => {
    const { "persons/jane-doe.json": _, ...gone } = withdrawn;
    expect(new Set(rulesFound(asFiles(gone)))).toEqual(new Set(["history"]));
  });

  test("may share its days with the right holder", () => {
    const overlapping = change(withdrawn, { ...place, path: ["memberships", 0, "end"], value: "2020-01-01" });
    expect(rulesFound(asFiles(overlapping))).not.toContain("one-holder");
  });
});

describe("no rule goes untried", () => {
  const source = join(import.meta.dirname, "../../../lib/dataset");
  const code = [...readdirSync(source), ...readdirSync(join(source, "rules")).map((name) => `rules/${name}`)]
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(join(source, name), "utf8"))
    .join("\n");
  const inCode = new Set(
    [...code.matchAll(/\brule: "([a-z-]+)"|\breport\("([a-z-]+)"/g)].map((match) => match[1] ?? match[2]!),
  );
  /** Tried below and above, since no single changed value breaks them. */
  const triedApart = ["canonical", "json", "history"];

  test("each has a change of the small dataset that it rejects, or a test of its own", () => {
    const tried = new Set([...rejected.map(({ rule }) => rule), ...triedApart]);
    expect([...inCode].filter((rule) => !tried.has(rule))).toEqual([]);
    expect([...tried].filter((rule) => !inCode.has(rule))).toEqual([]);
  });

  test("each is told in the data dictionary", () => {
    const dictionary = readFileSync(join(import.meta.dirname, "../../../docs/data-dictionary.md"), "utf8");
    expect([...inCode].filter((rule) => !dictionary.includes(`\`${rule}\``))).toEqual([]);
  });
});

describe("a label that somebody gives", () => {
  test.each([
    ["en", "Springfield’s mayor said in 2020 that it is a sanctuary city."],
    ["en", "Springfield is not a sanctuary city, its council declared in 2020."],
    ["es", "El alcalde declaró en 2020 que Springfield es una ciudad santuario."],
    ["es", "El consejo negó en 2020 que Springfield sea o fue una ciudad santuario."],
  ])("is told in %s: %s", (language, value) => {
    const told = change(accepted, {
      ...{ rule: "bare-label", because: "", file: "places/il/springfield-il.json" },
      ...{ path: ["statements", 0, "text", language], value },
    });
    expect(rulesFound(asFiles(told))).not.toContain("bare-label");
  });
});

describe("history", () => {
  const changed = change(accepted, {
    rule: "history",
    because: "",
    file: "places/il/springfield-il.json",
    path: ["statements", 0, "text", "en"],
    value: "Springfield’s order of 2020 bars police from holding anyone over immigration status alone.",
  });

  test("a changed sentence is rejected until it is recorded", () => {
    expect(rulesFound(asFiles(changed))).toEqual(["history"]);
  });

  test("a recorded change needs a note in the changelog", () => {
    const files = asFiles(changed);
    const { dataset } = loadDataset(files);
    const before = JSON.parse(files.at(-1)!.text);
    const { history, changed: ids } = updateHistory(before, dataset!);
    expect(ids).toEqual(["springfield-il.s01"]);
    const recorded = [...files.slice(0, -1), { path: "history.json", text: formatCanonical(history) }];
    expect(rulesFound(recorded)).toEqual(["history"]);
    const noted = [
      ...recorded,
      { path: "CHANGELOG.md", text: "# Changes\n\n- springfield-il.s01: anyone, not people.\n" },
    ];
    expect(rulesFound(noted)).toEqual([]);
  });

  test("a translation may come and go, but not change, without a note", () => {
    const inSpanish = (value: string) =>
      change(accepted, {
        ...{ rule: "history", because: "", file: "places/il/springfield-il.json" },
        ...{ path: ["statements", 0, "text", "es"], value },
      });
    const recorded = asFiles(inSpanish("La policía de Springfield no retiene a nadie solo por su estatus.")).at(-1)!;
    const held = (tree: Record<string, Json>) => rulesFound([...toFiles(tree), recorded]);
    expect(held(accepted)).toEqual([]);
    expect(held(inSpanish("La policía de Springfield retiene a todos por su estatus."))).toEqual(["history"]);
  });

  test("a sentence may not vanish", () => {
    const gone = change(accepted, {
      rule: "history",
      because: "",
      file: "places/il/springfield-il.json",
      path: ["statements"],
      value: (accepted["places/il/springfield-il.json"] as { statements: Json[] }).statements.slice(0, 3),
    });
    expect(rulesFound(asFiles(gone))).toEqual(["history"]);
  });
});
