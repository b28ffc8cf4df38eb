import type { RealTrouble } from "../../real/index.ts";
import type {
  RealBalancerWords,
  RealCacheWords,
  RealQueueWords,
  RealRetriesWords,
  RealWords,
} from "../contract/real.ts";
import { exact, grouped, milliseconds, percent, seconds } from "../figures.ts";
import { files } from "./files.ts";
import { stackRun } from "./stack-run.ts";

/** Whoever was started, by what it is for the reader. */
const ours: Readonly<Record<string, string>> = {
  server: "the server that the game started",
  client: "the client that the game started",
};

function trouble(found: RealTrouble): string {
  switch (found.code) {
    case "missing": {
      const where = Object.entries(found.packages).map(([system, name]) => `${system}: ${name}`);
      return `${found.program} is not installed, or not on the PATH: install it (${where.join(", ")}) and try again`;
    }
    case "old":
      return `${found.program} ${found.version} is too old: this needs ${found.least} or newer`;
    case "mute":
      return `${found.program} ${found.asks} tells no version: is it whole?`;
    case "died":
      return `${ours[found.program] ?? found.program} has ended in the middle${found.said === "" ? "" : ` (${found.said})`}: nothing was measured, try again`;
    case "silent":
      return `${found.program} runs but does not answer on loopback: is a firewall in the way?`;
    case "taken":
      return `${found.program} got no port: others took those that were free, the last ${found.port}; try again`;
    case "folder":
      return `no temporary folder can be made in ${found.path} (${files.reason(found.errno ?? "unknown reason")}): name another one with TMPDIR`;
  }
}

const names: RealQueueWords["figures"] = {
  meanMs: "mean, ms",
  p50Ms: "p50, ms",
  p95Ms: "p95, ms",
  p99Ms: "p99, ms",
  busy: "busy",
};

const named = (list: readonly (keyof typeof names)[]) =>
  list.map((name) => names[name].split(",")[0]).join(", ");

const queue: RealQueueWords = {
  measuring: ({ calibration, howLong }) => {
    const { relaxationSec, seconds: sec, halfWidthShare, wantedShare, wantedSec } = howLong;
    const held = `A slot is held ${exact(calibration.meanMs, 1)} ms (variability ${exact(calibration.cv2, 2)}).`;
    const why = `Such a queue remembers for ${seconds(relaxationSec)}; a mean to ±${percent(wantedShare)} takes ${seconds(wantedSec)}.`;
    return `${held} ${why}\nMeasuring for ${grouped(sec)} s: expect a mean to ±${percent(halfWidthShare)}.`;
  },
  heads: ["", "measured", "", "same trace", "simulated", "theory"],
  figures: names,
  value: (ms) => (ms === null ? "–" : exact(ms, 1)),
  share: (share) => (share === null ? "–" : percent(share)),
  found: ({ requests, lost, seconds: sec, service, load }) =>
    `${grouped(requests)} requests in ${grouped(sec)} s${lost === 0 ? "" : `, ${grouped(lost)} of them without an answer`}; service ${exact(service.meanMs, 1)} ms, variability ${exact(service.cv2, 2)}, load ${exact(load, 3)}.`,
  apart: ({ luck, machine, overheadMs, seconds: sec }) =>
    [
      `HTTP, timers and the scheduler add ${milliseconds(overheadMs)} to the mean: measured less the same trace, which has the same arrivals and services, first come, first served.`,
      ...(machine.length === 0
        ? []
        : [
            `At ${named(machine)} the server is more than a tenth off its own trace: that is this machine, not the queue.`,
          ]),
      luck.length === 0
        ? "Theory lies within the interval of what was measured; what is left is luck."
        : `At ${named(luck)} theory lies outside the interval, and the same trace with it: the luck of these ${grouped(sec)} s. Longer runs come closer.`,
    ].join("\n"),
};

const fateOf = (isDown: boolean) => (isDown ? "stays down" : "comes back");

const retries: RealRetriesWords = {
  measuring: ({ seconds: sec, runs }) =>
    `${grouped(runs)} storms in ${grouped(sec)} s: calm, a surge, and as calm as before.`,
  heads: ["", "before", "during", "after", "attempts after", ""],
  run: (number) => `run ${number}`,
  sameTrace: "same trace",
  simulated: "simulated",
  cure: (budget) => `budget ${exact(budget, 2)}`,
  share: percent,
  attempts: (attempts) => exact(attempts, 2),
  fate: ({ isDown }) => fateOf(isDown),
  lesson: ({ runs, odds, cure, simulated, budget }) => {
    const down = runs.filter(({ measured }) => measured.isDown);
    const isEdge = (odds.down > 0 && odds.down < odds.of) || (down.length > 0 && down.length < runs.length);
    const apart = runs.filter(({ measured, sameTrace }) => measured.isDown !== sameTrace.isDown).length;
    return [
      `${down.length} of ${runs.length} runs stay down; played exactly, ${odds.down} of ${odds.of} do; the simulator says it ${fateOf(simulated.isDown)}.`,
      ...(isEdge
        ? [
            "This is the tipping point: runs with equal settings end differently, and that is the lesson. Luck decides, and an honest forecast is a probability.",
          ]
        : []),
      ...(down[0]
        ? [
            `The load before and after the surge is the same: ${percent(down[0].measured.before)} were answered before and ${percent(down[0].measured.after)} after, since ${exact(down[0].measured.attemptsAfter, 1)} attempts a request keep the server busy with work that nobody waits for.`,
          ]
        : []),
      `With a budget of ${exact(budget, 2)} the first storm ${fateOf(cure.measured.isDown)}; played exactly, ${cure.odds.down} of ${cure.odds.of} stay down.`,
      apart === 0
        ? "Each run ends as its own trace does."
        : `${apart} of ${runs.length} end otherwise than their own trace: near the tipping point a millisecond of HTTP or a late timer is enough.`,
    ].join("\n");
  },
};

const cases: RealBalancerWords["cases"] = { alike: "alike", slow: "one slow", dead: "one dead" };
const policies: RealBalancerWords["policies"] = {
  "round-robin": "round robin",
  random: "random",
  two: "two choices",
  least: "least connections",
};

const balancer: RealBalancerWords = {
  measuring: ({ of, seconds: sec, program }) =>
    `${program}, boxes ${cases[of]}: three policies side by side, the same requests, ${grouped(sec)} s.`,
  heads: ["boxes", "policy", "mean", "p95, ms", "", "trace: mean", "p95", "lab: p95", "lost"],
  cases,
  policies,
  value: (ms) => (ms === null ? "–" : exact(ms, 1)),
  count: grouped,
  lesson: ({ program, version, rows }) => {
    const apart = rows.map((row) => ({ row, share: row.measured.p95Ms / row.sameTrace.p95Ms - 1 }));
    const worst = apart.reduce((a, b) => (Math.abs(b.share) > Math.abs(a.share) ? b : a));
    const { of, policy } = worst.row;
    return `${program} ${version}. Measured and its own trace lie furthest apart at ${policies[policy]}, ${cases[of]}: ${percent(Math.abs(worst.share))} at p95. Round robin differs by HTTP alone; the others count open connections, and what has just been sent or answered counts a moment later than in the trace. The lab has other draws: the rest is the luck of one run.`;
  },
};

const cache: RealCacheWords = {
  reading: ({ policy, reads }) => `${policy.toUpperCase()}: ${grouped(reads)} reads.`,
  restarting: ({ number, of }) => `Restart ${number} of ${of}.`,
  hotKey: ({ seconds: sec }) => `One hot key, without a lease and with one, for ${grouped(sec)} s.`,
  heads: {
    policies: ["hit ratio", "measured", "simulated", "theory", "entries"],
    refill: ["after a restart", "measured", "simulated"],
    hotKey: ["hot key", "hits", "old", "simulated", "old", "store/s", "simulated"],
  },
  policies: { lru: "LRU", lfu: "LFU", ttl: "LRU and a TTL" },
  guards: { none: "no guard", lease: "lease" },
  afterReads: (reads) => `${grouped(reads)} reads`,
  share: percent,
  count: grouped,
  rate: (perSec) => exact(perSec, 1),
  lesson: ({ program, version, policies: found }) => {
    const apart = Math.max(...found.map(({ measured, simulated }) => Math.abs(measured - simulated)));
    return `${program} ${version}. By policy measured and simulated are at most ${exact(apart * 100, 1)} points apart: how many entries fit is measured, but its clock of one second and its samples of five are drawn anew. Theory knows exact LRU and LFU, which Redis only comes near. The hot key is told by some dozens of changes, so that luck is most of what differs.`;
  },
};

export const real: RealWords = {
  summaries: {
    queue:
      "a server with c slots under Poisson arrivals, beside the same trace computed exactly, the simulator and theory",
    retries:
      "n equal retry storms and one with a budget, beside the same traces played exactly, their odds and the simulator",
    balancer:
      "nginx or HAProxy before boxes, one of them slow or dead, by each policy, beside the same trace played exactly",
    level:
      "a level's day with real boxes, balancer, cache, databases and workers; the goals as measured beside the goals as expected. 0 when it holds",
    cache: "Redis by LRU, LFU and TTL at equal memory, restarted, and with one hot key, beside the simulator",
  },
  trouble,
  calibrating: "Calibrating: how long this machine's timers really hold a slot.",
  computing: "Computing: the same traces exactly, and the simulator.",
  soFar: ({ share, sent, answered }) =>
    `${Math.floor(share * 100)} %: ${grouped(sent)} sent, ${grouped(answered)} answered`,
  late: ({ timers, loop, client, share, shareMax }) =>
    `No verdict: this machine is too late to judge by. Timers ${milliseconds(timers.meanMs)}, event loop ${milliseconds(loop.meanMs)}, client ${milliseconds(client.meanMs)} late on average; the worst is ${percent(share)} of the service time, and ${percent(shareMax)} is the most. Close what else computes, or take a longer --service.`,
  queue,
  retries,
  balancer,
  cache,
  level: stackRun,
};
