import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Data centers",
  promise: "A second region, near its users, with room for all",
  story:
    "Pica is big in Korea: nearly half of its users are in Seoul, and the only site is in Virginia, 178 ms away. Every tap crosses an ocean twice. Today new versions go out, one of two regions will fail, and nobody knows which.",
  brief: [
    {
      id: "09-data-centers-p1",
      title: "Why a second site",
      text: "Several data centers do two things: they keep the service available when one of them fails, and they give people over wider areas a site close by. A round trip from Seoul to Virginia takes 178 ms; to a data center in the user's own region it takes 30.",
      facts: ["F161"],
    },
    {
      id: "09-data-centers-p2",
      title: "One name, two addresses",
      text: "geoDNS is a DNS service that resolves a name to an IP address by the user's location. In Seoul the name resolves to an address in Seoul, in Boston to one in Virginia. So users are geo-routed to the nearest data center without knowing it. Your application must know it: where do writes go, what may be stale, where is the session, how do ids stay unique, which data may leave a country?",
      facts: ["F162", "F163", "F166"],
    },
  ],
  lesson: [
    {
      id: "09-data-centers-p3",
      title: "When one fails",
      text: "If a data center fails, all its traffic goes to a healthy one. For that to work, three challenges must be solved first: redirecting the traffic, synchronizing the data, and testing and deploying in several places.",
      facts: ["F164"],
    },
    {
      id: "09-data-centers-p4",
      title: "Challenge 1: redirect the traffic",
      text: "Tools must send users to the right data center, and away from a failed one. With a health check every 10 s and a failure threshold of 3, detection takes up to 30 s. After that, resolvers return the old address until the DNS TTL of their copy ends: half a TTL on average, a whole one at worst. Some resolvers and clients keep it even longer.",
      facts: ["F165"],
    },
    {
      id: "09-data-centers-p5",
      title: "Challenge 2: synchronize the data",
      text: "Each region may use its own local databases and caches. After a failover, users may be sent to a region where their data is missing, and healthy servers cannot help them. So replicate data across data centers before you need it. The local caches have to fill for the new users, too.",
      facts: ["F167", "F168", "F169"],
    },
    {
      id: "09-data-centers-p6",
      title: "Synchronous or asynchronous?",
      text: "Netflix replicates asynchronously across its data centers. No write waits for the far copy. It is about 0.1 s behind here, half a round trip and a little; if a region fails, the writes of that time are lost. Synchronous replication loses nothing, but adds a round trip of 178 ms to every write. In both cases one region leads, and writes from Seoul travel to Virginia.",
      facts: ["F170"],
    },
    {
      id: "09-data-centers-p7",
      title: "Challenge 3: test and deploy",
      text: "Test the site at different locations: a build may work in Virginia and fail in Seoul. A smoke test finds a build that fails often, not one that fails rarely. Automated deployment keeps the services consistent in all data centers; the notes name GitHub Actions ('gha'). By hand, versions drift apart for hours, and requests that cross regions fail.",
      facts: ["F171", "F172", "F173"],
    },
    {
      id: "09-data-centers-p8",
      title: "One region at a time",
      text: "Not in the chapter: deploying everywhere at once gives a bad build to everybody. A staggered deployment gives it to one region, watches that for a minute, and goes on only if no errors show. Two versions then run side by side, so each must work with the other: first add what is new, then switch to it, then remove the old (expand and contract). That is more work in every version.",
      facts: [],
    },
  ],
  figures: [
    {
      id: "09-data-centers-d1",
      title: "Two data centers behind one name",
      lines: [
        "     ┌──────────────┐   ┌─────────────────────┐   ┌──────────────┐",
        "     │ users in US  │──▶│ geoDNS: where from? │◀──│ users in KR  │",
        "     └──────┬───────┘   └─────────────────────┘   └───────┬──────┘",
        "            │ 30 ms                                 30 ms │",
        "  ┌─────────▼───────────────┐           ┌─────────────────▼───────┐",
        "  │ Virginia                │           │                   Seoul │",
        "  │ ┌────────┐   ┌───────┐  │           │  ┌────────┐   ┌───────┐ │",
        "  │ │balancer│──▶│ web n │  │           │  │balancer│──▶│ web n │ │",
        "  │ └────────┘   └───┬───┘  │           │  └────────┘   └───┬───┘ │",
        "  │ ┌───────┐  ┌─────▼────┐ │  178 ms   │ ┌──────────┐  ┌───▼───┐ │",
        "  │ │ cache │◀─│ database │◀┼───────────┼▶│ database │◀─│ cache │ │",
        "  │ └───────┘  └──────────┘ │  copies   │ └──────────┘  └───────┘ │",
        "  └─────────────────────────┘           └─────────────────────────┘",
        "   one fails  ─────▶  geoDNS sends all users to the other",
      ],
      facts: ["D23", "F162", "F164", "F169"],
    },
  ],
  sentence: {
    text: "When there is a data center outage, we direct all traffic to a healthy data center.",
    from: "chapter 1, data centers",
  },
  prediction: {
    question:
      "A whole region fails for 200 s. How many of the requests of that time, from both regions, will your design answer?",
    options: {
      "hardly-any": "Hardly any",
      "under-half": "Less than half",
      "over-half": "More than half, less than four in five",
      most: "Four in five, or more",
    },
    explanation:
      "If the only site fails, nothing is left. With two, users of the failed one get errors until the health check has failed three times and their DNS answer has expired. Then all of them go to the other. Two regions at 80 % make 160 % for the survivor, which would then be overloaded. And it can serve only the data that it has.",
  },
  hints: [
    "You need a second region near the users, geoDNS with health checks and a short TTL, asynchronous replication, and in each region enough boxes for all users. A new version should reach one region first.",
    "Buy the second site in Seoul, with 15 × 8 web boxes in each region. Set the DNS TTL to 30 s and replication to async, and take a staggered deployment with smoke tests.",
  ],
  events: {
    "version-two": "Version 2 is being deployed.",
    "version-three": "Version 3 goes out, and a fifth of its answers are errors.",
    "version-four": "Version 4 goes out, and a tenth of its answers are errors.",
    "virginia-dark": "The whole region of Virginia fails.",
    "seoul-dark": "The whole region of Seoul fails.",
  },
  wrongAnswers: {
    naive: {
      title: "Double the boxes in Virginia",
      why: "Virginia is still 178 ms from Seoul, and when the region fails, all boxes fail with it. Redundancy inside one region does not survive the loss of that region.",
    },
    A: {
      title: "Just enough boxes together: 12 + 10",
      why: "It is cheap until one region fails. Then the other gets the load of both and is overloaded. New boxes need more than a minute to boot, and everybody orders them at that moment.",
    },
    B: {
      title: "Servers there, but no data",
      why: "Traffic fails over to a region where the users' data is missing. The servers are healthy, but every request for that data fails.",
    },
    C: {
      title: "Synchronous replication",
      why: "Nothing is lost, but each write waits 178 ms more for the far copy to confirm it. So the p99 misses its goal all day.",
    },
    D: {
      title: "geoDNS with a TTL of 300 s",
      why: "The health check is quick, but for up to five minutes resolvers return the address of the failed site from their caches. That is longer than the whole outage.",
    },
    E: {
      title: "Deploy by hand",
      why: "The two regions run different, incompatible versions for half an hour, and a fifth of the requests that cross regions fail. No machine is broken, but the versions do not understand each other. A bad build is found only by complaints, and is taken back by hand.",
    },
    F: {
      title: "Deploy to both regions at once",
      why: "Versions stay the same everywhere, and the smoke tests stop the worst build. But the build that fails one request in ten passes them, and then both regions have it until users complain: five minutes of errors for everybody, instead of one for one region.",
    },
  },
  stars: {
    two: "Pass with an availability of at least 94.4 %, bad builds and outage included.",
    three: "Lose less: an availability of at least 95.4 %. The audit holds.",
  },
  debrief:
    "Route users to the nearest site, replicate the data before you need it, practice the failover, and keep room in each region for the users of both. A second data center without that room fails when you need it. Deploy to one region first, with versions that work together. And your application must be built for two places.",
  questions: [
    {
      id: "09-data-centers-q1",
      question: "What are the three challenges of several data centers?",
      answer:
        "First, redirecting traffic to the right, healthy site, as geoDNS does. Second, synchronizing data, so that users find theirs after a failover. Third, testing and deploying consistently everywhere, which needs automation, one region at a time, with versions that work together.",
      facts: ["F165", "F167", "F168", "F171", "F172"],
    },
    {
      id: "09-data-centers-q2",
      question: "Synchronous or asynchronous replication across regions?",
      answer:
        "Synchronous has an RPO of zero, but adds a round trip of 80 to 200 ms to every write, and one site waits when the other is down. Asynchronous is fast and independent, but loses the unshipped writes when a region fails: here 94 ms × 3,250 writes a second are 305. Netflix chose asynchronous. I would take synchronous only for data such as payments.",
      facts: ["F170", "S5"],
    },
    {
      id: "09-data-centers-q3",
      question: "How fast is a DNS failover?",
      answer:
        "Detection takes check interval × failure threshold, then resolvers keep the old answer for up to a TTL, half of it on average. 10 s × 3 with a TTL of 30 s make 45 s on average and 60 s at worst, longer where clients ignore TTLs. Anycast needs no TTL. The surviving region must have spare capacity.",
      facts: ["F165", "S6", "S15"],
    },
  ],
  cards: [
    {
      id: "09-data-centers-c1",
      question: "What does geoDNS do?",
      answer: "It resolves a domain name to an IP address by the user's location.",
      facts: ["F163"],
    },
    {
      id: "09-data-centers-c2",
      question: "How does Netflix replicate data across its data centers?",
      answer: "Asynchronously.",
      facts: ["F170"],
    },
    {
      id: "09-data-centers-c3",
      question: "Who ran its data centers warmer than usual, and what for?",
      answer: "Facebook, to use less energy for cooling and be greener.",
      facts: ["F175", "F176"],
    },
    {
      id: "09-data-centers-c4",
      question: "What did a slightly higher temperature do to reliability?",
      answer: "It did no harm, within the acceptable range, by the company's own account.",
      facts: ["F177"],
    },
    {
      id: "09-data-centers-c5",
      question: "Why should each of two regions run below half of its capacity?",
      answer: "If one fails, the survivor must carry the load of both (N+1).",
      facts: ["S15"],
    },
  ],
  factCards: [
    {
      id: "09-data-centers-f1",
      kind: "fun",
      text: "Data centers are known for rigorous temperature control, for fear of overheating. Yet giants such as Facebook tried warmer halls, to use less energy for cooling and be greener. A slightly higher temperature, within the acceptable range, did not harm reliability. The trend is to more energy-efficient, more sustainable data centers.",
      facts: ["F174", "F175", "F176", "F177", "F178"],
    },
    {
      id: "09-data-centers-f2",
      kind: "correction",
      text: "The notes say that Facebook's warmer halls did not compromise reliability. More exactly: in 2011 it raised the limit for the air entering its servers from 80 to 85 °F (26.7 to 29.4 °C) and needed 45 % less air-handling hardware. That reliability held is Facebook's own report.",
      facts: ["F175", "F177", "X18"],
    },
    {
      id: "09-data-centers-f3",
      kind: "supplement",
      text: "Not in the chapter: N+1 capacity. With N regions, the N−1 that survive must carry the load of the lost one. With two, each may be at most half busy; with three, two thirds. This spare capacity is the real price of a failover.",
      facts: ["S15"],
    },
    {
      id: "09-data-centers-f4",
      kind: "supplement",
      text: "Not in the chapter: RPO says how much data may be lost. With asynchronous replication it is the shipping delay, with synchronous none, with semi-synchronous none as long as one copy confirms. RTO says how long until the service is back. Here it is detection plus promotion plus up to one TTL.",
      facts: ["S5"],
    },
    {
      id: "09-data-centers-f5",
      kind: "supplement",
      text: "Not in the chapter: detection time is check interval × failure threshold. 30 s × 3 is a minute and a half of errors, 10 s × 3 half a minute. Much less than that is risky: a short network problem would move all users of a continent.",
      facts: ["S6"],
    },
    {
      id: "09-data-centers-f6",
      kind: "honesty",
      text: "Promotion always picks a healthy replica here, two sites never both act as the primary, and users stay logged in after a failover. In October 2018, 43 s of lost connectivity left GitHub degraded for 24 h 11 min, because both coasts held writes that the other lacked.",
      facts: [],
    },
    {
      id: "09-data-centers-f7",
      kind: "supplement",
      text: "Not in the chapter: the CAP theorem. When the network between two regions fails (P), a write can either be refused, so that both sides agree (C), or accepted on one side only, so that the service goes on (A). PACELC adds: else, without a failure, you choose between latency (L) and consistency (C). Synchronous or not is that choice.",
      facts: [],
    },
    {
      id: "09-data-centers-f8",
      kind: "supplement",
      text: "Not in the chapter: in active-passive, one region serves and the other waits. In active-active both serve. If both also accept writes, they can change the same row at once: last write wins loses one of them, merging needs data made for it. This game reads in both regions and writes in one, which avoids conflicts.",
      facts: [],
    },
    {
      id: "09-data-centers-f9",
      kind: "supplement",
      text: "Not in the chapter: with anycast both regions announce the same IP address, and the network itself routes users to the nearest that answers. No DNS answer has to expire, so a failover takes seconds. It needs a network of your own or a provider's.",
      facts: [],
    },
  ],
};
