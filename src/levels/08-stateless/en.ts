import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Stateless web tier",
  promise: "Servers that keep no state can come and go",
  story:
    "Finance does not want to pay for servers that are idle at night. Users complain that Pica logs them out for no reason. Both problems have the same cause: every web box keeps the sessions of its own users, so nobody dares to switch one off.",
  brief: [
    {
      id: "08-stateless-p1",
      title: "A server that keeps state",
      text: "A stateful server remembers its clients' data from one request to the next. User A's session and profile image live on server 1, so A must be sent to server 1. If a request of A reaches server 2, authentication fails, because server 2 has no session of A. And if server 1 is lost, A's uploaded image is lost with it.",
      facts: ["F141", "F142", "F143"],
    },
    {
      id: "08-stateless-p2",
      title: "Sticky sessions",
      text: "So every request of a client must go to the same server. Most load balancers offer sticky sessions for that: the balancer remembers the server of each client, usually in a cookie, and routes all its requests there. It works, but it ties users to machines, and machines fail.",
      facts: ["F144", "F145"],
    },
  ],
  lesson: [
    {
      id: "08-stateless-p3",
      title: "What sticky sessions cost",
      text: "Adding servers is hard: new ones get only new sessions, while the old ones stay overloaded. Removing a server is harder: its users are logged out. And failures are hardest to handle: when a box dies, one in N users loses the session with it.",
      facts: ["F146", "F147"],
    },
    {
      id: "08-stateless-p4",
      title: "Move the state out",
      text: "To scale the web tier horizontally, move state, such as session data, out of it. Good practice is to keep sessions in persistent storage, SQL or NoSQL, which every web server of the cluster can read. The updated design does that.",
      facts: ["F138", "F139", "F140", "F152"],
    },
    {
      id: "08-stateless-p5",
      title: "Any server, any user",
      text: "Now a request can go to any web server. It fetches the user's state from the shared store in half a millisecond and keeps none of it. A stateless tier is simpler, more robust and easier to scale. The balancer may send each request to any box.",
      facts: ["F148", "F149", "F150", "F151"],
    },
    {
      id: "08-stateless-p6",
      title: "Which store?",
      text: "The shared store may be SQL, NoSQL and so on; the chapter notes NoSQL as easy to scale. A session is read on every request: 60,000 requests/s × 0.2 ms would keep 12 cores of a relational primary busy. The pair in this shop costs $456 a month: one node of 4 vCPU answers 200,000 operations/s from memory, and the other is its copy, ready to take over.",
      facts: ["F153"],
    },
    {
      id: "08-stateless-p7",
      title: "Servers that come and go",
      text: "Once the state is out, auto-scaling is easy: add servers as the load rises, remove them as it falls, and nobody is logged out. A new box needs about 90 s to boot and join. Until then the others must carry what arrives: with a target of 60 % utilization they can take two thirds more, with 90 % only a ninth.",
      facts: ["F154"],
    },
    {
      id: "08-stateless-p8",
      title: "HTTP is stateless",
      text: "HTTP is a stateless protocol. Each request is an independent transaction, and the server keeps no information about the client's earlier ones. Therefore each request carries everything that is needed to understand and fulfill it.",
      facts: ["F155", "F156", "F157"],
    },
    {
      id: "08-stateless-p9",
      title: "State on top of HTTP",
      text: "State that is needed, such as a session or an auth token, is managed explicitly: with cookies, URL parameters or other mechanisms. With cookies, sessions or tokens, applications build stateful behavior on top of HTTP, and users get an interactive, personal Pica. Prefer cookies: an id in a URL leaks through logs and shared links.",
      facts: ["F158", "F159", "F160"],
    },
  ],
  figures: [
    {
      id: "08-stateless-d1",
      title: "Stateful: each user has one server",
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
      title: "Stateless: any server for any user",
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
        "  any user         any server                       one store for all",
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
        "  no session on any web box: each may answer, each may be removed",
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
      "A web box dies before lunch, and at night some may be switched off. What share of the sessions that are open at a time will your design lose over the day?",
    options: {
      none: "None",
      few: "A few: less than one in fifty",
      "one-in-ten": "More: about one in ten or fifteen",
      many: "A fifth, or many times over",
    },
    explanation:
      "A session that is kept on a box is lost with the box. One of ten boxes takes a tenth, and every box that is switched off at night takes its share as well. More boxes do not help, because a sticky balancer sends every known user to the old box. With a shared store the loss of a box loses no session.",
  },
  hints: [
    "Let every box serve every user: use a shared session store and turn sticky sessions off. Then let auto-scaling follow the load.",
    "Put the sessions in the shared pair ($456) and turn sticky off. Set auto-scaling to 60 %, with at least 4 and at most 24 boxes.",
  ],
  events: {
    "web-box-dies": "A web box dies.",
    "flash-crowd": "A flash crowd brings a third more traffic at lunch.",
    "night-scale-in": "Traffic falls for the night.",
    "session-store-node-dies": "A node of the session store dies.",
  },
  wrongAnswers: {
    naive: {
      title: "Auto-scaling, sessions still sticky",
      why: "The new boxes are nearly idle, because known users stay where their session is. And each scale-in logs users out: over the day, everybody.",
    },
    A: {
      title: "A fixed number of boxes, sticky",
      why: "Seventeen boxes never overload, but all of them are paid for all night. And one crash still logs out every user of that box.",
    },
    B: {
      title: "A fixed number, with a shared store",
      why: "It is correct and wasteful. No session is lost, but at 3 a.m. seventeen boxes share the work of two. The boxes could be scaled in now, and nothing does it.",
    },
    C: {
      title: "Auto-scaling with a target of 90 %",
      why: "Boxes at 90 % can take only a ninth more for the 90 s that a new box needs to boot and join. The flash crowd brings a third more at once.",
    },
    D: {
      title: "Sessions in the primary database",
      why: "60,000 session reads/s × 0.2 ms are 12 cores of work for a primary with 4 vCPU. Sessions in SQL are fine for a small site; here every request would wait for them.",
    },
  },
  stars: {
    two: "Pass with an average bill of at most $6,850.",
    three: "Pass with a crowd of 108,000 requests a second, answer the question on HTTP. The audit holds.",
  },
  task: {
    question: "HTTP is stateless. How does a server know which user a request comes from?",
    options: {
      "each-request": "each request carries a cookie or token that says so",
      connection: "the connection stays open, and the server remembers it",
      address: "by the IP address the request comes from",
    },
  },
  debrief:
    "HTTP is stateless. Keep what you must know about a user in a shared, replicated store, not in the server that happened to answer. Then servers are interchangeable, a crash logs nobody out, and the number of servers can follow the load of the day.",
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
        "They skew the load, new servers stay idle, and removing or losing a server loses its sessions: with N servers one user in N. Deployments hurt for the same reason. Sticky sessions can be right for a local cache, where a lost server costs speed and not data.",
      facts: ["F146", "F147"],
    },
    {
      id: "08-stateless-q3",
      question: "HTTP is stateless, so how does a login work?",
      answer:
        "After the password is checked, the server stores a session in a shared store and sets its id as a cookie, or it signs a token (JWT). The client sends it with every request. A session can be deleted to log a user out. A token needs no lookup but is valid until it expires, so keep its life short.",
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
      question: "What are three advantages of a stateless tier over a stateful one?",
      answer: "It is simpler, more robust and more scalable.",
      facts: ["F151"],
    },
    {
      id: "08-stateless-c4",
      question: "Where can session data be kept, and why choose NoSQL?",
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
      text: "The notes say to keep sessions in persistent storage, SQL or NoSQL. More exactly: that is right, and in practice it is often Redis or Memcached with replication. But a cache without a copy is not enough: when it restarts, everybody is logged out.",
      facts: ["F139", "X13"],
    },
    {
      id: "08-stateless-f2",
      kind: "fun",
      text: "Cookies are small. The standard (RFC 6265) asks browsers to allow at least 4,096 bytes for each. That is enough for the id of a session or a signed token. A larger state would slow every request down, because the cookie is sent with each of them.",
      facts: ["F157"],
    },
    {
      id: "08-stateless-f3",
      kind: "honesty",
      text: "In this level one tick is a minute, so a whole day fits into one run. The auto-scaler reads an average of the last 60 s, and a new box takes 90 s until it serves. Both are settings of this game, in a realistic range. Boxes are switched off at once here; real ones finish their open requests first, which is called draining.",
      facts: [],
    },
  ],
};
