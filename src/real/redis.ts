/** Redis (or Valkey, which answers to the same) as a cache: nothing on disk, so much memory, one policy. */
import type { Keeper, Started } from "./keeper.ts";
import { type Located, type RealProgram, startOnPorts } from "./program.ts";
import { RespClient } from "./resp.ts";

const packages = { Debian: "apt install redis-server", macOS: "brew install redis" };

/** Those that will do, the usual one first. LFU came with 4.0. */
export const redisPrograms: readonly RealProgram[] = [
  { name: "redis-server", packages, asks: "--version", least: "4.0" },
  { name: "valkey-server", packages, asks: "--version", least: "7.2" },
];

export interface RunningCache {
  readonly client: RespClient;
  readonly started: Started;
}

/** Starts one, without a limit of memory until it is told. */
export async function startCache(keeper: Keeper, located: Located): Promise<RunningCache> {
  const folder = keeper.folder();
  const { ports, started } = await startOnPorts(keeper, located, 1, ([port = 0]) => [
    ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder],
    ...["--save", "", "--appendonly", "no", "--logfile", ""],
  ]);
  return { client: await RespClient.open(ports[0]!), started };
}

/** Bytes in use, of its own and of all entries. */
export async function usedMemory({ client }: RunningCache): Promise<number> {
  const said = String(await client.send("INFO", "memory"));
  return Number(/^used_memory:(\d+)/m.exec(said)?.[1] ?? Number.NaN);
}
