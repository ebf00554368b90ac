import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { asAscii } from "./scripts/tools/ascii";
import { licencesText } from "./scripts/tools/licences";

/** Preact assigns `innerHTML` only for `dangerouslySetInnerHTML`, which we never use; store linters flag it. */
const stripInnerHtml = {
  name: "newsgloss:strip-inner-html",
  renderChunk(code: string) {
    return code.includes("innerHTML")
      ? { code: code.replaceAll(/\.innerHTML\b/g, '["textContent"]'), map: null }
      : null;
  },
};

/** Runs on what is written, since the minifier would print the characters again. */
const asciiOnly = {
  name: "newsgloss:ascii-only",
  enforce: "post" as const,
  generateBundle(_options: unknown, bundle: Record<string, { type: string; code?: string }>) {
    for (const file of Object.values(bundle))
      if (file.type === "chunk" && file.code !== undefined) file.code = asAscii(file.code);
  },
};

/**
 * What the popup shares with other pages, in one file: it must be ready at once, and each file of an extension page is fetched by
 * itself. `scripts/measure-popup.ts` shows what more files cost; what is missing here still works, in files of its own.
 */
const everyPagesNeed = {
  name: "shared",
  test: /node_modules|virtual:wxt|entrypoints\/shared\/|lib\/(settings|messages|time)\/|strings\/create|generated\/header|components\/(design|page|controls|ui|kinds|icons|find|sources-list)\./,
};

export default defineConfig({
  imports: false,
  modules: ["@wxt-dev/webextension-polyfill"],
  targetBrowsers: ["chrome", "firefox"],
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false }), stripInnerHtml, asciiOnly],
    resolve: {
      alias: {
        // WXT's context announces each script by an event that pages can see and fake: docs/adr/0005.
        "wxt/utils/content-script-context": fileURLToPath(new URL("lib/page/script-context.ts", import.meta.url)),
      },
    },
    build: {
      target: ["chrome128", "firefox146"],
      // Vite's preload polyfill calls fetch, which no bundle of ours may hold.
      modulePreload: { polyfill: false },
    },
  }),
  hooks: {
    "vite:build:extendConfig": (entrypoints, config) => {
      if (!entrypoints.some(({ name }) => name === "popup")) return;
      const output = config.build?.rollupOptions?.output;
      if (output && !Array.isArray(output)) output.codeSplitting = { groups: [everyPagesNeed] };
    },
    "build:publicAssets": (_wxt, files) => {
      files.push({ relativeDest: "licences.txt", contents: licencesText() });
    },
  },
  manifest: ({ browser }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    permissions: browser === "firefox" ? ["storage", "activeTab"] : ["storage", "activeTab", "sidePanel"],
    commands: {
      "next-mention": { suggested_key: { default: "Alt+Shift+J" }, description: "__MSG_commandNextMention__" },
      "previous-mention": { suggested_key: { default: "Alt+Shift+K" }, description: "__MSG_commandPreviousMention__" },
    },
    action: { default_icon: Object.fromEntries([16, 32, 48, 96, 128].map((size) => [size, `icon/${size}.png`])) },
    minimum_chrome_version: browser === "firefox" ? undefined : "128",
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "newsgloss@newsgloss.example",
              strict_min_version: "146.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "146.0" },
          },
        }
      : {}),
  }),
});
