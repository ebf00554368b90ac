import "../../components/design.css";
import "../../components/page.css";
import "../../components/controls.css";
import "../../components/sidepanel/sidepanel.css";
import "../../components/card/card.css";
import { effect, signal } from "@preact/signals";
import { Card } from "../../components/card";
import { SidePanel, sheetMarkdown } from "../../components/sidepanel";
import { type CardModel, copyCard, reportText } from "../../lib/context";
import { askBackground, askReader, type PageReport } from "../../lib/messages";
import { type Settings, withItem } from "../../lib/settings";
import { createPageStrings } from "../../lib/strings";
import { type Page, startPage } from "../shared/page";
import { cardOf, load, loaded } from "./cards";
import { look, lookSoon, watched, watchTabs } from "./watched-tab";

/** The entities walked through in the open card: the first is the row it is open in, the last is shown. */
const trail = signal<readonly string[]>([]);

async function copyText(text: string): Promise<{ copied: boolean; text: string }> {
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  return { copied, text };
}

function asOf(report: PageReport, settings: Settings): string | null {
  return settings.fixedDate ?? (settings.lens === "article" ? report.date.value : null);
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "newsgloss.md";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function InlineCard({ page, report }: { page: Page; report: PageReport }) {
  const { settings, t, language, change } = page;
  const entity = trail.value.at(-1);
  const model: CardModel | null =
    loaded.value >= 0 && entity !== undefined ? cardOf(entity, settings, asOf(report, settings), language) : null;
  if (model === null) return <p class="soft">…</p>;
  return (
    <Card
      inline
      model={model}
      t={t}
      language={language}
      why={[]}
      canGoBack={trail.value.length > 1}
      pinned={false}
      lens={settings.lens}
      hasArticleDate={false}
      dateIsChosen={settings.fixedDate !== null}
      on={{
        close: () => {
          trail.value = [];
        },
        pin: () => {},
        back: () => {
          trail.value = trail.value.slice(0, -1);
        },
        open: (next) =>
          void load([next]).then(() => {
            trail.value = [...trail.value, next];
          }),
        lens: (lens) => change(() => ({ lens })),
        mute: () => {
          trail.value = [];
          change((now) => ({ mutedEntities: withItem(now.mutedEntities, model.entity, true) }));
        },
        report: (statement) => reportText(model, t, statement, null),
        copy: (format) => copyText(copyCard(model, format, t)),
        copyText,
        hideSource: (source) => change((now) => ({ hiddenSources: withItem(now.hiddenSources, source, true) })),
        chooseSources: () => void askBackground({ type: "open-options", section: "sources" }),
      }}
    />
  );
}

function View(page: Page) {
  const { settings, t, language, change } = page;
  const { tab, report, asked } = watched.value;
  if (!asked) return null;
  const entities = report?.entities.map(({ entity }) => entity) ?? [];
  const models =
    report && loaded.value > 0
      ? entities.flatMap((entity) => cardOf(entity, settings, asOf(report, settings), language) ?? [])
      : [];
  return (
    <SidePanel
      t={t}
      language={language}
      report={report}
      lens={settings.lens}
      opened={trail.value[0] ?? null}
      card={report && <InlineCard page={page} report={report} />}
      models={models}
      on={{
        jump: (entity, nth) => {
          if (tab !== null) void askReader(tab, { type: "go-to", entity, nth });
        },
        toggle: (entity) => {
          const isOpen = trail.value[0] === entity;
          trail.value = isOpen ? [] : [entity];
          if (!isOpen) void load([entity]);
        },
        lens: (lens) => change(() => ({ lens })),
        // The sheet is drawn with the records that have just come, then printed.
        print: () => void load(entities).then(() => setTimeout(() => window.print(), 50)),
        saveMarkdown: () =>
          void load(entities).then(() => {
            const { report: fresh } = watched.value;
            if (!fresh) return;
            const all = entities.flatMap((entity) => cardOf(entity, settings, asOf(fresh, settings), language) ?? []);
            save(sheetMarkdown({ t, language, report: fresh, models: all }));
          }),
      }}
    />
  );
}

void startPage("panel.title", createPageStrings, (page) => {
  lookSoon();
  return <View {...page} />;
});
watchTabs();
void look();

// Another page, another list: nothing of the last one stays open.
let shownTab: number | null = null;
effect(() => {
  const { tab } = watched.value;
  if (tab !== shownTab) {
    shownTab = tab;
    trail.value = [];
  }
});
