/** What labs share: figures typed by hand are checked, and a bad one is answered, not thrown. */

/** Why a lab did not run: which field, and what it takes. */
export interface LabProblem {
  readonly ok: false;
  readonly field: string;
  readonly problem:
    | ({ readonly code: "bounds"; readonly found: string } & FieldRule)
    | { readonly code: "placement"; readonly found: string }
    | { readonly code: "trigger"; readonly beforeSec: number };
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
        problem: { code: "bounds", min, max, whole: whole === true, found: String(value) },
      };
  }
  return undefined;
}
