import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Content delivery network",
  promise: "Distance is physics: move the bytes closer",
  story:
    "Europe and Asia have discovered Pica, and there the pages crawl even when no server is tired. On the same day the free-bandwidth deal ends: from now on every byte that leaves the rack is billed. And this afternoon a new logo must appear everywhere at once.",
  lesson: [
    {
      id: "07-cdn-p1",
      title: "A network near everybody",
      text: "A content delivery network, or CDN, is a network of servers spread over the world that deliver static content. The one nearest to a user, the edge, does the work. Distance matters: a page is about eight round trips, and from Asia each takes 170 ms, from Europe 85, to an edge 20. No faster server shortens the cable.",
      facts: ["F114", "F116"],
    },
    {
      id: "07-cdn-p2",
      title: "What may live at the edge",
      text: "Static content is what looks the same to everybody: images, videos, CSS, JavaScript files. That is what a CDN caches. A home feed, a like or a login is made for one person at one moment and still travels to your own servers. So a CDN makes pages quicker and servers calmer; it does not replace them.",
      facts: ["F115"],
    },
    {
      id: "07-cdn-p3",
      title: "The first visitor: a miss",
      text: "User A asks for image.png by a URL whose domain belongs to the CDN provider, such as mysite.cloudfront.net. If the edge has no copy, it fetches the file from the origin: your web server, or an online storage such as Amazon S3. The first visitor of a region pays that detour for all who follow.",
      facts: ["F117", "F118"],
    },
    {
      id: "07-cdn-p4",
      title: "The second visitor: a hit",
      text: "The origin answers with the file and, if you like, a TTL header that says how long the copy may be kept. The edge stores it and hands it to user A. When user B asks for the same picture, the edge answers alone, for as long as the TTL lasts.",
      facts: ["F119", "F120", "F121"],
    },
    {
      id: "07-cdn-p5",
      title: "Paid by the gigabyte",
      text: "CDNs are run by third parties, who charge for what they carry: list-like prices start at $0.085 per GB in the US and Europe and at $0.12 in parts of Asia. Assets that are rarely used bring no real benefit there: hardly anybody comes for the copy before it is gone, so you pay the edge and serve the file yourself as well.",
      facts: ["F122", "F123"],
    },
    {
      id: "07-cdn-p6",
      title: "How long is long enough?",
      text: "A TTL that is too short sends the edge back to the origin for a file that has not changed. Too long, and last year's logo smiles from half the screens of Europe. Set the expiry by how often the file changes, and keep another way at hand to replace it early.",
      facts: ["F124"],
    },
    {
      id: "07-cdn-p7",
      title: "A new logo before the TTL ends",
      text: "A cached file can be invalidated before it expires, in two ways. Ask the vendor's API to purge it: that takes seconds to minutes, and after the first 1,000 paths a month $0.005 each. Or version the object: link to image.png?v=2. No edge has seen that name, so it is a fresh object at once.",
      facts: ["F127", "F128", "F129", "F130"],
    },
    {
      id: "07-cdn-p8",
      title: "The CDN's own bad day",
      text: "Know in advance how your site copes when the CDN fails. During a temporary outage clients should notice and fetch from the origin: slower, but whole. That needs an origin with room for all the static traffic that suddenly comes home. Without a fallback, pages arrive undressed: no styles, no pictures.",
      facts: ["F125", "F126"],
    },
    {
      id: "07-cdn-p9",
      title: "What the rack no longer does",
      text: "With this step the web servers stop serving static assets: of 10,000 requests a second, half are files, and nearly all of those now end at an edge. The database was relieved one level ago, by the cache. Two layers of copies, one idea: results stay near the servers, files stay near the people.",
      facts: ["F131", "F132"],
    },
  ],
  figures: [
    {
      id: "07-cdn-d1",
      title: "The same picture, from far and from near",
      lines: [
        "  without a CDN                                              ┌───────────┐",
        "  ┌────────┐                      85 ms                      │           │",
        "  │ Europe │◀───────────────────────────────────────────────▶│  origin   │",
        "  └────────┘                                                 │  in the   │",
        "  ┌────────┐                     170 ms                      │    US     │",
        "  │  Asia  │◀───────────────────────────────────────────────▶│           │",
        "  └────────┘                                                 └───────────┘",
        "  with a CDN",
        "  ┌────────┐ 20 ms ┌──────────┐                              ┌───────────┐",
        "  │ Europe │◀─────▶│ edge, EU │◀─ ─ ─ ─ only a miss ─ ─ ─ ─ ▶│  origin   │",
        "  └────────┘       └──────────┘                              │  in the   │",
        "  ┌────────┐ 20 ms ┌──────────┐                              │    US     │",
        "  │  Asia  │◀─────▶│ edge, AS │◀─ ─ ─ ─ only a miss ─ ─ ─ ─ ▶│           │",
        "  └────────┘       └──────────┘                              └───────────┘",
      ],
      facts: ["D17", "F116"],
    },
    {
      id: "07-cdn-d2",
      title: "Five steps of a picture",
      lines: [
        "  ┌────────┐ 1 image.png ?  ┌─────────────┐ 2 not here: ask  ┌───────────┐",
        "  │        │───────────────▶│  CDN edge   │─────────────────▶│  origin   │",
        "  │ user A │                │             │                  │           │",
        "  │        │◀───────────────│ ┌─────────┐ │◀─────────────────│ web or S3 │",
        "  └────────┘ 4 keep, return │ │image.png│ │ 3 file + TTL     └───────────┘",
        "                            │ │ TTL 1 h │ │",
        "  ┌────────┐ 5 image.png ?  │ └────┬────┘ │",
        "  │        │───────────────▶│      │      │   While the TTL lasts, the",
        "  │ user B │                │      │      │   origin never hears of B.",
        "  │        │◀───────────────┼──────┘      │",
        "  └────────┘ from the copy  └─────────────┘",
      ],
      facts: ["D18", "F118", "F119", "F120", "F121"],
    },
    {
      id: "07-cdn-d3",
      title: "Pica with a CDN and a cache",
      lines: [
        "            ┌─────┐",
        "         ┌─▶│ DNS │              static files leave the rack:",
        "         │  └─────┘              web servers no longer serve them",
        "  ┌──────┴┐ ┌────────────────────┐",
        "  │       │▶│ CDN  images css js │◀────── a miss only ──────┐",
        "  │ users │ └────────────────────┘                          │",
        "  │       │ ┌──────────┐   ┌────────────────────────────────┴┐  ┌───────┐",
        "  │       │▶│ balancer │──▶│  web 1     web 2    …     web n │─▶│ cache │",
        "  └───────┘ └──────────┘   └─────┬───────────────────┬───────┘  └───────┘",
        "                                 │ writes            │ reads   what it knows",
        "                           ┌─────▼─────┐ copies ┌────▼─────┐   it answers:",
        "                           │  primary  │───────▶│ replicas │   a lighter",
        "                           └───────────┘        └──────────┘   database",
      ],
      facts: ["D19", "F131", "F132"],
    },
  ],
  sentence: {
    text: "When a user visits a website, a CDN server closest to the user will deliver static content (distance matters).",
    from: "chapter 1, content delivery network",
  },
  prediction: {
    question:
      "Asia is 170 ms away, and a page needs 8 round trips. How long will a page take there with your design, in ms (the p95)?",
    options: {},
    unit: ["ms", "ms"],
    explanation:
      "Eight round trips of 170 ms are 1,360 ms on the road, however idle the servers are. More servers remove waiting, not distance; with too few of them the waiting comes on top, trip by trip. Only a copy near the user makes the road itself shorter, and two or three trips still go all the way.",
  },
  hints: [
    "The web boxes fill up first: besides every page they carry as many files. But look at a trace from Asia as well: even a tier at rest leaves it waiting for the road.",
    "Answer files with copies near the users: a CDN. Then think of the hour when it is gone, because the files come home to the web tier, and of the logo, which must change before its TTL ends.",
    "CDN for images, CSS and JavaScript, kept for 1 h, versioned URLs, fallback to the origin on; web boxes from 10 × 8 to 12 × 8.",
  ],
  events: {
    rebrand: "The new logo goes live. Any copy of the old one is wrong now.",
    "cdn-outage": "The CDN is down. Static files come home, or nowhere.",
  },
  wrongAnswers: {
    naive: {
      title: "Double the web boxes",
      why: "The CPU is fine then, and Asia still waits: eight trips of 170 ms are 1,360 ms before any server has worked. Light does not get faster, and every byte is still billed at the origin.",
    },
    A: {
      title: "A CDN without a fallback",
      why: "While the CDN is down, pages load without styles and pictures. Your servers are up and have room, and nobody asks them.",
    },
    B: {
      title: "A fallback, but no room for it",
      why: "Ten boxes are enough as long as the CDN works. When it fails, all static traffic comes home at once and drowns the origin, pages included.",
    },
    C: {
      title: "A TTL of 5 s, or of a year",
      why: "With 5 s the edge keeps asking the origin: its hits fall from 97 to 61 %, and two files in five travel the long road. With a year and without versioned URLs the old logo is still there, for everyone.",
    },
    D: {
      title: "Cache the archive too",
      why: "Photos that nobody opens are carried and billed, miss nearly every time and lower the hit ratio. What is rarely used gains nothing at an edge.",
    },
  },
  stars: {
    two: "Pass with a bill of at most $14,400.",
    three: "Rebrand by ?v=2: nobody sees the old logo, and the edge answers at least 94 % of the files.",
  },
  debrief:
    "Distance is physics: move static bytes close to the people who look at them. You pay per GB, so cache what is used; and before you need it, decide on expiry, on early replacement, and on what happens when the CDN itself is down.",
  questions: [
    {
      id: "07-cdn-q1",
      question: "Walk through a CDN request.",
      answer:
        "The image's URL carries the CDN's domain, so the request reaches the nearest edge. If that holds an unexpired copy, it answers. If not, it fetches the file from the origin, stores it for the TTL and serves it. The next user gets the copy.",
      facts: ["F116", "F117", "F118", "F120", "F121"],
    },
    {
      id: "07-cdn-q2",
      question: "How do you replace a cached file before it expires?",
      answer:
        "Purge it through the provider's API, or publish a new version under a new name, such as image.png?v=2. Versioning is immediate and cheap, and it also gets past the browsers' own caches.",
      facts: ["F127", "F128", "F129", "F130"],
    },
    {
      id: "07-cdn-q3",
      question: "What if the CDN fails?",
      answer:
        "Clients, or DNS, should detect it and load from the origin instead. The origin needs spare capacity for that moment, or you keep a second CDN. Without a fallback the site is up and looks broken.",
      facts: ["F125", "F126"],
    },
  ],
  cards: [
    {
      id: "07-cdn-c1",
      question: "What is a CDN?",
      answer:
        "A network of geographically spread servers that deliver static content, each to the users near it.",
      facts: ["F114"],
    },
    {
      id: "07-cdn-c2",
      question: "How does the origin tell a CDN how long to keep a file?",
      answer: "With an optional TTL header in its answer.",
      facts: ["F119"],
    },
    {
      id: "07-cdn-c3",
      question: "Which assets do not belong in a CDN?",
      answer:
        "Rarely used ones: you pay for the transfer, and the copy is hardly ever there when somebody asks.",
      facts: ["F123"],
    },
    {
      id: "07-cdn-c4",
      question: "Name four things to decide when using a CDN.",
      answer:
        "What is worth its cost, the expiry, the fallback for an outage, and how to invalidate files early.",
      facts: ["F122", "F124", "F125", "F127"],
    },
  ],
  factCards: [
    {
      id: "07-cdn-f1",
      kind: "fun",
      text: "Edge servers are placed with care, all over the world, to cut latency. Some CDNs are said to go further: machine learning watches what people do, predicts what they will want next and loads it onto the edge beforehand. Delivery becomes dynamic and predictive, and so faster still.",
      facts: ["F133", "F134", "F135"],
    },
    {
      id: "07-cdn-f2",
      kind: "correction",
      text: "The notes say that Amazon CloudFront 'likely' uses machine learning, and that for Google Cloud CDN this is 'reasonable to assume'. More exactly: both are the note's own guess; we found no vendor document that says so. Documented is Netflix Open Connect, which forecasts tomorrow's popularity and fills its caches off-peak.",
      facts: ["F136", "F137", "X12"],
    },
    {
      id: "07-cdn-f3",
      kind: "fun",
      text: "Bad days are real. On 8 June 2021 a hidden bug met one valid customer setting, and 85 % of Fastly's network returned errors. By Fastly's account it was noticed within a minute, and 95 % was back after 49. How would your site have coped? Best to know that in advance.",
      facts: ["F125"],
    },
    {
      id: "07-cdn-f4",
      kind: "honesty",
      text: "Honest limits: DNS caching, TLS and opening a connection are folded into the page's round trips, and prices are list-like, not any vendor's offer of today.",
      facts: [],
    },
  ],
};
