/** The words of the shop, by the offer's id: a name of at most 15 characters and one true line on what it does. */
export interface OfferWords {
  readonly name: string;
  readonly line: string;
  /** How a choice is shown, by its label, where the label itself says too little. */
  readonly choices?: Readonly<Record<string, string>>;
}

const onOff = { on: "yes", off: "no" } as const;

export const offerWords: Readonly<Record<string, OfferWords>> = {
  "dns.domain": {
    name: "Domain",
    line: "A name, and a third party that tells everybody your address. Without it nobody arrives.",
    choices: onOff,
  },
  "second-site": {
    name: "Second site",
    line: "Seoul: a balancer pair, boxes, sessions, cache, three replicas; names lead to the nearest.",
    choices: { none: "none" },
  },
  "second-region": {
    name: "Second region",
    line: "Seoul: everything you have, once more, and names that lead to the nearest for 10 s.",
  },
  data: {
    name: "Data tier",
    line: "One primary and its copy, or shards: one schema, each with its part of the data.",
  },
  "dns.geo": { name: "Nearest site", line: "Names answer with the nearest healthy site.", choices: onOff },
  "dns.ttl": { name: "Name kept for", line: "Resolvers remember an answer this long, right or wrong." },
  "dns.check": { name: "Site check", line: "Seconds between health checks; three misses take a site out." },
  "cdn.assets": {
    name: "CDN",
    line: "Static files from an edge 20 ms from each user, paid by the GB.",
    choices: { none: "no", static: "images, CSS, JS", archive: "all, with archive" },
  },
  "cdn.ttl": { name: "Kept at edge", line: "How long the edge serves a file before it asks you again." },
  "cdn.versioned": {
    name: "Versioned URLs",
    line: "A changed file gets a new name: logo.png?v=2.",
    choices: onOff,
  },
  "cdn.purge": {
    name: "Purge API",
    line: "Takes files out of every edge; half a cent a path.",
    choices: onOff,
  },
  "cdn.fallback": {
    name: "Fallback",
    line: "When the edge is down, browsers load from you.",
    choices: onOff,
  },
  "cdn.prefetch": { name: "Prefetch", line: "Fills the edge before anybody asks.", choices: onOff },
  "sync.mode": { name: "Sites' data", line: "How the second site gets the first one's data." },
  "tools.logs": { name: "Central log", line: "Errors of all boxes in one place; full logs cost by the GB." },
  "tools.metrics": { name: "Metrics", line: "Hosts: CPU, memory, disk. Tiers: a whole tier as one figure." },
  "tools.business": {
    name: "Business",
    line: "Orders, users, revenue: what a green CPU cannot tell.",
    choices: onOff,
  },
  "tools.ci": { name: "CI", line: "Builds tested; a bad one is rolled back, or stopped at a canary." },
  "tools.deploy": { name: "Deployment", line: "By hand, or the same everywhere by a machine." },
  "tools.smoke": { name: "Smoke tests", line: "Each region is tried before its users are.", choices: onOff },
  "services.split": { name: "Services", line: "Photos, feed and checkout deployed apart.", choices: onOff },
  "box.size": {
    name: "The box",
    line: "One machine for web, database and cache. Its size in vCPU.",
    choices: { "0": "none" },
  },
  "lb.nodes": { name: "Load balancer", line: "One public address; spreads requests and skips dead boxes." },
  "lb.policy": { name: "Spread by", line: "How the balancer chooses a box." },
  "lb.interval": { name: "Health check", line: "Seconds between checks of each box." },
  "lb.misses": { name: "Checks missed", line: "So many missed checks and a box is out." },
  "lb.retry": { name: "Retry", line: "A refused request goes to another box at once.", choices: onOff },
  "lb.sticky": { name: "Sticky", line: "A user always returns to the same box.", choices: onOff },
  "lb.public": {
    name: "Public boxes",
    line: "Boxes keep addresses that the whole internet can try.",
    choices: onOff,
  },
  "web.count": { name: "Web boxes", line: "Each answers requests: 20 ms of CPU for a page." },
  "web.size": { name: "Web box size", line: "vCPU of each web box; n vCPU do n^0.9 of work." },
  "web.pool": { name: "Worker pool", line: "Requests a box holds at a time." },
  "web.target": {
    name: "Autoscale at",
    line: "Boxes come and go to keep this utilization, in percent.",
    choices: { "0": "off" },
  },
  "web.min": {
    name: "At least",
    line: "Boxes that are always there.",
    choices: { "0": "one" },
  },
  "web.max": {
    name: "At most",
    line: "Boxes beyond which it never goes.",
    choices: { "0": "as bought" },
  },
  "web.boot": { name: "Boot time", line: "Until a new box answers." },
  "web.local": {
    name: "Local cache",
    line: "Each web process keeps the hottest results itself, for so long.",
    choices: { "0s": "off" },
  },
  "sessions.store": {
    name: "Sessions",
    line: "Where it is remembered who is logged in.",
    choices: { local: "on each box", pair: "shared pair", sql: "database", node: "one cache node" },
  },
  "cache.nodes": { name: "Cache nodes", line: "Results in memory. A hit never reaches the database." },
  "cache.memory": { name: "Memory GB", line: "Per node; a GB holds 250,000 objects." },
  "cache.ttl": { name: "Kept for", line: "Short: reloads. Long: stale unless invalidated." },
  "cache.evict": {
    name: "When full",
    line: "Which entry goes: the least recently used, the oldest, the least used.",
    choices: { lru: "LRU", fifo: "FIFO", lfu: "LFU" },
  },
  "cache.invalidate": {
    name: "On write",
    line: "A write removes the old copy.",
    choices: { on: "invalidate", off: "nothing" },
  },
  "cache.lease": { name: "Lease", line: "When a hot key expires, one request rebuilds it.", choices: onOff },
  "cache.zones": { name: "Cache zones", line: "Nodes spread over so many locations." },
  "cache.only": { name: "Cache only", line: "Orders stay in memory and skip the database.", choices: onOff },
  "db.size": { name: "Primary size", line: "vCPU of the relational primary; it takes every write." },
  "db.replicas": { name: "Replicas", line: "Copies that serve reads, and replay every write." },
  "db.replicaSize": { name: "Replica size", line: "vCPU of each replica." },
  "db.zones": {
    name: "Replica zones",
    line: "Where the copies stand. The primary is in zone A.",
    choices: { A: "A", AB: "A and B", B: "B" },
  },
  "db.copy": {
    name: "Copying",
    line: "Async: fast, may lose the tail. Semi: waits for one copy. Sync: waits for all.",
  },
  "db.fresh": { name: "Own writes", line: "Whoever just wrote reads from the primary.", choices: onOff },
  "db.promote": { name: "Promotion", line: "Who makes a replica the primary when it dies." },
  "db.recovery": {
    name: "Recovery",
    line: "Scripts that bring most of a missing tail back.",
    choices: onOff,
  },
  "db.backups": { name: "Backups", line: "A copy of last resort; slow to restore.", choices: onOff },
  "kv.nodes": { name: "Key-value", line: "1-ms operations, no joins; 2,000 writes a second a node." },
  "kv.holds": { name: "It holds", line: "The usage events alone, or everything." },
  "shards.count": { name: "Shards", line: "Databases that share a schema, not data." },
  "shards.size": { name: "Shard size", line: "vCPU of each shard." },
  "shards.replicas": { name: "Shard replicas", line: "Copies of each shard." },
  "shards.key": {
    name: "Shard key",
    line: "What decides on which shard a row lives.",
    choices: { user: "user id", country: "country", signup: "sign-up date" },
  },
  "shards.place": { name: "Placement", line: "How the key becomes a shard: ring or modulo." },
  "shards.dedicated": {
    name: "Own shard",
    line: "The heaviest account moves to a shard of its own.",
    choices: onOff,
  },
  "shards.salt": {
    name: "Salting",
    line: "A hot row is split over so many sub-rows.",
    choices: { "1": "off" },
  },
  "shards.counter": { name: "Counter", line: "A summed count beside the salted rows.", choices: onOff },
  "shards.feed": { name: "Feed copy", line: "A de-normalised feed, answered by one shard.", choices: onOff },
  "queue.kind": { name: "Queue", line: "Jobs wait outside the web tier; durable ones survive a restart." },
  "queue.ack": {
    name: "Acknowledge",
    line: "When a message counts as done: after the work, or on receipt.",
    choices: { receipt: "on receipt", done: "when done" },
  },
  "queue.attempts": {
    name: "Attempts",
    line: "Tries before a message is given up.",
    choices: { "0": "endless" },
  },
  "queue.dead": { name: "Dead letters", line: "Messages given up are parked, not dropped.", choices: onOff },
  "queue.steps": {
    name: "Steps",
    line: "Crop, sharpen, blur apart: work resumes at its step.",
    choices: onOff,
  },
  "workers.count": { name: "Workers", line: "Boxes that take jobs from the queue at their own pace." },
  "workers.size": { name: "Worker size", line: "vCPU of each worker box." },
  "workers.max": {
    name: "Scale up to",
    line: "More workers while the queue is deep.",
    choices: { "0": "fixed" },
  },
};

/** Why an offer cannot be had now, by the code of what it needs: after "it", or as a sentence of its own. */
export const offNotes: Readonly<Record<string, string>> = {
  "a-balancer": "needs a load balancer first",
  "a-cache": "needs a cache node first",
  "a-cdn": "needs a CDN first",
  autoscaling: "needs autoscaling first",
  "a-second-site": "needs a second site first",
  "a-queue": "needs a queue first",
  shards: "needs shards first",
};
