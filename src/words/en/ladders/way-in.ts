/** Ladders on the way in: names, balancers, health, limits. */
import type { LadderProse } from "../../contract/ladders.ts";

export const wayInLadders: readonly LadderProse[] = [
  {
    id: "type-the-url",
    level: "01-single-server",
    topic: "What happens when a user opens your site",
    rungs: [
      {
        ask: "A user types your site's name and presses Enter. What happens until the page is there?",
        points: [
          "the name: caches of browser and system, the resolver, root, TLD and your name servers; the answer is kept for its TTL",
          "TCP handshake, then TLS: one or two round trips more",
          "the request to a CDN or a balancer, from there to a web server",
          "the server asks cache and database, builds HTML or JSON",
          "the browser parses, fetches styles, scripts and images over the same connection, and renders",
        ],
        redFlags: ["the browser asks the database", "DNS returns the page"],
        samples: {
          weak: "The browser sends a request to the server, which sends the page.",
          pass: "DNS gives the IP address, the browser opens a TCP and TLS connection, sends an HTTP request, and the server answers with HTML that the browser renders.",
          strong:
            "Browser and system look in their caches; if the name is not there, the resolver walks from the root to our name servers and keeps the address for its TTL. TCP costs one round trip, TLS 1.3 another, the request a third. The edge answers files itself; the page goes to the balancer and a web server, which reads a cache, and on a miss the database. The HTML names files; they come over the same connection, mostly from the edge; then it is rendered. A second visit skips the name, the handshake and most files.",
        },
      },
      {
        ask: "The round trip is {rtt} ms, the name and nothing else is cached, TLS 1.3, the server needs {server} ms. After how many milliseconds does the first byte of the page arrive?",
        figure: "first-byte",
        points: [
          "one round trip for TCP, one for TLS 1.3, one for the request",
          "adds the server's own time",
          "says what a new name would add",
        ],
        redFlags: ["one round trip in all"],
        samples: {
          weak: "One round trip, so as long as a ping.",
          pass: "Three round trips and the server's time.",
          strong:
            "Three round trips and the server's time; TLS 1.2 would take one more, a name not cached another walk of several trips, and a connection that is open already leaves one.",
        },
      },
      {
        ask: "Users on another continent say the site is slow. What do you change, and what does it cost?",
        points: [
          "the handshakes dominate, not the bytes",
          "end TCP and TLS near the user: CDN, anycast",
          "keep connections open, HTTP/2 or 3",
          "a second region only if the dynamic answer itself must be near; it costs replication",
        ],
        redFlags: ["faster servers at home"],
        samples: {
          weak: "Bigger servers.",
          pass: "A CDN near them for the files.",
          strong:
            "At 200 ms a round trip, three of them are 600 ms before anything is computed. Ending TLS at the edge leaves one long trip over a warm connection, and files need none. That is a small price a gigabyte. A second region removes the last trip and costs a copy of everything and writes that are late in one of them.",
        },
      },
      {
        ask: "How do you know which part of the way is slow, and what if it is the resolver, which is not yours?",
        points: [
          "the browser's timings: name, connect, TLS, first byte",
          "measured at real users, by country",
          "synthetic checks tell yours from theirs",
          "longer TTLs and two DNS providers",
        ],
        redFlags: ["looks at the server's log only"],
        samples: {
          weak: "Ping the server.",
          pass: "The browser's developer tools show each part.",
          strong:
            "Navigation timing from real users splits name, connect, TLS, waiting and download by country and network. If names are slow, a longer TTL means fewer lookups, and two providers mean one may fail. The price of the long TTL is a slow failover by name, so that one goes behind an address that does not move.",
        },
      },
    ],
  },
  {
    id: "dns-ttl",
    level: "01-single-server",
    topic: "The TTL of a DNS record",
    rungs: [
      {
        ask: "Which TTL do you give the record of your site, and why?",
        points: [
          "long: fewer lookups, survives an outage of the DNS provider",
          "short: a change reaches clients sooner",
          "depends on whether failover goes by name",
          "some clients keep names longer than told",
        ],
        redFlags: ["always the shortest"],
        samples: {
          weak: "One second, so changes are instant.",
          pass: "A minute if failover goes by DNS, else an hour.",
          strong:
            "The TTL is the longest time that a client may believe an old address. If the address is a balancer pair that does not move, an hour is fine. If regions are switched by name, 30 to 60 seconds, at the cost of more lookups, and I know that some resolvers ignore it.",
        },
      },
      {
        ask: "A site fails. The check runs every {interval} s and needs {misses} misses; the record lives {ttl} s. After how many seconds has the last well-behaved client moved?",
        figure: "dns-failover",
        points: [
          "detection: interval × misses",
          "plus the whole TTL for the unluckiest",
          "half of that on average",
        ],
        redFlags: ["the TTL alone"],
        samples: {
          weak: "After the TTL.",
          pass: "Detection plus the TTL.",
          strong:
            "Interval times misses until the record changes, plus a whole TTL for who asked just before. The average client waits half a TTL; who ignores TTLs comes later still.",
        },
      },
      {
        ask: "You shorten the TTL from an hour to ten seconds. What does that cost?",
        points: [
          "hundreds of times the queries, which are billed",
          "a lookup on the way of more page loads",
          "an outage of the name servers hurts within seconds",
          "does not help who ignores it",
        ],
        redFlags: ["says that it costs nothing"],
        samples: {
          weak: "Nothing, DNS is free.",
          pass: "More queries and some slower page loads.",
          strong:
            "Up to 360 times the queries, a lookup in front of a page for most visits. And if the name servers are down for a minute nobody finds us, where an hour's cache would have carried most people through.",
        },
      },
      {
        ask: "How do you know that your names are answered everywhere, and what if the DNS provider itself is down?",
        points: [
          "checks from several networks and countries",
          "two providers with the same zone",
          "anycast: one address, many places",
          "a long TTL on the NS records and on what does not move",
        ],
        redFlags: ["checks from the own office"],
        samples: {
          weak: "The provider guarantees 100 %.",
          pass: "Monitor from outside, and have a second provider.",
          strong:
            "Probes in several countries ask the authoritative servers and public resolvers. Providers use anycast, so an attack on one place stays there, but a bad configuration goes everywhere: two providers with the zone pushed to both, tested by taking one out.",
        },
      },
    ],
  },
  {
    id: "l4-l7",
    level: "04-load-balancer",
    topic: "L4 or L7, and where TLS ends",
    rungs: [
      {
        ask: "What is the difference between a balancer at layer 4 and one at layer 7?",
        points: [
          "L4 forwards connections by address and port",
          "L7 reads HTTP: path, headers, cookies; balances requests",
          "L7 ends TLS; L4 may pass it through",
          "long connections balance badly at L4",
        ],
        redFlags: ["L4 is older and L7 replaces it"],
        samples: {
          weak: "L7 is faster.",
          pass: "L4 sees TCP, L7 sees HTTP and can route by path.",
          strong:
            "L4 chooses once for each connection and knows nothing of what is inside; it is cheap and takes any protocol. L7 ends the connection, so it balances each request, retries elsewhere, routes by path and sees status codes. With HTTP/2 one connection carries a client's whole visit, so L4 spreads clients, not requests.",
        },
      },
      {
        ask: "One balancer node handles {capacity} requests a second; the peak is {rate}. How many nodes, so that one may die?",
        figure: "balancer-nodes",
        points: ["rounds up", "adds one for the loss", "keeps them below full"],
        redFlags: ["one node"],
        samples: {
          weak: "One.",
          pass: "Peak by capacity, rounded up, plus one.",
          strong:
            "Rounded up plus one, and then I look at how busy the rest is when one is gone, since a balancer that queues is a queue in front of everything.",
        },
      },
      {
        ask: "Where do you end TLS, and what does each choice cost?",
        points: [
          "at the edge or balancer: certificates in one place, plain inside or TLS again",
          "end to end: nothing readable on the way, but no routing by path",
          "CPU for handshakes",
          "the private network is not a reason to trust everything",
        ],
        redFlags: ["no TLS inside since it is private, without a word on who is inside"],
        samples: {
          weak: "At the web server.",
          pass: "At the balancer, so that it can read requests.",
          strong:
            "At the balancer, for certificates in one place and routing by path, and again from there to the boxes, since one box taken over should not read everybody's traffic. Handshakes cost, so connections inside stay open.",
        },
      },
      {
        ask: "How do you know that the balancer itself is the bottleneck, and what if its configuration is broken?",
        points: [
          "its own connections, CPU, queue time and 502/503 by origin",
          "status by who produced it: balancer or backend",
          "configuration changes go out to one node first",
          "roll back in one step",
        ],
        redFlags: ["balancers do not fail"],
        samples: {
          weak: "The site is down.",
          pass: "Its CPU is high while the boxes are idle.",
          strong:
            "Boxes idle, clients slow, and the balancer's own count of connections or ports at its limit. A broken configuration is the likeliest outage of a pair: both read the same file. So it is checked, goes to one node, and the old one is kept for going back.",
        },
      },
    ],
  },
  {
    id: "balancing-policies",
    level: "04-load-balancer",
    topic: "Round robin, least connections, hashing: when?",
    rungs: [
      {
        ask: "Which balancing policies do you know, and when do you take which?",
        points: [
          "round robin: equal boxes, equal requests",
          "least connections: boxes or requests differ",
          "two random choices: many balancers, no shared state",
          "hashing: the same key to the same box, for caches",
        ],
        redFlags: ["round robin is always fine"],
        samples: {
          weak: "Round robin.",
          pass: "Round robin when all is equal, least connections when requests differ.",
          strong:
            "Round robin is fine until one box slows down: it still gets its share. Least connections notices, since requests pile up there, but each balancer sees its own only; two random choices gets nearly the same with no shared state. Hashing when the box holds something for the key, and then I bound the load of each.",
        },
      },
      {
        ask: "{boxes} boxes share {rate} requests a second; one slows to {slow} requests a second. How many requests a second fail or queue under round robin?",
        figure: "slow-box-excess",
        points: ["its share is rate by boxes", "minus what it still manages", "the others are fine"],
        redFlags: ["says none: round robin does not look"],
        samples: {
          weak: "None.",
          pass: "Its share minus what it can do.",
          strong:
            "Rate by boxes arrive, it serves what it can, the rest queues until patience ends. The mean of the tier hides it: one box in ten makes p90 fine and p95 terrible.",
        },
      },
      {
        ask: "What does least connections get wrong?",
        points: [
          "a box that fails fast looks idle and attracts everything",
          "a new box is flooded: slow start",
          "each balancer knows its own connections only",
          "long-lived connections count though idle",
        ],
        redFlags: ["says that it gets nothing wrong"],
        samples: {
          weak: "It is optimal.",
          pass: "A box that answers errors at once gets the most requests.",
          strong:
            "The black hole: errors are quick, so the broken box has the fewest connections and gets everything. Passive checks that count errors take it out. A fresh box with cold caches needs a slow start.",
        },
      },
      {
        ask: "How do you see one slow box among fifty, and what if taking it out makes the next one slow?",
        points: [
          "latency per box, not per tier",
          "outlier ejection with a limit on how many",
          "if they follow each other, load is the cause, not the box",
          "then shed load instead of ejecting",
        ],
        redFlags: ["restarts boxes until it stops"],
        samples: {
          weak: "Restart it.",
          pass: "Percentiles per box; eject the outlier.",
          strong:
            "p95 per box against the median of all. Ejection is capped, at a tenth say, because with each box out the rest get more. If the next one falls, it was load or a shared dependency, and ejecting is how a slow day becomes an outage. Then the balancer should keep all in and shed.",
        },
      },
    ],
  },
  {
    id: "who-balances-the-balancer",
    level: "04-load-balancer",
    topic: "Who balances the balancer",
    rungs: [
      {
        ask: "The load balancer is one machine. What have you gained, and what do you do about it?",
        points: [
          "boxes may fail now, the balancer may not",
          "a pair with a floating address, or several behind DNS or anycast",
          "a managed balancer is several machines already",
          "who decides that the other takes over",
        ],
        redFlags: ["a balancer never fails"],
        samples: {
          weak: "Use a better machine.",
          pass: "Two balancers, one takes over the address.",
          strong:
            "The single point moved from the web to the balancer, which does less and fails less, but takes all with it. A pair shares a virtual address; the standby takes it after a few missed heartbeats. A managed one does that for me at a price, and above it stand DNS or anycast.",
        },
      },
      {
        ask: "The pair's heartbeat comes every {interval} s, {misses} misses make the switch, which takes {takeover} s. At {rate} requests a second, how many requests meet nobody?",
        figure: "takeover-lost",
        points: ["detection plus takeover", "times the rate", "clients that retry get an answer later"],
        redFlags: ["zero, since there are two"],
        samples: {
          weak: "None.",
          pass: "Interval times misses plus the switch, times the rate.",
          strong:
            "All requests of those seconds, and the open connections with them. Clients that try again after a second with jitter mostly do not notice; without jitter they all come back at once.",
        },
      },
      {
        ask: "Active-passive or active-active balancers: what does each cost?",
        points: [
          "passive: half of the money idle, simple",
          "active-active: both used, so each must carry all alone",
          "the passive one is never tried unless you switch",
          "connection state is lost or must be shared",
        ],
        redFlags: ["active-active doubles the capacity you may use"],
        samples: {
          weak: "Active-active is twice as fast.",
          pass: "With both active, each may be only half full.",
          strong:
            "Either way I pay for two and may use one. Active-active shows every day that both work; active-passive shows it on the day of the fault. I take both active, each below half.",
        },
      },
      {
        ask: "How do you know that the standby would take over, and what if both believe they are the active one?",
        points: [
          "switch on purpose, regularly",
          "split brain: two hosts with one address",
          "a third witness or quorum",
          "fencing the old one",
        ],
        redFlags: ["the documentation says so"],
        samples: {
          weak: "It is configured.",
          pass: "We switch once a month.",
          strong:
            "Monthly switch at noon. If the link between them breaks, both take the address and connections break at random; a third witness decides, and the loser gives the address up or is switched off.",
        },
      },
    ],
  },
  {
    id: "health-checks",
    level: "04-load-balancer",
    topic: "Shallow and deep health checks",
    rungs: [
      {
        ask: "What should a health check of a web server test?",
        points: [
          "shallow: the process answers",
          "deep: it reaches what only it can lose (disk, its own pool)",
          "not the shared database: that is the same for all",
          "readiness apart from liveness",
        ],
        redFlags: ["the check runs a query on the database, and all boxes leave at once"],
        samples: {
          weak: "That port 80 is open.",
          pass: "An endpoint that returns 200 if the application works.",
          strong:
            "It tests what makes this box worse than the others. A database that is slow makes every box fail a deep check, the balancer takes all of them out, and a slow site becomes none. So: own process, own pool, own disk; shared dependencies are metrics, and if all fail the balancer fails open.",
        },
      },
      {
        ask: "Checks every {interval} s, {misses} misses. One of {boxes} boxes dies at a steady {rate} requests a second, without retries. How many requests fail before it is out?",
        figure: "health-check-lost",
        points: [
          "detection time: interval × misses (up to one interval less or more)",
          "times the dead box's share",
          "retries elsewhere would save most",
        ],
        redFlags: ["all requests fail"],
        samples: {
          weak: "A few.",
          pass: "Seconds of detection times the rate by the boxes.",
          strong:
            "Interval times misses, times rate by boxes. With a retry on another box, reads lose nothing but a little time; writes only if they are idempotent.",
        },
      },
      {
        ask: "Why not check every second with one miss? What does eagerness cost?",
        points: [
          "a pause for garbage collection looks like death",
          "flapping: out, in, out",
          "each box out loads the others: a cascade",
          "the checks themselves are load",
        ],
        redFlags: ["faster is better"],
        samples: {
          weak: "That would be best.",
          pass: "False alarms take healthy boxes out.",
          strong:
            "At high load answers take long, an eager check fails, a box leaves, the rest gets busier, the next check fails. So several misses, a slow return, and a floor below which none is taken out.",
        },
      },
      {
        ask: "All checks fail at the same moment. What does that tell you, and what should the balancer do?",
        points: [
          "a shared cause: network of the checker, the database, a deploy",
          "fail open: send to all",
          "alert a person",
          "look at what real requests get (passive checks)",
        ],
        redFlags: ["takes all of them out"],
        samples: {
          weak: "All servers are dead, restart them.",
          pass: "Probably the check or the database; keep sending.",
          strong:
            "Twelve machines do not die in a second. Fail open, since a wrong answer is no worse than none, and compare with the status codes of real traffic: if those are fine, the checker is ill.",
        },
      },
    ],
  },
  {
    id: "rate-limits",
    level: "04-load-balancer",
    topic: "Rate limits, load shedding, gateways",
    rungs: [
      {
        ask: "What is the difference between a rate limit and load shedding?",
        points: [
          "limit: fairness per client, decided by who asks",
          "shedding: protects the server, decided by its own state",
          "429 with Retry-After; 503",
          "cheap to refuse, at the edge",
        ],
        redFlags: ["both are the same", "refuse after doing the work"],
        samples: {
          weak: "Both block users.",
          pass: "A limit counts each client; shedding drops when the server is full.",
          strong:
            "A limit says that you may ask ten times a second, even when I am idle. Shedding says that I am full, whoever you are, and drops the least important first. Both refuse before any work is done, with a status that tells clients when to come back.",
        },
      },
      {
        ask: "A token bucket fills with {rate} tokens a second and holds {burst}. A client sends {sent} requests a second without pause. After how many seconds is it refused for the first time?",
        figure: "token-bucket",
        points: [
          "the bucket empties at sent − rate",
          "burst by that difference",
          "afterwards it gets the rate",
        ],
        redFlags: ["at once"],
        samples: {
          weak: "At once.",
          pass: "Burst divided by the excess.",
          strong:
            "Burst by (sent − rate) seconds, then exactly the rate. The burst is how much unevenness I forgive, the rate how much load I sell.",
        },
      },
      {
        ask: "Where do you count, if there are twenty gateways? What does exactness cost?",
        points: [
          "each its own share: simple, uneven",
          "a shared counter (Redis): a hop each request, a hot key",
          "in between: local buckets, synchronized now and then",
          "fail open if the counter is away",
        ],
        redFlags: ["one global lock"],
        samples: {
          weak: "In the database.",
          pass: "In Redis with an expiring counter.",
          strong:
            "A shared counter costs a millisecond each and is one more thing to fail, so I count locally with a twentieth of the limit and settle up each second. A few percent too many are cheaper than a hop on every request. If the store is down, requests go through.",
        },
      },
      {
        ask: "How do you know that shedding works, and what if clients retry what was shed?",
        points: [
          "goodput: answered in time, against load",
          "it must stay flat past capacity",
          "retries multiply load: budgets, back-off with jitter",
          "a circuit breaker in clients",
        ],
        redFlags: ["counts refusals as success"],
        samples: {
          weak: "Errors go down.",
          pass: "Throughput stays stable when load doubles.",
          strong:
            "I push twice the capacity in a test: goodput should stay at its top. If each refusal comes back three times, load is four times, so clients get a budget of 10 % retries with jitter, and a breaker that opens when most calls fail.",
        },
      },
    ],
  },
];
