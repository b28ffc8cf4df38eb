import { decide, type Outcome } from "../../game/index.ts";
import { paragraph } from "../../present/cells.ts";
import { indicatorName } from "../../present/indicators.ts";
import { nearest } from "../../present/nearest.ts";
import { lessonOf } from "../../present/rooms.ts";
import { table } from "../../present/table.ts";
import {
  faultId,
  lineOf,
  type Puzzle,
  priceOf,
  puzzles,
  type RedTeam,
  savedShare,
  savings,
  starsFor,
  struck,
  type Waste,
} from "../../rooms/puzzles/index.ts";
import { forecast, formatDesign } from "../../sim/index.ts";
import { money } from "../../words/figures.ts";
import type { Words } from "../../words/index.ts";
import { designArgument, mustBeSold } from "../design-argument.ts";
import {
  type Arguments,
  type CliCommand,
  exitCodes,
  lineCells,
  plain,
  type SpokenIo,
  UsageError,
} from "../io.ts";
import { puzzleArgument } from "../puzzle-argument.ts";
import { goalJson } from "./goals.ts";

/** `play puzzle [ID]`: the puzzles; one of them, and what becomes of a design or a fault. */
export const puzzleCommand: CliCommand = {
  name: "puzzle",
  usage: "puzzle [ID] [--design D|--fault F] [--json]",
  flags: { design: "value", fault: "value" },
  words: ["ID?"],
  async run(args, io) {
    const [id] = args.words;
    if (id === undefined) return list(args, io);
    const puzzle = puzzleArgument(id);
    // What belongs to the other kind would be ignored without a word.
    const [own, other] = puzzle.kind === "waste" ? ["design", "fault"] : ["fault", "design"];
    if (args.has(other!))
      throw new UsageError((usage) => usage.otherPuzzle({ puzzle: id, flag: other!, own: own! }));
    return puzzle.kind === "waste" ? cut(puzzle.waste, args, io) : attack(puzzle.redTeam, args, io);
  },
};

function textOf({ puzzles: words }: Words, puzzle: Puzzle) {
  return (puzzle.kind === "waste" ? words.wastes : words.redTeams)[puzzle.id] ?? { title: "", story: "" };
}

async function list(args: Arguments, io: SpokenIo): Promise<number> {
  const words = await io.words();
  const rows = puzzles.map((puzzle) => ({
    id: puzzle.id,
    kind: puzzle.kind,
    title: textOf(words, puzzle).title,
    level: (puzzle.kind === "waste" ? puzzle.waste.level : puzzle.redTeam.base).number,
  }));
  io.out(
    args.has("json")
      ? `${JSON.stringify(rows)}\n`
      : `${table(rows.map(({ id, kind, title }) => [id, words.puzzles.kinds[kind].name, title]))}\n`,
  );
  return exitCodes.fine;
}

async function cut(waste: Waste, args: Arguments, io: SpokenIo): Promise<number> {
  const { level, rule, startPerMonth } = waste;
  const words = await io.words();
  const asked = args.value("design");
  if (asked === undefined) {
    const begins = { id: waste.id, start: formatDesign(rule.start), startPerMonth, saving: savings.two };
    if (args.has("json")) io.out(`${JSON.stringify(begins)}\n`);
    else io.out(`${await introduced(words, io, { kind: "waste", id: waste.id, waste }, begins.start)}\n`);
    return exitCodes.fine;
  }
  const design = designArgument(asked, level);
  mustBeSold(level, design);
  const verdict = decide(level, design);
  const share = savedShare(waste, design);
  const isSolved = verdict.stars === 3;
  if (args.has("json")) {
    const goals = worst(verdict.outcomes).goals.map(goalJson);
    const costPerMonth = forecast(design, level.scenario).perMonth;
    io.out(
      `${JSON.stringify({ id: waste.id, design: formatDesign(design), costPerMonth, savedShare: share, stars: verdict.stars, solved: isSolved, goals })}\n`,
    );
  } else {
    const missed = missedGoals(words, worst(verdict.outcomes));
    const { saving, solved } = words.puzzles;
    io.out(
      `${[
        solved({ stars: verdict.stars, price: forecast(design, level.scenario).perMonth }),
        saving({ share, isEnough: share >= savings.two }),
        ...(missed.length > 0 ? [missed.join(", ")] : []),
      ].join("   ")}\n`,
    );
  }
  return isSolved ? exitCodes.fine : exitCodes.failed;
}

async function attack(redTeam: RedTeam, args: Arguments, io: SpokenIo): Promise<number> {
  const words = await io.words();
  const asked = args.value("fault");
  if (asked === undefined) {
    const faults = redTeam.faults.map((fault) => ({ fault: faultId(fault), price: priceOf(fault) }));
    if (args.has("json")) io.out(`${JSON.stringify({ id: redTeam.id, design: lineOf(redTeam), faults })}\n`);
    else {
      const rows = redTeam.faults.map((fault) => [
        money(priceOf(fault)),
        faultId(fault),
        words.puzzles.fault(fault),
      ]);
      const head = await introduced(
        words,
        io,
        { kind: "red-team", id: redTeam.id, redTeam },
        lineOf(redTeam),
      );
      io.out(`${head}\n\n${table(rows, [0])}\n`);
    }
    return exitCodes.fine;
  }
  const fault = redTeam.faults.find((each) => faultId(each) === asked);
  if (!fault) {
    const names = redTeam.faults.map(faultId);
    throw new UsageError((usage) =>
      usage.noFault({ name: plain(asked), near: nearest(asked, names), puzzle: redTeam.id }),
    );
  }
  const outcome = struck(redTeam, fault);
  const breaks = !outcome.passed;
  const stars = breaks ? starsFor(redTeam, fault) : 0;
  if (args.has("json")) {
    const goals = outcome.goals.map(goalJson);
    io.out(
      `${JSON.stringify({ id: redTeam.id, fault: asked, price: priceOf(fault), breaks, stars, goals })}\n`,
    );
  } else {
    const name = words.puzzles.fault(fault);
    io.out(
      breaks
        ? `${words.puzzles.solved({ stars, price: priceOf(fault) })}   ${words.puzzles.broken({ fault: name, goals: missedGoals(words, outcome) })}\n`
        : `${words.puzzles.bore(name)}\n`,
    );
  }
  return breaks ? exitCodes.fine : exitCodes.failed;
}

/** The outcome that decides: the first that does not pass, or any. */
function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.find(({ passed }) => !passed) ?? outcomes[0]!;
}

function missedGoals(words: Words, { goals }: Outcome): string[] {
  return goals.flatMap(({ met, indicator }) => (met ? [] : [indicatorName(words, indicator)]));
}

/** A puzzle told: its title, what it is about, its story, the design. */
async function introduced(words: Words, io: SpokenIo, puzzle: Puzzle, line: string): Promise<string> {
  const { puzzles: said } = words;
  const { title, story } = textOf(words, puzzle);
  const { level } = puzzle.kind === "waste" ? puzzle.waste.rule : puzzle.redTeam.rule;
  const base = lessonOf(await io.lessons(), level);
  return [
    `${said.kinds[puzzle.kind].name}: ${title}`,
    ...paragraph(said.kinds[puzzle.kind].about, lineCells),
    "",
    ...paragraph(story, lineCells),
    said.onLevel({ level: base.level.number, title: base.prose.title }),
    "",
    line,
  ].join("\n");
}
