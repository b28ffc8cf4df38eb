/**
 * The kinds of settings a part can have. One table of settings per part (design.ts) is enough for
 * its type, its notation, its validation, the shop and the solver: nothing is written twice.
 */

/** A whole number between two bounds. */
export interface CountSetting {
  readonly kind: "count";
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}

/** A number out of a short list, such as a box size in vCPU. */
export interface SizeSetting {
  readonly kind: "size";
  readonly sizes: readonly number[];
  readonly initial: number;
}

/** One word out of several. */
export interface ChoiceSetting<Word extends string = string> {
  readonly kind: "choice";
  readonly words: readonly Word[];
  readonly initial: Word;
}

/** On or off. */
export interface ToggleSetting {
  readonly kind: "toggle";
  readonly initial: boolean;
}

/** A time in whole seconds; `Infinity` is written "never" where the setting allows it. */
export interface DurationSetting {
  readonly kind: "duration";
  readonly minSec: number;
  readonly maxSec: number;
  readonly never: boolean;
  readonly initial: number;
}

export type Setting = CountSetting | SizeSetting | ChoiceSetting | ToggleSetting | DurationSetting;
export type SettingValue = number | string | boolean;

/** The value type that belongs to a setting. */
export type ValueOf<S extends Setting> =
  S extends ChoiceSetting<infer Word> ? Word : S extends ToggleSetting ? boolean : number;

/** The settings object that belongs to a table of settings. */
export type ValuesOf<T extends Readonly<Record<string, Setting>>> = {
  readonly [K in keyof T]: ValueOf<T[K]>;
};

/** A whole number from `min` to `max`. */
export function count(min: number, max: number, initial = min): CountSetting {
  return { kind: "count", min, max, initial };
}

/** One of `sizes`. */
export function size(sizes: readonly number[], initial: number): SizeSetting {
  return { kind: "size", sizes, initial };
}

/** One of `words`; the first is the initial one. */
export function choice<const Words extends readonly [string, ...string[]]>(
  ...words: Words
): ChoiceSetting<Words[number]> {
  return { kind: "choice", words, initial: words[0] };
}

/** Off unless said otherwise. */
export function toggle(initial = false): ToggleSetting {
  return { kind: "toggle", initial };
}

/** Seconds from `minSec` to `maxSec`. */
export function duration(
  minSec: number,
  maxSec: number,
  initial: number,
  options: { readonly never?: boolean } = {},
): DurationSetting {
  return { kind: "duration", minSec, maxSec, never: options.never ?? false, initial };
}

/** What may be written for a setting. */
export type AllowedValues =
  | { readonly kind: "whole-number"; readonly min: number; readonly max: number }
  | { readonly kind: "one-of"; readonly choices: readonly string[] }
  | { readonly kind: "toggle" }
  /** Times as notation writes them: "5m". */
  | { readonly kind: "time"; readonly min: string; readonly max: string; readonly never: boolean };

/** What may be written for a setting, for an error message. */
export function expectation(setting: Setting): AllowedValues {
  switch (setting.kind) {
    case "count":
      return { kind: "whole-number", min: setting.min, max: setting.max };
    case "size":
      return { kind: "one-of", choices: setting.sizes.map(String) };
    case "choice":
      return { kind: "one-of", choices: setting.words };
    case "toggle":
      return { kind: "toggle" };
    case "duration":
      return {
        kind: "time",
        min: formatDuration(setting.minSec),
        max: formatDuration(setting.maxSec),
        never: setting.never,
      };
  }
}

/** Whether `value` may stand for `setting`. */
export function accepts(setting: Setting, value: unknown): value is SettingValue {
  switch (setting.kind) {
    case "count":
      return Number.isInteger(value) && (value as number) >= setting.min && (value as number) <= setting.max;
    case "size":
      return typeof value === "number" && setting.sizes.includes(value);
    case "choice":
      return typeof value === "string" && setting.words.includes(value);
    case "toggle":
      return typeof value === "boolean";
    case "duration":
      return (
        (setting.never && value === Number.POSITIVE_INFINITY) ||
        (Number.isInteger(value) &&
          (value as number) >= setting.minSec &&
          (value as number) <= setting.maxSec)
      );
  }
}

/** Writes a value as it stands in the notation: `8`, `lru`, `5m`, `never`, `on`. */
export function formatValue(setting: Setting, value: SettingValue): string {
  if (setting.kind === "duration") return formatDuration(value as number);
  if (setting.kind === "toggle") return value ? "on" : "off";
  return String(value);
}

/** Reads what `formatValue` writes; `undefined` when it is not a value of this setting. */
export function parseValue(setting: Setting, text: string): SettingValue | undefined {
  let value: SettingValue | undefined;
  if (setting.kind === "choice")
    value = setting.words.find((word) => word.toLowerCase() === text.toLowerCase());
  else if (setting.kind === "toggle") value = text === "on" ? true : text === "off" ? false : undefined;
  else if (setting.kind === "duration") value = parseDuration(text);
  else value = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && accepts(setting, value) ? value : undefined;
}

const units: readonly (readonly [string, number])[] = [
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
];

/** 90 → "90s", 300 → "5m", 3600 → "1h", Infinity → "never". */
export function formatDuration(sec: number): string {
  if (sec === Number.POSITIVE_INFINITY) return "never";
  for (const [unit, length] of units)
    if (sec >= length && sec % length === 0) return `${sec / length}${unit}`;
  return `${sec}s`;
}

function parseDuration(text: string): number | undefined {
  if (text === "never") return Number.POSITIVE_INFINITY;
  if (!/^(?:\d{1,9}[smhd]?|(?:\d{1,9}[smhd])+)$/.test(text)) return undefined;
  let sec = 0;
  for (const [, count, name] of text.matchAll(/(\d+)([smhd]?)/g))
    sec += Number(count) * (units.find(([unit]) => unit === name)?.[1] ?? 1);
  return sec;
}
