import { holdRules } from "./held-rules.ts";

holdRules(4, 4);
