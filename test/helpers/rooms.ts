/** The screens of the puzzles and of the level of the day; nothing is run or proven for them. */
import { boardOf, type ProvenBoard, type ShiftDay, variantOf } from "../../src/rooms/day/index.ts";
import { puzzles, redTeams } from "../../src/rooms/puzzles/index.ts";
import { emptyLevel, emptySave, type Save } from "../../src/saves/index.ts";
import { forecast } from "../../src/sim/index.ts";
import type { RedTeamScreen } from "../../src/ui/model/room-screens.ts";
import type { Screen } from "../../src/ui/reduce.ts";
import { firstDayOf } from "./days.ts";

/** A level of the day, and waste of the day, as if they were proven. */
export const sampleDays: readonly ProvenBoard[] = (["level", "waste"] as const).map((kind) => {
  const { drawn, level } = firstDayOf(kind);
  const best = Math.ceil(forecast(level.start, level.scenario).perMonth);
  const variant = kind === "level" ? boardOf(drawn, best) : boardOf(drawn);
  return { ...variant, answer: level.lesson, best };
});

/** A shift of the day, as if it were proven. */
export const sampleShiftDay: ShiftDay = firstDayOf("on-call");

/** The red team's lists, before anything was bought. */
const menus = redTeams.map(({ id, faults }): RedTeamScreen => {
  const [first, second] = faults.map(({ kind }) => kind);
  return { kind: "redTeam", id, at: 1, tried: { [`${first}-30`]: false, [`${second}-30`]: true } };
});

export const roomScreens: readonly Screen[] = [
  { kind: "puzzles", at: 0 },
  { kind: "puzzles", at: puzzles.length - 1 },
  ...menus,
  ...[...sampleDays, sampleShiftDay].flatMap((day): Screen[] => {
    const { date } = day.drawn;
    return [
      { kind: "day", date, variant: variantOf(date, 0), progress: 0.4 },
      { kind: "day", date, variant: day, day, progress: 1 },
    ];
  }),
  {
    kind: "day",
    date: sampleShiftDay.drawn.date,
    variant: sampleShiftDay,
    day: sampleShiftDay,
    opening: { case: sampleShiftDay.drawn.of, seed: 1, date: sampleShiftDay.drawn.date },
    progress: 1,
  },
  { kind: "day", date: "1970-01-01", variant: variantOf("2026-01-01", 0), problem: "too-early", progress: 0 },
];

/** A save with a puzzle solved, one tried, a fault found, and days played. */
export const roomsSave: Save = {
  ...emptySave(),
  puzzles: {
    "waste:idle-boxes": { ...emptyLevel(), attempts: 2, passed: true, stars: 3, bestCostPerMonth: 2_585 },
    "waste:a-full-cache": { ...emptyLevel(), attempts: 1 },
    "red-team:cached": { ...emptyLevel(), attempts: 4, passed: true, stars: 2, bestCostPerMonth: 240 },
  },
  days: {
    "2026-11-29": {
      stars: 2,
      costPerMonth: 3_973,
      best: 3_747,
      bars: "▁▂▅█▃",
      at: "2026-11-29T11:00:00.000Z",
    },
    "2026-11-30": { stars: 3, lost: 40_210, foundSec: 95, bars: "▁▁█▃▁", at: "2026-11-30T11:00:00.000Z" },
    "2026-12-01": { stars: 0, costPerMonth: 1_200, best: 900, bars: "▁▁███", at: "2026-12-01T11:00:00.000Z" },
  },
};
