/** The door to the sandbox: systems of one's own, read, checked, written and changed. */
export { codeLengthMax, looksLikeSystem, readSystemCode, systemCode } from "./code.ts";
export { exampleSystem } from "./example.ts";
export {
  type EntryList,
  type FormField,
  type FormPart,
  type FormRow,
  rowsOf,
  textIn,
  withChoice,
  withEntry,
  withoutEntry,
  withText,
} from "./form.ts";
export { systemText } from "./print.ts";
export type { FieldTakes, ScenarioProblem } from "./problems.ts";
export { scenarioFromJson } from "./scenario-shape.ts";
export { shopFor, shopForAll, shopNear } from "./shop.ts";
export { type System, type SystemFound, systemFromJson } from "./system.ts";
