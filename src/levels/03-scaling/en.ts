import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Vertical and horizontal scaling",
  promise: "A bigger box, or one more box",
  story:
    "A television campaign is booked, and Pica has 300,000 daily users before it even starts. First comes a quiet week, then the advert, and 1,400 requests a second with it. Somewhere on the way one of your web boxes will have a very bad day.",
  lesson: [
    {
      id: "03-scaling-p1",
      title: "Scale up",
      text: 'Vertical scaling, or "scale up", adds power to a server: more CPU, more RAM. Capacity grows, the price grows, and nothing else changes. While traffic is low that is a great option, and the simplest. In the quiet week one resize of the web box, from 4 to 8 vCPU, is the cheapest way through.',
      facts: ["F38", "F39"],
    },
    {
      id: "03-scaling-p2",
      title: "The list ends",
      text: "The first limit is a hard one: nobody can add unlimited CPU and memory to one server. In this shop the list ends at 32 vCPU, which serve 1,131 requests a second. Getting there is no bargain either. The largest box costs 16 times as much as one with 2 vCPU and serves 12 times as many requests.",
      facts: ["F40"],
    },
    {
      id: "03-scaling-p3",
      title: "Nobody to take over",
      text: "The second limit is about faults. A single server has no failover, nobody to take over, and no redundancy, no second copy of itself. If it goes down, the whole site and the app go down with it, completely, for as long as the repair takes. Its size makes no difference at all.",
      facts: ["F41", "F43"],
    },
    {
      id: "03-scaling-p4",
      title: "Scale out",
      text: 'Horizontal scaling, or "scale out", adds more servers to the pool: another box of the same size, then another. Because of the two limits of going up, it is the more desirable way for large applications. It has no ceiling in the price list, and one fault is no longer everybody\'s fault.',
      facts: ["F45", "F46"],
    },
    {
      id: "03-scaling-p5",
      title: "Thumbs down, thumbs up",
      text: "One of the notes puts a thumbs-down beside vertical scaling and a thumbs-up beside horizontal. At the size of this campaign that is the right verdict. In the quiet week it is not: going out early buys you moving parts instead of capacity. Up first, out later, and plan the exit before the largest size.",
      facts: ["F44"],
    },
    {
      id: "03-scaling-p6",
      title: "Straight to a web server",
      text: "So far users connect straight to a web server. Two things can go wrong. If it is offline, nobody gets in. And if too many come at once, it reaches its load limit: near 100 % busy the waiting shoots up like a hockey stick, answers become slow, and then they fail.",
      facts: ["F47", "F48"],
    },
    {
      id: "03-scaling-p7",
      title: "How much breaks at once",
      text: "A few big boxes and many small ones can cost the same. They differ on the day one of them dies: how much of the traffic was its share? For the same money the small ones fail more often, since there are more of them, and each failure is a smaller one. But the rest must have room to carry the load of the one that is gone.",
      facts: [],
    },
    {
      id: "03-scaling-p8",
      title: "Who takes it out?",
      text: "Your boxes are published by DNS, which hands out their addresses in turn and checks nobody's health. A dead box keeps its share of the users until it comes back. A dead server and a crowded one: a load balancer answers both problems. It is not for sale in this level, so you will see what it is for.",
      facts: ["F49"],
    },
  ],
  figures: [
    {
      id: "03-scaling-d1",
      title: "Up has an end",
      lines: [
        "web box         price   requests a second",
        "",
        " 2 vCPU           $70   ██ 93",
        " 4 vCPU          $140   ████ 174",
        " 8 vCPU          $280   ███████ 325",
        "16 vCPU          $561   █████████████ 606",
        "32 vCPU        $1,121   █████████████████████████ 1,131  the list ends",
        "",
        "the advert              ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 1,400",
        "",
        "6 × 8 vCPU     $1,680   ███████████████████████████████████████████ 1,950",
        "one of 6 dies           ████████████████████████████████████ 1,625",
      ],
      facts: ["F40", "F45"],
    },
    {
      id: "03-scaling-d2",
      title: "The hockey stick (not in the chapter)",
      lines: [
        "one core, random arrivals: how long a request takes, waiting included",
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
        "100 %   no steady answer: the queue grows until somebody gives up",
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
      "At t=420 one of your web boxes goes down for 100 s, and DNS does not notice. How many percent of the requests of that time will fail?",
    options: {},
    unit: ["%", "%"],
    explanation:
      "DNS keeps sending the dead box its share, so one of N boxes takes 1/N of the requests along: all of one, half of two, a sixth of six. That is all there is to lose if the others have room for theirs. If they have not, they lose requests of their own on top.",
  },
  hints: [
    "The web box saturates in the first second: 4 vCPU serve 174 requests a second, and 250 arrive. The database is next: 1,400 × 2.4 ms are more than three cores of work.",
    "More web boxes of middling size answer that: enough to carry the peak with one of them missing. The database simply goes up.",
    "Six web boxes with 8 vCPU (or twelve with 4), and the primary database at 4 vCPU.",
  ],
  events: {
    advert: "the television advert runs",
    peak: "the campaign is at its peak",
    "box-down": "one web box goes down; DNS does not notice",
    "peak-over": "the campaign fades; the new users stay",
    "box-back": "the web box is back",
  },
  wrongAnswers: {
    naive: {
      title: "One box with 32 vCPU",
      why: "The largest box there is serves less than the peak, so the queue grows until people give up. And when it goes down, everybody is down.",
    },
    A: {
      title: "Two boxes with 32 vCPU",
      why: "Enough capacity on paper, but it is over budget, and a fault takes half of the users at once.",
    },
    B: {
      title: "Three boxes with 16 vCPU",
      why: "The same money and the same capacity as six with 8. But DNS keeps sending a third of the users to the dead one for as long as it is down.",
    },
    C: {
      title: "Many web boxes, the old database",
      why: "1,400 requests a second × 2.4 ms are more than three cores of database work on a 2-vCPU box. Pages that are quickly rendered still wait for their data.",
    },
  },
  stars: {
    two: "Availability is at least 97 %.",
    three: "Availability is at least 97 %, and the bill at most $2,000 a month.",
  },
  debrief:
    "Up first, out later. Going up is simple, and right while traffic is low, but it has a ceiling, a price per request that rises, and nobody to take over. Going out has none of these, and a new question: who stops sending people to a dead box?",
  questions: [
    {
      id: "03-scaling-q1",
      question: "Compare vertical and horizontal scaling.",
      answer:
        "Vertical adds CPU and RAM to one server: simple and good at low traffic, but capped, dearer per request and without failover. Horizontal adds servers: it needs distribution and statelessness, but it grows far and survives failures.",
      facts: ["F38", "F40", "F41", "F45", "F46"],
    },
    {
      id: "03-scaling-q2",
      question: "When is vertical scaling the right answer?",
      answer:
        "When traffic is low, or when the part is hard to distribute, such as a young database. It buys time without new architecture. Plan the exit before you reach the largest size.",
      facts: ["F39"],
    },
    {
      id: "03-scaling-q3",
      question: "Why do many small servers fail more gently than a few big ones?",
      answer:
        "Losing one of N removes 1/N of the capacity. Twelve small boxes lose 8 % each time, two big ones lose half. More parts fail more often, but each failure is small.",
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
        "The server is offline and nobody gets in; or it is overloaded and answers slowly or not at all.",
      facts: ["F49"],
    },
  ],
  factCards: [
    {
      id: "03-scaling-f1",
      kind: "supplement",
      text: "Not in the chapter: waiting grows like 1/(1 − utilization). From 50 to 75 % busy it doubles, from 90 to 95 % it doubles again, and at 100 % there is no end to it. That is why nobody plans for 100 %, and why a little more load can hurt so much.",
      facts: ["S8"],
    },
    {
      id: "03-scaling-f2",
      kind: "supplement",
      text: "Not in the chapter: scaling out has a tail. If 1 % of the answers of any one server are slow, and a page needs answers from 100 of them, then 1 − 0.99^100 = 63 % of the pages are slow. Ask few servers, or do not wait for the slowest.",
      facts: ["S9"],
    },
    {
      id: "03-scaling-f3",
      kind: "fun",
      text: "In one cloud provider's price list every size of a machine family, from 8 to 96 vCPU, cost exactly $0.0425 per vCPU and hour. No discount, no surcharge: and after 96 the list simply ended.",
      facts: [],
    },
    {
      id: "03-scaling-f4",
      kind: "honesty",
      text: "A box with n vCPU does the work of n^0.9 cores in this game: 32 do the work of 22.6. The exponent is a choice. Real programs lose more or less to locks, memory and each other, but hardly any gains.",
      facts: [],
    },
    {
      id: "03-scaling-f5",
      kind: "gloss",
      text: 'Korean notes: 장애조치 is failover, "response to a fault"; 서버다중화 is redundancy, "making servers multiple". When the server is down, they draw a sleeping face for it, and a screaming face for the site.',
      facts: ["K11", "F41", "F42", "F43"],
    },
    {
      id: "03-scaling-f6",
      kind: "gloss",
      text: 'The usual Korean words, though the notes do not use them: 수직 확장, "vertical expansion", is scale up; 수평 확장, "horizontal expansion", is scale out.',
      facts: [],
    },
  ],
};
