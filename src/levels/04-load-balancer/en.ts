import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Load balancer",
  promise: "One public door, private rooms behind it",
  story:
    "Pica has 700,000 daily users. On the day one of its posts goes viral, a web server dies for good, and DNS goes on sending people to it as if nothing had happened. To make the day complete, somebody on the internet is trying every door you have left open.",
  lesson: [
    {
      id: "04-load-balancer-p1",
      title: "Somebody at the door",
      text: "As long as users connect straight to a web server, an offline server shuts them out, and a crowded one is slow or fails. A load balancer is the answer to both. It stands in front of a set of web servers, the load-balanced set, and distributes the incoming traffic evenly among them. The bars of the servers become equal.",
      facts: ["F47", "F48", "F49", "F50"],
    },
    {
      id: "04-load-balancer-p2",
      title: "One public address",
      text: "Users connect to the public IP of the load balancer; from now on the DNS record points there. The web servers are no longer directly reachable by clients. Whoever scans the public addresses of Pica finds a single door, and nothing behind it that would answer.",
      facts: ["F51", "F52"],
    },
    {
      id: "04-load-balancer-p3",
      title: "Private rooms",
      text: "Between the servers private IPs are used, for security. A private IP can be reached only by servers in the same network, never from the internet. The load balancer talks to the web servers through private IPs only. A web server that keeps its public address can still be knocked at, and each knock costs processor time.",
      facts: ["F53", "F54", "F55"],
    },
    {
      id: "04-load-balancer-p4",
      title: "A server dies, the site does not",
      text: "With a load balancer and a second server, the web tier has its failover, and its availability improves. If server 1 goes offline, all its traffic is routed to server 2, and the site stays up. With nine servers the other eight share the work of the dead one: look for their bars to rise.",
      facts: ["F56", "F57"],
    },
    {
      id: "04-load-balancer-p5",
      title: "How it notices",
      text: "The chapter does not say how it notices. It asks each server for a sign of life, at an interval, and after a number of misses the server leaves the pool. Until then the dead server keeps its share of the requests: here it takes two misses. A retry is another thing to buy: what failed at one server is sent to another.",
      facts: ["S6"],
    },
    {
      id: "04-load-balancer-p6",
      title: "The pool fills up again",
      text: "A new healthy server is added to the pool, and the load is balanced again. Growth works the same way: when traffic rises fast and two servers are not enough, add servers. The load balancer starts to send requests to them by itself, and there is nothing else to set.",
      facts: ["F58", "F59", "F60"],
    },
    {
      id: "04-load-balancer-p7",
      title: "It distributes, it does not create",
      text: "A balancer spreads the load over the capacity you have. It adds none. Six boxes with 8 vCPU serve 1,950 requests a second behind any door. Count the boxes that are left after one has died, and compare those with the peak. Then do the same sum for the database behind them.",
      facts: [],
    },
    {
      id: "04-load-balancer-p8",
      title: "What is still single",
      text: "The web tier can now lose a server. The data tier cannot: there is one database, with no failover and no redundancy, and every page needs it. That is what this step leaves open, and it is the next thing to mend. So is the balancer itself, if you have bought only one.",
      facts: ["F61"],
    },
  ],
  figures: [
    {
      id: "04-load-balancer-d1",
      title: "One public door, private rooms",
      lines: [
        "┌─────────┐  1  pica.example?  ┌───────────────┐",
        "│         ├───────────────────▶│      DNS      │",
        "│         │  2  203.0.113.10   │               │",
        "│  user   │◀───────────────────┤               │",
        "│         │                    └───────────────┘  private IPs",
        "│ browser │                    ┌───────────────┐  10.0.0.1 ┌──────────┐",
        "│ or app  │                    │               ├──────────▶│ server 1 │",
        "│         │  3  HTTP request   │ load balancer │           └──────────┘",
        "│         ├───────────────────▶│               │  10.0.0.2 ┌──────────┐",
        "│         │                    │   public IP   ├──────────▶│ server 2 │",
        "│         │                    │ 203.0.113.10  │           └──────────┘",
        "└─────────┘                    └───────────────┘",
        "  internet                       the one door     not on the internet",
      ],
      facts: ["D9", "D10", "F51", "F53"],
    },
    {
      id: "04-load-balancer-d2",
      title: "From the death to the detour (not in the chapter)",
      lines: [
        "check every 30 s, out after 2 misses",
        "",
        "         dies   1st miss               2nd miss",
        "           │        │                      │",
        "server 3 ──✗        │                      │",
        "           │        │                      │",
        "balancer ──┼────────✗──────────────────────✗─────────────────────────▶ time",
        "           │        │        30 s          │",
        "           └────────┴──────────────────────┘",
        "             up to 60 s: 1/N of requests    then: none, the others carry",
        "             still go to server 3           its share",
      ],
      facts: ["S6"],
    },
  ],
  sentence: {
    text: "If server 1 goes offline, all traffic routed to server 2.",
    from: "chapter 1, Load balancer",
  },
  prediction: {
    question:
      "At t=200 a web server dies and is not replaced. For how long will requests of your users fail because they were sent to it?",
    options: {
      "not-at-all": "Not at all: no user will notice",
      seconds: "For some seconds, less than 45",
      "a-minute": "For about a minute",
      "to-the-end": "To the end of the night",
    },
    explanation:
      "DNS alone never notices: the dead server keeps its share to the end. A balancer believes in it until the check has failed twice, 2 × 30 s or less, and then takes it out of the pool. A faster check shortens that; a retry on another server hides it altogether.",
  },
  hints: [
    "At first nothing saturates: users of the dead server simply fail. At 2,000 requests a second both tiers do: six web boxes serve 1,950, and the database has 4.7 cores of work on 3.5.",
    "Something that checks servers answers the first, more web boxes behind it and a larger database the second. And close the public addresses before the scan.",
    "A load balancer ($25), nine web boxes with 8 vCPU on private IPs, the relational box at 8 vCPU.",
  ],
  events: {
    "server-dies": "a web server dies and does not come back",
    viral: "a post goes viral",
    "port-scan": "somebody scans every public address of Pica",
    "balancer-dies": "a load balancer node dies",
  },
  wrongAnswers: {
    naive: {
      title: "More boxes, still on DNS",
      why: "Capacity was not what failed. DNS checks nobody's health, so one user in nine is sent to the dead server for the rest of the day.",
    },
    A: {
      title: "A balancer, and no more servers",
      why: "A balancer distributes load, it does not create capacity. After the death and the viral post the five boxes that are left are asked for more than they can do.",
    },
    B: {
      title: "A balancer in front of two boxes with 32 vCPU",
      why: "One death leaves half of the capacity, and half is less than even the ordinary traffic of this level. The detour ends in a queue.",
    },
    C: {
      title: "The web boxes keep their public IPs",
      why: "The scan reaches them and eats a quarter of their processor time. With one box dead already, the tier is more than 100 % busy, and the backlog grows.",
    },
    D: {
      title: "The database stays at 4 vCPU",
      why: "2,000 requests a second × 2.4 ms are 4.7 cores of work on 3.5. The balancer hands out the requests nicely, and all of them wait at the same next door.",
    },
  },
  stars: {
    two: "Availability is at least 99.6 %.",
    three: "Availability is at least 99.3 % even when a balancer node dies as well.",
  },
  debrief:
    "One public door, private rooms behind it. A dead server leaves the pool after interval × misses, a new one joins by itself, and a fault costs 1/N for that long. The data tier still has one of everything.",
  questions: [
    {
      id: "04-load-balancer-q1",
      question: "What does a load balancer give you?",
      answer:
        "One public address, traffic spread over a pool, health checks that route around dead servers, and growth by adding servers behind it, while the web servers stay private.",
      facts: ["F50", "F51", "F52", "F57", "F60"],
    },
    {
      id: "04-load-balancer-q2",
      question: "Why are there private IPs behind it?",
      answer:
        "They are reachable only inside the network, so clients and attackers cannot contact servers directly. The balancer is the single controlled entrance, for filtering, TLS and limits.",
      facts: ["F52", "F53", "F54"],
    },
    {
      id: "04-load-balancer-q3",
      question: "How long does the failure of a server hurt?",
      answer:
        "Check interval times failure threshold, plus draining; the share that is hurt is 1/N. Shorter checks, or retrying failed connections on another server, cut it. Too short a check gives false alarms.",
      facts: ["S6"],
    },
  ],
  cards: [
    {
      id: "04-load-balancer-c1",
      question: "What does a load balancer do with the incoming traffic?",
      answer: "It distributes it (evenly) among the web servers of a load-balanced set.",
      facts: ["F50"],
    },
    {
      id: "04-load-balancer-c2",
      question: "Which kind of IP do servers use between themselves, and why?",
      answer: "Private IPs, for security.",
      facts: ["F53"],
    },
    {
      id: "04-load-balancer-c3",
      question: "From where can a private IP be reached?",
      answer: "Only from servers in the same network, not from the internet.",
      facts: ["F54"],
    },
    {
      id: "04-load-balancer-c4",
      question: "Balancer and second web server are in place. Which tier still has no failover?",
      answer: "The data tier: its one database has no failover and no redundancy.",
      facts: ["F61"],
    },
  ],
  factCards: [
    {
      id: "04-load-balancer-f1",
      kind: "correction",
      text: "The notes say that a load balancer distributes traffic evenly. More exactly: that depends on its algorithm and on long connections. And equal numbers of requests are not equal loads, since one request may cost a hundred times another.",
      facts: ["X5", "F50"],
    },
    {
      id: "04-load-balancer-f2",
      kind: "correction",
      text: "The notes say that load balancers handle growth by adding more servers to the pool. More exactly: people add servers, or an auto-scaler does. The balancer only begins to use them, which is quite enough.",
      facts: ["X6", "F60"],
    },
    {
      id: "04-load-balancer-f3",
      kind: "correction",
      text: "The notes say that a balancer and a second server solve the problem of no failover. More exactly: for the web tier. The balancer itself is now the one thing everybody passes through, and it needs a partner of its own.",
      facts: ["X7", "F56"],
    },
    {
      id: "04-load-balancer-f4",
      kind: "supplement",
      text: "Not in the chapter: time to detect = interval × misses. 30 s × 2 is a minute, 10 s × 2 is twenty seconds. Very eager checks have a price too: a server that is merely slow gets thrown out, and its load makes the others slow.",
      facts: ["S6"],
    },
    {
      id: "04-load-balancer-f5",
      kind: "supplement",
      text: "Not in the chapter: balancers come in pairs. Both watch each other, and a floating IP address moves to the survivor when one dies, here within 3 s. DNS need not change, so no resolver has anything to forget.",
      facts: ["S7"],
    },
    {
      id: "04-load-balancer-f6",
      kind: "supplement",
      text: "Not in the chapter: a retry on another server hides one fault, but if everything is slow, retries multiply the load that made it slow. So they get a budget (few attempts, a small share of all requests), a growing pause between them, and some jitter so that nobody returns in step.",
      facts: ["S10"],
    },
    {
      id: "04-load-balancer-f7",
      kind: "fun",
      text: "HAProxy, a balancer that anybody can download, was measured by its makers at 2 million requests a second on one 64-core machine. The balancer is rarely the part that is full.",
      facts: [],
    },
    {
      id: "04-load-balancer-f8",
      kind: "fun",
      text: 'When every server of a pool fails its health check, Amazon\'s load balancer sends traffic to all of them again: it "fails open". If everybody looks dead, it is more likely that the check is broken.',
      facts: [],
    },
  ],
};
