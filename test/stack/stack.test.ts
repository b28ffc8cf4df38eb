import { describe, expect, it } from "vitest";
import type { Level } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { capacities, type Design, design, formatDesign } from "../../src/sim/index.ts";
import { composeFiles, leftOutOf, refusalOf, trialOf } from "../../src/stack/index.ts";
import { peakPerSec } from "../../src/stack/scale.ts";

const at = (number: number) => levels.find((level) => level.number === number) as Level;
const trial = (number: number, text?: string) =>
  trialOf(at(number), text === undefined ? at(number).lesson : design(text), 11, 100);

function designsOf(level: Level): Design[] {
  const wrong = level.wrongAnswers.flatMap((each) => ("design" in each && each.design ? [each.design] : []));
  return [level.start, level.lesson, level.alsoPasses, ...wrong];
}

describe("a scaled system", () => {
  it.each([1, 2, 3, 4, 5, 6, 10])("keeps every core as busy as in level %i", (number) => {
    const { scale, stack } = trial(number);
    const { plan } = stack;
    const [home] = at(number).lesson.sites;
    const size = plan.web.alone ? home.box.size : home.web.size;
    expect(plan.web.slots * scale.cores).toBe(size);
    expect(scale.rates).toBe(scale.cores * scale.work);
    for (const { kind, points } of plan.traffic) {
      const stream = at(number).scenario.streams.find((each) => each.kind === kind);
      const [, full] = stream?.curve[0] ?? [];
      expect(points[0]?.[1]).toBeCloseTo((full ?? 0) / scale.rates, 9);
    }
  });

  it("asks no machine for more than it can play, and holds no work that a timer cannot", () => {
    for (const level of levels.filter(({ lesson, scenario }) => !refusalOf(lesson, scenario))) {
      const { scale } = trialOf(level, level.lesson, 11, 100);
      expect(peakPerSec(level.scenario) / scale.rates, level.id).toBeLessThanOrEqual(450);
      expect(scale.work, level.id).toBeGreaterThanOrEqual(8);
    }
  });

  it("lets clients wait as long as they do, and lets minutes pass six times as fast", () => {
    const { stack, scale } = trial(4);
    expect(stack.plan.patienceMs).toBe(3_000);
    expect(scale.time).toBe(6);
    expect(stack.plan.balancer?.checkMs).toBe(5_000);
    expect(stack.steps).toEqual([{ atSec: 33, names: ["web1"], does: "kill" }]);
  });

  it("moves a goal in milliseconds by the work, but for the round trip; one in seconds by the time", () => {
    const { scale, goals } = trial(6);
    expect(goals[0]).toEqual({ indicator: "latencyP95Ms", atMost: 30 + 30 * scale.work });
    expect(goals.find(({ indicator }) => indicator === "staleSecMax")).toMatchObject({ atMost: 30 });
    expect(goals.find(({ indicator }) => indicator === "availability")).toMatchObject({ atLeast: 0.99 });
    // A photo takes a worker's core for 0.3 s at most but for one in twenty: that is longer, and the wait is shorter.
    const ready = trial(10).goals.find(({ indicator }) => indicator === "photoReadyP95Sec");
    const own = capacities.webCpuSec.photo * Math.log(20);
    expect((ready as { atMost: number }).atMost).toBeCloseTo(own * trial(10).scale.work + (70 - own) / 6, 6);
  });

  it("loses with a zone its cache nodes and copies, and with the primary's own zone the primary", () => {
    const other = trialOf(at(6), at(6).lesson, 11, 100).stack.steps;
    const own = trialOf(at(6), at(6).lesson, 23, 100).stack.steps;
    expect(other[0]?.names).toEqual(["cache2", "cache4"]);
    expect(other.some(({ does }) => does === "promote")).toBe(false);
    expect(own.map(({ does, names }) => `${does} ${names}`)).toContain("promote replica1");
    expect(own.find(({ names }) => names.includes("db"))).toMatchObject({ does: "kill" });
  });
});

describe("every design of every level", () => {
  const cases = levels.flatMap((level) => designsOf(level).map((each) => ({ level, each })));

  it("either becomes a folder of files, or says why it cannot be one", () => {
    const refused = new Set<string>();
    for (const { level, each } of cases) {
      const reason = refusalOf(each, level.scenario);
      if (reason) {
        refused.add(typeof reason === "string" ? reason : reason.unplayed.code);
        continue;
      }
      const files = composeFiles(trialOf(level, each, 11, 100), { "web.mjs": "" });
      const plan = JSON.parse(files["plan.json"] ?? "");
      for (const name of plan.entrances) expect(plan.at[name], formatDesign(each)).toMatch(/^\w+:\d+$/);
      expect(files["compose.yml"]).toContain("cpuset:");
      expect(files["compose.yml"]).not.toMatch(/cpus:|:latest|undefined|NaN|null/);
      expect(files["run.sh"]).not.toMatch(/undefined|NaN/);
      expect("haproxy.cfg" in files).toBe(plan.balancer !== undefined);
    }
    expect([...refused].sort()).toEqual([
      ...["fog", "no-database", "no-server", "other-regions", "shards", "two-sites"],
    ]);
  });

  it("has named what is left out of it: a setting that the stack has is never among these", () => {
    const left = leftOutOf(
      design("dns · cdn static · lb 1 sticky · web 2×8 · cache 1 evict=fifo · db 4"),
      at(6).scenario,
    );
    expect(left.flatMap((each) => ("setting" in each ? [each.setting] : []))).toEqual([
      "cdn.assets",
      "lb.sticky",
      "cache.evict",
    ]);
    expect(leftOutOf(design("dns · lb 1 · web 2×8 · cache 1 evict=lfu · db 4"), at(6).scenario)).toEqual([]);
    expect(leftOutOf(at(2).lesson, at(2).scenario)).toContainEqual({ event: "report" });
    expect(leftOutOf(at(4).lesson, at(4).scenario)).toEqual([{ setting: "kv.nodes", value: "1" }]);
  });
});

describe("the files", () => {
  it("say each policy of a balancer in HAProxy's words", () => {
    const config = (policy: string) =>
      composeFiles(trial(4, `dns · lb 1${policy} · web 8×8 · db 8`), {})["haproxy.cfg"] ?? "";
    expect(config("")).toContain("balance roundrobin");
    expect(config(" policy=random")).toContain("balance random(1)");
    expect(config(" policy=two")).toContain("balance random(2)");
    expect(config(" policy=least")).toContain("balance leastconn");
    expect(config(" retry")).toContain("redispatch");
    expect(config("")).not.toContain("redispatch");
    expect(config("")).toContain("set-header x-inside");
    expect(config(" public")).not.toContain("x-inside");
  });

  it("let a box die with its database, and let the other copies follow the one that is promoted", () => {
    const day23 = trialOf(at(6), at(6).lesson, 23, 100);
    const script = composeFiles(day23, {})["run.sh"] ?? "";
    expect(script).toContain("docker compose kill db-postgres db)");
    expect(script).toMatch(/docker compose kill cache1 cache3\)/);
    const promoted = /exec -T (\w+) node -e 'fetch\("http:\/\/127.0.0.1:"\+7000\+"\/promote"/.exec(
      script,
    )?.[1];
    const followers = day23.stack.plan.db?.copies.filter((copy) => copy !== promoted) ?? [];
    expect(followers).toHaveLength(7);
    for (const copy of followers)
      expect(script).toContain(
        `exec -T ${copy} node -e 'fetch("http://127.0.0.1:"+7000+"/follow/${promoted}-postgres:5432"`,
      );
    for (const [, names = ""] of script.matchAll(/docker compose (?:kill|start) ([^;)]+)/g))
      for (const name of names.split(" "))
        if (/^(?:db|replica\d+)$/.test(name)) expect(names.split(" ")).toContain(`${name}-postgres`);
  });

  it("let copies follow at once, with the settings of their primary, without which PostgreSQL refuses", () => {
    const compose = composeFiles(trial(6), {})["compose.yml"] ?? "";
    const [, primary = ""] =
      /command:\n((?: +- .*\n)+)/.exec(compose.slice(compose.indexOf("db-postgres:"))) ?? [];
    const settings = [...primary.matchAll(/- "([^"]+)"/g)].map(([, word]) => word).slice(1);
    expect(settings).toContain("max_wal_senders=32");
    const copies = [...compose.matchAll(/- ("rm -rf .*")/g)].map(
      ([, text = ""]) => JSON.parse(text) as string,
    );
    expect(copies).toHaveLength(8);
    for (const copy of copies) {
      expect(copy).toContain("pg_basebackup -h db-postgres -U postgres -D /tmp/data -R -c fast");
      expect(copy.endsWith(settings.join(" "))).toBe(true);
    }
  });

  it("let k6 rest at random before it asks, with as many virtual users as that takes", () => {
    const script = composeFiles(trial(4), {})["k6.js"] ?? "";
    expect(script).toContain("sleep(Math.random() * 3)");
    const { options } = { options: JSON.parse(/scenarios: (\{[\s\S]*?\n {2}\}),\n/.exec(script)?.[1] ?? "") };
    const most = Math.max(...trial(4).stack.plan.traffic[0]!.points.map(([, rate]) => rate));
    expect(options.page.preAllocatedVUs).toBeGreaterThanOrEqual(most * 3.5);
    expect(options.page.executor).toBe("ramping-arrival-rate");
  });

  it("write a broker's messages to its file where the queue is durable, and a cache's memory as entries take it", () => {
    const compose = (queue: string) =>
      composeFiles(trial(10, `dns · lb 2 · web 8×8 · db 4 · queue ${queue} · workers 6×8`), {})[
        "compose.yml"
      ] ?? "";
    expect(compose("durable")).toContain('"--appendfsync"');
    expect(compose("memory")).not.toContain('"--appendfsync"');
    const { plan } = trial(6).stack;
    expect(plan.cache?.memoryBytes).toBeGreaterThan((plan.cache?.entriesPerNode ?? 0) * 600);
  });
});
