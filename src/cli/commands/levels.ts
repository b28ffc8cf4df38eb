import { catalog } from "../../levels/catalog.ts";
import { type Command, exitCodes } from "../io.ts";

/** `play levels`: what there is to play. */
export const levels: Command = {
  name: "levels",
  usage: "levels [--json]",
  summary: "number, title, budget and goals of every level",
  flags: {},
  words: [],
  async run(args, io) {
    if (args.has("json")) io.out(`${JSON.stringify(catalog)}\n`);
    else {
      const [{ grouped, money, table }, { showGoal }] = await Promise.all([
        import("../../present/figures.ts"),
        import("../../present/indicators-en.ts"),
      ]);
      const lines = catalog.map(({ level, title, budget, goals, designs }) => [
        String(level),
        title,
        money(budget),
        goals.map(showGoal).join(", "),
        grouped(designs),
      ]);
      io.out(`${table([["", "level", "budget", "goals", "designs"], ...lines], [0, 2, 4])}\n`);
    }
    return exitCodes.fine;
  },
};
