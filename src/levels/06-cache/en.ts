import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Cache",
  promise: "Computed once, read a thousand times",
  story:
    "Pica now has public feeds: a photographer's newest photos with their likes, the same for everybody who opens them. Twenty million people a day love them, and they are Pica's most expensive query. In the print shop a sale is coming, and if a customer sees an old price, Pica must sell at that price.",
  brief: [
    {
      id: "06-cache-p2",
      title: "Computed once, kept in memory",
      text: "A cache is temporary storage, in memory, for the results of expensive responses or for data that is used often. Later requests for the same thing are served faster. The first reader of a public feed costs 1.2 ms of the database's processor time and 2 ms of the web tier's. The second gets it from the cache: nothing in the database and 1 ms in the web tier. The trace shows the difference.",
      facts: ["F92", "F93"],
    },
    {
      id: "06-cache-p4",
      title: "Easy to use",
      text: "Using a cache server is easy: most of them offer an API for the common languages. Ask for a key; on a miss ask the database, and store the answer under that key with a time to live, a TTL. The calls are the easy part. The hard part is six decisions, and the shop asks you for most of them.",
      facts: ["F97"],
    },
  ],
  lesson: [
    {
      id: "06-cache-p1",
      title: "Two ways to answer faster",
      text: "To improve load and response time, do two things: add a cache layer, and move static content to a CDN, a content delivery network. Static content means JavaScript, CSS, image and video files. This level is about the first: results that were computed once and are asked for again. The CDN is the next level.",
      facts: ["F90", "F91"],
    },
    {
      id: "06-cache-p3",
      title: "A tier of its own",
      text: "Calling the database repeatedly hurts performance, and a cache reduces those calls. The cache tier is a temporary data store, much faster than the database: a node for $114 answers 100,000 calls a second, a database box for $125 at most 9,300 cheap reads. Performance is better, the database has less work, and the cache tier can be scaled independently.",
      facts: ["F94", "F95", "F96"],
    },
    {
      id: "06-cache-p5",
      title: "1: What is worth caching?",
      text: "Use a cache for data that is read often and changed rarely, and that many users share. A public feed is all three. A home feed is different for each user and changes whenever somebody else posts, so caching it gains less and is harder to keep right. Popularity helps: here, as on most sites, a few objects get most of the reads.",
      facts: ["F99"],
    },
    {
      id: "06-cache-p6",
      title: "2: What must not be only in the cache?",
      text: "Cached data sits in volatile memory, so a cache is no place to keep data. If a cache server restarts, everything in it is lost, and its share of the reads goes to the database at once. A lost feed can be computed again. A lost order cannot, so important data belongs in persistent stores.",
      facts: ["F100", "F101", "F102"],
    },
    {
      id: "06-cache-p7",
      title: "3: How long may it be kept?",
      text: "Have an expiration policy. If the TTL is too short, data is reloaded from the database too often: with 5 s, an object that is read once a minute is never a hit. If the TTL is too long, data becomes stale: with an hour many more reads are hits, but a changed price may be shown wrong for an hour. A TTL is the net under invalidation: here one invalidation in a hundred is lost.",
      facts: ["F103", "F104", "F105"],
    },
    {
      id: "06-cache-p8",
      title: "4: How do both stay in sync?",
      text: "Cache and data store must be kept in sync. A change touches both, and the two operations are not one transaction. Either may fail or be late, and then the two disagree. On every write invalidate exactly the keys that show the changed data, after the database has committed. Keep a TTL as well: a lost invalidation leaves the old value there until the TTL ends.",
      facts: ["F106", "F107"],
    },
    {
      id: "06-cache-p9",
      title: "5: What if a cache node is lost?",
      text: "A single cache server is a single point of failure, SPOF for short: a part whose failure stops everything. Use several, in different data centers. Today a zone will flood. With two nodes in each of two zones you lose half of the hits for a while. With all nodes in the lost zone you lose every hit, and the database gets the whole load at once. A second zone costs up to 1 ms a call.",
      facts: ["F108", "F109"],
    },
    {
      id: "06-cache-p10",
      title: "6: How much memory, and what is evicted?",
      text: "Overprovision: buy some percent more memory than you need today, as a buffer for growth. When a cache is full, adding an item evicts another, and the eviction policy decides which. LRU evicts the least recently used item. FIFO, first in, first out, evicts the oldest. Watch the evictions when a crawler reads objects that nobody else asks for.",
      facts: ["F110", "F111", "F112", "F113"],
    },
  ],
  figures: [
    {
      id: "06-cache-d1",
      title: "The cache tier",
      lines: [
        "┌──────────────┐  1  get the key                ┌────────────┐",
        "│              ├───────────────────────────────▶│            │",
        "│              │  2  hit: the value             │   cache    │",
        "│              │◀───────────────────────────────┤            │  100,000/s",
        "│              │  4  after a miss: set the key  │ in memory  │",
        "│  web server  ├───────────────────────────────▶│            │",
        "│              │                                └────────────┘",
        "│              │                                ┌────────────┐",
        "│              │  3  on a miss only: query      │            │",
        "│              ├───────────────────────────────▶│  database  │  9,300/s",
        "│              │     the result                 │            │",
        "│              │◀───────────────────────────────┤            │",
        "└──────────────┘                                └────────────┘",
      ],
      facts: ["D15", "F95"],
    },
    {
      id: "06-cache-d2",
      title: "Typical Memcached calls",
      lines: [
        "ONE_HOUR = 3600                            # seconds",
        "",
        "def public_feed(owner):",
        '    key = "feed:" + owner                  # one key for all readers',
        "    feed = cache.get(key)                  # half a millisecond",
        "    if feed is None:                       # a miss",
        "        feed = database.feed_of(owner)     # 1.2 ms of its CPU",
        "        cache.set(key, feed, ONE_HOUR)     # for the next reader",
        "    return feed",
        "",
        "def post_photo(owner, photo):",
        "    database.insert(owner, photo)          # commit first,",
        '    cache.delete("feed:" + owner)          # then invalidate the same key',
      ],
      facts: ["D16", "F98"],
    },
  ],
  sentence: {
    text: "If a cache server restarts, all the data in memory is lost.",
    from: "chapter 1, Cache",
  },
  prediction: {
    question:
      "About 36,000 reads a second ask for twenty million objects, a few of them very popular. What percentage of the reads will be cache hits?",
    options: {},
    unit: ["%", "%"],
    explanation:
      "A read is a hit if the same object was read within its TTL and is still in memory. With 5 s only the most popular objects are read again in time, which gives about a third. With five minutes about two thirds find their object there; the rest ask for objects that nobody has read lately. What a lost zone or a crawler removes must be loaded again.",
  },
  hints: [
    "A cache helps both tiers: a hit never reaches a replica, and it halves the web tier's work for the page. Then decide on TTL, invalidation, number of nodes and memory.",
    "Buy four cache nodes of 6 GB in two zones, with a TTL of 5 min, LRU, invalidated on write. Buy ten web boxes with 8 vCPU, and eight replicas.",
  ],
  events: {
    "flood-a": "Zone A is under water: cache nodes, copies and the primary.",
    "flood-b": "Zone B is under water: cache nodes and copies.",
    "hot-photo": "One photo is hot, and each like removes it from the cache.",
    sale: "The sale begins: 5 % of the prices change.",
    crawler: "A crawler reads 4 million unpopular objects.",
  },
  wrongAnswers: {
    naive: {
      title: "More of the same",
      why: "The same query runs again for every reader, and you pay for each run: the bill is far over budget. And when a zone floods, the replicas that are left cannot serve all reads.",
    },
    A: {
      title: "One cache node",
      why: "It is a single point of failure. When its zone floods, every read is a miss at the same moment, and half of the replicas are gone as well. The other half cannot serve all reads.",
    },
    B: {
      title: "Keep everything for 5 s",
      why: "Most entries expire before they are read again, so the cache answers only a little more than a third of the reads. What stands behind it must carry the rest, and cannot.",
    },
    C: {
      title: "Entries that live for an hour or never expire",
      why: "It is fast and wrong. After the sale begins old prices are served from the cache. With invalidation they are few, but one invalidation in a hundred is lost, and then only the end of the TTL removes the old price.",
    },
    D: {
      title: "Orders only in the cache",
      why: "Memory is volatile. The flood takes the orders with the nodes, and no database has ever seen them.",
    },
    F: {
      title: "Several nodes in one zone",
      why: "When that zone floods the whole cache is gone at once, and the replicas that are left get every read.",
    },
    E: {
      title: "Two nodes of 1 GB, and a lease to save a web box",
      why: "The lease works against the stampede on the hot photo. But so little memory evicts entries before their TTL ends. Nearly half of the reads are misses, and a miss costs the web tier twice the work of a hit: nine boxes are too few.",
    },
  },
  stars: {
    two: "At most 0.1 % of the reads are stale.",
    three:
      "At least 62 % of the reads are hits, and the question on LRU and FIFO is answered. The audit holds.",
  },
  task: {
    question: "The cache is full and one entry has to go. What does it cost to evict by FIFO instead of LRU?",
    options: {
      "a-few-points": "a few points of hit ratio: popular entries are evicted too",
      "half-the-hits": "half of the hits: FIFO evicts the popular ones first",
      nothing: "nothing: with a TTL both evict the same entries",
    },
  },
  debrief:
    "Cache what many users read, what rarely changes and what is expensive to compute. Then decide on TTL, invalidation, number of nodes, spare memory and eviction. And know what happens to the database when the cache is empty: from 99 % hits to 98 %, its load doubles.",
  forReal: "With real processes, on your own machine: play real level 6",
  questions: [
    {
      id: "06-cache-q1",
      question: "What must you decide when you add a cache?",
      answer:
        "What is worth caching: read often, changed rarely, shared by many. The TTL. How it stays consistent with the store. The eviction policy and memory headroom. Several nodes, against a single point of failure. And whether the database survives an empty cache: 90 % hits mean that it gets ten times its usual reads then.",
      facts: ["F99", "F103", "F106", "F108", "F110", "F111"],
    },
    {
      id: "06-cache-q2",
      question: "Why can cache and database disagree?",
      answer:
        "The two updates are not one transaction. A crash between them leaves the old value, and so does a race: a reader misses and reads the old row, a writer commits and deletes the key, then the reader stores the old value. Invalidate after the commit, keep a TTL as a safety net, and use versions or leases against the race.",
      facts: ["F106", "F107"],
    },
    {
      id: "06-cache-q3",
      question: "A popular key expires. What happens?",
      answer:
        "All its readers miss at once and ask the database for the same thing: a stampede. Give one of them a lease to rebuild the value and let the others wait or take the stale value. Add jitter to the TTLs, so that keys do not expire together. At 1,000 reads a second and 50 ms of rebuilding, 50 queries run instead of one.",
      facts: ["S3"],
    },
  ],
  cards: [
    {
      id: "06-cache-c1",
      question: "Which two additions improve load and response time?",
      answer: "A cache layer, and moving static content to a CDN.",
      facts: ["F90"],
    },
    {
      id: "06-cache-c2",
      question: "Which files count as static content?",
      answer: "JavaScript, CSS, image and video files.",
      facts: ["F91"],
    },
    {
      id: "06-cache-c3",
      question: "What is a cache?",
      answer: "Temporary storage, in memory, for results of expensive responses or often-used data.",
      facts: ["F92"],
    },
    {
      id: "06-cache-c4",
      question: "Name three benefits of a separate cache tier.",
      answer: "Better performance, less database load, and it can be scaled independently.",
      facts: ["F96"],
    },
    {
      id: "06-cache-c5",
      question: "Which data is worth caching?",
      answer: "Data that is read often and changed rarely.",
      facts: ["F99"],
    },
    {
      id: "06-cache-c6",
      question: "Why is a cache no place for the only copy of data?",
      answer: "Its memory is volatile: a restart loses everything in it.",
      facts: ["F100"],
    },
    {
      id: "06-cache-c7",
      question: "The database changes. What has to happen to the cache?",
      answer: "The two must be kept in sync, for example by invalidating the key on every write.",
      facts: ["F106"],
    },
    {
      id: "06-cache-c8",
      question: "Why can an update leave the cache different from the database?",
      answer: "The two changes are not in one transaction.",
      facts: ["F107"],
    },
    {
      id: "06-cache-c9",
      question: "What does SPOF stand for, and what is it?",
      answer: "Single point of failure: a part whose failure stops the whole system.",
      facts: ["F109"],
    },
    {
      id: "06-cache-c10",
      question: "What does the eviction policy LRU evict?",
      answer: "The item that was least recently used.",
      facts: ["F112"],
    },
    {
      id: "06-cache-c11",
      question: "What does FIFO evict, and how much worse than LRU is it for popular pages?",
      answer: "First in, first out: the oldest entry. Its hit ratio is here at most 3 points lower.",
      facts: ["F113"],
    },
  ],
  factCards: [
    {
      id: "06-cache-f1",
      kind: "correction",
      text: 'The notes say "Lease-recently-used" and "Fist In First Out". More exactly: LRU is least recently used, and FIFO is first in, first out. Leases have their own place in caching, as a remedy against stampedes.',
      facts: ["X11", "F112", "F113"],
    },
    {
      id: "06-cache-f2",
      kind: "supplement",
      text: "Not in the notes: LFU, least frequently used, is the third common eviction policy. It counts reads, so a crawler that reads each of 4 million objects once evicts nothing popular. But it is slow to forget what was popular last year. Redis estimates the counts from samples, and keeps about half of LFU's advantage over LRU.",
      facts: ["S1", "X11"],
    },
    {
      id: "06-cache-f3",
      kind: "supplement",
      text: "Not in the chapter: in cache-aside the app asks the cache, then the database, then fills the cache. In read-through the cache asks the database itself. In write-through a write passes through the cache to the database. In write-behind the cache confirms at once and writes later, which is fast and may lose writes.",
      facts: ["S2"],
    },
    {
      id: "06-cache-f4",
      kind: "supplement",
      text: "Not in the chapter: when a hot key expires, all its readers miss at once and compute the same thing. That is a stampede. A lease prevents it: the cache gives one reader a token to rebuild the value, and the others get the stale value or wait. Jitter in the TTLs keeps many keys from expiring together.",
      facts: ["S3"],
    },
    {
      id: "06-cache-f5",
      kind: "fun",
      text: "In 2012 Facebook published counts from its general pool of Memcached servers. 1 % of the keys got 55 % of the requests, and the less popular half of all keys got 1 %. That is why a small cache can answer so much.",
      facts: [],
    },
    {
      id: "06-cache-f6",
      kind: "fun",
      text: "Researchers who looked into Twitter's caches in 2020 found that for many workloads FIFO did as well as LRU. In this game the gap is at most 3 points of hit ratio. The TTL you choose matters far more.",
      facts: ["F112", "F113"],
    },
    {
      id: "06-cache-f7",
      kind: "honesty",
      text: "Popularity follows Zipf's law with exponent 0.9 here, over twenty million objects of 2 KB each, what a store adds to them included. Web traces were measured between 0.64 and 0.83; benchmarks like to use 0.99. The flatter the curve, the less a cache helps. A new cache begins full here, as after hours of work; it is cold only after a loss.",
      facts: [],
    },
    {
      id: "06-cache-f8",
      kind: "supplement",
      text: "Not in the chapter: a lease also stops the race that leaves old values. A reader that misses gets a token, an invalidation cancels the token, and a value that comes back with a canceled token is not stored. Facebook built this into its Memcached. A version in each value does the same: an older one never replaces a newer one.",
      facts: ["S3"],
    },
    {
      id: "06-cache-f9",
      kind: "supplement",
      text: "Not in the chapter: keys that do not exist miss every time, and an attacker can ask for millions of them. Cache the answer that there is nothing, for a short TTL, or ask a Bloom filter first: a small table that knows for sure which keys do not exist.",
      facts: [],
    },
  ],
};
