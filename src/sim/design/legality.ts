/** Designs as written against designs as playable: combinations that cannot work at all. Codes only; words are a language's. */
import type { Design, PartName, RegionName, Site } from "./design.ts";

/** A combination of a whole design's parts that cannot work. */
const designRules = {
  "site-without-route": { part: "dns", breaks: ({ sites, dns }) => sites.length > 1 && !dns.geo },
  "sync-without-site": {
    part: "sync",
    breaks: ({ sites, sync }) => sync.mode !== "none" && sites.length < 2,
  },
} as const satisfies Record<string, { part: PartName; breaks: (design: Design) => boolean }>;

/** A combination of one site's parts that cannot work. */
const siteRules = {
  "replica-without-primary": {
    part: "db",
    breaks: ({ db }, isHome) => isHome && db.replicas > 0 && db.size === 0,
  },
  "sticky-without-balancer": { part: "lb", breaks: ({ lb }) => lb.sticky && lb.nodes === 0 },
  "balancer-without-web": { part: "lb", breaks: ({ lb, web }) => lb.nodes > 0 && web.count === 0 },
  "box-and-web": { part: "box", breaks: ({ box, web }) => box.size > 0 && web.count > 0 },
  "queue-without-workers": {
    part: "workers",
    breaks: ({ queue, workers }) => queue.kind !== "none" && workers.count === 0,
  },
  "workers-without-queue": {
    part: "queue",
    breaks: ({ queue, workers }) => workers.count > 0 && queue.kind === "none",
  },
  "scale-below-count": {
    part: "workers",
    breaks: ({ workers }) => workers.max > 0 && workers.max < workers.count,
  },
  "scale-bounds": {
    part: "web",
    // Without a bound of its own a scaled tier never has more boxes than were bought.
    breaks: ({ web }) => web.target > 0 && (web.max > 0 ? web.max : web.count) < web.min,
  },
  "dedicated-without-shards": {
    part: "shards",
    breaks: ({ shards }) => shards.dedicated && shards.count === 0,
  },
  "memory-without-cache": {
    part: "shards",
    breaks: ({ shards, cache }) => shards.count > 0 && shards.likes === "memory" && cache.nodes === 0,
  },
  "only-without-cache": { part: "cache", breaks: ({ cache }) => cache.only && cache.nodes === 0 },
} as const satisfies Record<string, { part: PartName; breaks: (site: Site, isHome: boolean) => boolean }>;

/** What can be wrong with a design; every language has a sentence for each. */
export type ProblemCode = keyof typeof designRules | keyof typeof siteRules;
export const problemCodes = [...Object.keys(designRules), ...Object.keys(siteRules)] as ProblemCode[];

/** Why a design cannot be run, with the part it is about; without a region it is at home. */
export interface Problem {
  readonly code: ProblemCode;
  readonly part: PartName;
  readonly region?: RegionName;
}

/** Everything that keeps a design from being run; empty when it is playable. A bare start is playable: it fails honestly. */
export function problemsOf(design: Design): Problem[] {
  const problems: Problem[] = [];
  for (const code of Object.keys(designRules) as (keyof typeof designRules)[])
    if (designRules[code].breaks(design)) problems.push({ code, part: designRules[code].part });
  design.sites.forEach((site, index) => {
    for (const code of Object.keys(siteRules) as (keyof typeof siteRules)[])
      if (siteRules[code].breaks(site, index === 0))
        problems.push({ code, part: siteRules[code].part, ...(index > 0 ? { region: site.region } : {}) });
  });
  return problems;
}
