import { holdRules } from "./held-rules.ts";

holdRules(1, 4);
