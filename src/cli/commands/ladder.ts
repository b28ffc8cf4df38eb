import { ladderLines, poseRungs, topicLines } from "../../present/ladders.ts";
import { nearest } from "../../present/nearest.ts";
import type { LadderProse } from "../../words/contract/ladders.ts";
import { loadLadders } from "../../words/index.ts";
import { type CliCommand, exitCodes, lineCells, plain, UsageError } from "../io.ts";
import { numberFlag, seedBounds } from "../parse.ts";

/** `play ladder [TOPIC]`: the topics of interviews, or one of them with its rungs, its figures drawn by a seed. */
export const ladder: CliCommand = {
  name: "ladder",
  usage: "ladder [TOPIC] [--seed S] [--json]",
  flags: { seed: "value" },
  words: ["TOPIC?"],
  async run(args, io) {
    const texts = await loadLadders(io.language());
    const seed = numberFlag(args, "seed", seedBounds);
    const [name] = args.words;
    if (name === undefined) {
      if (args.has("json")) {
        const told = texts.ladders.map(({ id, level, topic }) => ({ id, level, topic }));
        io.out(`${JSON.stringify(told)}\n`);
        return exitCodes.fine;
      }
      const [{ output }, lessons] = await Promise.all([io.cliWords(), io.lessons()]);
      io.out(`${topicLines(texts, output, lessons).join("\n")}\n`);
      return exitCodes.fine;
    }
    const found = texts.ladders.find(({ id }) => id === name.toLowerCase());
    if (!found) {
      const ids = texts.ladders.map(({ id }) => id);
      const near = nearest(name.toLowerCase(), ids);
      throw new UsageError((usage) => usage.noTopic({ name: plain(name), near, count: ids.length }));
    }
    if (args.has("json")) io.out(`${JSON.stringify(asJson(found, seed))}\n`);
    else io.out(`${ladderLines(texts, found, seed, lineCells).join("\n")}\n`);
    return exitCodes.fine;
  },
};

function asJson(told: LadderProse, seed: number): object {
  const { id, level, topic } = told;
  const rungs = poseRungs(told, seed).map(({ ask, figure, prose: { points, redFlags, samples } }) => ({
    ask,
    ...(figure ? { figure } : {}),
    points,
    redFlags,
    samples,
  }));
  return { id, level, topic, seed, rungs };
}
