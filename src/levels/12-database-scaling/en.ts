import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Database scaling",
  promise: "One table on many servers, and one celebrity",
  story:
    "A hundred million people use Pica every day, and stories and likes bring many writes. The primary is already the largest box in the shop, and soon it will be saturated. Then a celebrity joins.",
  brief: [
    {
      id: "12-database-scaling-p3",
      title: "Scale out: sharding",
      text: "Scaling a database horizontally is called sharding: add servers, and split one large database into smaller, easier parts, the shards. All shards share the same schema, but the data in each is unique to it. A replica holds all of the data, a shard only a part of it.",
      facts: ["F216", "F217", "F218"],
    },
  ],
  lesson: [
    {
      id: "12-database-scaling-p1",
      title: "Scale up once more",
      text: "A database machine, too, can be scaled up: more CPU, RAM and disk. The chapter's examples: Amazon RDS, which offers very big machines, and stackoverflow.com, a site that went far this way. If the largest box is enough for the next two years, take it, because it is the simplest answer.",
      facts: ["F210", "F211", "F212"],
    },
    {
      id: "12-database-scaling-p2",
      title: "Three drawbacks of scaling up",
      text: "Hardware has limits: with enough users one server is not enough. Here 50,000 writes/s × 0.5 ms are 25 cores of work for a box that does 22.6. Larger boxes exist outside this shop, but growth reaches their limit, too. A single large machine is also a greater risk as a single point of failure. And it is expensive: 32 vCPU cost 16 times as much as 2 and do 12 times the work.",
      facts: ["F213", "F214", "F215"],
    },
    {
      id: "12-database-scaling-p4",
      title: "Which shard holds user 4,711?",
      text: "User data is placed by user id: a hash function of the id says which shard it belongs to. Whenever the data is accessed, the same function finds the shard again. No list of a hundred million users is needed, because every server can compute the shard.",
      facts: ["F219", "F220"],
    },
    {
      id: "12-database-scaling-p5",
      title: "The sharding key",
      text: "The sharding key is one or more columns that decide how data is distributed; in this example it is user_id. It lets a query be routed to the right database, so that reads and writes stay efficient. A query without the key has to ask every shard, and waits for the slowest.",
      facts: ["F221", "F222", "F223"],
    },
    {
      id: "12-database-scaling-p6",
      title: "A good key spreads evenly",
      text: "The key must spread the data evenly. By country, one shard gets nearly half of the users. By sign-up date, all new users are on the last shard. By hashed user id, each shard gets its share of the users. But users are not equal: a celebrity draws far more requests than others.",
      facts: ["F224"],
    },
    {
      id: "12-database-scaling-p7",
      title: "Challenge: resharding",
      text: "Sooner or later a shard is full and data must move: resharding. With hash % N, a ninth shard changes the remainder of nearly every key: 89 % of all data moves, while users go on writing. On a hash ring only the keys of the new shard move, a ninth, 11 %.",
      facts: ["F225"],
    },
    {
      id: "12-database-scaling-p8",
      title: "Challenges: celebrities and joins",
      text: "The celebrity or hot key problem: likes for one celebrity overload the shard that holds her, while the others are idle. And joins: rows that belong together may be on different shards, so a join must ask all of them. The usual answer is denormalization: keep a copy where it is read, so that one shard can answer.",
      facts: ["F226", "F227"],
    },
    {
      id: "12-database-scaling-p9",
      title: "An example: MongoDB",
      text: "MongoDB can be scaled up with better hardware, which is straightforward until it becomes impractical or too expensive. For scaling out it has sharding built in. Data is partitioned over several servers; each shard is an independent database that can run on its own machine. So it can hold large data sets and handle growing volume, reads and writes.",
      facts: ["F228", "F229", "F230", "F231", "F232"],
    },
    {
      id: "12-database-scaling-p10",
      title: "Before you shard",
      text: "Not in the chapter: sharding is hard to undo, so try the rest first. Find slow queries and add indexes. Read and write in batches, and share connections in a pool. Cache, and send reads to replicas. Put logs and counters into other stores, archive old rows, buy the larger box. A well-kept large primary does 10,000 to 50,000 transactions a second. Pica has tried all that.",
      facts: [],
    },
  ],
  figures: [
    {
      id: "12-database-scaling-d1",
      title: "A bigger box, or more boxes",
      lines: [
        "  scale up: a bigger box                    scale out: more boxes",
        "",
        "  ┌────┐    ┌────────┐   ┌─────────────┐    ┌────┐ ┌────┐ ┌────┐ ┌────┐",
        "  │  2 │    │   8    │   │     32      │    │  8 │ │  8 │ │  8 │ │  8 │",
        "  └────┘ ─▶ │        │   │             │    └────┘ └────┘ └────┘ └────┘",
        "            └────────┘ ─▶│             │    ┌────┐ ┌────┐ ┌────┐ ┌────┐",
        "                         │             │    │  8 │ │  8 │ │  8 │ │  8 │",
        "                         └─────────────┘    └────┘ └────┘ └────┘ └────┘",
        "                         and then? the end        and then? one more",
        "",
        "  a crash takes all of the writes           a crash takes one in eight",
      ],
      facts: ["D26", "F210", "F214"],
    },
    {
      id: "12-database-scaling-d2",
      title: "One key, four shards",
      lines: [
        "                       ┌──────────────────────────┐",
        "   user_id ───────────▶│  which shard?  hash % 4  │",
        "                       └────────────┬─────────────┘",
        "          ┌────────────────┬────────┴───────┬────────────────┐",
        "   ┌──────▼─────┐   ┌──────▼─────┐   ┌──────▼─────┐   ┌──────▼─────┐",
        "   │  shard 0   │   │  shard 1   │   │  shard 2   │   │  shard 3   │",
        "   ├────────────┤   ├────────────┤   ├────────────┤   ├────────────┤",
        "   │  user  0   │   │  user  1   │   │  user  2   │   │  user  3   │",
        "   │  user  4   │   │  user  5   │   │  user  6   │   │  user  7   │",
        "   │  user  8   │   │  user  9   │   │  user 10   │   │  user 11   │",
        "   │  user 12   │   │  user 13   │   │  user 14   │   │  user 15   │",
        "   └────────────┘   └────────────┘   └────────────┘   └────────────┘",
        "     one schema everywhere, no row in two places  (hash of n: here n)",
      ],
      facts: ["D27", "F218", "F219", "F220"],
    },
    {
      id: "12-database-scaling-d3",
      title: "What a ninth shard moves",
      lines: [
        "  growing from 8 shards to 9        █ a key that moves   · a key that stays",
        "",
        "  hash % N   ████████████████████████████████████████████████······   89 %",
        "             only a key whose remainder is the same twice may stay",
        "",
        "  hash ring  ██████················································   11 %",
        "             the new shard takes its ninth, a slice from each neighbor",
      ],
      facts: ["F225", "S12"],
    },
  ],
  sentence: {
    text: "It is important to choose a key that can evenly distribute data",
    from: "chapter 1, database scaling",
  },
  prediction: {
    question:
      "A celebrity posts: 15,000 likes and 120,000 views a second, all of one row. How many of all requests will your design answer?",
    options: {
      "nearly-all": "All but one in two hundred, or better",
      most: "Nine in ten, or more",
      "not-enough": "Less than nine in ten",
    },
    explanation:
      "A single row takes at most 1,000 updates/s here, whatever the number of cores, because they must run one after another. And all views go to the one shard that holds the row, while the others have room. More shards spread many rows, not one. Split the likes over sub-keys, and serve the views from copies near the reader.",
  },
  hints: [
    "Shard the database by a key that spreads the writes evenly. Then solve the celebrity's two problems apart: sub-keys for the likes, and copies near the reader for the views.",
    "Buy 8 shards of 8 vCPU with a replica each, by user id on a hash ring. Salt likes over 64 sub-keys with a summed counter. Add the copied feed and a local cache of 2 s.",
  ],
  events: {
    growth: "Traffic grows to 50,000 writes a second.",
    celebrity: "A celebrity posts, and everybody likes the same post.",
    "flood-a": "Zone A is flooded: all primaries and half of the cache.",
    "flood-b": "Zone B is flooded: all copies and half of the cache.",
    "cache-node": "A cache node restarts and forgets all it held.",
    "ninth-shard": "One more shard joins, because the others are filling up.",
  },
  wrongAnswers: {
    naive: {
      title: "Stay vertical",
      why: "The largest box of the shop has 32 vCPU and does 22.6 cores of work, and the writes need 25. And when that one machine crashes, every write fails.",
    },
    A: {
      title: "Shard by country",
      why: "45 % of the writes go to one shard: 11 cores of work for a box that does 6.5. The shards of smaller countries are nearly idle.",
    },
    B: {
      title: "More shards against the celebrity",
      why: "Sixteen shards cost twice as much as eight, and the hot row is still on exactly one of them. More shards spread keys, but they do not split one key.",
    },
    C: {
      title: "Salting alone, without copies for the reads",
      why: "Salting spreads the likes over many rows and shards. But all views of the post still go to the one shard that holds it. Writes and reads are two problems and need two remedies; the lab shows each alone.",
    },
    D: {
      title: "hash % N, and feeds by cross-shard join",
      why: "With hash % N the ninth shard moves 89 % of all keys and keeps every shard busy; a ring would move about 11 %. And a feed that asks all eight shards is as slow as the slowest: if 1 % of the answers are slow, 8 % of the feeds are.",
    },
  },
  stars: {
    two: "Pass with a whole bill of at most $32,500 a month.",
    three: "At most 15 % of the keys move, one shard answers a feed, few writes are lost. The audit holds.",
  },
  debrief:
    "Shards share a schema, not data. The key decides how load spreads, how queries are routed, what moves when shards are added, and which joins are expensive. MongoDB and others have sharding built in, but you choose the key. And no key spreads the load of one hot row.",
  questions: [
    {
      id: "12-database-scaling-q1",
      question: "What makes a good sharding key?",
      answer:
        "It has many values, spreads load as well as data evenly, does not steadily increase, and is part of most queries, so that each goes to one shard. A hashed user id is the usual example. For messages I would take the conversation, for likes the post with a salt, because one post can be hot.",
      facts: ["F221", "F223", "F224"],
    },
    {
      id: "12-database-scaling-q2",
      question: "What new problems does sharding bring?",
      answer:
        "Resharding when shards fill up or become unequal; the celebrity or hot key problem; joins across shards, for which data is denormalized. Transactions over several shards, unique ids, secondary indexes and backups become harder too. So first try indexes, pooling, caching, replicas, batches and a larger box: one primary often does over ten thousand transactions a second.",
      facts: ["F225", "F226", "F227"],
    },
    {
      id: "12-database-scaling-q3",
      question: "How do you handle a celebrity?",
      answer:
        "Treat reads and writes apart. Reads: cache the post near the app. Writes: count likes in memory (Redis does 100,000 a second) or in a stream, and write a sum each second; or split the row into salted sub-keys. Store a like once per user and post, so that it is idempotent. Move an account with many hot rows to its own shard. Fetch its posts on read.",
      facts: ["F226", "S13", "S14"],
    },
  ],
  cards: [
    {
      id: "12-database-scaling-c1",
      question: "Which well-known site does the chapter name for a database scaled up?",
      answer: "stackoverflow.com",
      facts: ["F212"],
    },
    {
      id: "12-database-scaling-c2",
      question: "What is horizontal scaling of a database called?",
      answer: "Sharding: adding servers and splitting the data over them.",
      facts: ["F216"],
    },
    {
      id: "12-database-scaling-c3",
      question: "What do all shards share, and what do they not share?",
      answer: "They share the schema. The data in each is unique to it.",
      facts: ["F218"],
    },
    {
      id: "12-database-scaling-c4",
      question: "What is a sharding key?",
      answer: "One or more columns that decide how data is distributed over the shards.",
      facts: ["F221"],
    },
    {
      id: "12-database-scaling-c5",
      question: "Name the three challenges of sharding.",
      answer: "Resharding data, the celebrity (hot key) problem, joins and denormalization.",
      facts: ["F225", "F226", "F227"],
    },
    {
      id: "12-database-scaling-c6",
      question: "When does scaling MongoDB up stop being a good idea?",
      answer: "When better hardware becomes impractical or too expensive; there is such a point.",
      facts: ["F229"],
    },
    {
      id: "12-database-scaling-c7",
      question: "How does MongoDB scale horizontally?",
      answer: "By sharding: it partitions the data over several servers.",
      facts: ["F230"],
    },
    {
      id: "12-database-scaling-c8",
      question: "What does MongoDB's built-in sharding make possible?",
      answer: "Spreading large data sets over servers, and handling growing volume and read and write load.",
      facts: ["F232"],
    },
    {
      id: "12-database-scaling-c9",
      question:
        "Going from 8 to 9 shards: what share of the keys moves by hash % N, and what on a hash ring?",
      answer: "89 % (eight ninths) by hash % N, 11 % (one ninth) on a ring.",
      facts: ["F225", "S12"],
    },
  ],
  factCards: [
    {
      id: "12-database-scaling-f1",
      kind: "correction",
      text: "The notes say that each MongoDB shard is an independent database. More exactly: each shard holds a part of the data and is normally itself a replica set. In front of them stands a router, mongos, and config servers know which part lives where.",
      facts: ["F231", "X19"],
    },
    {
      id: "12-database-scaling-f2",
      kind: "supplement",
      text: "Not in the chapter: consistent hashing. Place keys and shards on a ring by hash; a key belongs to the next shard along the ring. A new shard takes a slice from its neighbors and leaves the rest alone. A variant uses a fixed number of hash slots, which move from shard to shard as a whole; Redis has 16,384.",
      facts: ["S12"],
    },
    {
      id: "12-database-scaling-f3",
      kind: "supplement",
      text: "Not in the chapter: fan-out amplifies tail latency. If one answer in a hundred is slow, a page that needs a hundred answers is slow with a probability of 1 − 0.99^100 = 63 %. With eight shards it is nearly 8 %. That is why a feed should ask one shard and not all of them.",
      facts: ["S9"],
    },
    {
      id: "12-database-scaling-f4",
      kind: "fun",
      text: "How far can you scale up? In 2014 Stack Overflow was reported to serve 560 million page views a month from 25 servers, with 384 GB of memory in its SQL Server. Scaling up is a good answer for a long time.",
      facts: ["F212"],
    },
    {
      id: "12-database-scaling-f5",
      kind: "gloss",
      text: "In Korean, vertical scaling, more CPU, RAM and disk for one machine, is 수직 확장; horizontal scaling, adding servers, which for a database is sharding, is 수평 확장.",
      facts: ["F210", "F216"],
    },
    {
      id: "12-database-scaling-f6",
      kind: "honesty",
      text: "A write takes 0.5 ms of CPU here, so 32 vCPU do 45,000 a second. On a real PostgreSQL an insert took 0.1 ms, and 40,000 to 60,000 transactions a second were measured on 32 vCPU with pgbench. The 1,000 updates/s of one row were measured as well, with a network disk whose flush takes 1.4 ms. DynamoDB allows 1,000 writes a second per item.",
      facts: [],
    },
    {
      id: "12-database-scaling-f7",
      kind: "supplement",
      text: "Not in the chapter: resharding a live system has an order. Write to the old and the new place, copy what is old, compare the two, switch the reads, wait, stop writing to the old. Each step can be undone until the last. Here the game does all that by itself; you see only how much data moves.",
      facts: [],
    },
  ],
};
