import { browser } from "wxt/browser";

/** The parts of the two browsers' panel interfaces that are used here; neither is in the other's types. */
interface Panels {
  sidePanel?: { open(options: { tabId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
}

/** Opens the list beside the page; where there is no panel (Firefox for Android), as a page. Must run inside a press. */
export function openList(tab: number | null): void {
  const panels = browser as unknown as Panels;
  const asPage = () => browser.tabs.create({ url: `${browser.runtime.getURL("/sidepanel.html")}?tab=${tab ?? ""}` });
  const chromePanels = (globalThis as { chrome?: Panels }).chrome;
  const open =
    tab !== null && chromePanels?.sidePanel
      ? chromePanels.sidePanel.open({ tabId: tab })
      : (panels.sidebarAction?.open() ?? asPage());
  void Promise.resolve(open).then(() => window.close());
}
