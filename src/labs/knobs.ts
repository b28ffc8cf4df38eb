/** What can be turned at a lab: one description of which the command line makes its options and the screen its knobs. */

interface NumberRule {
  readonly is: "number";
  /** How the help writes a value: "λ", "s". */
  readonly sign: string;
  readonly min: number;
  readonly max: number;
  readonly whole?: true;
}

/** A number that must be given. */
export type NeededNumber = NumberRule;

/** A number that is what it is unless it is given. */
export interface UsualNumber extends NumberRule {
  readonly fallback: number;
}

/** A number that may be left out, and then there is none. */
export interface OptionalNumber extends NumberRule {
  readonly isOptional: true;
}

/** One of a few words, the first unless another is given. */
export interface WordKnob<W extends string = string> {
  readonly is: "word";
  readonly words: readonly [W, ...W[]];
}

export type Knob = NeededNumber | UsualNumber | OptionalNumber | WordKnob;
export type Knobs = Readonly<Record<string, Knob>>;

/** The values of a lab's knobs. */
export type KnobSettings<K extends Knobs> = {
  readonly [Name in keyof K]: K[Name] extends WordKnob<infer W>
    ? W
    : K[Name] extends OptionalNumber
      ? number | undefined
      : number;
};

/** The seed of what is drawn. */
export const seedKnob = {
  is: "number",
  sign: "s",
  min: 0,
  max: 4_294_967_295,
  whole: true,
  fallback: 11,
} as const satisfies UsualNumber;

/** The knobs as options of a command. */
export function usageOf(knobs: Knobs, switches: readonly string[] = []): string {
  const options = Object.entries(knobs).map(([name, knob]) => {
    const option = `--${name} ${knob.is === "word" ? knob.words.join("|") : knob.sign}`;
    const isNeeded = knob.is === "number" && !("fallback" in knob) && !("isOptional" in knob);
    return isNeeded ? option : `[${option}]`;
  });
  return [...options, ...switches.map((name) => `[--${name}]`)].join(" ");
}
