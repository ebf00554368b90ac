import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { answerAsBackground, askReader, type ToBackground } from "../../lib/messages";
import { changeSettings, readSettings, watchSettings, withItem } from "../../lib/settings";
import { en as englishCard, es as spanishCard } from "../../lib/strings/generated/card";
import { datasetStore } from "./dataset";
import { showEverywhere, showInTab } from "./toolbar";

type Sender = { tab?: unknown };

function tabOf(sender: Sender): number | null {
  const { tab } = sender;
  return typeof tab === "object" && tab !== null && "id" in tab && typeof tab.id === "number" ? tab.id : null;
}

async function answer(message: ToBackground, sender: Sender): Promise<unknown> {
  switch (message.type) {
    case "records":
      return (await datasetStore()).bundle(message.entities);
    case "empty-entities": {
      const { settings } = await readSettings();
      return (await datasetStore()).emptyEntities(settings.hiddenGroups, settings.hiddenSources);
    }
    case "resting":
      return (await datasetStore()).restingOn(message.source);
    case "card-strings":
      return message.language === "es" ? spanishCard : englishCard;
    case "badge": {
      const tabId = tabOf(sender);
      if (tabId !== null) await showInTab(tabId, message);
      return true;
    }
    case "mute":
      await changeSettings(({ mutedEntities }) => ({ mutedEntities: withItem(mutedEntities, message.entity, true) }));
      return true;
    case "hide-source":
      await changeSettings(({ hiddenSources }) => ({ hiddenSources: withItem(hiddenSources, message.source, true) }));
      return true;
    case "open-options":
      if (message.section === undefined) await browser.runtime.openOptionsPage();
      // The browser's own way takes no place in the page.
      else await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#${message.section}`) });
      return true;
  }
}

async function step(direction: "next" | "previous"): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined) await askReader(tab.id, { type: "step", direction });
}

export default defineBackground({
  main() {
    // The background lives as long as the browser lets it: its listeners have no earlier end.
    const { signal } = new AbortController();
    answerAsBackground(answer, signal);
    watchSettings(() => void showEverywhere(), signal);
    // The browser forgets the picture when it closes; a pause ends with the day, and any wake may be the first after it.
    browser.runtime.onStartup.addListener(() => void showEverywhere());
    void showEverywhere();
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
    });
    browser.commands?.onCommand.addListener((command) => {
      if (command === "next-mention") void step("next");
      if (command === "previous-mention") void step("previous");
    });
  },
});
