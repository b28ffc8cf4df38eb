/** Ladders on what the levels themselves are about. */
import type { LadderProse } from "../../contract/ladders.ts";

export const levelLadders: readonly LadderProse[] = [
  {
    id: "one-box",
    level: "01-single-server",
    topic: "Everything on one box: what gives way first",
    rungs: [
      {
        ask: "Web application and database run on one machine. What is right about that, and what gives way first?",
        points: [
          "cheap, simple, no network between the parts: right for a start",
          "they compete for the same cores and memory",
          "a restart of either takes all down",
          "no part can grow alone",
        ],
        redFlags: ["it is always wrong"],
        samples: {
          weak: "It is bad practice.",
          pass: "Fine for few users; both share the CPU, and one restart stops everything.",
          strong:
            "It is right until something is known to hurt: one bill, one backup, no network. CPU gives way first, since each page costs web and database work on the same cores; and every deploy is an outage. The first step is to take the database away.",
        },
      },
      {
        ask: "{rate} requests a second arrive, each works {ms} ms on a core. How many cores are busy on average?",
        figure: "busy-cores",
        points: ["rate × time", "a mean: bursts need more", "waiting grows long before all are busy"],
        redFlags: ["one core for each request"],
        samples: {
          weak: "As many as requests.",
          pass: "Rate times seconds of work.",
          strong:
            "Rate times work. I buy so that this is 70 % of what is there, since above that requests wait for each other.",
        },
      },
      {
        ask: "You double the box. What does it cost, and what does it not solve?",
        points: [
          "price about double",
          "a limit: the largest on sale",
          "the restart is still an outage",
          "a database gains less than double",
        ],
        redFlags: ["it solves availability"],
        samples: {
          weak: "It solves it.",
          pass: "Twice the money; still one box.",
          strong:
            "Linear in price, nearly linear for web work, less for the database, which shares locks and memory. It buys time, not a second chance: when it dies, all is gone.",
        },
      },
      {
        ask: "How do you know which of the two is using the box up, and what if it is neither?",
        points: [
          "CPU by process; time waiting for disk",
          "memory and swapping",
          "locks: idle CPU and slow answers",
          "then the way: network, name, client",
        ],
        redFlags: ["load average alone"],
        samples: {
          weak: "Look at the load.",
          pass: "CPU by process.",
          strong:
            "CPU by process, then the wait for the disk, then memory. If all are idle and answers slow, somebody waits for a lock or for something outside, and I trace one request.",
        },
      },
    ],
  },
  {
    id: "transactions",
    level: "02-database",
    topic: "Transactions and isolation",
    rungs: [
      {
        ask: "What does a transaction promise, and where does this site need one?",
        points: [
          "all or nothing, durable after commit",
          "isolation: by level, usually less than serial",
          "selling the last print: stock and sale together",
          "likes and views need none",
        ],
        redFlags: ["ACID means that it is correct by itself"],
        samples: {
          weak: "It makes the database safe.",
          pass: "Either both changes happen or none; for orders.",
          strong:
            "Atomic and durable, and isolated as far as the level says: read committed lets two buyers both see one print. The sale must lock or check the row in its update. Likes are counted without.",
        },
      },
      {
        ask: "A sale holds the row of one print for {ms} ms. How many sales of that print a second are possible?",
        figure: "row-rate",
        points: ["one by the time", "whatever the machine", "so keep it short: no call to others inside"],
        redFlags: ["depends on the cores"],
        samples: {
          weak: "Thousands.",
          pass: "1,000 by the milliseconds.",
          strong:
            "1,000 by the milliseconds, on any machine. If the payment provider is called inside the transaction, that is two a second.",
        },
      },
      {
        ask: "Pessimistic lock, optimistic check, or a queue for each print: what does each cost?",
        points: [
          "lock: waiting, deadlocks",
          "check: retries under contention",
          "queue: order and delay",
          "reservation with expiry",
        ],
        redFlags: ["serializable everywhere"],
        samples: {
          weak: "Lock the table.",
          pass: "A conditional update and try again.",
          strong:
            "UPDATE … WHERE left > 0 does it in one statement, and zero rows means sold out. Under a run of buyers the checks fail often, so a queue per print or a reservation for ten minutes is kinder.",
        },
      },
      {
        ask: "How do you find out that a print was sold twice, and what if the transaction's answer was lost?",
        points: [
          "a constraint refuses it; reconciliation counts",
          "the client does not know: commit may have happened",
          "idempotency key, ask again",
          "compensate: refund",
        ],
        redFlags: ["no answer means not done"],
        samples: {
          weak: "Then it failed.",
          pass: "Ask again with the same key.",
          strong:
            "A lost answer is not a no. The client repeats with the same key and gets the same sale. Sales against stock are compared each night, and one too many is refunded with an apology.",
        },
      },
    ],
  },
  {
    id: "up-or-out",
    level: "03-scaling",
    topic: "Scale up or scale out",
    rungs: [
      {
        ask: "Scale up or scale out: how do you decide?",
        points: [
          "up: simple, a limit, one failure takes all",
          "out: needs statelessness and something that spreads",
          "web out; the database up for long",
          "availability decides, not only load",
        ],
        redFlags: ["out is always better"],
        samples: {
          weak: "Horizontal scales better.",
          pass: "Up has a limit and no redundancy; out needs a balancer.",
          strong:
            "Per tier. Web servers hold nothing, so out: it gives capacity in small steps and a spare. The database is hard to split, so up until that hurts. Even where one large box would do, I take two for the day one dies.",
        },
      },
      {
        ask: "One box of {cores} cores instead of {boxes} of the same total: what share of capacity, in percent, is left when one of the many is lost?",
        figure: "left-after-loss",
        points: ["(n − 1) by n", "with one box: nothing", "and the rest must carry all"],
        redFlags: ["says 100 %: the others are not more for it"],
        samples: {
          weak: "All.",
          pass: "N minus one by N.",
          strong: "(n − 1)/n; so the others must be below that on a normal day for the loss not to be felt.",
        },
      },
      {
        ask: "What does the tenth box cost that the second did not?",
        points: [
          "connections to the database",
          "deploys, versions side by side",
          "cache in each box less useful",
          "coordination: anything shared becomes the limit",
        ],
        redFlags: ["scaling out is linear forever"],
        samples: {
          weak: "The same.",
          pass: "More connections to the database.",
          strong:
            "Web work scales nearly linearly; what all ten share does not: connections, locks, one hot row. At some box the database is what is bought, and boxes add nothing.",
        },
      },
      {
        ask: "How do you know that more boxes stopped helping, and what then?",
        points: [
          "throughput level while utilization of boxes falls",
          "they wait: the shared part is full",
          "stop adding; look behind",
          "more boxes may make it worse",
        ],
        redFlags: ["double again"],
        samples: {
          weak: "Add more.",
          pass: "CPU of the boxes falls and latency does not.",
          strong:
            "When each new box lowers the CPU of all and answers stay slow, they wait for the database. Then I take boxes away, since they only send it more at once, and mend what is behind.",
        },
      },
    ],
  },
  {
    id: "the-knee",
    level: "03-scaling",
    topic: "Why not run at 95 %",
    rungs: [
      {
        ask: "A tier is 95 % busy and all is well on average. Why do you buy more?",
        points: [
          "waiting grows like 1/(1 − utilization)",
          "chance alone fills it for moments",
          "no room for a lost box or a surge",
          "past 100 % the queue grows until patience ends",
        ],
        redFlags: ["5 % is free, so it is fine"],
        samples: {
          weak: "It is nearly full.",
          pass: "Queueing makes waits long near 100 %.",
          strong:
            "At 95 % a single server makes one wait nineteen times its service on average, at 70 % two and a bit. Many cores soften that, but one box lost makes 95 into more than 100, and then the queue does not get longer, it does not end.",
        },
      },
      {
        ask: "A single server needs {ms} ms for a request, at random times, {busy} % busy. How many milliseconds does a request take on average, wait included (M/M/1)?",
        figure: "mm1-time",
        points: ["service by (1 − ρ)", "assumes exponential times", "less with even work or many servers"],
        redFlags: ["service time"],
        samples: {
          weak: "The service time.",
          pass: "Service by one minus utilization.",
          strong:
            "S/(1 − ρ). With constant service the wait is half of that; with c cores it starts later and rises more steeply.",
        },
      },
      {
        ask: "What would let you run hotter, and what does it cost?",
        points: [
          "more servers in one pool",
          "less variable work: split slow requests off",
          "faster scaling",
          "shedding in place of queueing",
        ],
        redFlags: ["a longer queue"],
        samples: {
          weak: "Longer queues.",
          pass: "Larger pools wait less at the same load.",
          strong:
            "One pool of 64 cores at 85 % waits less than eight pools of eight. Slow reports go to their own, so that pages are even. And a short queue that refuses is better than a long one that answers people who left.",
        },
      },
      {
        ask: "How do you see the knee before users do, and what if you are beyond it?",
        points: [
          "time in queue, not CPU alone",
          "load test with random arrivals",
          "beyond: retries hold it there",
          "shed to get back below",
        ],
        redFlags: ["wait until it recovers"],
        samples: {
          weak: "Latency rises.",
          pass: "Measure time in queue.",
          strong:
            "p99 of time in queue rises first. I find the knee by taking boxes away on a quiet day. Beyond it, everything that times out comes again, so only less traffic brings it back.",
        },
      },
    ],
  },
  {
    id: "n-minus-one",
    level: "03-scaling",
    topic: "N − 1",
    rungs: [
      {
        ask: "What does it mean that a system is sized for N − 1, and for what is it not enough?",
        points: [
          "with any one lost the target still holds, at the peak",
          "not for two at once, a zone, a bad deploy",
          "also while one is being updated: N − 2",
          "the loss until it is noticed",
        ],
        redFlags: ["one more box than the average needs"],
        samples: {
          weak: "One spare.",
          pass: "It works with one box missing at the peak.",
          strong:
            "At the peak, with one away, utilization is still below the knee. If a box is always in maintenance, a second may fail, so N − 2. A zone takes a third of all at once, so spread over three zones I size for that.",
        },
      },
      {
        ask: "{boxes} boxes run at {busy} % each. One dies. How busy is each of the others, in percent?",
        figure: "busy-after-loss",
        points: ["N by (N − 1)", "above 100 % it collapses", "fewer boxes, larger jump"],
        redFlags: ["says that the others stay as busy as they were"],
        samples: {
          weak: "A bit more.",
          pass: "Times N by N minus one.",
          strong:
            "Times N/(N − 1): with three boxes 60 becomes 90, with ten 67. So few boxes need more room each.",
        },
      },
      {
        ask: "What does the spare cost with three boxes and with twelve, and what is the catch with twelve?",
        points: [
          "half on top against a ninth or so",
          "more boxes fail more often",
          "more connections and overhead",
          "still one zone, one deploy",
        ],
        redFlags: ["no catch"],
        samples: {
          weak: "The same.",
          pass: "50 % against 9 %.",
          strong:
            "Three must have half on top, twelve a ninth. Twelve fail four times as often, each time mildly. What takes all at once, a deploy, a zone, a certificate, does not care for the number.",
        },
      },
      {
        ask: "How do you prove N − 1, and what if the test shows that it does not hold?",
        points: [
          "take one away at the peak, on purpose",
          "watch errors in the seconds until detection",
          "then: more boxes, faster checks, retries",
          "repeat after growth",
        ],
        redFlags: ["calculate only"],
        samples: {
          weak: "Calculate.",
          pass: "Switch one off at noon.",
          strong:
            "One off at the peak with a hand on the switch. If errors last longer than the detection, it is load: buy. If only until detection, checks and retries. And monthly, since load grows.",
        },
      },
    ],
  },
  {
    id: "edge-ttl",
    level: "07-cdn",
    topic: "The TTL at the edge",
    rungs: [
      {
        ask: "Which TTL do files get at the CDN, and how do users see a new version?",
        points: [
          "long, with the version in the name",
          "HTML short or not at all",
          "purge as an exception",
          "browser cache apart: max-age, s-maxage",
        ],
        redFlags: ["short, so that changes arrive"],
        samples: {
          weak: "A minute.",
          pass: "A year for versioned files, seconds for HTML.",
          strong:
            "A name with a hash never changes its content, so a year and immutable. The page that names it lives for seconds. So a release is one small file, and nothing is purged.",
        },
      },
      {
        ask: "A file is asked for {rate} times an hour at one edge, TTL {ttl} s. What hit ratio has it there, in percent, at random times?",
        figure: "ttl-hits",
        points: [
          "one miss for each TTL that has a request",
          "λT / (1 + λT)",
          "popular files hit, rare ones do not",
        ],
        redFlags: ["99 % always"],
        samples: {
          weak: "99 %.",
          pass: "Requests in a TTL by one more than that.",
          strong:
            "λT/(1 + λT): after a miss the file lives for T and gets λT hits on average. A file asked for once in a TTL hits in half of the cases, in each of the edges.",
        },
      },
      {
        ask: "What does a TTL that is too short cost, and one that is too long?",
        points: [
          "short: origin bytes and load, slower users",
          "long: old content after a change",
          "evictions end it earlier anyway",
          "stale-while-revalidate between the two",
        ],
        redFlags: ["too long costs memory of ours"],
        samples: {
          weak: "Long is cheaper.",
          pass: "Short: more misses. Long: stale.",
          strong:
            "Short pays origin bytes again and again and far users wait for the long way. Long shows last week's logo unless the name changes. stale-while-revalidate serves the old one for a moment and fetches in the background.",
        },
      },
      {
        ask: "A wrong file is at all edges with a TTL of a year. How do you notice, what do you do, and what if purging fails?",
        points: [
          "clients report version and errors",
          "change the name: new HTML points to a new file",
          "purge as well, but do not depend on it",
          "browsers have it too: only a new name helps there",
        ],
        redFlags: ["purge and be done"],
        samples: {
          weak: "Purge.",
          pass: "Deploy a new name.",
          strong:
            "A new name in the HTML, which lives for seconds: that reaches browsers as well, which no purge does. A broken service worker is worse, so that one is never cached long.",
        },
      },
    ],
  },
  {
    id: "far-users",
    level: "07-cdn",
    topic: "Users far away",
    rungs: [
      {
        ask: "Users in Seoul load your page from Virginia in three seconds. Why, and what helps?",
        points: [
          "round trips: handshake, page, then files",
          "not bandwidth: distance",
          "files near them by CDN",
          "fewer round trips: connection reuse, HTTP/2, preload",
        ],
        redFlags: ["more servers in Virginia"],
        samples: {
          weak: "Their internet is slow.",
          pass: "Each round trip takes 200 ms; a CDN is nearer.",
          strong:
            "At 200 ms a trip, connecting is two, the page one, styles and images two more rounds. The CDN ends connections near them and has the files; what is left is one trip for the page over a warm connection.",
        },
      },
      {
        ask: "A page needs {trips} round trips of {far} ms. {moved} of them end at an edge of {near} ms instead. How many milliseconds are left?",
        figure: "edge-time",
        points: ["trips left far plus trips near", "server time on top", "parallel requests count once"],
        redFlags: ["files count each"],
        samples: {
          weak: "Half.",
          pass: "Far ones plus near ones.",
          strong:
            "Far trips that remain plus near ones. Twenty files over one connection are one or two rounds, not twenty.",
        },
      },
      {
        ask: "What does the edge cost, and which pages gain nothing?",
        points: [
          "bytes, requests, a contract",
          "personal pages only in handshakes",
          "rarely read files miss",
          "debugging is harder",
        ],
        redFlags: ["everything gains"],
        samples: {
          weak: "Only money.",
          pass: "Personal pages gain little.",
          strong:
            "Price by gigabyte, and a place more where things are old. Personal answers are computed at home; they gain two handshakes. If that is not enough, a region near them, at a multiple.",
        },
      },
      {
        ask: "How do you know that users in Seoul are faster now, and what if only some of them are?",
        points: [
          "real user measurements by country and network",
          "percentiles",
          "routed to a far edge: wrong resolver, peering",
          "cold edges: few users there",
        ],
        redFlags: ["test from the office by VPN"],
        samples: {
          weak: "Ask someone there.",
          pass: "Real user monitoring by country.",
          strong:
            "p75 of real users by country and network. If one provider is slow, its resolver makes them look as if they were elsewhere, or peering is poor: the CDN can be told. If quiet hours are slow, the edge is cold.",
        },
      },
    ],
  },
  {
    id: "what-is-state",
    level: "08-stateless",
    topic: "What counts as state",
    rungs: [
      {
        ask: "What is state in a web server, and where does each kind go?",
        points: [
          "sessions: store or signed cookie",
          "uploads in progress: object storage",
          "local caches: fine, if they may be wrong or empty",
          "timers and jobs: a queue",
          "open connections (WebSockets): reconnect",
        ],
        redFlags: ["only sessions"],
        samples: {
          weak: "Sessions.",
          pass: "Sessions, files on disk, jobs in memory.",
          strong:
            "All that is lost when the box goes. Sessions to a store, files to object storage, jobs to a queue. Caches may stay, since they can be made again. Open sockets cannot move, so clients must come back, spread over time.",
        },
      },
      {
        ask: "{boxes} boxes with {clients} open connections each; one is replaced, and clients come back within {spread} s. How many connects a second is that for the rest?",
        figure: "reconnects",
        points: ["clients by spread", "handshakes cost CPU", "without a spread all come at once"],
        redFlags: ["says none: connections are state as well"],
        samples: {
          weak: "None.",
          pass: "Clients by seconds.",
          strong:
            "Clients by seconds, over the others. So clients wait a random time first, and a box is drained over minutes rather than stopped.",
        },
      },
      {
        ask: "Making the tier stateless costs what, and when would you not?",
        points: [
          "a lookup for each request",
          "a store to run",
          "games, documents edited together: state near the CPU is the point",
          "then: route by key, and copies",
        ],
        redFlags: ["makes it stateless always, whatever the price"],
        samples: {
          weak: "Always stateless.",
          pass: "It costs a network hop.",
          strong:
            "A hop and a store. A document edited by five at once lives best in one process; there I route by document, log each change, and can start it elsewhere within seconds.",
        },
      },
      {
        ask: "How do you find hidden state, and what if it turns up in production?",
        points: [
          "kill boxes at random, all the time",
          "one box only works for some users",
          "sticky as a bandage, with an end date",
          "move it out, then unstick",
        ],
        redFlags: ["make it sticky and forget it"],
        samples: {
          weak: "Code review.",
          pass: "Random restarts.",
          strong:
            "Boxes live for a day at most, so state that hides is found in a day. If users depend on one box, I make that path sticky for the week it takes to move it, with a ticket that blocks the next release.",
        },
      },
    ],
  },
  {
    id: "session-store-dies",
    level: "08-stateless",
    topic: "The session store dies",
    rungs: [
      {
        ask: "All sessions are in one store, and it dies. What do users see, and how do you prevent it?",
        points: [
          "everybody is logged out, at once",
          "a pair with replication",
          "spread over nodes: a part is lost",
          "or cookies that need no store",
        ],
        redFlags: ["sessions are not important"],
        samples: {
          weak: "They log in again.",
          pass: "All are logged out; use a replica.",
          strong:
            "You moved a tenth of risk ten times into one risk of all. A copy takes over in seconds. Besides, a million logins at once are an attack on the password hashing: so sessions are rebuilt from a signed cookie.",
        },
      },
      {
        ask: "{users} users are logged out at once and log in again within {minutes} minutes; a login costs {ms} ms of CPU. How many cores does that take?",
        figure: "login-storm",
        points: [
          "users by seconds × CPU",
          "password hashing is expensive on purpose",
          "compare with the tier",
        ],
        redFlags: ["says few, without reckoning"],
        samples: {
          weak: "Few.",
          pass: "Logins a second times CPU.",
          strong:
            "Users by seconds × CPU time: hashing is slow by design, so this is often more than the whole tier. It is why logging everybody out is never harmless.",
        },
      },
      {
        ask: "A synchronous copy of the session store: what does it cost, and is it worth it?",
        points: [
          "each login and change waits for the copy",
          "asynchronous loses the last second: those log in again",
          "a second machine",
          "most would take asynchronous",
        ],
        redFlags: ["sync, to be safe"],
        samples: {
          weak: "Yes, safe.",
          pass: "No, a second of sessions may be lost.",
          strong:
            "Asynchronous. A second of new sessions lost is a hundred logins; waiting would cost every request that touches its session. For shopping carts I think again.",
        },
      },
      {
        ask: "How do you know that the copy takes over, and what if the old one comes back?",
        points: [
          "switch regularly",
          "old one must be empty or follow",
          "clients find the new one",
          "count logouts",
        ],
        redFlags: ["merge both"],
        samples: {
          weak: "It is configured.",
          pass: "Test it each month.",
          strong:
            "Monthly, while counting logouts a minute. The old node comes back as a follower and throws away what it has; two that both accept would log users in and out by chance.",
        },
      },
    ],
  },
  {
    id: "geo-routing",
    level: "09-data-centers",
    topic: "How users find the nearest region",
    rungs: [
      {
        ask: "How does a user reach the nearest of your regions, and what happens when it fails?",
        points: [
          "geographic DNS: by the resolver's place",
          "anycast: one address, routed by the network",
          "health checks take a region out",
          "TTL decides how long clients stay with the dead one",
        ],
        redFlags: ["the browser measures and chooses"],
        samples: {
          weak: "DNS.",
          pass: "GeoDNS gives the nearest address; if it fails, the other.",
          strong:
            "GeoDNS answers by where the resolver is, which is usually near the user. If checks fail it answers with the other region, and clients follow as their TTL ends. Anycast moves in seconds without names, and may move in the middle of a connection.",
        },
      },
      {
        ask: "Half of all users are in the region that fails. Checks take {detect} s, the TTL is {ttl} s. What share of requests, in percent, fails within {window} s after the failure?",
        figure: "region-failover-share",
        points: [
          "all of them until detection, then falling to zero over the TTL",
          "half × (detect + ttl/2) by window",
          "who ignores TTLs stays",
        ],
        redFlags: ["half of the window"],
        samples: {
          weak: "Half.",
          pass: "Half of detection plus half of the TTL, by the window.",
          strong:
            "Each client leaves at a random time within the TTL after detection, so on average half a TTL. Half × (detection + TTL/2) by the window.",
        },
      },
      {
        ask: "What do short checks and short TTLs cost?",
        points: [
          "false switches of half of the world",
          "DNS queries",
          "the other region must take them, cold",
          "flapping",
        ],
        redFlags: ["says that they cost nothing"],
        samples: {
          weak: "More queries.",
          pass: "A false alarm moves all users.",
          strong:
            "Moving a region is itself an outage for the caches and the lag. So three checks from several places must agree, leaving is quick, coming back slow and by hand.",
        },
      },
      {
        ask: "How do you know who is sent where, and what if a region is half dead?",
        points: [
          "requests by region and country",
          "shallow checks say healthy while checkouts fail",
          "check a whole user story",
          "weights: drain by percent",
        ],
        redFlags: ["the check is green, so it is healthy"],
        samples: {
          weak: "The check says.",
          pass: "Check the important path.",
          strong:
            "Gray is the usual way to fail. The check buys a test print. I compare success by region, and drain by weights: 10 %, look, 50 %, all.",
        },
      },
    ],
  },
  {
    id: "data-between-regions",
    level: "09-data-centers",
    topic: "Data between regions",
    rungs: [
      {
        ask: "A user writes in one region and is sent to the other a second later. What must be there?",
        points: [
          "session; the user's own writes",
          "asynchronous copies are late",
          "route a user to one home region",
          "what is late must be tolerated or waited for",
        ],
        redFlags: ["the database does that"],
        samples: {
          weak: "Everything is replicated.",
          pass: "Replication is late, so the write may be missing.",
          strong:
            "Nothing newer than the lag. So users stick to a region unless it fails; then they may miss their last second, and the app says that it is catching up. Sessions are signed cookies, so they work anywhere.",
        },
      },
      {
        ask: "{writes} writes a second of {kb} KB go to the other region. How many Mbit/s leave, to {copies} other regions together?",
        figure: "replication-mbps",
        points: ["rate × size × 8", "times regions", "compress; paid by gigabyte"],
        redFlags: ["bytes for bits"],
        samples: {
          weak: "Little.",
          pass: "Rate times size times eight, times regions.",
          strong:
            "Rate × size × 8 × regions; the link is no limit, the bill for bytes between regions may be.",
        },
      },
      {
        ask: "Would you copy everything? What does it cost, and what would you leave out?",
        points: [
          "law: where personal data may be",
          "bytes between regions",
          "caches and derived data: rebuild",
          "photos: on demand",
        ],
        redFlags: ["everything everywhere"],
        samples: {
          weak: "Everything.",
          pass: "Not caches and thumbnails.",
          strong:
            "Rows yes, photos on first read, search and counts are rebuilt. Some data must not leave a country, so placement is a column, not an accident.",
        },
      },
      {
        ask: "How do you know how far behind the other region is, and what if the link was away for an hour?",
        points: [
          "heartbeat rows",
          "log kept long enough to catch up",
          "catch-up competes with live",
          "do not fail over to it meanwhile, or know the loss",
        ],
        redFlags: ["fail over anyway"],
        samples: {
          weak: "It catches up.",
          pass: "Watch lag; keep the log.",
          strong:
            "A heartbeat shows it in seconds. After an hour the log must still be there, else it is a new copy of everything. Until it is back, automatic failover to it is off, since the RPO would be an hour.",
        },
      },
    ],
  },
  {
    id: "local-cache",
    level: "celebrity-lab",
    topic: "One key, everybody reads it",
    rungs: [
      {
        ask: "One cache key is read by everybody. Why does adding cache nodes not help, and what does?",
        points: [
          "one key lives on one node",
          "copies of the key on several nodes",
          "a cache in each web box, for a second",
          "batching of equal requests in a box",
        ],
        redFlags: ["more nodes, or a better hash"],
        samples: {
          weak: "More nodes.",
          pass: "A local cache in each box.",
          strong:
            "Nodes spread keys, not one key. A second in each box's own memory turns the crowd into one read for each box and second, and equal requests under way are joined. Copies under k names are the other way.",
        },
      },
      {
        ask: "{boxes} boxes keep it for {ttl} s each; {reads} reads a second arrive in all. How many reads a second reach the shared cache?",
        figure: "local-cache-reads",
        points: ["boxes by TTL", "whatever the reads", "if each box gets at least one per TTL"],
        redFlags: ["a share of the reads"],
        samples: {
          weak: "A tenth.",
          pass: "Boxes by TTL.",
          strong: "At most boxes by TTL, however many read; that is the charm of it.",
        },
      },
      {
        ask: "What does the local cache cost?",
        points: [
          "staleness up to its TTL, different in each box",
          "memory in each box",
          "invalidation does not reach it",
          "for a user who reloads, time goes back and forth",
        ],
        redFlags: ["says that it costs nothing"],
        samples: {
          weak: "Memory.",
          pass: "It may be a second old.",
          strong:
            "Box A shows 1,003 likes, box B 998 on the reload. For counts that is fine. For what the user wrote, it is added on top locally.",
        },
      },
      {
        ask: "How do you find the hot key in time, and what if it changes every minute?",
        points: [
          "sample keys at each box: top ten",
          "cache whatever is hot, automatically",
          "only above a rate",
          "never what is personal",
        ],
        redFlags: ["a list kept by hand"],
        samples: {
          weak: "Configure it.",
          pass: "Detect hot keys and cache these.",
          strong:
            "Each box counts reads in a small sketch and keeps what exceeds ten a second for a second. So it needs no list and is right about tomorrow's celebrity.",
        },
      },
    ],
  },
  {
    id: "dedicated-shard",
    level: "celebrity-lab",
    topic: "A shard for the celebrity",
    rungs: [
      {
        ask: "You give the celebrity a shard of their own. What does that solve, and what not?",
        points: [
          "neighbors are no longer slowed",
          "their own rows are as hot as before",
          "needs a directory",
          "one row's lock is still one row's lock",
        ],
        redFlags: ["it makes the celebrity fast"],
        samples: {
          weak: "It solves it.",
          pass: "Others are protected; the hot row stays hot.",
          strong:
            "It is isolation, not capacity: the blast radius is one shard. The like row still takes its thousand updates a second. For that one splits the counter.",
        },
      },
      {
        ask: "A shard is {busy} % busy, and one celebrity makes {share} % of its load. How busy is it, in percent, when they move out?",
        figure: "after-moving",
        points: ["busy × (1 − share)", "the new shard gets the rest", "moving itself is load"],
        redFlags: ["says that it is idle then"],
        samples: {
          weak: "Idle.",
          pass: "Busy times the rest.",
          strong:
            "Busy × (1 − share), and the move reads all of their rows from a shard that is full, so it is done before the concert.",
        },
      },
      {
        ask: "What does the directory cost that it needs?",
        points: [
          "a lookup for each request: cached everywhere",
          "must be right: a wrong entry writes to the wrong place",
          "moves need a cut-over",
          "an idle, expensive shard most of the year",
        ],
        redFlags: ["says that it costs nothing"],
        samples: {
          weak: "A table.",
          pass: "Another lookup.",
          strong:
            "Only exceptions are in it, so it is small and in each box; the hash is the rule. A box with an old copy must be refused by the shard, not served.",
        },
      },
      {
        ask: "How do you know who will be the next, and what if ten become hot in an evening?",
        points: [
          "load by key; growth of followers",
          "automatic splitting",
          "limits: shed writes of the one key",
          "remedies at the key: caches, counters",
        ],
        redFlags: ["ten more shards, by hand"],
        samples: {
          weak: "Ten shards.",
          pass: "Monitor; use caches for all.",
          strong:
            "Moving is for the few who stay famous. For an evening's fame the remedies must hold forevery key: local cache, counters in memory, limits per key.",
        },
      },
    ],
  },
  {
    id: "count-or-list",
    level: "celebrity-lab",
    topic: "The count and the list",
    rungs: [
      {
        ask: "A photo shows how many like it, and whether you do. How do you store both?",
        points: [
          "a row for each like: unique (photo, user)",
          "a count apart, derived",
          "count may be late, the row must not be lost",
          "reads never count rows",
        ],
        redFlags: ["COUNT(*) on each view"],
        samples: {
          weak: "Count the rows.",
          pass: "Rows plus a counter.",
          strong:
            "The row is the truth and makes a like idempotent. The count is derived: added up in memory or by a stream, written each second, and recounted at night.",
        },
      },
      {
        ask: "{likes} likes a second; counters are gathered and written every {flush} s by {boxes} boxes. How many updates a second does the row get?",
        figure: "gathered-writes",
        points: ["boxes by flush", "whatever the likes", "loss at a crash: up to flush × the box's share"],
        redFlags: ["as many as likes"],
        samples: {
          weak: "As many as likes.",
          pass: "Boxes by seconds.",
          strong:
            "Boxes by flush time: from thousands to a handful. A box that dies loses its last interval of counts; the rows are there, so a recount repairs it.",
        },
      },
      {
        ask: "What does it cost that the count is late?",
        points: [
          "two users see two numbers",
          "own like must show at once: add it locally",
          "limits (first hundred) cannot use it",
          "repair job",
        ],
        redFlags: ["unacceptable"],
        samples: {
          weak: "Users get confused.",
          pass: "A second late is fine.",
          strong:
            "For likes nothing. For the first hundred buyers everything: that is a transaction. I say which numbers are promises and which are decoration.",
        },
      },
      {
        ask: "How do you notice that count and rows drift apart, and what if they do for months?",
        points: [
          "recount a sample each night",
          "alert on drift in percent",
          "lost increments, double deliveries",
          "recount all, throttled",
        ],
        redFlags: ["nobody will notice"],
        samples: {
          weak: "Nobody counts.",
          pass: "A nightly recount.",
          strong:
            "A thousand photos are recounted each night and the drift is a metric. If it grows, increments are lost or doubled: the message id goes into the counter's state, so that repeats are ignored.",
        },
      },
    ],
  },
];
