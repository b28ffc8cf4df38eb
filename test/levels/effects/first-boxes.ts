/** Effects of levels 1 to 4. */

import type { Lesson } from "../../../src/levels/index.ts";
import { peakOf } from "../../../src/present/briefing.ts";
import { describe as inWords } from "../../../src/present/picture/index.ts";
import { findLesson, words } from "../../helpers/english.ts";
import { type Effect, mobile, only, replaced, spread, yes } from "./playing.ts";

const lessonOf = (number: number) => findLesson(String(number)) as Lesson;

/** Level 2 with every data set in a store of keys, behind one web box as in the lesson. */
const everythingByKey = "dns · web 1×4 · kv 2 everything";

export const firstBoxes: readonly Effect[] = [
  // 1 Single server
  {
    level: 1,
    facts: [2],
    sees: "the traffic of the briefings rises from level to level",
    times: 100,
    rises: () => [peakOf(lessonOf(1)), peakOf(lessonOf(12))],
  },
  {
    level: 1,
    facts: [5],
    sees: "without a domain nobody arrives: lost at the name service",
    times: 1_000,
    rises: (on) => [on("lesson").lost("dns") + 1, on("B").lost("dns")],
  },
  {
    level: 1,
    facts: [7],
    sees: "a line of $1 on the bill, and no gauge in the rack",
    rises: (on) => [0, on("lesson").bill("domain")],
  },
  {
    level: 1,
    facts: [8],
    sees: "the trace begins with one look-up",
    rises: (on) => yes(on("lesson").stop("dns", 100) === 1),
  },
  {
    level: 1,
    facts: [9],
    sees: "from there the trace goes straight to the box",
    rises: (on) =>
      yes(
        on("lesson")
          .trace(100)
          .hops.map(({ place }) => place)
          .join(" ") === "dns network box",
      ),
  },
  {
    level: 1,
    facts: [11],
    sees: "the end of the trace is HTML or JSON",
    rises: (on) =>
      yes(
        on("lesson", {}, mobile(0)).trace(100).format === "html" &&
          on("lesson", {}, mobile(1)).trace(100).format === "json",
      ),
  },
  {
    level: 1,
    facts: [13],
    sees: "both kinds of clients among the traced requests",
    rises: (on) => [0.05, Math.min(on("lesson").jsonShare(), 1 - on("lesson").jsonShare())],
  },
  // 2 Database
  {
    level: 2,
    facts: [4],
    sees: "p95 of one box while the report uses its database",
    times: 2,
    rises: (on) => [on("bigger").p95(125, 235), on("bigger").p95(250, 320)],
  },
  {
    level: 2,
    facts: [20],
    sees: "the gauge of the one box, before and after the growth",
    times: 2,
    rises: (on) => [
      on("lesson", {}, undefined, 1).mean("box.utilization"),
      on("start").mean("box.utilization"),
    ],
  },
  {
    level: 2,
    facts: [21],
    sees: "two gauges: the report moves the database's alone",
    times: 2,
    rises: (on) => {
      const seen = on("lesson");
      return [
        Math.max(0.01, seen.mean("web.cpu", 250, 320) - seen.mean("web.cpu", 150, 235)),
        seen.mean("db.utilization", 250, 320) - seen.mean("db.utilization", 150, 235),
      ];
    },
  },
  {
    level: 2,
    facts: [22],
    sees: "p95 in the report over p95 before it",
    times: 3,
    rises: (on) => [on("lesson").of("reportP95Ratio"), on("bigger").of("reportP95Ratio")],
  },
  {
    level: 2,
    facts: [23, 29],
    sees: "prints sold twice, with the right and the wrong engine for the orders",
    times: 5,
    rises: (on) => [on("lesson").of("oversold"), on("A").of("oversold")],
  },
  {
    level: 2,
    facts: [27, 33],
    sees: "CPU of the web tier where joins are imitated by a batch of look-ups",
    times: 1.15,
    rises: (on) => [
      on("lesson", {}, only("feed")).mean("web.cpu"),
      on(everythingByKey, {}, only("feed")).mean("web.cpu"),
    ],
  },
  {
    level: 2,
    facts: [27, 33],
    sees: "and during a report, which joins every table",
    times: 1.3,
    rises: (on) => [on("lesson").mean("web.cpu", 250, 320), on(everythingByKey).mean("web.cpu", 250, 320)],
  },
  {
    level: 2,
    facts: [34],
    sees: "the stop at the store while the report runs: key-value against tables",
    times: 2,
    rises: (on) => [on("A").hopMs("kv", 300), on("B").hopMs("db", 300)],
  },
  {
    level: 2,
    facts: [37],
    sees: "share of usage events stored",
    times: 5,
    rises: (on) => [on("B").of("logsStoredShare"), on("lesson").of("logsStoredShare")],
  },
  // 3 Scaling
  {
    level: 3,
    facts: [38],
    sees: "what a box can do in a second after a resize",
    times: 1.5,
    rises: (on) => [on("start").peak("web.canPerSec"), on("start", { "web.size": 8 }).peak("web.canPerSec")],
  },
  {
    level: 3,
    facts: [38],
    sees: "and what it costs",
    times: 1.3,
    rises: (on) => [on("start").of("costPerMonth"), on("start", { "web.size": 8 }).of("costPerMonth")],
  },
  {
    level: 3,
    facts: [39],
    sees: "failures of the quiet week: one resize ends them",
    times: 100,
    rises: (on) => [
      on("start", { "web.size": 8 }).sum("failed", 0, 190) + 1,
      on("start").sum("failed", 0, 190),
    ],
  },
  {
    level: 3,
    facts: [40],
    sees: "the largest box is asked for more than it can do",
    times: 1.05,
    rises: (on) => [on("bigger").peak("web.canPerSec"), on("bigger").peak("web.askedPerSec")],
  },
  {
    level: 3,
    facts: [41],
    sees: "the worst second",
    rises: (on) => [on("bigger").of("worstTickAvailability"), on("lesson").of("worstTickAvailability")],
  },
  {
    level: 3,
    facts: [43, 47],
    sees: "answers while one box is down",
    rises: (on) => [on("bigger").sum("answered", 425, 515), on("lesson").sum("answered", 425, 515)],
  },
  {
    level: 3,
    facts: [45],
    sees: "what the tier can do with one more box of the same size",
    times: 1.1,
    rises: (on) => [
      on("lesson").peak("web.canPerSec"),
      on("lesson", { "web.count": 7 }).peak("web.canPerSec"),
    ],
  },
  {
    level: 3,
    facts: [46],
    sees: "availability: up alone against out",
    times: 1.5,
    rises: (on) => [on("bigger").of("availability"), on("lesson").of("availability")],
  },
  {
    level: 3,
    facts: [48],
    sees: "p95 before and at 100 % busy",
    times: 10,
    rises: (on) => [on("bigger").p95(100, 200), on("bigger").p95(340, 415)],
  },
  {
    level: 3,
    facts: [49],
    sees: "requests sent to the dead box: a sixth of them, or half",
    times: 2,
    rises: (on) => [on("lesson").lost("web", "box-down"), on("A").lost("web", "box-down")],
  },
  // 4 Load balancer
  {
    level: 4,
    facts: [50],
    sees: "the idlest bar is nearly as long as the busiest",
    rises: (on) => [0.9, spread(on("lesson"), 50, 190)],
  },
  {
    level: 4,
    facts: [51],
    sees: "the trace meets the balancer before the web tier",
    rises: (on) => [on("lesson").stop("lb", 100), on("lesson").stop("web", 100)],
  },
  {
    level: 4,
    facts: [52, 53],
    sees: "boxes that the scan breaches, private and public",
    rises: (on) => [on("lesson").of("breachedBoxes"), on("C").of("breachedBoxes")],
  },
  {
    level: 4,
    facts: [56],
    sees: "requests sent to the dead box, with a balancer and without",
    times: 5,
    rises: (on) => [on("lesson").lost("web", "box-down"), on("naive").lost("web", "box-down")],
  },
  {
    level: 4,
    facts: [57],
    sees: "the bars of the survivors after the health check",
    times: 1.05,
    rises: (on) => [on("lesson").mean("web.cpu", 100, 195), on("lesson").mean("web.cpu", 265, 315)],
  },
  {
    level: 4,
    facts: [58],
    sees: "the bars fall again when a healthy server joins",
    times: 1.05,
    rises: (on) => [
      on("lesson", { "lb.interval": 5 }, replaced).mean("web.cpu", 300, 318),
      on("lesson", { "lb.interval": 5 }, replaced).mean("web.cpu", 262, 278),
    ],
  },
  {
    level: 4,
    facts: [59, 60],
    sees: "added servers take traffic at once, with nothing else set",
    times: 1.1,
    rises: (on) => [
      on("A", { "web.count": 12 }).mean("web.cpu", 330, 400),
      on("A", { "web.count": 9 }).mean("web.cpu", 330, 400),
    ],
  },
  {
    level: 4,
    facts: [61],
    sees: "the picture says what is still single",
    rises: (on) =>
      yes(inWords(words.picture, on("lesson").design).some((line) => /primary database.*single/i.test(line))),
  },
];
