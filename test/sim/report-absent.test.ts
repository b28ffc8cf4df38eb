/** What an event finds nothing of, by its kind and where it strikes: each part is there from the first of it on. */
import { describe, expect, test } from "vitest";
import { design, type Happening } from "../../src/sim/index.ts";
import { absentPart } from "../../src/sim/report/absent.ts";

const absent = (line: string, event: Happening) =>
  absentPart(design(line), { label: "strikes", atSec: 1, ...event });
const crash = (tier: Extract<Happening, { what: "crash" }>["tier"]): Happening => ({
  what: "crash",
  tier,
  boxes: 1,
});
const restart = (tier: Extract<Happening, { what: "restart" }>["tier"]): Happening => ({
  what: "restart",
  tier,
  durationSec: 1,
});
const slow = (tier: Extract<Happening, { what: "slow" }>["tier"]): Happening => ({
  what: "slow",
  tier,
  boxes: 1,
  speed: 0.5,
});
const web = "dns · lb 1 · web 1×2";

describe("what an event would hit", () => {
  test.each<[string, Happening, string, string, readonly string[]]>([
    ["box", restart("box"), web, "box", ["dns · box 1"]],
    ["web", restart("web"), "dns · box 1", "web", ["dns · web 1×2"]],
    ["web", crash("web"), "dns · box 1", "web", ["dns · web 1×2"]],
    ["web", slow("web"), "dns · box 1", "web", ["dns · web 1×2"]],
    ["balancer", crash("lb"), "dns · web 1×2", "lb", ["dns · lb 1 · web 1×2"]],
    ["primary", crash("primary"), web, "db", [`${web} · db 1`, `${web} · shards 1×2`]],
    ["primary", slow("primary"), web, "db", [`${web} · db 1`, `${web} · shards 1×2`]],
    ["replica", crash("replica"), `${web} · db 1`, "replicas", [`${web} · db 1 + 1×2`]],
    ["shard", crash("shard"), `${web} · db 1`, "shards", [`${web} · shards 1×2`]],
    ["new shard", { what: "add-shard" }, `${web} · db 1`, "shards", [`${web} · shards 1×2`]],
    ["key-value store", crash("kv"), web, "kv", [`${web} · kv 1`]],
    ["sessions", crash("sessions"), web, "sessions", [`${web} · sessions node`, `${web} · sessions pair`]],
    ["sessions in the database", crash("sessions"), `${web} · sessions sql · db 1`, "sessions", []],
    ["queue", restart("queue"), web, "queue", [`${web} · queue memory`, `${web} · queue durable`]],
    ["workers", crash("workers"), `${web} · queue memory`, "workers", [`${web} · workers 1×2`]],
    ["poisoned", { what: "poison", messages: 1 }, web, "workers", [`${web} · workers 1×2`]],
    ["cache", { what: "cache-restart", nodes: 1 }, web, "cache", [`${web} · cache 1`]],
    ["crawled", { what: "crawl", objects: 1 }, web, "cache", [`${web} · cache 1`]],
    [
      "disk",
      { what: "disk-fills" },
      `${web} · db 1 · shards 2×2`,
      "replicas",
      [`${web} · db 1 + 1×2`, `${web} · shards 1×2 replicas=1`, `${web} · shards 3×2 replicas=1`],
    ],
    ["edges", { what: "cdn-outage" }, web, "cdn", ["dns · cdn static · web 1×2"]],
  ])("%s: %o", (_, event, without, place, having) => {
    expect(absent(without, event)).toBe(place);
    for (const line of having) expect(absent(line, event), line).toBeUndefined();
  });

  test("is nothing of what concerns no part of a site", () => {
    for (const event of [
      { what: "news" },
      { what: "sale", share: 1 },
      { what: "rebrand" },
      { what: "report", cpuShare: 1 },
      { what: "flood", zone: "A" },
    ] as const)
      expect(absent("empty", event), event.what).toBeUndefined();
  });
});

describe("where it strikes", () => {
  const full = "lb 1 · web 1×2 · cache 1 · queue durable · shards 1×2 · workers 1×2";
  const home = `dns geo · ${full} · @korea · web 1×2`;
  const away = `dns geo · web 1×2 · @korea · ${full}`;

  test("is the region that it names: its place is told by it, but for home", () => {
    const cache = (region?: "us" | "korea" | "asia"): Happening => ({
      ...{ what: "cache-restart", nodes: 1 },
      ...(region ? { region } : {}),
    });
    const found = (line: string) =>
      ([undefined, "us", "korea", "asia"] as const).map((region) => absent(line, cache(region)));
    expect(found(home)).toEqual([undefined, undefined, "cache@korea", "site@asia"]);
    expect(found(away)).toEqual(["cache", "cache", undefined, "site@asia"]);
    expect(found(web)).toEqual(["cache", "cache", "site@korea", "site@asia"]);
    // No part of a site, but a site that is not there.
    const outage = (region: "us" | "korea"): Happening => ({ what: "region-outage", region });
    expect([absent(web, outage("us")), absent(web, outage("korea"))]).toEqual([undefined, "site@korea"]);
    // Edges near a region stand there without a site.
    const edges = { what: "cdn-outage", region: "asia" } as const;
    expect([absent(web, edges), absent(`dns · cdn static · web 1×2`, edges)]).toEqual(["cdn", undefined]);
  });

  test("is everywhere where it names none and is no single thing at home", () => {
    const onlyAway = (event: Happening) => absent(away, event) === undefined;
    const onlyAtHome = (event: Happening) => absent(home, event) === undefined;
    const box = "dns geo · web 1×2 · @korea · box 1";
    expect(absent(box, restart("box"))).toBeUndefined();
    for (const [event, isEverywhere] of [
      [restart("queue"), false],
      [crash("workers"), false],
      [crash("lb"), false],
      [slow("shard"), false],
      [slow("primary"), true],
      [{ what: "cache-restart", nodes: 1 }, false],
      [{ what: "poison", messages: 1 }, false],
      [{ what: "crawl", objects: 1 }, true],
      [{ what: "add-shard" }, true],
    ] as const satisfies readonly (readonly [Happening, boolean])[]) {
      expect(onlyAway(event), JSON.stringify(event)).toBe(isEverywhere);
      expect(onlyAtHome(event), JSON.stringify(event)).toBe(true);
    }
  });
});
