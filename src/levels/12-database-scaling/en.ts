import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Database scaling",
  promise: "One table, many homes, and one idol",
  story:
    "Ten million people a day, and stories and likes have made Pica heavy with writes. The primary is already the largest box in the shop, and it is full. Then an idol joins.",
  lesson: [
    {
      id: "12-database-scaling-p1",
      title: "Up, once more",
      text: "A database machine, too, can be scaled up: more CPU, RAM and disk. The chapter's examples: Amazon RDS, which offers very big machines, and stackoverflow.com, a site that went far this way. If the biggest box on the shelf carries your next two years, take it: it is the simplest answer.",
      facts: ["F210", "F211", "F212"],
    },
    {
      id: "12-database-scaling-p2",
      title: "Three drawbacks of up",
      text: "Hardware has limits: with enough users one server is not enough, and 5,000 writes/s × 5 ms are 25 cores of work for a box that has 22.6. A single big machine is also a greater single point of failure. And it is expensive: 32 vCPU cost 16 times as much as 2 and do 12 times the work.",
      facts: ["F213", "F214", "F215"],
    },
    {
      id: "12-database-scaling-p3",
      title: "Out: sharding",
      text: "Scaling a database horizontally is called sharding: add servers, and split one large database into smaller, easier parts, the shards. All shards share the same schema, but the data in each is unique to it. Replicas are copies of everything; shards are parts of it.",
      facts: ["F216", "F217", "F218"],
    },
    {
      id: "12-database-scaling-p4",
      title: "Where does user 4,711 live?",
      text: "User data is placed by user id: a hash function of the id says which shard it belongs to. Whenever the data is accessed, the same function finds the shard again. Nobody keeps a list of ten million addresses; everybody can work them out.",
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
      text: "The key must spread the data evenly. By country, one shard gets nearly half of the users. By the date of sign-up, every newcomer lands on the last one. By user id, hashed, each shard gets its fair share of people, though not yet of fame.",
      facts: ["F224"],
    },
    {
      id: "12-database-scaling-p7",
      title: "Challenge: resharding",
      text: "Sooner or later a shard is full and data must move: resharding. With hash % N, a ninth shard changes the remainder of nearly every key: 89 % of all data moves, while users go on writing. On a hash ring the newcomer takes only its own ninth, 11 %.",
      facts: ["F225"],
    },
    {
      id: "12-database-scaling-p8",
      title: "Challenges: celebrities and joins",
      text: "The celebrity, or hot key: likes for one idol overload the shard that holds her, while the others idle. And joins: rows that belong together may now live on different shards, so a join asks them all. Hence de-normalisation: keep a copy where it is read, and one shard can answer.",
      facts: ["F226", "F227"],
    },
    {
      id: "12-database-scaling-p9",
      title: "An example: MongoDB",
      text: "Better hardware scales MongoDB up: straightforward, until it becomes impractical or too expensive. To scale out it has sharding built in: data is partitioned over several servers, each shard an independent database that can live on its own machine. So large data sets spread, and volume, reads and writes can grow.",
      facts: ["F228", "F229", "F230", "F231", "F232"],
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
        "                         and then? nothing        and then? one more",
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
        "             the newcomer takes its ninth, a slice from each neighbour",
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
      "An idol posts: 1,500 likes and 12,000 views a second, all of one row. How many of the day's requests will your design answer?",
    options: {
      "nearly-all": "All but one in two hundred, or better",
      most: "Nine in ten, or more",
      "not-enough": "Less than nine in ten",
    },
    explanation:
      "A single row takes at most 500 updates/s, here, whatever the number of cores, for they follow one after another; and the views land on the one shard that holds it, while the others have room and nothing to do with it. More shards split many rows, not one. Likes want sub-keys, views want copies near the reader.",
  },
  hints: [
    "The primary saturates first: 5,000 writes/s × 5 ms are 25 cores of work, and the largest box has 22.6. When the idol comes, look again: it is one shard, then one row.",
    "Split the writes over several machines by a key that spreads them evenly. Then treat the celebrity's writes and reads as two illnesses: sub-keys for the likes, copies near the reader for the views.",
    "8 shards of 8 vCPU with a replica each, by user id on a hash ring; likes salted over 16 sub-keys with a summed counter; the copied feed; a local cache of 2 s.",
  ],
  events: {
    growth: "Stories and likes take off: 5,000 writes a second.",
    celebrity: "An idol posts. The whole world taps the same heart.",
    "ninth-shard": "The shards are filling up: a ninth joins.",
  },
  wrongAnswers: {
    naive: {
      title: "Stay vertical",
      why: "The shop ends at 32 vCPU, and 25 cores of writes do not fit into 22.6. And when that one machine crashes, it takes every write with it.",
    },
    A: {
      title: "Shard by country, or by sign-up date",
      why: "By country, 45 % of the writes meet one shard: 11 cores of work on a box that has 6.5. By sign-up date all newcomers meet on the last shard, while the first ones remember the old days.",
    },
    B: {
      title: "More shards against the celebrity",
      why: "Sixteen shards instead of eight, twice the money for the data: the hot row still lives on exactly one of them. Splitting the keys more finely does not split a key.",
    },
    C: {
      title: "One cure alone",
      why: "A dedicated shard protects the neighbours, but one row still takes 500 updates/s. Salting spreads the writes, but the reads still meet in one place. Two illnesses want two cures; the lab shows each.",
    },
    D: {
      title: "hash % N, or feeds by cross-shard join",
      why: "With hash % N the ninth shard moves 89 % of all keys and keeps every disk busy; the ring moves about 11 %. And a feed that asks all eight shards is as slow as the slowest: if 1 % of answers are slow, 8 % of feeds are.",
    },
  },
  stars: {
    two: "Pass with a whole bill of at most $32,500 a month.",
    three: "The ninth shard moves at most 15 % of the keys, and one shard can answer a feed.",
  },
  debrief:
    "Shards share a schema, not data, and the key decides everything: spread, routing, resharding, hot spots, joins. MongoDB and others have the machinery built in, but choosing the key stays your work. And no key spreads the fame of one row.",
  questions: [
    {
      id: "12-database-scaling-q1",
      question: "What makes a good sharding key?",
      answer:
        "High cardinality, even load as well as even data, not steadily increasing, and present in most queries, so that each goes to one shard. A hashed user id is the usual example.",
      facts: ["F221", "F223", "F224"],
    },
    {
      id: "12-database-scaling-q2",
      question: "What new problems does sharding bring?",
      answer:
        "Resharding when shards fill up or grow unequal, the celebrity or hot-key overload, and joins across shards, for which data is de-normalised. Transactions, unique ids, backups and operations become harder too.",
      facts: ["F225", "F226", "F227"],
    },
    {
      id: "12-database-scaling-q3",
      question: "How do you handle a celebrity?",
      answer:
        "Separate the cures. Cache hot reads near the app; split hot writes over salted sub-keys and sum them; keep a de-normalised counter; move a heavy account to a shard of its own; fetch its posts at read time instead of pushing them to every follower.",
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
      question: "What do all shards share, and what not?",
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
      answer: "Resharding data, the celebrity (hot key) problem, joins and de-normalisation.",
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
      text: "Not in the chapter: consistent hashing. Place keys and shards on a ring by hash; a key belongs to the next shard along the ring. A new shard takes a slice from its neighbours and leaves the rest alone. A near relative: a fixed number of hash slots, which move from shard to shard whole.",
      facts: ["S12"],
    },
    {
      id: "12-database-scaling-f3",
      kind: "supplement",
      text: "Not in the chapter: tails add up. If one answer in a hundred is slow, a page that needs a hundred answers is slow with 1 − 0.99^100 = 63 % probability. With eight shards it is nearly 8 %. That is why a feed should ask one shard and not all of them.",
      facts: ["S9"],
    },
    {
      id: "12-database-scaling-f4",
      kind: "fun",
      text: "How far does up go? In 2014 Stack Overflow was reported to serve 560 million page views a month from 25 servers, its SQL Server holding 384 GB of memory. Scaling up is not a sin of youth; it is an answer with an end.",
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
      text: "Honest limits: one 'database operation' here bundles several SQL statements, and a row takes 500 updates/s, a figure of ours. Its order of magnitude is real: DynamoDB lets 1,000 write units/s at a partition, even if one hot item is all that lives there.",
      facts: [],
    },
  ],
};
