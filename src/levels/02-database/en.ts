import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Database",
  promise: "Pages on one server, data on another",
  story:
    "The front page made Pica known: 600,000 people use it every day now, and it sells prints of their photos, some of which exist once. At noon the owner runs a sales report over every table. And the new mobile app starts to send usage logs, 100,000 events a second. All of this runs on one small, busy box.",
  brief: [
    {
      id: "02-database-p1",
      title: "One server is not enough",
      text: "When the user base grows, one server is no longer enough; several are needed. The first split is the classic one: one server for web and mobile traffic, called the web tier, and one for the database, the data tier. From now on there are two gauges where there was one, and you can see which tier is in trouble.",
      facts: ["F20", "F21"],
    },
    {
      id: "02-database-p4",
      title: "Relational: tables that join",
      text: "A relational database is also called an RDBMS (relational database management system) or SQL database. MySQL, Oracle and PostgreSQL are three. It keeps data in tables and rows, and it can join across tables with SQL: here a join is one operation. It is the traditional choice, with more references and more known use cases.",
      facts: ["F24", "F25", "F26", "F27", "F28"],
    },
  ],
  lesson: [
    {
      id: "02-database-p2",
      title: "Each tier grows alone",
      text: "Separate tiers can be scaled independently. A page needs about 2 ms of processor time in the web tier, a cheap read 0.2 ms in the database, so the two tiers want boxes of different size. Separation also contains trouble: a heavy query fills the database's processor and leaves the web tier's alone.",
      facts: ["F22"],
    },
    {
      id: "02-database-p3",
      title: "Which database?",
      text: "The next question is which kind to use: relational or non-relational. The notes give a sound default: relational in all cases except those on a short NoSQL list. Ask the question for each data set, not once for the whole company. Users, photos and orders belong together; usage logs are another data set.",
      facts: ["F23", "F29"],
    },
    {
      id: "02-database-p5",
      title: "Non-relational: four families",
      text: "Non-relational databases are also called NoSQL. They come in four families: key-value stores, graph stores, column stores and document stores. The notes name CouchDB, Neo4j, Cassandra, HBase, Amazon DynamoDB and MongoDB. Each family gives up something that a relational database can do, and does something else very well.",
      facts: ["F30", "F31", "F32"],
    },
    {
      id: "02-database-p6",
      title: "No joins here",
      text: "Joins are generally not supported in NoSQL. The application can imitate one: fetch the first records, then ask for all the related ones in one batch, and put them together itself. Or it stores the data in the shape of the query, and must keep the copies right. Of Pica's reads, 40 % join tables. A report over every table is a join too, and the application would have to compute it.",
      facts: ["F33"],
    },
    {
      id: "02-database-p7",
      title: "Four reasons for NoSQL",
      text: "Choose NoSQL for one of four reasons. The application needs super-low latency: a key-value node finds a record by its key with one lookup, without parsing SQL or planning a query. Or the data is unstructured or has no relations. Or you only serialize and deserialize it, as JSON, XML or YAML. Or there is a massive amount of it to store.",
      facts: ["F34", "F35", "F36", "F37"],
    },
    {
      id: "02-database-p8",
      title: "Where do the logs belong?",
      text: "Usage logs fit three of the reasons: they are JSON, nobody joins them, and there are very many. The app sends 1,000 uploads a second, of 100 events each. A batched insert needs 2 ms, so that is 2 cores of work, and a relational box with 2 vCPU has 1.9. The key-value node of this shop stores 200,000 batched rows a second for $125 a month. It stands for any store built for appends, such as a column store.",
      facts: ["F37"],
    },
    {
      id: "02-database-p9",
      title: "What NoSQL gives up",
      text: "Not in the chapter: a print is sold once. Taking the order, the payment and the last print from stock must happen together or not at all. A relational database offers that as a transaction, and it refuses rows that break a rule, such as a stock below zero. Many NoSQL stores promise this for one record at a time, and reads may be stale for a moment. For logs that is fine; for orders it is not.",
      facts: [],
    },
  ],
  figures: [
    {
      id: "02-database-d1",
      title: "Web tier and data tier apart",
      lines: [
        "                           web tier                        data tier",
        "┌─────────────┐         ┌────────────┐                  ┌────────────┐",
        "│ web browser ├──┐      │            │   read, write,   │            │",
        "└─────────────┘  │ HTTP │    web     │      update      │  database  │",
        "                 ├─────▶│   server   ├─────────────────▶│            │",
        "┌─────────────┐  │      │            │                  │   tables   │",
        "│ mobile app  ├──┘      │   pages    │◀─────────────────┤  and rows  │",
        "└─────────────┘         │            │   data returns   │            │",
        "                        └────────────┘                  └────────────┘",
        "                        sized for pages                 sized for data",
      ],
      facts: ["D7", "D8", "F21"],
    },
    {
      id: "02-database-d2",
      title: "A join, and a join by hand",
      lines: [
        "relational: one query                NoSQL: one more call, joined by the app",
        "",
        "┌─────────┐  1  join   ┌─────────┐   ┌─────────┐  1  photos  ┌─────────┐",
        "│   web   ├───────────▶│ photos  │   │   web   ├────────────▶│ photos  │",
        "│ server  │            │    +    │   │ server  │  2  batch   ├─────────┤",
        "│         │            │  users  │   │         ├────────────▶│ user 7  │",
        "│         │            │         │   │         │             │ user 12 │",
        "│         │◀───────────┤         │   │ 3  join │◀────────────┤ user 31 │",
        "└─────────┘  all rows  └─────────┘   └─────────┘             └─────────┘",
      ],
      facts: ["F27", "F33"],
    },
  ],
  sentence: {
    text: "Separating web tier and data tier servers allows them to be scaled independently.",
    from: "chapter 1, Database",
  },
  prediction: {
    question:
      "At noon the owner's report takes half of the host that the database runs on. What will happen to the p95 of your pages while it runs?",
    options: {
      hardly: "Hardly anything: less than a third more",
      slower: "They become slower, up to three times",
      "much-slower": "They become many times slower",
    },
    explanation:
      "On a shared host the report takes processor and memory from everything else that runs there, and every page needs both. With a database host of its own, the report fills only that host. Pages still wait for their data, but they have a processor to themselves. A site that was overloaded before shows little change: it was slow already.",
  },
  hints: [
    "Split the tiers: one box for pages, one for the database. Then give the logs a store of their own, one that needs no joins.",
    "Replace the one box by a web box with 4 vCPU ($140) and a relational database with 2 vCPU ($125). Add one key-value node ($125) for the log events.",
  ],
  events: {
    "logs-begin": "The mobile app begins to send usage logs.",
    "report-begins": "The owner starts the sales report.",
    "report-ends": "The sales report is done.",
  },
  wrongAnswers: {
    naive: {
      title: "One bigger box",
      why: "The report takes half of the processor. It also pushes the hot data out of the shared memory, so each database operation costs twice as much here. A single box that is large enough for all that costs $561, and this shop does not even sell it; the three right ones together cost less than $400.",
    },
    A: {
      title: "NoSQL for everything",
      why: "A print is sold once, and this store has no transactions. Two orders can both read that the print is there before either writes that it is gone. Nor does it know queries over all records: at noon the application reads every order and adds them up itself, which takes half of the web tier's CPU.",
    },
    B: {
      title: "Relational for everything",
      why: "1,000 batches a second × 2 ms are 2 cores of work. A box with 2 vCPU has 1.9, and it should answer the pages too. A box with 4 vCPU can, until the report takes half of it. One with 8 would cost $499.",
    },
    C: {
      title: "The small box for pages, the big one for data",
      why: "This is the split the wrong way round. A page needs about 2 ms of CPU in the web tier and well under one in the database. So the web tier saturates while the database is nearly idle.",
    },
  },
  stars: {
    two: "The bill is at most $400 a month.",
    three: "During the report p95 is at most 15 % above what it was before.",
  },
  debrief:
    "Split the tiers, and each can be sized and repaired alone. Keep related data in a relational database, with its joins and transactions. Move a data set out of it only for one of the four reasons: very low latency, no relations, data that is only stored and fetched whole, or sheer volume.",
  questions: [
    {
      id: "02-database-q1",
      question: "Why separate web and database servers?",
      answer:
        "They use different resources and grow at different rates. Once separate, each tier is sized, scaled and repaired independently, and a heavy query no longer takes CPU from the pages. A report belongs on a replica or in a warehouse anyway, away from the traffic of users.",
      facts: ["F21", "F22"],
    },
    {
      id: "02-database-q2",
      question: "When would you choose NoSQL?",
      answer:
        "First ask how the data is read and written, and what must be consistent. NoSQL fits when you need super-low latency, when data is unstructured or unrelated, when you only serialize and deserialize it, or when the volume is massive. You give up joins, ad-hoc queries and often transactions over several records. Otherwise take relational: joins, ACID transactions, maturity, more references.",
      facts: ["F29", "F34", "F35", "F36", "F37"],
    },
    {
      id: "02-database-q3",
      question: "Name the four NoSQL families, with one use each.",
      answer:
        "Key-value: sessions, carts. Document: a product or a post with everything that is shown with it. Column: event logs, time series. Graph: who follows whom, over several hops. Joins are generally missing in the first three, so model the data for the queries.",
      facts: ["F32", "F33"],
    },
  ],
  cards: [
    {
      id: "02-database-c1",
      question: "What does separating web tier and data tier allow?",
      answer: "Each can be scaled independently.",
      facts: ["F22"],
    },
    {
      id: "02-database-c2",
      question: "The database gets its own server. Which choice comes next?",
      answer: "Which kind of database: relational or non-relational.",
      facts: ["F23"],
    },
    {
      id: "02-database-c3",
      question: "What does RDBMS stand for, and what is its other name?",
      answer: "Relational database management system; also called an SQL database.",
      facts: ["F24"],
    },
    {
      id: "02-database-c4",
      question: "Name three relational databases.",
      answer: "MySQL, Oracle, PostgreSQL.",
      facts: ["F25"],
    },
    {
      id: "02-database-c5",
      question: "How does a relational database represent its data?",
      answer: "In tables and rows.",
      facts: ["F26"],
    },
    {
      id: "02-database-c6",
      question: "What can SQL do across several tables in one operation?",
      answer: "Join them.",
      facts: ["F27"],
    },
    {
      id: "02-database-c7",
      question: "Why is relational called the traditional choice?",
      answer: "There are more references and more known use cases for it.",
      facts: ["F28"],
    },
    {
      id: "02-database-c8",
      question: "Which kind of database is the default?",
      answer: "Relational, in all cases except those on the NoSQL list.",
      facts: ["F29"],
    },
    {
      id: "02-database-c9",
      question: "What is the other name of non-relational databases?",
      answer: "NoSQL.",
      facts: ["F30"],
    },
    {
      id: "02-database-c10",
      question: "Name four NoSQL databases.",
      answer: "Any four of CouchDB, Neo4j, Cassandra, HBase, Amazon DynamoDB, MongoDB.",
      facts: ["F31"],
    },
    {
      id: "02-database-c11",
      question: "Which are the four families of NoSQL?",
      answer: "Key-value stores, graph stores, column stores, document stores.",
      facts: ["F32"],
    },
    {
      id: "02-database-c12",
      question: "A NoSQL store has no joins, but you need one. What happens?",
      answer:
        "The application imitates it: it fetches the related records in a batch and joins them itself. Or store the data joined.",
      facts: ["F33"],
    },
  ],
  factCards: [
    {
      id: "02-database-f1",
      kind: "correction",
      text: 'The notes say, in their list for NoSQL, "join operations across different database tables", one line above a crossed-out "SQL join operations". More exactly: the first line slipped over from the other list. Joins belong to relational databases.',
      facts: ["X3", "F33"],
    },
    {
      id: "02-database-f2",
      kind: "correction",
      text: 'The notes say that NoSQL gives "super-low latency". More exactly: low latency is a reason to consider it. A well-tuned relational database with its data in memory is fast too, and what Amazon claims for DynamoDB is single-digit milliseconds.',
      facts: ["X4", "F34"],
    },
    {
      id: "02-database-f3",
      kind: "fun",
      text: "On November 12, 2013, the sites of Stack Exchange took 148 million HTTP requests and answered them with 335 million SQL queries, about 1.7 ms each. A relational database goes a long way before you need anything else.",
      facts: [],
    },
    {
      id: "02-database-f4",
      kind: "honesty",
      text: "In this game a cheap read needs 0.2 ms of CPU, an expensive one 1.2, a write 0.5 and a log row in a batch of a hundred 0.02. Measured on a real PostgreSQL, a point read needed 0.03 to 0.12 ms, a feed of ten 0.2, an insert with its commit 0.11 and a log row in a batch 0.004. The game's are four to six times that, which leaves room for networks, connection pools, more indexes, colder memory and less careful queries.",
      facts: [],
    },
    {
      id: "02-database-f5",
      kind: "gloss",
      text: '독립적 확장 is "independent scaling", what separating web tier and data tier allows. 독립적 is independent, 확장 is expansion.',
      facts: ["K10", "F22"],
    },
    {
      id: "02-database-f6",
      kind: "supplement",
      text: "Not in the chapter: ACID names what a transaction promises. Atomic: all of it happens or nothing. Consistent: rules such as a unique key hold afterwards. Isolated: two at once act as if one came after the other. Durable: what was confirmed survives a crash. Pica needs all four where it sells the last print.",
      facts: [],
    },
    {
      id: "02-database-f7",
      kind: "supplement",
      text: "Not in the chapter: a store is eventually consistent when copies may disagree for a moment and agree once writes stop. A like count may lag, a payment may not. Ask for each data set: what happens if two users see different values for a second?",
      facts: [],
    },
    {
      id: "02-database-f8",
      kind: "supplement",
      text: "Not in the chapter: short queries of users (OLTP) and long reports over everything (OLAP) do not mix well on one machine. The usual answer is to run reports on a replica, or to copy the data into a warehouse with column storage every night.",
      facts: [],
    },
  ],
};
