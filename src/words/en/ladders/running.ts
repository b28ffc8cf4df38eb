/** Ladders on running it: signals, diagnosis, money, growth. */
import type { LadderProse } from "../../contract/ladders.ts";

export const runningLadders: readonly LadderProse[] = [
  {
    id: "four-signals",
    level: "11-observability",
    topic: "Which four signals; burn rate",
    rungs: [
      {
        ask: "What do you measure of a service, and what wakes somebody?",
        points: [
          "traffic, errors, latency, saturation",
          "latency of good and bad answers apart, as percentiles",
          "alert on symptoms that users feel",
          "causes are for dashboards",
        ],
        redFlags: ["alert on CPU", "averages"],
        samples: {
          weak: "CPU, memory, disk.",
          pass: "Latency, traffic, errors, saturation; alert on errors and latency.",
          strong:
            "The four, by endpoint, as histograms. A person is woken by the error budget burning too fast, since that is what users feel. CPU at 95 % with good answers is money well spent.",
        },
      },
      {
        ask: "The objective is {slo} % a month of 30 days. Errors run at {errors} %. After how many hours is the month's budget gone?",
        figure: "burn-hours",
        points: ["burn rate = errors by allowed", "720 hours by burn rate", "fast and slow windows"],
        redFlags: ["only the momentary error rate"],
        samples: {
          weak: "Soon.",
          pass: "720 hours by the burn rate.",
          strong:
            "Errors by budget is the burn rate; 720 hours by it. At 14 times, 2 % of the month goes in an hour: page. At once or twice: a ticket.",
        },
      },
      {
        ask: "What do metrics, logs and traces cost, and what do you drop first?",
        points: [
          "logs by byte, metrics by series, traces by sample",
          "cardinality: a user id as a label is ruin",
          "sample traces; keep the slow and the failed",
          "short keeping for detail",
        ],
        redFlags: ["keep everything forever"],
        samples: {
          weak: "Logs are cheap.",
          pass: "Sample logs and traces.",
          strong:
            "Logs of each request can cost more than the servers. I keep all errors and one in a hundred of the rest; traces are chosen at the end, the slow ones kept. Sampling delays the finding of rare faults, and I know by how much.",
        },
      },
      {
        ask: "How do you know that monitoring itself is alive, and what if it fails together with the site?",
        points: [
          "a dead man's switch: an alarm that must keep coming",
          "outside checks from another provider",
          "not in the same region or behind the same login",
          "no data is an alert",
        ],
        redFlags: ["no alerts, so all is well"],
        samples: {
          weak: "It would alert.",
          pass: "An outside check watches it.",
          strong:
            "A heartbeat alert goes to another provider, which pages if it stops. And runbooks, chat and dashboards do not hang on the site that is down.",
        },
      },
    ],
  },
  {
    id: "p99-doubled",
    level: "11-observability",
    topic: "p99 doubled at 14:00",
    rungs: [
      {
        ask: "p99 doubled at 14:00. Walk me through it.",
        points: [
          "what changed at 14:00: deploy, flag, traffic, job, neighbor",
          "all endpoints, regions, boxes, or one",
          "which part of the way: traces, queue times",
          "mitigate before understanding: roll back, shed",
          "p50 unchanged: a share of requests, waiting, not working",
        ],
        redFlags: ["guess and restart"],
        samples: {
          weak: "Restart the servers.",
          pass: "Check deploys, then which endpoint and box.",
          strong:
            "First who is hurt and whether to roll back what went out at 13:58. Then I split: one endpoint, box, shard, region? p50 level and p99 up says that some wait: a lock, a pool, one slow box. A trace of a slow one shows where the time is; I compare with a fast one.",
        },
      },
      {
        ask: "{bad} of {boxes} boxes are slow, requests are spread evenly. Which percentile of the tier is the first to show it?",
        figure: "first-percentile",
        points: ["1 − share of slow boxes", "below it the tier looks well", "so look by box"],
        redFlags: ["looks at p50"],
        samples: {
          weak: "p99 always.",
          pass: "One minus their share.",
          strong:
            "With one of twenty slow, 5 % are: p95 is the first. p99 moves as well, p90 does not, and that tells the share.",
        },
      },
      {
        ask: "What does it cost to know this faster next time?",
        points: [
          "traces, by sampling",
          "metrics by box and version",
          "deploy marks on graphs",
          "against false alarms",
        ],
        redFlags: ["more dashboards"],
        samples: {
          weak: "More dashboards.",
          pass: "Tracing, and deploy marks.",
          strong:
            "Marks for deploys and flags are free and would have told it in a minute. Traces of slow requests cost a few percent. By-box metrics cost series, but outliers are the usual cause.",
        },
      },
      {
        ask: "How do you know that you found the cause and not a neighbor of it, and what if it goes away by itself?",
        points: [
          "a prediction: if this, then that is seen",
          "undo and redo on a small part",
          "chain: why did that happen",
          "keep evidence before restarting",
        ],
        redFlags: ["it is gone, so done"],
        samples: {
          weak: "It is gone, fine.",
          pass: "Revert and see that it falls.",
          strong:
            "If the slow shard is the cause, requests to others are fast: checked. Then reverted on one box first. If it went away, I keep traces and graphs, write what is known and an alert that catches it with more detail.",
        },
      },
    ],
  },
  {
    id: "tracing",
    level: "11-observability",
    topic: "Tracing across services",
    rungs: [
      {
        ask: "A request passes eight services. How do you see where its time goes?",
        points: [
          "a trace id made at the edge and handed on",
          "spans with parent, start, length",
          "through queues as well",
          "critical path, not the sum",
        ],
        redFlags: ["compare the logs' clocks by hand"],
        samples: {
          weak: "Look in each log.",
          pass: "A trace id in headers and spans.",
          strong:
            "The edge makes the id, each hop passes it, in messages too, and reports spans. The picture shows what ran side by side and what waited; the critical path is what is worth shortening. Logs carry the id, so I jump from a span to its lines.",
        },
      },
      {
        ask: "{share} % of requests are traced at random; a fault strikes {faults} requests an hour. How many traced examples an hour?",
        figure: "traced-faults",
        points: ["share × faults", "tail sampling keeps all of them", "rare faults are not seen at all"],
        redFlags: ["takes a sample for all of them"],
        samples: {
          weak: "All.",
          pass: "Share times faults.",
          strong:
            "Share times faults; so rare ones need tail sampling, which decides after the end and must hold all spans for seconds.",
        },
      },
      {
        ask: "What does tracing cost?",
        points: [
          "bytes and storage; a little CPU",
          "every library must pass the context",
          "personal data in spans",
          "clock differences between machines",
        ],
        redFlags: ["says that it costs nothing"],
        samples: {
          weak: "Nothing.",
          pass: "Storage, hence sampling.",
          strong:
            "Mostly the work of passing context through every pool and queue; one library that drops it cuts the tree. Then storage, hence sampling, and care with what is written into attributes.",
        },
      },
      {
        ask: "How do you know that traces are complete, and what if the slow part is between two spans?",
        points: [
          "spans without parents counted",
          "gaps: queueing, connection pool, network, GC",
          "measure time in queue at arrival",
          "add a span there",
        ],
        redFlags: ["blame the network"],
        samples: {
          weak: "Then it is the network.",
          pass: "A gap is waiting: pool or queue.",
          strong:
            "The caller's span is longer than the callee's: what lies between is waiting, for a connection, in the callee's accept queue, or a pause. I stamp the arrival at the balancer, so time in queue is a span of its own.",
        },
      },
    ],
  },
  {
    id: "cut-the-bill",
    level: "finale",
    topic: "Cut the bill by 30 % without losing a nine",
    rungs: [
      {
        ask: "You must cut the bill by 30 % without losing a nine. Where do you look?",
        points: [
          "the largest lines first",
          "idle: night, staging, oversized, forgotten",
          "commitments and spot",
          "bytes and logs; storage classes",
          "not the copies",
        ],
        redFlags: ["drop the standby"],
        samples: {
          weak: "Smaller servers.",
          pass: "Autoscale at night, reserve the rest, fewer logs.",
          strong:
            "I sort lines by size. Usually: boxes idle at night, a database sized for a day two years ago, logs nobody reads, bytes between zones. Reserved prices for the floor, spot for workers. The copies stay: they are the nines.",
        },
      },
      {
        ask: "The day needs {day} boxes for {hours} hours and {night} for the rest. What percentage is saved against {day} all day?",
        figure: "night-saving",
        points: ["box hours", "by 24 × day", "less for start-up and the floor"],
        redFlags: ["says half, without reckoning"],
        samples: {
          weak: "Half.",
          pass: "Box hours saved by all.",
          strong:
            "Box hours by 24 × day; against it stands the reserved price, which pays day and night, so one reserves the floor and scales the rest.",
        },
      },
      {
        ask: "Which saving would you refuse, and what would it cost?",
        points: [
          "removing the spare box or copy",
          "a larger share of utilization beyond 80 %",
          "backups shorter than the time in which mistakes are found",
          "outage cost against saving",
        ],
        redFlags: ["nothing ever failed, so cut it"],
        samples: {
          weak: "None.",
          pass: "The replica and backups.",
          strong:
            "The second copy: it costs $1,000 a month, and without it one failure a year is a day of rebuilding. I put a figure on an hour of outage, then each line is argued by it.",
        },
      },
      {
        ask: "How do you know afterwards that no nine was lost, and what if p99 rose?",
        points: [
          "lose each part once on purpose, before and after",
          "error budget and p99 at the peak, same week a year ago",
          "one change at a time",
          "a way back",
        ],
        redFlags: ["no complaints"],
        samples: {
          weak: "No complaints.",
          pass: "Compare p99 and availability.",
          strong:
            "An audit by faults: each part is taken away once. Changes go one by one with a week between. p99 up means less room: give half of it back there, it is a quarter of the saving.",
        },
      },
    ],
  },
  {
    id: "ten-times",
    level: "finale",
    topic: "What breaks first at ten times the load",
    rungs: [
      {
        ask: "Your load becomes ten times what it is. What breaks first?",
        points: [
          "names one part with its utilization now",
          "tells stateless (add boxes) from stateful",
          "primary writes; hot keys; connections; limits of others",
          "what scales with the square",
        ],
        redFlags: ["we autoscale, so nothing"],
        samples: {
          weak: "The servers.",
          pass: "The primary's writes.",
          strong:
            "Web boxes I multiply. The primary is at 40 %, so it breaks at 2.5 times; then connections from ten times the boxes; then the one hot row, which is at 10 % of a lock. In that order I would work.",
        },
      },
      {
        ask: "A part is {busy} % busy now, load grows by {growth} % a month. After how many months is it at {limit} %?",
        figure: "months-left",
        points: ["log(limit by busy) by log(1 + growth)", "compound growth", "lead time of the remedy"],
        redFlags: ["linear growth"],
        samples: {
          weak: "A year.",
          pass: "Compound growth until the limit.",
          strong:
            "Logarithm of limit by busy, by that of one plus growth. Sharding takes half a year, so when that many months are left, I start.",
        },
      },
      {
        ask: "Would you build for ten times today? What does that cost?",
        points: [
          "money and complexity for load that may not come",
          "build for two or three, design for ten",
          "keep doors open: ids, keys, idempotency",
          "know the order of what breaks",
        ],
        redFlags: ["yes, at once", "never mind"],
        samples: {
          weak: "Yes, be prepared.",
          pass: "No, but leave the way open.",
          strong:
            "Build for three, draw for ten. What is expensive later is cheap now: ids that do not hang on one database, a sharding key in every row, no joins across owners. What is cheap later, boxes, I buy later.",
        },
      },
      {
        ask: "How do you find the next limit without waiting for it, and what if the load test says all is well?",
        points: [
          "replay or shadow traffic; production tests by steering load to fewer boxes",
          "test data too small, keys too even, caches too warm",
          "watch queues, not only throughput",
          "limits that are not yours: quotas",
        ],
        redFlags: ["trust the test"],
        samples: {
          weak: "Load test in staging.",
          pass: "Steer more traffic to fewer boxes.",
          strong:
            "I take boxes out until the rest is at the knee: that is their true limit. Tests lie by even arrivals, uniform keys and a warm cache; real keys are skewed. And I read the quotas.",
        },
      },
    ],
  },
  {
    id: "monolith-or-services",
    level: "finale",
    topic: "Monolith or services",
    rungs: [
      {
        ask: "When do you split a monolith into services?",
        points: [
          "teams block each other at deploys",
          "parts need different scale or reliability",
          "along data ownership, not layers",
          "not for speed of code",
        ],
        redFlags: ["from the first day, as everybody does it"],
        samples: {
          weak: "Microservices scale better.",
          pass: "When teams get in each other's way.",
          strong:
            "For people: when thirty teams wait for one release. Or when one part must scale or fail alone, like image work. Cut where data is owned, so that a request seldom crosses. A modular monolith first.",
        },
      },
      {
        ask: "A request passes {services} services in series, each {nines} % available. What availability has the whole, in percent?",
        figure: "series-availability",
        points: ["product", "about the sum of the failures", "so: fallbacks, fewer in series"],
        redFlags: ["the lowest one"],
        samples: {
          weak: "As the weakest.",
          pass: "The product.",
          strong:
            "The product; ten of three nines are two nines. So what is not vital gets a fallback and leaves the product.",
        },
      },
      {
        ask: "What do services cost?",
        points: [
          "network calls, serialization, tail of each",
          "transactions become sagas",
          "operations: deploys, tracing, versions",
          "tests across them",
        ],
        redFlags: ["only a little latency"],
        samples: {
          weak: "Some latency.",
          pass: "Distributed transactions and operations.",
          strong:
            "A function call that could not fail now can, and takes a millisecond. A join becomes two calls. You need tracing, contracts, and someone who runs the platform. Below fifty engineers that is often more than it gives.",
        },
      },
      {
        ask: "How do you know that a split went wrong, and how do you go back?",
        points: [
          "services always deployed together",
          "most requests cross the border several times",
          "incidents nobody owns",
          "merge: it is allowed",
        ],
        redFlags: ["split further"],
        samples: {
          weak: "Split it more.",
          pass: "If they are always changed together, merge them.",
          strong:
            "Changes that touch three repositories, calls in circles, p99 made of waiting for each other: a distributed monolith. I merge the chatty ones back, data first, and keep the boundary as a module.",
        },
      },
    ],
  },
];
