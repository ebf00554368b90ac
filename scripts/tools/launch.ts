/** Starts a real browser with the built extension, for `npm start` and the end-to-end tests. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser } from "puppeteer-core";
import type { Target } from "../build";
import { ensureChromium, ensureFirefox } from "./browsers";
import { root } from "./commands";

/** Fixed, so that tests can open the extension's own pages in Firefox. */
export const firefoxPageId = "6e657773-676c-4f73-8000-000000000001";
export const firefoxAddOnId = "newsgloss@newsgloss.example";

export interface Running {
  browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at its end. */
  origin: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  headless: boolean;
  /** Another package than .output/TARGET-mv3. */
  package?: string;
  /** Without the extension, to compare with (Firefox). */
  bare?: boolean;
  /** host:port of a recording proxy that every request must go through. */
  proxy?: string;
  /** Extra command-line switches for Chromium. */
  switches?: string[];
  /** A folder to be the profile (Firefox); a fresh one where absent. */
  profile?: string;
  /** Extra preferences for Firefox. */
  preferences?: Record<string, string | number | boolean>;
}

/** Chromium's own background requests are switched off, so that whatever the proxy sees is worth looking at. */
export const quietSwitches = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
];

export async function launchChromium(options: LaunchOptions): Promise<Running> {
  const { path } = await ensureChromium();
  const directory = options.package ?? `${root}.output/chrome-mv3`;
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: options.headless,
    // The DevTools pipe is how branded Chrome takes unpacked extensions: it ignores --load-extension since 137.
    pipe: true,
    enableExtensions: [directory],
    userDataDir: mkdtempSync(join(tmpdir(), "newsgloss-chromium-")),
    defaultViewport: options.headless ? { width: 1200, height: 800 } : null,
    args: [
      ...quietSwitches,
      ...(options.proxy ? [`--proxy-server=http://${options.proxy}`, "--proxy-bypass-list=<-loopback>"] : []),
      ...(options.switches ?? []),
    ],
  });
  const worker = await browser.waitForTarget((target) => target.type() === "service_worker", { timeout: 20_000 });
  return { browser, origin: worker.url().split("/", 3).join("/"), close: () => browser.close() };
}

export async function launchFirefox(options: LaunchOptions): Promise<Running> {
  const { path } = await ensureFirefox();
  const directory = options.package ?? `${root}.output/firefox-mv3`;
  const [proxyHost, proxyPort] = (options.proxy ?? "").split(":");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: path,
    headless: options.headless,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    args: ["--remote-allow-system-access"],
    defaultViewport: options.headless ? { width: 1200, height: 800 } : null,
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [firefoxAddOnId]: firefoxPageId }),
      "datareporting.policy.dataSubmissionEnabled": false,
      "toolkit.telemetry.enabled": false,
      "app.normandy.enabled": false,
      "services.settings.server": "data:,#remote-settings-dummy/v1",
      ...(proxyHost && proxyPort
        ? {
            "network.proxy.type": 1,
            "network.proxy.http": proxyHost,
            "network.proxy.http_port": Number(proxyPort),
            "network.proxy.ssl": proxyHost,
            "network.proxy.ssl_port": Number(proxyPort),
            "network.proxy.allow_hijacking_localhost": true,
          }
        : {}),
      ...(options.preferences ?? {}),
    },
  });
  if (!options.bare) await browser.installExtension(directory);
  return { browser, origin: `moz-extension://${firefoxPageId}`, close: () => browser.close() };
}

export function launch(target: Target, options: LaunchOptions): Promise<Running> {
  return target === "chrome" ? launchChromium(options) : launchFirefox(options);
}
