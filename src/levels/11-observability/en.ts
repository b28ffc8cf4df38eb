import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Logging, metrics, automation",
  promise: "You cannot repair what you cannot see",
  story:
    "Everything is built, and six million people use it every day. Now it breaks quietly: a bad build here, a dull button there. The dashboards you had are switched off, and your own system lies in fog until you pay for light.",
  lesson: [
    {
      id: "11-observability-p1",
      title: "Logs: what broke",
      text: "An error log is the system's own account of what went wrong; it helps you find errors and problems. Without it, a server that fails some of its requests looks exactly like its neighbours. It answers, it is not busy, every light is green. Such a failure is called gray.",
      facts: ["F193"],
    },
    {
      id: "11-observability-p2",
      title: "Fifteen diaries or one book",
      text: "You can watch the logs of each server on its own. With one bad server among fifteen, that is a long evening. Or aggregate them in a central service, where they are easy to search and view, and the odd one out shows at once. Ingest is paid by the gigabyte, so sample.",
      facts: ["F194", "F195"],
    },
    {
      id: "11-observability-p3",
      title: "Metrics: two questions",
      text: "Metrics answer two questions: is the system healthy, and what is it doing for the business? The chapter names three kinds of them, from the smallest view to the widest: one host, a whole tier, the company. Each kind sees something that the other two cannot.",
      facts: ["F196"],
    },
    {
      id: "11-observability-p4",
      title: "One machine: host metrics",
      text: "CPU, memory, disk I/O and the like, for every machine. They tell you that a disk is filling long before it is full, which is the difference between an errand and an incident. They also tell you least about your users: a box can be in perfect health while it serves nonsense.",
      facts: ["F197"],
    },
    {
      id: "11-observability-p5",
      title: "A whole tier: aggregated metrics",
      text: "Add the hosts up: how is the whole database tier doing, how is the cache tier? One busy replica among eight is noise. Eight busy replicas are a cause, and the tier's own gauge shows it in one line instead of eight.",
      facts: ["F198"],
    },
    {
      id: "11-observability-p6",
      title: "What it is all for: business metrics",
      text: "Daily active users, retention, revenue. When the checkout button breaks, no CPU is hot and no error is logged, because nobody's request fails: it is never sent. Every technical light is green, and the revenue line falls. Only a business metric sees that.",
      facts: ["F199"],
    },
    {
      id: "11-observability-p7",
      title: "Continuous integration",
      text: "With continuous integration, each check-in is verified automatically, so that problems show early: minutes after they were made, while the author still remembers why. A bad build that is stopped there has no availability figure, because no user ever met it.",
      facts: ["F200"],
    },
    {
      id: "11-observability-p8",
      title: "Let the machine do the errands",
      text: "Automating build, test and deploy raises developers' productivity. It also makes the way back short: a deploy that a machine made step by step, first to a few boxes, can be undone by a machine, in seconds and at night, without anyone being woken.",
      facts: ["F201"],
    },
  ],
  figures: [
    {
      id: "11-observability-d1",
      title: "Pica with a queue and its tools",
      lines: [
        " ┌───────┐  ┌──────────┐  ┌───────────────┐  ┌─────────┐  ┌───────────────┐",
        " │ users │─▶│ balancer │─▶│ web 1 2 … n   │─▶│  queue  │─▶│ workers       │",
        " └───┬───┘  └──────────┘  └┬──────┬──────┬┘  └─────────┘  │ crop, sharpen │",
        "     │ static              │      │      │                └───────────────┘",
        " ┌───▼───┐        ┌────────▼─┐ ┌──▼────┐ │  ┌────────────────┐",
        " │  CDN  │        │ sessions │ │ cache │ └─▶│    primary     │",
        " └───────┘        │  NoSQL   │ └───────┘    │   + replicas   │",
        "                  └──────────┘              └────────────────┘",
        " ─────────────────────────── every part reports ───────────────────────────",
        " ┌─────────────┐ ┌────────────────────────┐ ┌─────────────────────────────┐",
        " │ logging     │ │ metrics                │ │ automation                  │",
        " │ errors of   │ │ host · tier · business │ │ check in ─▶ build ─▶ test   │",
        " │ all servers │ │ where, and how bad     │ │ ─▶ deploy, watch, roll back │",
        " └─────────────┘ └────────────────────────┘ └─────────────────────────────┘",
      ],
      facts: ["D25", "F195", "F197", "F198", "F199"],
    },
  ],
  sentence: {
    text: "Error logs help to identify errors and problems in the system.",
    from: "chapter 1, logging, metrics, automation",
  },
  prediction: {
    question:
      "Several things will go wrong, and at least one of them turns no light red. With what you have bought: how long until they are found, on average?",
    options: {
      "within-a-minute": "Less than a minute",
      minutes: "One minute to two and a half",
      complaints: "Longer: users have to complain first",
    },
    explanation:
      "Each fault shows on another light: a disk on the metrics of hosts, one odd server in the log, a bad build in its canary. A checkout button that does not react sends no request at all: only a metric of the business itself, orders or revenue, can fall. A fault without its light waits until somebody complains.",
  },
  hints: [
    "Nothing saturates in this level. Ask for each event instead: which light would turn red? For at least one of them none of the technical lights does.",
    "Automation that stops and undoes a bad build, host and tier metrics for disks and tiers, a central log for the one odd server, and a business metric for what nobody's request can show.",
    "CI with canary and automatic rollback ($200), host and tier metrics ($150), the sampled central log ($105), business metrics ($60): $515.",
  ],
  events: {
    "bad-build": "A new build goes out. It has a fault.",
    "checkout-broken": "For some shoppers the checkout button is dead.",
    "one-server-errs": "One server of fifteen begins to fail, now and then.",
    "replica-disk-fills": "A replica's disk is filling up.",
  },
  wrongAnswers: {
    naive: {
      title: "Wait for complaints",
      why: "Users do report the bad build, minutes later. The dead button, the one server and the filling disk they never name: most people who cannot buy simply leave.",
    },
    A: {
      title: "Host metrics only",
      why: "Every host is healthy while the build serves errors, and healthy while nobody can check out. CPU and memory say how machines are, not what they answer.",
    },
    B: {
      title: "Every technical tool, no business metric",
      why: "The site is up, fast and without an error, and a share of the orders is missing until the end. Nobody looked at what it is all for.",
    },
    C: {
      title: "Log everything",
      why: "Every request at full verbosity costs about $10,600 a month instead of $105, and finds the same server. A sample shows a failing box quite as clearly.",
    },
    D: {
      title: "No CI, only a fast rollback",
      why: "The way back is short, but each bad build still meets your users first, and it is they who find out. Early is better than quick.",
    },
  },
  stars: {
    two: "Pass with a mean time to detect of at most 45 s.",
    three: "Name the culprit server and the culprit build, from the log and the graphs.",
  },
  task: {
    question:
      "Which server errs by itself, and which build broke the checkout? The log of the run names both.",
    options: {
      "server-4-build-2": "server 4, and build 2",
      "server-4-build-1": "server 4, and build 1",
      "server-11-build-2": "server 11, and build 2",
      "server-9-build-1": "server 9, and build 1",
    },
  },
  debrief:
    "Logs say what broke, host and tier metrics where, business metrics whether it matters; automation keeps most of it from ever reaching a user. Buy light before you need it: in the fog, faults last as long as people's patience.",
  questions: [
    {
      id: "11-observability-q1",
      question: "Which three kinds of metrics do you collect?",
      answer:
        "Host level: CPU, memory, disk I/O. Aggregated: the performance of a whole tier, such as the database or the cache. Business: daily active users, retention, revenue.",
      facts: ["F197", "F198", "F199"],
    },
    {
      id: "11-observability-q2",
      question: "Why centralise logs?",
      answer:
        "With many servers nobody can read each one's. Aggregated, errors are searchable together, the server or version that differs stands out, and the log survives its server. Sample or filter to control the cost.",
      facts: ["F193", "F194", "F195"],
    },
    {
      id: "11-observability-q3",
      question: "What does continuous integration change?",
      answer:
        "Every check-in is built and tested automatically, so faults appear minutes after they are made. With automated deploy, canary and rollback, fewer of them reach users and repairs are fast.",
      facts: ["F200", "F201"],
    },
  ],
  cards: [
    {
      id: "11-observability-c1",
      question: "Name three key business metrics.",
      answer: "Daily active users, retention, revenue.",
      facts: ["F199"],
    },
    {
      id: "11-observability-c2",
      question: "Where does the word 'logging' come from?",
      answer: "From ships' logs, the records of a voyage.",
      facts: ["F202"],
    },
    {
      id: "11-observability-c3",
      question: "Which Czech word is behind 'robot', and what does it mean?",
      answer: "Robota: forced labour, drudgery.",
      facts: ["F206"],
    },
    {
      id: "11-observability-c4",
      question: "Which play made the word 'robot' popular?",
      answer:
        "R.U.R. (Rossum's Universal Robots) by Karel Čapek, 1920. The word was his brother Josef's idea.",
      facts: ["F207", "X15"],
    },
    {
      id: "11-observability-c5",
      question: "SLI, SLO, error budget: what is each?",
      answer:
        "What you measure; the target you set for it; how much of the target you may miss before you slow down changes.",
      facts: ["S16"],
    },
  ],
  factCards: [
    {
      id: "11-observability-f1",
      kind: "fun",
      text: "'Logging' comes from the sea. For centuries ships kept logs of the journey, the weather and whatever else happened, and these inspired the logs of computing: events in order, written down at the time, by whoever was on watch.",
      facts: ["F202", "F203"],
    },
    {
      id: "11-observability-f2",
      kind: "correction",
      text: "The notes say that logging comes from the ship's log, and they are right. More exactly, one step further back: the log was a real piece of wood, thrown overboard on a line to measure the ship's speed, which is why ships count in knots. The 'log-book' dates from the 1670s.",
      facts: ["F202", "F203", "X16"],
    },
    {
      id: "11-observability-f3",
      kind: "fun",
      text: "Metrics resemble sports statistics. Tracking how each player and each game performs has its parallel in tracking the health and efficiency of a system, down to the habit of arguing about the numbers afterwards.",
      facts: ["F204", "F205"],
    },
    {
      id: "11-observability-f4",
      kind: "correction",
      text: "The notes say that metrics have similarities with sports statistics. More exactly: enjoy it as an analogy, not as the origin of the word. We found no source for a family tie.",
      facts: ["F204", "F205", "X17"],
    },
    {
      id: "11-observability-f5",
      kind: "fun",
      text: "'Robot' comes from the Czech robota: forced labour, drudgery. Karel Čapek's play R.U.R. (Rossum's Universal Robots) of 1920 made it famous; in it artificial beings are made to labour for humans. Today's automation takes the repetitive tasks, so that people can do the creative and complex ones.",
      facts: ["F206", "F207", "F208", "F209"],
    },
    {
      id: "11-observability-f6",
      kind: "correction",
      text: "The notes say that Karel Čapek popularised the word robot in 1920. More exactly: he did, and he himself gave the credit for the word to his brother Josef, a painter. The play was published in 1920 and first staged in January 1921.",
      facts: ["F206", "F207", "X15"],
    },
    {
      id: "11-observability-f7",
      kind: "supplement",
      text: "Not in the chapter: three words for a promise. The indicator (SLI) is what you measure, say the share of requests answered in time. The objective (SLO) is your target for it, say 99.5 %. The error budget is the rest, 0.5 %: spend it on change, and slow down when it is spent.",
      facts: ["S16"],
    },
    {
      id: "11-observability-f8",
      kind: "honesty",
      text: "Honest limits: each tool here lifts its part of the fog at once and is never wrong. Real ones need tuning, raise false alarms, and are ignored if they do so every night.",
      facts: [],
    },
  ],
};
