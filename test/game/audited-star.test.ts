import { describe, expect, it, test } from "vitest";
import {
  audit,
  auditCheck,
  auditing,
  count,
  decide,
  faultName,
  finish,
  inSlices,
  type Level,
  type Playable,
  pick,
  play,
  recordAll,
  recordVerdict,
  singlePoints,
  toggle,
  verdictSeeds,
  whatIf,
} from "../../src/game/index.ts";
import { debriefOf } from "../../src/present/debrief.ts";
import { type Design, design, mixed, patientClients, photoData } from "../../src/sim/index.ts";
import { look } from "../../src/solver/screen.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";

/** A quiet half minute, on which nothing happens: only the audit can tell one balancer from two. */
const quiet: Playable = {
  id: "quiet",
  scenario: {
    ticks: 30,
    tickSec: 1,
    streams: mixed([[0, 1_000]], { page: 1 }, { us: 1 }, 0),
    data: photoData,
    clients: patientClients,
    events: [],
  },
  start: design("dns · web 2×4 · db 4"),
  shop: [count("lb.nodes", 0, 2), toggle("lb.retry")],
  goals: [{ indicator: "availability", atLeast: 0.99 }],
  stars: {
    two: { goals: [], design: design("dns · lb 1 · web 2×4 · db 4") },
    three: {
      goals: [{ indicator: "availability", atLeast: 0.995 }],
      audit: true,
      design: design("dns · lb 2 interval=10s retry · web 2×4 · db 4"),
    },
  },
};
const single = design("dns · lb 1 interval=10s retry · web 2×4 · db 4");
const pair = design("dns · lb 2 interval=10s retry · web 2×4 · db 4");

describe("the third star of a level that asks for the audit", () => {
  it("is not won by a design with a single point of failure that the shop could cure, whatever its goals say", () => {
    const [lost, kept] = [decide(quiet, single), decide(quiet, pair)];
    expect([lost.stars, kept.stars]).toEqual([2, 3]);
    expect(lost.unanimous).toBe(true);
    expect(lost.outcomes.every(({ stars }) => stars === 2)).toBe(true);
    const { broken } = lost.outcomes[0]?.audit ?? {};
    expect(broken && faultName(broken.fault)).toBe("lb");
    expect(kept.outcomes[0]?.audit).toMatchObject({ holds: true });
  });

  it("is won with it where the shop sells no second one", () => {
    const shop = [count("lb.nodes", 0, 1)];
    expect(decide({ ...quiet, shop }, single).stars).toBe(3);
  });

  it("is judged by its goals alone where it asks for no audit, and before the audit has been made", () => {
    const { audit: _, ...three } = quiet.stars!.three;
    expect(decide({ ...quiet, stars: { ...quiet.stars!, three } }, single).stars).toBe(3);
    const outcome = play(quiet, single, verdictSeeds[0]!);
    expect([outcome.stars, outcome.audit]).toEqual([3, undefined]);
  });

  it("asks for no audit of a design that misses a goal", () => {
    const shortOf = (stars: 1 | 2): Playable => {
      const never = { indicator: "availability", atLeast: 2 } as const;
      const { two, three } = quiet.stars!;
      return {
        ...quiet,
        stars:
          stars === 1
            ? { two: { ...two, goals: [never] }, three }
            : { two, three: { ...three, goals: [never] } },
      };
    };
    for (const stars of [1, 2] as const) {
      const { outcomes } = decide(shortOf(stars), single);
      expect(outcomes.map((each) => [each.stars, each.audit])).toEqual(
        outcomes.map(() => [stars, undefined]),
      );
    }
  });

  it.each([
    ["one balancer", single],
    ["a pair", pair],
  ])(
    "is the same in a verdict, after a recording, from the command line, in a search and as a change: %s",
    (_name, built) => {
      const { stars, outcomes } = decide(quiet, built);
      const seed = verdictSeeds[0]!;
      const recorded = recordAll(quiet, built, seed).outcome;
      const first = play(quiet, built, seed);
      const verdict = finish(inSlices(quiet, recordVerdict(built, first)));
      const found = look(quiet as Level, built);
      expect([recorded.stars, verdict.stars, found === "close" || found?.stars]).toEqual([
        stars,
        stars,
        stars,
      ]);
      expect(verdict.outcomes).toEqual(outcomes);
      expect(finish(auditing(quiet, built, recorded))).toBe(recorded);
    },
  );

  it("is not promised for a change that the audit does not hold with", () => {
    const shop = [count("lb.nodes", 1, 2)];
    const changes = finish(inSlices({ ...quiet, shop }, whatIf({ ...quiet, shop }, pair, verdictSeeds[0]!)));
    const fewer = changes.find(({ design: { sites } }) => sites[0].lb.nodes === 1);
    expect(fewer?.outcome.stars).toBe(2);
  });

  describe("what if, after a pass that only the audit keeps from it,", () => {
    const auditOf = (playable: Playable, built: Design) =>
      decide(playable, built).outcomes.find((outcome) => outcome.audit)?.audit;
    const changesOf = (playable: Playable, built: Design) =>
      finish(
        inSlices(playable, whatIf(playable, built, verdictSeeds[0]!, { audit: auditOf(playable, built) })),
      );
    const told = ([first]: ReturnType<typeof changesOf>) => [
      first?.moves.map(({ offer, choice }) => `${offer.id} ${choice.label}`),
      first?.outcome.stars,
      first?.outcome.audit?.holds,
    ];
    const both = { ...quiet, shop: [count("lb.nodes", 0, 2), count("web.count", 1, 4)] };

    it("tells first the change with which the audit holds", () => {
      expect(told(changesOf(quiet, single))).toEqual([["lb.nodes 2"], 3, true]);
    });

    it("tells two changes where two losses are not borne", () => {
      const bare = design("dns · lb 1 interval=10s retry · web 1×4 · db 4");
      expect(told(changesOf(both, bare))).toEqual([["lb.nodes 2", "web.count 2"], 3, true]);
    });

    it("saves elsewhere what the cure costs, where the budget has no room for both", () => {
      const rich = design("dns · lb 1 interval=10s retry · web 3×4 · db 4");
      const budget = Math.ceil(decide(both, rich).outcomes[0]!.report.costPerMonth);
      expect(told(changesOf({ ...both, budget }, rich))).toEqual([["lb.nodes 2", "web.count 2"], 3, true]);
      expect(told(changesOf({ ...both, budget: budget + 1_000 }, rich))).toEqual([["lb.nodes 2"], 3, true]);
    });

    it("promises nothing that the shop does not sell, and nothing where the audit holds already", () => {
      const shop = [count("web.count", 1, 4)];
      const audit = auditOf(quiet, single);
      const found = finish(
        inSlices({ ...quiet, shop }, whatIf({ ...quiet, shop }, single, verdictSeeds[0]!, { audit })),
      );
      expect(found.filter(({ costDelta }) => costDelta > 0)).toEqual([]);
      expect(changesOf(quiet, pair).filter(({ costDelta }) => costDelta > 0)).toEqual([]);
    });

    it("says in the row that the audit holds", () => {
      const [outcome] = decide(quiet, single).outcomes;
      const whatIfs = changesOf(quiet, single);
      const { task: _, ...three } = findLesson("4")!.level.stars.three;
      const { level, ...rest } = findLesson("4")!;
      const lesson = { ...rest, level: { ...level, stars: { ...level.stars, three } } };
      const { changes } = debriefOf(words, lesson, { design: single, outcome: outcome!, whatIf: whatIfs });
      expect(changes?.map(({ stars, holdsAudit }) => [stars, holdsAudit])).toEqual([
        [3, true],
        ...whatIfs.slice(1).map(({ outcome: { stars } }) => [stars, false]),
      ]);
      const effects = [{ name: "p95", change: "30 → 31 ms" }];
      const row = { number: 1, name: "Balancers 2", delta: "+$140", effects, stars: 3 };
      expect(words.spoken.change({ ...row, passed: true, holdsAudit: true })).toContain(
        "the audit holds, p95",
      );
      expect(words.spoken.change({ ...row, passed: true, holdsAudit: false })).not.toContain("audit");
    });
  });

  it("is told in the debrief with the loss that is not borne", () => {
    const lesson = { ...findLesson("4")! };
    const toldOf = (built: Design) => {
      const { outcome } = recordAll(quiet, built, verdictSeeds[0]!);
      return debriefOf(words, lesson, { design: built, outcome }).starGoals.at(-1);
    };
    expect(toldOf(single)).toMatchObject({
      star: 3,
      met: false,
      name: "one balancer lost",
      value: "80.0 %",
      target: "99.0 %",
      missed: "d shows the audit",
    });
    expect(toldOf(pair)).toMatchObject({
      star: 3,
      met: true,
      name: "any part lost",
      value: "borne",
      missed: "",
    });
  });
});

describe("whether the audit holds", () => {
  it.each([
    ["one balancer", single],
    ["a pair", pair],
  ])("is what the whole audit says: %s", (_name, built) => {
    expect(finish(auditCheck(quiet, built)).holds).toBe(audit(quiet, built).holds);
  });

  it("is denied by a peak that is too much in itself, with no loss to name", () => {
    const crowded = {
      ...quiet,
      scenario: { ...quiet.scenario, streams: mixed([[0, 60_000]], { page: 1 }, { us: 1 }, 0) },
    };
    const { holds, broken, undisturbed } = finish(auditCheck(crowded, pair));
    expect([holds, broken, undisturbed.holds]).toEqual([false, undefined, false]);
  });

  it("is denied by what is lost for good, beyond a goal", () => {
    const writing: Playable = {
      ...quiet,
      scenario: { ...quiet.scenario, streams: mixed([[0, 1_000]], { page: 0.5, write: 0.5 }, { us: 1 }, 0) },
      start: design("dns · lb 2 interval=10s retry · web 2×4 · db 8 + 4×8 zones=AB"),
      shop: [],
      goals: [
        { indicator: "availability", atLeast: 0.9 },
        { indicator: "lostWrites", atMost: 0 },
      ],
    };
    const { broken, gone } = finish(auditCheck(writing, writing.start));
    expect(broken?.missed).toEqual(["lostWrites"]);
    expect(gone?.indicator).toBe("lostWrites");
    expect(gone?.value).toBeGreaterThan(0);
  });
});

test.each(lessons.map(({ level, prose }) => [level.number, level, prose] as const))(
  "level %d asks for the audit from level 4 on, in numbers and in words",
  (number, { stars }, prose) => {
    expect(stars.three.audit ?? false).toBe(number >= 4);
    expect(/\baudit\b/.test(prose.stars.three)).toBe(number >= 4);
    expect(stars.two.audit).toBeUndefined();
  },
);

describe("a single point of failure that the shop could cure", () => {
  const pointsOf = (shop: Playable["shop"], line: string) =>
    singlePoints({ shop, start: quiet.start }, design(line)).map(faultName);
  const sold = [
    count("lb.nodes", 0, 2),
    count("db.replicas", 0, 2),
    pick("sessions.store", ["node", "pair"]),
    count("shards.replicas", 0, 1),
  ];

  it.each([
    ["dns · lb 1 · web 2×4 · db 4 + 1×4", ["lb"]],
    ["dns · lb 2 · web 2×4 · db 4 + 1×4", []],
    ["dns · lb 2 · web 2×4 · db 4", ["db"]],
    ["dns · lb 2 · web 2×4 · sessions node · db 4 + 1×4", ["sessions"]],
    ["dns · lb 2 · web 2×4 · sessions pair · db 4 + 1×4", []],
    ["dns · lb 2 · web 2×4 · shards 4×4", ["shards"]],
    ["dns · lb 2 · web 2×4 · shards 4×4 replicas=1", []],
  ])("is the only one of what nothing works without: %s", (line, points) => {
    expect(pointsOf(sold, line)).toEqual(points);
  });

  it("is none where the shop sells no second one", () => {
    expect(pointsOf([count("lb.nodes", 0, 1)], "dns · lb 1 · web 2×4 · db 4")).toEqual([]);
  });

  it("is looked for at each site by itself", () => {
    const shop = [count("@korea.lb.nodes", 0, 2)];
    const two = (nodes: number) =>
      `dns geo · lb 1 · web 2×4 · db 4 + 1×4 · @korea · lb ${nodes} · web 2×4 · db 0 + 1×4`;
    expect(pointsOf(shop, two(1))).toEqual(["lb@korea"]);
    expect(pointsOf(shop, two(2))).toEqual([]);
  });
});
