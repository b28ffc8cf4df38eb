import { proveLevels } from "./proven-levels.ts";

proveLevels(1, 4);
