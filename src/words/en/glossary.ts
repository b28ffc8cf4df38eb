import type { GlossaryEntry } from "../contract/content.ts";

/** A term that the chapter does not have, and says so. */
function supplement(term: string, definition: string, names?: readonly string[]): GlossaryEntry {
  return { term, definition: `${definition} (Not in the chapter.)`, ...(names && { names }) };
}

export const glossary: readonly GlossaryEntry[] = [
  supplement(
    "ACID",
    "What a transaction promises: atomic, all or nothing; consistent, rules hold; isolated, as if alone; durable, it survives a crash.",
  ),
  {
    term: "Acknowledgement",
    definition:
      "A consumer's message to the queue that a job is done; given after the work, nothing is lost when the consumer dies.",
  },
  supplement(
    "Anycast",
    "Many servers share one IP address, and the network routes each user to the nearest; used by DNS providers and CDNs.",
  ),
  {
    term: "Asynchronous",
    definition: "Of work or copies: the sender goes on at once and does not wait until it is done.",
  },
  supplement(
    "Attack surface",
    "Everything of a system that an attacker can reach; private addresses make it smaller.",
  ),
  {
    term: "Auto-scaling",
    definition: "Adding and removing servers automatically as the load rises and falls.",
  },
  {
    term: "Availability",
    definition:
      "The share of requests that are answered properly and in time; 99.9 % allows 43 minutes of outage a month.",
  },
  supplement(
    "Availability zone",
    "A part of a region with its own power and network, so that one flood or fire does not stop the whole region.",
  ),
  supplement(
    "Backlog",
    "Work that has arrived and is not done yet; it grows whenever more arrives than can be served.",
  ),
  supplement(
    "Back-off and jitter",
    "Waiting longer before each further retry, plus a random time, so that clients do not retry in step.",
    ["Back-off", "jitter"],
  ),
  supplement(
    "Backpressure",
    "Telling the sender to slow down or stop when the receiver cannot keep up, for example by refusing when a queue is full.",
  ),
  supplement(
    "Blast radius",
    "The share of the service or of the users that one failure affects; with N equal servers, one in N.",
  ),
  {
    term: "Cache",
    definition:
      "Temporary storage, in memory, for the results of expensive responses or for data that is often used.",
  },
  {
    term: "Cache hit and miss",
    names: ["Cache hit", "miss"],
    definition: "A hit is a request that the cache can answer; a miss has to go on to the store behind it.",
  },
  supplement(
    "Canary",
    "A first small group of servers that gets a new build before the others, watched closely.",
  ),
  supplement(
    "CAP theorem",
    "When the network between copies fails, a store can stay consistent or stay available for all writes, but not both.",
  ),
  {
    term: "CDN",
    definition:
      "Content delivery network: servers spread over the world that deliver static content from near the user.",
  },
  {
    term: "Celebrity problem",
    definition:
      "One key, such as a celebrity's post, draws so many requests that its shard is overloaded while the others are idle; also hot key.",
  },
  supplement(
    "Circuit breaker",
    "A client's switch: after many failures it stops calling a service for a while, then tries one request.",
  ),
  {
    term: "Communication protocol",
    definition:
      "The agreed rules by which two parties talk, such as HTTP between a mobile app and a web server.",
    korean: "통신규약",
  },
  supplement(
    "Connection pool",
    "A limited set of open connections that requests share, because every connection costs a database memory.",
  ),
  supplement(
    "Consistent hashing",
    "Placing keys and shards on a ring, so that a new shard takes over only a slice of the keys.",
  ),
  {
    term: "Consumer",
    definition:
      "A service that takes messages from a queue and performs what they describe; also subscriber or worker.",
  },
  {
    term: "Continuous integration",
    definition:
      "Verifying each check-in automatically by building and testing it, so that problems show early.",
  },
  supplement(
    "Correlation id",
    "An id that a request carries through all services, so that all its log lines can be found.",
  ),
  {
    term: "Data center",
    definition: "A building, or a site, with servers, storage and network that serves users on its own.",
  },
  supplement(
    "Dead-letter queue",
    "Where messages go that have failed too often, so that they block nobody and can be looked at.",
  ),
  {
    term: "Denormalization",
    definition: "Keeping a copy of data, or a sum of it, where it is read, so that no join is needed.",
  },
  {
    term: "DNS",
    definition: "Domain Name System: translates names such as api.mysite.com into IP addresses.",
  },
  {
    term: "Durability",
    definition: "The promise that what was accepted survives a restart or the loss of a machine.",
  },
  { term: "Edge", definition: "The server of a CDN that stands near the user." },
  supplement(
    "Error budget",
    "The part of an objective that may be missed: with an objective of 99.5 %, the budget is 0.5 %.",
  ),
  supplement(
    "Eventual consistency",
    "A promise that all copies will agree once writes stop; until then reads may be stale.",
  ),
  {
    term: "Eviction",
    definition:
      "Removing items from a full cache to make room for new ones, by a policy such as LRU, FIFO or LFU.",
  },
  { term: "Failover", definition: "Moving work from a failed part to a healthy one.", korean: "장애조치" },
  {
    term: "Fallback",
    definition: "What is used when the first choice fails, such as the origin when the CDN is down.",
  },
  supplement(
    "Fan-out",
    "One post or request that turns into many: on write it is put into every follower's feed, on read each reader fetches it.",
  ),
  supplement(
    "Fencing",
    "Making sure that a failed primary can take no more writes before a replica is promoted.",
  ),
  { term: "FIFO", definition: "First in, first out: the oldest item is evicted, or served, first." },
  supplement("Flash crowd", "A sudden burst of visitors, far above the usual number."),
  {
    term: "geoDNS",
    definition: "A DNS service that resolves a name to an address by the location of the user.",
  },
  supplement(
    "Golden signals",
    "The four metrics to watch of every service: latency, traffic, errors, saturation.",
  ),
  supplement("Goodput", "The requests finished in time per second; what timed out does not count."),
  supplement(
    "Gray failure",
    "A failure of a part that still looks healthy, such as a server that fails only some of its requests.",
  ),
  {
    term: "Hash function",
    definition:
      "A function that turns a key into a number that looks random but is always the same for that key.",
  },
  {
    term: "Health check",
    definition:
      "A periodic request that tests whether a server works; after several failures in a row, the failure threshold, it is taken out of the pool.",
  },
  { term: "Hit ratio", definition: "The share of requests that a cache can answer itself." },
  {
    term: "Horizontal scaling",
    definition: "Adding more servers to the pool; also scaling out.",
    korean: "수평 확장",
  },
  {
    term: "HTTP",
    definition:
      "Hypertext Transfer Protocol: the stateless protocol by which browsers and apps talk to web servers.",
  },
  supplement(
    "Idempotent",
    "Of an action: doing it twice has the same effect as doing it once, for example because the server remembers its id (idempotency key).",
  ),
  {
    term: "Independent scaling",
    definition: "Growing one tier without growing the others, because they run apart.",
    korean: "독립적 확장",
  },
  supplement(
    "Index",
    "A sorted structure beside a table that finds rows without reading all of them; it makes reads fast and writes a little slower.",
  ),
  {
    term: "Invalidation",
    definition: "Removing a cached copy before it expires, because the original has changed.",
  },
  { term: "Join", definition: "A query that combines rows of several tables." },
  { term: "JSON", definition: "JavaScript Object Notation: a simple text format, common for API responses." },
  supplement(
    "L4 and L7",
    "A layer 4 balancer forwards TCP connections by address and port; a layer 7 balancer reads HTTP and can route by path or retry.",
    ["L4", "L7"],
  ),
  { term: "Latency", definition: "The time from a request to its answer, waiting included." },
  supplement(
    "Lease",
    "A right given to one client for a short time, such as to rebuild an expired cache entry while the others wait.",
  ),
  supplement("LFU", "Least frequently used: the item with the fewest reads is evicted first."),
  {
    term: "Load balancer",
    definition:
      "The part that spreads incoming requests over the servers of a pool and leaves out the unhealthy ones.",
  },
  supplement(
    "Load shedding",
    "Refusing some requests at once when there are too many, so that the others are answered in time.",
  ),
  {
    term: "LRU",
    definition: "Least recently used: the item that was not used for the longest time is evicted first.",
  },
  {
    term: "Message queue",
    definition:
      "A durable buffer for messages between producers and consumers, who need not wait for each other.",
  },
  {
    term: "NoSQL",
    definition:
      "Non-relational databases: key-value, document, column and graph stores, mostly without joins.",
  },
  supplement(
    "Object storage",
    "A store for files of any size, such as Amazon S3, at a low price a GB; the usual place for photos and videos.",
  ),
  supplement(
    "Objective (SLO)",
    "The target that an indicator should meet, such as 99.5 % of requests answered.",
    ["Objective", "SLO"],
  ),
  supplement(
    "Offered load",
    "Arrival rate times service time: how many servers the work would keep busy on average.",
  ),
  {
    term: "Origin",
    definition: "Where a CDN fetches a file that it does not have: the web server or an object storage.",
  },
  supplement(
    "p50, p95, p99",
    "Percentiles of latency: 50, 95 or 99 % of the requests took no longer than this. Here one that timed out counts with all that its client waited; one that was refused at once does not count.",
    ["p50", "p95", "p99"],
  ),
  supplement("Poison message", "A message that crashes every consumer that processes it, or makes it fail."),
  supplement(
    "Pre-signed URL",
    "A URL that allows one upload or download for a short time, so that files go straight to object storage.",
  ),
  { term: "Primary", definition: "The database that takes the writes; the chapter says master." },
  {
    term: "Private IP",
    definition: "An address that can be reached only inside the same network, not from the internet.",
  },
  {
    term: "Producer",
    definition: "A service that creates messages and publishes them to a queue; also publisher.",
  },
  { term: "Promotion", definition: "Making a replica the new primary after the old one has failed." },
  supplement(
    "Queueing",
    "Waiting for a busy server; the wait grows roughly as 1 / (1 − utilization), slowly at first and then steeply.",
  ),
  supplement(
    "Quorum",
    "The number of copies that must answer; if reads R and writes W satisfy R + W > N, a read meets the last write.",
  ),
  supplement(
    "Rate limit",
    "A limit on the requests of one client per second, usually enforced at the balancer or gateway.",
  ),
  supplement(
    "Read-your-own-writes",
    "A guarantee that users see their own changes at once, for example by reading from the primary after a write.",
  ),
  {
    term: "Redundancy",
    definition: "Having more than one of each part, so that one may fail.",
    korean: "서버다중화",
  },
  {
    term: "Relational database",
    definition: "A database of tables and rows that can be joined with SQL; also RDBMS or SQL database.",
  },
  { term: "Replica", definition: "A copy of the primary's data that serves reads; the chapter says slave." },
  {
    term: "Replication",
    definition: "Copying each change of one database to others, for speed, reliability and availability.",
    korean: "DB복제",
  },
  {
    term: "Replication lag",
    definition:
      "How far a replica is behind its primary: the time to ship a write plus the time until it is applied.",
  },
  {
    term: "Resharding",
    definition: "Moving data between shards, because one is full or they have become unequal.",
  },
  supplement(
    "Retry budget",
    "A limit on how many retries are allowed, so that they cannot multiply an overload.",
  ),
  supplement("Rollback", "Going back to the previous build."),
  supplement(
    "RPO and RTO",
    "Recovery point objective: how much data may be lost. Recovery time objective: how long the service may be down.",
    ["RPO", "RTO"],
  ),
  {
    term: "Session",
    definition: "What the service remembers of one user between requests, such as that they are logged in.",
  },
  {
    term: "Shard",
    definition: "One part of a database that was split; all shards share a schema, none shares data.",
  },
  {
    term: "Sharding key",
    definition: "One or more columns that decide on which shard a row lives; also partition key.",
  },
  supplement(
    "SLI",
    "Service level indicator: the thing you measure, such as the share of requests answered in time.",
  ),
  supplement("Split brain", "Two servers that both act as the primary, so that their data diverges."),
  { term: "SPOF", definition: "Single point of failure: a part whose failure stops everything." },
  { term: "Stale", definition: "Of a copy: older than the original, which has changed meanwhile." },
  supplement(
    "Stampede",
    "Many requests that miss the same expired key at once and rebuild it together; also thundering herd.",
  ),
  {
    term: "Stateful server",
    definition: "A server that remembers client data from one request to the next.",
  },
  {
    term: "Stateless server",
    definition:
      "A server that keeps no client data and fetches it from a shared store, so that any server can answer.",
  },
  {
    term: "Sticky session",
    definition: "A setting of the load balancer that sends each client to the same server every time.",
  },
  { term: "Synchronous", definition: "Of work or copies: the sender waits until it is done." },
  supplement(
    "Tail latency",
    "The latency of the slowest few percent of the requests, which most users meet sooner or later.",
  ),
  { term: "Throughput", definition: "The number of requests or jobs finished per second." },
  supplement("Tracing", "Following one request through all services, with the time it spent in each."),
  supplement("Transaction", "Several reads and writes that happen together or not at all."),
  { term: "TTL", definition: "Time to live: how long a copy, or a DNS answer, may be kept." },
  {
    term: "Utilization",
    definition:
      "The share of time in which a server is busy. When more work is offered than it can do, it stays at 100 % and the backlog grows.",
  },
  {
    term: "Vertical scaling",
    definition: "Adding power (CPU, RAM and so on) to one server; also scaling up.",
    korean: "수직 확장",
  },
  {
    term: "Workflow engine",
    definition:
      "A service such as AWS Step Functions that coordinates steps, with their order, retries and error branches.",
  },
];
