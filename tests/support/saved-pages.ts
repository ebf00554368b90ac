/** Whole pages as real sites served them. They belong to their publishers and lie beside the repository, or not at all. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { root } from "../../scripts/tools/commands";

const folder = `${root}../shared/pages`;

/** Names of the pages that are there, in order; empty where the folder is absent. */
export function savedPages(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".html.gz"))
    .map((file) => file.replace(".html.gz", ""))
    .sort();
}

function statedPath(page: string): string | null {
  const line = readFileSync(`${folder}/index.tsv`, "utf8")
    .split("\n")
    .find((row) => row.startsWith(`${page}.html.gz\t`));
  const address = line?.split("\t")[4];
  return address && URL.canParse(address) ? new URL(address).pathname : null;
}

/**
 * Where a page is served: its own host under `saved.test`, because browsers ask for many real hosts by https only, which a plain
 * proxy does not speak; and its own path where that is known, because an address may hold the date.
 */
export function addressOf(page: string): string {
  const host = page.replace(/-\d+$/, "");
  const path = statedPath(page) ?? "/";
  return `http://${host}.saved.test${path === "/" ? `/story-${page.match(/\d+$/)?.[0] ?? "1"}` : path}`;
}

/** The page's HTML with its scripts cut out (what describes the article stays), and nothing that sends the browser elsewhere. */
export function bodyOf(page: string): string {
  const html = gunzipSync(readFileSync(`${folder}/${page}.html.gz`)).toString("utf8");
  return html
    .replaceAll(/<script\b([^>]*)>[\s\S]*?<\/script>/gi, (whole: string, attributes: string) =>
      /application\/ld\+json/i.test(attributes) ? whole : "",
    )
    .replaceAll(/<meta[^>]+http-equiv[^>]*>/gi, "")
    .replaceAll(/<link\b[^>]*>/gi, (link: string) => (/rel=["']?canonical/i.test(link) ? link : ""));
}
