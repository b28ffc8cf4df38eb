import type { GlossaryEntry } from "../contract/content.ts";

export const glossary: readonly GlossaryEntry[] = [
  {
    term: "Acknowledgement",
    definition:
      "A consumer's word to the queue that a message is dealt with; given after the work, nothing is lost when the consumer dies.",
  },
  {
    term: "Asynchronous",
    definition: "Of work or copies: the sender goes on at once and does not wait until it is done.",
  },
  {
    term: "Auto-scaling",
    definition: "Adding and removing servers automatically as the load rises and falls.",
  },
  { term: "Availability", definition: "The share of requests that are answered well and in time." },
  {
    term: "Availability zone",
    definition:
      "A part of a region with power and network of its own, so that one flood does not take everything.",
  },
  {
    term: "Back-off and jitter",
    definition:
      "Waiting longer before each further retry, by a partly random time, so that clients do not come back in step.",
  },
  {
    term: "Backlog",
    definition:
      "Work that has arrived and not been done yet; it grows whenever more arrives than can be served.",
  },
  {
    term: "Blast radius",
    definition:
      "How much of the service, or how many users, one failure takes with it; with N equal servers, one in N.",
  },
  {
    term: "Cache",
    definition:
      "Temporary storage, in memory, for the results of expensive responses or for data that is often used.",
  },
  {
    term: "Cache hit and miss",
    definition: "A hit is a request that the cache can answer; a miss has to go on to the store behind it.",
  },
  {
    term: "Canary",
    definition: "A first small group of servers that gets a new build before the others, watched closely.",
  },
  {
    term: "CDN",
    definition:
      "Content delivery network: servers spread over the world that deliver static content from near the user.",
  },
  {
    term: "Celebrity problem",
    definition:
      "One key, such as a star's post, draws so many requests that its shard overloads while the others idle; also called hot key.",
  },
  {
    term: "Communication protocol",
    definition:
      "The agreed rules by which two parties talk, such as HTTP between a mobile app and a web server.",
    korean: "통신규약",
  },
  {
    term: "Consistent hashing",
    definition: "Placing keys and shards on a ring, so that a new shard takes over only a slice of the keys.",
  },
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
  {
    term: "Data center",
    definition: "A building, or a site, with servers, storage and network that serves users on its own.",
  },
  {
    term: "De-normalisation",
    definition: "Keeping a copy of data, or a sum of it, where it is read, so that no join is needed.",
  },
  {
    term: "Dead-letter queue",
    definition:
      "Where messages go that have failed too often, so that they block nobody and can be looked at.",
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
  {
    term: "Error budget",
    definition: "The part of an objective that may be missed: with 99.5 % promised, 0.5 %.",
  },
  {
    term: "Eviction",
    definition:
      "Removing items from a full cache to make room for new ones, by a policy such as LRU or FIFO.",
  },
  { term: "Failover", definition: "Moving work from a failed part to a healthy one.", korean: "장애조치" },
  {
    term: "Fallback",
    definition:
      "The second way that is taken when the first does not work, such as the origin when the CDN is down.",
  },
  {
    term: "Fan-out",
    definition:
      "One post or request that turns into many; on write it fills every follower's feed, on read each reader collects.",
  },
  { term: "FIFO", definition: "First in, first out: the oldest item is evicted, or served, first." },
  { term: "Flash crowd", definition: "A sudden burst of visitors, far above the usual number." },
  {
    term: "geoDNS",
    definition: "A DNS service that resolves a name to an address by the location of the user.",
  },
  {
    term: "Goodput",
    definition: "The work per second that was finished in time to be of use; what timed out does not count.",
  },
  {
    term: "Gray failure",
    definition:
      "A failure of a part that still looks healthy, such as a server that fails only some of its requests.",
  },
  {
    term: "Hash function",
    definition:
      "A function that turns a key into a number which looks random but is always the same for that key.",
  },
  {
    term: "Health check",
    definition:
      "A regular question to a server whether it is well; several misses in a row take it out of the pool.",
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
  { term: "Idempotent", definition: "Of an action: doing it twice has the same effect as doing it once." },
  {
    term: "Independent scaling",
    definition: "Growing one tier without growing the others, because they run apart.",
    korean: "독립적 확장",
  },
  {
    term: "Invalidation",
    definition: "Declaring a cached copy void before it expires, because the original has changed.",
  },
  { term: "Join", definition: "A query that combines rows of several tables." },
  { term: "JSON", definition: "JavaScript Object Notation: a simple text format, common for API responses." },
  { term: "Latency", definition: "The time from a request to its answer, waiting included." },
  {
    term: "Load balancer",
    definition:
      "The part that spreads incoming requests over the servers of a pool and leaves out the unhealthy ones.",
  },
  {
    term: "LRU",
    definition: "Least recently used: the item that was not used for the longest time is evicted first.",
  },
  {
    term: "Message queue",
    definition:
      "A durable buffer for messages between those who publish and those who work, who need not wait for each other.",
  },
  {
    term: "NoSQL",
    definition:
      "Non-relational databases: key-value, document, column and graph stores, mostly without joins.",
  },
  {
    term: "Objective (SLO)",
    definition: "The target that an indicator should meet, such as 99.5 % of requests answered.",
  },
  {
    term: "Offered load",
    definition: "Arrival rate times service time: how many servers the work would keep busy on average.",
  },
  {
    term: "Origin",
    definition: "Where a CDN fetches a file that it does not have: the web server or an online storage.",
  },
  {
    term: "p50, p95, p99",
    definition: "Percentiles: 50, 95 or 99 % of the requests were at least this quick.",
  },
  { term: "Poison message", definition: "A message that makes every consumer fail that touches it." },
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
  {
    term: "Queueing",
    definition:
      "Waiting for a busy server; the wait grows roughly as 1 / (1 − utilisation), gently at first and then steeply.",
  },
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
  { term: "Replication lag", definition: "How far a replica is behind its primary, in time." },
  {
    term: "Resharding",
    definition: "Moving data between shards, because one is full or they have become unequal.",
  },
  {
    term: "Retry budget",
    definition: "A limit on how many retries are allowed, so that they cannot multiply an overload.",
  },
  { term: "Rollback", definition: "Going back to the build before." },
  {
    term: "RPO and RTO",
    definition: "How much data may be lost in a disaster, and how long it may take to be back.",
  },
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
  {
    term: "SLI",
    definition:
      "Service level indicator: the thing you measure, such as the share of requests answered in time.",
  },
  { term: "SPOF", definition: "Single point of failure: a part whose failure stops everything." },
  { term: "Stale", definition: "Of a copy: older than the original, which has changed since." },
  {
    term: "Stampede",
    definition:
      "Many requests that miss the same expired key at once and rebuild it together; also thundering herd.",
  },
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
  {
    term: "Tail latency",
    definition: "The slowest few per cent of the answers, which is what many users meet sooner or later.",
  },
  { term: "Throughput", definition: "The work finished per second." },
  { term: "TTL", definition: "Time to live: how long a copy, or a DNS answer, may be kept." },
  {
    term: "Utilisation",
    definition:
      "The share of time in which a server is busy; above 100 % of offered load the backlog only grows.",
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
