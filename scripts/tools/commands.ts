import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The project's root, with a slash at its end. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface CommandOutcome {
  status: number;
  output: string;
}

/** Runs a command in the project's root; its output is collected, and passed on too when `echo` is set. */
export function runCommand(
  command: string,
  parameters: string[],
  options: { echo?: boolean; environment?: Record<string, string> } = {},
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...options.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      if (options.echo) process.stderr.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) => resolve({ status: 127, output: `${output}${error.message}` }));
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

/** A tool that is installed with the project's packages. */
export function runTool(tool: string, parameters: string[], options: Parameters<typeof runCommand>[2] = {}) {
  return runCommand(`${root}node_modules/.bin/${tool}`, parameters, options);
}

/** The path of a program on PATH, or null. */
export function findProgram(name: string): string | null {
  const outcome = spawnSync(process.platform === "win32" ? "where" : "which", [name], { encoding: "utf8" });
  return outcome.status === 0 ? (outcome.stdout.split("\n")[0]?.trim() ?? null) : null;
}
