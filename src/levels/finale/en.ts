import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Millions of users and beyond",
  promise: "One long day with every kind of fault",
  story:
    "This is the system you built, and a hundred million people use it. Today twelve things go wrong, one after another, in an order and at places that nobody knows. Eight lamps show which of the chapter's reminders your design follows. The budget does not pay for everything in the shop. Which lamp will you light first?",
  brief: [
    {
      id: "finale-p2",
      title: "Build redundancy at every tier",
      text: "Every tier means the balancer, the session store, the queue and the primary too, not only the web tier. Follow the path of a request and ask at each part: what happens if this one fails? The day asks the same question, and it asks it of all of them.",
      facts: ["F234"],
    },
  ],
  lesson: [
    {
      id: "finale-p1",
      title: "Keep the web tier stateless",
      text: "The first of eight reminders, and the one that makes the others possible. A web box that keeps no state can be added, replaced, drained or lost at any time. If a box dies today and no user is logged out, this is why.",
      facts: ["F233"],
    },
    {
      id: "finale-p3",
      title: "Cache data as much as you can",
      text: "The cheapest request is the one that never reaches the database. A cache that answers most reads lets the database survive a flash crowd. It needs several nodes, or its own restart sends all those reads to the database at once.",
      facts: ["F235"],
    },
    {
      id: "finale-p4",
      title: "Support multiple data centers",
      text: "Run in two regions, near the users, with the data in both and room in each for all of them. Redundancy inside one data center does not help when the whole data center fails.",
      facts: ["F236"],
    },
    {
      id: "finale-p5",
      title: "Host static assets in a CDN",
      text: "Whatever looks the same to everybody belongs at an edge near everybody. Pages are faster for users who live far away, and your own boxes have room for the requests that only they can answer.",
      facts: ["F237"],
    },
    {
      id: "finale-p6",
      title: "Scale the data tier by sharding",
      text: "Replicas multiply read capacity; only shards multiply write capacity. Choose a key that spreads users evenly, on a ring that can grow. And prepare for the celebrity, whose one row no key can spread.",
      facts: ["F238"],
    },
    {
      id: "finale-p7",
      title: "Split tiers into services",
      text: "Photo, feed and checkout share one deployment, and little else. As separate services they are built, deployed and scaled apart, and when one gets a bad build, the others continue. The price: calls over the network that can fail, data that each service owns alone, and more to deploy and monitor. Here it is 1 ms a request.",
      facts: ["F239"],
    },
    {
      id: "finale-p8",
      title: "Monitor, and use automation tools",
      text: "The other seven limit the damage of a fault; this one limits how long it lasts. You need logs, metrics of hosts, tiers and business, and automation that builds, tests, deploys and rolls back. A fault that nobody detects is not repaired.",
      facts: ["F240"],
    },
    {
      id: "finale-p9",
      title: "And beyond",
      text: "Scaling is an iterative process: measure, find what saturates first, change it, measure again. What you have learned here is enough for millions of users. Beyond them, finer tuning and new strategies are needed, found in the same way.",
      facts: ["F241"],
    },
  ],
  figures: [
    {
      id: "finale-d1",
      title: "All of it, on one page",
      lines: [
        " ┌───────┐    ┌────────────────────────────────────────────┐",
        " │ users │───▶│ CDN: static files at an edge near the user │",
        " └───┬───┘    └────────────────────────────────────────────┘",
        " ┌───▼────┐   ┌─ region A ─────────────────────────────────┐  ┌─ region B ─┐",
        " │ geoDNS │──▶│ balancer × 2                               │  │            │",
        " └────────┘   │ stateless web: photo · feed · checkout     │◀▶│ all of it  │",
        "              │ sessions × 2 · cache × 4 · queue, workers  │  │ once more  │",
        "              │ shards 0 … 7, each a primary and a replica │  │            │",
        "              └────────────────────────────────────────────┘  └────────────┘",
        " ┌─────────────────────────────────────────────────────────────────────────┐",
        " │ logs · host, tier, business metrics · build, test, deploy, roll back    │",
        " └─────────────────────────────────────────────────────────────────────────┘",
      ],
      facts: ["F233", "F235", "F236", "F237", "F238", "F239", "F240"],
    },
  ],
  sentence: {
    text: "Scaling a system is an iterative process.",
    from: "chapter 1, millions of users and beyond",
  },
  prediction: {
    question:
      "A sum beside your design: a request passes ten parts in a row. Each works 99.9 % of the time, and none is redundant. How often does the whole path work?",
    options: {
      "99-9-percent": "99.9 % of the time, like its parts",
      "99-0-percent": "About 99.0 % of the time",
      "90-0-percent": "About 90 % of the time",
    },
    explanation:
      "All ten must work at once: 0.999 to the power of ten is 0.990, ten times the downtime of one part, seven hours a month. If a part has a twin and they fail independently, both are down only a millionth of the time. So build redundancy at every tier: the one without it sets the limit.",
  },
  hints: [
    "For every part ask what takes over when it fails: another box in the pool, a replica, the second region, the origin, the previous build.",
    "Buy Seoul with 28 boxes as second region, keep 28 at home, and buy the CDN with its fallback. Keep balancers, session nodes and replicas in pairs and four cache nodes. Buy the sampled log, business metrics and canary CI. Split the services.",
  ],
  events: {
    growth: "Traffic grows all day.",
    "balancer-dies-us": "A balancer node in the US dies.",
    "balancer-dies-korea": "A balancer node in Korea dies.",
    "session-node-dies-us": "A session store node in the US dies.",
    "session-node-dies-korea": "A session store node in Korea dies.",
    "region-outage-us": "The region in the US fails.",
    "region-outage-korea": "The region in Korea fails.",
    "web-box-dies": "A web box dies.",
    "gray-box": "Two web boxes pass their health checks and answer errors.",
    "cache-node-restarts": "A cache node restarts with empty memory.",
    "primary-dies": "A shard's primary dies.",
    "broker-restarts": "The queue's broker restarts.",
    "cdn-outage": "The CDN is down.",
    "bad-build": "A bad build is deployed.",
    "checkout-broken": "A build breaks the checkout, and no error shows it.",
    celebrity: "A celebrity posts, and everybody likes the same post.",
  },
  wrongAnswers: {
    A: {
      title: "One region with thirty-four boxes",
      why: "More boxes at home help against crowds, but not against the loss of the region: then nobody is answered until it is back.",
    },
    B: {
      title: "One balancer at home",
      why: "Every request of the region passes it. When it dies, all boxes behind it are healthy and nobody reaches them.",
    },
    C: {
      title: "One session store node",
      why: "The web boxes are stateless because their state lies elsewhere. When that one node dies, every user of the region is logged out.",
    },
    D: {
      title: "Thirty-four boxes at home and everything else",
      why: "It would survive the day, but it is over budget. Twenty-eight boxes in each region carry all users and a crowd when the other region fails; six more pay for nothing that happens here.",
    },
  },
  stars: {
    two: "Seven of the eight lamps are lit.",
    three: "All eight lamps are lit. The audit holds.",
  },
  debrief:
    "Requests answered, orders placed, dollars paid: every level of this game asked for these. A goal of 95.5 % fits ten minutes with twelve faults; at 99.9 % a month has 43 minutes for all of them. No design is finished. Growth will saturate the next part, and you know how to find it first.",
  questions: [
    {
      id: "finale-q1",
      question: "Summarize how to scale from zero to millions of users.",
      answer:
        "Split the tiers. Put stateless web servers behind a load balancer. Replicate the database, later shard it. Cache what is read often, and serve static files from a CDN. Put slow work into a queue. Use several data centers, with redundancy at every tier. Monitor, and automate deployment. At each step measure first what saturates.",
      facts: ["F233", "F234", "F235", "F236", "F237", "F238", "F240"],
    },
    {
      id: "finale-q2",
      question: "In which order would you add these, and why?",
      answer:
        "Follow the bottleneck and the risk. Measure, fix what saturates first, remove the worst single point of failure, and keep headroom: no part above 70 or 80 % at the peak, and N − 1 enough. Do not build for a hundred million users on day one; each part costs money and makes the system harder to run.",
      facts: ["F241"],
    },
    {
      id: "finale-q3",
      question: "What comes after this chapter's design?",
      answer:
        "Splitting tiers into services, tuned data stores for each use, finer capacity planning, cost control, writes in several regions, chaos testing. Each time it starts with measuring what limits the system.",
      facts: ["F239", "F241"],
    },
  ],
  cards: [
    {
      id: "finale-c1",
      question: "What should a web tier keep of its users' state?",
      answer: "Nothing: keep the web tier stateless.",
      facts: ["F233"],
    },
    {
      id: "finale-c2",
      question: "At which tiers do you build redundancy?",
      answer: "At every tier.",
      facts: ["F234"],
    },
    {
      id: "finale-c3",
      question: "How much data should you cache?",
      answer: "As much as you can.",
      facts: ["F235"],
    },
    {
      id: "finale-c4",
      question: "What protects you when a whole data center fails?",
      answer: "Support for multiple data centers.",
      facts: ["F236"],
    },
    {
      id: "finale-c5",
      question: "Where do static assets belong?",
      answer: "In a CDN.",
      facts: ["F237"],
    },
    {
      id: "finale-c6",
      question: "How do you scale the data tier?",
      answer: "By sharding.",
      facts: ["F238"],
    },
    {
      id: "finale-c7",
      question: "What does splitting tiers into individual services gain?",
      answer:
        "Each is built, deployed and scaled alone, and a fault stays inside its service. It costs calls over the network.",
      facts: ["F239"],
    },
    {
      id: "finale-c8",
      question: "Which of the eight reminders makes faults short?",
      answer: "Monitor the system and use automation tools.",
      facts: ["F240"],
    },
    {
      id: "finale-c9",
      question: "Is a design for millions of users ever finished?",
      answer:
        "No: scaling is iterative, and beyond millions of users finer tuning and new strategies are needed.",
      facts: ["F241"],
    },
    {
      id: "finale-c10",
      question: "Recite the eight reminders of the chapter's end.",
      answer:
        "Stateless web tier, redundancy at every tier, cache as much as you can, multiple data centers, static assets in a CDN, sharded data tier, tiers split into services, monitoring and automation.",
      facts: ["F233", "F234", "F235", "F236", "F237", "F238", "F239", "F240"],
    },
  ],
  factCards: [
    {
      id: "finale-f1",
      kind: "supplement",
      text: "Not in the chapter: the balancer needs redundancy as well. A pair shares one address; when the active one fails, the other takes the address over within seconds. Without a pair, the balancer itself is a single point of failure.",
      facts: ["S7"],
    },
    {
      id: "finale-f2",
      kind: "fun",
      text: "At scale, failures are routine. In 2008 Google's Jeff Dean listed what to expect in the first year of a new cluster of 1,800 servers. It was 1,000 machine failures, thousands of failing disks, 20 racks gone for hours, and an even chance of overheating.",
      facts: ["F234"],
    },
    {
      id: "finale-f3",
      kind: "honesty",
      text: "A day of 600 seconds with twelve faults one after another is a caricature. Most real days have none, and some have two at once. Order and places come from a seed, so that the same day can be played again. The verdict is over several such days, and the one that decides is shown.",
      facts: [],
    },
  ],
};
