import "../../components/design.css";
import "../../components/page.css";
import "../../components/controls.css";
import "../../components/popup/popup.css";
import { signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { type ListedSource, Popup } from "../../components/popup";
import { header } from "../../lib/dataset/generated/header";
import { overhearReaders } from "../../lib/messages";
import { localDay } from "../../lib/settings";
import { createPopupStrings } from "../../lib/strings/popup";
import { namedTab } from "../shared/named-tab";
import { type Page, startPage } from "../shared/page";
import { everySite } from "../shared/sites";
import { openList } from "./open-list";
import { type FoundTab, findTab } from "./tab";

const found = signal<FoundTab>({ id: null, state: { state: "loading" } });
const sources = signal<readonly ListedSource[] | null>(null);

async function look(): Promise<void> {
  found.value = await findTab(namedTab());
  const { state } = found.value;
  // A reader that finds nothing more says nothing of it.
  if (state.state === "report" && state.report.isReading) lookSoon();
}

let waiting: ReturnType<typeof setTimeout> | undefined;
/** Asks again once the tab's reader has had time to read on, or to follow a changed setting. */
function lookSoon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => void look(), 150);
}

/** Firefox: only a press by the reader may ask, so the question comes before anything is awaited. */
function allow(everywhere: boolean): void {
  const { state } = found.value;
  const host = state.state === "no-access" ? state.host : state.state === "report" ? state.report.host : null;
  if (host === null) return;
  const origins = everywhere ? everySite : [`http://${host}/*`, `https://${host}/*`];
  void browser.permissions.request({ origins }).then((given) => {
    if (given) void look();
  });
}

function View({ settings, repaired, t, language, change }: Page) {
  const { id, state } = found.value;
  return (
    <Popup
      settings={settings}
      repaired={repaired}
      t={t}
      language={language}
      tab={state}
      sources={sources.value}
      today={localDay(new Date())}
      data={{ checked: header.newestChecked, validUntil: header.validUntil }}
      on={{
        change: (make) => {
          change(make);
          lookSoon();
        },
        reload: () => {
          if (id !== null) void browser.tabs.reload(id).then(() => setTimeout(() => void look(), 800));
        },
        allow,
        openOptions: () => void browser.runtime.openOptionsPage().then(() => window.close()),
        openList: () => openList(id),
        loadSources: () => {
          void import("../../lib/dataset/generated/source-list").then(({ sourceList }) => {
            sources.value = sourceList;
          });
        },
      }}
    />
  );
}

// Firefox for Android shows the popup as a page.
if (window.innerWidth > 500 || /Android/.test(navigator.userAgent)) document.documentElement.classList.add("wide");
void startPage("popup.title", createPopupStrings, View);
void look();
// A reader that took its time to follow a setting, or that started with the press on the button.
overhearReaders((tab) => {
  if (tab === found.value.id) void look();
}, new AbortController().signal);
browser.permissions.onAdded?.addListener(() => void look());
