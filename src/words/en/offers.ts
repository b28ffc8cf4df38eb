import type { OffersWords } from "../contract/content.ts";

const onOff = { on: "yes", off: "no" } as const;

const offers: OffersWords["offers"] = {
  "dns.domain": {
    name: "Domain",
    line: "A domain name and DNS for it. Without it nobody finds the site.",
    choices: onOff,
  },
  "second-site": {
    name: "Second site",
    line: "Seoul: balancer pair, web boxes, sessions, cache, six replicas, and geo-routing.",
    choices: { none: "none" },
  },
  "second-region": {
    name: "Second region",
    line: "Seoul: everything you have a second time, and geo-routing with a DNS TTL of 10 s.",
  },
  data: {
    name: "Data tier",
    line: "One primary with a replica, or shards: one schema, each with a part of the data.",
  },
  "dns.geo": { name: "Geo-routing", line: "DNS answers with the nearest healthy site.", choices: onOff },
  "dns.ttl": {
    name: "DNS TTL",
    line: "Resolvers keep a DNS answer this long, even when its site has failed.",
  },
  "dns.check": {
    name: "Site check",
    line: "Seconds between health checks of a site; three that fail take it out.",
  },
  "cdn.assets": {
    name: "CDN",
    line: "Static files from an edge 20 ms from each user, billed by the GB.",
    choices: { none: "no", static: "images, CSS, JS", archive: "all, with archive" },
  },
  "cdn.ttl": { name: "CDN TTL", line: "How long an edge keeps a file before it asks the origin again." },
  "cdn.versioned": {
    name: "Versioned URLs",
    line: "A changed file gets a new name: logo.png?v=2.",
    choices: onOff,
  },
  "cdn.purge": {
    name: "Purge API",
    line: "Removes files from every edge; half a cent a path.",
    choices: onOff,
  },
  "cdn.fallback": {
    name: "Fallback",
    line: "When the CDN is down, browsers load files from the origin.",
    choices: onOff,
  },
  "cdn.prefetch": {
    name: "Prefetch",
    line: "Loads popular files onto the edges before users ask.",
    choices: onOff,
  },
  "sync.mode": {
    name: "Site data",
    line: "How data is replicated to the second site: not at all, async or sync.",
  },
  "tools.logs": {
    name: "Central log",
    line: "Errors of all boxes in one place; full logs are billed by the GB.",
  },
  "tools.metrics": {
    name: "Metrics",
    line: "Hosts: CPU, memory, disk of each. Tiers: also of a whole tier.",
  },
  "tools.business": {
    name: "Business",
    line: "Orders, users, revenue: what no technical metric shows.",
    choices: onOff,
  },
  "tools.traces": {
    name: "Traces",
    line: "One request in a thousand, followed through every part.",
    choices: onOff,
  },
  "tools.ci": { name: "CI", line: "Tests builds. A bad one is rolled back, or already stopped at a canary." },
  "tools.deploy": {
    name: "Deployment",
    line: "By hand; automated in all regions at once; or one region after the other.",
  },
  "tools.smoke": {
    name: "Smoke tests",
    line: "Tests each region before users reach a new build.",
    choices: onOff,
  },
  "services.split": {
    name: "Services",
    line: "Photo, feed and checkout as services, each deployed alone.",
    choices: onOff,
  },
  "box.size": {
    name: "The box",
    line: "One box for web, database and cache. Its size in vCPU.",
    choices: { "0": "none" },
  },
  "lb.nodes": { name: "Load balancer", line: "One public address; spreads requests over the healthy boxes." },
  "lb.policy": {
    name: "Algorithm",
    line: "How the balancer chooses a box for a request.",
    choices: { two: "best of two", least: "least connections" },
  },
  "lb.interval": {
    name: "Health check",
    line: "Seconds between health checks of each box; two that fail take it out.",
  },
  "lb.misses": { name: "Fail threshold", line: "Failed checks in a row that take a box out of the pool." },
  "lb.retry": { name: "Retry", line: "A refused request is sent to another box.", choices: onOff },
  "lb.sticky": { name: "Sticky", line: "All requests of a user go to the same box.", choices: onOff },
  "lb.public": {
    name: "Public boxes",
    line: "Web boxes keep public IPs that anybody can reach and attack.",
    choices: onOff,
  },
  "web.count": {
    name: "Web boxes",
    line: "Each answers requests; a page needs 2 ms of CPU.",
  },
  "web.size": {
    name: "Web box size",
    line: "vCPU of each web box; twice as many do a little less than twice the work.",
  },
  "web.pool": { name: "Worker pool", line: "Requests that a box processes at a time." },
  "web.target": {
    name: "Autoscale at",
    line: "Adds and removes boxes to keep this utilization, in percent.",
    choices: { "0": "off" },
  },
  "web.min": {
    name: "At least",
    line: "The smallest number of boxes.",
    choices: { "0": "one" },
  },
  "web.max": {
    name: "At most",
    line: "The largest number of boxes.",
    choices: { "0": "as bought" },
  },
  "web.cooldown": { name: "Cooldown", line: "Time between two decisions of the autoscaler." },
  "web.window": { name: "Window", line: "The autoscaler looks at the mean of this time." },
  "web.boot": { name: "Boot time", line: "Time until a new box answers." },
  "web.local": {
    name: "Local cache",
    line: "Each web box keeps the hottest results in its own memory for this long.",
    choices: { "0s": "off" },
  },
  "sessions.store": {
    name: "Sessions",
    line: "Where sessions are stored.",
    choices: { local: "on each box", pair: "shared pair", sql: "database", node: "one cache node" },
  },
  "cache.nodes": { name: "Cache nodes", line: "Keep results in memory. A hit never reaches the database." },
  "cache.memory": {
    name: "Memory GB",
    line: "Per node; a GB holds half a million objects of 2 KB.",
  },
  "cache.ttl": { name: "Cache TTL", line: "Short: more misses. Long: stale unless invalidated." },
  "cache.evict": {
    name: "Eviction",
    line: "LRU evicts the least recently used entry, FIFO the oldest, LFU the least read.",
    choices: { lru: "LRU", fifo: "FIFO", lfu: "LFU" },
  },
  "cache.invalidate": {
    name: "On write",
    line: "Whether a write removes the cached copies of what it changed.",
    choices: { on: "invalidate", off: "nothing" },
  },
  "cache.lease": { name: "Lease", line: "When a hot key expires, one request rebuilds it.", choices: onOff },
  "cache.zones": { name: "Cache zones", line: "Number of zones that the cache nodes are spread over." },
  "cache.only": {
    name: "Cache only",
    line: "Orders are stored in the cache alone, not in the database.",
    choices: onOff,
  },
  "db.size": { name: "Primary size", line: "vCPU of the relational primary; it takes every write." },
  "db.replicas": { name: "Replicas", line: "Copies that serve reads and apply every write." },
  "db.replicaSize": { name: "Replica size", line: "vCPU of each replica." },
  "db.zones": {
    name: "Replica zones",
    line: "Zones of the replicas. The primary is in zone A.",
    choices: { A: "A", AB: "A and B", B: "B" },
  },
  "db.copy": {
    name: "Replication",
    line: "Async waits for no replica and may lose writes. Semi waits for one, sync for all.",
  },
  "db.fresh": { name: "Own writes", line: "After a write, a user reads from the primary.", choices: onOff },
  "db.promote": {
    name: "Promotion",
    line: "Whether people or software promote a replica when the primary fails.",
  },
  "db.recovery": {
    name: "Recovery",
    line: "Scripts that restore most of the writes lost in a failover.",
    choices: onOff,
  },
  "db.backups": { name: "Backups", line: "Copies from every five minutes; slow to restore.", choices: onOff },
  "kv.nodes": {
    name: "Key-value",
    line: "A store without joins: 1 ms an operation, 20,000 writes a second.",
  },
  "kv.holds": { name: "It holds", line: "Usage events only, or all data." },
  "shards.count": { name: "Shards", line: "Databases with one schema, each with a part of the data." },
  "shards.size": { name: "Shard size", line: "vCPU of each shard." },
  "shards.replicas": { name: "Shard replicas", line: "Replicas of each shard." },
  "shards.key": {
    name: "Shard key",
    line: "What decides on which shard a row lives.",
    choices: { user: "user id", country: "country", signup: "sign-up date" },
  },
  "shards.place": { name: "Placement", line: "How a key finds its shard: hash ring, or hash modulo N." },
  "shards.dedicated": {
    name: "Own shard",
    line: "The busiest account gets a shard of its own.",
    choices: onOff,
  },
  "shards.salt": {
    name: "Salting",
    line: "A hot row is split into this many rows.",
    choices: { "1": "off" },
  },
  "shards.likes": {
    name: "Likes",
    line: "Counted in rows, in a cache node's memory, or by a stream that adds them up.",
    choices: { rows: "in rows", memory: "in memory", stream: "by a stream" },
  },
  "shards.counter": { name: "Counter", line: "A total is kept beside the salted rows.", choices: onOff },
  "shards.feed": {
    name: "Feed copy",
    line: "A denormalized feed that one shard can answer.",
    choices: onOff,
  },
  "queue.kind": {
    name: "Queue",
    line: "Jobs wait outside the web tier; a durable queue survives a restart.",
  },
  "queue.ack": {
    name: "Acknowledge",
    line: "When a job is deleted from the queue: after the work, or on receipt.",
    choices: { receipt: "on receipt", done: "when done" },
  },
  "queue.attempts": {
    name: "Attempts",
    line: "Deliveries of a job before it is given up.",
    choices: { "0": "endless" },
  },
  "queue.dead": { name: "Dead letters", line: "Jobs given up go to a dead-letter queue.", choices: onOff },
  "queue.steps": {
    name: "Steps",
    line: "Crop, sharpen, blur as steps: an interrupted job resumes at its step.",
    choices: onOff,
  },
  "workers.count": { name: "Workers", line: "Boxes that process the jobs in the queue." },
  "workers.size": { name: "Worker size", line: "vCPU of each worker box." },
  "workers.max": {
    name: "Scale up to",
    line: "The largest number of workers while the queue is long.",
    choices: { "0": "fixed" },
  },
};

export const shop: OffersWords = {
  offers,
  choices: Object.fromEntries(
    [
      ...["async", "auto", "automated", "canary", "durable", "everything", "full", "hosts", "logs", "manual"],
      ...["memory", "modulo", "never", "none", "one primary", "ring", "rollback", "sampled", "semi", "sync"],
      ...["tiers", "Seoul"],
    ].map((label) => [label, label]),
  ),
  shards: (count) => `${count} shards`,
  // Boxes with their size fill the column; the offer says that they are in Seoul.
  seoul: (boxes) => (boxes.includes("×") ? boxes : `Seoul, ${boxes}`),
  none: "none",
  asItIs: "as it is",
  needs: {
    "a-balancer": "Needs a load balancer first.",
    "a-cache": "Needs a cache node first.",
    "a-cdn": "Needs a CDN first.",
    autoscaling: "Needs autoscaling first.",
    "a-second-site": "Needs a second site first.",
    "a-queue": "Needs a queue first.",
    shards: "Needs shards first.",
  },
};
