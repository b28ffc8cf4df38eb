/** What plain JSON must be to be taken for a type, field by field: a type that changes asks for its check. */

/** Whether a value is what it should be. */
export type Check = (value: unknown) => boolean;
/** A check for each field of a type: a new field wants one. */
type Checks<T> = { readonly [K in keyof Required<T>]: Check };

export const flag: Check = (value) => typeof value === "boolean";
export const number: Check = (value) => typeof value === "number" && Number.isFinite(value);
export const text: Check = (value) => typeof value === "string";
export const oneOf =
  (...names: readonly unknown[]): Check =>
  (value) =>
    names.includes(value);
export const perhaps =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
export const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const record =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check);

/** A check of all fields that a type has; others may stand beside them. */
export function shape<T>(checks: Checks<T>): (value: unknown) => value is T {
  return (value): value is T =>
    isRecord(value) &&
    (Object.entries(checks) as [string, Check][]).every(([name, check]) => check(value[name]));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
