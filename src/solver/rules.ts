/**
 * The rules by which nothing pays for fragility, over the designs that a level names. They are told beside the claims
 * of `play prove`; a level that does not hold one yet is told so, and not disproven by it. Stars are the fewest over one
 * fixed seed of each kind of day: that all seeds of a kind say the same is a claim of its own.
 */
import {
  type Audit,
  counts,
  daySeeds,
  faultName,
  type Level,
  movesFrom,
  play,
  refusals,
  singlePoints,
} from "../game/index.ts";
import {
  changedSettings,
  type Design,
  formatDesign,
  partsOfPlace,
  problemsOf,
  searchRun,
  valueAt,
  withValues,
} from "../sim/index.ts";
import type { Claim, QuickClaim, RuleName, Statement } from "./claim.ts";
import { Found, mostStars } from "./found.ts";

/** From this level on a shop can sell a second one of something. */
const auditedFrom = 4;
/** No part of a model answer may work more of its time than this while nothing happens. */
const busyMax = 0.8;

/** The designs that a level holds up as answers, each once. */
function modelAnswers({ lesson, alsoPasses, stars }: Level): Design[] {
  const named = [lesson, alsoPasses, stars.two.design, stars.three.design];
  return [...new Map(named.map((design) => [formatDesign(design), design])).values()];
}

/** The rules that a level is to hold. */
export function rulesOf(level: Level, found = new Found(level)): QuickClaim<RuleName>[] {
  const rule = (name: RuleName, expected: Statement, look: () => Looked): QuickClaim<RuleName> => ({
    name,
    prove: () => ({ claim: name, expected, isRule: true, ...look() }),
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
  const starred = modelAnswers(level).filter((design) => found.hasThree(design));
  const [broken] = starred.filter((design) => !found.auditOf(design).holds);
  if (broken) return notHeld(broken, breaks(found.auditOf(broken)));
  const fragile = starred
    .flatMap((design) => movesFrom(level, design))
    .find(
      ({ design }) =>
        problemsOf(design).length === 0 && singlePoints(level, design).length > 0 && found.hasThree(design),
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
  const isBest = found.hasThree(best) && (number < auditedFrom || found.auditOf(best).holds);
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
        partsOfPlace(place).name === "workers" ? [] : [{ design, place, share }],
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
