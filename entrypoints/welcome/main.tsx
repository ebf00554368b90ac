import "../../components/design.css";
import "../../components/page.css";
import "../../components/controls.css";
import { signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { Welcome, type WelcomeProps } from "../../components/welcome";
import { createPageStrings } from "../../lib/strings";
import { type Page, startPage } from "../shared/page";
import { everySite } from "../shared/sites";

const permission = signal<WelcomeProps["permission"]>("not-needed");
/** Once the reader had to be asked, the step stays on the page and says that it is done. */
let wasAsked = false;

async function look(): Promise<void> {
  // Chrome gives the content script's sites at install; Firefox leaves them to the reader.
  const has = !import.meta.env.FIREFOX || (await browser.permissions.contains({ origins: everySite }));
  wasAsked ||= !has;
  permission.value = has ? (wasAsked ? "given" : "not-needed") : "asked";
}

function View({ settings, t, change }: Page) {
  return (
    <Welcome
      t={t}
      settings={settings}
      permission={permission.value}
      practiceAddress="/practice.html"
      on={{
        choose: (marks) => change(() => ({ marks, marksChosen: true })),
        allow: () => void browser.permissions.request({ origins: everySite }).then(look),
        openOptions: () => void browser.runtime.openOptionsPage(),
      }}
    />
  );
}

void startPage("welcome.title", createPageStrings, View);
void look();
browser.permissions.onAdded?.addListener(() => void look());
browser.permissions.onRemoved?.addListener(() => void look());
