/** What the experiments beside real servers share on the command line. */
import type { Knobs } from "../../../labs/index.ts";
import type { RealName } from "../../../real/index.ts";
import { round } from "../../../sim/index.ts";
import type { RealWords } from "../../../words/contract/real.ts";
import type { Arguments, SpokenIo } from "../../io.ts";

/** An experiment on the command line. */
export interface RealCommand {
  readonly name: RealName;
  /** What stands after its name, where anything does: "N". */
  readonly word?: string;
  readonly knobs: Knobs;
  /** Options whose value is a text, with how the help writes it. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Measures, and prints; the exit code. */
  run(args: Arguments, io: SpokenIo): Promise<number>;
}

/** The knobs as options of the command. */
export function flagsOf({ knobs, texts = {} }: RealCommand): Readonly<Record<string, "value">> {
  return Object.fromEntries(
    [...Object.keys(texts), ...Object.keys(knobs)].map((flag) => [flag, "value" as const]),
  );
}

/** What an experiment tells on its way: that it calibrates, that it measures and what, how far it is, that it computes. */
type RealNews<M> =
  | { readonly phase: "calibrating" }
  | (M & { readonly phase: "measuring" })
  | ({ readonly phase: "measured" } & Parameters<RealWords["soFar"]>[0])
  | { readonly phase: "computing" };

/** The same in a line; what is measured has words of its own. */
export function newsLine<M>(words: RealWords, news: RealNews<M>, measuring: (found: M) => string): string {
  if (news.phase === "calibrating") return words.calibrating;
  if (news.phase === "computing") return words.computing;
  return news.phase === "measuring" ? measuring(news) : words.soFar(news);
}

/** For `JSON.stringify`: figures as far as they can be told apart. */
export const rounded = (_: string, value: unknown) => (typeof value === "number" ? round(value) : value);
