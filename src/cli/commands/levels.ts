import { spaceSize } from "../../game/index.ts";
import { lessons } from "../../levels/index.ts";
import { grouped, money, table } from "../../present/figures.ts";
import { showGoal } from "../../present/indicators-en.ts";
import { type Command, exitCodes } from "../io.ts";

/** `play levels`: what there is to play. */
export const levels: Command = {
  name: "levels",
  usage: "levels [--json]",
  summary: "number, title, budget and goals of every level",
  flags: {},
  words: [],
  run(args, io) {
    const rows = lessons.map(({ level, prose }) => ({
      level: level.number,
      id: level.id,
      title: prose.title,
      budget: level.budget,
      goals: level.goals,
      designs: spaceSize(level),
    }));
    if (args.has("json")) io.out(`${JSON.stringify(rows)}\n`);
    else {
      const lines = lessons.map(({ level, prose }) => [
        String(level.number),
        prose.title,
        money(level.budget),
        level.goals.map(showGoal).join(", "),
        grouped(spaceSize(level)),
      ]);
      io.out(`${table([["", "level", "budget", "goals", "designs"], ...lines], [0, 2, 4])}\n`);
    }
    return exitCodes.fine;
  },
};
