/**
 * The rules by which nothing pays for fragility, over the designs that a level names. They are told beside the claims
 * of `play prove`; a level that does not hold one yet is told so, and not disproven by it. Stars are the fewest over one
 * fixed seed of each kind of day: that all seeds of a kind say the same is a claim of its own.
 */
import {
  type AtPeak,
  type Audit,
  atPeak,
  audit,
  counts,
  daySeeds,
  decide,
  faultName,
  finish,
  type Level,
  movesFrom,
  play,
  refusals,
  singlePoints,
  verdictSeeds,
} from "../game/index.ts";
import {
  changedSettings,
  type Design,
  formatDesign,
  problemsOf,
  reportedRun,
  searchRun,
  valueAt,
  withValues,
} from "../sim/index.ts";
import type { Claim, RuleName, Statement } from "./claim.ts";

/** From this level on a shop can sell a second one of something. */
const auditedFrom = 4;
/** No part of a model answer may work more of its time than this while nothing happens. */
const busyMax = 0.8;
const mostStars = 3;

/** A rule that is looked at when somebody asks. */
export interface Rule {
  readonly name: RuleName;
  readonly look: () => Claim;
}

/** What a level's rules look at, each found once. */
class Found {
  readonly #level: Level;
  readonly #stars = new Map<string, number>();
  readonly #audits = new Map<string, Audit>();
  readonly #peaks = new Map<string, AtPeak>();

  constructor(level: Level) {
    this.#level = level;
  }

  starsOf(design: Design): number {
    return once(this.#stars, design, () => decide(this.#level, design, daySeeds(this.#level)).stars);
  }

  peakOf(design: Design): AtPeak {
    return once(this.#peaks, design, () => finish(atPeak(this.#level, design)));
  }

  auditOf(design: Design): Audit {
    const run = { ...reportedRun, seed: verdictSeeds[1]! };
    return once(this.#audits, design, () => audit(this.#level, design, run));
  }
}

function once<T>(known: Map<string, T>, design: Design, find: () => T): T {
  const line = formatDesign(design);
  const found = known.get(line) ?? find();
  known.set(line, found);
  return found;
}

/** The designs that a level holds up as answers, each once. */
function modelAnswers({ lesson, alsoPasses, stars }: Level): Design[] {
  const named = [lesson, alsoPasses, stars.two.design, stars.three.design];
  return [...new Map(named.map((design) => [formatDesign(design), design])).values()];
}

/** The rules that a level is to hold. */
export function rulesOf(level: Level): Rule[] {
  const found = new Found(level);
  const rule = (
    name: RuleName,
    expected: Statement,
    look: () => Omit<Claim, "claim" | "expected">,
  ): Rule => ({
    name,
    look: () => ({ claim: name, expected, isRule: true, ...look() }),
  });
  return [
    ...(level.number < auditedFrom
      ? []
      : [
          rule("audit-holds", { code: "three-stars-hold" }, () => threeStarsHold(level, found)),
          rule("price-keeps-copies", { code: "price-with-copies" }, () => priceKeepsCopies(level, found)),
        ]),
    rule("wrong-wins-nothing", { code: "no-more-than-lesson" }, () => wrongWinsNothing(level, found)),
    rule("best-answer-has-three", { code: "stars", stars: mostStars }, () => bestAnswer(level, found)),
    rule("room-to-spare", { code: "busy-at-most", share: busyMax }, () => roomToSpare(level, found)),
  ];
}

type Looked = Omit<Claim, "claim" | "expected">;

/**
 * Of the model answers each that has three stars holds the whole audit, on another seed than the one that stars are
 * judged on; and one move away from them no single point of failure has three stars.
 */
function threeStarsHold(level: Level, found: Found): Looked {
  const starred = modelAnswers(level).filter((design) => found.starsOf(design) === mostStars);
  const [broken] = starred.filter((design) => !found.auditOf(design).holds);
  if (broken) return notHeld(broken, breaks(found.auditOf(broken)));
  const fragile = starred
    .flatMap((design) => movesFrom(level, design))
    .find(
      ({ design }) =>
        problemsOf(design).length === 0 &&
        singlePoints(level, design).length > 0 &&
        found.starsOf(design) === mostStars,
    );
  if (fragile) return notHeld(fragile.design, { code: "fragile", line: formatDesign(fragile.design) });
  return held(level.stars.three.design, { code: "audit-holds", designs: starred.length });
}

/** What a star costs at most can be met by a design that has a copy of whatever the shop sells copies of. */
function priceKeepsCopies(level: Level, found: Found): Looked {
  const priced = [level.stars.two, level.stars.three].filter(({ goals }) =>
    goals.some(({ indicator }) => indicator === "costPerMonth"),
  );
  if (priced.length === 0) return held(level.lesson, { code: "no-price" });
  const [broken] = priced.map(({ design }) => design).filter((design) => !found.auditOf(design).holds);
  if (!broken) return held(priced[0]!.design, { code: "audit-holds", designs: priced.length });
  return notHeld(broken, breaks(found.auditOf(broken)));
}

function breaks({ rows }: Audit): Statement {
  const losses = rows
    .filter(counts)
    .map(({ fault, availability }) => ({ fault: faultName(fault), availability }));
  return { code: "audit-breaks", losses };
}

/** A wrong idea, put into any model answer, wins no more stars than the lesson has. */
function wrongWinsNothing(level: Level, found: Found): Looked {
  const { lesson, start } = level;
  const most = found.starsOf(lesson);
  if (most === mostStars) return held(lesson, { code: "stars", stars: most });
  let tried = 0;
  for (const wrong of level.wrongAnswers) {
    if (!("design" in wrong)) continue;
    const paths = [wrong.design, lesson, start].flatMap((design) =>
      changedSettings(design).map(([path]) => path),
    );
    const idea = [...new Set(paths)].filter((path) => valueAt(wrong.design, path) !== valueAt(lesson, path));
    const carried = Object.fromEntries(idea.map((path) => [path, valueAt(wrong.design, path)]));
    for (const answer of modelAnswers(level)) {
      const design = withValues(answer, carried);
      if (problemsOf(design).length > 0 || refusals(level, design).length > 0) continue;
      tried++;
      // What is nowhere near is not looked at closely.
      if (daySeeds(level).some((seed) => play(level, design, seed, searchRun).stars <= most)) continue;
      const stars = found.starsOf(design);
      if (stars > most)
        return notHeld(design, { code: "wrong-wins", letter: wrong.letter, stars, than: most });
    }
  }
  return held(lesson, { code: "none-of-tried", tried });
}

/** The lesson has three stars, or the design that the level names for the third has them and holds the audit. */
function bestAnswer(level: Level, found: Found): Looked {
  const { lesson, number, stars } = level;
  const own = found.starsOf(lesson);
  if (own === mostStars) return held(lesson, { code: "stars", stars: own });
  const best = stars.three.design;
  const isBest = found.starsOf(best) === mostStars && (number < auditedFrom || found.auditOf(best).holds);
  return isBest
    ? held(best, { code: "stars", stars: mostStars })
    : notHeld(lesson, { code: "stars", stars: own });
}

/**
 * While nothing happens, at the level's peak all the time, no part of a model answer is busy beyond what leaves room.
 * Workers may be: what comes too fast for them waits in a queue, which is what it is for.
 */
function roomToSpare(level: Level, found: Found): Looked {
  const busy = modelAnswers(level).flatMap((design) =>
    found
      .peakOf(design)
      .utilization.flatMap(({ place, share }) =>
        place.startsWith("workers") ? [] : [{ design, place, share }],
      ),
  );
  const busiest = busy.reduce((most, each) => (each.share > most.share ? each : most));
  const got: Statement = { code: "busiest", place: busiest.place, share: busiest.share };
  return busiest.share <= busyMax ? held(busiest.design, got) : notHeld(busiest.design, got);
}

function held(design: Design, got: Statement): Looked {
  return { design: formatDesign(design), got, ok: true };
}

function notHeld(design: Design, got: Statement): Looked {
  return { design: formatDesign(design), got, ok: false };
}
