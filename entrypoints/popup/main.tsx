import "../../components/design.css";
import "../../components/page.css";
import "../../components/controls.css";
import "../../components/popup/popup.css";
import { signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { type ListedSource, Popup } from "../../components/popup";
import { header } from "../../lib/dataset/generated/header";
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
}

/** Asks again once the tab's reader has had time to follow a changed setting. */
function lookSoon(): void {
  setTimeout(() => void look(), 150);
}

/** Firefox: only a press by the reader may ask, so the question comes before anything is awaited. */
function allow(everywhere: boolean): void {
  const { id, state } = found.value;
  if (id === null || state.state !== "no-access") return;
  const origins = everywhere ? everySite : [`http://${state.host}/*`, `https://${state.host}/*`];
  void browser.permissions.request({ origins }).then((given) => {
    if (given) found.value = { id, state: { state: "reload" } };
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
browser.permissions.onAdded?.addListener(() => void look());
