/** Altered copies of the built packages: the same bundles under conditions that the real ones must survive. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../../scripts/tools/commands";
import type { BrowserName } from "../../support/browser";

export interface Manifest {
  content_scripts: { js: string[]; matches: string[]; run_at?: string }[];
  content_security_policy: { extension_pages: string };
  permissions: string[];
  [key: string]: unknown;
}

export interface PackageCopy {
  directory: string;
  manifest: Manifest;
  read(path: string): string;
  write(path: string, text: string): void;
}

export function packageOf(name: BrowserName): string {
  return `${root}.output/${name === "chromium" ? "chrome" : "firefox"}-mv3`;
}

/** Copies a package to a folder of its own and lets `alter` change the copy. */
export function alteredPackage(name: BrowserName, alter: (copy: PackageCopy) => void): string {
  const directory = mkdtempSync(join(tmpdir(), `newsgloss-package-${name}-`));
  cpSync(packageOf(name), directory, { recursive: true });
  const read = (path: string): string => readFileSync(join(directory, path), "utf8");
  const write = (path: string, text: string): void => writeFileSync(join(directory, path), text);
  const manifest = JSON.parse(read("manifest.json")) as Manifest;
  alter({ directory, manifest, read, write });
  write("manifest.json", JSON.stringify(manifest));
  return directory;
}
