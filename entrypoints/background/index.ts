import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { answerAsBackground, askReader, type ToBackground } from "../../lib/messages";
import { readSettings } from "../../lib/settings";
import { datasetStore } from "./dataset";

type Sender = { tab?: unknown };

function tabOf(sender: Sender): number | null {
  const { tab } = sender;
  return typeof tab === "object" && tab !== null && "id" in tab && typeof tab.id === "number" ? tab.id : null;
}

async function answer(message: ToBackground, sender: Sender): Promise<unknown> {
  switch (message.type) {
    case "records":
      return datasetStore().bundle(message.entities);
    case "empty-entities": {
      const { settings } = await readSettings();
      return datasetStore().emptyEntities(settings.hiddenGroups, settings.hiddenSources);
    }
    case "resting":
      return datasetStore().restingOn(message.source);
    case "badge": {
      const tabId = tabOf(sender);
      if (tabId !== null) {
        await browser.action.setBadgeText({ tabId, text: message.count === null ? "" : String(message.count) });
        await browser.action.setBadgeBackgroundColor({ tabId, color: "#4a5568" });
      }
      return true;
    }
    case "open-options":
      await browser.runtime.openOptionsPage();
      return true;
  }
}

async function step(direction: "next" | "previous"): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined) await askReader(tab.id, { type: "step", direction });
}

export default defineBackground({
  type: "module",
  main() {
    // The background lives as long as the browser lets it: its listeners have no earlier end.
    const { signal } = new AbortController();
    answerAsBackground(answer, signal);
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install") void browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
    });
    browser.commands?.onCommand.addListener((command) => {
      if (command === "next-mention") void step("next");
      if (command === "previous-mention") void step("previous");
    });
  },
});
