import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Millions of users and beyond",
  promise: "One long day, and everything you have learned",
  story:
    "This is the system you built. Today everything happens to it, once each, in an order nobody knows: growth, a crowd, a dead box, a lost region, a bad build, an idol. Which of the eight lamps will you light first? Ten million people are about to find out what you have learned.",
  lesson: [
    {
      id: "finale-p1",
      title: "Keep the web tier stateless",
      text: "The first of eight reminders, and the one that makes the others possible. A web box that remembers nobody can be added, replaced, drained or lost at any time. If a box dies today and no user notices, this is why.",
      facts: ["F233"],
    },
    {
      id: "finale-p2",
      title: "Build redundancy at every tier",
      text: "Every tier, not just the ones one likes to talk about: the balancer, the session store, the queue and the primary too. Walk along the path of a request and ask at each part: and if this one is gone? The day asks the same question, and it asks all of them.",
      facts: ["F234"],
    },
    {
      id: "finale-p3",
      title: "Cache data as much as you can",
      text: "The cheapest request is the one that never reaches the database. A cache that answers most reads turns a flash crowd into a busy hour; and it needs several nodes, or its own restart becomes the flood that it was bought against.",
      facts: ["F235"],
    },
    {
      id: "finale-p4",
      title: "Support multiple data centers",
      text: "Two homes, near the people, with the data in both and room in each for all. Redundancy inside one building does not help when it is the building that goes.",
      facts: ["F236"],
    },
    {
      id: "finale-p5",
      title: "Host static assets in a CDN",
      text: "Whatever looks the same to everybody belongs at an edge near everybody. Pages are quicker for those who live far away, and your own boxes have time for what only they can do.",
      facts: ["F237"],
    },
    {
      id: "finale-p6",
      title: "Scale the data tier by sharding",
      text: "Replicas multiply reads; only shards multiply writes. By a key that spreads people evenly, on a ring that can grow. And prepare for the one user whom no key can spread.",
      facts: ["F238"],
    },
    {
      id: "finale-p7",
      title: "Split tiers into services",
      text: "Photo, feed and checkout have little in common but a roof. As services of their own they are built, deployed and scaled apart; and when one gets a bad build, the others go on. The chapter mentions this in half a line; it is where its own design would go next.",
      facts: ["F239"],
    },
    {
      id: "finale-p8",
      title: "Monitor, and use automation tools",
      text: "The other seven limit the damage; this one limits its length. Logs, metrics of hosts, tiers and business, and a machine that builds, tests, deploys and takes back. A fault that nobody sees has no reason to end.",
      facts: ["F240"],
    },
    {
      id: "finale-p9",
      title: "And beyond",
      text: "Scaling is an iterative process: measure, find what is full, change it, measure again. What you have learned here carries you to millions of users. Beyond them, finer tuning and new strategies are needed, and the loop stays the same.",
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
      "A sum beside your design: a request passes ten parts in a row, each works 99.9 % of the time, and none has a twin. How often does the whole path work?",
    options: {
      "99-9-percent": "99.9 % of the time, like its parts",
      "99-0-percent": "About 99.0 % of the time",
      "90-0-percent": "About 90 % of the time",
    },
    explanation:
      "All ten must work at once: 0.999 to the tenth is 0.990, ten times the downtime of one part. Give a part a twin, and both must fail together to hurt: if they fail independently, that is once in a million. Hence redundancy at every tier, not at nine of ten.",
  },
  hints: [
    "Find the first lamp that is dark: its own fault will be the longest of the day. No part saturates by itself today; something always pushes it.",
    "Ask of every part what answers when it is gone: a twin in the pool, a replica, a second region, the origin, an older build.",
    "Seoul as second region, copied async; CDN with versioned URLs and fallback; sampled log, tier and business metrics, canary CI, automated deployment, smoke tests; services apart.",
  ],
  events: {
    growth: "More people than yesterday, all day long.",
    "flash-crowd": "A flash crowd: everybody at once.",
    "web-box-dies": "A web box dies.",
    "cache-node-restarts": "A cache node restarts, empty.",
    "primary-dies": "A primary is gone.",
    "cdn-outage": "The CDN is down. Static files come home.",
    "region-outage": "A whole region goes dark.",
    "bad-build": "A bad build is on its way out.",
    celebrity: "An idol posts, and the world taps one heart.",
  },
  wrongAnswers: {},
  stars: {
    two: "All eight lamps are green.",
    three: "And at least 96 % of a quiet day's orders are placed.",
  },
  debrief:
    "Availability times orders, divided by cost: that was the whole course in one number. No design is finished. Growth will find the next part that is full; you now know how to find it first.",
  questions: [
    {
      id: "finale-q1",
      question: "Summarise how to scale from zero to millions of users.",
      answer:
        "Split tiers, balance stateless web servers, build redundancy everywhere, replicate and then shard the data, cache hot reads, serve static files from a CDN, queue slow work, use several data centers, monitor and automate.",
      facts: ["F233", "F234", "F235", "F236", "F237", "F238", "F240"],
    },
    {
      id: "finale-q2",
      question: "In which order would you add these, and why?",
      answer:
        "Follow the bottleneck and the risk: measure, fix what saturates first, remove the worst single point of failure, keep headroom. Do not build for ten million users on day one.",
      facts: ["F241"],
    },
    {
      id: "finale-q3",
      question: "What comes after this chapter's design?",
      answer:
        "Splitting tiers into services, tuned data stores for each use, finer capacity planning, cost control, writes in several regions, chaos testing. Every new scale repeats the loop: measure, find the limit, redesign.",
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
      question: "What protects you when a whole building goes dark?",
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
      answer: "Each is built, deployed and scaled alone, and a fault stays inside its service.",
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
      text: "Not in the chapter: the balancer needs a twin as well. A pair shares one address; when the active one falls silent, the other takes the address over, within seconds. Otherwise the part that was bought against single points of failure is one.",
      facts: ["S7"],
    },
    {
      id: "finale-f2",
      kind: "fun",
      text: "Things break, at scale, on schedule. For one new cluster of 1,800 servers, Google's Jeff Dean listed in 2008 what to expect of its first year: 1,000 machine failures, thousands of failing disks, 20 racks gone for hours, and an even chance of overheating.",
      facts: ["F234"],
    },
    {
      id: "finale-f3",
      kind: "honesty",
      text: "Honest limits: a day of 1,200 seconds in which nine faults take turns is a caricature. Real days mostly hold none, and then two at once. The order is shuffled by a seed, so that the same day can be played again.",
      facts: [],
    },
  ],
};
