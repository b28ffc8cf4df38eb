import { table } from "../../../present/table.ts";
import { shardsLab } from "../../../sim/index.ts";
import { numberFlag, seedBounds, wordFlag } from "../../parse.ts";
import { besideTheory, figure, type Lab, ran } from "./lab.ts";

/** Keys on shards, by the functions that the simulator itself uses: who holds what, who moves. */
export const shards: Lab = {
  name: "shards",
  usage: "--shards n [--grow m] --placement modulo|ring --keys N [--zipf α] [--seed s]",
  flags: {
    shards: "value",
    grow: "value",
    placement: "value",
    keys: "value",
    zipf: "value",
    seed: "value",
  },
  run(args) {
    const result = ran(
      shardsLab({
        shards: numberFlag(args, "shards", { min: 1, max: 1_024, whole: true }),
        grow: numberFlag(args, "grow", { min: 0, max: 1_024, whole: true, fallback: 1 }),
        placement: wordFlag(args, "placement", ["ring", "modulo"], "ring"),
        keys: numberFlag(args, "keys", { min: 1, max: 5_000_000, whole: true }),
        zipf: numberFlag(args, "zipf", { min: 0, max: 3, fallback: 0 }),
        seed: numberFlag(args, "seed", seedBounds),
      }),
      {},
    );
    const { movedShare, maxOverMean, shares, theory } = result;
    return {
      json: { movedShare, maxOverMean, shares, ideal: theory },
      text: (words) => {
        const rows = shares.map((share, i) => [words.shard(i + 1), figure(share)]);
        const heads = [words.counted, words.ideal] as const;
        return [
          besideTheory(words, { movedShare, maxOverMean }, theory, heads),
          "",
          table([["", words.workShare], ...rows], [1]),
        ].join("\n");
      },
    };
  },
};
