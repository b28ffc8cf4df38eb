import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  daySeeds,
  explain,
  type GoalIndicator,
  type Outcome,
  topicsOf,
  worstOf,
} from "../../src/game/index.ts";
import { excerptOn, type Lesson } from "../../src/levels/index.ts";
import { causesTold, toldLines } from "../../src/present/causes.ts";
import { type Cause, type Design, reasons } from "../../src/sim/index.ts";
import { partIs, partName } from "../../src/words/en/places.ts";
import { showTime } from "../../src/words/figures.ts";
import { lessons, words } from "../helpers/english.ts";
import { namedDesigns } from "../helpers/named-designs.ts";
import { searchedOf } from "../helpers/recorded.ts";

interface Named {
  readonly lesson: Lesson;
  readonly name: string;
  readonly design: Design;
  readonly outcome: Outcome;
}

const runs: readonly Named[] = lessons.flatMap((lesson) =>
  namedDesigns(lesson.level).map(({ name, design }) => ({
    lesson,
    name,
    design,
    // The day that decides, of those that the level may bring.
    outcome: worstOf(daySeeds(lesson.level).map((seed) => searchedOf(lesson.level, design, seed))),
  })),
);

function missedOf({ outcome }: Named): GoalIndicator[] {
  return outcome.goals.filter(({ met }) => !met).map(({ indicator }) => indicator);
}

test("every reason is one that the simulator's sources give: no words for what cannot occur", () => {
  const folder = fileURLToPath(new URL("../../src/sim", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith("reasons.ts"),
  );
  const source = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
  expect(reasons.filter((reason) => !source.includes(`"${reason}"`))).toEqual([]);
});

describe("places have names", () => {
  test.each([
    ["box", "box"],
    ["lb", "load balancer"],
    ["web", "web tier"],
    ["sessions", "session store"],
    ["cache", "cache"],
    ["db", "primary database"],
    ["replicas", "replicas"],
    ["shards", "shards"],
    ["hotShard", "busiest shard"],
    ["hotRow", "celebrity's row"],
    ["dedicatedShard", "dedicated shard"],
    ["kv", "key-value node"],
    ["queue", "queue"],
    ["workers", "workers"],
    ["cdn", "CDN"],
    ["dns", "name service"],
    ["site", "home site"],
    ["services", "services"],
  ] as const)("%s is the %s, here and in Korea", (place, name) => {
    expect(partName({ name: place })).toBe(name);
    // Away from home a site is no home, and a database no primary until it has taken the lead.
    const away = place === "site" ? "site" : place === "db" ? "database" : name;
    expect(partName({ name: place, region: "korea" })).toBe(`${away} in Korea`);
  });

  test("and many take another verb than one", () => {
    expect(partIs({ name: "replicas", region: "korea" }, "is")).toBe("the replicas in Korea are");
    expect(partIs({ name: "db" }, "has")).toBe("the primary database has");
  });
});

test("times are seconds, or hours and minutes on a day", () => {
  expect(showTime(214, 1)).toBe("t=214");
  expect(showTime(785, 60)).toBe("13:05");
  expect(showTime(0, 60)).toBe("00:00");
  expect(showTime(1_440, 60)).toBe("24:00");
  expect(showTime(1_441, 60)).toBe("00:01");
});

/** The story in short: what set it off, what gave way first, what lost the most. */
function story(named: Named): string {
  const { report } = named.outcome;
  const { trigger, first, losses } = explain(report, missedOf(named));
  const [main] = losses;
  const at = (cause: Cause, words: string) => `${showTime(cause.tick, report.tickSec)} ${words}`;
  return [
    `${named.lesson.level.number} ${named.name}`,
    trigger ? at(trigger, trigger.label) : "–",
    first ? at(first, `${first.place} ${first.what}`) : "–",
    main ? `${main.place}: ${main.reason}` : "–",
  ].join(" | ");
}

test("the first link is the first cause, in every design that a level names", async () => {
  const table = runs.map(story).join("\n");
  await expect(`${table}\n`).toMatchFileSnapshot("../golden/causes.txt");
});

test("whatever a named design fails by, an excerpt of its level explains it", () => {
  const failing = runs.filter(({ outcome }) => !outcome.passed);
  const found = failing.map(({ lesson, name, outcome }) => [
    `${lesson.level.number} ${name}`,
    excerptOn(lesson.prose, topicsOf(outcome))?.title ?? `nothing on ${topicsOf(outcome)}`,
  ]);
  expect(found.filter(([, title]) => title?.startsWith("nothing"))).toEqual([]);
  expect(Object.fromEntries(found)).toMatchObject({
    "1 B": "A name before an address",
    "2 B": "Where do the logs belong?",
    "3 B": "How much breaks at once",
    "4 A": "It adds no capacity",
    "4 C": "Private addresses",
    "5 A": "Where do the copies belong?",
    "5 C": "Where do the copies belong?",
    "6 A": "5: What if a cache node is lost?",
    "6 C": "4: How do both stay in sync?",
    "7 A": "When the CDN fails",
    "7 C": "A new logo before the TTL ends",
    "8 naive": "What sticky sessions cost",
    "9 B": "Challenge 2: synchronize the data",
    "9 C": "Synchronous or asynchronous?",
    "10 B": "What a message queue is",
    "11 B": "Business metrics",
    "12 A": "A good key spreads evenly",
    "12 B": "Challenges: celebrities and joins",
  });
});

describe("the chain", () => {
  const linesOf = (number: number, name: string) => {
    const { lesson, design, outcome } = runs.find(
      (run) => run.lesson.level.number === number && run.name === name,
    ) as Named;
    return toldLines(causesTold(words, lesson, design, outcome.report), 200).map((line) =>
      line.replace(/\s+/g, " "),
    );
  };

  test("says by how much the first part was too small", () => {
    expect(linesOf(3, "bigger box")).toContain(
      "t=319 the web tier is asked for 1.07 times what it can do, until t=419: 16,000 requests/s, not 14,929",
    );
  });

  test("goes from the trigger over the part to those it hurt", () => {
    const [advert, busy, lost] = linesOf(3, "bigger box");
    expect(advert).toMatch(/TV commercial/);
    expect(busy).toMatch(/web tier is asked for 1\.07 times/);
    expect(lost).toMatch(/requests timed out \(\d+\.\d %\): the web tier kept them waiting/);
  });

  test("tells workers that wait for what stands behind from processors that are short", () => {
    const lines = linesOf(2, "B");
    expect(lines.findIndex((line) => /primary database is asked for/.test(line))).toBeLessThan(
      lines.findIndex((line) => line.includes("the web tier has no worker free")),
    );
  });

  test("tells several spells of the same in one line", () => {
    const lines = linesOf(5, "B").filter((line) => line.includes("the replicas are down"));
    expect(lines).toEqual(["t=100 the replicas are down until t=220, and again from t=399 to t=529"]);
  });

  test("leaves out what went dark with its site", () => {
    expect(linesOf(9, "naive").join("\n")).not.toMatch(/replicas are down|primary database is down/);
  });

  test("speaks of hours on a day", () => {
    expect(linesOf(8, "start")[0]).toMatch(/^13:00 /);
  });

  test("says what a missed goal says for itself", () => {
    expect(linesOf(6, "C")).toContain(
      "✗ An old price was still read at the end, 250 s after it had changed.",
    );
    expect(linesOf(7, "naive").join(" ")).toMatch(/1,\d{3} ms in Asia/);
    expect(linesOf(9, "C").join(" ")).toMatch(/The slowest are writes/);
    expect(linesOf(10, "A")[0]).toMatch(/the workers are asked for \d\.\d+ times what they can do/);
    expect(linesOf(8, "B").join(" ")).toMatch(/\$1,\d{3} over the budget/);
  });

  test("of a failure is never empty, and no line of any is too long", () => {
    for (const { lesson, name, design, outcome } of runs) {
      const lines = toldLines(causesTold(words, lesson, design, outcome.report), 78);
      if (!outcome.passed) expect(lines.length, `${lesson.level.number} ${name}`).toBeGreaterThan(0);
      for (const line of lines) expect([...line].length, line).toBeLessThanOrEqual(78);
    }
  });
});
