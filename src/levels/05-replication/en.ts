import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Database replication",
  promise: "The same data in more than one place",
  story:
    "The viral post has brought Pica to twelve million daily users, and every page they see needs one database in one building. Today there are floods: that building, zone A, or the one across the river, zone B, will be under water. Tonight Pica should still be there, and so should the data.",
  brief: [
    {
      id: "05-replication-p1",
      title: "One original, several copies",
      text: "Replication answers failover and redundancy for the data tier. Many database systems support it, usually with one original and several copies of it. The chapter calls them master and slaves. The usual words today are primary and replicas, and this game uses those. Each replica receives copies of the primary's data.",
      facts: ["F62", "F63", "F67", "X10"],
    },
    {
      id: "05-replication-p2",
      title: "Writes go to one place",
      text: "The primary generally takes writes only. Every command that modifies data, an insert, a delete or an update, must be sent to it, because replicas refuse writes. The primary ships each write to every replica, and each replica applies it a moment later. How far a replica is behind is its replication lag: the time to ship a write plus the time it waits to be applied.",
      facts: ["F65", "F66", "F67"],
    },
  ],
  lesson: [
    {
      id: "05-replication-p3",
      title: "Reads go to the copies",
      text: "Replicas serve reads only. Most applications read far more than they write; on Pica nine requests in ten are reads. That is why a system usually has more replicas than primaries. One primary with three or more replicas is common, and each further replica adds read capacity.",
      facts: ["F68", "F69", "F70"],
    },
    {
      id: "05-replication-p4",
      title: "What replication gives you",
      text: "Performance: writes go to the primary and reads to the replicas, so more queries run in parallel. Reliability: if a typhoon or an earthquake destroys a server, the data is preserved, because it is replicated across several locations. High availability: the site stays up while one database is offline, because another has a copy.",
      facts: ["F71", "F72", "F73", "F74"],
    },
    {
      id: "05-replication-p5",
      title: "A replica goes offline",
      text: "If the only replica goes offline, reads go to the primary for a while, and it has to carry all of them. If there are several, the other healthy replicas share the reads. In both cases a new replica replaces the lost one as soon as the problem is found; here the rebuild takes 120 s. So plan for N − 1: the rest must have room for all reads.",
      facts: ["F75", "F76", "F77", "F78"],
    },
    {
      id: "05-replication-p6",
      title: "The primary goes offline",
      text: "If the primary goes offline, a replica is promoted to be the new primary, and all database operations run there for the time being. A new replica immediately takes the promoted one's place. Here detection takes 30 s and promotion 10 s. During those 40 s no write succeeds. Reads continue on the other replicas, if there are any.",
      facts: ["F79", "F80", "F81"],
    },
    {
      id: "05-replication-p7",
      title: "What the failover loses",
      text: "In production, promotion is harder, because the replica may not be up to date. Writes that the primary had accepted but not yet shipped are lost: shipping delay × writes per second. Data-recovery scripts must repair that. Multi-master and circular replication exist and could help, but they are more complicated: two primaries can accept writes that conflict.",
      facts: ["F82", "F83", "F84"],
    },
    {
      id: "05-replication-p8",
      title: "The whole path so far",
      text: "This is the design of the last two levels together. One: the user gets the load balancer's IP from DNS. Two: the user connects to the balancer at that IP. Three: the HTTP request goes to server 1 or server 2. Four: the web server reads user data from a replica. Five: it sends any change, a write, update or delete, to the primary.",
      facts: ["F85", "F86", "F87", "F88", "F89"],
    },
    {
      id: "05-replication-p9",
      title: "Where do the copies belong?",
      text: "Four boxes with 4 vCPU cost what one box with 16 does, and each can take over from another. Place them so that no zone holds so many that losing it overloads the rest. Here zone A may flood or zone B. Six replicas over both leave three in the zone that stays dry. One of them may become the primary, and the other two must have room for all reads.",
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
      "A primary accepts 2,400 writes a second and does not wait for its copies in another zone, which get each write 3 ms later. Its zone floods. How many accepted writes are gone for good?",
    options: {},
    unit: ["write", "writes"],
    explanation:
      "The writes not yet shipped to a surviving replica are lost: 3 ms × 2,400 a second are 7, however large the boxes are. Only a primary that waits for a replica before it confirms a write loses none. Without a copy outside the zone, everything since the last backup is lost, or everything there was.",
  },
  hints: [
    "You need replicas in both zones, and enough in each of them to serve all reads when the other is gone.",
    "Set the primary to 4 vCPU; it stands in zone A. Add six replicas with 4 vCPU, half of them in each of zones A and B. Leave promotion on automatic.",
  ],
  events: {
    "replica-down": "A replica goes offline.",
    "replica-back": "The rebuilt replica is back.",
    "flood-a": "Zone A is flooded, and the primary with it.",
    "flood-b": "Zone B is flooded, and the copies there with it.",
  },
  wrongAnswers: {
    naive: {
      title: "One bigger database",
      why: "Capacity was not the problem. A flood of its zone destroys the largest box like a small one, and after that there is no database at all.",
    },
    A: {
      title: "All replicas in zone A",
      why: "A flood of that zone destroys them together with the primary. Copies preserve the data only if they are in another location.",
    },
    B: {
      title: "One replica with 4 vCPU",
      why: "One replica with 4 vCPU is saturated from the first second. When it goes offline the primary must serve all reads on top of its writes, and 4 vCPU cannot do both.",
    },
    C: {
      title: "Two replicas with 4 vCPU",
      why: "Two are enough while both work. When one goes offline the other gets all 19,000 reads a second, and with the writes it applies that is 4 cores of work for 3.5. Plan for N − 1.",
    },
    D: {
      title: "A primary and one replica, both with 8 vCPU",
      why: "It survives the first fault. But when the primary is lost, the only replica must become the primary. During that promotion no replica is left to read from.",
    },
    F: {
      title: "All replicas in zone B",
      why: "They survive the loss of zone A. But zone B may be lost as well, and then the primary must serve all reads on top of its writes.",
    },
    E: {
      title: "More replicas, so that writes get faster",
      why: "Every replica applies every write too, so replicas take no work off the primary. Reads scale with replicas; writes do not. And eight replicas with 4 vCPU are over budget.",
    },
  },
  stars: {
    two: "At most 0.05 % of own reads are stale, at most 2 writes lost.",
    three: "Not one write is lost. The audit holds.",
  },
  debrief:
    "The primary takes writes, replicas serve reads, and they stand in more than one zone with room for each other. A failover costs some seconds without writes, and with asynchronous replication the writes not yet shipped. Replicas are not a backup: they copy your mistakes too.",
  questions: [
    {
      id: "05-replication-q1",
      question: "Why are there more replicas than primaries?",
      answer:
        "Most applications read far more than they write, nine to one here. Reads can be spread over replicas. Every write must reach the primary and then each replica, so replicas do not add write capacity; for that one has to shard.",
      facts: ["F66", "F69", "F70"],
    },
    {
      id: "05-replication-q2",
      question: "The primary dies. What happens?",
      answer:
        "Failover: detect it, fence the old primary so that it takes no more writes, promote the most advanced replica, send clients to it (DNS, proxy or driver), and build a new replica. Here that takes 40 s. With asynchronous replication the writes not yet shipped are lost, unless scripts recover them. Fencing prevents split brain, two primaries at once.",
      facts: ["F79", "F80", "F81", "F82", "F83"],
    },
    {
      id: "05-replication-q3",
      question: "How do you keep users from missing their own posts?",
      answer:
        "Read-your-own-writes: for a short time after a write, send that user's reads to the primary, or to a replica that has caught up with that write. It costs some load on the primary. Keeping each user on one replica gives monotonic reads: what was seen does not vanish again.",
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
      question: "Which two kinds of replication have more than one primary, and what do they cost?",
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
      text: 'The notes say that the master is for writes only and slaves for reads only. More exactly: "generally". A primary can serve reads, and it must when the only replica is gone. Replicas refuse writes because they are configured to.',
      facts: ["X8", "F65", "F68"],
    },
    {
      id: "05-replication-f2",
      kind: "correction",
      text: 'The notes say "no data loss" and "no need to worry". More exactly: asynchronous replication loses what was not yet shipped, shipping delay × write rate. And it copies mistakes: a table dropped on the primary is dropped everywhere a moment later. Replication is not a backup.',
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
      text: "Not in the chapter: because replicas lag, users who have just posted may read from a replica that does not have the post yet, and think it is lost. Sending their own reads to the primary for a moment prevents that. The guarantee is called read-your-own-writes.",
      facts: ["S4"],
    },
    {
      id: "05-replication-f5",
      kind: "supplement",
      text: "Not in the chapter: a synchronous primary waits until all replicas have a write before it confirms it. A semi-synchronous one waits for one replica, an asynchronous one for none. RPO is how much data you may lose, RTO how long you may be down. Here semi-synchronous copying has an RPO of zero and an RTO of 40 s, for a millisecond more a write.",
      facts: ["S5"],
    },
    {
      id: "05-replication-f6",
      kind: "fun",
      text: "In October 2018 GitHub lost the connection between two coasts for 43 seconds. Failover worked, and each coast ended up with writes that the other lacked. Merging them took 24 hours and 11 minutes of degraded service.",
      facts: [],
    },
    {
      id: "05-replication-f7",
      kind: "honesty",
      text: "A promotion always picks a healthy replica here, and the old primary never returns and takes writes again. In real life that happens: it is called split brain, and it makes automatic failover hard. The flood hits databases only, because web boxes have no zones here. Shipping takes 3 ms here, which is usual inside one region; a congested network makes it longer.",
      facts: [],
    },
    {
      id: "05-replication-f8",
      kind: "gloss",
      text: 'DB복제 is database replication; 복제 is copying. The last picture joins balancer and replication: 두개의 조합, "the combination of the two".',
      facts: ["K12", "F64"],
    },
    {
      id: "05-replication-f9",
      kind: "supplement",
      text: "Not in the chapter: with a quorum no single copy decides. Of N copies a write waits for W, a read asks R, and if R + W > N every read meets a copy that has the last write. With N = 3 and W = R = 2, one copy may be lost without losing data or stopping.",
      facts: [],
    },
    {
      id: "05-replication-f10",
      kind: "supplement",
      text: "Not in the chapter: every connection costs a database memory, so it accepts a limited number. A hundred servers with a hundred connections each are ten thousand, too many for most. Servers therefore share a connection pool, and a pooler in front of the database shares it among servers. When all are in use, requests wait.",
      facts: [],
    },
    {
      id: "05-replication-f11",
      kind: "supplement",
      text: "Not in the chapter: a backup is a copy from the past, kept where a mistake cannot reach it. With the log of all later writes it can be restored to any moment, which is point-in-time recovery. Its RPO is the age of the last log, its RTO the time to restore. Test the restore.",
      facts: [],
    },
    {
      id: "05-replication-f12",
      kind: "supplement",
      text: "Not in the chapter: a primary that was only cut off may come back and take writes beside the new one. That is split brain, and the two sets of data must be merged by hand. Fencing prevents it: before the promotion the old primary is shut off, or loses its right to write. Who decides? A majority of at least three observers.",
      facts: [],
    },
  ],
};
