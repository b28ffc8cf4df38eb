import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Stateless web tier",
  promise: "Servers that forget can come and go",
  story:
    "Finance wants to stop paying for servers that sleep at night. Users complain that Pica logs them out for no reason. The two have the same cause: every web box keeps the sessions of its own users, and nobody dares to switch one off.",
  lesson: [
    {
      id: "08-stateless-p1",
      title: "A server that remembers",
      text: "A stateful server remembers its clients' data from one request to the next. User A's session and profile image live on server 1, so A must be sent to server 1. If a request of A's reaches server 2, authentication fails: server 2 has never heard of A.",
      facts: ["F141", "F142", "F143"],
    },
    {
      id: "08-stateless-p2",
      title: "Sticky sessions",
      text: "So every request of one client has to find the same server. Most load balancers offer sticky sessions for that: the balancer notes who belongs where and keeps sending them there. It works. It also ties people to machines, and machines do not last.",
      facts: ["F144", "F145"],
    },
    {
      id: "08-stateless-p3",
      title: "What stickiness costs",
      text: "Adding servers is hard: newcomers only get new sessions, while the old boxes keep their crowd. Removing one is harder: whoever lived there is logged out. And a failure is hardest to handle: the box dies, and one in N users loses the session along with it.",
      facts: ["F146", "F147"],
    },
    {
      id: "08-stateless-p4",
      title: "Move the memory out",
      text: "To scale the web tier horizontally, move state, such as session data, out of it. Good practice is to keep sessions in persistent storage, SQL or NoSQL, which every web server of the cluster can read. In the updated design that is where they live.",
      facts: ["F138", "F139", "F140", "F152"],
    },
    {
      id: "08-stateless-p5",
      title: "Any server, any user",
      text: "Now a request can go to any web server. It fetches the user's state from the shared store, one short hop away, and keeps none of it. Such a tier is simpler, more robust and easier to scale. The balancer may share out requests as it likes, and no box is anybody's home.",
      facts: ["F148", "F149", "F150", "F151"],
    },
    {
      id: "08-stateless-p6",
      title: "Which store?",
      text: "The shared store may be SQL, NoSQL and so on; the chapter notes NoSQL as easy to scale. Mind that a session is read on every request: 6,000 requests/s × 2 ms keep 12 cores of a relational primary busy. A replicated key-value pair costs $228 a month and does 20,000 operations/s.",
      facts: ["F153"],
    },
    {
      id: "08-stateless-p7",
      title: "Servers that come and go",
      text: "Once the state is out, auto-scaling is easy: add servers as the load rises, remove them as it falls, and nobody is logged out. A newcomer needs about 90 s to boot and join, so aim for a utilisation that leaves room for what arrives meanwhile.",
      facts: ["F154"],
    },
    {
      id: "08-stateless-p8",
      title: "HTTP forgets by design",
      text: "HTTP is a stateless protocol. Each request is an independent transaction, and the server keeps no information about the client's earlier ones. Therefore each request carries everything that is needed to understand and fulfil it.",
      facts: ["F155", "F156", "F157"],
    },
    {
      id: "08-stateless-p9",
      title: "Remembering all the same",
      text: "What must be remembered, such as a session or an auth token, is managed explicitly: by cookies, URL parameters or other means. With cookies, sessions or tokens, applications build stateful behaviour on top of HTTP, and people get an interactive, personal Pica over a protocol that forgets them each time.",
      facts: ["F158", "F159", "F160"],
    },
  ],
  figures: [
    {
      id: "08-stateless-d1",
      title: "Stateful: everybody has a home",
      lines: [
        "  ┌────────┐                            ┌─────────────────────────────────┐",
        "  │ user A │────────── sticky ─────────▶│ server 1  session A, picture A  │",
        "  └────────┘                            └─────────────────────────────────┘",
        "  ┌────────┐                            ┌─────────────────────────────────┐",
        "  │ user B │────────── sticky ─────────▶│ server 2  session B, picture B  │",
        "  └────────┘                            └─────────────────────────────────┘",
        "  ┌────────┐                            ┌─────────────────────────────────┐",
        "  │ user C │────────── sticky ─────────▶│ server 3  session C, picture C  │",
        "  └────────┘                            └─────────────────────────────────┘",
        "",
        '  user A ──▶ server 2 :  "Who are you?"          ✗ authentication fails',
      ],
      facts: ["D20", "F142", "F143", "F144"],
    },
    {
      id: "08-stateless-d2",
      title: "Stateless: nobody needs one",
      lines: [
        "  ┌────────┐         ┌──────────┐",
        "  │ user A │────┐ ┌─▶│ server 1 │──┐",
        "  └────────┘    │ │  └──────────┘  │",
        "  ┌────────┐    │ │  ┌──────────┐  │ fetch state  ┌────────────────────┐",
        "  │ user B │────┼─┼─▶│ server 2 │──┼─────────────▶│    shared store    │",
        "  └────────┘    │ │  └──────────┘  │              │ session A  picture │",
        "  ┌────────┐    │ │  ┌──────────┐  │              │ session B  picture │",
        "  │ user C │────┘ └─▶│ server 3 │──┘              │ session C  picture │",
        "  └────────┘         └──────────┘                 └────────────────────┘",
        "",
        "  any user         any server                       one memory for all",
      ],
      facts: ["D21", "F148", "F149"],
    },
    {
      id: "08-stateless-d3",
      title: "Pica with a session store",
      lines: [
        "            ┌─────┐    ┌─────────────┐",
        "         ┌─▶│ DNS │ ┌─▶│ CDN: static │    auto-scaling: boxes come and go",
        "         │  └─────┘ │  └─────────────┘    ◀─────────────────────────────▶",
        "  ┌──────┴┐         │  ┌──────────┐   ┌─────────────────────────────────┐",
        "  │ users │─────────┴─▶│ balancer │──▶│  web 1    web 2    …    web n   │",
        "  └───────┘            └──────────┘   └────┬──────────┬──────────┬──────┘",
        "               ┌───────────────────────────┘          │          │",
        "       ┌───────▼───────┐                     ┌────────▼─────┐  ┌─▼─────┐",
        "       │ shared store  │                     │   primary    │  │ cache │",
        "       │ all sessions, │                     │  + replicas  │  └───────┘",
        "       │ NoSQL for one │                     └──────────────┘",
        "       └───────────────┘",
        "  no session on any web box: any of them may answer, any may leave",
      ],
      facts: ["D22", "F150", "F152", "F154"],
    },
  ],
  sentence: {
    text: "To scale the web tier horizontally, we need to move state (i.e. user session data) out of the web tier.",
    from: "chapter 1, stateless web tier",
  },
  prediction: {
    question:
      "A web box dies before lunch, and at night some may be switched off. How many sessions will your design lose, measured by all that are open at once?",
    options: {
      none: "None",
      few: "A few: less than one in fifty",
      "one-in-ten": "More: about one in ten or fifteen",
      many: "A fifth, or many times over",
    },
    explanation:
      "A session that lives on a box dies with the box: one of twelve takes a twelfth, and every box that is switched off at night takes its people along, one after another. Newcomers do not help: a sticky balancer sends every known user to the old box. With a shared store no box is anybody's home.",
  },
  hints: [
    "Look at the bars of the single boxes: in the flash crowd the old ones saturate first, while the new ones have little to do. And look at what each scale-in does to the sessions.",
    "Let every box serve every user: a shared session store, and no stickiness. After that the number of boxes may follow the day.",
    "Sessions in the shared pair ($228), sticky off, auto-scaling at 60 % between at least 4 and at most 24 boxes.",
  ],
  events: {
    "web-box-dies": "A web box dies. Who lived on it?",
    "flash-crowd": "Lunch break: a third more traffic than planned.",
    "night-scale-in": "Night. Boxes are switched off, one after another.",
    "session-store-node-dies": "A node of the session store dies.",
  },
  wrongAnswers: {
    naive: {
      title: "Auto-scaling, sessions still sticky",
      why: "Newcomers idle while the old boxes burn, because known users stay where their session is. And each scale-in logs people out: over the day, everybody.",
    },
    A: {
      title: "A fixed crowd of boxes, sticky",
      why: "Seventeen boxes never overload, and all of them are paid for all night. One crash still logs out everyone who lived on that box.",
    },
    B: {
      title: "A fixed crowd, with a shared store",
      why: "Correct and wasteful. No session is lost; but at 3 a.m. seventeen boxes share the work of three. What could come and go now does not.",
    },
    C: {
      title: "Auto-scaling with a target of 90 %",
      why: "At 90 % there is no room left for the 90 s that a new box needs to boot and join. The flash crowd is faster than that.",
    },
    D: {
      title: "Sessions in the primary, or in one cache node",
      why: "6,000 session reads/s × 2 ms are 12 cores of work for a 4-vCPU primary. A single unreplicated cache node is fast enough, and its restart logs out everybody.",
    },
  },
  stars: {
    two: "Pass with an average bill of at most $4,900.",
    three: "Nobody is logged out when a node of the session store dies, and the quiz on HTTP is answered.",
  },
  task: {
    question: "HTTP is stateless. How does a server know who asks?",
    options: {
      "each-request": "each request carries a cookie or token that says so",
      connection: "the connection stays open, and the server remembers it",
      address: "by the IP address the request comes from",
    },
  },
  debrief:
    "HTTP forgets by design; what you must remember about a user belongs in a shared store, not in the server that happened to answer. Then servers are interchangeable, a crash costs nobody a login, and the fleet can follow the day.",
  questions: [
    {
      id: "08-stateless-q1",
      question: "Stateful or stateless web tier?",
      answer:
        "A stateful server keeps client data, so each user must come back to the same one. Stateless servers fetch state from a shared store: any of them can answer, so scaling and failures are simple to handle. For horizontal scaling, move the state out.",
      facts: ["F138", "F141", "F144", "F148", "F149"],
    },
    {
      id: "08-stateless-q2",
      question: "What is wrong with sticky sessions?",
      answer:
        "They skew the load, new servers stay idle, and removing or losing a server loses its sessions; deployments hurt for the same reason. They put the problem off instead of moving the state out.",
      facts: ["F146", "F147"],
    },
    {
      id: "08-stateless-q3",
      question: "HTTP is stateless, so how does a login work?",
      answer:
        "The server keeps the session in a shared store, or signs a token. The client sends the cookie or token with every request, which thus carries everything needed to identify the user.",
      facts: ["F157", "F158", "F159"],
    },
  ],
  cards: [
    {
      id: "08-stateless-c1",
      question: "What must leave the web tier before it can scale horizontally?",
      answer: "State, such as user session data.",
      facts: ["F138"],
    },
    {
      id: "08-stateless-c2",
      question: "Which feature of a load balancer sends each client to the same server every time?",
      answer: "Sticky sessions; most load balancers offer them.",
      facts: ["F145"],
    },
    {
      id: "08-stateless-c3",
      question: "Give three words for what a stateless tier is, compared with a stateful one.",
      answer: "Simpler, more robust, more scalable.",
      facts: ["F151"],
    },
    {
      id: "08-stateless-c4",
      question: "Where can session data be kept, and what speaks for NoSQL?",
      answer: "In a shared store, SQL or NoSQL; NoSQL is easy to scale.",
      facts: ["F153"],
    },
    {
      id: "08-stateless-c5",
      question: "In what sense is HTTP stateless?",
      answer: "Each request is an independent transaction.",
      facts: ["F155"],
    },
    {
      id: "08-stateless-c6",
      question: "What does a server remember of a client's earlier requests, as far as HTTP is concerned?",
      answer: "Nothing.",
      facts: ["F156"],
    },
    {
      id: "08-stateless-c7",
      question: "By what means does the needed state travel with a request?",
      answer: "Cookies, URL parameters, or other mechanisms such as a token in a header.",
      facts: ["F158"],
    },
    {
      id: "08-stateless-c8",
      question: "With which three techniques do applications behave statefully on top of HTTP?",
      answer: "Cookies, sessions and tokens.",
      facts: ["F159"],
    },
  ],
  factCards: [
    {
      id: "08-stateless-f1",
      kind: "correction",
      text: "The notes say to keep sessions in persistent storage, SQL or NoSQL. More exactly: that is right, and in practice it is often Redis or Memcached with replication. What will not do is a cache that holds the only copy: when it restarts, everyone is logged out.",
      facts: ["F139", "X13"],
    },
    {
      id: "08-stateless-f2",
      kind: "fun",
      text: "A cookie is a small luggage label. The standard (RFC 6265) asks browsers to allow at least 4,096 bytes for each: enough for the key to a session or a signed token, far too little for the luggage. And it is carried along with every request.",
      facts: ["F157"],
    },
    {
      id: "08-stateless-f3",
      kind: "honesty",
      text: "Honest limits: in this level one tick is a minute, so a whole day fits into one run. The auto-scaler reads an average of the last 60 s, and a new box takes 90 s until it serves. Both figures are settings of ours; the order of magnitude is real.",
      facts: [],
    },
  ],
};
