/**
 * Every headless command by its name, in the order of the help. Each loads when it is asked for, and nothing
 * else; `levels` is a few lines over figures that the build has worked out, shorter than a file takes to be found.
 */
import type { CliCommand } from "../io.ts";
import { levels } from "./levels.ts";

export const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
  levels: async () => levels,
  brief: async () => (await import("./brief.ts")).brief,
  numbers: async () => (await import("./numbers.ts")).numbers,
  simulate: async () => (await import("./simulate.ts")).simulate,
  exact: async () => (await import("./exact.ts")).exact,
  solve: async () => (await import("./solve.ts")).solve,
  audit: async () => (await import("./audit.ts")).auditCommand,
  prove: async () => (await import("./prove.ts")).prove,
  day: async () => (await import("./day.ts")).dayCommand,
  puzzle: async () => (await import("./puzzle.ts")).puzzleCommand,
  endless: async () => (await import("./endless.ts")).endless,
  lab: async () => (await import("./lab.ts")).lab,
  real: async () => (await import("./real.ts")).real,
  ladder: async () => (await import("./ladder.ts")).ladder,
  glossary: async () => (await import("./glossary.ts")).glossary,
  review: async () => (await import("./review.ts")).review,
  drill: async () => (await import("./drill.ts")).drill,
  interview: async () => (await import("./interview.ts")).interview,
  "on-call": async () => (await import("./on-call.ts")).onCall,
  progress: async () => (await import("./progress.ts")).progress,
  save: async () => (await import("./save.ts")).save,
  cards: async () => (await import("./cards.ts")).cards,
  replay: async () => (await import("./replay.ts")).replay,
  sandbox: async () => (await import("./sandbox.ts")).sandbox,
  system: async () => (await import("./system.ts")).system,
  check: async () => (await import("./check.ts")).check,
  export: async () => (await import("./export.ts")).exportCommand,
};
