/**
 * What operations cost on this machine, beside what the game takes for them.
 *
 *   npm run calibrate                       PostgreSQL, Redis and Node, where they are installed; five seconds a case
 *   npm run calibrate -- --sec 2 --only node
 *   npm run calibrate -- --json
 *   npm run calibrate -- --write            also writes docs/model/calibration.md
 *
 * Every server runs in a temporary folder on loopback and is gone afterwards. Its clients share the machine, so read
 * the CPU of an operation rather than the operations a second.
 */
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, release, type } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { node } from "./calibrate/node.ts";
import { type PostgresFigures, postgres } from "./calibrate/postgres.ts";
import { redis } from "./calibrate/redis.ts";
import type { Measured } from "./calibrate/server.ts";

const PAPER = fileURLToPath(new URL("../docs/model/calibration.md", import.meta.url));
const SERVERS = ["node", "postgres", "redis"] as const;

const { values } = parseArgs({
  options: {
    sec: { type: "string", default: "5" },
    only: { type: "string", default: SERVERS.join(",") },
    json: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const sec = Number(values.sec);
const only = values.only.split(",");
const strange = only.filter((name) => !SERVERS.some((known) => known === name));
if (!(sec >= 1 && sec <= 600) || strange.length > 0) {
  console.error(
    strange.length > 0
      ? `--only ${strange.join(",")}: there is ${SERVERS.join(", ")}`
      : `--sec ${values.sec}: give seconds a case, 1 to 600`,
  );
  process.exit(2);
}

process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

const tell = (what: string) => console.error(what);
const nodeRows = only.includes("node") ? await node(sec, tell) : undefined;
const redisRows = only.includes("redis") ? await redis(sec, tell) : undefined;
const figures = only.includes("postgres") ? await postgres(sec, tell) : undefined;

if (values.json) {
  console.log(JSON.stringify({ node: nodeRows, redis: redisRows, postgres: figures }, null, 2));
} else {
  console.log(paper());
}
if (values.write) writeFileSync(PAPER, paper());

function paper(): string {
  const machine = `${availableParallelism()} cores, ${cpus()[0]?.model.trim() || "processor not told"}, ${type()} ${release().split("-")[0]}`;
  return [
    "# Calibration",
    `Written by \`npm run calibrate -- --write\`: one machine (${machine}), ${sec} s a case, servers and their clients on the same cores, all data in memory. CPU is that of the server's processes. Where an operation here is cheaper than in the game, the rest stands for networks, TLS, colder caches, pools and less careful code.`,
    `## Node ${process.version.slice(1)}, one process`,
    table(nodeRows),
    "## Redis",
    table(redisRows),
    `## PostgreSQL${figures && typeof figures !== "string" ? ` ${figures.version}` : ""}`,
    typeof figures === "object" ? postgresPaper(figures) : (figures ?? "Not asked for."),
    "",
  ].join("\n\n");
}

function table(rows: readonly Measured[] | string | undefined): string {
  if (rows === undefined) return "Not asked for.";
  if (typeof rows === "string") return rows;
  return [
    "| operation | a second | CPU, ms | in the game |",
    "| --- | ---: | ---: | ---: |",
    ...rows.map(({ operation, perSec, cpuMs, gameCpuMs, gamePerSec }) => {
      const game =
        gameCpuMs !== undefined ? `${digits(gameCpuMs)} ms` : gamePerSec ? `${whole(gamePerSec)}/s` : "";
      return `| ${operation} | ${whole(perSec)} | ${cpuMs === undefined ? "not told" : digits(cpuMs)} | ${game} |`;
    }),
  ].join("\n");
}

function postgresPaper({ rows, hotRow, failovers }: PostgresFigures): string {
  return [
    table(rows),
    "Updates of one hot row a second, each its own commit, by number of clients:",
    [
      `| commits | ${hotRow.map(({ clients }) => clients).join(" | ")} |`,
      `| --- | ${hotRow.map(() => "---:").join(" | ")} |`,
      `| wait for the flush | ${hotRow.map(({ flushed }) => whole(flushed)).join(" | ")} |`,
      `| do not wait | ${hotRow.map(({ unflushed }) => whole(unflushed)).join(" | ")} |`,
    ].join("\n"),
    "A primary killed at 240 writes a second, its asynchronous copy promoted:",
    [
      "| commits | acknowledged | lost |",
      "| --- | ---: | ---: |",
      ...failovers.map(
        ({ commits, acknowledged, lost }) => `| ${commits} | ${whole(acknowledged)} | ${whole(lost)} |`,
      ),
    ].join("\n"),
  ].join("\n\n");
}

function whole(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString("en-US") : "not told";
}

function digits(value: number): string {
  return value >= 1 ? value.toFixed(1) : value.toPrecision(2);
}
