/**
 * The game over another engine's mathematics. Nothing promises the last bit of a logarithm or a power: two engines may
 * differ in it. So the simulator, the rules and the levels are built once more with a `Math` of our own, whose results
 * are moved by one unit in the last place; `**` is a call of it there.
 */
import { fileURLToPath } from "node:url";
import { compileFunction } from "node:vm";
import { buildSync } from "esbuild";
import { decide, type Level, type Verdict, verdictSeeds } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { mix32 } from "../../src/sim/chance/random.ts";
import { type Design, reportedRun } from "../../src/sim/index.ts";

/** What is played with. */
export interface Copy {
  readonly decide: typeof decide;
  readonly levels: typeof levels;
}

/** Where the last bits go: every one away from zero, every one towards it, or by chance, as the argument has it. */
export type Shift = "up" | "down" | { readonly draw: number };

/** A way for each fixed seed. */
export const shifts: readonly Shift[] = ["up", "down", { draw: 1 }, { draw: 2 }, { draw: 3 }];

const value = new Float64Array(1);
const bits = new BigInt64Array(value.buffer);
const halves = new Uint32Array(value.buffer);

/**
 * A result in the next place or so many places further; a whole number stays, for engines give those exactly (`2 ** 10`,
 * the logarithm of 1).
 */
export function nudged(result: number, places: number): number {
  if (!Number.isFinite(result) || Number.isInteger(result)) return result;
  value[0] = result;
  bits[0]! += BigInt(places);
  return value[0];
}

/** By how many units the results of one function go for these arguments. */
function unitsAt(shift: Shift, name: string, args: readonly number[]): number {
  if (typeof shift === "string") return shift === "up" ? 1 : -1;
  let hash = mix32(shift.draw ^ mix32(name.length * 256 + name.charCodeAt(0)));
  for (const arg of args) {
    value[0] = arg;
    hash = mix32(hash ^ halves[0]!);
    hash = mix32(hash ^ halves[1]!);
  }
  return (hash % 3) - 1;
}

/** What the language leaves to its engine, and the simulator asks for. */
const leftOpen = ["exp", "expm1", "log", "log1p", "log2", "log10", "pow"] as const;

/** Mathematics that goes another way in the last place, or so many places before it. */
export function otherMath(shift: Shift, places = 1): Math {
  const known = Object.getOwnPropertyDescriptors(Math);
  const other: Math = Object.create(Object.prototype, known);
  for (const name of leftOpen) {
    const own = Math[name] as (...args: number[]) => number;
    const moved = (...args: number[]) => nudged(own(...args), places * unitsAt(shift, name, args));
    Object.defineProperty(other, name, { value: moved });
  }
  return other;
}

let code = "";

/** A copy of the game that reckons with a given `Math`, and nothing else of it is another. */
export function copyWith(math: Math): Copy {
  code ||= buildSync({
    stdin: {
      contents:
        'export { decide } from "./src/game/index.ts"; export { levels } from "./src/levels/index.ts";',
      resolveDir: fileURLToPath(new URL("../..", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "cjs",
    supported: { "exponent-operator": false },
    logLevel: "error",
  }).outputFiles[0]!.text;
  const module = { exports: {} };
  compileFunction(code, ["Math", "module"])(math, module);
  return module.exports as Copy;
}

/** By the place of their shift among all. */
const copies: Copy[] = [];

const audited = { ...reportedRun, audits: true } as const;

/** What is decided of one run, without its figures. */
function decided({ passed, stars, outcomes }: Verdict) {
  const met = outcomes.map(({ goals, starGoals }) =>
    [goals, ...starGoals].map((of) => of.map((goal) => goal.met)),
  );
  return JSON.stringify({ passed, stars, met });
}

/**
 * The fixed seeds on which a design's verdict, its stars or one of its goals comes out otherwise when last bits go
 * another way, each seed with a way of its own; the audit of a third star is made again on the first.
 */
export function decidedByLastBit(level: Level, design: Design, seeds = verdictSeeds): readonly number[] {
  return seeds.filter((seed) => {
    const at = verdictSeeds.indexOf(seed);
    copies[at] ??= copyWith(otherMath(shifts[at]!));
    const copy = copies[at];
    const fidelity = at === 0 ? audited : reportedRun;
    const here = decide(level, design, [seed], fidelity);
    const there = copy.decide(copy.levels[levels.indexOf(level)]!, design, [seed], fidelity);
    return decided(here) !== decided(there);
  });
}
