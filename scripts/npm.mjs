import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Runs npm or npx and returns its standard output; throws with what it said if it fails.
 * @param tool "npm" or "npx"
 * @param args its arguments
 * @param options `cwd` and more environment
 */
export function runNpm(tool, args, { cwd, env = {} } = {}) {
  const script = scriptOf(tool);
  // Windows can start a script file only through a shell; starting it with Node needs none.
  const [command, all] = script === undefined ? [tool, args] : [process.execPath, [script, ...args]];
  const result = spawnSync(command, all, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: 64e6,
    shell: script === undefined && process.platform === "win32",
  });
  if (result.status === 0) return result.stdout;
  const said = [result.stderr, result.stdout, result.error?.message].filter(Boolean).join("\n").trim();
  throw new Error(`${tool} ${args.join(" ")} failed:\n${said}`);
}

function scriptOf(tool) {
  const candidates = [
    process.env.npm_execpath && join(dirname(process.env.npm_execpath), `${tool}-cli.js`),
    join(dirname(process.execPath), "node_modules/npm/bin", `${tool}-cli.js`),
    join(dirname(process.execPath), "../lib/node_modules/npm/bin", `${tool}-cli.js`),
  ];
  return candidates.find((path) => path && existsSync(path));
}
