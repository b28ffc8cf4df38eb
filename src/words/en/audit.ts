import type { FaultPart, Lost } from "../../game/index.ts";
import type { AuditWords } from "../contract/audit.ts";
import { grouped } from "../figures.ts";
import { partName, reasonClause, regionName } from "./places.ts";

const faults: Readonly<Record<FaultPart, string>> = {
  box: "the box",
  lb: "one balancer",
  web: "one web box",
  sessions: "one session node",
  cache: "one cache node",
  db: "the primary",
  replicas: "one replica",
  shards: "one shard's primary",
  kv: "one key-value node",
  queue: "the broker",
  workers: "one worker box",
  "zone-A": "zone A",
  "zone-B": "zone B",
  site: "the home site",
  cdn: "the CDN",
};

function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

function lost({ requests, orders = 0, photos = 0, sessions = 0, writes = 0 }: Lost): string {
  const kinds = [
    counted(requests, "request"),
    ...(orders > 0 ? [counted(orders, "order")] : []),
    ...(photos > 0 ? [counted(photos, "photo")] : []),
    ...(sessions > 0 ? [counted(sessions, "session")] : []),
    ...(writes > 0 ? [counted(writes, "confirmed write")] : []),
  ];
  return requests === 0 && kinds.length === 1 ? "nothing" : kinds.join(", ");
}

const states = {
  holds: "Holds",
  breaks: "Does not hold",
  "not-sold": "Does not hold",
} as const;

export const audit: AuditWords = {
  title: "THE AUDIT",
  beside: "each part lost once, for two minutes at the peak",
  rule: ({ machine, others }) =>
    `A loss holds when ${others} of what is asked for in the ten minutes that begin with it is answered` +
    `${machine === others ? "" : `, ${machine} where it is one machine`}, and no goal for what is lost for good is ` +
    "missed. Being slow is allowed.",
  fault: ({ part, region }) => {
    if (region === undefined) return faults[part];
    return part === "site" ? `the site in ${regionName(region)}` : `${faults[part]} in ${regionName(region)}`;
  },
  heads: ["", "lost", "answered", "needs", "outage", "what was lost"],
  outage: (sec) => (sec === 0 ? "none" : `${grouped(sec)} s`),
  lost,
  where: ({ count, place, reason }) => `${grouped(count)}: the ${partName(place)} ${reasonClause(reason)}`,
  missed: (indicator) => `goal missed: ${indicator}`,
  notSold: "nothing on sale helps",
  undisturbed: ({ availability, holds }) =>
    holds
      ? `With nothing lost: ${availability} answered.`
      : `Already with nothing lost only ${availability} are answered.`,
  verdict: ({ broken, of, holds }) =>
    of === 0 && holds
      ? "The audit holds: the shop sells no cure for any of these losses."
      : holds
        ? `The audit holds: ${counted(of, "loss that counts is borne", "losses that count are borne")}.`
        : broken === 0
          ? "The audit does not hold: the peak itself is too much."
          : `The audit does not hold: ${broken} of ${counted(of, "loss", "losses")} that the shop sells a cure for.`,
  progress: ({ done, of }) => `losing one part after another: ${done} of ${of}`,
  lostPart: (fault) => `${fault} lost`,
  every: "any part lost",
  borne: "borne",
  peak: "the peak alone",
  see: "d shows the audit",
  spoken: ({ fault, availability, bound, outageSec, lost, where, state }) => {
    const outage = outageSec > 0 ? `longest outage ${counted(outageSec, "second")}, ` : "";
    const parts = [`${availability} answered, ${bound} needed`, `${outage}lost ${lost}`, ...where];
    return `${fault}: ${states[state]}. ${parts.join("; ")}.`;
  },
};
