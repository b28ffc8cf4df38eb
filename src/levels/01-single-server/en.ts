import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Single server",
  promise: "One box, one name, one night on the front page",
  story:
    "Pica, a new photo-sharing site, goes live tonight. 50,000 people from its waiting list will use it every day. The rack is empty, and nobody can find the site by name yet. Later tonight a news site will put it on its front page, and six times the usual traffic will arrive.",
  brief: [
    {
      id: "01-single-server-p3",
      title: "A name before an address",
      text: "People reach a site by its domain name, such as api.mysite.com, not by its IP address. DNS, the Domain Name System, translates the name into the address. Usually it is a paid service of a third party. It costs a dollar a month here and uses none of your processor time. Without a domain no request finds you at all.",
      facts: ["F5", "F6", "F7"],
    },
    {
      id: "01-single-server-p9",
      title: "How to read the goals",
      text: "A p95 of 60 ms means that 95 of 100 requests are answered within 60 ms. Availability is the share of requests that are answered properly. An error is a failure, and so is a wait of more than 3 s. Every goal must be met within the budget. Prices are monthly rates, and the bill counts everything you own.",
      facts: [],
    },
  ],
  lesson: [
    {
      id: "01-single-server-p1",
      title: "A journey, not a project",
      text: 'This game follows readers\' notes on chapter 1 of Alex Xu\'s "System Design Interview": "Scale from zero to millions of users", step by step. Building for millions is hard, and it is never finished: it is a journey of constant refinement. So traffic keeps growing from level to level, and as a rule a level starts with a design that would pass the one before.',
      facts: ["F1", "F2", "F3"],
    },
    {
      id: "01-single-server-p2",
      title: "Everything on one server",
      text: "The simplest system that works is one server that runs everything: the web application, the database, the cache. There is nothing to connect and one thing to pay for. But all of them share one processor and one memory. Work for the database slows the pages down, and whatever happens to that box happens to all of Pica.",
      facts: ["F4"],
    },
    {
      id: "01-single-server-p4",
      title: "Four steps to a page",
      text: "One: the user asks for your domain name. Two: DNS returns an IP address, say 15.125.23.214, to the browser or the mobile app. Three: HTTP requests go directly to that address, which is your web server. DNS is not asked again until its answer expires. Four: the server returns an HTML page or JSON, to be rendered. Remember the order: name, IP, HTTP, HTML or JSON.",
      facts: ["F8", "F9", "F11", "F12"],
    },
    {
      id: "01-single-server-p5",
      title: "Where the traffic comes from",
      text: "Traffic has two sources: a web application and a mobile application. Tonight 70 % of the requests come from browsers and want HTML; 30 % come from the app and want JSON. The trace of a request shows which of the two it was. Both take the same path: they ask DNS first, then talk HTTP to the same box.",
      facts: ["F13", "F11"],
    },
    {
      id: "01-single-server-p6",
      title: "Two kinds of code",
      text: "A web application combines two kinds of code. Server-side languages, such as Java or Python, do the work behind the page: business logic, storage and the like. Client-side languages, HTML (with CSS) and JavaScript, do the presentation in the browser. Only server-side code costs processor time on your box. Client-side code runs on the visitor's device.",
      facts: ["F14", "F15", "F16"],
    },
    {
      id: "01-single-server-p7",
      title: "What the app and the server speak",
      text: "HTTP, the Hypertext Transfer Protocol, is how the mobile app and the web server communicate; IP, the Internet Protocol, supplies the addresses. The answers commonly come as JSON, JavaScript Object Notation. It became the usual format of API responses because it is simple: people can read it, and every language can parse it.",
      facts: ["F10", "F17", "F18"],
    },
    {
      id: "01-single-server-p8",
      title: "An estimate on the back of an envelope",
      text: "On a quiet evening 100 requests arrive each second. Each needs about 2.25 ms of processor time: 2 for the page, the rest for the database. That is 0.225 seconds of work in every second, and one core can do one second of work in a second. Do the same sum for the front page, with 600 requests a second. Work that does not fit waits, and the backlog grows as long as the peak lasts.",
      facts: [],
    },
  ],
  figures: [
    {
      id: "01-single-server-d1",
      title: "Everything on one server",
      lines: [
        "                          one server",
        "┌─────────────┐           ┌────────────────────────────────────────────┐",
        "│ web browser ├──┐        │  ┌───────────┐  ┌──────────┐  ┌─────────┐  │",
        "└─────────────┘  │  HTTP  │  │  web app  │  │ database │  │  cache  │  │",
        "                 ├───────▶│  └─────┬─────┘  └────┬─────┘  └────┬────┘  │",
        "┌─────────────┐  │        │        └─────────────┼─────────────┘       │",
        "│ mobile app  ├──┘        │           ┌──────────┴──────────┐          │",
        "└─────────────┘           │           │ one CPU, one memory │          │",
        "                          │           └─────────────────────┘          │",
        "                          └────────────────────────────────────────────┘",
      ],
      facts: ["D1", "D2", "F4", "F13"],
    },
    {
      id: "01-single-server-d2",
      title: "The path of a request",
      lines: [
        "┌───────────────┐                                  ┌─────────────────┐",
        "│               │  1  api.mysite.com?              │                 │",
        "│               ├─────────────────────────────────▶│       DNS       │",
        "│               │  2  15.125.23.214                │   third party   │",
        "│     user      │◀─────────────────────────────────┤                 │",
        "│               │                                  └─────────────────┘",
        "│  web browser  │                                  ┌─────────────────┐",
        "│  mobile app   │  3  HTTP request                 │                 │",
        "│               ├─────────────────────────────────▶│   web server    │",
        "│               │  4  HTML page or JSON            │  15.125.23.214  │",
        "│               │◀─────────────────────────────────┤                 │",
        "└───────────────┘                                  └─────────────────┘",
      ],
      facts: ["D3", "D4", "F8", "F9", "F11", "F12"],
    },
    {
      id: "01-single-server-d3",
      title: "An example of a JSON response",
      lines: [
        "┌────────────┐  GET /photos/12   ┌────────────┐",
        "│ mobile app ├──────────────────▶│ web server │",
        "└────────────┘                   └──────┬─────┘",
        "        ▲     200 application/json      │",
        "        └───────────────────────────────┘",
        "    {",
        '      "id": 12,',
        '      "title": "Harbor at dawn",',
        '      "owner": { "id": 7, "name": "Mina" },',
        '      "image": "/photos/12.jpg",',
        '      "tags": ["sea", "morning"],',
        '      "likes": 42',
        "    }",
      ],
      facts: ["D5", "D6", "F19"],
    },
  ],
  sentence: {
    text: "Everything is running on one server (web app, database, cache, etc).",
    from: "chapter 1, Single server setup",
  },
  prediction: {
    question:
      "The front page sends 600 requests a second, and each needs 2.25 ms of processor time on your box. How busy will the box be then, in percent of what it can do?",
    options: {},
    unit: ["%", "%"],
    explanation:
      "Multiply the arrival rate by the work per request: 600 × 2.25 ms are 1.35 seconds of work in every second. One core does one; two cores of one box get in each other's way and do a little less than two. Whatever is above 100 % waits. This product is the most useful sum in the game: it tells you what to buy before you buy it.",
  },
  hints: [
    "You need a box with more than one core. You also need a domain name, or nobody can reach the site.",
    "Buy the domain with DNS ($1) and one box with 2 vCPU ($70).",
  ],
  events: {
    "front-page": "A news site puts Pica on its front page.",
    "front-page-over": "The front page moves on to another story.",
    restart: "The server process restarts and is away for 15 s.",
  },
  wrongAnswers: {
    naive: {
      title: "The smallest box",
      why: "One core gets 1.35 cores of work, so the backlog grows all through the peak and requests time out.",
    },
    A: {
      title: "32 vCPU, so that we never have to scale",
      why: "Sixteen times the money buys almost the same latency, because idle cores do not make a single request faster. And the large box restarts exactly like a small one.",
    },
    B: {
      title: "Print the IP address in the ad",
      why: "People remember names, not numbers. And the address changes when the box is replaced, while the printed ad does not.",
    },
    C: {
      title: "Two boxes, for safety",
      why: "Not yet: the database runs on the same box as everything else. A second box would have a database of its own, and users would see two different Picas.",
    },
  },
  stars: {
    two: "The whole setup costs at most $80 a month.",
    three: "Put the four steps of a request in order from the trace.",
  },
  task: {
    question: "Put the four steps of a request in order, from the name to the page.",
    options: {
      name: "the user asks for a domain name",
      address: "DNS returns an IP address",
      request: "an HTTP request goes to that address",
      answer: "the server returns HTML or JSON",
    },
  },
  debrief:
    "Name, DNS, IP, HTTP, then HTML or JSON: tonight one box answered all of it. You sized it by multiplying arrival rate and work per request. The restart hit every user, whatever the size of the box. Size is not safety.",
  forReal: "With real processes, on your own machine: play real level 1",
  questions: [
    {
      id: "01-single-server-q1",
      question: "What happens when a user opens your site?",
      answer:
        "The browser needs an address: its caches, else a resolver that walks from the root to your name servers and keeps it for its TTL. TCP costs one round trip, TLS another, the HTTP request a third. An edge answers files; for the page a web server asks cache and database and sends HTML or JSON. The browser renders it and fetches scripts, styles and images on open connections. Far away, round trips cost most of the time.",
      facts: ["F5", "F8", "F9", "F11", "F12"],
    },
    {
      id: "01-single-server-q2",
      question: "Why is DNS usually a third-party service?",
      answer:
        "It must answer quickly, everywhere, even while your own servers are down. Providers run name servers around the world, behind anycast addresses. You pay a small bill instead of operating such a fleet.",
      facts: ["F7"],
    },
    {
      id: "01-single-server-q3",
      question: "What are the weaknesses of one box for everything?",
      answer:
        "Web and database compete for the same CPU and memory, neither can be scaled alone, and any crash or restart takes the whole service down. There is no failover and no redundancy.",
      facts: ["F4"],
    },
  ],
  cards: [
    {
      id: "01-single-server-c1",
      question: "Is a system for millions of users ever finished?",
      answer: "No. It is hard to build, and it is a journey of continual refinement.",
      facts: ["F1"],
    },
    {
      id: "01-single-server-c2",
      question: "What does DNS stand for, and what does it do?",
      answer: "Domain Name System. It translates domain names into IP addresses.",
      facts: ["F6"],
    },
    {
      id: "01-single-server-c3",
      question: "What do HTTP and IP stand for?",
      answer: "Hypertext Transfer Protocol and Internet Protocol.",
      facts: ["F10"],
    },
    {
      id: "01-single-server-c4",
      question: "In which two forms does a web server answer, and to whom?",
      answer: "With an HTML page to browsers, with JSON to apps; they render it.",
      facts: ["F11"],
    },
    {
      id: "01-single-server-c5",
      question: "Name the four steps on the path of a request, in order.",
      answer: "Domain name, IP address, HTTP request, HTML or JSON.",
      facts: ["F12"],
    },
    {
      id: "01-single-server-c6",
      question: "What are server-side languages used for? Name two.",
      answer: "For business logic, storage and the like. Java and Python, for example.",
      facts: ["F15"],
    },
    {
      id: "01-single-server-c7",
      question: "What are client-side languages used for? Name two.",
      answer: "For presentation. HTML and JavaScript.",
      facts: ["F16"],
    },
    {
      id: "01-single-server-c8",
      question: "Which protocol do the mobile app and the web server use to communicate?",
      answer: "HTTP.",
      facts: ["F17"],
    },
    {
      id: "01-single-server-c9",
      question: "What is JSON, and why is it the common API format?",
      answer: "JavaScript Object Notation. It is common because it is simple.",
      facts: ["F18"],
    },
  ],
  factCards: [
    {
      id: "01-single-server-f1",
      kind: "correction",
      text: "The notes say that DNS is a paid third-party service, not hosted on one's own servers. More exactly: that is usual, and wise, but you can run your own name servers, and some DNS hosting is free.",
      facts: ["X1", "F7"],
    },
    {
      id: "01-single-server-f2",
      kind: "correction",
      text: 'The notes say in one place that DNS is the "Domain name service". More exactly: the S stands for System. It is a system of many servers, and any number of companies sell a service on it.',
      facts: ["X2", "F6"],
    },
    {
      id: "01-single-server-f3",
      kind: "supplement",
      text: "Not in the chapter: what you measure is an indicator (SLI), the target you set is an objective (SLO), and what the target lets fail is the error budget. The goals here are low because ten minutes contain the faults of a year. Real targets: 99.9 % allows 43 minutes of outage a month, 99.99 % four. One restart of 15 s is already 6 % of the budget of a month at 99.99 %.",
      facts: ["S16"],
    },
    {
      id: "01-single-server-f4",
      kind: "honesty",
      text: "In this game the costs of encryption, of opening connections and of DNS caches are part of the round trips. In real life each has its own line in a trace. The one box has no cache here, only the web application and the database. Requests of the app cost as much as those of browsers.",
      facts: [],
    },
    {
      id: "01-single-server-f5",
      kind: "honesty",
      text: "The prices are list-like: close to what cloud providers printed for US regions, rounded, and sure to be out of date. The ratios between them teach more than the dollars.",
      facts: [],
    },
    {
      id: "01-single-server-f6",
      kind: "gloss",
      text: 'Step 1: 유저 도메인명 접속, "the user connects by domain name". DNS is 3rd party를 통한 유료서비스, "a paid service through a third party".',
      facts: ["K1", "F5", "F7"],
    },
    {
      id: "01-single-server-f7",
      kind: "gloss",
      text: 'Step 2: IP 주소이 browser나 mobile app에 반환, "the IP address is returned to the browser or mobile app". 주소 is address, 반환 is return.',
      facts: ["K2", "F8"],
    },
    {
      id: "01-single-server-f8",
      kind: "gloss",
      text: 'Step 3: IP가 주어지면, HTTP의 Request가 directly your web server로 전달된다, "once the IP is given, the HTTP request is passed directly to your web server".',
      facts: ["K3", "F9"],
    },
    {
      id: "01-single-server-f9",
      kind: "gloss",
      text: 'Step 4: 렌더링을 위한 HTML page or Json response을 Return한다, "returns an HTML page or JSON response for rendering". 렌더링 is rendering.',
      facts: ["K4", "F11"],
    },
    {
      id: "01-single-server-f10",
      kind: "gloss",
      text: 'traffic 은 두개의 sources 으로 온다, "traffic comes from two sources": web application and mobile application. 두개 is two.',
      facts: ["K5", "F13"],
    },
    {
      id: "01-single-server-f11",
      kind: "gloss",
      text: 'On the web application: 두개의 combination 구성, "made of a combination of two": server-side and client-side languages. 구성 is composition.',
      facts: ["K6", "F14"],
    },
    {
      id: "01-single-server-f12",
      kind: "gloss",
      text: '통신규약 is "communication protocol". That is what HTTP is between the mobile app and the web server.',
      facts: ["K7", "F17"],
    },
    {
      id: "01-single-server-f13",
      kind: "gloss",
      text: 'JSON 이 가장 널리쓰이는 API response format, "JSON is the most widely used API response format"; 이는 simplicity 때문이다, "that is because of its simplicity".',
      facts: ["K8", "F18"],
    },
    {
      id: "01-single-server-f14",
      kind: "gloss",
      text: "JSON format 예시 means JSON format example. 예시 is example. The notes show theirs only as a picture, so this game draws its own.",
      facts: ["K9", "F19"],
    },
  ],
};
