/** Ladders on scope and estimation. */
import type { LadderProse } from "../../contract/ladders.ts";

export const scopeLadders: readonly LadderProse[] = [
  {
    id: "ask-first",
    level: "finale",
    topic: "Design a photo site. What do you ask first?",
    rungs: [
      {
        ask: "Design a photo-sharing site for ten million daily users. What do you ask before you draw anything?",
        points: [
          "asks what users do most, as a ratio of reads to writes",
          "asks where the users are: one region or several",
          "asks what may be lost or stale (RPO, how old a feed may be)",
          "asks for the target: availability and a latency at a percentile",
          "asks what it may cost, or who operates it",
        ],
        redFlags: ["starts to draw boxes", "asks about colors, languages or frameworks first"],
        samples: {
          weak: "I would ask how many users there are and then take microservices with a NoSQL database.",
          pass: "What share of requests are uploads? Which regions? How fresh must a feed be, and how much downtime is allowed?",
          strong:
            "Five things change the design: reads to writes, regions, how fresh a feed must be and what may be lost, the latency and availability target, and the budget. If you have no figures I will assume a hundred reads to a write, two continents, a feed that may be ten seconds old, and say so at each step.",
        },
      },
      {
        ask: "You get: {users} daily users, {perDay} requests a user and day, a peak of {peak} times the mean. How many requests a second at the peak?",
        figure: "peak-rate",
        points: [
          "divides by about a hundred thousand seconds a day",
          "multiplies the mean by the peak factor",
          "states the assumption behind the peak factor",
        ],
        redFlags: ["sizes for the mean", "gives a figure without its assumption"],
        samples: {
          weak: "A lot, maybe a million a second.",
          pass: "Users times requests by 86,400, times the peak factor.",
          strong:
            "A day has 86,400 seconds, call it a hundred thousand. That gives the mean; the peak factor gives the evening. I would check the factor against a graph, because the fleet is bought for the peak and a factor of two doubles it.",
        },
      },
      {
        ask: "Each question you ask costs a minute. Which of yours would you give up, and what do you assume instead?",
        points: [
          "keeps the questions that change the design",
          "names a default for each one dropped",
          "says how the design would differ if the default is wrong",
        ],
        redFlags: ["keeps everything", "assumes in silence"],
        samples: {
          weak: "I would skip the numbers, they are only estimates anyway.",
          pass: "I drop the budget and the devices, and assume a mostly mobile audience.",
          strong:
            "I keep writes, regions and loss, since each adds or removes a tier. I drop devices and assume mobile; if that is wrong, pages get larger and the CDN's bill with them, but no box in the picture changes.",
        },
      },
      {
        ask: "Half an hour later you learn that a third of all requests are writes. How would you have noticed, and what gives way first?",
        points: [
          "says which figure would have looked wrong (the primary's load, replication lag)",
          "names the primary, or the disk, as what gives way",
          "names a change: a queue, batching, shards",
          "says the assumption aloud again and re-checks what hangs on it",
        ],
        redFlags: ["adds read replicas against writes", "adds a cache against writes"],
        samples: {
          weak: "I would add more replicas.",
          pass: "The primary takes every write, so it saturates first. I would queue what may wait and then shard.",
          strong:
            "Replicas and caches serve reads only, so with a third of writes the primary carries thirty times what I planned. I would see its utilization and the lag of the copies rise. First I take what may wait off the path with a queue and batch it, then I shard by user; the bill rises, so I would tell you before I draw it.",
        },
      },
    ],
  },
  {
    id: "users-to-rate",
    level: "03-scaling",
    topic: "From users to requests a second",
    rungs: [
      {
        ask: "How do you get from daily users to requests a second?",
        points: [
          "users times actions a day, by the seconds of a day",
          "tells the mean from the peak",
          "counts requests, not page views: one page is several requests",
        ],
        redFlags: ["divides by 24 hours and calls the result the peak"],
        samples: {
          weak: "One request a user and second.",
          pass: "Users times actions by 86,400, and then two or three times that for the peak.",
          strong:
            "Users times sessions times requests a session, by 86,400, is the mean; people sleep, so the peak is two to three times that, more where all live in one time zone. Static files go to the CDN and do not count for the web tier.",
        },
      },
      {
        ask: "{users} daily users make {perDay} requests each. How many requests a second on average?",
        figure: "average-rate",
        points: [
          "uses 86,400 or says that it rounds",
          "keeps the unit: requests a second",
          "sanity-checks the order of magnitude",
        ],
        redFlags: ["a factor of 60 lost between minutes and seconds"],
        samples: {
          weak: "Ten million times ten, so a hundred million.",
          pass: "Users times requests by 86,400.",
          strong:
            "A million a day is about twelve a second; I scale that. It is a mean, so I would not buy anything for it yet.",
        },
      },
      {
        ask: "You buy for the peak. What does that cost at night, and how do you get it back?",
        points: [
          "names the idle share outside the peak",
          "autoscaling, with its delay before a box is up",
          "keeps room for a surge faster than scaling",
          "or moves work that may wait into the night",
        ],
        redFlags: ["scales to zero headroom", "forgets that a new box takes minutes"],
        samples: {
          weak: "Use serverless, it scales by itself.",
          pass: "Autoscale on utilization; at night half of the boxes go.",
          strong:
            "With a peak of three times the mean, two thirds of the fleet idle on average. Scaling on utilization returns most of that, but a box needs minutes, so the target is about 60 % and the rise of the morning must be slower than a box starts. Thumbnails and reports can run at night on what is there.",
        },
      },
      {
        ask: "How do you know that your peak factor is right, and what happens on the day when it is not?",
        points: [
          "measures per minute, not per day",
          "watches utilization and the time spent in queues at the peak",
          "load shedding or degradation when it is exceeded",
          "knows that past saturation answers collapse, not only slow down",
        ],
        redFlags: ["looks at daily averages", "trusts a load test with evenly spaced requests"],
        samples: {
          weak: "The dashboard would show it.",
          pass: "I compare the busiest minute with the mean and alert on utilization.",
          strong:
            "I take the busiest minute of the busiest day. If it is exceeded, the queue grows faster than patience and clients retry, so the tier answers requests that nobody waits for any more. I would shed load early, serve what is cached, and alert on time in queue before the errors begin.",
        },
      },
    ],
  },
  {
    id: "storage-five-years",
    level: "07-cdn",
    topic: "Storage for five years",
    rungs: [
      {
        ask: "What will be stored, and which of it decides the size?",
        points: [
          "photos dominate, rows are small",
          "several sizes of each photo",
          "copies: in several zones, in a second region",
          "growth, not only today's rate",
        ],
        redFlags: ["stores photos in rows of the database"],
        samples: {
          weak: "The database holds everything, so it must be big.",
          pass: "Photos are a thousand times larger than their rows. Photos times size times copies.",
          strong:
            "Rows are a kilobyte, photos two megabytes in three sizes: photos decide. They go to object storage, which keeps its own copies; the database keeps the key, the owner and the time. I count growth over five years, since photos are never deleted in practice.",
        },
      },
      {
        ask: "{photos} new photos a day, {mb} MB each with all sizes, kept {copies} times for {years} years. How many terabytes?",
        figure: "storage-years",
        points: [
          "photos × size × copies × days",
          "says decimal or binary does not matter here",
          "states that the rate is taken as constant",
        ],
        redFlags: ["forgets the copies"],
        samples: {
          weak: "A few gigabytes.",
          pass: "Photos times size times copies times days.",
          strong:
            "A million photos of two megabytes are two terabytes a day, 730 a year, times copies. Growth makes it more, so I would say the order of magnitude, petabytes, and that it is money rather than a limit.",
        },
      },
      {
        ask: "What does it cost to keep it, and what would you do about the old ones?",
        points: [
          "price per gigabyte and month times the amount",
          "colder classes for what is rarely read",
          "their price for reading back",
          "keep the original, make sizes on demand",
        ],
        redFlags: ["deletes users' photos", "forgets the cost of reading cold data"],
        samples: {
          weak: "Storage is cheap.",
          pass: "About two cents a gigabyte and month; move old photos to a colder class.",
          strong:
            "Two cents a gigabyte and month make about $23,000 a month for each petabyte. Photos older than a year are rarely seen, so they go to a class at a quarter of the price. A read there costs more and takes longer, so the thumbnail stays warm and sizes are made on demand and cached at the edge.",
        },
      },
      {
        ask: "How do you know that nothing was lost, and what do you do when a bucket was emptied by mistake?",
        points: [
          "copies do not help against a deletion",
          "versions or a delay before deletion",
          "a checksum or inventory compared with the database",
          "a restore that was tried",
        ],
        redFlags: ["says that replication is the backup"],
        samples: {
          weak: "It is replicated three times.",
          pass: "Versioning, so that a deletion can be taken back.",
          strong:
            "A replica repeats the mistake at once. Versions with a grace period undo a deletion. A nightly inventory against the database finds photos without rows and rows without photos. Once a quarter we restore a sample, since a backup that was never restored is a hope.",
        },
      },
    ],
  },
  {
    id: "bandwidth",
    level: "07-cdn",
    topic: "Bandwidth and its bill",
    rungs: [
      {
        ask: "Where do the bytes of a photo site flow, and who is paid for them?",
        points: [
          "egress to users is what costs",
          "CDN to user, origin to CDN are different prices",
          "between zones and regions costs too",
          "ingress is usually free",
        ],
        redFlags: ["counts requests only"],
        samples: {
          weak: "Traffic is included.",
          pass: "Bytes out are paid: from the CDN to users, and from the origin to the CDN on a miss.",
          strong:
            "Uploads are free, downloads are not. From the edge to users at the CDN's price, from origin to edge for each miss, and cents for each gigabyte between zones and regions, which replication and chatty services pay all day.",
        },
      },
      {
        ask: "{views} photo views a day, {kb} KB each. How many gigabits a second at a peak of {peak} times the mean?",
        figure: "bandwidth-gbps",
        points: ["bytes to bits", "peak factor", "compares with what one box can send"],
        redFlags: ["a factor of eight lost"],
        samples: {
          weak: "I would need a good network.",
          pass: "Views times size times eight by 86,400, times the peak.",
          strong:
            "A hundred million views of a hundred kilobytes are ten terabytes a day, about a gigabit a second on average, three at the peak. One box sends that much, but from one place on earth; the CDN is bought for distance and price, not for the number alone.",
        },
      },
      {
        ask: "A CDN costs money. When does it pay, and what does it not help with?",
        points: [
          "cheaper per gigabyte than egress from the cloud",
          "latency for far users: round trips",
          "takes load from the web tier",
          "does not help with personal, uncacheable answers",
        ],
        redFlags: ["puts everything on the CDN, private pages too"],
        samples: {
          weak: "A CDN is always faster and cheaper.",
          pass: "It pays for static files that many read; personal pages are not cached.",
          strong:
            "It pays when the same bytes go to many people far away: fewer round trips for them, fewer requests for us, a lower price a gigabyte in volume. Rarely read files miss at the edge and are paid twice. HTML of a logged-in user gains only a nearer handshake.",
        },
      },
      {
        ask: "The bill for bytes doubled last month and traffic did not. How do you find out why, and what if the answer is a low hit ratio?",
        points: [
          "bytes by path and by status: hits, misses",
          "looks for a changed TTL, a changed URL, a query string in the key",
          "looks for larger files or a format lost",
          "remedies: versioned names with a long TTL; normalize the key",
        ],
        redFlags: ["buys more of the CDN"],
        samples: {
          weak: "I would ask the provider.",
          pass: "Compare the hit ratio before and after; a short TTL makes every edge fetch again.",
          strong:
            "I split bytes into edge to user and origin to edge. If the second grew, the hit ratio fell: a deploy that shortened a TTL or put a session id into the URL makes each object many objects. Versioned names with a TTL of a year and a key without tracking parameters bring it back. If the first grew, images got larger.",
        },
      },
    ],
  },
  {
    id: "hot-memory",
    level: "06-cache",
    topic: "Memory for the hot part",
    rungs: [
      {
        ask: "How do you decide how large a cache must be?",
        points: [
          "popularity is skewed: a small part takes most reads",
          "the working set in the time that matters, not all data",
          "object size with overhead",
          "a curve: hit ratio against memory",
        ],
        redFlags: ["as large as the database", "20 % holds always"],
        samples: {
          weak: "Twenty percent of the data, that is the rule.",
          pass: "The hot part takes most reads; I estimate its objects times their size.",
          strong:
            "I want the curve of hit ratio against memory. With skewed popularity the first gigabytes do most of the work, and each doubling adds a little less. 80/20 is a rule of thumb; I would take a trace of keys and compute the curve for LRU before I buy.",
        },
      },
      {
        ask: "{objects} objects are read in a day, {kb} KB each. How many gigabytes hold the hottest {share} %?",
        figure: "hot-memory",
        points: [
          "objects × share × size",
          "adds overhead of the store",
          "names what is held: pages, rows or files",
        ],
        redFlags: ["a factor of a thousand between KB, MB and GB"],
        samples: {
          weak: "One node will do.",
          pass: "Objects times share times size.",
          strong:
            "Objects times share times size, plus about a third for keys, pointers and fragments; so I buy a size above.",
        },
      },
      {
        ask: "What does a larger cache cost beyond its memory?",
        points: [
          "the longer refill after a restart",
          "stale copies: more to invalidate",
          "a database sized for the hits is too small on a miss",
          "money against the database load it saves",
        ],
        redFlags: ["sees the bill alone"],
        samples: {
          weak: "Only RAM.",
          pass: "Money, and it takes longer to warm up.",
          strong:
            "The larger its share of reads, the more the database behind it depends on it. At 99 % hits a cold cache sends a hundred times the usual load to the database. So with size come several nodes, so that one lost takes a part only, and a refill that is throttled.",
        },
      },
      {
        ask: "How do you know that it is too small, and what if more memory does not help?",
        points: [
          "evictions and hit ratio over time",
          "age of what is evicted against the time between two reads of a key",
          "keys read once (a crawler) push out the rest",
          "then: policy (LFU, admission), not memory",
        ],
        redFlags: ["looks at memory used: it is always full"],
        samples: {
          weak: "When memory is at 100 %.",
          pass: "Evictions rise and the hit ratio falls.",
          strong:
            "A full cache is normal. I compare how long a key survives with how often it is read. If a crawler reads everything once, LRU holds what nobody asks for again; more memory only holds more of that. A policy that counts (LFU, or admission on the second read) helps at once.",
        },
      },
    ],
  },
  {
    id: "how-many-servers",
    level: "03-scaling",
    topic: "How many servers",
    rungs: [
      {
        ask: "How do you find out how many web servers are needed?",
        points: [
          "arrival rate times CPU per request: busy cores",
          "divided by a target utilization below one",
          "at least one more than that (N−1)",
          "measured, not looked up",
        ],
        redFlags: ["users by a figure from a blog", "100 % utilization"],
        samples: {
          weak: "About a thousand users a server.",
          pass: "Rate times time per request, by 70 %, plus one spare.",
          strong:
            "Rate times CPU per request is the number of busy cores. I divide by the target, about 70 %, since queues grow without bound near one, round up to boxes and add one, so that the target still holds with a box away.",
        },
      },
      {
        ask: "{rate} requests a second, {ms} ms of CPU each, boxes of {cores} cores, at most {busy} % busy. How many boxes, with one to spare?",
        figure: "boxes-needed",
        points: ["Little's law or rate × service time", "rounds up", "adds the spare"],
        redFlags: ["rounds down", "confuses CPU time with latency"],
        samples: {
          weak: "Ten.",
          pass: "Rate times milliseconds gives cores; by the target and by the cores a box; plus one.",
          strong:
            "I use CPU time, not latency: a request that waits for the database holds a worker but no core. Cores by 0.7, by cores a box, rounded up, plus one. Then I would check that the workers do not run out before the cores do.",
        },
      },
      {
        ask: "Why not fewer and larger boxes? What does each way cost?",
        points: [
          "a larger box has the same price a core up to a limit",
          "one of two lost is half of the capacity, one of ten a tenth",
          "larger boxes pool better: less waiting at equal load",
          "more boxes: more connections to the database, more deploys",
        ],
        redFlags: ["one large box"],
        samples: {
          weak: "Big boxes are easier.",
          pass: "More small boxes lose less when one fails.",
          strong:
            "Price a core is about the same. With two boxes I pay for 100 % spare, with ten for 11 %. Against that, many small boxes hold many connections and each runs its own queue. I take a middle size, so that the spare is 10 to 20 %.",
        },
      },
      {
        ask: "How do you know in production that the number is right, and what happens on the day when a box dies at the peak?",
        points: [
          "utilization at the peak, and time in queue",
          "tries it: takes a box out on purpose",
          "the rest carries N/(N−1) of its load",
          "what is lost until the health check notices",
        ],
        redFlags: ["average CPU of the day"],
        samples: {
          weak: "The load balancer handles it.",
          pass: "The others take over; I watch that they stay below 80 %.",
          strong:
            "At the peak each of the others takes N by N−1 of its load, so 70 % becomes 77 with eleven left of twelve. Until the health check has missed a few times, a twelfth of requests goes to the dead box, unless the balancer retries elsewhere. I take one out each month at the peak, so that this is known, not hoped.",
        },
      },
    ],
  },
  {
    id: "nines",
    level: "09-data-centers",
    topic: "What 99.9 % means, in series and in parallel",
    rungs: [
      {
        ask: "What does 99.9 % availability promise, and who measures it?",
        points: [
          "a share of requests or of minutes, over a window",
          "measured where the user is, not in the server",
          "what is left is an error budget, to be spent",
          "an objective inside is stricter than the promise outside",
        ],
        redFlags: ["the process was up"],
        samples: {
          weak: "The server is up 99.9 % of the time.",
          pass: "One request in a thousand may fail in a month.",
          strong:
            "Over thirty days, 99.9 % of requests answered well and in time, counted at the edge. The thousandth is the error budget: deploys and experiments may spend it, and when it is gone we stop changing things.",
        },
      },
      {
        ask: "How many minutes a month of {days} days does {nines} % allow?",
        figure: "downtime-minutes",
        points: [
          "share × minutes of the month",
          "knows 43 minutes for three nines",
          "says how many failovers fit into it",
        ],
        redFlags: ["a factor of ten off"],
        samples: {
          weak: "A few seconds.",
          pass: "30 × 24 × 60 are 43,200 minutes, times what is allowed to fail.",
          strong:
            "43,200 minutes times the share. Three nines are 43 minutes, so one failover by hand uses it up; four nines are four, so failover must be automatic.",
        },
      },
      {
        ask: "Two parts of 99.9 % stand in series. And the same two side by side, either of them enough? What does the second way cost?",
        points: [
          "in series they multiply: about the sum of the failures",
          "in parallel the failures multiply, if independent",
          "independence is the catch: same zone, same deploy, same bug",
          "twice the machines, and something that switches over",
        ],
        redFlags: ["adds availabilities", "takes independence for granted"],
        samples: {
          weak: "Two are twice as safe.",
          pass: "In series a bit less than each; in parallel nearly always up.",
          strong:
            "In series 0.999² is 99.8 %. In parallel 1 − 0.001² would be six nines on paper; real pairs share a zone, a configuration and a deploy, and the switch takes seconds, so I would promise four. It costs a second of everything and the test of the switch.",
        },
      },
      {
        ask: "How do you know that the spare works, and what if the switch itself fails?",
        points: [
          "drills: switch on purpose",
          "detection time plus switch time is the outage",
          "split brain: fencing or a quorum",
          "a way by hand, written down",
        ],
        redFlags: ["it is configured, so it works"],
        samples: {
          weak: "We have a standby.",
          pass: "We test the failover every quarter.",
          strong:
            "A spare that never served is a guess. We switch every month in daylight and record detection and switch time. If the switch fails halfway, two may believe they lead; a quorum decides and the old one is fenced off before the new one writes.",
        },
      },
    ],
  },
  {
    id: "percentiles",
    level: "01-single-server",
    topic: "Why p99 and not the mean",
    rungs: [
      {
        ask: "Why do you look at p95 or p99 and not at the mean?",
        points: [
          "the mean hides a few very slow ones",
          "answer times are skewed, with a long tail",
          "heavy users meet the tail every day",
          "percentiles cannot be averaged",
        ],
        redFlags: ["p99 is the slowest user"],
        samples: {
          weak: "p99 is more precise.",
          pass: "One in a hundred slow requests does not show in the mean.",
          strong:
            "Ninety-nine at 20 ms and one at three seconds have a mean of 50 ms that nobody saw. A page of fifty requests meets that one in two visits of five. And the p99 of ten boxes is not the mean of ten p99s: one merges histograms.",
        },
      },
      {
        ask: "One page asks {calls} services at once and waits for all. Each is slow in {slow} % of cases. What share of pages is slow?",
        figure: "fan-out-slow",
        points: [
          "1 − (1 − p)^n",
          "says why it is near n·p for small p",
          "notes the assumption of independence",
        ],
        redFlags: ["gives the share of one service for that of the page"],
        samples: {
          weak: "The same share.",
          pass: "One minus the chance that none is slow.",
          strong:
            "One minus (1 − p) to the n; a hundred calls with 1 % slow make 63 % of pages slow. Independence is an assumption: a slow shared database makes all slow at once, which is kinder to the number of pages.",
        },
      },
      {
        ask: "How do you bring the tail down, and what does that cost?",
        points: [
          "less utilization: fewer waits",
          "shorter fan-out, or answer without the slowest",
          "hedged requests after p95, with extra load",
          "timeouts with a fallback",
        ],
        redFlags: ["faster code for the median"],
        samples: {
          weak: "Optimize the code.",
          pass: "More boxes, so that less waits; a timeout with a cached answer.",
          strong:
            "Most of the tail is waiting, so room helps first: from 90 to 70 % busy it falls to a third. Then a second request after the p95, which costs 5 % of load and cuts what one slow box does. Without a cap on hedges the remedy is a retry storm.",
        },
      },
      {
        ask: "Your load test shows p99 of 40 ms, users see two seconds. Who is right, and why?",
        points: [
          "coordinated omission: the tester waited and asked less",
          "evenly spaced arrivals hide queueing",
          "measured in the server, without the queue before it and the network",
          "open loop, Poisson arrivals, latency from the planned time",
        ],
        redFlags: ["users have slow phones, case closed"],
        samples: {
          weak: "The test is right, it was controlled.",
          pass: "The test ran evenly; real traffic comes in clumps.",
          strong:
            "The tester waited for each answer before the next, so when the server stalled it asked less and recorded one slow answer instead of a thousand. I would send at random times at a fixed rate, count from the planned time, and measure outside the server.",
        },
      },
    ],
  },
  {
    id: "api-and-tables",
    level: "01-single-server",
    topic: "Sketch the API and the tables",
    rungs: [
      {
        ask: "Sketch the API for uploading a photo and reading a feed.",
        points: [
          "resources and verbs: POST photo, GET feed",
          "pagination by cursor, not by offset",
          "an idempotency key for the upload",
          "the upload itself goes straight to object storage with a signed URL",
        ],
        redFlags: ["the photo as base64 in JSON", "GET that changes something"],
        samples: {
          weak: "POST /upload and GET /all.",
          pass: "POST /photos returns an id; GET /feed?after=cursor returns twenty.",
          strong:
            "POST /photos with an idempotency key returns an id and a signed URL, the phone puts the bytes to object storage and confirms. GET /feed?after=cursor returns twenty with URLs on the CDN. A repeated POST with the same key returns the same id.",
        },
      },
      {
        ask: "A feed joins {followed} followed people and takes the newest {each} of each. How many rows are read for one feed without any help?",
        figure: "feed-rows",
        points: [
          "followed × newest each",
          "with an index on (owner, time)",
          "knows what no index would read",
        ],
        redFlags: ["twenty, as many as shown"],
        samples: {
          weak: "Twenty rows.",
          pass: "Followed times newest, found through an index on owner and time.",
          strong:
            "Followed times newest each through (owner, time), then a merge to the twenty shown. Without the index it is the whole table for each feed, which is the first thing to look at when a database is slow.",
        },
      },
      {
        ask: "You pay for each index. Which do you keep, and what do they cost?",
        points: [
          "each index is written on every insert",
          "memory: indexes should fit",
          "(owner, time) serves feed and profile",
          "rare reports go to a replica or a warehouse, not to another index",
        ],
        redFlags: ["an index on every column"],
        samples: {
          weak: "Indexes make it faster, so more is better.",
          pass: "Each one slows writes; I keep the ones the main queries need.",
          strong:
            "Primary key, (owner, time), and (photo, user) unique for likes, which also makes a like idempotent. Each costs a write per insert and memory. A report once a day scans a replica.",
        },
      },
      {
        ask: "How do you know that clients double their uploads, and what if the idempotency key is reused by mistake?",
        points: [
          "count repeated keys",
          "a unique constraint is the judge, not a check before",
          "same key with another body: refuse",
          "keys expire after a time",
        ],
        redFlags: ["SELECT, then INSERT"],
        samples: {
          weak: "Check whether the photo is there before inserting.",
          pass: "A unique index on the key; a conflict returns the first result.",
          strong:
            "A check before an insert has a race; the unique index does not. I store a hash of the body with the key, answer 409 if it differs, count repeats as a metric of flaky networks, and drop keys after a day.",
        },
      },
    ],
  },
];
