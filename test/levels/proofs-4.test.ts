import { proveLevels } from "./proven-levels.ts";

proveLevels(4, 4);
