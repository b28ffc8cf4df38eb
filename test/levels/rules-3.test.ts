import { holdRules } from "./held-rules.ts";

holdRules(3, 4);
