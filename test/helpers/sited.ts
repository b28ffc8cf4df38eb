/** What a run of a design of two sites tells, and what of it leaves open which site is meant. */
import { finish, tracing } from "../../src/game/index.ts";
import type { Lesson } from "../../src/levels/index.ts";
import { chainTold, lossLines } from "../../src/present/causes.ts";
import { curvesOf } from "../../src/present/curves.ts";
import { logOf } from "../../src/present/log.ts";
import { lossesAt } from "../../src/present/moment.ts";
import { asClientsSee, missingTold, rowsOf, stopOf, verdictLine } from "../../src/present/trace.ts";
import { type Design, type PlaceName, placeNames, traceKinds } from "../../src/sim/index.ts";
import { lessons, words } from "./english.ts";
import { decidingWatchedOf } from "./recorded.ts";

/** What there is once, or what says by its own name where it is. */
export const once: ReadonlySet<PlaceName> = new Set(["dns", "cdn", "site", "db"]);
export const ofSites = placeNames.filter((name) => !once.has(name));
/** Words that sentences use of other things too: that one has no room in the queue is said of many a part. */
const ambiguous: ReadonlySet<PlaceName> = new Set(["box", "queue"]);
/** Levels that are won with two sites. */
export const twoSited = lessons.filter(({ level }) => level.lesson.sites.length > 1);

/** A text without the parts that say where they are: what is left of a part's name does not. */
export function nameless(text: string): string[] {
  const left = ofSites.reduce(
    (rest, name) =>
      (["us", "korea"] as const).reduce(
        (all, region) =>
          all
            .replaceAll(words.places.part({ name, region }), "…")
            .replaceAll(words.curves.part({ name, region }), "…"),
        rest,
      ),
    text,
  );
  return ofSites
    .filter((name) => !ambiguous.has(name))
    .map((name) => words.places.part({ name }))
    .filter((name) => left.includes(name));
}

/** The level with events that say nothing: their sentences are the level's own. */
function silent({ level, prose }: Lesson): Lesson {
  return { level, prose: { ...prose, events: new Proxy({}, { get: () => "" }) } };
}

/** Log, chain, books, curves, and what is said of requests that are followed. */
export function sitedTexts(lesson: Lesson, built: Design): string[] {
  const quiet = silent(lesson);
  const recording = decidingWatchedOf(lesson.level, built);
  const { report } = recording.outcome;
  const ticks = [...new Set(report.causes.map(({ tick }) => tick + 2))].slice(-2);
  return [
    ...logOf(words, quiet, recording).map(({ text }) => text),
    ...chainTold(words, quiet.prose.events, built, report).map(({ sentence }) => sentence),
    ...lossLines(words, built, report),
    ...curvesOf(words, recording, lesson.level.goals).map(({ name }) => name),
    ...ticks.flatMap((tick) => {
      const found = finish(tracing(lesson.level, built, report.seed, tick));
      return traceKinds.flatMap((kind) => {
        const trace = found[kind];
        if (!trace) return [missingTold(words, built, kind, lossesAt(recording, tick))];
        const seen = asClientsSee(trace, lesson.level);
        return [
          verdictLine(words, built, seen),
          ...rowsOf(seen).map((hop) => words.trace.stop(stopOf(hop, built))),
        ];
      });
    }),
  ];
}
