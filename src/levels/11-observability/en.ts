import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Logging, metrics, automation",
  promise: "You cannot repair what you cannot see",
  story:
    "Everything is built, and sixty million people use it every day. Now several things break, and most of them quietly. Your dashboards are switched off: you see only what you pay to observe. Find each fault before it costs too many orders.",
  brief: [
    {
      id: "11-observability-p3",
      title: "Metrics: two questions",
      text: "Metrics answer two questions: is the system healthy, and what does it do for the business? The chapter names three kinds: of one host, of a whole tier, of the business. Each kind shows something that the other two cannot.",
      facts: ["F196"],
    },
    {
      id: "11-observability-p7",
      title: "Continuous integration",
      text: "With continuous integration, each check-in is verified automatically, so that problems show early, minutes after they were made. A bad build that is stopped there costs no availability, because no user ever meets it. A canary goes on from there: a few servers get the new build first and are watched. Without a log, or metrics of the tier, nobody sees how they do.",
      facts: ["F200"],
    },
  ],
  lesson: [
    {
      id: "11-observability-p1",
      title: "Logs: what broke",
      text: "An error log is the system's own account of what went wrong; it helps you find errors and problems. Without it, a server that fails some of its requests looks exactly like the others. It answers, it is not busy, and it passes its health checks. Such a failure is called a gray failure.",
      facts: ["F193"],
    },
    {
      id: "11-observability-p2",
      title: "Fifteen logs or one",
      text: "You can watch the logs of each server on its own. With one bad server among fifteen, that takes a long time. Or aggregate them in a central service, where they are easy to search and view, and the server that differs shows at once. You pay by the gigabyte, so store a sample. An id that each request carries through all services (a correlation id) lets you find all its lines.",
      facts: ["F194", "F195"],
    },
    {
      id: "11-observability-p4",
      title: "One machine: host metrics",
      text: "CPU, memory, disk I/O and the like, for every machine. They tell you that a disk is filling long before it is full, in time to prevent an incident. They tell you little about your users: a box with low CPU may return nothing but errors.",
      facts: ["F197"],
    },
    {
      id: "11-observability-p5",
      title: "A whole tier: aggregated metrics",
      text: "Aggregated metrics show the performance of a whole tier, such as the database or the cache tier. One busy replica may be chance. When all of them are busy, the tier is too small, and the metric of the tier shows it in one line.",
      facts: ["F198"],
    },
    {
      id: "11-observability-p6",
      title: "Business metrics",
      text: "Daily active users, retention, revenue. When the checkout button breaks, no CPU is hot and no error is logged, because the order is never sent. Every technical metric looks healthy while the number of orders falls. Only a business metric shows that. This level counts such an order as a failed request all the same: somebody asked in vain.",
      facts: ["F199"],
    },
    {
      id: "11-observability-p8",
      title: "Automate build, test and deploy",
      text: "Automating build, test and deploy raises developers' productivity. It also makes the way back short: an automated deployment can be rolled back automatically, in seconds, even at night.",
      facts: ["F201"],
    },
    {
      id: "11-observability-p9",
      title: "From a symptom to a cause",
      text: "Not in the chapter: tools only show signals. The diagnosis is yours. Ask in order: what do users feel, errors, latency or missing orders? Since when, and what changed then: a build, the traffic? All servers or one, all regions or one? Compare the odd one with its neighbors. First stop the damage (roll back, take the server out), then look for the cause.",
      facts: [],
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
      "Several things will go wrong, and at least one of them shows on no technical metric. With what you have bought, how long will it take to find them, on average?",
    options: {
      "within-a-minute": "Less than a minute",
      minutes: "One minute to two and a half",
      complaints: "Longer: users have to complain first",
    },
    explanation:
      "Each fault shows in a different signal: a filling disk in host metrics, one bad server in the central log, a bad build in its canary. A checkout button that does not react breaks no server, so only a business metric such as orders shows it. A fault that no tool shows lasts until somebody complains.",
  },
  hints: [
    "You need CI that stops a bad build, metrics for disks and tiers, and a central log for one bad server. You also need a business metric for orders that are never sent.",
    "Buy CI with canary and automatic rollback ($200), host and tier metrics ($150), the sampled central log ($1,050) and business metrics ($60): $1,460 in all. Traces ($525) name a bad server sooner still.",
  ],
  events: {
    "bad-build": "A new build with a fault is deployed.",
    "bad-build-late": "A new build with a fault is deployed.",
    "checkout-broken": "The checkout button stops working for some users.",
    "one-server-errs": "One of fifteen servers begins to fail some requests.",
    "one-server-errs-late": "One of fifteen servers begins to fail some requests.",
    "replica-disk-fills": "The disk of a replica is filling up.",
    "second-disk-fills": "The disk of a second replica is filling up.",
  },
  wrongAnswers: {
    naive: {
      title: "Wait for complaints",
      why: "Users report the bad build after minutes. They do not report the dead checkout button, the one bad server or the filling disk: most users who cannot buy simply leave.",
    },
    A: {
      title: "Host metrics only",
      why: "CPU and memory say how machines are doing, not what they answer. The dead checkout button and the one bad server never show there, and the bad build shows late.",
    },
    B: {
      title: "Every technical tool, no business metric",
      why: "The site is up, fast and without errors, and a share of the orders is missing to the end. Without a business metric nobody notices.",
    },
    C: {
      title: "Log everything",
      why: "Every request at full verbosity costs about $105,500 a month instead of $1,050, and finds the same server. A sample shows a failing box just as clearly.",
    },
    D: {
      title: "No CI, only a fast rollback",
      why: "The rollback is quick, but each bad build reaches all users first. A canary would have shown the errors to a few of them only.",
    },
  },
  stars: {
    two: "Pass with a mean time to detect of at most 35 s.",
    three: "Detect in 25 s, name the server and the build to blame. The audit holds.",
  },
  task: {
    question:
      "Which server failed requests, and which build broke the checkout? It is another one each day: look into the log of your run.",
    options: {
      "1-to-5-build-1": "one of servers 1 to 5, and build 1",
      "1-to-5-build-2": "one of servers 1 to 5, and build 2",
      "6-to-10-build-1": "one of servers 6 to 10, and build 1",
      "6-to-10-build-2": "one of servers 6 to 10, and build 2",
      "11-to-15-build-1": "one of servers 11 to 15, and build 1",
      "11-to-15-build-2": "one of servers 11 to 15, and build 2",
    },
  },
  debrief:
    "Logs say what broke, host and tier metrics where, business metrics whether it matters. Automation keeps most faults from reaching users. Buy these tools before you need them, alert on what users feel, and practice the diagnosis: symptom, since when, what changed, where.",
  questions: [
    {
      id: "11-observability-q1",
      question: "Which three kinds of metrics do you collect?",
      answer:
        "Host level: CPU, memory, disk I/O. Aggregated: the performance of a whole tier, such as the database or the cache. Business: daily active users, retention, revenue. For alerts the field uses four golden signals of each service: latency, traffic, errors, saturation.",
      facts: ["F197", "F198", "F199"],
    },
    {
      id: "11-observability-q2",
      question: "Why centralize logs?",
      answer:
        "Nobody can read the logs of many servers one by one. In one place errors are searchable, the server or version that differs stands out, and the log survives its server. Log in a structured form with a correlation id. Sample or filter to control the cost: here all requests at full verbosity would cost a hundred times as much.",
      facts: ["F193", "F194", "F195"],
    },
    {
      id: "11-observability-q3",
      question: "What does continuous integration change?",
      answer:
        "Every check-in is built and tested automatically, so faults show minutes after they are made. With automated deployment a canary limits a fault to a few percent of the users, and a rollback takes seconds instead of minutes. What it does not find are faults that only real data or real load show.",
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
      answer: "Robota: forced labor, drudgery.",
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
        "SLI: what you measure. SLO: the target for it. Error budget: how much you may miss before you slow down changes.",
      facts: ["S16"],
    },
  ],
  factCards: [
    {
      id: "11-observability-f1",
      kind: "fun",
      text: "'Logging' comes from ships' logs. For centuries ships kept records of the journey, the weather and other events. They inspired the logs of computing: events in order, written down when they happen.",
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
      text: "Metrics resemble sports statistics. Tracking how each player and each game performs has its parallel in tracking the health and efficiency of a system.",
      facts: ["F204", "F205"],
    },
    {
      id: "11-observability-f4",
      kind: "correction",
      text: "The notes say that metrics have similarities with sports statistics. More exactly: enjoy it as an analogy, not as the origin of the word. We found no source that connects the words.",
      facts: ["F204", "F205", "X17"],
    },
    {
      id: "11-observability-f5",
      kind: "fun",
      text: "'Robot' comes from the Czech robota: forced labor, drudgery. Karel Čapek's play R.U.R. (Rossum's Universal Robots) of 1920 made it famous. In it artificial beings are made to labor for humans. Today's automation takes the repetitive tasks, so that people can do the creative and complex ones.",
      facts: ["F206", "F207", "F208", "F209"],
    },
    {
      id: "11-observability-f6",
      kind: "correction",
      text: "The notes say that Karel Čapek popularized the word robot in 1920. More exactly: he did, and he himself gave the credit for the word to his brother Josef, a painter. The play was published in 1920 and first staged in January 1921.",
      facts: ["F206", "F207", "X15"],
    },
    {
      id: "11-observability-f7",
      kind: "supplement",
      text: "Not in the chapter: the indicator (SLI) is what you measure, say the share of requests answered in time. The objective (SLO) is your target for it, say 99.5 %. The error budget is the rest, 0.5 %. Alert when it is being spent too fast (burn rate): ten minutes in which a fifth of all requests fail use 1 % of a month's budget at 99.5 %.",
      facts: ["S16"],
    },
    {
      id: "11-observability-f8",
      kind: "honesty",
      text: "Each tool here takes a fixed time to show a fault and is never wrong, and what is found is repaired at once, by the right measure. Real tools need tuning and raise false alarms, and the diagnosis is the hard part. Here you make it only for the third star.",
      facts: [],
    },
    {
      id: "11-observability-f9",
      kind: "supplement",
      text: "Not in the chapter: tracing is the third kind of signal beside logs and metrics. A trace follows one request through all services and shows how long it spent in each, so that you see which hop is slow. Press the key for traces in a run: you see just that. Real systems trace a sample: here one request in a thousand is enough to name a bad server in 30 s, because two thousand a second meet it.",
      facts: [],
    },
    {
      id: "11-observability-f10",
      kind: "supplement",
      text: "Not in the chapter: watch four golden signals of every service. Latency, of good answers and of errors apart. Traffic. Errors. Saturation, how full the fullest resource is. Alert people on the first and third, because users feel them; the others help to find the cause.",
      facts: [],
    },
  ],
};
