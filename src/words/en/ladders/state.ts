/** Ladders on state, regions and queues. */
import type { LadderProse } from "../../contract/ladders.ts";

export const stateLadders: readonly LadderProse[] = [
  {
    id: "sticky-sessions",
    level: "08-stateless",
    topic: "Sticky sessions: what is wrong with them",
    rungs: [
      {
        ask: "What are sticky sessions, and what is wrong with them?",
        points: [
          "a client is bound to one box since its session is there",
          "the box dies: its sessions are lost",
          "new boxes get no old clients: uneven load",
          "cannot take a box out for a deploy",
        ],
        redFlags: ["nothing, they are faster"],
        samples: {
          weak: "They are slow.",
          pass: "If the box dies its users are logged out.",
          strong:
            "State in the box makes it a pet. Its death logs its users out, a deploy does as well, and after scaling out the new boxes idle while the old ones drown, since those who came early stay bound.",
        },
      },
      {
        ask: "{boxes} boxes hold {sessions} sessions; {dead} of them die in the night. How many users are logged out?",
        figure: "sessions-lost",
        points: ["sessions × share of boxes", "assuming an even spread", "which it is not after scaling out"],
        redFlags: ["says none: the balancer cannot move a session"],
        samples: {
          weak: "None.",
          pass: "The share of the boxes.",
          strong: "The share of the boxes if evenly spread, more if the oldest boxes die.",
        },
      },
      {
        ask: "You move sessions to a shared store. What does that cost?",
        points: [
          "a lookup on each request: a millisecond",
          "a new thing that all depend on: a pair",
          "money",
          "or a signed cookie: no store, but revocation",
        ],
        redFlags: ["says that it costs nothing"],
        samples: {
          weak: "Nothing, Redis is fast.",
          pass: "A network hop and a new single point.",
          strong:
            "A hop for each request and a store that, when it dies, logs everybody out instead of a tenth. So a pair, or sessions that can be rebuilt from a signed cookie.",
        },
      },
      {
        ask: "How do you know that your tier is really stateless, and what if the session store is away?",
        points: [
          "kill boxes by chance, watch logouts",
          "uploads on local disk, local caches, timers: hidden state",
          "degrade: read-only as anonymous, or trust the signed cookie",
          "refill slowly",
        ],
        redFlags: ["we store no files, so yes"],
        samples: {
          weak: "There are no local variables.",
          pass: "Remove a box at noon and see whether anybody notices.",
          strong:
            "A box an hour is killed at random and logouts are counted. Hidden state is the temp file of an upload and the job started by a request. If the store is away, the signature on the cookie says who it is; what needs more is refused politely.",
        },
      },
    ],
  },
  {
    id: "jwt-or-session",
    level: "08-stateless",
    topic: "JWT or server session; logging somebody out",
    rungs: [
      {
        ask: "Signed token or session in a store: which, and why?",
        points: [
          "token: no lookup, cannot be taken back before it ends",
          "session: a lookup, can be ended at once",
          "mixed: short token, refresh checked in a store",
          "size: sent with each request",
        ],
        redFlags: ["JWT is encrypted", "secrets in a JWT"],
        samples: {
          weak: "JWT, it is modern.",
          pass: "JWT needs no store but cannot be revoked.",
          strong:
            "A token of five minutes for the requests, a refresh token in a store for the right to get another. Revocation takes at most five minutes and the store sees one lookup in five minutes instead of every request.",
        },
      },
      {
        ask: "{users} users are active, tokens live {minutes} minutes. How many refreshes a second reach the store?",
        figure: "refresh-rate",
        points: [
          "users by lifetime",
          "against one lookup for each request",
          "jitter, so that they do not come together",
        ],
        redFlags: ["one each request"],
        samples: {
          weak: "Each request.",
          pass: "Users by seconds.",
          strong:
            "Users by the lifetime in seconds. Halving the lifetime doubles it; that is the price of faster revocation.",
        },
      },
      {
        ask: "Somebody must be logged out now. What does it cost with tokens?",
        points: [
          "a list of revoked ids until they expire, in each box",
          "or change the user's version, checked on dangerous actions",
          "or rotate the key: everybody out",
          "bounded by the lifetime",
        ],
        redFlags: ["delete the cookie in the browser"],
        samples: {
          weak: "Delete the cookie.",
          pass: "A blocklist until the token expires.",
          strong:
            "A blocklist is small, since entries live as long as tokens; boxes pull it each few seconds. So in truth I have a store again, only asked more rarely and read from memory.",
        },
      },
      {
        ask: "How do you notice a stolen token, and what if the signing key leaks?",
        points: [
          "refresh reuse detection: the old one used twice",
          "place and device change",
          "two keys accepted, one signs: rotation",
          "all sessions end; know how long it takes",
        ],
        redFlags: ["one key forever, in the code"],
        samples: {
          weak: "Change the password.",
          pass: "Rotate the key.",
          strong:
            "Refresh tokens are used once; a second use ends the family. For the key: kid in the header, two keys valid, rotated monthly so that a leak is a routine rotation, without the overlap.",
        },
      },
    ],
  },
  {
    id: "scale-out-signal",
    level: "08-stateless",
    topic: "What signal scales you out, and why 60 %",
    rungs: [
      {
        ask: "By what signal do you add web servers?",
        points: [
          "utilization of what saturates first, or requests each box",
          "not latency: it is flat and then too late",
          "queue length or time in queue as a second",
          "known times: schedule",
        ],
        redFlags: ["p99 latency as the only signal", "memory"],
        samples: {
          weak: "When it gets slow.",
          pass: "CPU at 60 %.",
          strong:
            "Utilization, since it rises in proportion to load and before anything hurts. Latency says nothing until the knee and then everything at once. For workers it is backlog by rate: the time to clear.",
        },
      },
      {
        ask: "Load grows by {growth} % a minute of today's; a new box serves after {start} minutes. At what utilization must you ask for it, to stay below {limit} %?",
        figure: "scale-target",
        points: [
          "limit by (1 + growth × delay)",
          "plus the measuring interval",
          "plus one box that may be lost",
        ],
        redFlags: ["at the limit"],
        samples: {
          weak: "At 90 %.",
          pass: "Limit by the growth during the start.",
          strong:
            "Limit by one plus growth times delay, less what a lost box adds. That is how 60 % comes about, it is not a magic number.",
        },
      },
      {
        ask: "What does 60 % cost, and what would 85 % save?",
        points: [
          "boxes in inverse proportion",
          "against a surge faster than the start, and a box lost",
          "cheaper: faster start, warm pool",
          "the tail is longer at 85 %",
        ],
        redFlags: ["use everything you paid for"],
        samples: {
          weak: "40 % wasted.",
          pass: "About 30 % fewer boxes at 85.",
          strong:
            "0.6 against 0.85 is 30 % of the fleet. It pays for p99, one lost box and two minutes of surge. If boxes start in ten seconds, 75 is fine; so I would buy the start time first.",
        },
      },
      {
        ask: "How do you know that scaling itself is ill, and what if more boxes make it worse?",
        points: [
          "at its maximum; oscillation; boxes that fail to start",
          "more boxes, more connections to a slow database",
          "scale-in during an outage, since no traffic is there",
          "cool-down; a floor",
        ],
        redFlags: ["raise the maximum"],
        samples: {
          weak: "Raise the maximum.",
          pass: "Alert when it is at its maximum.",
          strong:
            "Utilization high while the database is what is slow: web boxes wait, not work. More boxes open more connections and finish it off. So the signal is CPU, not concurrency, and after an outage the floor is the size before it.",
        },
      },
    ],
  },
  {
    id: "deploys",
    level: "11-observability",
    topic: "Deploy without downtime",
    rungs: [
      {
        ask: "Which ways of deploying do you know, and when do you take which?",
        points: [
          "rolling: in batches; two versions side by side",
          "blue/green: two fleets, switch at once, back at once",
          "canary: a share, measured, then more",
          "flags: deploy apart from release",
        ],
        redFlags: ["all at once at night"],
        samples: {
          weak: "At night.",
          pass: "Rolling, with a canary first.",
          strong:
            "Rolling with a canary as default: 1 %, compare errors and latency with the rest, then waves, one region before the other. Blue/green when the way back must take seconds. Flags for what is risky in behavior rather than in code.",
        },
      },
      {
        ask: "A canary gets {share} % of {rate} requests a second, and {bad} % of its answers are wrong. After how many seconds have you seen {needed} wrong ones?",
        figure: "canary-seconds",
        points: [
          "rate × share × fault rate",
          "rare faults need long canaries",
          "compare with the background",
        ],
        redFlags: ["ten minutes is always enough"],
        samples: {
          weak: "At once.",
          pass: "Needed by the wrong ones a second.",
          strong:
            "Needed by rate × share × fault. For a fault of one in ten thousand a 1 % canary sees nothing in an hour; so rare paths are tested otherwise.",
        },
      },
      {
        ask: "What do canaries cost, and what can they not find?",
        points: [
          "time; two versions must be compatible",
          "metrics by version, else blind",
          "leaks, daily jobs, load effects at 1 %",
          "data written wrongly stays after rollback",
        ],
        redFlags: ["a canary finds everything"],
        samples: {
          weak: "They slow you down.",
          pass: "They need metrics for each version.",
          strong:
            "Without metrics by version a canary is a slow deploy. It does not find what needs days or full load, and a rollback does not repair rows. So schema and data changes go separately, first.",
        },
      },
      {
        ask: "How do you know within a minute that a deploy is bad, and what if the rollback fails?",
        points: [
          "automatic comparison with a stop",
          "business signals: checkouts a minute, not only 500s",
          "compatible data both ways",
          "flag off; forward fix as the last",
        ],
        redFlags: ["errors are the only signal"],
        samples: {
          weak: "Users report it.",
          pass: "Error rate by version; automatic rollback.",
          strong:
            "Errors, p95 and orders a minute against the old version. A silent fault answers 200 and sells nothing. If the old version cannot read the new data, there is no way back, so data is readable by N−1 always.",
        },
      },
    ],
  },
  {
    id: "active-active",
    level: "09-data-centers",
    topic: "Active-active or active-passive",
    rungs: [
      {
        ask: "Two regions: active-active or active-passive?",
        points: [
          "passive: simple writes, a switch that is rarely tried",
          "active: near users, both proved daily, conflicts or one home for writes",
          "what is replicated and how late",
          "per kind of data",
        ],
        redFlags: ["active-active without a word on writes"],
        samples: {
          weak: "Active-active, it is better.",
          pass: "Active-active for reads, one primary for writes.",
          strong:
            "Reads in both, writes to a user's home region, copied asynchronously. That needs no merging and both regions are used daily. Passive if a switch of minutes is acceptable and the second region may be small until then.",
        },
      },
      {
        ask: "Writes are copied {lag} s late; {writes} writes a second at home. The region is lost for good. How many writes are gone?",
        figure: "region-writes-lost",
        points: ["lag × rate", "RPO is that lag", "after a short outage they come back and must be merged"],
        redFlags: ["says none: what was not copied yet is gone"],
        samples: {
          weak: "None.",
          pass: "Lag times rate.",
          strong:
            "Lag times rate, if it is gone for good. If it returns they are there, older than what was written since, and somebody must merge.",
        },
      },
      {
        ask: "What must be true of the application, and what does that cost?",
        points: [
          "no state in one region: sessions, files, caches",
          "idempotent writes; ids without a central counter",
          "compatible versions, since deploys are staggered",
          "everything twice",
        ],
        redFlags: ["only the database matters"],
        samples: {
          weak: "Copy the database.",
          pass: "Stateless servers and replicated sessions.",
          strong:
            "Users may arrive in the other region with the next request: sessions, uploads and caches must be there or be rebuilt. Deploys go region by region, so the two speak to each other in different versions. Costs: twice the machines, bytes between, and tests of it.",
        },
      },
      {
        ask: "How do you know that a region is ill enough to leave, and how do you come back?",
        points: [
          "a decision by people or by clear rule: checks from outside",
          "half-dead regions are the usual case",
          "fail back slowly: caches cold, data copied back first",
          "who was written meanwhile",
        ],
        redFlags: ["switch back as soon as it pings"],
        samples: {
          weak: "Automatically by DNS.",
          pass: "Checks from outside; back when replication caught up.",
          strong:
            "Leaving is automatic when outside checks fail for half a minute, since staying costs more. Coming back is by hand: replicate back, compare, warm caches with 5 %, then by steps at a quiet hour.",
        },
      },
    ],
  },
  {
    id: "surviving-region",
    level: "09-data-centers",
    topic: "Capacity of the surviving region",
    rungs: [
      {
        ask: "One of two regions fails. What must the other be able to do?",
        points: [
          "carry all users at their peak",
          "at once, before autoscaling",
          "database, caches, limits of the account too",
          "or a degraded service that is planned",
        ],
        redFlags: ["autoscaling will do it"],
        samples: {
          weak: "It scales.",
          pass: "It needs room for all.",
          strong:
            "All traffic within the TTL of a name, faster than boxes start, while everybody else in that cloud asks for boxes too. So room stands there, or I decide beforehand what is switched off.",
        },
      },
      {
        ask: "{rate} requests a second in all, in {regions} regions alike; one may fail, at most {busy} % busy then. How busy may each be on a normal day?",
        figure: "region-busy",
        points: [
          "(regions − 1) by regions × limit",
          "more regions, less spare",
          "peaks at different hours help",
        ],
        redFlags: ["half is always right"],
        samples: {
          weak: "80 %.",
          pass: "Limit times (R − 1) by R.",
          strong:
            "Limit times R − 1 by R: two regions 40 %, three 53. So three regions are cheaper in machines and more expensive in replication.",
        },
      },
      {
        ask: "What does that spare cost, and how do you make it useful?",
        points: [
          "two regions: half of everything idle",
          "batch work that can stop",
          "three regions: a third",
          "shedding what is not vital",
        ],
        redFlags: ["we do not need it, regions do not fail"],
        samples: {
          weak: "It is insurance.",
          pass: "Half of the fleet idles.",
          strong:
            "With two I pay double. Batch jobs run in it and stop when it is needed. And if feeds may go without recommendations for an hour, the spare is smaller.",
        },
      },
      {
        ask: "How do you know that it would carry all, and what if the cache there is cold?",
        points: [
          "move real traffic on purpose, at the peak",
          "caches hold the local users' keys: misses",
          "warm: copy invalidations and popular keys",
          "move in steps when it is planned",
        ],
        redFlags: ["load test in staging"],
        samples: {
          weak: "Load test.",
          pass: "Switch a region off once a quarter.",
          strong:
            "Quarterly, at the peak, with people watching. The first time it was the cache: keys of the other continent were not there and the database got five times the misses. Now reads are mirrored at 5 %.",
        },
      },
    ],
  },
  {
    id: "queue-log-pubsub",
    level: "10-message-queue",
    topic: "Queue, log or pub/sub",
    rungs: [
      {
        ask: "What is the difference between a queue, a log and pub/sub?",
        points: [
          "queue: each message to one worker, gone when done",
          "log: kept and ordered in partitions, readers have positions",
          "pub/sub: a copy to each subscriber",
          "ordering: per partition or key only",
        ],
        redFlags: ["Kafka for everything"],
        samples: {
          weak: "Kafka is a faster queue.",
          pass: "A queue deletes when done, a log keeps and can be read again.",
          strong:
            "Work to be done once: queue, with attempts and dead letters. Facts that several care about, now and later: log, with order per key and replay. Telling who is there now: pub/sub. In a log one poison message blocks its partition, in a queue it does not.",
        },
      },
      {
        ask: "{rate} messages a second, a consumer handles {each} a second in order per key. How many partitions at least, at most {busy} % busy?",
        figure: "partitions",
        points: ["rate by each × target", "partitions are the limit of consumers", "a hot key fills one"],
        redFlags: ["as many as consumers, later more"],
        samples: {
          weak: "Ten.",
          pass: "Rate by each, with room.",
          strong:
            "Rounded up, and several times that, since changing the number later changes which key goes where and breaks order.",
        },
      },
      {
        ask: "What does strict order cost?",
        points: [
          "one at a time per key: throughput",
          "a stuck message blocks those behind it",
          "a failed one must be retried in place or set aside, breaking order",
          "mostly needed per key, not globally",
        ],
        redFlags: ["one partition for global order"],
        samples: {
          weak: "It is slower.",
          pass: "One consumer per partition.",
          strong:
            "Per key only: all events of one order in sequence. A failing one blocks its key; I park the key, not the partition. Often a version number makes order unnecessary: old ones are ignored.",
        },
      },
      {
        ask: "How do you know that a consumer group is stuck, and what if you must read a week again?",
        points: [
          "lag in time, per partition",
          "one partition grows alone: hot or poison",
          "replay into idempotent consumers",
          "replay throttled, beside the live",
        ],
        redFlags: ["skip to the end"],
        samples: {
          weak: "Restart the consumer.",
          pass: "Lag per partition.",
          strong:
            "Age of the oldest unread, per partition. For a replay a second group with its own position writes to a new table, and I switch when it has caught up; mails are not sent again, since effects are keyed.",
        },
      },
    ],
  },
  {
    id: "exactly-once",
    level: "10-message-queue",
    topic: "Exactly once",
    rungs: [
      {
        ask: "Can a message be handled exactly once?",
        points: [
          "delivery: at most or at least once; the ack can be lost",
          "effect: once, by idempotency or by a transaction with the position",
          "idempotency key, unique constraint",
          "outbox on the sending side",
        ],
        redFlags: ["the broker guarantees it, so no care is needed"],
        samples: {
          weak: "Yes, with Kafka.",
          pass: "At least once with idempotent handling.",
          strong:
            "Delivery no, effect yes. The worker may die after the effect and before the ack, so it comes again. The effect carries the message's id and a unique index refuses the second. For mails and cards I use the provider's idempotency key.",
        },
      },
      {
        ask: "{rate} jobs a second; a worker dies on {deaths} % of them after the work and before the ack. How many effects happen twice in an hour, without idempotency?",
        figure: "double-effects",
        points: [
          "rate × share × 3,600",
          "small shares are many in a day",
          "timeouts shorter than the work double far more",
        ],
        redFlags: ["says none: an ack can be lost as well"],
        samples: {
          weak: "None.",
          pass: "Rate times share times 3,600.",
          strong:
            "Rate times share times 3,600; and a visibility timeout shorter than the work doubles every slow job, which is the usual cause.",
        },
      },
      {
        ask: "What does idempotency cost?",
        points: [
          "a key with each request, made by the client",
          "a store of keys with results, and its lifetime",
          "same key, different body: refuse",
          "first attempt still running: 409 or wait",
        ],
        redFlags: ["a hash of the body as the key"],
        samples: {
          weak: "A check if it exists.",
          pass: "A table of keys with the result.",
          strong:
            "A write more for each, keys kept for a day, and an answer for the second while the first is running. The key comes from the client's intent, not from the body, since two equal orders may be two orders.",
        },
      },
      {
        ask: "How do you find out that something happened twice, and what if the key store is lost?",
        points: [
          "reconcile: payments against orders",
          "count refused duplicates; none at all is suspicious",
          "refuse rather than do twice for money",
          "compensate: refund",
        ],
        redFlags: ["customers will tell"],
        samples: {
          weak: "Customers complain.",
          pass: "Compare payments with orders.",
          strong:
            "A daily reconciliation, and a graph of duplicates refused. If the key store is away, money waits and likes go on; keys live in the same database as the effect, so they are lost together or not at all.",
        },
      },
    ],
  },
  {
    id: "queue-grows",
    level: "10-message-queue",
    topic: "The queue grows for an hour",
    rungs: [
      {
        ask: "The queue has grown for an hour. What do you do?",
        points: [
          "is more coming in, or is less being done?",
          "errors, attempts, a slow dependency, dead workers",
          "who is hurt: age, not length",
          "more workers only if the next thing can take it",
        ],
        redFlags: ["add workers first", "purge the queue"],
        samples: {
          weak: "Add workers.",
          pass: "Check whether arrivals rose or workers slowed; then add.",
          strong:
            "In and out rates first. If out fell: errors, one poison message, a slow database behind. More workers would make that worse. If in rose: workers, up to what the database takes. And I tell users how old results are.",
        },
      },
      {
        ask: "{backlog} jobs wait, {rate} a second arrive, workers do {work} a second. After how many minutes is the queue empty?",
        figure: "drain-minutes",
        points: [
          "backlog by (work − rate)",
          "only the spare drains",
          "a job that arrives now waits backlog by work",
        ],
        redFlags: ["backlog by work"],
        samples: {
          weak: "Backlog by work.",
          pass: "Backlog by the spare.",
          strong:
            "Only what is spare clears it. With 10 % spare, an hour of standstill takes ten hours; so I ask for spare by the time in which I want to recover.",
        },
      },
      {
        ask: "Newest first, dropping the old, priorities: what does each cost?",
        points: [
          "newest first: the new are happy, the old starve",
          "drop what is too old to be useful",
          "priorities: two queues; the low one may starve",
          "say so to users",
        ],
        redFlags: ["strict priority without a floor"],
        samples: {
          weak: "First in first out is fair.",
          pass: "Paying users first.",
          strong:
            "A thumbnail late is still wanted, a notification after an hour is not: each message has a date after which it is dropped. Interactive jobs get their own queue with most of the workers; the rest keeps a tenth, so that it moves.",
        },
      },
      {
        ask: "How do you know before users do, and what if the producers do not stop?",
        points: [
          "alert on age of the oldest and on time to drain",
          "backpressure: refuse or slow at the front",
          "a bound on the queue",
          "a full disk at the broker is an outage of all",
        ],
        redFlags: ["an unbounded queue is safe"],
        samples: {
          weak: "Alert on length.",
          pass: "Age of the oldest; a limit on the queue.",
          strong:
            'Age and drain time. A queue without a bound turns overload into delay without end; so at a bound the front says "later" honestly, and retries are spaced.',
        },
      },
    ],
  },
  {
    id: "retries-and-breakers",
    level: "10-message-queue",
    topic: "Timeouts, retries, back-off, circuit breakers",
    rungs: [
      {
        ask: "A service you call is slow. What should your code do?",
        points: [
          "a timeout, from what the caller can wait",
          "few retries, with back-off and jitter, only if idempotent",
          "a budget: retries as a share of requests",
          "a breaker: stop asking for a while; a fallback",
        ],
        redFlags: ["retry three times at each layer", "no timeout"],
        samples: {
          weak: "Retry until it works.",
          pass: "Timeout, two retries with back-off and jitter.",
          strong:
            "A deadline handed down, so nobody works for a caller who has gone. One retry at one layer, with jitter, within a budget of 10 %. If most calls fail a breaker opens and I answer without that part. Three layers with three tries each are 27 times the load.",
        },
      },
      {
        ask: "{layers} layers, each tries {tries} times in all. How many calls reach the bottom for one request when it fails?",
        figure: "retry-amplification",
        points: ["tries to the power of layers", "retry at one layer only", "or a budget"],
        redFlags: ["tries × layers"],
        samples: {
          weak: "Tries times layers.",
          pass: "Tries to the power of layers.",
          strong:
            "To the power of layers; so the bottom, ill already, gets that multiple. One layer retries, the others pass the error up.",
        },
      },
      {
        ask: "What does a circuit breaker cost, and when does it harm?",
        points: [
          "one slow shard opens it for all",
          "flapping: half-open with few trials",
          "thresholds to be tuned",
          "the fallback must be tried out",
        ],
        redFlags: ["says that it costs nothing"],
        samples: {
          weak: "Nothing.",
          pass: "It may block when only a part is broken.",
          strong:
            "A breaker per service opens for a million users because one shard fails; so it is per shard or a share of requests is dropped, rather than all. And the fallback runs a bit every day, else it is broken on the day.",
        },
      },
      {
        ask: "The cause is gone, and the system stays down. Why, how do you see it, and what do you do?",
        points: [
          "metastable: retries keep the load above capacity",
          "goodput near zero at full utilization",
          "drop load below the tipping point: shed, stop retries",
          "let it in slowly",
        ],
        redFlags: ["add boxes and wait"],
        samples: {
          weak: "Restart everything.",
          pass: "A retry storm; limit traffic until it recovers.",
          strong:
            "The load is the retries of what timed out, so work done is for nobody. CPU full, answers none. I cut traffic to a third at the edge, queues empty, and let it in by steps. Afterwards: budgets and short queues, so that it cannot lock in.",
        },
      },
    ],
  },
];
