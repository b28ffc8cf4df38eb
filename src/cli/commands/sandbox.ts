/** `play sandbox`: the game opened at the sandbox; without a terminal, the systems that are there. */
import type { CliCommand } from "../io.ts";
import { listSystems } from "./system.ts";

export const sandbox: CliCommand = {
  name: "sandbox",
  usage: "sandbox [NAME|FILE|CODE] [--saves DIR] [--json]",
  flags: { saves: "value" },
  words: ["NAME?"],
  run: listSystems,
};
