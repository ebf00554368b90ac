import "../../components/design.css";
import "../../components/page.css";
import "../../components/controls.css";
import "../../components/options/options.css";
import { signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { type ImportNews, type KeyCommand, Options } from "../../components/options";
import { header } from "../../lib/dataset/generated/header";
import { sourceList } from "../../lib/dataset/generated/source-list";
import type { EntityReference } from "../../lib/dataset/records";
import { askBackground } from "../../lib/messages";
import {
  changeSettings,
  defaultSettings,
  exportSettings,
  importLimit,
  localDay,
  parseImportedSettings,
} from "../../lib/settings";
import { createPageStrings } from "../../lib/strings";
import { type Page, startPage } from "../shared/page";
import { saveText } from "../shared/save";

const keys = signal<readonly KeyCommand[]>([]);
const imported = signal<ImportNews | null>(null);
const muted = signal<ReadonlyMap<string, EntityReference>>(new Map());
const resting = signal<ReadonlyMap<string, readonly string[]>>(new Map());

/** The reader's keys may be changed elsewhere while this page stays open. */
async function readKeys(): Promise<void> {
  const commands = (await browser.commands?.getAll()) ?? [];
  keys.value = commands
    .filter(({ name, description }) => name !== undefined && description !== undefined && description !== "")
    .map(({ name, description, shortcut }) => ({
      name: name ?? "",
      description: description ?? "",
      shortcut: shortcut ?? "",
    }));
}

/** Asked once for each entity, so that a redraw never asks again. */
const askedFor = new Set<string>();

async function nameMuted(entities: readonly string[]): Promise<void> {
  const missing = entities.filter((entity) => !askedFor.has(entity)).slice(0, 400);
  if (missing.length === 0) return;
  for (const entity of missing) askedFor.add(entity);
  const bundle = await askBackground({ type: "records", entities: missing });
  if (bundle) muted.value = new Map([...muted.value, ...bundle.records.map((record) => [record.id, record] as const)]);
}

async function askResting(source: string, language: "en" | "es"): Promise<void> {
  if (resting.value.has(source)) return;
  const entities = await askBackground({ type: "resting", source });
  if (!entities) return;
  const names = entities.map(({ title }) => title[language] ?? title.en);
  resting.value = new Map([...resting.value, [source, names]]);
}

async function importFile(file: File): Promise<void> {
  // A huge file is not read at all.
  const outcome =
    file.size > 4 * importLimit
      ? ({ ok: false, place: "file", expected: `at most ${importLimit} characters` } as const)
      : parseImportedSettings(await file.text());
  if (outcome.ok) {
    const { settings } = outcome;
    imported.value = await changeSettings(() => settings).then(
      () => ({ ok: true }) as const,
      () => ({ ok: false, place: "storage", expected: "room for the settings" }) as const,
    );
  } else imported.value = outcome;
}

/** Firefox opens its own dialog; Chrome has an address for it. */
function changeKeys(): void {
  const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
  if (openShortcutSettings) void openShortcutSettings.call(browser.commands);
  else void browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}

function View({ settings, repaired, t, language, change }: Page) {
  void nameMuted(settings.mutedEntities);
  return (
    <Options
      settings={settings}
      repaired={repaired}
      t={t}
      language={language}
      sources={sourceList}
      muted={muted.value}
      keys={keys.value}
      resting={{ names: resting.value, ask: (source) => void askResting(source, language) }}
      imported={imported.value}
      today={localDay(new Date())}
      header={header}
      on={{
        change,
        importFile: (file) => void importFile(file),
        exportFile: () =>
          saveText(`newsgloss-settings-${localDay(new Date())}.json`, "application/json", exportSettings(settings)),
        reset: () => {
          imported.value = null;
          // The choice between marks and private mode was made for good reason: it stays.
          change(({ marks, marksChosen }) => ({ ...defaultSettings, marks, marksChosen }));
        },
        changeKeys,
      }}
    />
  );
}

/** The part of the page that its address names; the browser looked for it before it was drawn. */
function goToSection(): void {
  const section = document.getElementById(location.hash.slice(1));
  section?.scrollIntoView();
  section?.querySelector("h2")?.focus({ preventScroll: true });
}

void startPage("options.title", createPageStrings, View).then(goToSection);
addEventListener("hashchange", goToSection);
void readKeys();
addEventListener("focus", () => void readKeys());
