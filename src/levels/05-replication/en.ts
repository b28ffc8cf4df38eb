import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Database replication",
  promise: "The same data in more than one place",
  story:
    "1.2 million people use Pica every day, and every page they see comes from one database in one room. Today that room, in zone A, is going to be under water. Pica should still be there tonight, and so should the photos.",
  lesson: [
    {
      id: "05-replication-p1",
      title: "Originals and copies",
      text: "Replication answers failover and redundancy for the data tier. Many database systems support it, usually with one original and several copies of it. The chapter calls them master and slaves; the usual words today are primary and replicas, and this game keeps to those. Each replica receives copies of the primary's data.",
      facts: ["F62", "F63", "F67", "X10"],
    },
    {
      id: "05-replication-p2",
      title: "Writes go to one place",
      text: "The primary generally takes writes only. Every command that modifies data, an insert, a delete, an update, must be sent to it; a replica refuses it. From there each write travels on, and every replica replays every one of them, a moment later. That moment is the replica's lag, and it is shown beside each of them.",
      facts: ["F65", "F66", "F67"],
    },
    {
      id: "05-replication-p3",
      title: "Reads go to the copies",
      text: "Replicas serve reads only. Most applications read far more than they write; on Pica nine requests in ten are reads. That is why a system usually has more replicas than primaries. One primary and three or more replicas is an ordinary picture, and each further replica adds its share of reads.",
      facts: ["F68", "F69", "F70"],
    },
    {
      id: "05-replication-p4",
      title: "What it buys",
      text: "Performance: writes go to the primary and reads to the replicas, so more queries run in parallel. Reliability: if a typhoon or an earthquake destroys a server, the data is preserved, because it is replicated across several locations. High availability: the site stays up while a database is offline, since another has a copy.",
      facts: ["F71", "F72", "F73", "F74"],
    },
    {
      id: "05-replication-p5",
      title: "A replica goes offline",
      text: "If the only replica goes offline, reads go to the primary for a while, and its gauge jumps by all of them. If there are several, the other healthy replicas share them. In both cases a new replica takes the place of the lost one as soon as the problem is found: here the rebuild takes 120 s. Count on one fewer than you bought.",
      facts: ["F75", "F76", "F77", "F78"],
    },
    {
      id: "05-replication-p6",
      title: "The primary goes offline",
      text: "If the primary goes offline, a replica is promoted to be the new primary, and all database operations run there for the time being. A new replica immediately takes the promoted one's place. Here it takes 30 s to notice and 10 s to promote. During those 40 s no write succeeds, while reads go on, if a replica is left to read.",
      facts: ["F79", "F80", "F81"],
    },
    {
      id: "05-replication-p7",
      title: "The missing tail",
      text: "In production, promotion is harder than it sounds: the replica may not be up to date. What the primary had accepted and not yet copied is missing, lag × writes per second, and must be repaired by data-recovery scripts. Several primaries, or circular replication, exist and could help, but they are more complicated.",
      facts: ["F82", "F83", "F84"],
    },
    {
      id: "05-replication-p8",
      title: "The whole path so far",
      text: "Put the last two levels together. One: the user gets the load balancer's IP from DNS. Two: the user connects to the balancer at that IP. Three: the HTTP request goes to server 1 or server 2. Four: the web server reads user data from a replica. Five: it sends any change, a write, update or delete, to the primary.",
      facts: ["F85", "F86", "F87", "F88", "F89"],
    },
    {
      id: "05-replication-p9",
      title: "Bought with the same money",
      text: "Relational boxes cost about $125 per two vCPU, at every size. So one primary and three replicas with 4 vCPU each cost what a single box with 16 would. The single box is no safer for being large. The four do less work each, in several rooms, and every one of them can stand in for another.",
      facts: [],
    },
  ],
  figures: [
    {
      id: "05-replication-d1",
      title: "One primary, several replicas",
      lines: [
        "┌───────────────┐           writes              ┌─────────────────┐",
        "│               ├──────────────────────────────▶│     primary     │",
        "│               │                               └────────┬────────┘",
        "│               │                 copies of every write  │",
        "│  web servers  │              ┌────────────────┬────────┴───────┐",
        "│               │              ▼                ▼                ▼",
        "│               │      ┌───────────────┐┌───────────────┐┌───────────────┐",
        "│               │      │   replica 1   ││   replica 2   ││   replica 3   │",
        "│               │      └───────┬───────┘└───────┬───────┘└───────┬───────┘",
        "│               │    reads     │                │                │",
        "│               │◀─────────────┴────────────────┴────────────────┘",
        "└───────────────┘",
      ],
      facts: ["D11", "D12", "F65", "F68"],
    },
    {
      id: "05-replication-d2",
      title: "Balancer and replication, the whole path",
      lines: [
        "┌─────────┐  1  name → IP  ┌─────┐",
        "│  user   ├───────────────▶│ DNS │",
        "└────┬────┘                └─────┘",
        "     │  2  connect to that IP",
        "┌────▼────────────────────────────┐",
        "│          load balancer          │",
        "└────┬───────────────────────┬────┘",
        "     │   3  to one of them   │",
        "┌────▼─────┐           ┌─────▼────┐  5  writes   ┌───────────┐",
        "│ server 1 │           │ server 2 ├─────────────▶│  primary  │",
        "└──────────┘           │          │              └─────┬─────┘",
        "                       │          │  4  reads    ┌─────▼─────┐",
        "  server 1 likewise    │          │◀─────────────┤  replica  │",
        "                       └──────────┘              └───────────┘",
      ],
      facts: ["D13", "D14", "F85", "F86", "F87", "F88", "F89"],
    },
  ],
  sentence: {
    text: "If master db goes offline, a slave db gets promoted to be the new master.",
    from: "chapter 1, Database replication",
  },
  prediction: {
    question:
      "Zone A will be flooded, and your primary stands there. How many writes that were accepted before will be gone for good? None is an answer: 0.",
    options: {},
    unit: ["write", "writes"],
    explanation:
      "With a copy that lives on, what is missing is its lag times the writes of a second: 0.3 s × 240 are 72, however large the boxes; the 0.3 s are a setting of ours, as commits that wait for no flush have it. With a primary that waits for a copy before it says yes, nothing is. Without any copy outside the zone everything since the last backup is gone, or since the beginning.",
  },
  hints: [
    "Nothing saturates before the flood. Then the only database is under water, and every request fails, whatever its size was.",
    "Replicas in another zone answer that; and enough of them that the rest can serve all reads while one is missing.",
    "A primary with 4 vCPU, which stands in zone A; three replicas with 4 vCPU, all in zone B, away from it; promotion stays automatic.",
  ],
  events: {
    "replica-down": "a replica goes offline",
    "replica-back": "the rebuilt replica is back",
    flood: "zone A is flooded, and with it the primary",
  },
  wrongAnswers: {
    naive: {
      title: "One bigger database",
      why: "Speed was never the problem. A 32-vCPU box drowns as quickly as a small one, and after that there is no database at all.",
    },
    A: {
      title: "All replicas in zone A",
      why: "They drown together with the primary. The data is preserved because it lies in several locations, not because there are several copies.",
    },
    B: {
      title: "One replica with 4 vCPU",
      why: "One copy of 4 vCPU is full from the first second. When it goes offline the primary must take all reads on top of its writes, and 4 vCPU cannot do both.",
    },
    C: {
      title: "Two replicas with 4 vCPU",
      why: "Enough while both are there. When one goes offline the other gets all 1,900 reads a second, and with the replayed writes that is 4 cores of work on 3.5. Plan for N − 1.",
    },
    D: {
      title: "A primary and one replica, both with 8 vCPU",
      why: "It survives the first fault. But when the primary drowns, the only copy must become the primary, and until it has, nothing is left to read from.",
    },
    E: {
      title: "More replicas, so that writes get faster",
      why: "Every replica replays every write, so each one only adds work. Reads scale this way; writes do not.",
    },
  },
  stars: {
    two: "At most 0.1 % of the reads of one's own writes are stale.",
    three: "Not one write lost, and a smaller bill than the one bigger database.",
  },
  debrief:
    "The primary writes, replicas read, and they stand in more than one place. Promotion is never quite free: seconds without writes, and a missing tail as long as the lag. Copies are not a backup, either: they repeat your mistakes faithfully.",
  questions: [
    {
      id: "05-replication-q1",
      question: "Why are there more replicas than primaries?",
      answer:
        "Most applications read far more than they write. Reads can be spread over copies; writes must all reach the primary and then every copy, so extra primaries would not help the reads.",
      facts: ["F66", "F69", "F70"],
    },
    {
      id: "05-replication-q2",
      question: "The primary dies. What happens?",
      answer:
        "Detect it, promote the most advanced replica, repoint the writes, start a new replica. With asynchronous copying the last moments are missing; they must be recovered by scripts or accepted as loss.",
      facts: ["F79", "F80", "F81", "F82", "F83"],
    },
    {
      id: "05-replication-q3",
      question: "How do you keep users from missing their own posts?",
      answer:
        "Read-your-own-writes: for a short time after a write, send that user's reads to the primary, or to a replica known to have caught up past that write.",
      facts: ["S4"],
    },
  ],
  cards: [
    {
      id: "05-replication-c1",
      question: "What are the two roles in database replication, in old words and new?",
      answer: "The original: master, now primary. The copies: slaves, now replicas.",
      facts: ["F63"],
    },
    {
      id: "05-replication-c2",
      question: "Where must insert, delete and update commands go?",
      answer: "To the primary (master).",
      facts: ["F66"],
    },
    {
      id: "05-replication-c3",
      question: "Are there usually more primaries or more replicas, and why?",
      answer: "More replicas, because most applications read far more than they write.",
      facts: ["F70"],
    },
    {
      id: "05-replication-c4",
      question: "Why is promoting a replica harder in production than it sounds?",
      answer: "It may not be up to date; the missing data needs recovery scripts.",
      facts: ["F82"],
    },
    {
      id: "05-replication-c5",
      question: "Which two replication set-ups go beyond one primary, and what do they cost?",
      answer: "Multi-master and circular replication. They are more complicated.",
      facts: ["F84"],
    },
    {
      id: "05-replication-c6",
      question: "In the combined design, where does a web server read, and where does it write?",
      answer: "It reads user data from a replica and sends every change to the primary.",
      facts: ["F89"],
    },
  ],
  factCards: [
    {
      id: "05-replication-f1",
      kind: "correction",
      text: 'The notes say that the master is for writes only and slaves for reads only. More exactly: "generally". A primary can serve reads, and it must when the only replica is gone. Replicas refuse writes because they are set up to.',
      facts: ["X8", "F65", "F68"],
    },
    {
      id: "05-replication-f2",
      kind: "correction",
      text: 'The notes say "no data loss" and "no need to worry". More exactly: asynchronous replication loses the last moments, lag × write rate. And it copies mistakes: a table dropped on the primary is dropped everywhere a moment later. Replication is not a backup.',
      facts: ["X9", "F72"],
    },
    {
      id: "05-replication-f3",
      kind: "correction",
      text: "The notes say master and slave. More exactly: the ideas have not changed, but the words have. You will meet primary and replica, source and replica (in MySQL), leader and follower. In an interview any pair is understood.",
      facts: ["X10", "F63"],
    },
    {
      id: "05-replication-f4",
      kind: "supplement",
      text: "Not in the chapter: because replicas lag, users who have just posted may read from a copy that does not know it yet, and think their post is lost. Routing their own reads to the primary for a moment cures it: read-your-own-writes.",
      facts: ["S4"],
    },
    {
      id: "05-replication-f5",
      kind: "supplement",
      text: "Not in the chapter: a synchronous primary waits for its replicas before it says yes, and loses nothing; a semi-synchronous one waits for one of them; an asynchronous one does not wait. How much data you may lose is the RPO, how long you may be down the RTO. Waiting buys the first with latency.",
      facts: ["S5"],
    },
    {
      id: "05-replication-f6",
      kind: "fun",
      text: "In October 2018 GitHub lost the connection between two coasts for 43 seconds. Failover worked, and each coast ended up with writes that the other lacked. Putting them together took 24 hours and 11 minutes of degraded service.",
      facts: [],
    },
    {
      id: "05-replication-f7",
      kind: "honesty",
      text: "In this game a promotion always picks a healthy replica, and the old primary never returns insisting that it is still in charge. In real life that is called split brain, and it is what makes automatic promotion hard.",
      facts: [],
    },
    {
      id: "05-replication-f8",
      kind: "gloss",
      text: 'Korean notes: DB복제 is database replication; 복제 is copying. The last picture joins balancer and replication: 두개의 조합, "the combination of the two".',
      facts: ["K12", "F64"],
    },
  ],
};
