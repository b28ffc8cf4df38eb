/**
 * A scenario as people write it in JSON: traffic, data, clients and events for a run without a level. Whatever is wrong
 * with it has a place and a mend. docs/scenario-example.json is a file that works.
 */
import * as v from "valibot";
import {
  priceGroups,
  regionNames,
  requestKinds,
  type Scenario,
  type ScenarioEvent,
} from "../../sim/index.ts";
import {
  type FileShape,
  flag,
  flaw,
  label,
  listOf,
  number,
  object,
  oneOf,
  readShape,
} from "./file-fields.ts";
import type { FieldTakes, ScenarioProblem } from "./problems.ts";

const ticksMax = 100_000;
const rateMax = 1e9;
/** Whole requests are counted exactly up to 2⁵³. */
const requestsMax = 2 ** 53;
const secondsMax = ticksMax * 60;

const share = number(0, 1);
const rate = number(0, rateMax);
const seconds = number(0, secondsMax);
const boxes = number(1, 400, true);

const point = v.strictTuple([seconds, rate], flaw({ code: "point" }));

const curve = v.pipe(
  listOf(point, 1, 10_000),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const points = dataset.value;
    const late = points.findIndex((each, i) => i > 0 && each[0] < (points[i - 1] as typeof each)[0]);
    if (late >= 0)
      addIssue({
        message: flaw({ code: "early-point", afterSec: points[late - 1]?.[0] ?? 0 }),
        path: [
          {
            type: "array",
            origin: "value",
            input: points,
            key: late,
            value: points[late] as [number, number],
          },
        ],
      });
  }),
);

function sumOf(shares: Readonly<Record<string, number>>): number {
  return Object.values(shares).reduce((sum, each) => sum + each, 0);
}

const regions = v.pipe(
  v.strictObject(
    Object.fromEntries(regionNames.map((name) => [name, v.exactOptional(share)])) as {
      [R in (typeof regionNames)[number]]: v.ExactOptionalSchema<typeof share, undefined>;
    },
    flaw({ code: "shares", regions: regionNames }),
  ),
  v.check(
    (shares) => Math.abs(sumOf(shares) - 1) < 1e-6,
    ({ input }) => flaw({ code: "share-sum", sum: Number(sumOf(input).toPrecision(6)) }),
  ),
);

export const streamSchema = object({ kind: oneOf(requestKinds), curve, regions, mobileShare: share });

export const dataSchema = object({
  objects: number(1, 1e9, true),
  objectKb: number(0.001, 1e6),
  zipf: number(0, 3),
  changesPerWrite: number(0, 1e6),
  assets: number(0, 1e9, true),
  assetKb: number(0, 1e6),
  growthShare: number(0, 10),
});

export const clientsSchema = object({
  timeoutSec: number(0.01, 300),
  attempts: number(1, 20, true),
  backoffSec: number(0, 3_600),
  retryBudget: v.exactOptional(number(0, 1e6)),
  sessionSec: v.exactOptional(number(0, 86_400)),
  pageRoundTrips: number(0, 100),
});

/** Factors on the reference sheet's prices; as free as a sandbox's money is, and no more. */
const priceFactor = v.exactOptional(number(0, 100));

export const pricesSchema = object(
  Object.fromEntries(priceGroups.map((group) => [group, priceFactor])) as {
    [G in (typeof priceGroups)[number]]: typeof priceFactor;
  },
);

const commit = object({
  flushed: flag,
  flushMs: number(0, 1_000),
  networkMs: number(0, 1_000),
  trips: number(0, 100, true),
});

const region = { region: v.exactOptional(oneOf(regionNames)) };
const always = { label: v.exactOptional(label), atSec: seconds, untilSec: v.exactOptional(seconds) };
const happens = <const W extends string, E extends v.ObjectEntries>(what: W, entries: E) =>
  v.strictObject({ what: v.literal(what), ...always, ...entries });

const event = v.variant(
  "what",
  [
    happens("restart", { tier: oneOf(["box", "web", "queue"]), durationSec: seconds, ...region }),
    happens("crash", {
      tier: oneOf(["web", "lb", "primary", "replica", "workers", "sessions", "kv", "shard"]),
      boxes,
      ...region,
    }),
    happens("slow", { tier: oneOf(["web", "primary", "replica", "shard"]), boxes, speed: share }),
    happens("gray", { tier: oneOf(["web"]), boxes, errorShare: share }),
    happens("cache-restart", { nodes: boxes, ...region }),
    happens("flood", { zone: oneOf(["A", "B"]), ...region }),
    happens("region-outage", { region: oneOf(regionNames) }),
    happens("cdn-outage", { ...region }),
    happens("report", { cpuShare: share }),
    happens("scan", { boxes }),
    happens("sale", { share }),
    happens("rebrand", {}),
    happens("crawl", { objects: number(0, 1e9) }),
    happens("celebrity", { readsPerSec: rate, likesPerSec: rate }),
    happens("poison", { messages: number(1, 1e6, true) }),
    happens("bad-build", { errorShare: share, silent: v.exactOptional(flag) }),
    happens("deploy", {}),
    happens("disk-fills", {}),
    happens("news", {}),
    happens("add-shard", {}),
  ],
  ({ expected }) =>
    expected === "Object"
      ? flaw({ code: "object", fields: ["what", ...Object.keys(always)] })
      : flaw({ code: "one-of", choices: expected?.replace(/[()"]/g, "").split(" | ") ?? [] }),
);

const drawnEvent = object({
  oneOf: listOf(event, 1, 20),
  laterSec: v.exactOptional(number(0, secondsMax, true)),
});

/** The fields of each kind of event. */
export const eventSchemas: Readonly<Record<string, Readonly<Record<string, v.GenericSchema>>>> =
  Object.fromEntries(event.options.map(({ entries }) => [entries.what.literal, entries]));

const scenarioTakes: FieldTakes = {
  code: "object",
  fields: ["ticks", "tickSec", "streams", "data", "clients", "events"],
};

export const scenarioSchema = v.strictObject(
  {
    ticks: number(1, ticksMax, true),
    tickSec: number(1, 60, true),
    streams: listOf(streamSchema, 0, 40),
    data: dataSchema,
    clients: clientsSchema,
    events: listOf(event, 0, 60),
    drawn: v.exactOptional(listOf(drawnEvent, 0, 20)),
    shuffledEverySec: v.exactOptional(number(0, secondsMax, true)),
    fog: v.exactOptional(flag),
    billBandwidth: v.exactOptional(flag),
    prices: v.exactOptional(pricesSchema),
    commit: v.exactOptional(commit),
  },
  flaw(scenarioTakes),
);

const scenarioShape: FileShape<typeof scenarioSchema> = {
  schema: scenarioSchema,
  takes: scenarioTakes,
  optionalAt: optionalInScenario,
};

type ScenarioFound =
  | { readonly scenario: Scenario; readonly problem?: never }
  | { readonly scenario?: never; readonly problem: ScenarioProblem };

/** A scenario out of a JSON value, or the first thing wrong with it in one line. */
export function scenarioFromJson(value: unknown): ScenarioFound {
  const { output, problem } = readShape(scenarioShape, value);
  return problem ? { problem } : scenarioOf(output);
}

/** The scenario that a value of the right shape means, or what makes it impossible. */
export function scenarioOf(output: v.InferOutput<typeof scenarioSchema>): ScenarioFound {
  const { drawn, ...certain } = output;
  const scenario: Scenario = {
    ...certain,
    clients: { retryBudget: Number.POSITIVE_INFINITY, ...output.clients },
    events: output.events.map(labeled),
    ...(drawn ? { drawn: drawn.map((each) => ({ ...each, oneOf: each.oneOf.map(labeled) })) } : {}),
  };
  const problem = impossible(scenario);
  return problem === undefined ? { scenario } : { problem };
}

/** An event without a label is called by what it is. */
function labeled(each: v.InferOutput<typeof event>): ScenarioEvent {
  return { label: each.what, ...each };
}

/** Every event of a scenario with its place in the file and how much later it may come, in seconds. */
function* eventsIn({
  events,
  drawn = [],
  shuffledEverySec = 0,
}: Scenario): Generator<[ScenarioEvent, string, number]> {
  for (const [i, each] of events.entries()) yield [each, `events[${i}]`, 0];
  const lastTurnSec = Math.max(0, drawn.length - 1) * shuffledEverySec;
  for (const [i, { oneOf, laterSec = 0 }] of drawn.entries())
    for (const [n, each] of oneOf.entries()) yield [each, `drawn[${i}].oneOf[${n}]`, laterSec + lastTurnSec];
}

/** What no single field shows: events outside the run, more requests than can be counted. */
function impossible(scenario: Scenario): ScenarioProblem | undefined {
  const endSec = scenario.ticks * scenario.tickSec;
  for (const [{ what, atSec, untilSec }, place, laterSec] of eventsIn(scenario)) {
    const end = `${place}.untilSec`;
    if (atSec + laterSec >= endSec)
      return { code: "event-late", where: `${place}.atSec`, atSec: atSec + laterSec, endSec };
    if (untilSec !== undefined && untilSec <= atSec)
      return { code: "event-ends-early", where: end, untilSec, atSec };
    if (what === "disk-fills" && untilSec === undefined) return { code: "disk-never-full", where: end };
  }
  const peak = scenario.streams.reduce(
    (sum, each) => sum + Math.max(...each.curve.map(([, ratePerSec]) => ratePerSec)),
    0,
  );
  const requests = peak * endSec;
  return requests * scenario.clients.attempts > requestsMax ? { code: "too-many", requests } : undefined;
}

/** Names that may be left out, and so are never missing. */
export function optionalInScenario(keys: readonly unknown[]): readonly string[] {
  if (keys.at(-2) === "regions") return regionNames;
  if (keys.length === 1) return ["drawn", "shuffledEverySec", "fog", "billBandwidth", "prices", "commit"];
  if (keys[0] === "prices") return priceGroups;
  if (keys[0] === "clients") return ["retryBudget", "sessionSec"];
  if (keys[0] === "drawn" && keys.length === 3) return ["laterSec"];
  return keys[0] === "events" || keys[0] === "drawn" ? ["untilSec", "label", "region"] : [];
}
