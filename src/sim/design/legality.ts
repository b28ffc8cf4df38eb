/** Designs as written against designs as playable: combinations that cannot work at all, one line each. */
import type { Design, Site } from "./design.ts";

/** A reason why a design cannot be run, with the part it is about. `code` names the words for it. */
export interface Problem {
  readonly part: string;
  readonly code: string;
  /** One plain line in English: what, and how to mend it. */
  readonly message: string;
}

/** Everything that keeps a design from being run; empty when it is playable. A bare start is playable: it fails honestly. */
export function problemsOf(design: Design): Problem[] {
  const problems: Problem[] = [];
  const say = (part: string, code: string, message: string) => problems.push({ part, code, message });
  if (design.sites.length > 1 && !design.dns.geo)
    say("dns", "site-without-route", "a second site needs geo names to send users there: add dns geo");
  if (design.sync.mode !== "none" && design.sites.length < 2)
    say("sync", "sync-without-site", "copying between sites needs a second site");
  design.sites.forEach((site, index) => {
    const at = index === 0 ? "" : `@${site.region} `;
    for (const problem of siteProblems(site, index === 0))
      say(at + problem.part, problem.code, problem.message);
  });
  return problems;
}

function siteProblems(site: Site, home: boolean): Problem[] {
  const problems: Problem[] = [];
  const say = (part: string, code: string, message: string) => problems.push({ part, code, message });
  if (home && site.db.replicas > 0 && site.db.size === 0)
    say("db", "replica-without-primary", "replicas copy a primary: give db a size");
  if (site.lb.sticky && site.lb.nodes === 0)
    say("lb", "sticky-without-balancer", "sticky sessions are a setting of a balancer: buy lb first");
  if (site.lb.nodes > 0 && site.web.count === 0)
    say("lb", "balancer-without-web", "a balancer needs web boxes behind it");
  if (site.box.size > 0 && site.web.count > 0)
    say("box", "box-and-web", "an all-in-one box and a web tier exclude each other: choose one");
  if (site.queue.kind !== "none" && site.workers.count === 0)
    say("workers", "queue-without-workers", "a queue needs workers that empty it");
  if (site.workers.count > 0 && site.queue.kind === "none")
    say("queue", "workers-without-queue", "workers need a queue to take work from");
  if (site.workers.max > 0 && site.workers.max < site.workers.count)
    say("workers", "scale-below-count", "workers scale up to a number not below their count");
  if (site.web.target > 0 && site.web.max < site.web.min)
    say("web", "scale-bounds", "autoscaling needs max at least as large as min");
  if (site.shards.dedicated && site.shards.count === 0)
    say("shards", "dedicated-without-shards", "a dedicated shard stands beside other shards");
  if (site.cache.only && site.cache.nodes === 0)
    say("cache", "only-without-cache", "keeping orders in the cache alone needs a cache");
  return problems;
}
