import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Database",
  promise: "Pages on one server, data on another",
  story:
    "Pica has 60,000 daily users now and sells prints of their photos. At noon the owner runs a sales report over every table, and the new mobile app starts to send usage logs, 400 events a second. All of it meets on one small box that is too busy already.",
  lesson: [
    {
      id: "02-database-p1",
      title: "One server is not enough",
      text: "When the user base grows, one server is no longer enough; several are needed. The first split is the classic one: one server for web and mobile traffic, called the web tier, and one for the database, the data tier. From now on two gauges move where there was one, and you can see which of the two is in trouble.",
      facts: ["F20", "F21"],
    },
    {
      id: "02-database-p2",
      title: "Each tier grows alone",
      text: "Separate tiers can be scaled independently. Pages cost about 20 ms of processor each, a cheap read from the database 2 ms: the two have different appetites, so they deserve boxes of different size. And trouble stays where it starts, as long as its two hosts are really apart.",
      facts: ["F22"],
    },
    {
      id: "02-database-p3",
      title: "Which database?",
      text: "The next question is which kind to use: relational or non-relational. The notes give a sound default: relational in all cases except those on a short NoSQL list. Ask the question for each data set, not once for the whole company. Users, photos and orders are one data set; usage logs are another.",
      facts: ["F23", "F29"],
    },
    {
      id: "02-database-p4",
      title: "Relational: tables that join",
      text: "A relational database is also called an RDBMS (relational database management system) or SQL database. MySQL, Oracle and PostgreSQL are three. It keeps data in tables and rows, and it can join across tables with SQL: here a join is one operation. It is the traditional choice, with more references and more known use cases.",
      facts: ["F24", "F25", "F26", "F27", "F28"],
    },
    {
      id: "02-database-p5",
      title: "Non-relational: four families",
      text: "Non-relational databases are also called NoSQL. They come in four families: key-value stores, graph stores, column stores and document stores. The notes name CouchDB, Neo4j, Cassandra, HBase, Amazon DynamoDB and MongoDB. Each family gives up something that tables can do, and does something else very well.",
      facts: ["F30", "F31", "F32"],
    },
    {
      id: "02-database-p6",
      title: "No joins here",
      text: "Joins are generally not supported in NoSQL. The application can imitate one: fetch the first records, then look up every related record one by one. What was one operation becomes many lookups, and the web tier pays for them in processor time and in waiting. Of Pica's reads, 40 % join tables.",
      facts: ["F33"],
    },
    {
      id: "02-database-p7",
      title: "Four reasons for NoSQL",
      text: "Choose NoSQL when the application needs super-low latency, a minimum of delay: here 1 ms on a key-value node, 2 to 12 for a read from tables. Or when data is unstructured or has no relations. Or when you only serialize and deserialize it, as JSON, XML or YAML. Or when there is a massive amount of it to store.",
      facts: ["F34", "F35", "F36", "F37"],
    },
    {
      id: "02-database-p8",
      title: "Where do the logs belong?",
      text: "Usage logs tick the boxes: JSON, no joins, and a great many of them. In tables 400 inserts a second at 5 ms each are 2 cores of work, and a relational box with 2 vCPU does not even have that much. A key-value node takes 2,000 writes a second and costs $60 a month.",
      facts: ["F37"],
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
        "relational: one question             NoSQL: the app asks again and again",
        "",
        "┌─────────┐  1  join   ┌─────────┐   ┌─────────┐  1  photos  ┌─────────┐",
        "│   web   ├───────────▶│ photos  │   │   web   ├────────────▶│ photos  │",
        "│ server  │            │    +    │   │ server  │             ├─────────┤",
        "│         │            │  users  │   │         ├────────────▶│ user 7  │",
        "│         │            │         │   │         ├────────────▶│ user 12 │",
        "│         │◀───────────┤         │   │         ├────────────▶│ user 31 │",
        "└─────────┘  all rows  └─────────┘   └─────────┘  2, 3, 4 …  └─────────┘",
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
      "On a shared host the report takes processor and memory from everything else that lives there, and every page needs both. On a host of its own it can only fill the database's gauge: the pages still wait for their data, but they no longer fight for their own processor. And where nothing was quick before, nothing can become slower.",
  },
  hints: [
    "The one processor saturates first: pages want most of it, the database wants the rest, and once the logs begin there is no rest.",
    "A second box answers that, so that pages and tables stop sharing; and for the logs a store that needs no joins.",
    "In place of the one box a web box with 4 vCPU ($140) and a relational database with 2 vCPU ($125); one key-value node ($60) for the log events.",
  ],
  events: {
    "logs-begin": "the mobile app begins to send usage logs",
    "report-begins": "noon: the owner runs the sales report",
    "report-ends": "the sales report is done",
  },
  wrongAnswers: {
    naive: {
      title: "One bigger box",
      why: "The report takes half of it, and what it reads pushes the hot data out of the memory that everything shares, so each database operation costs two to four times as much. A single box big enough to shrug that off costs more than the right ones together.",
    },
    A: {
      title: "NoSQL for everything",
      why: "40 % of the reads join tables. In the application each join becomes twenty lookups, and the web tier runs out of processor doing them.",
    },
    B: {
      title: "Relational for everything",
      why: "400 log inserts a second × 5 ms are 2 cores of work, more than a 2-vCPU box has, before the first page is served. The box that could do it breaks the budget.",
    },
    C: {
      title: "The small box for pages, the big one for data",
      why: "Split the wrong way round. A page costs about 20 ms of processor and its data a few: the web tier is the hungry one, and it starves beside an idle database.",
    },
  },
  stars: {
    two: "The bill is at most $330 a month.",
    three: "During the report p95 is at most 30 % above what it was before.",
  },
  debrief:
    "Split the tiers, and each can be sized, repaired and disturbed alone. Keep tables for what is related, and move a data set out of them only for one of the four reasons: low latency, no relations, mere serializing, or sheer mass.",
  questions: [
    {
      id: "02-database-q1",
      question: "Why separate web and database servers?",
      answer:
        "They use different resources and grow at different rates. Apart, each tier is sized, scaled and repaired independently, and a heavy query no longer starves the rendering of pages.",
      facts: ["F21", "F22"],
    },
    {
      id: "02-database-q2",
      question: "When would you choose NoSQL?",
      answer:
        "When you need super-low latency, the data is unstructured or unrelated, you only serialize and deserialize documents, or the volume is massive. Otherwise relational: joins, maturity, more references.",
      facts: ["F29", "F34", "F35", "F36", "F37"],
    },
    {
      id: "02-database-q3",
      question: "Name the four NoSQL families, with one use each.",
      answer:
        "Key-value: sessions. Document: product JSON. Column: event logs, time series. Graph: social relations. Joins are generally missing in all of them, so design around the queries.",
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
      answer: "The application imitates it with many lookups; web CPU and latency rise.",
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
      text: "On 12 November 2013 the sites of Stack Exchange took 148 million HTTP requests and answered them with 335 million SQL queries, about 1.7 ms each. A relational database goes a long way before you need anything else.",
      facts: [],
    },
    {
      id: "02-database-f4",
      kind: "honesty",
      text: "A database operation in this game is a bundle of several SQL statements with a fixed price: 2 ms for a cheap read, 12 for an expensive one, 5 for a write. Real queries vary far more, and a missing index can change any of them a thousandfold.",
      facts: [],
    },
    {
      id: "02-database-f5",
      kind: "gloss",
      text: 'Korean notes: 독립적 확장 is "independent scaling", the gift of separating web tier and data tier. 독립적 is independent, 확장 is expansion.',
      facts: ["K10", "F22"],
    },
  ],
};
