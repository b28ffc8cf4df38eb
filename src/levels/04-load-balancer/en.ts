import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Load balancer",
  promise: "One public address, private servers behind it",
  story:
    "The commercial has brought Pica to seven million daily users. On the day one of its posts goes viral, a web server dies for good, and DNS keeps sending users to it. Later that day somebody scans every public address of Pica and attacks whatever answers.",
  brief: [
    {
      id: "04-load-balancer-p1",
      title: "One entrance for all",
      text: "As long as users connect straight to a web server, an offline server shuts them out, and an overloaded one is slow or fails. A load balancer answers both problems. It stands in front of a set of web servers, the load-balanced set, and distributes the incoming traffic evenly among them.",
      facts: ["F47", "F48", "F49", "F50"],
    },
  ],
  lesson: [
    {
      id: "04-load-balancer-p2",
      title: "One public address",
      text: "Users connect to the public IP of the load balancer; from now on the DNS record points there. The web servers are no longer directly reachable by clients. Whoever scans the public addresses of Pica finds the balancer and nothing else.",
      facts: ["F51", "F52"],
    },
    {
      id: "04-load-balancer-p3",
      title: "Private addresses",
      text: "Between the servers private IPs are used, for security. A private IP can be reached only by servers in the same network, never from the internet. The load balancer talks to the web servers through private IPs only. A public address is attack surface: attackers reach an open port or an admin page, past the balancer's TLS, authentication and rate limits. A firewall can close ports on public addresses as well.",
      facts: ["F53", "F54", "F55"],
    },
    {
      id: "04-load-balancer-p4",
      title: "A server dies, the site does not",
      text: "With a load balancer and a second server, the web tier has its failover, and its availability improves. If server 1 goes offline, all its traffic is routed to server 2, and the site stays up. With eight servers the other seven share the work of the dead one, so plan for N − 1: they must have room for it.",
      facts: ["F56", "F57"],
    },
    {
      id: "04-load-balancer-p5",
      title: "How it notices",
      text: "Not in the chapter: the balancer sends each server a health check at an interval. After a number of failed checks in a row, the failure threshold, it takes the server out of the pool. Here the threshold is two. Until then the dead server keeps its share of the requests. You can also buy retries: a refused request goes to another server at once.",
      facts: ["S6"],
    },
    {
      id: "04-load-balancer-p6",
      title: "A new server joins",
      text: "When a new healthy server is added to the pool, the load is balanced again. Growth works the same way: when traffic rises fast and two servers are not enough, add servers. The load balancer starts to send requests to them automatically. There is nothing else to set.",
      facts: ["F58", "F59", "F60"],
    },
    {
      id: "04-load-balancer-p7",
      title: "It adds no capacity",
      text: "A balancer spreads the load over the capacity you have. It adds none. Six boxes with 8 vCPU are saturated at 23,000 requests a second, with or without a balancer. Count the boxes that are left after one has died, and compare their capacity with the peak. Then do the same sum for the database behind them.",
      facts: [],
    },
    {
      id: "04-load-balancer-p8",
      title: "What is still a single point of failure",
      text: "The web tier can now lose a server. The data tier cannot: there is one database, with no failover and no redundancy, and every page needs it. The next level repairs that. The balancer itself is a single point of failure too if you have bought only one.",
      facts: ["F61"],
    },
  ],
  figures: [
    {
      id: "04-load-balancer-d1",
      title: "One public address, private servers",
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
        "  internet                       the entrance     not on the internet",
      ],
      facts: ["D9", "D10", "F51", "F53"],
    },
    {
      id: "04-load-balancer-d2",
      title: "From the crash to the failover (not in the chapter)",
      lines: [
        "check every 30 s, failure threshold 2",
        "",
        "         dies   1st failed check       2nd failed check",
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
      "At t=200 a web server dies and is not replaced. For how long will requests fail because they were sent to it?",
    options: {
      "not-at-all": "Not at all: no user will notice",
      seconds: "For some seconds, less than 45",
      "a-minute": "For about a minute",
      "to-the-end": "To the end of the night",
    },
    explanation:
      "DNS alone never notices, so the dead server keeps its share to the end. A balancer needs two failed checks, 30 s apart: 30 to 60 s pass, 45 s on average, before it takes the server out of the pool. A shorter interval shortens that. A retry on another server hides it from the users.",
  },
  hints: [
    "The dead server calls for a load balancer with health checks. The overload calls for more web boxes; the database has room. Keep the web boxes on private IPs.",
    "Buy a load balancer ($140) and eight web boxes with 8 vCPU on private IPs. The relational database stays at 8 vCPU.",
  ],
  events: {
    "server-dies": "A web server dies and does not come back.",
    viral: "A post goes viral.",
    "slow-server": "One web server works at a fifth of its speed.",
    "port-scan": "A scan finds every public address, and attacks follow.",
    "balancer-dies": "A load balancer node dies.",
  },
  wrongAnswers: {
    naive: {
      title: "More boxes, still on DNS",
      why: "Capacity was not the problem. DNS makes no health checks, so one user in eight is sent to the dead server for the rest of the day.",
    },
    A: {
      title: "A balancer, and no more servers",
      why: "A balancer distributes load, it does not create capacity. One of the six boxes has died, and the five that are left are overloaded by the viral post.",
    },
    B: {
      title: "A balancer in front of two boxes with 32 vCPU",
      why: "When one box dies, half of the capacity is gone. The other half does 14,900 requests a second, which is enough for an ordinary hour and not for the viral post with its 20,000. Failover leads straight into overload.",
    },
    C: {
      title: "The web boxes keep their public IPs",
      why: "The scan finds an open port on one of them, and strangers take it over. The box is out of service to the end, and seven boxes with one more already dead are too few. Whoever owns a server inside can also try the database.",
    },
    D: {
      title: "A smaller database, to pay for the balancer",
      why: "20,000 requests a second × 0.24 ms are 4.7 cores of work on 3.5. The balancer spreads the requests well, but all of them then queue at the database.",
    },
  },
  stars: {
    two: "Availability is at least 99.6 %.",
    three:
      "Slow server, dead balancer node: availability at least 99.3 %, p99 at most 100 ms. The audit holds.",
  },
  debrief:
    "Users reach one public address, and the servers behind it are private. A dead server leaves the pool after check interval × failure threshold, and until then 1/N of the requests fail. A new server joins automatically. The data tier still has one of everything.",
  forReal: "With real processes, on your own machine: play real level 4",
  questions: [
    {
      id: "04-load-balancer-q1",
      question: "What does a load balancer give you?",
      answer:
        "One public address, traffic spread over a pool, health checks that take failed instances out, and growth by adding instances, while the web servers stay private. It also ends TLS and is the place for rate limits. It is a single point of failure itself unless it comes as a pair.",
      facts: ["F50", "F51", "F52", "F57", "F60"],
    },
    {
      id: "04-load-balancer-q2",
      question: "Why are there private IPs behind it?",
      answer:
        "They shrink the attack surface. Only servers in the same network can reach a private IP, so nobody can try an open port, an admin page or the database from the internet. The balancer is the one controlled entrance for TLS, authentication, filtering and rate limits. Firewall rules add a second barrier.",
      facts: ["F52", "F53", "F54"],
    },
    {
      id: "04-load-balancer-q3",
      question: "How long does the failure of a server hurt?",
      answer:
        "At most check interval times failure threshold, plus timeouts; on average half an interval less. With 30 s and 2 that is 30 to 60 s. The share that fails is 1/N. Shorter checks, or retrying failed connections on another server, reduce it. Checks that are too eager take healthy but slow servers out.",
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
      text: "The notes say that a load balancer distributes traffic evenly. More exactly: that depends on its algorithm and on long connections. And equal numbers of requests are not equal loads, since one request may cost a hundred times as much as another.",
      facts: ["X5", "F50"],
    },
    {
      id: "04-load-balancer-f2",
      kind: "correction",
      text: "The notes say that load balancers handle growth by adding more servers to the pool. More exactly: people add servers, or an auto-scaler does. The balancer only begins to use them.",
      facts: ["X6", "F60"],
    },
    {
      id: "04-load-balancer-f3",
      kind: "correction",
      text: "The notes say that a balancer and a second server solve the problem of no failover. More exactly: for the web tier only. Every request now passes the balancer, so it needs redundancy as well.",
      facts: ["X7", "F56"],
    },
    {
      id: "04-load-balancer-f4",
      kind: "supplement",
      text: "Not in the chapter: time to detect is at most check interval × failure threshold. 30 s × 2 is a minute, 10 s × 2 is twenty seconds. Very eager checks have a price: a server that is only slow is taken out, and its load makes the others slow.",
      facts: ["S6"],
    },
    {
      id: "04-load-balancer-f5",
      kind: "supplement",
      text: "Not in the chapter: balancers come in pairs. They watch each other, and when one dies its floating IP address moves to the other, here within 3 s. The DNS record stays the same, so nobody has to wait for a TTL.",
      facts: ["S7"],
    },
    {
      id: "04-load-balancer-f6",
      kind: "supplement",
      text: "Not in the chapter: a retry on another server hides one fault, but if everything is slow, retries multiply the load. So they get a budget: few attempts, and a small share of all requests. Retry only what was refused, or what is idempotent; otherwise an order may be placed twice.",
      facts: ["S10"],
    },
    {
      id: "04-load-balancer-f7",
      kind: "fun",
      text: "HAProxy, a balancer that anybody can download, was measured by its makers at 2 million requests a second on one 64-core machine. The balancer is rarely the bottleneck.",
      facts: [],
    },
    {
      id: "04-load-balancer-f8",
      kind: "fun",
      text: 'When every server of a pool fails its health check, Amazon\'s load balancer sends traffic to all of them again: it "fails open". If everybody looks dead, it is more likely that the check is broken.',
      facts: [],
    },
    {
      id: "04-load-balancer-f9",
      kind: "supplement",
      text: "Not in the chapter: a layer 4 balancer (L4) forwards TCP connections and knows only addresses and ports. It is cheap and fast. A layer 7 balancer (L7) ends TLS and reads HTTP, so it can route by path, set cookies, retry a request and limit rates. The one in this game retries and knows cookies, so it is an L7.",
      facts: [],
    },
    {
      id: "04-load-balancer-f10",
      kind: "supplement",
      text: "Not in the chapter: round robin takes the servers in turn and feeds a slow one as much as a fast one. Least connections picks the server with the fewest open requests, so a slow one gets less. Two choices looks at two random servers and takes the emptier, which is nearly as good and needs no shared count. The shop sells all of these.",
      facts: [],
    },
  ],
};
