import { cardLines, copyCard } from "../../lib/context";
import type { CardModel } from "../../lib/context/types";
import type { PageReport } from "../../lib/messages/schema";
import type { Strings } from "../../lib/strings/card";
import { formatPartialDate } from "../../lib/time";

interface SheetProps {
  t: Strings;
  language: "en" | "es";
  report: PageReport;
  models: readonly CardModel[];
}

function dateLine({ t, language, report }: Pick<SheetProps, "t" | "language" | "report">): string {
  const { value } = report.date;
  return value === null ? t("popup.no-date") : t("popup.article-date", { date: formatPartialDate(value, language) });
}

type Lines = ReturnType<typeof cardLines>;

function SheetLines({ lines }: { lines: Lines }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line.text}>
          {line.text} {line.sources.map((place) => `[${place + 1}]`).join("")}
        </p>
      ))}
    </>
  );
}

/** The lesson sheet: a glossary of the page with every source, for class or newsroom. Seen on paper only. */
export function LessonSheet({ t, language, report, models }: SheetProps) {
  return (
    <article class="sheet">
      <h1>{t("panel.sheet", { title: report.title })}</h1>
      <p>
        {report.host} · {dateLine({ t, language, report })}
      </p>
      {models.map((model) => {
        const lines = cardLines(model, t);
        const since = lines.filter((line) => line.part === "since");
        const used = new Set(lines.flatMap((line) => line.sources));
        return (
          <section key={model.entity}>
            <h2>{model.title}</h2>
            <SheetLines lines={lines.filter((line) => line.part !== "since")} />
            {since.length > 0 && <h3>{t("card.since")}</h3>}
            <SheetLines lines={since} />
            <ol class="references">
              {model.sources.map((source, place) =>
                used.has(place) ? (
                  <li key={source.id}>
                    [{source.number}] {source.publisher}, “{source.title}”,{" "}
                    {source.published ? formatPartialDate(source.published, language) : t("card.source-undated")}.{" "}
                    {source.url}
                  </li>
                ) : null,
              )}
            </ol>
          </section>
        );
      })}
    </article>
  );
}

/** The same sheet as a Markdown file. */
export function sheetMarkdown({ t, language, report, models }: SheetProps): string {
  const title = report.title.replace(/[\\`*_[\]<>#\n]/g, " ").trim();
  const head = [`# ${t("panel.sheet", { title })}`, "", `${report.host} · ${dateLine({ t, language, report })}`];
  return [...head, ...models.flatMap((model) => ["", "---", "", copyCard(model, "markdown", t)]), ""].join("\n");
}
