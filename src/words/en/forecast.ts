import type {
  ComparisonWords,
  CurveWords,
  ForecastFound,
  ForecastWords,
  Metered,
} from "../contract/findings.ts";
import { money } from "../figures.ts";
import { picture } from "./picture.ts";
import { partName } from "./places.ts";

const meters: Readonly<Record<Metered, string>> = {
  web: "boxes that come and go",
  workers: "workers that come and go",
  logs: "full logs",
  traffic: "traffic",
};

/** "bill $4,253 + traffic about $9,900 = about $14,150 of $15,000", the longest form first. */
function forms({ fixed, metered, total, atMost, budget }: ForecastFound): readonly string[] {
  const of = budget === undefined ? "" : ` of ${money(budget)}`;
  if (!metered) return [`bill ${money(total)}${of}`];
  const most = atMost === undefined ? "" : `, at most ${money(atMost)},`;
  // Nobody adds nothing.
  if (metered.perMonth === 0) return [`bill ${money(fixed)}${most}${of}`, `bill ${money(fixed)}${of}`];
  const sum = `bill ${money(fixed)} + ${meters[metered.for]} about ${money(metered.perMonth)}`;
  return [
    `${sum} = about ${money(total)}${most}${of}`,
    `${sum} = about ${money(total)}${of}`,
    `bill ${money(fixed)} + about ${money(metered.perMonth)}${of}`,
    `bill about ${money(total)}${of}`,
  ];
}

export const forecast: ForecastWords = {
  bill: forms,
  spoken: (found) => {
    const [sum = ""] = forms(found);
    return `${sum[0]?.toUpperCase()}${sum.slice(1)} a month.`;
  },
  monthly: ({ metered, total }) => `${metered ? "about " : ""}${money(total)}`,
  overBudget: ({ over, budget, isFixed }) =>
    isFixed
      ? `${money(over)} over the budget of ${money(budget)}: it cannot be run.`
      : `Before traffic it is ${money(over)} over the budget of ${money(budget)}: it cannot be run.`,
  warning: ({ for: meter, over }) =>
    `About ${money(over)} over budget with ${meters[meter]}: it can run, not pass.`,
};

const better: ComparisonWords["better"] = {
  costPerMonth: "cheaper",
  latencyP95Ms: "quicker",
  availability: "more available",
};

export const comparison: ComparisonWords = {
  same: (value) => `the same for all that pass: ${value}`,
  better,
  rank: ({ by, percent }) =>
    `${better[by] ?? "better"} than ${percent === 0 ? "none" : percent === 100 ? "all" : `${percent} %`}`,
};

export const curves: CurveWords = {
  requests: "requests",
  answered: "answered",
  inVain: "work in vain",
  orders: "orders",
  busy: (part) => `${part} busy`,
  hits: (part) => `${part} hits`,
  boxes: (part) => `${part} boxes`,
  waiting: (part) => `${part} waiting`,
  lag: (part) => `${part} lag`,
  queue: (part) => `${part} queue`,
  part: ({ name, region }) => {
    const parts: Readonly<Record<string, { readonly name: string }>> = picture.parts;
    const short = name === "box" ? "box" : (parts[name]?.name ?? partName({ name }));
    return region === undefined ? short : `${short} ${region}`;
  },
};
