/** Ladders on caches and edges. */
import type { LadderProse } from "../../contract/ladders.ts";

export const cacheLadders: readonly LadderProse[] = [
  {
    id: "cache-patterns",
    level: "06-cache",
    topic: "Cache-aside, write-through; the invalidation race",
    rungs: [
      {
        ask: "Which ways are there to keep a cache and a database in step?",
        points: [
          "cache-aside: read, miss, load, fill; a write deletes the key",
          "write-through: the write goes to both",
          "write-behind: to the cache, later to the database; may be lost",
          "a TTL as the last net",
        ],
        redFlags: ["update the cache before the commit"],
        samples: {
          weak: "Write to both.",
          pass: "Cache-aside: fill on a miss, delete on a write.",
          strong:
            "Cache-aside with deletion after the commit, since a deleted key cannot be wrong and one that nobody reads again is not recomputed. Write-through where every write is read at once. Write-behind only for what may be lost, like counts. A TTL bounds whatever I overlook.",
        },
      },
      {
        ask: "{writes} writes a second invalidate a key each, and {lost} % of the invalidations are lost; the TTL is {ttl} s. How many keys are stale at a time, if all are read again at once?",
        figure: "stale-keys",
        points: [
          "lost a second × time until the TTL ends it",
          "without a TTL it grows forever",
          "Little's law again",
        ],
        redFlags: ['says "none, they are deleted": a deletion can be lost'],
        samples: {
          weak: "None, they are deleted.",
          pass: "Writes times share times TTL.",
          strong:
            "Arrivals of stale keys times how long each stays: Little's law. Without a TTL the time has no end, and that is why every key has one.",
        },
      },
      {
        ask: "Between a miss and the fill, somebody writes. What happens, and what does each remedy cost?",
        points: [
          "the old value is put in after the deletion and stays",
          "lease: a token that the deletion cancels",
          "version or compare-and-set",
          "second deletion after a moment",
        ],
        redFlags: ["that is too rare to matter"],
        samples: {
          weak: "That cannot happen.",
          pass: "The old value gets in; delete again after a second.",
          strong:
            "Reader misses and reads old, writer commits and deletes, reader fills with old: stale until the TTL. A lease given at the miss is void after a deletion, so the fill is refused, which also lets one reader only recompute. It costs a token per miss. The delayed second deletion is the poor man's version.",
        },
      },
      {
        ask: "How do you measure that the cache is wrong, and what if the delete fails because the cache was away?",
        points: [
          "sample: compare cached with stored",
          "deletions through a log or outbox, retried",
          "or fed from the database's change stream",
          "flush the node when it returns",
        ],
        redFlags: ["log the error and go on"],
        samples: {
          weak: "Retry it.",
          pass: "Sample keys and compare; put deletes in a queue.",
          strong:
            "One read in a thousand compares and counts. Deletions come from the change stream, so none is lost when a server dies between commit and delete. A node that was cut off comes back empty, not with what it remembers.",
        },
      },
    ],
  },
  {
    id: "stampede",
    level: "06-cache",
    topic: "Stampede",
    rungs: [
      {
        ask: "A popular key expires. What happens, and how do you prevent it?",
        points: [
          "all readers miss and compute the same",
          "lease or lock: one computes, others wait or take the old",
          "serve stale while one refreshes",
          "jitter on TTLs; early refresh by chance",
        ],
        redFlags: ["a longer TTL and nothing else"],
        samples: {
          weak: "Use a longer TTL.",
          pass: "Only one may recompute; the others get the old value.",
          strong:
            "Everybody who asks during the computation misses. One gets a lease, the others the old value, or wait briefly. Many keys filled together expire together, so TTLs get jitter, and hot keys are refreshed before they end.",
        },
      },
      {
        ask: "{reads} reads a second of one key that takes {ms} ms to compute. How many computations run when it expires, without a lease?",
        figure: "stampede",
        points: [
          "reads × time to compute",
          "longer when the database gets slow under it",
          "with a lease: one",
        ],
        redFlags: ['says "one": nobody tells the other readers to wait'],
        samples: {
          weak: "One.",
          pass: "Reads times computing time.",
          strong:
            "Reads times computing time at first; then each takes longer since they compete, so more come. With a lease one.",
        },
      },
      {
        ask: "What does the lock cost, and when is it worse than the stampede?",
        points: [
          "who holds it may die: expiry",
          "waiters hold workers: the pool empties",
          "so: stale rather than wait",
          "an extra trip to the cache",
        ],
        redFlags: ["a lock without expiry"],
        samples: {
          weak: "Nothing.",
          pass: "If the holder dies, all wait until the lock ends.",
          strong:
            "A thousand waiters hold a thousand workers and the whole site waits for one key. So those who do not get the lease take the old value or an answer without that part, and the lease ends after twice the usual time.",
        },
      },
      {
        ask: "How do you recognize a stampede afterwards, and what if a whole cache restarts empty?",
        points: [
          "many identical statements at once",
          "misses jump while reads are level",
          "throttle refill; warm from a copy; let in traffic by share",
          "nodes one at a time",
        ],
        redFlags: ["restart all nodes for a new version at once"],
        samples: {
          weak: "The database is at 100 %.",
          pass: "The same query many times in one second.",
          strong:
            "The same statement a hundred times within a second, and a step in misses. An empty cache is a stampede on all keys: I let a tenth of traffic in, or serve what is static, until hits are back, and restart one node every quarter of an hour.",
        },
      },
    ],
  },
  {
    id: "missing-keys",
    level: "06-cache",
    topic: "Keys that do not exist",
    rungs: [
      {
        ask: "Somebody asks for random ids that do not exist. What does that do to your cache?",
        points: [
          "every request is a miss and reaches the database",
          "negative caching, with a short TTL",
          "a Bloom filter of what exists",
          "validate ids: signed or of a form; rate limits",
        ],
        redFlags: ["the cache stops them"],
        samples: {
          weak: "They get 404, no problem.",
          pass: "Cache that they do not exist.",
          strong:
            "A cache holds what exists, so this goes through it. Negative entries help against repeats, not against random ids, and they push out real ones. A Bloom filter answers most without the database; a signed id or a limit by client stops it at the edge.",
        },
      },
      {
        ask: "A Bloom filter has {bits} bits for each key and the best number of hashes. What percentage of missing keys gets through?",
        figure: "bloom",
        points: ["about 0.6185^bits per key", "ten bits: one percent", "no false negatives"],
        redFlags: ["it may say no to what exists"],
        samples: {
          weak: "None.",
          pass: "Ten bits give about one percent.",
          strong:
            "0.6185 to the bits: ten bits one percent, fifteen a tenth of that. It never denies what exists, but deleted keys stay in, so it is rebuilt at night.",
        },
      },
      {
        ask: "What does negative caching cost?",
        points: [
          "a thing just created is denied until the TTL ends",
          "creation must delete the negative entry",
          "memory filled by an attacker",
          "short TTL, separate space",
        ],
        redFlags: ["same TTL as for values"],
        samples: {
          weak: "Nothing.",
          pass: "New items stay invisible for a while.",
          strong:
            "Someone shares a link a second before the photo is stored, and everybody gets 404 for a minute. So creation deletes the key, the TTL is seconds, and negatives have a small space of their own.",
        },
      },
      {
        ask: "How do you notice such traffic, and what if it comes from your own client?",
        points: [
          "misses without rows: a metric of its own",
          "by client, version, path",
          "a bug (id null, id 0) looks like an attack",
          "fix at the source; the filter stays",
        ],
        redFlags: ["block the whole network it comes from"],
        samples: {
          weak: "Block the IP.",
          pass: "Count 404 by client.",
          strong:
            "404 by path and app version. If one version asks for id undefined ten times a screen, no block helps; I answer from the edge with a cacheable 404 and ship a fix.",
        },
      },
    ],
  },
  {
    id: "hit-ratio",
    level: "06-cache",
    topic: "The hit ratio falls from 99 to 98 %",
    rungs: [
      {
        ask: "The hit ratio falls by one point. Why might you be woken up for that?",
        points: [
          "what counts is misses: they doubled",
          "the database's load doubles with them",
          "near saturation its answer time explodes",
          "look at miss rate, not hit ratio",
        ],
        redFlags: ["one percent is noise"],
        samples: {
          weak: "One percent does not matter.",
          pass: "From 99 to 98 the misses double.",
          strong:
            "The database sees misses, and from one to two percent they doubled. If it was 50 % busy with them it is now full. So my alert is on misses a second.",
        },
      },
      {
        ask: "{reads} reads a second; hits fall from {before} % to {after} %. How many more reads a second reach the database?",
        figure: "more-misses",
        points: [
          "reads × (difference)",
          "compare with what it has to spare",
          "each may cost more than an average read",
        ],
        redFlags: ['says "one percent more": it is the misses that grow'],
        samples: {
          weak: "One percent more.",
          pass: "Reads times the difference.",
          strong:
            "Reads times the difference, and those are the colder keys, which cost more, since the database has not got them in memory either.",
        },
      },
      {
        ask: "You could buy room behind the cache for such a day. What does it cost, and what else could you do?",
        points: [
          "room in the database for a share of misses lost",
          "more nodes, so that one lost costs fewer hits",
          "serve stale when the database is full",
          "shed the least important reads",
        ],
        redFlags: ["the cache never fails"],
        samples: {
          weak: "A bigger cache.",
          pass: "Replicas for the misses of one lost node.",
          strong:
            "I pay for the loss of one node of N: so more, smaller nodes make that cheaper. For a full loss nobody pays; then stale answers and shedding keep the site alive at a fifth.",
        },
      },
      {
        ask: "How do you find out why it fell, and what if nothing was deployed?",
        points: [
          "by kind of key: which misses grew",
          "evictions or expiries or invalidations",
          "a crawler, a new feature, growth of the data",
          "one node gone or restarted",
        ],
        redFlags: ["add memory"],
        samples: {
          weak: "Increase memory.",
          pass: "Look at evictions and at which keys miss.",
          strong:
            "If evictions rose: more distinct keys, a crawler or growth. If expiries: somebody shortened a TTL. If deletions: a job writes everything. If nothing: one node is missing and its keys go to others, cold.",
        },
      },
    ],
  },
  {
    id: "cache-node-dies",
    level: "06-cache",
    topic: "A cache node dies: which keys move?",
    rungs: [
      {
        ask: "One of your cache nodes dies. Which keys move, and what does the database see?",
        points: [
          "consistent hashing: only its keys, spread over the others",
          "modulo: nearly all keys miss",
          "its share of reads become misses until refilled",
          "when it returns, its keys move back: cold or stale",
        ],
        redFlags: ["nothing, others have copies"],
        samples: {
          weak: "The others take over.",
          pass: "With consistent hashing only its part misses.",
          strong:
            "Its share misses at once and refills at the pace of the popular keys. With modulo it would be nearly everything. When it comes back with old contents they are stale, so it starts empty.",
        },
      },
      {
        ask: "{nodes} nodes, hit ratio {hit} %, {reads} reads a second. How many misses a second right after one node is lost?",
        figure: "node-lost-misses",
        points: [
          "misses before plus the hits of one node",
          "1/N of hits",
          "compare with the database's capacity",
        ],
        redFlags: ["1/N of reads and no more"],
        samples: {
          weak: "A few more.",
          pass: "The old misses plus an Nth of the hits.",
          strong:
            "Old misses plus hits by N. For four nodes at 90 % that is 0.1 + 0.225 of all reads, three times what the database had.",
        },
      },
      {
        ask: "Copies of each key on two nodes: what does it cost and what does it buy?",
        points: [
          "half of the memory",
          "no misses at a loss",
          "two to invalidate: they may differ",
          "often cheaper: more nodes, or a gutter pool",
        ],
        redFlags: ["always replicate caches"],
        samples: {
          weak: "Safer.",
          pass: "Twice the memory.",
          strong:
            "Twice the memory, or the hit ratio of half of it, every day, against one bad quarter of an hour. I would rather have eight nodes than four with copies; Facebook keeps a few spare ones (gutter) that take the lost keys with a short TTL.",
        },
      },
      {
        ask: "How do you know it is the node and not the network, and what if clients disagree which nodes are alive?",
        points: [
          "some clients fail: network",
          "a write deletes on one node, a read fills on another: stale",
          "membership from one source",
          "time between ejecting and returning",
        ],
        redFlags: ["each client decides by itself"],
        samples: {
          weak: "Ping it.",
          pass: "Compare errors from several web servers.",
          strong:
            "If only one rack sees it dead, it is the network; then that rack fills another node, and deletions by the rest do not reach that. So clients do not decide alone: a proxy or a membership service does.",
        },
      },
    ],
  },
  {
    id: "never-cache",
    level: "06-cache",
    topic: "What must not be cached",
    rungs: [
      {
        ask: "What would you not put into a shared cache, and why?",
        points: [
          "what is personal, in a shared edge cache",
          "money, stock at the moment of sale, permissions",
          "what changes oftener than it is read",
          "what is as cheap to compute",
        ],
        redFlags: ["cache everything"],
        samples: {
          weak: "Passwords.",
          pass: "Personal pages at the CDN, and stock.",
          strong:
            "A page with somebody's name in a shared cache is a leak. Stock may be shown from a cache, but the sale checks the row. A feed that is read once per write gains nothing; its parts, profiles and photos shared by all, do.",
        },
      },
      {
        ask: "A key is read {reads} times and written {writes} times a minute, each write deletes it. What hit ratio is the best possible, evenly mixed?",
        figure: "read-write-hits",
        points: [
          "a read hits if the last operation was a read",
          "reads by reads plus writes",
          "so cache what is read much oftener",
        ],
        redFlags: ["near 100 %"],
        samples: {
          weak: "100 %.",
          pass: "Reads by reads plus writes.",
          strong:
            "Each read hits only if no write came since the last read: reads by the sum of both. At one to one half of the reads miss and I pay for the cache on top.",
        },
      },
      {
        ask: "Caching permissions saves half of the database's load. What does it cost?",
        points: [
          "somebody removed still has access until the TTL ends",
          "short TTL plus explicit invalidation",
          "check the dangerous actions in the database",
          "say the bound aloud: seconds",
        ],
        redFlags: ["an hour is fine"],
        samples: {
          weak: "Nothing.",
          pass: "Revocation comes late.",
          strong:
            "A fired colleague reads for as long as the TTL. Ten seconds are acceptable for reading and not for deleting, so destructive actions ask the source. The bound stands in the security paper.",
        },
      },
      {
        ask: "How do you find out that private pages are in the CDN, and what do you do in the first ten minutes?",
        points: [
          "a test with two accounts; Cache-Control private; Vary",
          "purge, and switch caching of HTML off",
          "find since when, who saw what",
          "a rule at the edge: no caching with Set-Cookie",
        ],
        redFlags: ["wait for the TTL"],
        samples: {
          weak: "Purge it.",
          pass: "Purge and set private.",
          strong:
            "Purge all, turn HTML caching off at the edge, then look in logs who got whose page, since that must be reported. Afterwards: default is private, caching is opted in by path, and a test logs in twice.",
        },
      },
    ],
  },
  {
    id: "push-or-pull",
    level: "07-cdn",
    topic: "Push or pull CDN, Cache-Control, private images",
    rungs: [
      {
        ask: "How does a CDN get its files, and how do you say what it may keep?",
        points: [
          "pull: on the first miss; push: uploaded before",
          "Cache-Control: public, max-age, s-maxage, immutable",
          "versioned names instead of purging",
          "stale-while-revalidate, stale-if-error",
        ],
        redFlags: ["purge on every deploy as the way"],
        samples: {
          weak: "You upload the files to it.",
          pass: "It pulls on a miss and keeps for max-age.",
          strong:
            "Pull for nearly all; push for a large launch, so that no first viewer waits. Files have a hash in the name and live for a year; HTML lives for seconds or not at all. stale-if-error lets the edge answer when we cannot.",
        },
      },
      {
        ask: "{edges} edges, {files} files, a TTL of {ttl} hours, all files asked foreverywhere. How many fetches a second does the origin see at least?",
        figure: "origin-fetches",
        points: [
          "edges × files by TTL in seconds",
          "a shield makes edges one",
          "long TTL with versioned names: nearly none",
        ],
        redFlags: ["one fetch each file"],
        samples: {
          weak: "Few.",
          pass: "Edges times files by TTL.",
          strong: "Edges times files by TTL in seconds; a shield in between divides by the number of edges.",
        },
      },
      {
        ask: "Private photos through the CDN: how, and what does it cost?",
        points: [
          "signed URLs or cookies, checked at the edge",
          "expiry; who shares the link shares the photo",
          "signature must not be part of the cache key",
          "revocation comes late",
        ],
        redFlags: ["unguessable names are enough"],
        samples: {
          weak: "Do not use the CDN for them.",
          pass: "Signed URLs with an expiry.",
          strong:
            "The edge checks a signature, then serves the one cached copy, since the signature is not in the key. The link works for whoever has it until it expires, ten minutes say; shorter means more signing. Deleting a photo purges it by tag.",
        },
      },
      {
        ask: "How do you know that users got the new version, and what if the CDN itself is away?",
        points: [
          "version reported by the client",
          "fallback to the origin: it must not be crushed",
          "a second CDN, or load that the origin can carry for a share",
          "detection takes seconds",
        ],
        redFlags: ["switch all traffic to the origin"],
        samples: {
          weak: "Clear the cache.",
          pass: "Versioned names; a second CDN by DNS.",
          strong:
            "Clients report their build. If the CDN is away, all its traffic at the origin is a second outage. So by name a second CDN, warmed by a few percent every day, or pages without large images until it is back.",
        },
      },
    ],
  },
  {
    id: "where-images-live",
    level: "10-message-queue",
    topic: "Where the images live, and how they get there",
    rungs: [
      {
        ask: "A user uploads a photo. Where does it go, step by step?",
        points: [
          "the app asks for a signed URL and uploads to object storage directly",
          "the row: key, owner, state",
          "a message: make sizes; workers; idempotent",
          "served by the CDN from object storage",
        ],
        redFlags: ["into the database", "on the web server's disk"],
        samples: {
          weak: "The web server saves it to disk.",
          pass: "To object storage, and a queue makes thumbnails.",
          strong:
            "The app gets an id and a signed URL, puts the original into object storage without passing our web servers, and confirms. A message starts workers that write the sizes under names derived from the id, so doing it twice does no harm. The row turns to ready, and the CDN pulls from there.",
        },
      },
      {
        ask: "{photos} photos a second arrive, a worker needs {ms} ms of CPU for each, at most {busy} % busy. How many worker cores?",
        figure: "worker-cores",
        points: ["rate × time by target", "more to clear a backlog", "memory for large photos"],
        redFlags: ["one worker each photo"],
        samples: {
          weak: "Ten.",
          pass: "Rate times time by target.",
          strong:
            "Rate times CPU time by target. For clearing a backlog I want spare: with 20 % spare an hour of backlog takes five hours.",
        },
      },
      {
        ask: "Large photos over mobile networks: what does a direct upload cost you?",
        points: [
          "no check before it is stored: type, size, abuse",
          "limits in the signature; quarantine until checked",
          "resumable in parts; parts left over must be removed",
          "the app must confirm, else a photo without a row",
        ],
        redFlags: ["trusts the file's extension"],
        samples: {
          weak: "Nothing.",
          pass: "It must be checked after the upload.",
          strong:
            "The signature limits size and type; the object lies in quarantine until a worker decoded it and stripped its place. Uploads come in parts of 5 MB that can be resumed, and a rule deletes parts after a day.",
        },
      },
      {
        ask: "How do you know that no photo is stuck, and what about the one that crashes every worker?",
        points: [
          "age of the oldest unfinished, not queue length",
          "attempts limited, then a dead-letter queue",
          "rows without objects, objects without rows",
          "isolate: memory and time limits",
        ],
        redFlags: ["retry forever"],
        samples: {
          weak: "Retry until it works.",
          pass: "After five attempts into a dead-letter queue.",
          strong:
            "Alert on the oldest age. A poison photo would take worker after worker, so attempts are counted and the fifth goes aside, with an alarm on that queue. The worker decodes with limits in a process of its own.",
        },
      },
    ],
  },
];
