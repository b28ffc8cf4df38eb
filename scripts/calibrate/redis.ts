/** Redis: what a cache node, a session store's node and a counter in memory take. */
import { ratePerSecMax } from "../../src/sim/scenario/capacities.ts";
import { cpuPerOperation, find, freePort, type Measured, run, start, temporary } from "./server.ts";

/** Bytes of an object in the game's cache, and of a session. */
const OBJECT_BYTES = 4_096;
const SESSION_BYTES = 200;
const CLIENTS = 50;

const CASES = [
  {
    operation: "a cached object of 4 KB read",
    test: "get",
    bytes: OBJECT_BYTES,
    gamePerSec: ratePerSecMax.cacheNode,
  },
  { operation: "a cached object of 4 KB written", test: "set", bytes: OBJECT_BYTES },
  {
    operation: "a session of 200 bytes read",
    test: "get",
    bytes: SESSION_BYTES,
    gamePerSec: ratePerSecMax.sessionPair,
  },
  { operation: "a counter in memory raised by one", test: "incr", bytes: 3 },
] as const;

/**
 * Measures, or says what is missing.
 * @param sec about how long each case runs, in seconds
 */
export async function redis(
  sec: number,
  tell: (what: string) => void,
): Promise<readonly Measured[] | string> {
  const server = find("redis-server") ?? find("valkey-server");
  const bench = find("redis-benchmark") ?? find("valkey-benchmark");
  if (!server || !bench)
    return "Redis: redis-server or redis-benchmark not found (Debian: redis-server; Homebrew: redis)";
  using home = temporary();
  const port = await freePort();
  const node = await start(
    server,
    ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", home.folder],
    port,
  );
  try {
    const rows: Measured[] = [];
    for (const { operation, test, bytes, ...game } of CASES) {
      tell(`Redis: ${operation}`);
      const measure = async (operations: number) => {
        const args = ["-h", "127.0.0.1", "-p", String(port), "-c", String(CLIENTS), "-n", String(operations)];
        const { stdout } = await run(bench, [
          ...args,
          "-r",
          "100000",
          "-d",
          String(bytes),
          "-t",
          test,
          "--csv",
        ]);
        const perSec = Number(
          /^"[^"]+","([\d.]+)"/m.exec(stdout.split("\n").slice(1).join("\n"))?.[1] ?? Number.NaN,
        );
        return { operations, perSec };
      };
      if (test === "get")
        await run(bench, [
          "-p",
          String(port),
          "-n",
          "100000",
          "-r",
          "100000",
          "-d",
          String(bytes),
          "-t",
          "set",
          "-q",
        ]);
      const { perSec } = await measure(20_000);
      rows.push({
        operation,
        ...(await cpuPerOperation(node.pid, () => measure(Math.ceil(perSec * sec)))),
        ...game,
      });
    }
    return rows;
  } finally {
    await node.stop("SIGTERM");
  }
}
