/** Every headless command, in the order of the help. */
import type { Command } from "../io.ts";
import { brief } from "./brief.ts";
import { exportCommand } from "./export.ts";
import { lab } from "./lab.ts";
import { levels } from "./levels.ts";
import { simulate } from "./simulate.ts";

export const commands: readonly Command[] = [levels, brief, simulate, lab, exportCommand];
