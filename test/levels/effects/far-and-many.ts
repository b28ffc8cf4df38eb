/** Effects of levels 7 to 9. */
import { dayOf, type Effect, noCdn, spread, yes } from "./playing.ts";

const virginia = dayOf("virginia-dark");

export const farAndMany: readonly Effect[] = [
  // 7 CDN
  {
    level: 7,
    facts: [90, 116],
    sees: "page load in Asia, from an edge and from afar",
    times: 1.4,
    rises: (on) => [on("lesson").of("asia.pageLoadP95Ms"), on("bigger").of("asia.pageLoadP95Ms")],
  },
  {
    level: 7,
    facts: [115],
    sees: "files come from the edge, pages still from home",
    times: 3,
    rises: (on) => [on("lesson").kind("asset", "p50Ms", "asia"), on("lesson").kind("page", "p50Ms", "asia")],
  },
  {
    level: 7,
    facts: [118],
    sees: "a file that the edge did not have takes the road as well",
    times: 3,
    rises: (on) => [on("lesson").kind("asset", "p50Ms", "asia"), on("lesson").kind("asset", "p95Ms", "asia")],
  },
  {
    level: 7,
    facts: [119],
    sees: "edge hits by the time to live",
    times: 1.3,
    rises: (on) => [on("lesson", { "cdn.ttl": 5 }).of("edgeHitRatio"), on("lesson").of("edgeHitRatio")],
  },
  {
    level: 7,
    facts: [120],
    sees: "the edge fills with the new logo: hits in the first seconds and later",
    times: 1.01,
    rises: (on) => [on("lesson").mean("cdn.hitRatio", 300, 305), on("lesson").mean("cdn.hitRatio", 400, 449)],
  },
  {
    level: 7,
    facts: [121],
    sees: "later requests are hits",
    rises: (on) => [0.9, on("lesson").of("edgeHitRatio")],
  },
  {
    level: 7,
    facts: [122],
    sees: "a line of the bill by the GB",
    rises: (on) => [1_000, on("lesson").bill("cdn")],
  },
  {
    level: 7,
    facts: [123],
    sees: "the bill with the archive at the edge",
    times: 1.05,
    rises: (on) => [on("lesson").of("costPerMonth"), on("D").of("costPerMonth")],
  },
  {
    level: 7,
    facts: [123],
    sees: "and its hit ratio",
    times: 1.02,
    rises: (on) => [on("D").of("edgeHitRatio"), on("lesson").of("edgeHitRatio")],
  },
  {
    level: 7,
    facts: [124],
    sees: "what reaches the origin with a short time to live",
    times: 1.1,
    rises: (on) => [
      on("lesson").mean("web.askedPerSec", 100, 290),
      on("lesson", { "cdn.ttl": 5 }).mean("web.askedPerSec", 100, 290),
    ],
  },
  {
    level: 7,
    facts: [124, 127],
    sees: "how long the old logo was shown",
    rises: (on) => [on("lesson").of("staleAssetSecMax"), on("C").of("staleAssetSecMax")],
  },
  {
    level: 7,
    facts: [125],
    sees: "availability through the outage, without and with a fallback",
    times: 1.01,
    rises: (on) => [on("A").of("availability"), on("lesson").of("availability")],
  },
  {
    level: 7,
    facts: [126],
    sees: "the origin's load while the CDN is down in Europe",
    times: 1.2,
    rises: (on) => [
      on("lesson").mean("web.askedPerSec", 400, 448),
      on("lesson").mean("web.askedPerSec", 452, 473),
    ],
  },
  {
    level: 7,
    facts: [128],
    sees: "how long the old logo was shown, with a purge and without",
    times: 3,
    rises: (on) => [on("C", { "cdn.purge": true }).of("staleAssetSecMax"), on("C").of("staleAssetSecMax")],
  },
  {
    level: 7,
    facts: [128],
    sees: "and what purges cost",
    rises: (on) => [0, on("C", { "cdn.purge": true }).bill("cdn-purge")],
  },
  {
    level: 7,
    facts: [129],
    sees: "a new name is fresh at once, a purge takes its time",
    rises: (on) => [
      on("lesson").of("staleAssetSecMax"),
      on("C", { "cdn.purge": true }).of("staleAssetSecMax"),
    ],
  },
  {
    level: 7,
    facts: [131],
    sees: "CPU of the web tier without the files",
    times: 1.05,
    rises: (on) => [on("lesson").mean("web.cpu", 100, 290), on("lesson", noCdn).mean("web.cpu", 100, 290)],
  },
  {
    level: 7,
    facts: [132],
    sees: "the database's load since the cache",
    times: 2,
    rises: (on) => [
      on("lesson").mean("replicas.utilization", 100, 290),
      on("start", {}, undefined, 6).mean("replicas.utilization", 100, 190),
    ],
  },
  {
    level: 7,
    facts: [134],
    sees: "edge hits in the first seconds of the new logo, prefetched or not",
    times: 1.005,
    rises: (on) => [
      on("lesson").mean("cdn.hitRatio", 300, 305),
      on("lesson", { "cdn.prefetch": true }).mean("cdn.hitRatio", 300, 305),
    ],
  },
  // 8 Stateless
  {
    level: 8,
    facts: [138],
    sees: "sessions lost after the move and before",
    rises: (on) => [on("lesson").of("lostSessionsShare"), on("start").of("lostSessionsShare")],
  },
  {
    level: 8,
    facts: [139],
    sees: "the shared store on the bill",
    rises: (on) => [0, on("lesson").bill("sessions")],
  },
  {
    level: 8,
    facts: [140],
    sees: "people sent back to the login page",
    rises: (on) => [on("lesson").lost("web", "logged-out"), on("A").lost("web", "logged-out")],
  },
  {
    level: 8,
    facts: [142, 143, 144, 145],
    sees: "requests at a box that does not know them: sticky, and not",
    rises: (on) => [
      on("start").lost("web", "session-elsewhere"),
      on("start", { "lb.sticky": false }).lost("web", "session-elsewhere"),
    ],
  },
  {
    level: 8,
    facts: [146],
    sees: "the idlest bar beside the busiest while boxes are added",
    times: 1.3,
    rises: (on) => [spread(on("naive"), 560, 700), spread(on("lesson"), 560, 700)],
  },
  {
    level: 8,
    facts: [147],
    sees: "sessions lost in one crash: one in seventeen, one in twelve",
    times: 1.2,
    rises: (on) => [on("A").of("lostSessionsShare"), on("start").of("lostSessionsShare")],
  },
  {
    level: 8,
    facts: [148],
    sees: "bars are equal when any box may answer",
    rises: (on) => [0.9, spread(on("lesson"), 560, 700)],
  },
  {
    level: 8,
    facts: [149],
    sees: "one more stop in the trace, about a millisecond",
    rises: (on) => yes(on("lesson").hopMs("sessions", 100) > 0.2 && on("lesson").hopMs("sessions", 100) < 5),
  },
  {
    level: 8,
    facts: [150],
    sees: "sessions that live on web boxes",
    rises: (on) => [on("lesson").mean("web.sessions"), on("start").mean("web.sessions")],
  },
  {
    level: 8,
    facts: [153],
    sees: "the bill by the kind of store",
    rises: (on) => [
      on("lesson", { "sessions.store": "node" }).bill("sessions"),
      on("lesson").bill("sessions"),
    ],
  },
  {
    level: 8,
    facts: [153],
    sees: "and its headroom",
    times: 2,
    rises: (on) => [on("D").of("availability"), on("lesson").of("availability")],
  },
  {
    level: 8,
    facts: [154],
    sees: "boxes at night and in the afternoon",
    times: 3,
    rises: (on) => [on("lesson").mean("web.boxes", 200, 300), on("lesson").mean("web.boxes", 800, 830)],
  },
  {
    level: 8,
    facts: [154],
    sees: "and the bill of a day",
    times: 1.1,
    rises: (on) => [on("lesson").of("costPerMonth"), on("B").of("costPerMonth")],
  },
  {
    level: 8,
    facts: [157],
    sees: "every request brings what the store is asked for: its load follows the traffic",
    times: 3,
    rises: (on) => [
      on("lesson").mean("sessions.utilization", 160, 200),
      on("lesson").mean("sessions.utilization", 790, 830),
    ],
  },
  // 9 Data centers
  {
    level: 9,
    facts: [161],
    sees: "Seoul's median with a site of its own and without",
    times: 3,
    rises: (on) => [on("lesson").of("korea.latencyP50Ms"), on("start").of("korea.latencyP50Ms")],
  },
  {
    level: 9,
    facts: [161],
    sees: "availability of a day with an outage",
    times: 1.3,
    rises: (on) => [
      on("start", {}, virginia).of("availability"),
      on("lesson", {}, virginia).of("availability"),
    ],
  },
  {
    level: 9,
    facts: [162],
    sees: "Seoul's median when names lead to the nearest site",
    times: 1.2,
    rises: (on) => [
      on("lesson").of("korea.latencyP50Ms"),
      on("lesson", { "dns.geo": false }).of("korea.latencyP50Ms"),
    ],
  },
  {
    level: 9,
    facts: [164],
    sees: "the survivor's load",
    times: 1.5,
    rises: (on) => [
      on("lesson", {}, virginia).mean("web@korea.askedPerSec", 200, 280),
      on("lesson", {}, virginia).mean("web@korea.askedPerSec", 380, 480),
    ],
  },
  {
    level: 9,
    facts: [165],
    sees: "availability by how long names are remembered",
    times: 1.1,
    rises: (on) => [on("D").of("availability"), on("lesson").of("availability")],
  },
  {
    level: 9,
    facts: [167, 169],
    sees: "availability without and with copied data",
    times: 1.2,
    rises: (on) => [on("B").of("availability"), on("lesson").of("availability")],
  },
  {
    level: 9,
    facts: [167],
    sees: "p99 when each write waits for the other side",
    times: 1.3,
    rises: (on) => [on("lesson").of("latencyP99Ms"), on("C").of("latencyP99Ms")],
  },
  {
    level: 9,
    facts: [168],
    sees: "requests that arrived where their data is not",
    rises: (on) => [
      on("lesson", {}, virginia).lost("db@korea", "data-elsewhere"),
      on("B", {}, virginia).lost("db@korea", "data-elsewhere"),
    ],
  },
  {
    level: 9,
    facts: [171],
    sees: "users who met a bad build, with smoke tests and without",
    times: 2,
    rises: (on) => [
      on("lesson").lost("web@korea", "bad-build"),
      on("lesson", { "tools.smoke": false }).lost("web@korea", "bad-build"),
    ],
  },
  {
    level: 9,
    facts: [172],
    sees: "errors of mixed versions, deployed by machine and by hand",
    times: 50,
    rises: (on) => [
      on("lesson", { "tools.deploy": "automated" }).of("versionSkewErrors"),
      on("E").of("versionSkewErrors"),
    ],
  },
];
