/** Nothing of a design or of a day is lost in a stack without a word: it changes the stack, or it is named. */
import { expect, it } from "vitest";
import type { Level } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import {
  type Design,
  design,
  type EventKind,
  type Happening,
  type Scenario,
  type ScenarioEvent,
  withValue,
} from "../../src/sim/index.ts";
import { composeFiles, leftOutOf, refusalOf, trialOf } from "../../src/stack/index.ts";
import { rows } from "../helpers/settings-table.ts";

const anyLevel = levels.find(({ number }) => number === 10) as Level;

/** All that a stack consists of; a design is scaled as the one that it is compared with. */
function stackText(scenario: Scenario, made: Design, beside: Design): string {
  const trial = trialOf({ ...anyLevel, scenario, lesson: beside }, made, 11, 100);
  return JSON.stringify([trial.stack, composeFiles(trial, {})]);
}

const asked = rows.map((row) => ({ ...row, name: `${row.setting} from ${row.from} to ${row.to}` }));

it.each(asked)("$name changes the stack or is named", ({ setting, from, to, design: around, scenario }) => {
  const [before, after] = [from, to].map((value) => withValue(design(around), setting, value)) as [
    Design,
    Design,
  ];
  if (refusalOf(before, scenario) || refusalOf(after, scenario)) return;
  const named = [before, after].flatMap((each) =>
    leftOutOf(each, scenario).flatMap((left) => ("setting" in left ? [left.setting] : [])),
  );
  const changes = stackText(scenario, before, before) !== stackText(scenario, after, before);
  expect({ changes, isNamed: named.includes(setting) }).toEqual({ changes, isNamed: !changes });
});

it("has tried settings of every part that a stack can have", () => {
  const tried = asked.filter(({ setting, from, to, design: around, scenario }) =>
    [from, to].every((value) => !refusalOf(withValue(design(around), setting, value), scenario)),
  );
  const parts = new Set(tried.map(({ setting }) => setting.split(".")[0]));
  const wanted = ["dns", "box", "lb", "web", "sessions", "cache", "db", "queue", "workers"];
  expect(wanted.filter((part) => !parts.has(part))).toEqual([]);
});

const whole = "dns · lb 2 · web 4×4 · cache 4 zones=2 · db 4 + 2×4 zones=AB · queue durable · workers 2×4";
const when = { label: "x", atSec: 100, untilSec: 200 } as const;

/** Every kind of event, at every tier that it can strike. */
const happenings: { readonly [K in EventKind]: readonly Extract<Happening, { readonly what: K }>[] } = {
  restart: (["box", "web", "queue"] as const).map((tier) => ({ what: "restart", tier, durationSec: 50 })),
  crash: (["web", "lb", "primary", "replica", "workers", "sessions", "kv", "shard"] as const).map((tier) => ({
    what: "crash",
    tier,
    boxes: 1,
  })),
  slow: (["web", "primary", "replica", "shard"] as const).map((tier) => ({
    what: "slow",
    tier,
    boxes: 1,
    speed: 0.5,
  })),
  gray: [{ what: "gray", tier: "web", boxes: 1, errorShare: 0.5 }],
  "cache-restart": [{ what: "cache-restart", nodes: 1 }],
  flood: (["A", "B"] as const).map((zone) => ({ what: "flood", zone })),
  "region-outage": [{ what: "region-outage", region: "us" }],
  "cdn-outage": [{ what: "cdn-outage" }],
  report: [{ what: "report", cpuShare: 0.5 }],
  scan: [{ what: "scan", boxes: 1 }],
  sale: [{ what: "sale", share: 0.1 }],
  rebrand: [{ what: "rebrand" }],
  crawl: [{ what: "crawl", objects: 1e6 }],
  celebrity: [{ what: "celebrity", readsPerSec: 1e4, likesPerSec: 1e3 }],
  poison: [{ what: "poison", messages: 4 }],
  "bad-build": [{ what: "bad-build", errorShare: 0.5 }],
  deploy: [{ what: "deploy" }],
  "disk-fills": [{ what: "disk-fills" }],
  news: [],
  "add-shard": [{ what: "add-shard" }],
};
const struck = Object.values(happenings)
  .flat()
  .map((event): ScenarioEvent => ({ ...when, ...event }))
  .map((event) => ({ event, name: [event.what, "tier" in event ? event.tier : ""].join(" ").trim() }));

it.each(struck)("$name happens to the stack or is named", ({ event, name }) => {
  const made = design(name === "restart box" ? "dns · box 4" : whole);
  const calm: Scenario = { ...anyLevel.scenario, events: [], drawn: [] };
  const day: Scenario = { ...calm, events: [event] };
  const happens = stackText(day, made, made) !== stackText(calm, made, made);
  expect({ happens, left: leftOutOf(made, day) }).toEqual({
    happens,
    left: happens ? [] : [{ event: name }],
  });
});
