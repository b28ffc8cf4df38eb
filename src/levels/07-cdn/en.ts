import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Content delivery network",
  promise: "Distance takes time: move the files closer",
  story:
    "Twenty-five million people use Pica every day. Almost half of them live in Europe and Asia, and there pages are slow even when no server is busy. On the same day the free-bandwidth deal ends, and from now on every byte that leaves the data center is billed. And this afternoon a new logo must appear everywhere at once.",
  brief: [
    {
      id: "07-cdn-p2",
      title: "What can be cached at the edge",
      text: "Static content is what looks the same to everybody: images, videos, CSS, JavaScript files. That is what a CDN caches. A home feed, a like or a login is made for one person at one moment and still goes to your own servers. So a CDN makes pages faster and takes work from your servers, but it does not replace them.",
      facts: ["F115"],
    },
    {
      id: "07-cdn-p3",
      title: "The first visitor: a miss",
      text: "User A asks for image.png by a URL whose domain belongs to the CDN provider, such as mysite.cloudfront.net. If the edge has no copy, it fetches the file from the origin: your web server, or an online storage such as Amazon S3. The first visitor of a region waits for that; the following ones do not.",
      facts: ["F117", "F118"],
    },
  ],
  lesson: [
    {
      id: "07-cdn-p1",
      title: "Servers near the users",
      text: "A content delivery network, or CDN, is a network of servers spread over the world that deliver static content. The one nearest to a user, the edge, delivers it. Distance matters: a page takes about eight round trips. To the servers in the US a round trip takes 170 ms from Asia and 85 ms from Europe; to an edge it takes 20. A faster server does not shorten the distance.",
      facts: ["F114", "F116"],
    },
    {
      id: "07-cdn-p4",
      title: "The second visitor: a hit",
      text: "The origin answers with the file and, if you like, a TTL header that says how long the copy may be kept. The edge stores it and returns it to user A. When user B asks for the same picture, the edge answers from its copy, as long as the TTL lasts.",
      facts: ["F119", "F120", "F121"],
    },
    {
      id: "07-cdn-p5",
      title: "Paid by the gigabyte",
      text: "CDNs are run by third parties, who charge for what they carry. List-like prices start at $0.085 per GB in the US and Europe and at $0.12 in parts of Asia. They fall with volume: this bill averages 4.6 cents, and bytes are still almost nine tenths of it. Caching rarely used assets has no real benefit: the copy expires before the next user asks, so you pay the CDN and serve the file from the origin as well.",
      facts: ["F122", "F123"],
    },
    {
      id: "07-cdn-p6",
      title: "How long is long enough?",
      text: "A TTL that is too short sends the edge back to the origin for a file that has not changed. With a TTL that is too long, users see an old logo. Set the expiry by how often the file changes, and have a way to replace it early.",
      facts: ["F124"],
    },
    {
      id: "07-cdn-p7",
      title: "A new logo before the TTL ends",
      text: "A cached file can be invalidated before it expires, in two ways. Purge it through the vendor's API: that takes seconds to minutes, and after the first 1,000 paths a month costs $0.005 each. Or version the object: link to image.png?v=2. No edge has that name, so all fetch the new file at once, provided that the CDN counts the parameter as part of the name. A hash in the file name always works.",
      facts: ["F127", "F128", "F129", "F130"],
    },
    {
      id: "07-cdn-p8",
      title: "When the CDN fails",
      text: "Know in advance how your site copes with a CDN failure. During a temporary outage clients should detect it and fetch files from the origin. Here that takes them 5 s, in which files fail; after that pages are slower, but complete. The origin needs spare capacity for all that static traffic. Without a fallback, pages arrive without styles and pictures.",
      facts: ["F125", "F126"],
    },
    {
      id: "07-cdn-p9",
      title: "What the web servers no longer do",
      text: "With this step the web servers stop serving static assets: of 100,000 requests a second, half are for files, and nearly all of those are now answered at an edge. The cache of the last level lightens the load of the database in the same way. A cache keeps results near the servers, a CDN keeps files near the users.",
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
      title: "A picture through a CDN in five steps",
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
        "         ┌─▶│ DNS │              static files move to the edge:",
        "         │  └─────┘              web servers no longer serve them",
        "  ┌──────┴┐ ┌────────────────────┐",
        "  │       │▶│ CDN  images css js │◀────── a miss only ──────┐",
        "  │ users │ └────────────────────┘                          │",
        "  │       │ ┌──────────┐   ┌────────────────────────────────┴┐  ┌───────┐",
        "  │       │▶│ balancer │──▶│  web 1     web 2    …     web n │─▶│ cache │",
        "  └───────┘ └──────────┘   └─────┬───────────────────┬───────┘  └───────┘",
        "                                 │ writes            │ reads   what it holds",
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
      "Eight round trips of 170 ms are 1,360 ms, however idle the servers are. More servers shorten the queue, not the distance. Only a copy near the user shortens the distance: then five of the eight round trips go to an edge, and three still go to the US.",
  },
  hints: [
    "Serve static files from a CDN. Then prepare for its outage: all files are then fetched from the web tier, which needs room for them. And the logo must change before its TTL ends.",
    "Buy the CDN for images, CSS and JavaScript, with a TTL of 1 h, versioned URLs and the fallback to the origin. Raise the web boxes from 8 × 8 to 10 × 8.",
  ],
  events: {
    rebrand: "A new logo goes live, and every old copy is wrong.",
    "cdn-outage": "The CDN is down.",
    "cdn-outage-europe": "The CDN is down in Europe.",
  },
  wrongAnswers: {
    naive: {
      title: "Double the web boxes",
      why: "Then the servers have room, but Asia still waits: eight round trips of 170 ms are 1,360 ms without any work. And every byte is still billed at the origin.",
    },
    A: {
      title: "A CDN without a fallback",
      why: "While the CDN is down, pages load without styles and pictures. Your servers are up and have room, but no client asks them for files.",
    },
    B: {
      title: "A fallback, but no room for it",
      why: "Eight boxes are enough as long as the CDN works. When it fails, all static traffic goes to the origin at once and overloads it, and pages suffer as well.",
    },
    C: {
      title: "A TTL of a year, without versioned URLs",
      why: "Every edge keeps the old logo until its TTL ends, and nothing tells it that the file has changed. Users see the old logo to the end of the run. With versioned URLs the TTL may be as long as you like.",
    },
    D: {
      title: "Cache the archive too",
      why: "Requests for photos that nobody opens twice miss nearly every time, lower the hit ratio and are billed by the gigabyte. Rarely used files gain nothing at an edge.",
    },
  },
  stars: {
    two: "Pass with a bill of at most $41,500.",
    three: "Nobody sees the old logo, and the edge answers at least 94 % of the files. The audit holds.",
  },
  debrief:
    "Move static files close to the users, because distance costs 170 ms a round trip. You pay by the GB, so cache what is used. Decide in advance on the TTL, on how to replace a file early, and on what happens when the CDN is down.",
  questions: [
    {
      id: "07-cdn-q1",
      question: "Walk through a CDN request.",
      answer:
        "The image's URL carries the CDN's domain, so the request reaches the nearest edge. If it has an unexpired copy, it answers. If not, it fetches the file from the origin, stores it for the TTL and returns it. The next user gets the copy. A pull CDN works like this; with a push CDN you upload the files in advance. Private files need signed URLs that expire.",
      facts: ["F116", "F117", "F118", "F120", "F121"],
    },
    {
      id: "07-cdn-q2",
      question: "How do you replace a cached file before it expires?",
      answer:
        "Purge it through the provider's API, or publish a new version under a new name, such as image.png?v=2 or a hash in the file name. Versioning is immediate and cheap, and it also bypasses the browsers' own caches. The page that names the file must have a short TTL itself.",
      facts: ["F127", "F128", "F129", "F130"],
    },
    {
      id: "07-cdn-q3",
      question: "What if the CDN fails?",
      answer:
        "Clients should detect it, by a timeout or an error, and load from the origin; or DNS sends them to a second CDN. The origin needs spare capacity: at 97 % hits it serves 3 % of the files, then suddenly all. Without a fallback the site is up and looks broken.",
      facts: ["F125", "F126"],
    },
  ],
  cards: [
    {
      id: "07-cdn-c1",
      question: "What is a CDN?",
      answer:
        "A network of geographically spread servers that deliver static content to the users near them.",
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
        "Rarely used ones: you pay for the transfer, and the copy has usually expired when somebody asks.",
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
      text: "Edge servers are placed strategically all over the world to reduce latency. Some CDNs are said to use machine learning: it watches what users do, predicts what they will ask for next and loads it onto the edge in advance. Delivery becomes dynamic and predictive, and so faster.",
      facts: ["F133", "F134", "F135"],
    },
    {
      id: "07-cdn-f2",
      kind: "correction",
      text: "The notes say that Amazon CloudFront 'likely' uses machine learning, and that for Google Cloud CDN this is 'reasonable to assume'. More exactly: both are the note's own guess; we found no vendor document that says so. What is documented is Netflix Open Connect, which forecasts tomorrow's popularity and fills its caches off-peak.",
      facts: ["F136", "F137", "X12"],
    },
    {
      id: "07-cdn-f3",
      kind: "fun",
      text: "CDNs do fail. On June 8, 2021, one valid customer setting triggered a hidden bug, and 85 % of Fastly's network returned errors. By Fastly's account it was detected within a minute, and 95 % was back after 49 minutes.",
      facts: ["F125"],
    },
    {
      id: "07-cdn-f4",
      kind: "honesty",
      text: "DNS, TLS and opening a connection are part of the page's round trips here. Clients notice a CDN outage after 5 s and then load files from the origin; a change in DNS would take longer. The CDN has one price list for all regions. A real CDN also speeds up dynamic pages a little, because TCP and TLS end at the edge.",
      facts: [],
    },
    {
      id: "07-cdn-f5",
      kind: "supplement",
      text: "Not in the chapter: photos belong in object storage such as Amazon S3, not on web servers and not in database rows. It keeps any number of files on several machines, for about 2 cents a GB and month. The database holds only a row with the owner and the file's name, and the CDN takes object storage as its origin.",
      facts: [],
    },
    {
      id: "07-cdn-f6",
      kind: "supplement",
      text: "Not in the chapter: with anycast many servers in the world share one IP address, and the network routes each user to the nearest. Many CDNs and DNS providers find their edges this way. When one edge goes down, the routes change and no DNS record has to expire.",
      facts: [],
    },
  ],
};
