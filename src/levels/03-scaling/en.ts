import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Vertical and horizontal scaling",
  promise: "A bigger box, or one more box",
  story:
    "The prints sell well: Pica has three million daily users and can pay for a TV commercial. First comes a quiet week, then the commercial, and with it 16,000 requests a second. While it runs, a web box will go down, and even in its worst second one request in ten must be answered.",
  brief: [
    {
      id: "03-scaling-p1",
      title: "Scale up",
      text: 'Vertical scaling, or "scale up", adds power to a server: more CPU, more RAM. Capacity grows, the price grows, and nothing else changes. While traffic is low that is a great option, and the simplest. For the quiet week alone, one resize of the web box from 4 to 8 vCPU would be the cheapest answer.',
      facts: ["F38", "F39"],
    },
    {
      id: "03-scaling-p4",
      title: "Scale out",
      text: 'Horizontal scaling, or "scale out", adds more servers to the pool: another box of the same size, then another. For large applications it is the more desirable way, because scaling up has two limits. This campaign will show you both.',
      facts: ["F45", "F46"],
    },
  ],
  lesson: [
    {
      id: "03-scaling-p2",
      title: "There is a largest size",
      text: "The first limit is a hard one: nobody can add unlimited CPU and memory to one server. In this shop the largest web box has 32 vCPU and serves 14,930 requests a second. Real clouds sell boxes with several hundred vCPU, but there is always a largest size. A web box of 16 times the price serves 15 times as much. A database does not: its cores wait for each other's locks, and 16 times the price buys 12 times the work.",
      facts: ["F40"],
    },
    {
      id: "03-scaling-p3",
      title: "Nobody to take over",
      text: "The second limit is about faults. A single server has no redundancy, which means no second copy, and no failover, which means nothing takes over. If it goes down, the whole site and the app go down with it, completely, for as long as the repair takes. Its size makes no difference.",
      facts: ["F41", "F43"],
    },
    {
      id: "03-scaling-p5",
      title: "Thumbs down, thumbs up",
      text: "One of the notes puts a thumbs-down beside vertical scaling and a thumbs-up beside horizontal. At the size of this campaign that verdict is right. In the quiet week it is not: scaling out too early buys complexity instead of capacity. Scale up first and out later, and plan the change before you need the largest size.",
      facts: ["F44"],
    },
    {
      id: "03-scaling-p6",
      title: "Straight to a web server",
      text: "So far users connect straight to a web server. Two things can go wrong. If it is offline, nobody gets in. And if too many users come at once, it reaches its load limit: near 100 % utilization the waiting time rises steeply, answers become slow, and then they fail.",
      facts: ["F47", "F48"],
    },
    {
      id: "03-scaling-p7",
      title: "How much breaks at once",
      text: "A few big boxes and many small ones can cost the same. They differ when one of them dies, because it takes its share of the traffic with it: one of two takes half, one of twelve takes 8 %. Many small boxes fail more often, since there are more of them, but each failure is smaller. Engineers call this share the blast radius.",
      facts: [],
    },
    {
      id: "03-scaling-p8",
      title: "Who takes a dead server out?",
      text: "Your boxes are published by DNS, which hands out their addresses in turn and makes no health checks. In this game a dead box keeps its share of the users until it comes back; real browsers often try the next address after a long wait. A load balancer answers both problems, the dead server and the overloaded one. It is not for sale here, so that you see what it is for.",
      facts: ["F49"],
    },
  ],
  figures: [
    {
      id: "03-scaling-d1",
      title: "Scaling up has an end",
      lines: [
        "web box         price   requests a second",
        "",
        " 2 vCPU           $70   ██ 990",
        " 4 vCPU          $140   ████ 1,950",
        " 8 vCPU          $280   ███████ 3,840",
        "16 vCPU          $561   ██████████████ 7,570",
        "32 vCPU        $1,121   ███████████████████████████ 14,930  largest",
        "",
        "the commercial          ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 16,000",
        "",
        "6 × 8 vCPU     $1,680   ██████████████████████████████████████████ 23,020",
      ],
      facts: ["F40", "F45"],
    },
    {
      id: "03-scaling-d2",
      title: "Waiting near 100 % (not in the chapter)",
      lines: [
        "one core, random arrivals: latency of a request, waiting included",
        "",
        "busy    times its own work",
        "10 %    █ 1.1",
        "50 %    ██ 2",
        "70 %    ███ 3.3",
        "80 %    █████ 5",
        "90 %    ██████████ 10",
        "95 %    ████████████████████ 20",
        "98 %    ██████████████████████████████████████████████████ 50",
        "",
        "100 %   no steady value: the queue grows until clients time out",
      ],
      facts: ["S8", "F48"],
    },
  ],
  sentence: {
    text: "No failover and redundancy. If one server goes down, the website/app goes down completely.",
    from: "chapter 1, Vertical and horizontal scaling",
  },
  prediction: {
    question:
      "At t=420 a web box goes down for 100 s, and DNS does not notice. What percentage of the requests in that time will fail?",
    options: {},
    unit: ["%", "%"],
    explanation:
      "DNS keeps sending the dead box its share, so with N boxes 1/N of the requests fail: all of them with one box, half with two, a sixth with six. The others get no more than before, because nothing moves the users. If a box cannot carry its own share at the peak, its requests time out as well.",
  },
  hints: [
    "Scale the web tier out: several medium boxes, enough for the peak, so that one failure takes only a small share. Scale the database up.",
    "Buy six web boxes with 8 vCPU (or twelve with 4), and set the primary database to 8 vCPU.",
  ],
  events: {
    advert: "The TV commercial begins to run.",
    peak: "The campaign is at its peak.",
    "box-down": "A web box goes down, and DNS does not notice.",
    "peak-over": "The campaign ends, and the new users stay.",
    "box-back": "The web box is back.",
  },
  wrongAnswers: {
    naive: {
      title: "One box with 32 vCPU",
      why: "The largest box of the shop serves less than the peak, so the queue grows until clients time out. And when the box goes down, the whole site is down.",
    },
    A: {
      title: "Two boxes with 32 vCPU",
      why: "The capacity is enough, but the bill is over budget, and when one box fails, half of the users fail with it.",
    },
    B: {
      title: "Three boxes with 16 vCPU",
      why: "They cost as much as six boxes with 8 vCPU and serve as many requests. But DNS keeps sending a third of the users to the dead box for as long as it is down.",
    },
    C: {
      title: "Many web boxes, the old database",
      why: "16,000 requests a second × 0.24 ms are 3.8 cores of database work, and a box with 2 vCPU does 1.9. The web tier has room, but every page waits for its data.",
    },
  },
  stars: {
    two: "Availability is at least 97 %.",
    three: "Availability is at least 97 %, and the bill at most $2,200 a month.",
  },
  debrief:
    "Scale up first, scale out later. Scaling up is simple, and right while traffic is low, but there is a largest size and no failover. Scaling out has no such limit and shrinks the blast radius of a failure. It raises a new question: who stops sending users to a dead box?",
  questions: [
    {
      id: "03-scaling-q1",
      question: "Compare vertical and horizontal scaling.",
      answer:
        "Vertical scaling adds CPU and RAM to one server. It is simple and good at low traffic, but it has a hard limit and no failover. Horizontal scaling adds servers. It needs a load balancer and stateless servers, but it grows further and survives failures: with N servers, one failure costs 1/N.",
      facts: ["F38", "F40", "F41", "F45", "F46"],
    },
    {
      id: "03-scaling-q2",
      question: "When is vertical scaling the right answer?",
      answer:
        "When traffic is low, or when the part is hard to distribute, such as a database. It buys time without new architecture. Plan the next step before you reach the largest size, which today means hundreds of vCPU and terabytes of memory.",
      facts: ["F39"],
    },
    {
      id: "03-scaling-q3",
      question: "Why do many small servers have a smaller blast radius than a few big ones?",
      answer:
        "Losing one of N removes 1/N of the capacity. Twelve small boxes lose 8 % each time, two big ones lose half. More parts fail more often, but each failure is small. With a load balancer in front, plan for N − 1: the rest must carry the peak while one is gone.",
      facts: [],
    },
  ],
  cards: [
    {
      id: "03-scaling-c1",
      question: "Which two things does a single server lack, however big it is?",
      answer: "Failover and redundancy: when it goes down, everything goes down.",
      facts: ["F41"],
    },
    {
      id: "03-scaling-c2",
      question: "What do the Korean words 장애조치 and 서버다중화 mean?",
      answer: 'Failover ("response to a fault") and redundancy ("making servers multiple").',
      facts: ["F42"],
    },
    {
      id: "03-scaling-c3",
      question: "Why is horizontal scaling more desirable for large applications?",
      answer: "Because vertical scaling has a hard cap, no failover and no redundancy.",
      facts: ["F46"],
    },
    {
      id: "03-scaling-c4",
      question: "Users connect straight to a web server. Which two problems does a load balancer answer?",
      answer:
        "The server is offline and nobody gets in. Or it is overloaded and answers slowly or not at all.",
      facts: ["F49"],
    },
  ],
  factCards: [
    {
      id: "03-scaling-f1",
      kind: "supplement",
      text: "Not in the chapter: waiting grows like 1/(1 − utilization). From 50 to 75 % busy it doubles, from 90 to 95 % it doubles again, and at 100 % there is no end to it. That is why nobody plans for 100 %. Many teams plan web tiers for 60 to 70 % at the peak.",
      facts: ["S8"],
    },
    {
      id: "03-scaling-f2",
      kind: "supplement",
      text: "Not in the chapter: scaling out amplifies tail latency. Say 1 % of the answers of each server are slow, and a page needs answers from 100 servers. Then 1 − 0.99^100 = 63 % of the pages are slow. Ask few servers, or do not wait for the slowest.",
      facts: ["S9"],
    },
    {
      id: "03-scaling-f3",
      kind: "fun",
      text: "In one cloud provider's price list every size of a machine family, from 8 to 96 vCPU, cost exactly $0.0425 per vCPU and hour. There was no discount and no surcharge, and after 96 the list ended.",
      facts: [],
    },
    {
      id: "03-scaling-f4",
      kind: "honesty",
      text: "In this game a web box with n vCPU does the work of n^0.98 cores, since it runs a process a core and shares only the kernel and the memory. A database does n^0.9: 32 vCPU do the work of 22.6, as measured with writes that wait for each other's locks. And 32 vCPU end this shop, not the world: 192 and more can be rented.",
      facts: [],
    },
    {
      id: "03-scaling-f5",
      kind: "gloss",
      text: '장애조치 is failover, "response to a fault"; 서버다중화 is redundancy, "making servers multiple". Where the server is down, the notes draw a sleeping face for it and a screaming face for the site.',
      facts: ["K11", "F41", "F42", "F43"],
    },
    {
      id: "03-scaling-f6",
      kind: "gloss",
      text: 'The usual Korean words, though the notes do not use them: 수직 확장, "vertical expansion", is scale up; 수평 확장, "horizontal expansion", is scale out.',
      facts: [],
    },
    {
      id: "03-scaling-f7",
      kind: "supplement",
      text: "Not in the chapter: when more arrives than can be served, refusing some requests at once is better than letting all of them wait. That is load shedding. Telling the sender to slow down is backpressure: a full queue, an HTTP status 429 or 503 with Retry-After. Here a box refuses what its queue has no room for.",
      facts: [],
    },
  ],
};
