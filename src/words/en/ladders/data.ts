/** Ladders on data: stores, transactions, copies, shards. */
import type { LadderProse } from "../../contract/ladders.ts";

export const dataLadders: readonly LadderProse[] = [
  {
    id: "sql-or-nosql",
    level: "02-database",
    topic: "SQL or NoSQL for this table",
    rungs: [
      {
        ask: "Likes, orders, sessions, event logs: which store does each get, and why?",
        points: [
          "decides by access pattern, not by fashion",
          "orders: transactions and joins, so relational",
          "sessions: by key, may be lost: key-value",
          "logs: written much, read in bulk: append-only or columns",
          "names what is given up each time",
        ],
        redFlags: ["NoSQL because it scales", "one store for everything, without a reason"],
        samples: {
          weak: "NoSQL for all, it is faster.",
          pass: "Orders relational because of transactions, sessions key-value, logs in something that takes many writes.",
          strong:
            "I ask how it is read. Orders touch stock and payment together, so they need a transaction: relational. Sessions are one key at a time and can be lost: key-value in memory. Logs are appended and scanned: columns or files. Likes are a unique pair plus a count: relational until one photo takes more updates than a row can. With key-value I give up joins and other questions than the key.",
        },
      },
      {
        ask: "Each row insert with its own commit takes {single} ms, a batch of {batch} takes {batchMs} ms. How many times more rows a second does one connection write in batches?",
        figure: "batch-gain",
        points: [
          "rows by time in both cases",
          "the commit is what is shared",
          "says what is lost when a batch fails",
        ],
        redFlags: ["batching changes nothing since rows are the same"],
        samples: {
          weak: "Twice.",
          pass: "Batch rows by batch time against one row by its time.",
          strong:
            "A commit waits for the disk, whatever is in it. So the batch is bought with delay and with losing up to a batch when the client dies.",
        },
      },
      {
        ask: "You moved the feed to a key-value store. What does that cost you next year?",
        points: [
          "each new question needs a new copy of the data",
          "consistency between the copies is yours now",
          "no ad hoc reports",
          "transactions across keys missing or expensive",
        ],
        redFlags: ["nothing, schemas are gone"],
        samples: {
          weak: "Nothing, it is schemaless.",
          pass: "Reports get hard, and joins are in the application.",
          strong:
            "The schema has not gone, it moved into the code, in every version that ever wrote. A question nobody planned for means a new table filled by a backfill and kept in step by a stream. Fine for a feed; I would not do it to orders.",
        },
      },
      {
        ask: "How do you know that two stores disagree, and what do you do when the second write fails?",
        points: [
          "no transaction spans them: one is the truth",
          "outbox or change stream instead of two writes",
          "a job that compares",
          "repair from the truth",
        ],
        redFlags: ["write both and hope", "distributed transaction as first answer"],
        samples: {
          weak: "Write again until it works.",
          pass: "Store an event in the same transaction and publish it from there.",
          strong:
            "The order and an outbox row commit together; a relay publishes it at least once, and readers deduplicate. A nightly comparison counts what differs, and the truth wins.",
        },
      },
    ],
  },
  {
    id: "cap",
    level: "05-replication",
    topic: "CAP: what happens in a partition",
    rungs: [
      {
        ask: "Two sites lose the link between them. What must your system decide?",
        points: [
          "the network will partition; that is not chosen",
          "the choice is: refuse (consistency) or answer with what may be old (availability)",
          "per operation, not per company",
          "without a partition there is latency against consistency (PACELC)",
        ],
        redFlags: ["pick two of three", "our network does not partition"],
        samples: {
          weak: "CAP says pick two of three.",
          pass: "During a partition I either refuse writes on one side or let the sides differ.",
          strong:
            "While they cannot talk, each side either refuses or answers alone. Payments refuse, likes go on and are merged. And on every normal day I pay as well: to be sure, a write waits for the other site.",
        },
      },
      {
        ask: "The round trip between the sites is {rtt} ms, a local commit {commit} ms. How long does a write take that waits for the other site?",
        figure: "sync-write",
        points: [
          "local commit plus a round trip",
          "plus the commit over there unless it overlaps",
          "says what that does to one hot row",
        ],
        redFlags: ["half a round trip"],
        samples: {
          weak: "The same, it runs in parallel.",
          pass: "A round trip more.",
          strong:
            "A round trip plus the commit there, and a row locked for so long takes only one by that time in updates a second.",
        },
      },
      {
        ask: "You let both sides write. What does that cost when they meet again?",
        points: [
          "conflicts: last writer wins loses data",
          "types that merge (counters, sets) or the user decides",
          "unique names and stock cannot be merged",
          "clocks are not in step",
        ],
        redFlags: ["timestamps solve it"],
        samples: {
          weak: "The newer one wins.",
          pass: "Conflicts must be merged; last writer wins loses one.",
          strong:
            "Likes are a set and merge; a caption is lost under last writer wins; the last print is sold twice. So the things that cannot be merged have one home region each, and only reads and mergeable writes are everywhere.",
        },
      },
      {
        ask: "How do you know that a partition is on, and what if only one direction is broken?",
        points: [
          "heartbeats both ways; a witness in a third place",
          "lag between sites as a metric",
          "asymmetric faults look like slow",
          "a lease that runs out, instead of a guess",
        ],
        redFlags: ["trusts a ping in one direction"],
        samples: {
          weak: "The sites notice.",
          pass: "A third site as witness decides by majority.",
          strong:
            "Neither side can tell dead from unreachable, so a majority of three holds a lease. If only one direction works, A hears B and B does not hear A; B's lease cannot be renewed and it stops writing. That costs seconds without writes, and that is the C.",
        },
      },
    ],
  },
  {
    id: "slow-database",
    level: "02-database",
    topic: "The database is slow. What before any new machine?",
    rungs: [
      {
        ask: "The database is slow. What do you look at before you buy anything?",
        points: [
          "which statements take the time in all (count × time)",
          "the plan: a scan where an index should be",
          "N+1 queries from the application",
          "locks and waits, connections",
          "what need not be asked at all: cache, pagination",
        ],
        redFlags: ["shard", "a larger box first"],
        samples: {
          weak: "Add replicas or shard.",
          pass: "Slow query log, missing indexes, N+1.",
          strong:
            "Statements by total time. Usually a handful make most of it: one without an index, one called fifty times a page, one report in the busy hour. Then waits: if it waits for locks or a pool, CPU will not help. A day of this often buys a factor of ten, which no machine on sale does.",
        },
      },
      {
        ask: "A page makes one query for the list and one more for each of {n} items, each {ms} ms, one after another. How many milliseconds does it wait for the database?",
        figure: "n-plus-one",
        points: [
          "(n + 1) × time",
          "one join or one IN query instead",
          "network round trips count, not only CPU",
        ],
        redFlags: ["n × time is nothing"],
        samples: {
          weak: "As long as one query.",
          pass: "n plus one times the time.",
          strong:
            "n + 1 round trips, and the worker is held all that time. One query with a join or IN makes it two trips at most.",
        },
      },
      {
        ask: "An index would help. What does it cost, and how do you add it to a table in use?",
        points: [
          "write cost on each insert and update",
          "space and memory",
          "built concurrently, without a lock",
          "load while it is built, lag on replicas",
        ],
        redFlags: ["in the middle of the day with a lock"],
        samples: {
          weak: "CREATE INDEX.",
          pass: "Concurrently, at night.",
          strong:
            "CREATE INDEX CONCURRENTLY, watched, since it reads the whole table and may leave an invalid index if it fails. Then I look whether an older index is now redundant and drop that.",
        },
      },
      {
        ask: "How do you know that it helped, and what if it is slow again next month?",
        points: [
          "total time of that statement before and after",
          "utilization and p99, not a single query",
          "plans change with statistics and growth",
          "an alert on statements by time; then archive, partition, replicas",
        ],
        redFlags: ["it felt faster"],
        samples: {
          weak: "The page loads faster.",
          pass: "Compare p95 before and after.",
          strong:
            "Statement statistics per week. If growth is the cause, the next steps are in order: remove old rows or partition by time, cache what is shared, replicas for reads, a larger box. Shards come when writes alone fill the largest.",
        },
      },
    ],
  },
  {
    id: "connections",
    level: "02-database",
    topic: "A hundred servers with a hundred connections each",
    rungs: [
      {
        ask: "A hundred web servers each open a hundred connections to the database. What breaks?",
        points: [
          "each connection costs memory or a process",
          "more running at once than cores is slower, not faster",
          "a limit refuses the rest",
          "a pooler in between",
        ],
        redFlags: ["more connections, more throughput"],
        samples: {
          weak: "Nothing, connections are cheap.",
          pass: "The database runs out of memory or slots; use a pooler.",
          strong:
            "Ten thousand connections are ten thousand processes in PostgreSQL. Eight cores do eight things at once; the rest only fight for locks and caches. A pooler gives each transaction one of perhaps fifty and queues the others, outside the database.",
        },
      },
      {
        ask: "{rate} queries a second, each holding a connection for {ms} ms. How many connections are in use on average?",
        figure: "littles-law",
        points: ["Little's law: rate × time", "in seconds", "room for the spread above the mean"],
        redFlags: ["one for each web server"],
        samples: {
          weak: "A hundred.",
          pass: "Rate times time.",
          strong:
            "Little's law, and about double for the peaks. That is usually astonishingly few, which shows that connections held by idle web servers are the problem.",
        },
      },
      {
        ask: "What does a small pool cost, and what when the database slows down?",
        points: [
          "requests wait for a slot: a queue in the application",
          "slow database: each holds its slot longer, the pool empties",
          "then everything waits, also what needs no database",
          "timeout for getting a slot, and separate pools",
        ],
        redFlags: ["make the pool larger when it is exhausted"],
        samples: {
          weak: "Raise the limit.",
          pass: "Requests queue for a connection.",
          strong:
            "An exhausted pool is a symptom: queries became slower. A larger pool sends more at once to what is slow already. I give the wait a short timeout and keep a separate pool for what must go on.",
        },
      },
      {
        ask: "How do you tell an exhausted pool from a slow database, and what if both alarms ring?",
        points: [
          "time waiting for a slot against time in the query",
          "in use at the limit while the database is idle: a leak or long transactions",
          "find who holds: idle in transaction",
          "fix the slow query, not the pool",
        ],
        redFlags: ["restart everything"],
        samples: {
          weak: "Restart the web servers.",
          pass: "Look at wait time for connections and query time.",
          strong:
            "Pool full and database busy: it is slow, find the statement. Pool full and database idle: somebody holds connections, a transaction open around a call to another service. Idle in transaction shows it by name.",
        },
      },
    ],
  },
  {
    id: "sync-async-quorum",
    level: "05-replication",
    topic: "Synchronous, asynchronous, quorum",
    rungs: [
      {
        ask: "What is the difference between synchronous and asynchronous replication, and what is a quorum?",
        points: [
          "async: acknowledged before the copy has it; may be lost",
          "sync: waits for one or more copies",
          "quorum: W of N written, R of N read, R + W > N overlap",
          "semi-sync: one of several copies, any",
        ],
        redFlags: ["sync is simply better"],
        samples: {
          weak: "Sync is safe, async is fast.",
          pass: "Async may lose the last writes; with sync each write waits.",
          strong:
            "Asynchronous loses what had not been shipped when the primary died. Synchronous waits, and stops if its only copy does, so one waits for any one of two. With R + W > N each read meets a copy that has the last write.",
        },
      },
      {
        ask: "{writes} writes a second, shipped {lag} ms later. The primary dies. How many acknowledged writes are gone, on average?",
        figure: "writes-lost",
        points: [
          "rate × lag",
          "the lag at that moment, which is longest at the peak",
          "acknowledged: the client believes they are there",
        ],
        redFlags: ["none, there is a copy"],
        samples: {
          weak: "None.",
          pass: "Rate times lag.",
          strong:
            "Rate times lag, and the lag that counts is that of the moment: under load or after a backfill it is seconds.",
        },
      },
      {
        ask: "What does waiting for a copy cost, and for which writes would you pay?",
        points: [
          "a round trip to the copy on each commit",
          "fewer updates a second on a hot row",
          "writes stop if no copy answers",
          "orders yes, likes no: per transaction",
        ],
        redFlags: ["all or nothing"],
        samples: {
          weak: "It makes writes slow.",
          pass: "A round trip for each; I do it for orders.",
          strong:
            "In a region a millisecond or two, between regions a hundred. Payments wait, likes do not; PostgreSQL lets each transaction say so. With one copy only, its death stops my writes, so there are two and any one will do.",
        },
      },
      {
        ask: "How do you know how far a copy is behind, and what if the one promoted was not the most advanced?",
        points: [
          "lag in bytes or positions, and in seconds",
          "compare positions before promotion",
          "diverged: the others must be rewound or rebuilt",
          "what was lost is listed for repair",
        ],
        redFlags: ["takes the first that answers"],
        samples: {
          weak: "Promote any.",
          pass: "Take the one with the highest position.",
          strong:
            "The failover tool compares log positions and takes the furthest that has a quorum of votes. A copy that was ahead has writes that do not exist any more; it is rewound or rebuilt, and before that I keep its log, to see what users lost.",
        },
      },
    ],
  },
  {
    id: "read-your-writes",
    level: "05-replication",
    topic: "Read your own writes",
    rungs: [
      {
        ask: "A user changes a caption, reloads, and sees the old one. What happened, and what are the remedies?",
        points: [
          "the read went to a copy that is behind",
          "read from the primary for a while after a write",
          "remember the position and wait for it or choose a copy that has it",
          "monotonic reads: the same copy for one user",
        ],
        redFlags: ["the browser's cache, always"],
        samples: {
          weak: "The cache was not cleared.",
          pass: "The replica was behind; send the user to the primary for some seconds.",
          strong:
            "The copy was behind. For some seconds after a write that user's reads go to the primary, or better, the session holds the log position and any copy that has reached it may answer. Else time can even go backwards between two reloads, which a fixed copy prevents.",
        },
      },
      {
        ask: "{share} % of reads come within the window after a user's own write and go to the primary. There are {reads} reads a second. How many a second does the primary get?",
        figure: "pinned-reads",
        points: ["share × reads", "plus its writes", "compares with what it can carry"],
        redFlags: ['says "none": then nobody reads what they wrote'],
        samples: {
          weak: "Few.",
          pass: "Share times reads.",
          strong:
            "Share times reads, on top of the writes. The window decides the share, so it is as long as the lag's p99 and no longer.",
        },
      },
      {
        ask: "What does pinning reads to the primary cost on the day when copies lag by a minute?",
        points: [
          "window longer: more reads to the primary",
          "the primary slows, lag grows: a loop",
          "positions pin only who needs it",
          "a limit: rather stale than dead",
        ],
        redFlags: ["send all reads to the primary then"],
        samples: {
          weak: "Then all read from the primary.",
          pass: "The primary gets more load.",
          strong:
            "If lag makes me send more to the primary, the lag makes more lag. So there is a cap, and above it people read stale with a sign that says so.",
        },
      },
      {
        ask: "How do you measure staleness as users see it, and what if the copy says its lag is zero and is still wrong?",
        points: [
          "a heartbeat row written each second and read from copies",
          "lag of zero when nothing arrives: link broken",
          "applied, not received",
          "count reads behind one's own write",
        ],
        redFlags: ["trusts the copy's own figure"],
        samples: {
          weak: "The database shows the lag.",
          pass: "A heartbeat row compared with the clock.",
          strong:
            "A copy cut off compares what it received with what it applied and says zero. A heartbeat from the primary does not lie. And in the application I count reads older than the session's last write: that is what the user feels.",
        },
      },
    ],
  },
  {
    id: "failover",
    level: "05-replication",
    topic: "Failover, step by step",
    rungs: [
      {
        ask: "The primary dies. What happens, in order, until writes work again?",
        points: [
          "detection: several misses, seen by more than one",
          "decision by a quorum",
          "fencing of the old one",
          "promotion of the most advanced copy",
          "clients find the new one: name, proxy, or connection string",
        ],
        redFlags: ["promotes before fencing"],
        samples: {
          weak: "A replica becomes the master.",
          pass: "It is detected, a replica is promoted, and the address changed.",
          strong:
            "Several watchers miss heartbeats and agree. The old primary is fenced: its address taken, or it is switched off. The copy furthest ahead is promoted, others follow it, and the proxy sends writes there. Then the lost copy is rebuilt, since we run without a spare.",
        },
      },
      {
        ask: "Detection takes {detect} s, promotion {promote} s, clients reconnect within {reconnect} s. At {writes} writes a second, how many writes fail?",
        figure: "failover-writes",
        points: [
          "sum of the times × rate",
          "knows that retries may save some",
          "and that async loses others on top",
        ],
        redFlags: ["only the promotion counts"],
        samples: {
          weak: "A few.",
          pass: "The sum times the rate.",
          strong:
            "The sum times the rate are refused, which clients can see and retry. On top of it come the acknowledged ones that had not been shipped: nobody is told of those.",
        },
      },
      {
        ask: "Why not detect within a second? What does a false alarm cost?",
        points: [
          "a pause looks like death",
          "a failover costs seconds and maybe writes each time",
          "flapping",
          "two primaries if fencing fails",
        ],
        redFlags: ["the faster the better"],
        samples: {
          weak: "It should be as fast as possible.",
          pass: "Then a hiccup would cause a failover.",
          strong:
            "A long garbage collection or a saturated disk is gone in three seconds; a failover costs thirty and drops the cache of the database. So patience of ten seconds or so is often the shorter outage over a year.",
        },
      },
      {
        ask: "How do you find out afterwards what was lost, and what if the old primary comes back?",
        points: [
          "it must not accept writes: fenced",
          "its log beyond the split is kept and compared",
          "rewound or rebuilt as a copy",
          "customers told; orders repaired by hand",
        ],
        redFlags: ["let it rejoin as primary"],
        samples: {
          weak: "It takes over again.",
          pass: "It comes back as a replica.",
          strong:
            "It comes up read-only, behind a fence. I extract what its log has beyond the point of promotion, that is the list of lost writes, decide for orders one by one, then rewind it and let it follow.",
        },
      },
    ],
  },
  {
    id: "backups",
    level: "05-replication",
    topic: "Is a replica a backup?",
    rungs: [
      {
        ask: "You have three replicas. Do you need backups?",
        points: [
          "a wrong DELETE is replicated in milliseconds",
          "bugs, ransom, operator errors",
          "backups elsewhere, with other credentials",
          "point in time: full copy plus log",
        ],
        redFlags: ["says no: a copy repeats every mistake at once"],
        samples: {
          weak: "No, three copies are safe.",
          pass: "Yes, replicas copy mistakes too.",
          strong:
            "Replicas protect against machines that die, backups against people and programs. A base copy each night and the log shipped away lets me go to the minute before the mistake, in an account that the application cannot delete from.",
        },
      },
      {
        ask: "{gb} GB are restored at {mbps} MB/s, and then {hours} hours of log are replayed at {speed} times the speed at which it was written. How many minutes until you are back?",
        figure: "restore-minutes",
        points: ["size by speed", "log by replay speed", "that is the RTO, whatever the paper says"],
        redFlags: ["forgets the log"],
        samples: {
          weak: "A few minutes.",
          pass: "Copying plus replay.",
          strong:
            "Copying plus replay, plus the time to decide. If it is more than the RTO, I take base copies more often or keep a replica that is delayed by an hour.",
        },
      },
      {
        ask: "RPO of a minute, RTO of an hour: what do you buy, and what would zero cost?",
        points: [
          "RPO: what may be lost, in time; RTO: how long away",
          "log shipped each minute",
          "RPO zero: a synchronous copy, at a round trip a write",
          "RTO near zero: a warm standby",
        ],
        redFlags: ["confuses the two"],
        samples: {
          weak: "Backups each minute.",
          pass: "Ship the log each minute; restore within an hour.",
          strong:
            "A log shipped each minute gives RPO one minute for cents. RPO zero needs a copy that confirms each write, and still does not help against a DELETE. RTO of minutes needs a warm copy, which costs a second database.",
        },
      },
      {
        ask: "How do you know that your backup can be restored, and what if the mistake is found a week later?",
        points: [
          "restore automatically, regularly, and check contents",
          "measure how long it took",
          "keep long enough",
          "repair by merging single tables, not by going back a week",
        ],
        redFlags: ["the job was green"],
        samples: {
          weak: "The backup job sends a mail.",
          pass: "We restore once a month.",
          strong:
            "A job restores each night into an empty machine, counts rows and dates, and records the time. After a week I cannot turn back everybody; I restore beside the running system and copy what is missing.",
        },
      },
    ],
  },
  {
    id: "when-to-shard",
    level: "12-database-scaling",
    topic: "When do you shard, and what do you try first?",
    rungs: [
      {
        ask: "When do you shard a database, and what do you try before?",
        points: [
          "when writes or size exceed the largest machine; reads are no reason",
          "before: queries and indexes, archive, cache, replicas, a larger box, split by function",
          "a choice hard to take back",
          "early enough to do it without haste",
        ],
        redFlags: ["at a million users", "for reads"],
        samples: {
          weak: "When there are many users.",
          pass: "When one machine cannot take the writes any more, after caches and replicas.",
          strong:
            "Reads go to caches and copies; so shards are for writes or for size. Before that: slow statements, old rows out, tables of another function to their own database, the largest box. That often carries to tens of thousands of writes a second. I start when the largest box is half full, since the move takes months.",
        },
      },
      {
        ask: "{writes} writes a second, each {ms} ms of CPU; a primary of {cores} cores, at most {busy} % busy. How many shards?",
        figure: "shards-needed",
        points: ["rate × CPU by cores × target", "rounds up", "leaves room for the fullest shard"],
        redFlags: ["assumes that keys are spread evenly"],
        samples: {
          weak: "Two.",
          pass: "Busy cores by usable cores.",
          strong:
            "Busy cores by usable cores, rounded up, and then more, because the fullest shard decides: with hashing it has 10 to 20 % above the mean, with celebrities far more.",
        },
      },
      {
        ask: "What do shards cost you every day?",
        points: [
          "joins and transactions across shards",
          "unique ids, secondary indexes",
          "operations times N: backups, schema changes, failovers",
          "a hot shard",
          "resharding",
        ],
        redFlags: ["only more machines"],
        samples: {
          weak: "Money for more servers.",
          pass: "No joins across shards, and rebalancing.",
          strong:
            "What was one query is now N and a merge; what was one transaction is a saga. Each schema change runs N times and one of them fails halfway. N primaries fail N times as often, so each needs its copy. I would not pay that for reads.",
        },
      },
      {
        ask: "How do you know that you waited too long, and what if one shard is at its limit and the others idle?",
        points: [
          "write utilization, vacuum, size against disk",
          "one hot: key distribution or a celebrity",
          "split that shard, or move it",
          "more shards do not help a single key",
        ],
        redFlags: ["doubles the number of shards against one hot key"],
        samples: {
          weak: "Add more shards.",
          pass: "Look at load by shard and split the hot one.",
          strong:
            "If it is many keys, I split or move ranges or virtual nodes. If it is one key, no number of shards helps; the key must be split itself or its reads cached and its counts gathered.",
        },
      },
    ],
  },
  {
    id: "which-key",
    level: "12-database-scaling",
    topic: "Which sharding key",
    rungs: [
      {
        ask: "By what key do you shard photos, likes, follows and messages?",
        points: [
          "even spread: many values, none too hot",
          "the usual question touches one shard",
          "photos by owner, likes by photo, messages by conversation",
          "follows are asked both ways: store twice",
        ],
        redFlags: ["by country or by date of sign-up, without a word on spread"],
        samples: {
          weak: "By user id, everything.",
          pass: "Photos by owner; likes by photo, since the count is read with it.",
          strong:
            "By what the main question asks. A profile reads one owner: photos by owner. A photo's page reads its likes: likes by photo, which makes a celebrity hot. Messages by conversation. Follows both ways, kept in step by a stream.",
        },
      },
      {
        ask: "A query without the key must ask all {shards} shards, each slow in {slow} % of cases. What share of such queries is slow?",
        figure: "scatter-slow",
        points: ["1 − (1 − p)^n", "so scatter queries live in the tail", "and load each shard"],
        redFlags: ["gives the share of one shard for that of all"],
        samples: {
          weak: "The same share.",
          pass: "One minus all fast.",
          strong:
            "One minus (1 − p)^n, and each of them costs N times the work. So such a question gets its own index by its own key.",
        },
      },
      {
        ask: "Region as the key keeps data near users. What does it cost?",
        points: [
          "uneven sizes",
          "users move",
          "friends across regions: cross-shard reads",
          "the whole region's peak at the same hour",
        ],
        redFlags: ["says that it costs nothing"],
        samples: {
          weak: "It is the best for latency.",
          pass: "Regions are of unequal size.",
          strong:
            "One region is half of all users and has its evening at once, so one shard is hot while others sleep. Who moves must be migrated. I take the region as placement, and a hash within it as the key.",
        },
      },
      {
        ask: "How do you see a bad key, and how do you change it once it is in use?",
        points: [
          "load and size by shard, top keys",
          "dual write, backfill, verify, switch reads, stop the old",
          "ids should not carry the shard's number",
          "roll back until the end",
        ],
        redFlags: ["a weekend of downtime, without a plan back"],
        samples: {
          weak: "You cannot change it.",
          pass: "Copy to new shards and switch.",
          strong:
            "The fullest against the mean, and the ten hottest keys. Change it like a live reshard: write to both, fill up the past, compare, read from the new at 1 %, then all, and keep the old for a week.",
        },
      },
    ],
  },
  {
    id: "hash-range-directory",
    level: "12-database-scaling",
    topic: "Hash, range, directory; virtual nodes",
    rungs: [
      {
        ask: "How do keys find their shard? Compare modulo, ring, range and directory.",
        points: [
          "modulo: nearly all keys move when N changes",
          "consistent hashing: about 1/N moves; virtual nodes even it out",
          "range: scans work, the newest range is hot",
          "directory: any placement, one more lookup",
          "fixed slots (16,384 in Redis) as a middle",
        ],
        redFlags: ["modulo is consistent hashing"],
        samples: {
          weak: "Hash modulo N.",
          pass: "Consistent hashing moves few keys when a node is added.",
          strong:
            "Modulo is fine until N changes. A ring moves 1/(N+1) of the keys, unevenly, so each node gets a hundred points. Fixed slots do the same with a table of who has which slot, which I can also edit by hand. Range when I need scans, and then I split hot ranges.",
        },
      },
      {
        ask: "From {from} shards to {to}: what share of the keys moves at least, and what with modulo?",
        figure: "moved-share",
        points: ["ideal: 1 − from/to", "modulo: nearly all", "moving is load on the old ones"],
        redFlags: ["says half, whatever the numbers of shards"],
        samples: {
          weak: "Half.",
          pass: "One minus old by new at the least; with modulo most of them.",
          strong:
            "At least 1 − from/to, since the new ones must be filled. Modulo keeps a key only if both remainders agree, so mostly all but a few move.",
        },
      },
      {
        ask: "What do virtual nodes cost, and what do they not solve?",
        points: [
          "a larger table, slower to change",
          "recovery from many peers at once: faster and more load",
          "one hot key stays hot",
          "with copies: neighbors on the ring may be the same machine",
        ],
        redFlags: ["they solve celebrities"],
        samples: {
          weak: "Nothing.",
          pass: "They spread evenly but do not help one hot key.",
          strong:
            "With 256 points a node the spread is a few percent, and a lost node is rebuilt from all others. Copies must skip points of the same machine. One key has one place, however many points.",
        },
      },
      {
        ask: "How do you know that the spread is even, and what if clients have different views of the ring?",
        points: [
          "fullest by mean, in keys and in load",
          "a version on the map; nodes refuse what is not theirs",
          "caches: misses; stores: wrong writes",
          "one source of truth for membership",
        ],
        redFlags: ["they will converge, no harm done"],
        samples: {
          weak: "They all use the same code.",
          pass: "The map is versioned in one place.",
          strong:
            'With two views a write lands on a shard where nobody reads. So a node knows what it owns and answers "moved", and the client fetches the map anew. For caches it only costs misses and, worse, stale copies in two places.',
        },
      },
    ],
  },
  {
    id: "reshard-live",
    level: "12-database-scaling",
    topic: "Reshard live",
    rungs: [
      {
        ask: "You go from eight to sixteen shards without downtime. What are the steps?",
        points: [
          "new shards as copies, or dual writes",
          "backfill of the past, throttled",
          "verify: counts, checksums, shadow reads",
          "switch reads by share, then writes",
          "a way back until the old are removed",
        ],
        redFlags: ["switches reads before the backfill is done"],
        samples: {
          weak: "Stop the site at night and copy.",
          pass: "Write to both, copy the old data, check, switch.",
          strong:
            "Dual writes from a moment on, idempotent, and a throttled backfill of what was before. Then comparison of counts and samples until nothing differs; reads at 1, 10, 100 %; then writes to the new only, and the old kept for a week. Each step can be taken back.",
        },
      },
      {
        ask: "{gb} GB must move at {mbps} MB/s so that users do not feel it. How many hours?",
        figure: "backfill-hours",
        points: ["size by speed", "the throttle is set by users' p99", "plus verification"],
        redFlags: ["at full speed"],
        samples: {
          weak: "Minutes.",
          pass: "Size by speed.",
          strong:
            "Size by speed, in hours or days, so it must survive restarts: it keeps its position. Speed follows the old shards' utilization.",
        },
      },
      {
        ask: "What does the move itself cost while it lasts?",
        points: [
          "reads on the old shards, which are full already",
          "twice the writes",
          "caches go cold if keys change",
          "twice the machines",
        ],
        redFlags: ["nothing until the switch"],
        samples: {
          weak: "Just disk.",
          pass: "More load on the old ones.",
          strong:
            "It hits the shards that are hot, that is why we do it. So it starts early enough, reads from copies where it can, and stops by itself when p99 rises.",
        },
      },
      {
        ask: "After the switch 0.01 % of rows differ. What do you do, and how did you notice?",
        points: [
          "shadow reads compare both answers",
          "switch back, find the kind",
          "usual: a write that failed on one side, a race of backfill and write",
          "backfill must not overwrite newer",
        ],
        redFlags: ["ignore it, it is small"],
        samples: {
          weak: "That is within tolerance.",
          pass: "Switch back and repair.",
          strong:
            "Comparison continues after the switch. I go back, look which rows: usually the backfill wrote an older version over a newer dual write. It must write only if absent or older, by version. Then the difference is repaired and counted again.",
        },
      },
    ],
  },
  {
    id: "ids-and-indexes",
    level: "12-database-scaling",
    topic: "Ids, indexes and transactions across shards",
    rungs: [
      {
        ask: "How do you make unique ids across shards, sorted by time?",
        points: [
          "time plus machine plus counter (Snowflake style), or UUID v7",
          "no central counter on each write",
          "clocks: what if one goes back",
          "random UUIDs cost locality in the index",
        ],
        redFlags: ["auto-increment on each shard, as is"],
        samples: {
          weak: "Auto-increment.",
          pass: "Timestamp, machine id and a counter.",
          strong:
            "41 bits of milliseconds, 10 of machine, 12 of counter: sorted roughly, no coordination, 4,096 a millisecond and machine. If the clock goes back the generator waits or refuses. UUID v7 does the same with more bits and no machine numbers to hand out.",
        },
      },
      {
        ask: "An id has {bits} bits for a counter that starts anew each millisecond. How many ids a second can one machine make?",
        figure: "ids-per-second",
        points: [
          "2^bits × 1,000",
          "more must wait for the next millisecond",
          "bits for machines and years are what is left",
        ],
        redFlags: ["2^bits"],
        samples: {
          weak: "A million.",
          pass: "Two to the bits, times a thousand.",
          strong:
            "Two to the bits times a thousand; 41 bits of milliseconds last 69 years, so the bits are a budget between years, machines and speed.",
        },
      },
      {
        ask: "A user logs in by e-mail, shards are by user id. What do you build, and what does it cost?",
        points: [
          "a global index by e-mail, sharded by e-mail",
          "kept by a stream: a moment behind",
          "uniqueness must be decided there first",
          "or ask all shards: slow",
        ],
        redFlags: ["a query to all shards at each login"],
        samples: {
          weak: "Search all shards.",
          pass: "A second table, sharded by e-mail.",
          strong:
            "A table e-mail → user id, sharded by e-mail, where the insert decides uniqueness before the user is created. It is a write in two places without a transaction, so the reservation comes first and expires if the rest fails.",
        },
      },
      {
        ask: "A payment moves money between users on two shards. How, and what if the second half fails?",
        points: [
          "two-phase commit: locks while waiting",
          "or a saga with compensation and idempotent steps",
          "ledger: entries, never overwrites",
          "reconcile: sums must be zero",
        ],
        redFlags: ["two updates, one after another"],
        samples: {
          weak: "Update both.",
          pass: "A saga with a compensating step.",
          strong:
            "A transfer row with a state on the payer's shard commits with the debit; a worker credits the other side idempotently and marks it done. If it cannot, it compensates. Sums over both sides are checked each hour.",
        },
      },
    ],
  },
  {
    id: "hot-row",
    level: "celebrity-lab",
    topic: "A hot row, a celebrity",
    rungs: [
      {
        ask: "One photo gets a hundred thousand likes in a minute. What breaks where?",
        points: [
          "one row, one lock: updates a second are limited by a commit",
          "one shard is full while the others idle",
          "reads: one cache node holds the key",
          "each write invalidates it: misses in a crowd",
        ],
        redFlags: ["more shards"],
        samples: {
          weak: "The database is overloaded, so shard more.",
          pass: "One row is locked for each like; the shard is hot.",
          strong:
            "Updates of one row queue for its lock, about a thousand a second, whatever the machine. Readers hammer one cache node, and each like throws the value out, so crowds recompute it. More shards change nothing, since the key has one place.",
        },
      },
      {
        ask: "One row takes {perSecond} updates a second; {likes} likes a second arrive. Into how many part counters must it be split, at most {busy} % busy?",
        figure: "counter-parts",
        points: ["likes by updates × target", "rounds up", "reads must sum the parts"],
        redFlags: ["splits it in two without reckoning"],
        samples: {
          weak: "Two.",
          pass: "Likes by updates, with room.",
          strong:
            "Likes by updates a second times the target; then each read sums them, so the sum is cached for a second.",
        },
      },
      {
        ask: "Counters in memory, counters in parts, or a stream that aggregates: what does each cost?",
        points: [
          "memory: lost at a crash, flush each second",
          "parts: exact, reads sum, more writes",
          "stream: delay of a window, more machinery",
          "nobody needs the exact number of likes at once",
        ],
        redFlags: ["a transaction for each like, at any price"],
        samples: {
          weak: "Use Redis.",
          pass: "Count in memory and write each second; a crash loses a second.",
          strong:
            "Likes are recorded as events, that is the truth. The number shown comes from a counter in memory, flushed each second; a crash loses at most that, and a recount repairs it. If the count is money, parts and a sum.",
        },
      },
      {
        ask: "How do you notice a hot key before it hurts, and what if the remedy (a local cache) shows old numbers?",
        points: [
          "top keys by sampling, per shard and node",
          "local cache for a second: reads fall to boxes by second",
          "staleness is bounded by its TTL",
          "for money, do not",
        ],
        redFlags: ["invalidate everywhere at each like"],
        samples: {
          weak: "Clear the cache at each like.",
          pass: "Cache for a second; that is old enough for likes.",
          strong:
            "Sampled top keys find it in a minute. A second of local cache turns a hundred thousand reads into one for each box and second; the number is a second old, and who liked sees their own like added locally.",
        },
      },
    ],
  },
  {
    id: "fan-out",
    level: "celebrity-lab",
    topic: "Fan-out on write or on read",
    rungs: [
      {
        ask: "How do you build the home feed: on write or on read?",
        points: [
          "write: copy the post's id to each follower's list; reads are cheap",
          "read: merge the followed when asked; writes are cheap",
          "mixed: celebrities on read, others on write",
          "inactive users are not worth writing for",
        ],
        redFlags: ["a join over all at each view, as the final answer"],
        samples: {
          weak: "Query the posts of all followed.",
          pass: "Fan out on write, except for celebrities.",
          strong:
            "Most people have few followers: write ids to their followers' lists, so a feed is one read. For accounts with millions that is minutes of writes per post, so their posts are merged on read. Lists are kept for who was here this month.",
        },
      },
      {
        ask: "{posts} posts a second, {followers} followers each on average. How many writes a second does fan-out on write make?",
        figure: "fan-out-writes",
        points: ["posts × followers", "the mean hides celebrities", "compare with reads × followed"],
        redFlags: ["as many as posts"],
        samples: {
          weak: "As many as posts.",
          pass: "Posts times followers.",
          strong:
            "Posts times followers, batched per list. The other way it is feeds × followed rows; one compares the two products, and who reads often wins on write.",
        },
      },
      {
        ask: "What does fan-out on write cost besides writes?",
        points: [
          "memory for all lists",
          "delay for the last follower",
          "deletes and blocks must be undone or filtered",
          "a queue with backlog at a celebrity's post",
        ],
        redFlags: ["says that it costs nothing else"],
        samples: {
          weak: "Storage only.",
          pass: "Delay for followers and deletes.",
          strong:
            "Ids of 800 posts for each active user. A post of an account with a million followers is a million jobs in front of everybody else's, so such jobs get their own queue. Deletes are filtered when read.",
        },
      },
      {
        ask: "How do you know how old feeds are, and what if the fan-out stops for ten minutes?",
        points: [
          "time from post to the last list",
          "age of the oldest job in the queue",
          "catch-up: the newest first, or merge on read meanwhile",
          "the site still works with an older feed",
        ],
        redFlags: ["drop the backlog in silence"],
        samples: {
          weak: "Users will complain.",
          pass: "Watch the age of the oldest job.",
          strong:
            "A canary account posts each minute and I measure until it is seen. If the workers stop, feeds get older but load; on return they work off what is newest for those online, and for the rest a feed is built on read at their next visit.",
        },
      },
    ],
  },
  {
    id: "schema-change",
    level: "02-database",
    topic: "Change a schema without downtime",
    rungs: [
      {
        ask: "How do you rename a column in a table that is in use?",
        points: [
          "expand, migrate, contract",
          "add the new, write both, backfill in batches, read new, drop old",
          "each step works with the code before and after",
          "locks: short, with a timeout",
        ],
        redFlags: ["ALTER TABLE RENAME together with a deploy"],
        samples: {
          weak: "Rename it during a deploy.",
          pass: "Add the new column, write both, copy, then drop the old one.",
          strong:
            "While a deploy rolls, old and new code run side by side, so each step must suit both. Add it nullable, write both, backfill a thousand rows at a time, compare, read the new, stop writing the old, drop it a week later.",
        },
      },
      {
        ask: "{rows} rows, batches of {batch} with a pause, {ms} ms a batch in all. How many minutes does the backfill take?",
        figure: "backfill-minutes",
        points: ["batches × time", "throttled by replication lag", "restartable"],
        redFlags: ["one UPDATE for all"],
        samples: {
          weak: "One update does it.",
          pass: "Rows by batch, times the time.",
          strong:
            "Rows by batch times the time; one UPDATE over all would hold locks and fill the log for as long, and copies would lag behind by all of it.",
        },
      },
      {
        ask: "What do these steps cost, and when would you take downtime instead?",
        points: [
          "several deploys and days instead of one minute",
          "code that knows both",
          "a small internal system may stop for a minute",
          "the risk of forgetting the last step",
        ],
        redFlags: ["never any downtime, whatever it costs"],
        samples: {
          weak: "No downtime ever.",
          pass: "It takes several deploys.",
          strong:
            "Four deploys and code that carries both for a week. For a tool of ten colleagues I announce five minutes. For the shop, those five minutes at night cost more than the four deploys.",
        },
      },
      {
        ask: "How do you know that nobody reads the old column any more, and what if the change locks the table?",
        points: [
          "logs or statistics of statements",
          "lock timeout, then retry: rather fail than queue all behind it",
          "watch lag and locks while it runs",
          "rename before drop, so that it can come back",
        ],
        redFlags: ["drop and see who complains"],
        samples: {
          weak: "Drop it and see.",
          pass: "Search the code and the query log.",
          strong:
            "Statement statistics for a week, reports included. ALTER waits for running queries, and all new ones wait behind it; so lock_timeout of two seconds and try again. And I revoke or rename first, since that can be undone in a second.",
        },
      },
    ],
  },
];
