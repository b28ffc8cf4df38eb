/** Traces of a step set by hand: who lost what where, how long each stop took, and the whole trace that follows. */
import { beforeEach, describe, expect, test } from "vitest";
import { Hop, type Route } from "../../src/sim/engine/flow.ts";
import { World } from "../../src/sim/engine/world.ts";
import { design, type Place, type Reason, type RegionName, type RequestKind } from "../../src/sim/index.ts";
import { type Trace, traceLastStep } from "../../src/sim/report/trace.ts";
import { Run } from "../../src/sim/run.ts";
import type { Scenario, Stream } from "../../src/sim/scenario/scenario.ts";
import { jobSec } from "../../src/sim/tiers/jobs/forecast.ts";
import { lineOf } from "../../src/sim/tiers/jobs/lines.ts";
import { calm } from "../helpers/scenarios.ts";

const samples = 16;
const line = "dns · lb 1 · web 2×2 · db 1";

/** What a route carries and meets in this step. */
interface Carried {
  readonly perSec?: number;
  readonly mass?: number;
  readonly networkMs?: number;
  /** Place, ms there and the share of all samples that stop. */
  readonly stops?: readonly (readonly [place: Place, ms: number, share?: number])[];
  readonly timedOutShare?: number;
  readonly losses?: readonly (readonly [Place, Reason, share: number])[];
}

function streamOf(kind: RequestKind, regions: Stream["regions"]): Stream {
  return { kind, curve: [[0, 1]], regions, mobileShare: 0 };
}

function worldOf(
  of: string,
  streams: readonly Stream[],
  changes: Partial<Scenario> = {},
  particles = samples,
): World {
  const world = new World(
    design(of),
    { ...calm({}, 100), streams, ...changes },
    { seed: 1, particles, stride: 1 },
  );
  world.tick = 10;
  world.timeSec = 9;
  return world;
}

function carry(world: World, route: Route, carried: Carried): void {
  route.offeredPerSec = carried.perSec ?? 10;
  route.mass = carried.mass ?? 1;
  route.networkSec = (carried.networkMs ?? 50) / 1_000;
  route.timedOutShare = carried.timedOutShare ?? 0;
  for (const [place, ms, share = 1] of carried.stops ?? []) {
    const hop = new Hop(world.placeNumber(place));
    hop.fixedSec = ms / 1_000;
    hop.share = share;
    route.hops.push(hop);
  }
  for (const [place, reason, share] of carried.losses ?? []) {
    route.lossBucket[route.losses] = world.ledger.bucket(place, reason);
    route.lossMass[route.losses++] = share;
  }
}

/** The stops of a trace with their milliseconds, to the microsecond: "web 10". */
const told = (trace: Trace | undefined) =>
  trace?.hops.map(({ place, ms, step }) => `${step ?? place} ${Math.round(ms * 1_000) / 1_000}`).join(", ");

/** Pages alone, on one way. */
const pages = (carried: Carried, of = line) => {
  const world = worldOf(of, [streamOf("page", { us: 1 })]);
  carry(world, world.routes[0]!, carried);
  return traceLastStep(world);
};

describe("the median and the slow request", () => {
  test("are those that half of all and 99 of 100 do not exceed, and stops without time are none", () => {
    const { median, slow, failed } = pages({
      stops: [
        ["lb", 1],
        ["cache", 0],
        ["web", 10],
        ["web", 5],
        ["db", 100, 0.5],
        ["web", 2],
      ],
    });
    expect(told(median)).toBe("dns 0, network 50, lb 1, web 17");
    expect(told(slow)).toBe("dns 0, network 50, lb 1, web 15, db 100, web 2");
    expect(median).toMatchObject({ kind: "page", region: "us", format: "html", outcome: "answered" });
    expect(median?.totalMs).toBeCloseTo(68, 9);
    expect(median).not.toHaveProperty("lostAt");
    expect(failed).toBeUndefined();
  });

  test("weigh each way by what it carries and answers; what carries nothing has no say", () => {
    const medianOf = (us: Carried, asia: Carried) => {
      const world = worldOf(line, [streamOf("page", { us: 0.5, asia: 0.5 })]);
      const [home, far] = world.routes as [Route, Route];
      carry(world, home, { stops: [["web", 10]], ...us });
      carry(world, far, { stops: [["web", 10]], networkMs: 200, ...asia });
      return traceLastStep(world).median?.region;
    };
    expect(medianOf({ perSec: 10 }, { perSec: 9 })).toBe("us");
    expect(medianOf({ perSec: 10 }, { perSec: 10 })).toBe("us");
    expect(medianOf({ perSec: 10 }, { perSec: 11 })).toBe("asia");
    expect(medianOf({ perSec: 10, mass: 0.5 }, { perSec: 6 })).toBe("asia");
    expect(medianOf({ perSec: 10 }, { perSec: 12, mass: 0.5 })).toBe("us");
    expect(medianOf({ perSec: 0 }, { perSec: 1 })).toBe("asia");
    expect(medianOf({ perSec: 0 }, { perSec: 0 })).toBeUndefined();
    // The way there counts: a quick answer from afar is the later one.
    expect(medianOf({ stops: [["web", 100]] }, { stops: [["web", 10]] })).toBe("us");
  });

  test("are of what somebody waits for; every kind that is followed has its own median", () => {
    const kinds = ["log", "asset", "write", "order", "like", "post"] as const;
    const world = worldOf(
      line,
      kinds.map((kind) => streamOf(kind, { us: 1 })),
    );
    for (const [at, route] of world.routes.entries())
      carry(world, route, {
        perSec: [1_000, 1_000, 1, 1, 1, 1][at]!,
        stops: [
          ["web", 10 * (at + 1)],
          ["db", 1_000, 0.25],
        ],
      });
    const traces = traceLastStep(world);
    expect(told(traces.median)).toBe("dns 0, network 50, web 50");
    expect(Object.keys(traces).sort()).toEqual(
      ["median", "slow", "write", "order", "like", "post", "log"].sort(),
    );
    expect((["log", "write", "order", "like", "post"] as const).map((kind) => told(traces[kind]))).toEqual(
      [10, 30, 40, 50, 60].map((ms) => `dns 0, network 50, web ${ms}`),
    );
    expect((["log", "write", "order", "like", "post"] as const).map((kind) => traces[kind]?.kind)).toEqual([
      ...["log", "write", "order", "like", "post"],
    ]);
  });

  test("are apps' as often as apps ask", () => {
    for (const [mobileShare, format] of [
      [0, "html"],
      [1, "json"],
    ] as const) {
      const world = worldOf(line, [{ ...streamOf("page", { us: 1 }), mobileShare }]);
      carry(world, world.routes[0]!, { stops: [["web", 10]] });
      expect(traceLastStep(world).median?.format).toBe(format);
    }
  });

  test("are walked as their step has walked them, and leave what it has learnt", () => {
    const run = new Run(design(line), calm({ page: 25, write: 25 }, 40), {
      seed: 3,
      particles: 64,
      stride: 1,
    });
    const { world } = run;
    const kept = world.routes.map((route) => (route.kept = new Float64Array(64)));
    for (let n = 0; n < 20; n++) {
      run.advance();
      const { heldSec, timedOutShare } = world.routes[0]!;
      // A trace walks once more, and keeps again what it walks.
      const sorted = [...kept[1]!].sort((a, b) => a - b);
      const { write } = run.traces();
      expect(write?.totalMs).toBeCloseTo((sorted[31]! + world.routes[1]!.networkSec) * 1_000, 9);
      expect(world.routes[0]).toMatchObject({ heldSec, timedOutShare });
    }
  });
});

describe("the failed request", () => {
  const way = [
    ["lb", 1],
    ["web", 10],
    ["cache", 0],
    ["db", 100],
  ] as const;
  const failing = (carried: Carried, of = line) => {
    const { failed } = pages({ stops: way, ...carried }, of);
    return failed && `${told(failed)} · ${failed.lostAt?.place} ${failed.lostAt?.reason}`;
  };

  test.each([
    ["nothing is lost", {}, undefined],
    [
      "a queue is full: the stops before it",
      { mass: 0.9, losses: [["db", "queue-full", 0.1]] },
      "dns 0, network 50, lb 1, web 10 · db queue-full",
    ],
    [
      "it is lost at the first stop: only the way there",
      { mass: 0.9, losses: [["lb", "queue-full", 0.1]] },
      "dns 0, network 50 · lb queue-full",
    ],
    [
      "it is lost at a stop that takes no time: only the way there",
      { mass: 0.9, losses: [["cache", "cache-down", 0.1]] },
      "dns 0, network 50 · cache cache-down",
    ],
    [
      "it is lost at what is no stop: whoever was met first has seen to it",
      { mass: 0.9, losses: [["sessions", "session-elsewhere", 0.1]] },
      "dns 0, network 50, lb 1 · sessions session-elsewhere",
    ],
    [
      "nothing is met at all",
      { stops: [], mass: 0.9, losses: [["sessions", "session-elsewhere", 0.1]] },
      "dns 0, network 50 · sessions session-elsewhere",
    ],
    [
      "there is no server behind the name",
      { mass: 0, losses: [["dns", "no-server", 1]] },
      "dns 0, network 50 · dns no-server",
    ],
    [
      "what says nothing is waited for until patience ends",
      { mass: 0.9, losses: [["site", "site-down", 0.1]] },
      "dns 0, network 3000 · site site-down",
    ],
    [
      "it has come as far as the median request does",
      {
        stops: [way[0], ["cache", 100, 0.25], way[3]],
        mass: 0.9,
        losses: [["db", "queue-full", 0.1]],
      },
      "dns 0, network 50, lb 1 · db queue-full",
    ],
    ["nobody knows why", { stops: [["web", 4_000]], mass: 0.9 }, undefined],
    [
      "of several losses the largest counts, the first of equals",
      {
        mass: 0.4,
        losses: [
          ["lb", "queue-full", 0.1],
          ["web", "queue-full", 0.25],
          ["db", "queue-full", 0.25],
        ],
      },
      "dns 0, network 50, lb 1 · web queue-full",
    ],
  ] as const satisfies readonly (readonly [string, Carried, string | undefined])[])(
    "%s",
    (_, carried, expected) => {
      expect(failing(carried)).toBe(expected);
    },
  );

  test("is of this step: what was lost in one before is forgotten", () => {
    const world = worldOf(line, [streamOf("page", { us: 1 })]);
    const [route] = world.routes as [Route];
    carry(world, route, { stops: way, mass: 0.9, losses: [["db", "queue-full", 0.1]] });
    route.lossBucket.push(world.ledger.bucket("web", "queue-full"));
    route.lossMass.push(0.9);
    expect(traceLastStep(world).failed?.lostAt?.place).toBe("db");
  });

  test("ends at the name where there is none", () => {
    expect(failing({ mass: 0, losses: [["dns", "no-domain", 1]] }, "box 1")).toBe("dns 20 · dns no-domain");
    expect(told(pages({ stops: way }, "box 1").median)).toBe("dns 20, lb 1, web 10, db 100");
  });

  describe("that runs out of patience", () => {
    const slow = [
      ["web", 10],
      ["db", 4_000, 0.25],
    ] as const;

    test("is charged to where it waited, with all that its answer would have taken", () => {
      const { failed, median } = pages({ stops: slow, timedOutShare: 0.25 });
      expect(failed).toMatchObject({ outcome: "failed", lostAt: { place: "db", reason: "timeout" } });
      expect(told(failed)).toBe("dns 0, network 50, web 10, db 4000");
      expect(median?.outcome).toBe("answered");
    });

    test("is told where it is more than any other loss is, of what is still on its way", () => {
      const reason = (mass: number, share: number) =>
        pages({ stops: slow, timedOutShare: 0.25, mass, losses: [["web", "queue-full", share]] }).failed
          ?.lostAt?.reason;
      expect(reason(0.8, 0.2)).toBe("timeout");
      expect(reason(0.8, 0.19)).toBe("timeout");
      expect(reason(0.8, 0.21)).toBe("queue-full");
      expect(reason(0.5, 0.2)).toBe("queue-full");
    });

    test("needs a sample that did", () => {
      expect(pages({ stops: [["web", 10]], timedOutShare: 0.25 }).failed).toBeUndefined();
      expect(pages({ stops: [["web", 4_000]], timedOutShare: 1 }).failed?.lostAt?.place).toBe("web");
    });
  });

  test("is of the way that loses most, of those that count; of equals the first", () => {
    const failedOf = (losing: Readonly<Partial<Record<RequestKind, Carried>>>) => {
      const kinds = ["page", "write", "log"] as const;
      const world = worldOf(
        line,
        kinds.map((kind) => streamOf(kind, { us: 1 })),
      );
      for (const route of world.routes)
        carry(world, route, { stops: way, losses: [["web", "queue-full", 0.1]], ...losing[route.kind] });
      return traceLastStep(world).failed?.kind;
    };
    expect(failedOf({ page: { mass: 0.9 }, write: { mass: 0.8 } })).toBe("write");
    expect(failedOf({ page: { mass: 0.9 }, write: { mass: 0.9 } })).toBe("page");
    expect(failedOf({ page: { mass: 0.9, perSec: 10 }, write: { mass: 0.8, perSec: 4 } })).toBe("page");
    expect(failedOf({ page: { timedOutShare: 0.09 }, write: { mass: 0.9 } })).toBe("write");
    expect(failedOf({ page: { timedOutShare: 0.2, stops: [["web", 4_000]] }, write: { mass: 0.9 } })).toBe(
      "page",
    );
    // Half of what is left of it times out: 6 of 10, more than 5.
    expect(
      failedOf({ page: { mass: 0.5 }, write: { mass: 0.8, timedOutShare: 0.5, stops: [["web", 4_000]] } }),
    ).toBe("write");
    expect(failedOf({ log: { mass: 0 } })).toBeUndefined();
    expect(failedOf({ log: { mass: 0 }, page: { mass: 0.9 } })).toBe("page");
    expect(failedOf({ page: { mass: 0, perSec: 1e-9 } })).toBeUndefined();
  });
});

describe("a page with its files", () => {
  const withFiles = [
    streamOf("page", { us: 0.5, asia: 0.5 }),
    streamOf("asset", { us: 0.5, asia: 0.5 }),
  ] as const;
  const routeOf = (world: World, kind: RequestKind, region: RegionName) =>
    world.routes.find((route) => route.kind === kind && route.region === region) as Route;
  interface Load {
    readonly us?: Carried;
    readonly asia?: Carried;
    readonly files?: Carried;
  }
  const loadOf = (of: string, { us, asia, files }: Load, changes: Partial<Scenario> = {}) => {
    const world = worldOf(of, withFiles, changes);
    carry(world, routeOf(world, "page", "us"), {
      stops: [
        ["web", 10],
        ["db", 100, 0.5],
      ],
      ...us,
    });
    carry(world, routeOf(world, "page", "asia"), { stops: [["web", 10]], networkMs: 200, ...asia });
    carry(world, routeOf(world, "asset", "us"), { stops: [["web", 3]], ...files });
    carry(world, routeOf(world, "asset", "asia"), { stops: [["web", 4]], networkMs: 200, ...files });
    return traceLastStep(world).page;
  };

  test("takes three of eight round trips to the site, then five for what it shows", () => {
    const page = loadOf(line, {});
    expect(page).toMatchObject({ kind: "page", region: "asia", outcome: "answered" });
    expect(told(page)).toBe("dns 0, page 600, web 10, files 1000, web 4");
    expect(page?.hops.map(({ place }) => place)).toEqual(["dns", "network", "web", "network", "web"]);
    // Of both regions the longer: here it is the one at home, as half of all find it.
    const home = loadOf(line, { asia: { networkMs: 10 } });
    expect(told(home)).toBe("dns 0, page 150, web 10, db 100, files 250, web 3");
    // As the median of both finds it, not the slowest.
    const seldom = [
      ["web", 10],
      ["db", 500, 0.25],
    ] as const;
    expect(told(loadOf(line, { asia: { stops: seldom }, files: { stops: seldom } }))).toBe(
      "dns 0, page 600, web 10, files 1000, web 10",
    );
    // Of two that are alike the first.
    const alike = { networkMs: 50, stops: [["web", 10]] } as const;
    expect(loadOf(line, { us: alike, asia: alike, files: { stops: [] } })?.region).toBe("us");
  });

  test("is of regions that somebody is answered in, with files as far as they are answered", () => {
    expect(loadOf(line, { asia: { perSec: 0 } })?.region).toBe("us");
    expect(loadOf(line, { asia: { mass: 0 } })?.region).toBe("us");
    expect(loadOf(line, { asia: { perSec: 0.5 } })?.region).toBe("asia");
    expect(loadOf(line, { asia: { mass: 0 }, us: { mass: 0 } })).toBeUndefined();
    expect(told(loadOf(line, { files: { mass: 0 } }))).toBe("dns 0, page 600, web 10, files 1000");
  });

  test("has its files from the edge where there is one, unless it is down there", () => {
    const edge = `dns · cdn static · ${line.replace("dns · ", "")}`;
    const atEdge = "dns 0, page 600, web 10, files 100";
    const atSite = "dns 0, page 600, web 10, files 1000, web 4";
    const near = loadOf(edge, {});
    expect(told(near)).toBe(atEdge);
    expect(near?.hops.at(-1)?.place).toBe("cdn");
    for (const [region, atSec, expected] of [
      [undefined, 9, atSite],
      ["asia", 9, atSite],
      ["us", 9, atEdge],
      ["asia", 20, atEdge],
    ] as const) {
      const outage = { label: "out", what: "cdn-outage", atSec, untilSec: atSec + 10 } as const;
      const events = [region ? { ...outage, region } : outage];
      expect(told(loadOf(edge, {}, { events })), `${region} ${atSec}`).toBe(expected);
    }
  });

  test("needs no more than the trips a page has, and is not told where pages show no files", () => {
    const { clients } = calm({});
    for (const [trips, expected] of [
      [1, "dns 0, page 200, web 10, files 0, web 4"],
      [3, "dns 0, page 600, web 10, files 0, web 4"],
      [4, "dns 0, page 600, web 10, files 200, web 4"],
    ] as const)
      expect(told(loadOf(line, {}, { clients: { ...clients, pageRoundTrips: trips } }))).toBe(expected);
    expect(pages({ stops: [["web", 10]] }).page).toBeUndefined();
  });
});

describe("a photo", () => {
  const queue = "dns · lb 1 · web 2×2 · db 1 · queue durable · workers 2×4";
  let world: World;
  const photo = (of: string, carried: Carried, waiting = 0, ratePerSec = 2) => {
    world = worldOf(of, [streamOf("photo", { us: 1 })]);
    carry(world, world.routes[0]!, { stops: [["web", 10]], ...carried });
    const jobs = lineOf(world, world.sites[0]!);
    jobs.arrivalsPerSec = waiting;
    jobs.publish(0, 1);
    jobs.ratePerSec = ratePerSec;
    return traceLastStep(world).job;
  };
  let steps: string;
  beforeEach(() => {
    const found = told(photo(queue, {}))?.match(/crop (.*), sharpen (.*), blur (.*)$/);
    expect(found?.[1]).toBe(found?.[2]);
    expect(found?.[1]).toBe(found?.[3]);
    steps = found?.[0] as string;
    // Together they are the work of one photo.
    expect(3 * Number(found?.[1])).toBeCloseTo(jobSec(design(queue).sites[0]) * 1_000, 2);
  });

  test("is uploaded, waits as long as the line before it takes, and is worked on in three steps", () => {
    const waits = (waiting: number, ratePerSec: number) => told(photo(queue, {}, waiting, ratePerSec));
    expect(waits(10, 2)).toBe(`dns 0, network 50, web 10, queue 5000, ${steps}`);
    expect(waits(1, 2)).toBe(`dns 0, network 50, web 10, queue 500, ${steps}`);
    // The last stop but three is the line, even where nobody is in it.
    for (const rate of [2, 0]) expect(waits(0, rate)).toBe(`dns 0, network 50, web 10, queue 0, ${steps}`);
    expect(waits(10, 0)).toBeUndefined();
    expect(waits(10, 1)).toBe(`dns 0, network 50, web 10, queue 10000, ${steps}`);
  });

  test("is its upload alone where no line is, where the upload is lost, and is not told where none comes", () => {
    expect(told(photo(line, {}))).toBe("dns 0, network 50, web 10");
    const lost = photo(queue, { stops: [["web", 4_000]], timedOutShare: 1 });
    expect(lost).toMatchObject({ outcome: "failed", lostAt: { place: "web", reason: "timeout" } });
    expect(told(lost)).toBe("dns 0, network 50, web 4000");
    expect(photo(queue, { mass: 0 })).toBeUndefined();
    expect(photo(queue, { perSec: 0 })).toBeUndefined();
    expect(pages({ stops: [["web", 10]] }).job).toBeUndefined();
  });

  test("is the upload that takes longer than half of them", () => {
    const stops = [
      ["web", 10],
      ["db", 100, 0.5],
    ] as const;
    expect(told(photo(line, { stops }))).toBe("dns 0, network 50, web 10, db 100");
    const slow = [stops[0], ["db", 100, 0.25]] as const;
    expect(told(photo(line, { stops: slow }))).toBe("dns 0, network 50, web 10");
    // Of two the later one.
    const two = worldOf(line, [streamOf("photo", { us: 1 })], {}, 2);
    carry(two, two.routes[0]!, { stops });
    expect(told(traceLastStep(two).job)).toBe("dns 0, network 50, web 10, db 100");
  });
});
