/** The level of the day, told: its page, and what is pasted of it. */
import type { Playback, Recording } from "../game/index.ts";
import type { Lesson } from "../levels/index.ts";
import type { ProvenDay } from "../rooms/day/index.ts";
import { partsOfGauge } from "../sim/index.ts";
import type { DayCard } from "../words/contract/day.ts";
import type { Words } from "../words/index.ts";
import { showGoal } from "./indicators.ts";
import { dayChanges } from "./rooms.ts";

const barGlyphs = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] as const;
/** A card has so many bars. */
const barsCount = 5;

/** How busy the busiest part was in each fifth of a day, a bar each. */
export function busyBars(playback: Pick<Playback, "names" | "series" | "ticks">): string {
  const { names, series, ticks } = playback;
  const parts = names.filter((name) => {
    const found = partsOfGauge(name);
    return found.of === "place" && found.gauge === "utilization";
  });
  const shares = Array.from({ length: barsCount }, (_, n) => {
    const [from, to] = [Math.floor((n * ticks) / barsCount), Math.floor(((n + 1) * ticks) / barsCount)];
    const means = parts.map((name) => {
      const values = series(name).subarray(from, to);
      return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    });
    return Math.max(0, ...means);
  });
  return shares
    .map((share) => barGlyphs[Math.min(barGlyphs.length - 1, Math.floor(share * barGlyphs.length))])
    .join("");
}

/** A run of a day as its card tells it; the verdict's stars, where there is one, in place of the run's. */
export function cardOf(
  { drawn, best }: Pick<ProvenDay, "drawn" | "best">,
  recording: Recording,
  stars: number = recording.outcome.stars,
): DayCard {
  const { costPerMonth } = recording.outcome.report;
  return { date: drawn.date, bars: busyBars(recording), stars, costPerMonth, best };
}

/** What there is to know of a day before it is played: what is different, its goals, its money. */
export function dayFacts(
  words: Words,
  day: ProvenDay,
  { prose, level }: Lesson,
): {
  readonly story: string;
  readonly changes: readonly string[];
  readonly goals: readonly string[];
  readonly money: string;
} {
  return {
    story: prose.story,
    changes: dayChanges(words, day),
    goals: level.goals.map((goal) => showGoal(words, goal)),
    money: words.day.budget({ budget: level.budget, best: day.best }),
  };
}
