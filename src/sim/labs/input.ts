/** What labs share: figures typed by hand are checked, and a bad one is answered, not thrown. */

/** Why a lab did not run: which field, and what it takes. */
export interface LabProblem {
  readonly ok: false;
  readonly field: string;
  readonly problem: string;
}

export interface FieldRule {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

/** The first field that breaks its rule, or undefined. */
export function checkFields(
  input: object,
  rules: Readonly<Record<string, FieldRule>>,
): LabProblem | undefined {
  for (const [field, { min, max, whole }] of Object.entries(rules)) {
    const value = (input as Readonly<Record<string, unknown>>)[field];
    if (value === undefined) continue;
    const fits =
      typeof value === "number" && value >= min && value <= max && (!whole || Number.isInteger(value));
    if (!fits)
      return {
        ok: false,
        field,
        problem: `${field} takes a ${whole ? "whole " : ""}number from ${min} to ${max}, not ${String(value)}`,
      };
  }
  return undefined;
}
