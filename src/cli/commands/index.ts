/** Every headless command, in the order of the help. */
import type { Command } from "../io.ts";
import { brief } from "./brief.ts";
import { endless } from "./endless.ts";
import { exportCommand } from "./export.ts";
import { lab } from "./lab.ts";
import { levels } from "./levels.ts";
import { prove } from "./prove.ts";
import { replay } from "./replay.ts";
import { simulate } from "./simulate.ts";
import { solve } from "./solve.ts";

export const commands: readonly Command[] = [
  levels,
  brief,
  simulate,
  solve,
  prove,
  endless,
  lab,
  replay,
  exportCommand,
];
