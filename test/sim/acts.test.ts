import { describe, expect, it } from "vitest";
import {
  type Act,
  type Doing,
  design,
  type Gauge,
  mixed,
  patientClients,
  photoData,
  Run,
  type Scenario,
  type ScenarioEvent,
} from "../../src/sim/index.ts";

const atSec = 60;
const ticks = 240;

type Happened = ScenarioEvent extends infer E
  ? E extends { label: string }
    ? Omit<E, "label">
    : never
  : never;

function day(rate: number, events: readonly Happened[], more: Partial<Scenario> = {}): Scenario {
  return {
    ticks,
    tickSec: 1,
    streams: mixed([[0, rate]], { page: 0.8, own: 0.1, write: 0.1 }, { us: 1 }, 0.3),
    data: photoData,
    clients: patientClients,
    events: events.map((event) => ({ label: "fault", ...event })) as ScenarioEvent[],
    unattended: true,
    ...more,
  };
}

function run(line: string, scenario: Scenario, acts: readonly Act[]): Run {
  const made = new Run(design(line), { ...scenario, acts }, { seed: 3, particles: 16, stride: 1 });
  while (!made.done) made.advance();
  return made;
}

const last = (made: Run, gauge: Gauge) => made.world.gauges.column(gauge)[ticks - 1]!;
const failed = (made: Run) => last(made, "failed");

interface Tried {
  readonly rule: string;
  readonly doing: Doing;
  readonly line: string;
  readonly scenario: Scenario;
  /** What is lower, or higher, at the end for the act. */
  readonly shows: (made: Run) => number;
  readonly moves: "down" | "up";
}

const boxes = "dns · lb 2 interval=5s retry · web 4×4 boot=30s · db 8 + 2×4";
const shards = "dns · lb 2 retry · web 8×8 · shards 4×4 feed";
const jobs = "dns · lb 2 · web 2×4 · db 4 · queue durable · workers 2×1";
const photos = [{ kind: "photo", curve: [[0, 4]], regions: { us: 1 }, mobileShare: 0 }] as const;
const slowCopy: Happened = { what: "slow", tier: "replica", boxes: 1, speed: 0.05, atSec: 20 };
const crowd: Happened = {
  what: "celebrity",
  readsPerSec: 9_000,
  likesPerSec: 9_000,
  atSec: 20,
  untilSec: 900,
};

const tried: readonly Tried[] = [
  {
    rule: "a slow copy that is replaced slows nobody down any more",
    doing: { does: "replace", tier: "replica" },
    line: boxes,
    scenario: day(4_000, [slowCopy]),
    shows: failed,
    moves: "down",
  },
  {
    rule: "a box that errs is gone when it is replaced",
    doing: { does: "replace", tier: "web" },
    line: boxes,
    scenario: day(2_000, [{ what: "gray", tier: "web", boxes: 1, errorShare: 0.5, atSec: 20 }]),
    shows: failed,
    moves: "down",
  },
  {
    rule: "a slow shard that is replaced is as quick as the others",
    doing: { does: "replace", tier: "shard" },
    line: shards,
    scenario: day(9_000, [{ what: "slow", tier: "shard", boxes: 1, speed: 0.05, atSec: 20 }]),
    shows: failed,
    moves: "down",
  },
  {
    rule: "a long query ends where a copy takes over",
    doing: { does: "fail-over" },
    line: boxes,
    scenario: day(2_000, [{ what: "report", cpuShare: 0.9, atSec: 20 }]),
    shows: (made) => last(made, "db.utilization"),
    moves: "down",
  },
  {
    rule: "a build that is rolled back errs no more",
    doing: { does: "roll-back" },
    line: boxes,
    scenario: day(2_000, [{ what: "bad-build", errorShare: 0.2, atSec: 20 }]),
    shows: failed,
    moves: "down",
  },
  {
    rule: "a disk that is cleared takes writes again",
    doing: { does: "clear-disk" },
    line: boxes,
    scenario: day(2_000, [{ what: "disk-fills", atSec: 10, untilSec: 30 }]),
    shows: failed,
    moves: "down",
  },
  {
    rule: "a restart answers nobody until the processes are there again",
    doing: { does: "restart-web" },
    line: boxes,
    scenario: day(2_000, []),
    shows: (made) => made.losses().filter(({ reason }) => reason === "process-down").length,
    moves: "up",
  },
  {
    rule: "a purge makes the store answer again what memory had kept",
    doing: { does: "purge-cache" },
    line: `${boxes} · cache 2`,
    scenario: day(2_000, []),
    shows: (made) => last(made, "replicas.utilization"),
    moves: "up",
  },
  {
    rule: "a crawler that is blocked pushes nothing more out of memory",
    doing: { does: "end", what: "crawl" },
    line: `${boxes} · cache 1 memory=1`,
    scenario: day(2_000, [{ what: "crawl", objects: 9e6, atSec: 20, untilSec: 900 }]),
    shows: (made) => last(made, "cache.evictionsPerSec"),
    moves: "down",
  },
  {
    rule: "a query that is stopped leaves the store its processors",
    doing: { does: "end", what: "report" },
    line: boxes,
    scenario: day(2_000, [{ what: "report", cpuShare: 0.9, atSec: 20 }]),
    shows: (made) => last(made, "db.utilization"),
    moves: "down",
  },
  {
    rule: "a region whose network is put right answers again",
    doing: { does: "end", what: "region-outage", region: "us" },
    line: boxes,
    scenario: day(2_000, [{ what: "region-outage", region: "us", atSec: 20, untilSec: 900 }]),
    shows: failed,
    moves: "down",
  },
  {
    rule: "a job that is paused sends nothing more",
    doing: { does: "pause", stream: 2 },
    line: boxes,
    scenario: day(2_000, []),
    shows: (made) => last(made, "offered"),
    moves: "down",
  },
  {
    rule: "boxes that are ordered share the work once they have booted",
    doing: { does: "add-boxes", tier: "web", boxes: 4 },
    line: boxes,
    scenario: day(4_000, []),
    shows: (made) => last(made, "web.cpu"),
    moves: "down",
  },
  {
    rule: "workers that are ordered share the work once they have booted",
    doing: { does: "add-boxes", tier: "workers", boxes: 2 },
    line: jobs,
    scenario: day(500, [], { streams: photos }),
    shows: (made) => last(made, "workers.boxes"),
    moves: "up",
  },
  {
    rule: "a web tier at its maximum goes on growing when that is raised",
    doing: { does: "raise-max", boxes: 12 },
    line: "dns · lb 2 · web 2×4 target=50 min=2 max=2 boot=30s · db 8",
    scenario: day(4_000, []),
    shows: (made) => last(made, "web.boxes"),
    moves: "up",
  },
  {
    rule: "retries that cost tokens make less work of an overload",
    doing: { does: "limit-retries", budget: 0.1 },
    line: "dns · lb 2 · web 1×4 · db 8",
    scenario: day(4_000, [], { clients: { ...patientClients, attempts: 4 } }),
    shows: (made) => last(made, "web.askedPerSec"),
    moves: "down",
  },
  {
    rule: "a message that was tried too often is put aside",
    doing: { does: "park", attempts: 2 },
    line: jobs,
    scenario: day(500, [{ what: "poison", messages: 2, atSec: 20 }], { streams: photos }),
    shows: (made) => last(made, "queue.parked"),
    moves: "up",
  },
  {
    rule: "with a lease a celebrity's readers do not all ask the store at once",
    doing: { does: "lease" },
    line: "dns · lb 2 · web 8×8 · cache 2 ttl=2 · db 4 + 2×4",
    scenario: day(2_000, [crowd]),
    shows: (made) => last(made, "cache.hitRatio"),
    moves: "up",
  },
  {
    rule: "what is turned away at the door does not reach the boxes",
    doing: { does: "shed", share: 0.5, forSec: 600 },
    line: boxes,
    scenario: day(4_000, []),
    shows: (made) => last(made, "web.cpu"),
    moves: "down",
  },
  {
    rule: "after its time nobody is turned away any more",
    doing: { does: "shed", share: 0.5, forSec: 30 },
    line: boxes,
    scenario: day(2_000, []),
    shows: (made) =>
      made
        .losses()
        .find(({ reason }) => reason === "turned-away")
        ?.perStep.findLastIndex((lost) => lost > 0) ?? 0,
    moves: "up",
  },
  {
    rule: "checks that wait longer let a pause of two seconds pass",
    doing: { does: "loosen-checks", misses: 5 },
    line: "dns · lb 2 interval=1s misses=1 retry · web 4×4 target=60 min=4 max=4 boot=120s · db 8 + 2×4",
    scenario: day(
      2_000,
      Array.from(
        { length: 20 },
        (_, i) =>
          ({ what: "crash", tier: "web", boxes: 1, atSec: 70 + 8 * i, untilSec: 72 + 8 * i }) as const,
      ),
    ),
    shows: (made) => last(made, "web.boxes"),
    moves: "up",
  },
];

describe("an act", () => {
  for (const { rule, doing, line, scenario, shows, moves } of tried)
    describe(doing.does, () => {
      const without = run(line, scenario, []);
      const made = run(line, scenario, [{ label: "act", atSec, ...doing }]);

      it(rule, () => {
        const [before, after] = [shows(without), shows(made)];
        if (moves === "down") expect(after).toBeLessThan(before);
        else expect(after).toBeGreaterThan(before);
      });

      it("changes nothing before its time: to run up to there and on is to run with it", () => {
        for (const gauge of without.world.gauges.names)
          expect([...made.world.gauges.column(gauge).subarray(0, atSec)], gauge).toEqual([
            ...without.world.gauges.column(gauge).subarray(0, atSec),
          ]);
        for (const [i, series] of without.latencySeries.entries())
          expect([...made.latencySeries[i]!.subarray(0, atSec)]).toEqual([...series.subarray(0, atSec)]);
      });

      it("is told when it is done", () => {
        expect(made.world.notes).toContainEqual({ what: "act", label: "act", atSec });
      });
    });

  it("leaves alone what it is not for", () => {
    const scenario = day(2_000, [slowCopy]);
    const idle = run(boxes, scenario, []);
    const made = run(boxes, scenario, [{ label: "act", atSec, does: "end", what: "crawl" }]);
    for (const gauge of idle.world.gauges.names)
      expect([...made.world.gauges.column(gauge)], gauge).toEqual([...idle.world.gauges.column(gauge)]);
  });

  it("that is all there is on a day that nobody attends to: no watcher finds what they would find", () => {
    const bad: Happened = { what: "bad-build", errorShare: 0.2, atSec: 20 };
    const seen = `${boxes} · tools metrics=tiers`;
    expect(failed(run(seen, day(2_000, [bad]), []))).toBeGreaterThan(0);
    expect(failed(run(seen, day(2_000, [bad], { unattended: false }), []))).toBe(0);
  });
});
