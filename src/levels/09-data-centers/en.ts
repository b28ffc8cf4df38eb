import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Data centers",
  promise: "A second home, near the people, with room for all",
  story:
    "Pica is big in Korea: nearly half of its users are in Seoul, and the only site is in Virginia, 178 ms away. Every tap crosses an ocean twice. Then Virginia goes dark.",
  lesson: [
    {
      id: "09-data-centers-p1",
      title: "Why a second site",
      text: "Several data centers do two things: they keep the service available when one of them fails, and they give people over wider areas a site close by. From Seoul to Virginia and back takes 178 ms; to a data center of one's own region, 30. The first buys safety, the second speed.",
      facts: ["F161"],
    },
    {
      id: "09-data-centers-p2",
      title: "One name, two addresses",
      text: "geoDNS is a DNS service that resolves a name to an IP address by the user's location. The same name answers in Seoul with Seoul's address and in Boston with Virginia's. Users are geo-routed to the nearest data center, and neither they nor your code need to know.",
      facts: ["F162", "F163", "F166"],
    },
    {
      id: "09-data-centers-p3",
      title: "When one goes dark",
      text: "If a data center fails, all its traffic goes to a healthy one. That sentence is easy to draw. Three challenges lie between the drawing and the day it happens: redirecting the traffic, keeping the data in step, and testing and deploying in several places.",
      facts: ["F164"],
    },
    {
      id: "09-data-centers-p4",
      title: "Challenge 1: redirect the traffic",
      text: "Tools must send users to the right data center, and away from a dead one. A health check every 10 s that wants 3 misses needs 30 s to be sure. After that, resolvers keep handing out the old address until the record's TTL runs out. Users fail for the sum of the two.",
      facts: ["F165"],
    },
    {
      id: "09-data-centers-p5",
      title: "Challenge 2: synchronise the data",
      text: "Each region may use its own local databases and caches. After a failover, users can land where their data is not: healthy servers, empty shelves. So replicate data across data centers, before the day you need it.",
      facts: ["F167", "F168", "F169"],
    },
    {
      id: "09-data-centers-p6",
      title: "Wait for the far copy, or not?",
      text: "Netflix replicates asynchronously across its data centers. No write waits for the far copy, which runs some 0.4 s behind here; a region that dies takes that last moment with it. Synchronous copying loses nothing, and adds the trip, 178 ms, to every single write.",
      facts: ["F170"],
    },
    {
      id: "09-data-centers-p7",
      title: "Challenge 3: test and deploy",
      text: "Test the site at every location: a build can be well in Virginia and ill in Seoul. Automated deployment keeps the services consistent in all data centers; the notes name GitHub Actions ('gha') as such a tool. By hand, versions drift apart, and requests that cross regions begin to fail.",
      facts: ["F171", "F172", "F173"],
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
        "   one goes dark  ─────▶  geoDNS sends everybody to the other",
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
      "At t=300 Virginia goes dark for 200 s. How many of the requests of that time will your design answer, from both regions together?",
    options: {
      "hardly-any": "Hardly any",
      "under-half": "Less than half",
      "over-half": "More than half, less than four in five",
      most: "Four in five, or more",
    },
    explanation:
      "With one site nothing is left. With two, users of the dark one fail until the check is sure and their name has expired; then all of them stand before the other. 80 % and 80 % make 160 % of one region: above 100 % the survivor fails as well, a little later. And it can only answer for data that it has.",
  },
  hints: [
    "Seoul waits for the road, not for a server. And when Virginia is out, ask of the survivor what any box is asked: how busy is it with everybody's load on it?",
    "A second region near the users, geoDNS with a health check and a short TTL, data replicated without waiting for it, and in each region enough boxes for all.",
    "Second region in Seoul, 17 × 8 web boxes in each, geoDNS TTL 30 s with checks of 10 s × 3, asynchronous replication, automated deployment.",
  ],
  events: {
    "version-two": "Version 2 is being deployed. Everywhere?",
    "virginia-dark": "Virginia goes dark. Everyone there needs a new home.",
  },
  wrongAnswers: {
    naive: {
      title: "Double the boxes in Virginia",
      why: "Seoul is still 178 ms away, and when Virginia goes dark, twice as many boxes go dark. A second copy in the same place is not a second place.",
    },
    A: {
      title: "Split what you have: 12 + 10",
      why: "Cheap until one region dies. Then the survivor gets the load of both and melts; boxes ordered at that moment arrive two minutes too late.",
    },
    B: {
      title: "Servers there, but no data",
      why: "Traffic fails over to a region where the users' data is missing. The servers are healthy and have nothing to say.",
    },
    C: {
      title: "Synchronous replication",
      why: "Nothing is lost, and each write waits 178 ms for the far copy to confirm. The slowest requests miss their goal all day, to be safe for one minute.",
    },
    D: {
      title: "geoDNS with a TTL of 300 s",
      why: "The health check notices quickly, but for up to five minutes resolvers go on giving out the address of the dead site. That is longer than the whole outage.",
    },
    E: {
      title: "Deploy by hand",
      why: "The two regions run different versions, and from then on requests that cross between them fail. No machine is broken; only the agreement is.",
    },
  },
  stars: {
    two: "Pass with an availability of at least 96.4 %, outage included.",
    three: "Automated deployment with smoke tests in each region: not one error from mixed versions.",
  },
  debrief:
    "The nearest site for everyone, data that is already there, a redirection that has been practised, and room for the neighbour. A second data center that cannot carry both is a second way to fail.",
  questions: [
    {
      id: "09-data-centers-q1",
      question: "What are the three challenges of several data centers?",
      answer:
        "Redirecting traffic to the right, healthy site, as geoDNS does; keeping data synchronised, so that users find theirs after a failover; and testing and deploying consistently everywhere, which needs automation.",
      facts: ["F165", "F167", "F168", "F171", "F172"],
    },
    {
      id: "09-data-centers-q2",
      question: "Synchronous or asynchronous replication across regions?",
      answer:
        "Synchronous loses nothing, but adds a round trip of 80 to 200 ms to every write and couples the sites. Asynchronous is fast and independent, but loses the lag when a region fails. Netflix chose asynchronous.",
      facts: ["F170", "S5"],
    },
    {
      id: "09-data-centers-q3",
      question: "How fast is a DNS failover?",
      answer:
        "Detection, that is interval times threshold, plus the record's TTL while resolvers forget, and sometimes longer. Short TTLs, health-checked records and spare capacity at the survivor make it work.",
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
      answer: "Facebook: less energy for cooling, greener operation.",
      facts: ["F175", "F176"],
    },
    {
      id: "09-data-centers-c4",
      question: "What did a slightly higher temperature do to reliability?",
      answer: "No harm, within the acceptable range, by the company's own account.",
      facts: ["F177"],
    },
    {
      id: "09-data-centers-c5",
      question: "Why should each of two regions run below half of its capacity?",
      answer: "N+1: if one fails, the survivor carries the load of both.",
      facts: ["S15"],
    },
  ],
  factCards: [
    {
      id: "09-data-centers-f1",
      kind: "fun",
      text: "Data centers are known for rigorous temperature control, for fear of overheating. Yet giants such as Facebook tried warmer halls, to spend less energy on cooling and be greener. A slightly higher temperature, within the acceptable range, did not harm reliability. The trend: more energy-efficient, more sustainable data centers.",
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
      text: "Not in the chapter: N+1 capacity. With N regions, the N−1 that survive must carry the load of the lost one. With two, each may be at most half full; with three, two thirds. Room for the neighbour is the real price of a failover.",
      facts: ["S15"],
    },
    {
      id: "09-data-centers-f4",
      kind: "supplement",
      text: "Not in the chapter: two questions with short names. RPO, how much data may we lose? Asynchronous: the lag; synchronous: none; semi-synchronous: none as long as one copy confirms. RTO, how long until we are back? Detection, plus switching, plus the TTL.",
      facts: ["S5"],
    },
    {
      id: "09-data-centers-f5",
      kind: "supplement",
      text: "Not in the chapter: detection time is the check's interval times its threshold. 30 s × 3 is a minute and a half of lost users; 10 s × 3 half a minute. Go much lower, and a hiccup of the network will move a continent.",
      facts: ["S6"],
    },
    {
      id: "09-data-centers-f6",
      kind: "honesty",
      text: "Honest limits: promotion here always picks a healthy replica, and never do two sites both believe they are the primary. Real life can be ruder: in October 2018, 43 s of lost connectivity left GitHub degraded for 24 h 11 min, because both coasts held writes that the other lacked.",
      facts: [],
    },
  ],
};
