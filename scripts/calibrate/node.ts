/** Node: what a page costs a lean web server, with its data at hand. Two processes: a server and its clients. */
import { fork } from "node:child_process";
import { createHmac, timingSafeEqual } from "node:crypto";
import { Agent, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { webCpuSec } from "../../src/sim/scenario/capacities.ts";
import type { Measured } from "./server.ts";

const CASES = [
  {
    operation: "a page: 20 rows parsed, rendered as HTML and sent",
    path: "/page",
    gameCpuMs: webCpuSec.dynamic * 1_000,
  },
  { operation: "a page found in the cache and sent", path: "/hit", gameCpuMs: webCpuSec.hit * 1_000 },
  { operation: "a file of 20 KB, without TLS", path: "/file", gameCpuMs: webCpuSec.asset * 1_000 },
] as const;
const CONNECTIONS = 32;

const photos = JSON.stringify(
  Array.from({ length: 20 }, (_, id) => ({
    id,
    owner: `person ${id}`,
    title: "a print of a <hill> ".repeat(4),
    price: 900,
  })),
);
const asText = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function page(): string {
  const rows = JSON.parse(photos) as { id: number; owner: string; title: string; price: number }[];
  const cells = rows.map(
    ({ id, owner, title, price }) =>
      `<li><a href="/photo/${id}">${asText(title)}</a> by ${asText(owner)}, $${(price / 100).toFixed(2)}</li>`,
  );
  return `<!doctype html><title>Pica</title><ul>${cells.join("")}</ul>`;
}

const answer: Record<string, () => string | Buffer> = {
  "/page": page,
  "/hit": (
    (ready) => () =>
      ready
  )(page()),
  "/file": (
    (file) => () =>
      file
  )(Buffer.alloc(20_000, "x")),
  "/nothing": () => "",
};

/** Checking a signed session alone, without the request that brings it: a loop in this process. */
function session(checks: number): Measured {
  const sign = () => createHmac("sha256", "key").update("person 7, until noon").digest();
  const before = process.cpuUsage();
  for (let i = 0; i < checks; i++) timingSafeEqual(sign(), sign());
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1e3 / checks;
  const operation = "a signed session checked, without its request";
  return { operation, perSec: 1_000 / cpuMs, cpuMs, gameCpuMs: webCpuSec.session * 1_000 };
}

/** The server's side: answers, and tells its CPU when asked. */
function serve(): void {
  const server = createServer((request, response) => response.end(answer[request.url ?? ""]?.() ?? ""));
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1e6);
  });
  process.on("disconnect", () => process.exit());
}

/** Measures every case for `sec` seconds. */
export async function node(sec: number, tell: (what: string) => void): Promise<readonly Measured[]> {
  const child = fork(fileURLToPath(import.meta.url), ["serve"]);
  const heard = () =>
    new Promise<number>((resolve) => child.once("message", (value) => resolve(Number(value))));
  const port = await heard();
  const cpuSec = () => {
    const told = heard();
    child.send("cpu");
    return told;
  };
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const measure = async (path: string, forSec: number) => {
    const before = await cpuSec();
    const from = performance.now();
    let operations = 0;
    const client = async () => {
      while (performance.now() - from < forSec * 1_000) {
        await new Promise<void>((resolve, reject) => {
          get({ host: "127.0.0.1", port, path, agent }, (response) =>
            response.resume().once("end", resolve),
          ).once("error", reject);
        });
        operations++;
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
    const tookSec = (performance.now() - from) / 1_000;
    return { perSec: operations / tookSec, cpuMs: (((await cpuSec()) - before) * 1_000) / operations };
  };
  try {
    // What is measured is warm code.
    for (const path of Object.keys(answer)) await measure(path, 1);
    const rows: Measured[] = [
      { operation: "a request answered with nothing", ...(await measure("/nothing", sec)) },
    ];
    for (const { operation, path, gameCpuMs } of CASES) {
      tell(`Node: ${operation}`);
      rows.push({ operation, ...(await measure(path, sec)), gameCpuMs });
    }
    return [...rows, session(100_000)];
  } finally {
    agent.destroy();
    child.disconnect();
  }
}

if (process.argv[2] === "serve" && process.send) serve();
