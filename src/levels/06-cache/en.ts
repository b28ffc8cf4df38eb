import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Cache",
  promise: "The same page, a thousand times",
  story:
    "Pica ships its home feed, and two million people a day love it. It is also the dearest query Pica has, asked again and again with the same answer. In the print shop a sale is coming, and a price that is out of date is a promise you have to keep.",
  lesson: [
    {
      id: "06-cache-p1",
      title: "Two ways to answer faster",
      text: "To improve load and response time, do two things: add a cache layer, and move static content to a CDN, a content delivery network. Static content means JavaScript, CSS, image and video files. This level is about the first: results that were computed once and are wanted again. The CDN is the next level.",
      facts: ["F90", "F91"],
    },
    {
      id: "06-cache-p2",
      title: "Computed once, kept in memory",
      text: "A cache is temporary storage, in memory, for the results of expensive responses or for data that is used often. Later requests for the same thing are served faster. The first reader of a feed pays the 12 ms of its query. The second gets it in less than one, and the trace shows the difference.",
      facts: ["F92", "F93"],
    },
    {
      id: "06-cache-p3",
      title: "A tier of its own",
      text: "Calling the database over and over is what hurts performance, and a cache relieves it. As a tier it is a temporary data store, much faster than the database: a hop of 0.3 to 1 ms instead of 2 to 12. You get better performance, less work for the database, and a tier that is scaled independently, with a gauge of its own.",
      facts: ["F94", "F95", "F96"],
    },
    {
      id: "06-cache-p4",
      title: "Easy to use",
      text: "Using a cache server is easy: most of them offer an API for the common languages. Ask for a key; on a miss ask the database, and store the answer under that key with a time to live, a TTL. The picture shows the typical calls of Memcached. The hard part is not the calls. It is the six decisions that follow.",
      facts: ["F97"],
    },
    {
      id: "06-cache-p5",
      title: "One: is it worth caching?",
      text: "Use a cache for data that is read often and changed rarely. A popular feed is both. Data that changes with every visit is thrown away before anybody asks again, and caching it buys almost nothing. Popularity helps: here, as on most sites, a few objects get most of the reads.",
      facts: ["F99"],
    },
    {
      id: "06-cache-p6",
      title: "Two: what must never live there alone?",
      text: "Cached data sits in volatile memory, so a cache is no place to keep data. If a cache server restarts, everything in it is lost, and its share of the reads falls on the database at once. A lost feed is computed again. A lost order is lost: important data belongs in persistent stores.",
      facts: ["F100", "F101", "F102"],
    },
    {
      id: "06-cache-p7",
      title: "Three: how long may it be kept?",
      text: "Have an expiration policy. If the TTL is too short, data is reloaded from the database too often: what is asked for once a minute is never a hit with 5 s. If it is too long, data goes stale: with an hour much more is a hit, but a changed price may be an old one for all of that hour.",
      facts: ["F103", "F104", "F105"],
    },
    {
      id: "06-cache-p8",
      title: "Four: how do both stay in step?",
      text: "Cache and data store must be kept in sync. A change touches both, and the two operations are not one transaction: either may fail or come late, and then the two disagree. Invalidate the key on every write, and keep a TTL as a net. When an invalidation is lost now and then, the old value lives until the TTL ends it.",
      facts: ["F106", "F107"],
    },
    {
      id: "06-cache-p9",
      title: "Five: what if one is lost?",
      text: "A single cache server is a single point of failure, SPOF for short: a part whose failure stops everything. Use several, in different data centers. When one of three restarts you lose a third of the hits for a while; when the only one restarts you lose all of them, and the whole load arrives at the database together.",
      facts: ["F108", "F109"],
    },
    {
      id: "06-cache-p10",
      title: "Six: how much room, and who goes?",
      text: "Buy some percent more memory than you need today, as a buffer for growth. When a cache is full, adding an item evicts another, as the eviction policy says. LRU throws out the least recently used, FIFO whatever came in first: first in, first out. Watch the evictions when a crawler asks for what nobody ever wanted.",
      facts: ["F110", "F111", "F112", "F113"],
    },
  ],
  figures: [
    {
      id: "06-cache-d1",
      title: "The cache tier",
      lines: [
        "┌──────────────┐  1  have you got this key?     ┌────────────┐",
        "│              ├───────────────────────────────▶│            │",
        "│              │  2  hit: yes, here it is       │   cache    │",
        "│              │◀───────────────────────────────┤            │  0.3–1 ms",
        "│              │  4  after a miss: keep this    │ in memory  │",
        "│  web server  ├───────────────────────────────▶│            │",
        "│              │                                └────────────┘",
        "│              │                                ┌────────────┐",
        "│              │  3  on a miss only: query      │            │",
        "│              ├───────────────────────────────▶│  database  │  2–12 ms",
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
        "def home_feed(user):",
        '    key = "feed:" + user',
        "    feed = cache.get(key)                  # less than 1 ms",
        "    if feed is None:                       # a miss",
        "        feed = database.feed_of(user)      # the 12-ms query",
        "        cache.set(key, feed, ONE_HOUR)     # for the next reader",
        "    return feed",
        "",
        "def post_photo(user, photo):",
        "    database.insert(user, photo)           # first the data store,",
        '    cache.delete("feed:" + user)           # then forget the old answer',
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
      "About 3,000 reads a second over two million objects, a few of them very popular. How many percent of the reads will your cache answer by itself?",
    options: {},
    unit: ["%", "%"],
    explanation:
      "A read is a hit if the same object was read within its TTL and is still in memory. With 5 s only the few most popular are read again in time, about a third of the reads; within an hour nearly everything that is read at all comes round again. What a restart or a crawler throws out must be read anew.",
  },
  hints: [
    "The replicas saturate first, from the very start: one read in five is the 12-ms feed, and together the reads are more work than their cores can do. The web boxes are next.",
    "A cache answers both: a hit never reaches a replica, and it halves the work of the page. Then decide how long, how fresh, how many, and how roomy.",
    "Three cache nodes of 6 GB in two zones, kept for 1 h, LRU, invalidated on write. Change nothing else.",
  ],
  events: {
    "cache-restart": "a cache node restarts, and its memory is empty",
    sale: "a sale: 5 % of the prices change",
    crawler: "a crawler reads 400,000 objects nobody wanted",
  },
  wrongAnswers: {
    naive: {
      title: "More of the same",
      why: "Many more web boxes and replicas can meet the latency, far over budget: the same query is computed again for every reader, and you pay for each time.",
    },
    A: {
      title: "One cache node",
      why: "A single point of failure. When it restarts empty, every read goes to the database at the same moment, and the database was sized for the misses only.",
    },
    B: {
      title: "Keep everything for 5 s, or for 60 s",
      why: "Entries expire before most of them are read again, so the database reloads them all the time. 60 s is better and still leaves it about half of the reads.",
    },
    C: {
      title: "A long TTL without invalidation",
      why: "Fast, and wrong. After the sale begins the old prices are served until their TTL ends, or for ever.",
    },
    D: {
      title: "Orders only in the cache",
      why: "Memory is volatile. The restart takes the orders with it, and no database knows that they ever existed.",
    },
    E: {
      title: "A quarter of today's data in memory, for a minute each",
      why: "Every copy that ends is a read of the database, whether the crawler pushed it out or its minute was over. With an hour to live the same memory would just have held; with a minute, half of the reads come through, and the replicas cannot keep up.",
    },
  },
  stars: {
    two: "The bill is at most $4,000 a month.",
    three: "Less than 0.5 % of the reads are stale, and LRU or FIFO answered rightly.",
  },
  task: {
    question: "The cache is full and one entry has to go. What does switching from LRU to FIFO cost here?",
    options: {
      "a-few-points": "a few points of hit ratio: hot entries age out as well",
      "half-the-hits": "half of the hits: FIFO throws the hot ones out first",
      nothing: "nothing: with a TTL both throw out the same entries",
    },
  },
  debrief:
    "What is read often, changed rarely and dear to compute belongs in a cache. Then decide the rest: expiry, staying in step, more than one node, spare room, who is evicted. And size the database for the day the cache is empty.",
  questions: [
    {
      id: "06-cache-q1",
      question: "What must you decide when you add a cache?",
      answer:
        "What is worth caching, when it expires, how it stays consistent with the store, the eviction policy, memory headroom, several nodes against a single point of failure, and what happens when it is empty.",
      facts: ["F99", "F103", "F106", "F108", "F110", "F111"],
    },
    {
      id: "06-cache-q2",
      question: "Why can cache and database disagree?",
      answer:
        "The two updates are not one transaction: a crash or a race between them leaves an old value behind. Invalidate on write, keep a TTL as a safety net, version or lease the values.",
      facts: ["F106", "F107"],
    },
    {
      id: "06-cache-q3",
      question: "A popular key expires. What happens?",
      answer:
        "Every waiting request misses together and floods the database. Let one request rebuild the value (lock or lease), serve the stale one meanwhile, and jitter the TTLs.",
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
      question: "What does the eviction policy LRU throw out?",
      answer: "What was least recently used.",
      facts: ["F112"],
    },
    {
      id: "06-cache-c11",
      question: "What does FIFO evict, and how much worse than LRU is it for popular pages?",
      answer: "First in, first out: the oldest entry. Its hit ratio is here only 2 to 4 points lower.",
      facts: ["F113"],
    },
  ],
  factCards: [
    {
      id: "06-cache-f1",
      kind: "correction",
      text: 'The notes say "Lease-recently-used" and "Fist In First Out". More exactly: LRU is least recently used, and FIFO is first in, first out. Leases have their own place in caching, as a cure for stampedes.',
      facts: ["X11", "F112", "F113"],
    },
    {
      id: "06-cache-f2",
      kind: "supplement",
      text: "Not in the notes: LFU, least frequently used, is the third common eviction policy. It counts. A crawler that asks once for each of 400,000 objects does not impress it, but it is slow to forget last year's favourite.",
      facts: ["S1", "X11"],
    },
    {
      id: "06-cache-f3",
      kind: "supplement",
      text: "Not in the chapter, the names of the ways: cache-aside, the app asks the cache, then the database, then fills the cache. Read-through: the cache asks by itself. Write-through: a write passes through the cache to the database. Write-behind: the cache says yes and writes later, which is fast and risky.",
      facts: ["S2"],
    },
    {
      id: "06-cache-f4",
      kind: "supplement",
      text: "Not in the chapter: when a hot key expires, all its readers miss at once and compute the same thing. That is a stampede. Cures: a lock or lease, so that only one rebuilds it; serve the stale value meanwhile; jitter the TTLs, so that keys do not expire together.",
      facts: ["S3"],
    },
    {
      id: "06-cache-f5",
      kind: "fun",
      text: "Facebook counted in 2012: in its general pool of Memcached servers 1 % of the keys got 55 % of the requests, and the less popular half of all keys got 1 %. That is why a small cache can do so much.",
      facts: [],
    },
    {
      id: "06-cache-f6",
      kind: "fun",
      text: "Researchers who looked into Twitter's caches in 2020 found that for many workloads FIFO did as well as LRU. In this game the gap is 2 to 4 points of hit ratio. The TTL you choose matters far more.",
      facts: ["F112", "F113"],
    },
    {
      id: "06-cache-f7",
      kind: "honesty",
      text: "Popularity follows Zipf's law with exponent 0.9 here, over two million objects of 4 KB each. Web traces were measured between 0.64 and 0.83; benchmarks like to use 0.99. The flatter the curve, the less a cache helps.",
      facts: [],
    },
  ],
};
