/**
 * `node scripts/run.mjs NAME …` installs the packages if they are missing or out of date, then runs scripts/NAME.ts.
 * Plain JavaScript, because nothing is installed yet when it starts. Everything it says goes to standard error, so that
 * commands can be piped.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [name, ...rest] = process.argv.slice(2);
if (!name) {
  console.error("usage: node scripts/run.mjs NAME [ARGUMENT]…");
  process.exit(2);
}

const stamp = `${root}node_modules/.newsgloss-lock`;
const wanted = createHash("sha256")
  .update(readFileSync(`${root}package-lock.json`))
  .digest("hex");
const present = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
if (present !== wanted) {
  console.error("Installing packages …");
  // Install scripts are not needed: every tool ships its binary inside a package.
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  const install = spawnSync(command, ["ci", "--ignore-scripts", "--no-audit", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (install.status !== 0) process.exit(install.status ?? 1);
  writeFileSync(stamp, wanted);
}

const script = spawnSync(process.execPath, ["--import", "tsx", `scripts/${name}.ts`, ...rest], {
  cwd: root,
  stdio: "inherit",
});
process.exit(script.status ?? 1);
