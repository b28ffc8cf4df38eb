/** The door to the sandbox: systems of one's own, read, checked, written and changed. */
export { codeLengthMax, looksLikeSystem, readSystemCode, systemCode } from "./code.ts";
export { exampleSystem } from "./example.ts";
export { systemText } from "./print.ts";
export type { FieldTakes, ScenarioProblem } from "./problems.ts";
export { scenarioFromJson } from "./scenario-shape.ts";
export { goalIndicators, type System, systemFromJson } from "./system.ts";
