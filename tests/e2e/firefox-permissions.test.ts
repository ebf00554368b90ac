/**
 * Firefox leaves sites to the reader. Proved in a Firefox that keeps the extension for good, as a person's does: given at install,
 * taken back in about:addons, asked for in the popup, refused, given for one site, taken back again.
 */
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { root, runTool } from "../../scripts/tools/commands";
import { launchFirefox, type Running } from "../../scripts/tools/launch";
import { FirefoxWindow } from "../support/firefox-window";
import { type RecordingProxy, startProxy } from "../support/proxy";
import { until } from "../support/until";

const host = "paper.example.test";
const address = `http://${host}/2019/07/12/chicago-mayor`;

describe("the sites that Newsgloss may read, in a Firefox that keeps it", () => {
  let proxy: RecordingProxy;
  let running: Running;
  let window: FirefoxWindow;
  let story: Page;
  let atInstall: string[];

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "newsgloss-package-"));
    const packed = await runTool("web-ext", [
      ...["build", "--source-dir", ".output/firefox-mv3", "--artifacts-dir", folder],
      ...["--filename", "newsgloss.xpi", "--overwrite-dest"],
    ]);
    if (packed.status !== 0) throw new Error(packed.output);
    proxy = await startProxy();
    proxy.serve(address, readFileSync(`${root}tests/fixtures/pages/july-2019.html`, "utf8"));
    running = await launchFirefox({
      headless: true,
      bare: true,
      proxy: proxy.address,
      // ESR, Developer Edition and Nightly keep an unsigned package with this; a store gives a signed one.
      preferences: { "xpinstall.signatures.required": false },
    });
    window = await FirefoxWindow.of(running.browser);
    if (await window.needsSignatures()) return;
    atInstall = await window.install(join(folder, "newsgloss.xpi"));
    story = await running.browser.newPage();
    await story.goto(address, { waitUntil: "domcontentloaded" });
    await story.bringToFront();
  });
  afterAll(async () => {
    await running?.close();
    await proxy?.close();
  });

  const badge = () => window.badge();
  beforeEach(async (context) => {
    context.skip(
      await window.needsSignatures(),
      "this Firefox keeps signed packages only: use ESR, Developer Edition or Nightly",
    );
  });

  it("are given at install, where Firefox's own prompt names them, and the page is read", async () => {
    expect(atInstall.sort()).toEqual(["http://*/*", "https://*/*"]);
    await until(async () => (await badge()) !== "", "the story to be read");
  });

  it("and no sidebar opens itself", async () => {
    expect(await window.run("return SidebarController.isOpen")).toBe(false);
  });

  it("can be taken back in about:addons; a page loaded after that is not read", async () => {
    await window.turnSites();
    expect(await window.mayRead(address)).toBe(false);
    await story.bringToFront();
    await story.reload({ waitUntil: "load" });
    await until(async () => (await badge()) === "", "the count to go");
  });

  it("are asked for in the popup, only when the reader presses", async () => {
    await window.openPopup();
    await window.untilPopupShows(`Only on ${host}`);
    expect(await window.hasQuestion()).toBe(false);
  });

  it("stay closed when the reader says no", async () => {
    await window.pressInPopup(`Only on ${host}`);
    expect(await window.answerQuestion("refuse")).toContain(host);
    expect(await window.mayRead(address)).toBe(false);
    await window.closePopup();
  });

  it("open for one site when the reader says yes, and for no other", async () => {
    await window.openPopup();
    await window.untilPopupShows(`Only on ${host}`);
    await window.pressInPopup(`Only on ${host}`);
    await window.answerQuestion("allow");
    await until(() => window.mayRead(address), "the site to be allowed");
    expect(await window.mayRead("https://other.example.test/")).toBe(false);
    await window.closePopup();
    await story.reload({ waitUntil: "domcontentloaded" });
    await until(async () => (await badge()) !== "", "the story to be read");
  });

  it("close again when the reader takes that site back in about:addons", async () => {
    await window.turnSites(host);
    expect(await window.mayRead(address)).toBe(false);
    expect(await window.mayRead(address.replace("http:", "https:"))).toBe(false);
    await story.bringToFront();
    await story.reload({ waitUntil: "load" });
    await until(async () => (await badge()) === "", "the count to go");
    await window.openPopup();
    await window.untilPopupShows(`Only on ${host}`);
    await window.closePopup();
  });
});
