/** Bundles the apps of `../apps` when the tests run: their server side for Node, their client side for the browser. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { compile } from "svelte/compiler";
import { root } from "../../../scripts/tools/commands";

export const frameworks = ["react", "preact", "vue", "svelte"] as const;
export type Framework = (typeof frameworks)[number];

const apps = `${root}tests/hostile/apps/`;

function svelte(generate: "client" | "server"): Plugin {
  return {
    name: "svelte",
    setup({ onLoad }) {
      onLoad({ filter: /\.svelte$/ }, ({ path }) => ({
        contents: compile(readFileSync(path, "utf8"), { generate, dev: true, filename: path }).js.code,
        loader: "js",
      }));
    },
  };
}

async function bundle(framework: Framework, side: "client" | "server"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${apps}${framework}-${side}.${framework === "svelte" ? "js" : "ts"}`],
    bundle: true,
    write: false,
    format: side === "client" ? "iife" : "cjs",
    platform: side === "client" ? "browser" : "node",
    conditions: side === "client" ? ["browser", "development"] : ["development"],
    mainFields: side === "client" ? ["browser", "module", "main"] : ["module", "main"],
    // Development builds: only they tell of a hydration that did not match.
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
    },
    alias: side === "client" ? { vue: "vue/dist/vue.runtime.esm-bundler.js" } : {},
    plugins: [svelte(side)],
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

export interface BundledApp {
  html: string;
  script: string;
}

export async function bundleApp(framework: Framework): Promise<BundledApp> {
  const folder = mkdtempSync(join(root, "node_modules/.newsgloss-app-"));
  const server = join(folder, "server.cjs");
  writeFileSync(server, await bundle(framework, "server"));
  const { html } = (await import(pathToFileURL(server).href)) as { html: () => Promise<string> };
  return { html: await html(), script: await bundle(framework, "client") };
}
