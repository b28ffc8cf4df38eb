import { catalog, titles } from "../../levels/catalog.ts";
import { type CliCommand, exitCodes } from "../io.ts";

/** `play levels`: what there is to play. */
export const levels: CliCommand = {
  name: "levels",
  usage: "levels [--json]",
  flags: {},
  words: [],
  async run(args, io) {
    const rows = catalog.map(({ level, id, ...rest }) => ({
      level,
      id,
      title: titles[io.language()][id],
      ...rest,
    }));
    if (args.has("json")) io.out(`${JSON.stringify(rows)}\n`);
    else {
      const [words, { output }, { grouped, money }, { showGoal }, { table }] = await Promise.all([
        io.words(),
        io.cliWords(),
        import("../../words/figures.ts"),
        import("../../present/indicators.ts"),
        import("../../present/table.ts"),
      ]);
      const lines = rows.map(({ level, title, budget, goals, designs }) => [
        String(level),
        title,
        money(budget),
        goals.map((goal) => showGoal(words, goal)).join(", "),
        grouped(designs),
      ]);
      io.out(`${table([output.levelHeads, ...lines], [0, 2, 4])}\n`);
    }
    return exitCodes.fine;
  },
};
