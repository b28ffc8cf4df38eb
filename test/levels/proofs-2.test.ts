import { proveLevels } from "./proven-levels.ts";

proveLevels(2, 4);
