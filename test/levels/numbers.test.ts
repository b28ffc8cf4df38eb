/** Numbers in words against the numbers of the levels and of the reference sheet, where a machine can compare them. */
import { describe, expect, test } from "vitest";
import {
  choiceAt,
  daySeeds,
  type Level,
  type Offer,
  type StarRule,
  type StarTask,
  targetOf,
  taskKey,
} from "../../src/game/index.ts";
import { chapterOf, type Lesson } from "../../src/levels/index.ts";
import { fixedCostPerMonth, searchRun, simulate } from "../../src/sim/index.ts";
import {
  boxPricePerMonth,
  cdnPerGb,
  databasePricePerMonth,
  logPricePerGb,
  pricePerMonth,
  purgePrice,
} from "../../src/sim/scenario/capacities.ts";
import { lessons } from "../helpers/english.ts";

/** Prices of the world outside, quoted with their source. */
const quoted = new Set([0.0425, 0.12]);

/** Every amount that a level's words may name. */
function amountsOf({ start, lesson, budget, stars }: Level): Set<number> {
  return new Set([
    ...Object.values(boxPricePerMonth),
    ...Object.values(databasePricePerMonth),
    ...Object.values(pricePerMonth),
    ...cdnPerGb.map(([, price]) => price),
    logPricePerGb,
    purgePrice,
    budget,
    fixedCostPerMonth(lesson) - fixedCostPerMonth(start),
    ...[stars.two, stars.three].flatMap(({ goals }) =>
      goals.filter(({ indicator }) => indicator === "costPerMonth").map(targetOf),
    ),
    ...quoted,
  ]);
}

function textsOf({ prose }: Lesson): string[] {
  return [
    prose.story,
    ...chapterOf(prose).map(({ text }) => text),
    ...prose.figures.flatMap(({ lines }) => lines),
    prose.prediction.question,
    prose.prediction.explanation,
    ...prose.hints,
    ...Object.values(prose.wrongAnswers).flatMap(({ title, why }) => [title, why]),
    prose.stars.two,
    prose.stars.three,
    prose.debrief,
    ...prose.factCards.map(({ text }) => text),
  ];
}

function dollars(text: string): number[] {
  return [...text.matchAll(/\$(\d[\d,]*(?:\.\d+)?)/g)].map(([, figure]) =>
    Number(figure?.replaceAll(",", "")),
  );
}

describe.each(lessons)("level $level.number", (lesson) => {
  const { level, prose } = lesson;

  test("names only amounts that something costs", () => {
    const known = amountsOf(level);
    const round = (amount: number) => Math.round(amount * 10_000) / 10_000;
    const costs = [...known].map(round);
    // A multiple of one price is a price too: "6 × 8 vCPU $1,680".
    const isKnown = (amount: number) =>
      costs.includes(amount) ||
      Object.values(boxPricePerMonth).some((price) => amount > price && amount % price === 0);
    const strange = textsOf(lesson).flatMap((text) =>
      dollars(text)
        .filter((amount) => !isKnown(amount) && !metered(lesson, amount))
        .map((amount) => `$${amount} in "${text}"`),
    );
    expect(strange).toEqual([]);
  });

  test.each([
    ["two", level.stars.two, prose.stars.two],
    ["three", level.stars.three, prose.stars.three],
  ] as const)("star %s asks in words what it asks in numbers", (_name, rule, words) => {
    const targets = targetsOf(rule);
    const figures = [...words.matchAll(/\$?(\d[\d,]*(?:\.\d+)?)(?=\s*(%|s\b)|\s|\.|,|$)/g)]
      .filter(([all, , unit]) => all.startsWith("$") || unit !== undefined)
      .map(([, figure]) => Number(figure?.replaceAll(",", "")));
    for (const figure of figures) expect(targets, `${figure} in "${words}"`).toContain(figure);
    for (const goal of rule.goals)
      if (goal.indicator === "costPerMonth" && rule === level.stars.two)
        expect(dollars(words), words).toContain(targetOf(goal));
  });

  test("the last hint is the whole way from the start to the lesson", () => {
    const [, hint] = prose.hints;
    const changed = level.shop.filter(
      (offer) => choiceAt(offer, level.start) !== choiceAt(offer, level.lesson),
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const offer of changed) {
      const label = offer.choices[choiceAt(offer, level.lesson)]?.label as string;
      expect(hint, `${offer.id} ${label}`).toMatch(mention(offer, label));
    }
  });
});

/** What a star's figures may be: its targets, shares in percent, a ratio as what it is above 1, the percentile it is of. */
function targetsOf({ goals }: StarRule): number[] {
  return goals.flatMap((goal) => {
    const target = targetOf(goal);
    const percentile = Number(/P(\d\d)(?:Ms|Sec)$/.exec(goal.indicator)?.[1]);
    return [target, Math.round(target * 1e5) / 1e3, Math.round((target - 1) * 1e5) / 1e3, percentile];
  });
}

/** "about $10,600": a metered line of the bill of some wrong answer, to a percent. */
function metered({ level }: Lesson, amount: number): boolean {
  return level.wrongAnswers.some(
    (wrong) =>
      "design" in wrong &&
      simulate(wrong.design, level.scenario, { seed: 11, ...searchRun }).bill.some(
        ({ perMonth }) => Math.abs(perMonth / amount - 1) < 0.01,
      ),
  );
}

const words: Readonly<Record<string, string>> = {
  "1": "1|one|a",
  "2": "2|two|pair",
  "3": "3|three",
  "4": "4|four",
  "6": "6|six",
  "8": "8|eight",
  "9": "9|nine",
  "10": "10|ten",
};

/** What a hint has to say for an offer, by its id. */
const subjects: Readonly<Record<string, RegExp>> = {
  "dns.domain": /domain/i,
  "box.size": /box/i,
  "web.count": /web box|web tier|× 8/i,
  "web.size": /vCPU|× 8/,
  "db.size": /primary|relational/i,
  "db.replicas": /replicas/i,
  "db.zones": /zones A and B/,
  "kv.nodes": /key-value/i,
  "lb.nodes": /load balancer/i,
  "lb.sticky": /sticky off/i,
  "sessions.store": /shared pair/i,
  "web.target": /auto-scaling/i,
  "web.min": /at least/i,
  "web.max": /at most/i,
  "cache.nodes": /cache nodes/i,
  "cache.zones": /zones/i,
  "cache.invalidate": /invalidated on write/i,
  "cdn.assets": /CDN/,
  "cache.ttl": /TTL/,
  "cdn.versioned": /versioned/i,
  "cdn.fallback": /fallback/i,
  "dns.ttl": /TTL/,
  "sync.mode": /async/i,
  "tools.deploy": /(?:automated|staggered) deployment/i,
  "tools.smoke": /smoke test/i,
  "tools.logs": /sampled/i,
  "tools.metrics": /tier/i,
  "tools.business": /business/i,
  "tools.ci": /canary/i,
  "tools.traces": /traces/i,
  "services.split": /services/i,
  "queue.kind": /durable queue/i,
  "queue.attempts": /attempts/i,
  "queue.dead": /dead letters/i,
  "workers.count": /workers/i,
  "workers.max": /up to/i,
  "shards.replicas": /replica each/i,
  "shards.size": /vCPU/,
  "shards.key": /user id/i,
  "shards.place": /ring/i,
  "shards.salt": /salt/i,
  "shards.counter": /counter/i,
  "shards.feed": /feed/i,
  "web.local": /local cache/i,
  "second-site": /Seoul/,
  "second-region": /Seoul/,
  data: /shards/,
};

function mention({ id }: Offer, label: string): RegExp {
  const subject = subjects[id];
  if (!subject) throw new Error(`say how a hint mentions ${id}`);
  const figure = /^\d+/.exec(label)?.[0];
  // Settings that are off or gone are told by their subject alone.
  if (figure === undefined || figure === "0") return subject;
  const said = `(?:${words[figure] ?? figure})`;
  return new RegExp(`(?=[^]*(?:^|[^\\d,])${said}(?:$|[^\\d,]))(?=[^]*${subject.source})`, "i");
}

describe("level 11's culprits", () => {
  const { level } = lessons.find((lesson) => lesson.level.number === 11) as Lesson;
  const task = level.stars.three.task as StarTask & { readonly kind: "choice" };
  const keys = daySeeds(level).map((seed) => {
    const report = simulate(level.stars.three.design, level.scenario, { seed, ...searchRun });
    return { report, key: taskKey(task, report)[0] as string };
  });

  test("are the ones that the log of the day names", () => {
    for (const { report, key } of keys) {
      const found = report.notes.flatMap((note) => (note.what === "fault-found" ? [note] : []));
      const box = found.find((note) => note.label.startsWith("one-server-errs"))?.box as number;
      const build = found.find((note) => note.label === "checkout-broken")?.build;
      const [from, to] = (key.match(/\d+/g) ?? []).map(Number) as [number, number];
      expect([box >= from, box <= to, key.endsWith(`build-${build}`)]).toEqual([true, true, true]);
      expect(task.options).toContain(key);
    }
  });

  test("are not the same on every day, and nobody's where no log or trace names the server", () => {
    expect(new Set(keys.map(({ key }) => key)).size).toBeGreaterThan(1);
    const blind = simulate(level.start, level.scenario, { seed: 11, ...searchRun });
    expect(taskKey(task, blind)).toEqual([undefined]);
  });
});
