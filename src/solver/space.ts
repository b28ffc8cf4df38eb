/** The designs of a level's shop, each once: what cannot work or makes no difference is left out. */
import { designAt, type Level, spaceSize } from "../game/index.ts";
import {
  type Design,
  emptyPart,
  fixedCostPerMonth,
  formatDesign,
  type PartName,
  problemsOf,
  type Site,
} from "../sim/index.ts";

/** One design of a space. */
export interface Candidate {
  /** Its number in the whole space. */
  readonly index: number;
  readonly design: Design;
  /** The line that stands for it. */
  readonly line: string;
  readonly fixedCostPerMonth: number;
}

/** A part of a space: every n-th design, starting with the i-th (from 0). */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Settings that mean nothing while their part is not there. */
const absentWhen: readonly (readonly [PartName, (site: Site) => boolean])[] = [
  ["cache", (site) => site.cache.nodes === 0],
  ["lb", (site) => site.lb.nodes === 0 && !site.lb.public],
  ["web", (site) => site.web.count === 0],
  ["shards", (site) => site.shards.count === 0],
  ["queue", (site) => site.queue.kind === "none"],
  ["workers", (site) => site.workers.count === 0],
  ["kv", (site) => site.kv.nodes === 0],
];

/** The design with every setting that means nothing put back to its initial value. */
export function canonical(design: Design): Design {
  const sites = design.sites.map((site) => {
    let result = site;
    for (const [part, absent] of absentWhen)
      if (absent(site)) result = { ...result, [part]: emptyPart(part) };
    return result;
  });
  const cdn = design.cdn.assets === "none" ? (emptyPart("cdn") as Design["cdn"]) : design.cdn;
  return { ...design, cdn, sites: sites as unknown as Design["sites"] };
}

/** The playable designs within a budget, each once, in order of their number. */
export function* candidates(
  level: Level,
  options: { readonly shard?: Shard; readonly budget?: number } = {},
): Generator<Candidate> {
  const { shard = { index: 0, of: 1 }, budget = level.budget } = options;
  const size = spaceSize(level);
  const seen = new Set<string>();
  for (let index = shard.index; index < size; index += shard.of) {
    const design = canonical(designAt(level, index));
    const cost = fixedCostPerMonth(design);
    if (cost > budget || problemsOf(design).length > 0) continue;
    const line = formatDesign(design);
    if (seen.has(line)) continue;
    seen.add(line);
    yield { index, design, line, fixedCostPerMonth: cost };
  }
}
