import { seedKnob } from "../../../labs/index.ts";
import { table } from "../../../present/table.ts";
import type { CacheFound, CacheNews } from "../../../real/index.ts";
import type { RealCacheWords } from "../../../words/contract/real.ts";
import { exitCodes } from "../../io.ts";
import { knobValues } from "../labs/lab.ts";
import { type RealCommand, rounded } from "./experiment.ts";

const knobs = {
  keys: { is: "number", sign: "N", min: 1_000, max: 100_000, whole: true, fallback: 5_000 },
  zipf: { is: "number", sign: "α", min: 0.2, max: 2, fallback: 0.9 },
  capacity: { is: "number", sign: "C", min: 200, max: 50_000, whole: true, fallback: 500 },
  reads: { is: "number", sign: "λ", min: 10, max: 1_000, fallback: 200 },
  changes: { is: "number", sign: "δ", min: 0.5, max: 50, fallback: 4 },
  compute: { is: "number", sign: "ms", min: 5, max: 1_000, fallback: 50 },
  seconds: { is: "number", sign: "n", min: 5, max: 600, fallback: 20 },
  seed: seedKnob,
} as const;

/** `play real cache`: Redis on this machine. */
export const cache: RealCommand = {
  name: "cache",
  knobs,
  async run(args, io) {
    const { compute, ...more } = knobValues(args, knobs);
    const { real } = await io.cliWords();
    const { realCache, withKeeper } = await import("../../../real/index.ts");
    const setup = { ...more, computeMs: compute };
    const found = await withKeeper(io.signal, (keeper) =>
      realCache(setup, keeper, (news) => io.err(`${told(real.cache, news)}\n`)),
    );
    io.out(`${args.has("json") ? JSON.stringify(found, rounded) : textOf(real.cache, found)}\n`);
    return exitCodes.fine;
  },
};

function told(words: RealCacheWords, news: CacheNews): string {
  if (news.phase === "policy") return words.reading(news);
  return news.phase === "restart" ? words.restarting(news) : words.hotKey(news);
}

function textOf(words: RealCacheWords, { policies, refill, hotKey, ...found }: CacheFound): string {
  const { share } = words;
  const hits = policies.map(({ policy, measured, simulated, theory, held }) => [
    words.policies[policy],
    ...[measured, simulated, theory].map(share),
    words.count(held),
  ]);
  const filled = refill.map(({ afterReads, measured, simulated }) => [
    words.afterReads(afterReads),
    share(measured),
    share(simulated),
  ]);
  const guarded = hotKey.map(({ guard, measured, simulated }) => [
    words.guards[guard],
    ...[measured, simulated].flatMap(({ hitRatio, staleShare }) => [share(hitRatio), share(staleShare)]),
    ...[measured, simulated].map(({ storePerSec }) => words.rate(storePerSec)),
  ]);
  return [
    table([words.heads.policies, ...hits], [1, 2, 3, 4]),
    "",
    table([words.heads.refill, ...filled], [1, 2]),
    "",
    table([words.heads.hotKey, ...guarded], [1, 2, 3, 4, 5, 6]),
    "",
    words.lesson({ policies, refill, hotKey, ...found }),
  ].join("\n");
}
