/** Whose code the project ships and is built with, and under which licence, read from the lock file and what is installed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { root } from "./commands";

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
}

export interface Package extends Locked {
  name: string;
  /** Where it is installed, from the project's root. */
  path: string;
}

/** Tools whose run-time parts end up in the bundles, though they are installed as tools. */
const bundledTools = ["wxt", "@wxt-dev/browser", "@wxt-dev/webextension-polyfill", "webextension-polyfill"];

/** Every package of the lock file but the project itself. */
export function lockedPackages(): Package[] {
  const lock = JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")) as { packages: Record<string, Locked> };
  return Object.entries(lock.packages)
    .filter(([path]) => path !== "")
    .map(([path, locked]) => ({ ...locked, path, name: path.slice(path.lastIndexOf("node_modules/") + 13) }));
}

/** The packages of which code is in the extension. */
export function shippedPackages(): Package[] {
  return lockedPackages()
    .filter(({ dev, path, name }) => !dev || (bundledTools.includes(name) && path === `node_modules/${name}`))
    .sort((first, second) => first.name.localeCompare(second.name, "en"));
}

/** The text of a package's licence as it came with it; empty where it brought none. */
export function licenceText({ path }: Package): string {
  const folder = `${root}${path}`;
  if (!existsSync(folder)) return "";
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  return file ? readFileSync(`${folder}/${file}`, "utf8").replaceAll("\r\n", "\n").trim() : "";
}

/** docs/licences.md. */
export function licencesPage(): string {
  const { devDependencies = {} } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
    devDependencies?: Record<string, string>;
  };
  const packages = lockedPackages();
  const shipped = shippedPackages();
  const isShipped = new Set(shipped.map(({ path }) => path));
  const tools = packages.filter(
    ({ path, name }) => path === `node_modules/${name}` && name in devDependencies && !isShipped.has(path),
  );
  const row = ({ name, version, license }: Package): string => `| ${name} | ${version} | ${license ?? "not stated"} |`;
  const counts = new Map<string, number>();
  for (const { license } of packages)
    counts.set(license ?? "not stated", (counts.get(license ?? "not stated") ?? 0) + 1);
  const byCount = [...counts].sort(([a, first], [b, second]) => second - first || a.localeCompare(b, "en"));
  const scripts = packages.filter(({ hasInstallScript }) => hasInstallScript);
  return `# Licences

Made by \`npx tsx scripts/licences.ts\`; a test compares it with the lock file. Newsgloss itself: MIT; sentences of its dataset:
CC BY 4.0.

## In the extension
What these licences ask of whoever passes code on is in the package: \`licences.txt\`, written when it is built.

| package | version | licence |
| --- | --- | --- |
${shipped.map(row).join("\n")}

## Tools, not in the extension

| package | version | licence |
| --- | --- | --- |
${tools.map(row).join("\n")}

With what these need, ${packages.length} packages are in the lock file: ${byCount.map(([license, count]) => `${license} ${count}`).join(", ")}.

## Install scripts
Packages are installed with \`--ignore-scripts\`, so none runs. These have one, and none is in the extension:
${scripts.map(({ name, version }) => `${name} ${version}`).join(", ")}.
`;
}

/** licences.txt, which the build puts into the packages: what the licences ask of whoever passes code on. */
export function licencesText(): string {
  const parts = shippedPackages().map((one) => {
    const text = licenceText(one);
    return `${one.name} ${one.version} (${one.license ?? "no licence stated"})\n\n${text || "No licence text came with the package."}\n`;
  });
  return `Newsgloss holds code of these packages, unchanged but minified.\n\n${parts.join(`\n${"-".repeat(78)}\n\n`)}`;
}
