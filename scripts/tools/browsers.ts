/** Finds, or as a last resort installs, the browsers that tests and `npm start` use. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { findProgram, runTool } from "./commands";

export interface FoundBrowser {
  path: string;
  /** Branded Chrome 137 and later ignores `--load-extension`: it is loaded over the DevTools protocol instead. */
  branded: boolean;
}

const chromiumPaths = [
  ...["chromium", "chromium-browser"].map((name) => ({ name, branded: false })),
  ...["google-chrome-for-testing", "chrome-for-testing"].map((name) => ({ name, branded: false })),
  ...["microsoft-edge", "google-chrome", "google-chrome-stable"].map((name) => ({ name, branded: true })),
];
const fixedChromiumPaths = [
  { path: "/Applications/Chromium.app/Contents/MacOS/Chromium", branded: false },
  { path: "/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing", branded: false },
  { path: "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge", branded: true },
  { path: "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", branded: true },
  { path: "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe", branded: true },
  { path: "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", branded: true },
];
const firefoxNames = ["firefox-esr", "firefox", "firefox-developer-edition"];
const fixedFirefoxPaths = [
  "/Applications/Firefox.app/Contents/MacOS/firefox",
  "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
];

function installedChromium(): FoundBrowser | null {
  const named = process.env.NEWSGLOSS_CHROMIUM;
  if (named) return { path: named, branded: false };
  for (const { name, branded } of chromiumPaths) {
    const path = findProgram(name);
    if (path) return { path, branded };
  }
  const fixed = fixedChromiumPaths.find(({ path }) => existsSync(path));
  if (fixed) return fixed;
  const downloaded = chromium.executablePath();
  return downloaded && existsSync(downloaded) ? { path: downloaded, branded: false } : null;
}

function installedFirefox(): FoundBrowser | null {
  const named = process.env.NEWSGLOSS_FIREFOX;
  if (named) return { path: named, branded: false };
  const path = firefoxNames.map(findProgram).find((found) => found !== null) ?? fixedFirefoxPaths.find(existsSync);
  return path ? { path, branded: false } : null;
}

function installWithApt(packages: string[]): void {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !findProgram("apt-get")) return;
  console.error(`Installing ${packages.join(" and ")} with apt-get …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", 2], env: environment });
  spawnSync("apt-get", ["install", "-y", "-qq", ...packages], { stdio: ["ignore", "ignore", 2], env: environment });
}

/**
 * A Chromium-family browser: an installed one, else Playwright's own download, else apt as root.
 * Throws with the exact thing to install where none can be had.
 */
export async function ensureChromium(): Promise<FoundBrowser> {
  const installed = installedChromium();
  if (installed) return installed;
  console.error("No Chromium, Chrome or Edge found: trying Playwright's download …");
  await runTool("playwright-core", ["install", "chromium"]);
  const downloaded = installedChromium();
  if (downloaded) return downloaded;
  installWithApt(["chromium"]);
  const found = installedChromium();
  if (found) return found;
  throw new Error(
    "No Chromium could be found or installed. Install Chromium, Chrome for Testing or Edge (Debian: apt-get install chromium), or set NEWSGLOSS_CHROMIUM to its path.",
  );
}

/** Firefox, as `ensureChromium`. Playwright's own Firefox build can't load extensions, so apt is the only fallback. */
export async function ensureFirefox(): Promise<FoundBrowser> {
  const installed = installedFirefox();
  if (installed) return installed;
  installWithApt(["firefox-esr"]);
  const found = installedFirefox();
  if (found) return found;
  throw new Error(
    "No Firefox could be found or installed. Install Firefox 146 or later (Debian: apt-get install firefox-esr), or set NEWSGLOSS_FIREFOX to its path.",
  );
}
