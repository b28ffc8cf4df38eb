import { holdRules } from "./held-rules.ts";

holdRules(2, 4);
