/** What we are built from: few packages, each pinned, none that runs a script of its own when it is installed. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/tools/commands";
import { licencesPage, licencesText, lockedPackages, shippedPackages } from "../../../scripts/tools/licences";

const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
};

describe("the packages that Newsgloss is built from", () => {
  it("are each named in one exact version", () => {
    const versions = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(6);
  });

  it("are locked with the hash of what is to be installed", () => {
    const packages = lockedPackages();
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ integrity }) => !integrity?.startsWith("sha512-")).map(({ path }) => path)).toEqual([]);
  });

  it("run no script on installing: those that have one are known, and none of them ships", () => {
    const known = ["esbuild", "spawn-sync"];
    const scripted = lockedPackages().filter(({ hasInstallScript }) => hasInstallScript);
    expect(scripted.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
    const ships = new Set(shippedPackages().map(({ path }) => path));
    expect(scripted.filter(({ path }) => ships.has(path))).toEqual([]);
    expect(readFileSync(`${root}scripts/run.mjs`, "utf8")).toContain('"--ignore-scripts"');
  });

  it("ship under licences that let code be passed on, each with its text", () => {
    const free = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "0BSD"];
    expect(
      shippedPackages()
        .filter(({ license }) => !free.includes(license ?? ""))
        .map(({ name }) => name),
    ).toEqual([]);
    for (const { name, version } of shippedPackages()) expect(licencesText()).toContain(`${name} ${version} (`);
  });

  it("are listed in docs/licences.md as they are (npx tsx scripts/licences.ts writes it)", () => {
    expect(readFileSync(`${root}docs/licences.md`, "utf8")).toBe(licencesPage());
  });
});
