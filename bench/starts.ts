/** What it costs to start Node with something to do: CPU of the whole process, beside `node -e 0`. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const hook = fileURLToPath(new URL("tell-cpu.cjs", import.meta.url));

/** The least CPU in ms of each, over rounds in turns. Nothing to do is `node -e 0`. */
export function startsCpuMs(
  commands: Readonly<Record<string, readonly string[]>>,
  rounds: number,
): Map<string, number> {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++)
    for (const [name, words] of Object.entries(commands)) {
      const { stderr } = spawnSync(process.execPath, ["-r", hook, ...words], { encoding: "utf8" });
      const ms = Number(/cpu (\d+)\n$/.exec(stderr)?.[1]) / 1_000;
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, ms));
    }
  return best;
}
