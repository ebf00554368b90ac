/** Sizes as a reader's browser gets them, of the code that is here now, with no build needed. */

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build, type Metafile, type Plugin, transform } from "esbuild";
import { root } from "../../scripts/tools/commands";

export interface Bundle {
  code: string;
  metafile: Metafile;
}

/** Style sheets inside the script, without their comments and spaces, as the build leaves them. */
const minifiedStyles: Plugin = {
  name: "minified-styles",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: (await transform(readFileSync(path, "utf8"), { loader: "css", minify: true })).code,
      loader: "text",
    }));
  },
};

/** The content script as the build bundles it; without the index where only the code is of interest. */
export async function bundleReader(withIndex: boolean): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${root}entrypoints/reader.content/start.ts`],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    target: ["chrome128", "firefox146"],
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "import.meta.env": "{}", "process.env.NODE_ENV": '"production"' },
    plugins: withIndex
      ? [minifiedStyles]
      : [
          minifiedStyles,
          {
            name: "no-index",
            setup({ onLoad }) {
              onLoad({ filter: /generated\/names-index\.ts$/ }, () => ({
                contents: 'export default "";',
                loader: "js",
              }));
            },
          },
        ],
    loader: { ".css": "text", ".svg": "text" },
    logLevel: "silent",
  });
  return { code: outputFiles[0]?.text ?? "", metafile };
}

export function gzipKilobytes(text: string): number {
  return gzipSync(text, { level: 9 }).length / 1000;
}
