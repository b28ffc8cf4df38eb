/** `play sandbox`: the game opened at the sandbox; without a terminal, the systems that are there. */
import type { CliCommand } from "../io.ts";
import { screenFlags, screenUsage } from "../parse.ts";
import { listSystems } from "./system.ts";

export const sandbox: CliCommand = {
  name: "sandbox",
  usage: `sandbox [NAME|FILE|CODE] ${screenUsage} [--json]`,
  flags: screenFlags,
  words: ["NAME?"],
  run: listSystems,
};
