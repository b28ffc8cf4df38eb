import { proveLevels } from "./proven-levels.ts";

proveLevels(3, 4);
