/**
 * A system as a form: rows to fill in, made of the shapes that files are checked by. Every change gives a system again,
 * or the first thing wrong with it; nothing else is ever kept.
 */
import type * as v from "valibot";
import type { RegionName } from "../../sim/index.ts";
import {
  clientsSchema,
  dataSchema,
  eventSchemas,
  pricesSchema,
  scenarioSchema,
  streamSchema,
} from "./scenario-shape.ts";
import { goalIndicators, type System, type SystemFound, systemFromJson } from "./system.ts";

/** The parts of a form. */
export type FormPart = "traffic" | "events" | "goals" | "time" | "data" | "clients" | "prices";

/** Lists that entries can be added to. */
export type EntryList = "streams" | "events" | "goals";

type Path = readonly (string | number)[];

/** A row: a field, or what adds an entry to a list. */
export type FormRow = FormField | { readonly kind: "add"; readonly list: EntryList };

export interface FormField {
  readonly kind: "field";
  /** "rate" of "streams[1].rate"; what is said of it goes by this. */
  readonly name: string;
  readonly path: Path;
  /** What can be chosen; otherwise it is typed. */
  readonly choices?: readonly string[];
  readonly isOptional: boolean;
  /** The entry of a list that it belongs to. */
  readonly entry?: { readonly list: EntryList; readonly at: number };
}

/** The rows of a section. */
export function rowsOf({ goals, scenario }: System, section: FormPart): readonly FormRow[] {
  switch (section) {
    case "traffic":
      return listRows(scenario.streams, "streams", () => streamSchema.entries);
    case "events":
      return listRows(scenario.events, "events", ({ what }) => eventEntries(what));
    case "goals":
      return [
        ...goals.flatMap((_, at) =>
          (["indicator", "bound", "target"] as const).map((name): FormField => {
            const choices = { indicator: goalIndicators, bound: ["atMost", "atLeast"], target: undefined }[
              name
            ];
            const entry = { list: "goals", at } as const;
            return { ...field(name, ["goals", at, name], false), ...(choices ? { choices } : {}), entry };
          }),
        ),
        { kind: "add", list: "goals" },
        field("budget", ["budget"], true),
      ];
    case "time":
      return (["ticks", "tickSec", "billBandwidth", "fog"] as const).map((name) =>
        rowFor(name, scenarioSchema.entries[name], ["scenario", name]),
      );
    case "data":
      return fields(dataSchema.entries, ["scenario", "data"]);
    case "clients":
      return fields(clientsSchema.entries, ["scenario", "clients"]);
    case "prices":
      // Boxes that fail have a row of their own name.
      return fields(pricesSchema.entries, ["scenario", "prices"]).map((row) => ({
        ...row,
        name: `prices.${row.name}`,
      }));
  }
}

type Entries = Readonly<Record<string, v.GenericSchema>>;

function listRows<E>(
  entries: readonly E[],
  list: "streams" | "events",
  shapeOf: (entry: E) => Entries,
): readonly FormRow[] {
  return [
    ...entries.flatMap((each, at) =>
      fields(shapeOf(each), ["scenario", list, at]).map((row) => ({ ...row, entry: { list, at } })),
    ),
    { kind: "add", list },
  ];
}

function fields(entries: Entries, path: Path): FormField[] {
  return Object.entries(entries).map(([name, schema]) => rowFor(name, schema, [...path, name]));
}

function field(name: string, path: Path, isOptional: boolean): FormField {
  return { kind: "field", name, path, isOptional };
}

/** What a shape says of its field. */
function rowFor(name: string, schema: v.GenericSchema, path: Path): FormField {
  const isOptional = schema.type === "exact_optional";
  const inner = isOptional ? (schema as unknown as { readonly wrapped: v.GenericSchema }).wrapped : schema;
  const row = field(name, path, isOptional);
  if (name === "what") return { ...row, choices: Object.keys(eventSchemas) };
  if (inner.type === "boolean") return { ...row, choices: ["false", "true"] };
  const options = (inner as unknown as { readonly options?: readonly string[] }).options;
  return inner.type === "picklist" && options ? { ...row, choices: options } : row;
}

/** The fields of a kind of event, when it comes first. */
function eventEntries(what: string): Entries {
  const { label, ...entries } = eventSchemas[what] ?? {};
  return { ...entries, ...(label ? { label } : {}) };
}

/** What stands in a field, as it would be typed; "" where nothing does. */
export function textIn(system: System, { path, name }: FormField): string {
  const value = valueIn(system, path);
  if (value === undefined) return "";
  if (name === "curve" && Array.isArray(value))
    return value.length === 1 ? String(value[0][1]) : value.map(([at, rate]) => `${at}:${rate}`).join(" ");
  if (name === "regions")
    return Object.entries(value as object)
      .map(([region, share]) => `${region} ${share}`)
      .join(" ");
  return String(value);
}

/** The system with a field filled in anew; "" takes out what may be left out. */
export function withText(system: System, row: FormField, text: string): SystemFound {
  const written = text.trim();
  return changed(system, (copy) =>
    put(copy, row.path, written === "" && row.isOptional ? undefined : readAs(row, written)),
  );
}

/** The system with the next choice of a field, or the one before. */
export function withChoice(system: System, row: FormField, by: 1 | -1): SystemFound | undefined {
  const { choices = [] } = row;
  const at = choices.indexOf(textIn(system, row));
  const next = choices[row.isOptional && at < 0 ? (by > 0 ? 0 : -1) : at + by];
  if (next === undefined) return row.isOptional && at >= 0 ? withText(system, row, "") : undefined;
  if (row.name !== "what") return withText(system, row, next);
  return changed(system, (copy) => {
    const { events } = copy.scenario;
    const index = row.path.at(-2) as number;
    events[index] = eventOf(next, events[index] as Tree) as (typeof events)[number];
  });
}

/** The system with one entry more, which says something sensible. */
export function withEntry(system: System, list: EntryList): SystemFound {
  return changed(system, (copy) => {
    const { streams, events, ticks, tickSec } = copy.scenario;
    const endSec = ticks * tickSec;
    if (list === "streams")
      streams.push({
        ...{ kind: "page", curve: [[0, 100]], mobileShare: 0.4 },
        regions: { ...(streams[0]?.regions ?? { us: 1 }) },
      });
    else if (list === "events")
      events.push({
        ...{ what: "crash", tier: "web", boxes: 1 },
        atSec: Math.floor(endSec / 3),
        untilSec: Math.floor(endSec / 2),
      });
    else {
      const isNew = ({ indicator }: (typeof usualGoals)[number]) =>
        !copy.goals.some((goal) => goal.indicator === indicator);
      copy.goals.push({ ...(usualGoals.find(isNew) ?? { indicator: "latencyMeanMs", atMost: 1_000 }) });
    }
  });
}

/** The system without an entry. */
export function withoutEntry(system: System, { list, at }: NonNullable<FormField["entry"]>): SystemFound {
  return changed(system, (copy) => {
    (list === "goals" ? copy.goals : copy.scenario[list]).splice(at, 1);
  });
}

/** Goals as they are usually set, the first ones first. */
const usualGoals = [
  { indicator: "availability", atLeast: 0.99 },
  { indicator: "latencyP95Ms", atMost: 200 },
  { indicator: "latencyP99Ms", atMost: 500 },
  { indicator: "worstTickAvailability", atLeast: 0.5 },
  { indicator: "writeP99Ms", atMost: 200 },
] as const;

/** What a field of an event begins with. */
const usual: Readonly<Record<string, unknown>> = {
  ...{ boxes: 1, nodes: 1, messages: 1, durationSec: 20, speed: 0.3, errorShare: 0.2, cpuShare: 0.5 },
  ...{
    share: 0.1,
    objects: 100_000,
    readsPerSec: 1_000,
    likesPerSec: 100,
    zone: "A",
    region: "us",
    tier: "web",
  },
};

/** An event of another kind at the same time, with what both have. */
function eventOf(what: string, { atSec, untilSec, ...before }: Tree): Tree {
  const rows = fields(eventEntries(what), []).filter(
    ({ name }) => !["what", "atSec", "untilSec", "label"].includes(name),
  );
  const own = rows.flatMap(({ name, choices, isOptional }) => {
    const kept = before[name];
    if (isOptional) return kept === undefined ? [] : [[name, kept]];
    const wanted = kept ?? usual[name];
    return [[name, !choices || choices.includes(String(wanted)) ? wanted : choices[0]]];
  });
  const until = what === "disk-fills" ? (untilSec ?? Number(atSec) + 60) : untilSec;
  return { what, ...Object.fromEntries(own), atSec, ...(until === undefined ? {} : { untilSec: until }) };
}

type Tree = Record<string, unknown>;

/** A changed copy, checked as a file is. */
function changed(system: System, change: (copy: System) => void): SystemFound {
  const copy = structuredClone(system);
  change(copy);
  return systemFromJson(copy);
}

function valueIn(system: System, path: Path): unknown {
  const [list, at, name] = path;
  if (list === "goals" && (name === "bound" || name === "target")) {
    const goal = system.goals[at as number];
    const side = goal?.atMost === undefined ? "atLeast" : "atMost";
    return name === "bound" ? side : goal?.[side];
  }
  return path.reduce<unknown>((holder, key) => (holder as Tree | undefined)?.[key], system);
}

/** Puts a value in its place, in a holder that may have been left out so far; undefined takes out what stood there. */
function put(copy: System, path: Path, value: unknown): void {
  const [list, at, name] = path;
  if (list === "goals" && (name === "bound" || name === "target")) {
    const { indicator, atMost, atLeast } = copy.goals[at as number] as System["goals"][number];
    const side = name === "bound" ? value : atMost === undefined ? "atLeast" : "atMost";
    const target = name === "target" ? value : (atMost ?? atLeast);
    copy.goals[at as number] = { indicator, [String(side)]: target };
    return;
  }
  const holder = path.slice(0, -1).reduce<Tree>((each, name) => {
    each[name] ??= {};
    return each[name] as Tree;
  }, copy as Tree);
  const key = String(path.at(-1));
  if (value === undefined) delete holder[key];
  else holder[key] = value;
}

/** What was typed, as the field takes it; what cannot be read stays as it is, so that the checker tells it. */
function readAs({ name, choices }: FormField, text: string): unknown {
  if (name === "label") return text;
  if (name === "curve") return curveIn(text);
  if (name === "regions") return regionsIn(text);
  if (choices) return text === "true" ? true : text === "false" ? false : text;
  return numberIn(text);
}

/** "1,000", "40 %", "1e6". */
function numberIn(text: string): unknown {
  const bare = text.replace(/(?<=\d)[,_ '’](?=\d{3}(?!\d))/g, "").trim();
  const [, percent] = /^([\d.]+) ?%$/.exec(bare) ?? [];
  const value = Number(percent ?? bare);
  if (bare === "" || !Number.isFinite(value)) return text;
  return percent === undefined ? value : value / 100;
}

/** "300", or points of a second and a rate: "0:300 200:900". */
function curveIn(text: string): unknown {
  const parts = text.split(/[\s;]+/);
  if (parts.length === 1 && !text.includes(":")) return [[0, numberIn(text)]];
  return parts.map((part) => (part.includes(":") ? part.split(":").map(numberIn) : part));
}

/** "us 0.7 europe 30%"; a region alone has all users. */
function regionsIn(text: string): unknown {
  const parts = text
    .toLowerCase()
    .split(/[\s,=:]+/)
    .filter((part) => part !== "");
  const found: Partial<Record<RegionName | string, unknown>> = {};
  for (let n = 0; n < parts.length; n++) {
    const region = parts[n] as string;
    const next = parts[n + 1];
    const hasShare = next !== undefined && /^[\d.]/.test(next);
    found[region] = hasShare ? numberIn(next) : 1;
    if (hasShare) n++;
  }
  return found;
}
