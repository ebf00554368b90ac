/** The picture and the count on the toolbar button. */
import { browser } from "wxt/browser";
import { localDay, readSettings, type Settings } from "../../lib/settings";

const sizes = [16, 32, 48, 96, 128];

function pictures(off: boolean): Record<number, string> {
  return Object.fromEntries(sizes.map((size) => [size, `/icon/${size}${off ? "-off" : ""}.png`]));
}

/** Whether Newsgloss rests in every tab: switched off, or paused for this day. */
function restsEverywhere(settings: Settings): boolean {
  return !settings.on || settings.pausedOn === localDay(new Date());
}

/** The picture where no reader runs to say how things stand: it follows the switch and the pause alone. */
export async function showEverywhere(): Promise<void> {
  const { settings } = await readSettings();
  await browser.action.setIcon({ path: pictures(restsEverywhere(settings)) });
}

/** What one tab's reader says of itself: how many things it explains, or that it rests. Browsers forget it when the tab moves on. */
export async function showInTab(tabId: number, { count, off }: { count: number | null; off: boolean }): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: count === null ? "" : String(count) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: "#4a5568" }),
    browser.action.setIcon({ tabId, path: pictures(off) }),
  ]);
}
