/** `play system`: a system file to begin with, and one's own systems in and out of the game. */
import { isDeepStrictEqual } from "node:util";
import { monthly } from "../../present/forecast.ts";
import { table } from "../../present/table.ts";
import {
  exampleSystem,
  type System,
  systemCode,
  systemFromJson,
  systemText,
} from "../../rooms/sandbox/index.ts";
import { freeName, type Json, openPatiently, withKept } from "../../saves/index.ts";
import { forecast } from "../../sim/index.ts";
import type { SystemFileWords } from "../../words/contract/cli.ts";
import { type Arguments, type CliCommand, exitCodes, plain, type SpokenIo, UsageError } from "../io.ts";
import { broughtSystem, savedSystemNamed } from "../own-systems.ts";
import { nowMs, savedProgress, savesOf } from "../saved.ts";
import { newFile } from "../text-file.ts";

const usage = "system new [FILE] | list | export NAME [FILE] | import FILE|CODE [--saves DIR] [--json]";

export const system: CliCommand = {
  name: "system",
  usage,
  flags: { saves: "value" },
  words: ["new|list|export|import", "NAME|FILE?", "FILE?"],
  run(args, io) {
    const [way = "", first, second] = args.words;
    const most = { new: 2, list: 1, export: 3, import: 2 }[way];
    if (most === undefined) throw new UsageError((words) => words.systemNew({ word: plain(way) }));
    const extra = args.words[most];
    if (extra !== undefined)
      throw new UsageError((words) => words.unknownWord({ command: "system", word: plain(extra), usage }));
    if (way === "new") return begun(first, io);
    if (way === "list") return listSystems(args, io);
    if (first === undefined)
      throw new UsageError((words) =>
        words.missingWord({ command: `system ${way}`, word: way === "export" ? "NAME" : "FILE", usage }),
      );
    return way === "export" ? exported(first, second, args, io) : imported(first, args, io);
  },
};

async function begun(file: string | undefined, io: SpokenIo): Promise<number> {
  const { restart, ...comments } = (await io.cliWords()).systemFile;
  return written(systemText(exampleSystem(restart), commentsIn(comments)), file, io);
}

function written(text: string, file: string | undefined, io: SpokenIo): number {
  if (file === undefined || file === "-") io.out(text);
  else newFile(file, text);
  return exitCodes.fine;
}

/** The systems that are saved, with what they cost and how many goals they have. */
export async function listSystems(args: Arguments, io: SpokenIo): Promise<number> {
  const { systems } = savedProgress(args, io);
  if (args.has("json")) {
    const listed = systems.map(({ name, system: value }) => {
      const found = systemFromJson(value);
      const { design, goals } = found.system ?? {};
      return { name, isSound: !found.problem, ...(design === undefined ? {} : { design, goals }) };
    });
    io.out(`${JSON.stringify(listed)}\n`);
    return exitCodes.fine;
  }
  const words = await io.words();
  const { sandbox } = words;
  const rows = systems.map(({ name, system: value }) => {
    const { playable } = systemFromJson(value);
    if (!playable) return [plain(name), sandbox.broken];
    const bill = monthly(words, forecast(playable.start, playable.scenario));
    return [plain(name), sandbox.row({ bill, goals: playable.goals.length })];
  });
  io.out(`${rows.length === 0 ? sandbox.none : table(rows)}\n`);
  return exitCodes.fine;
}

async function exported(
  name: string,
  file: string | undefined,
  args: Arguments,
  io: SpokenIo,
): Promise<number> {
  const own = savedSystemNamed(savedProgress(args, io), name);
  if (args.has("json") && file === undefined) {
    const code = systemCode(own);
    io.out(`${JSON.stringify({ name, ...(code === undefined ? {} : { code }), system: own })}\n`);
    return exitCodes.fine;
  }
  return written(systemText(own), file, io);
}

/** Adds a system to those that are saved: never in the place of another one. */
async function imported(word: string, args: Arguments, io: SpokenIo): Promise<number> {
  const { sandbox, saves } = await io.words();
  const store = await openPatiently(savesOf(args, io));
  const brought = broughtSystem(word, store.read().systems);
  let name = "";
  store.update((save) => {
    const wanted = brought.name ?? sandbox.unnamed;
    const { systems, systemsRemoved: removed } = save;
    const same = systems.find((each) => each.name === wanted && isDeepStrictEqual(each.system, brought));
    name = wanted;
    if (same) return save;
    name = freeName(systems, wanted);
    const own: System = { ...brought, name };
    const shelf = withKept({ list: systems, removed }, name, { system: own as unknown as Json }, nowMs(io));
    return { ...save, systems: shelf.list, systemsRemoved: shelf.removed };
  });
  if (store.trouble) {
    io.err(`play: ${saves.trouble(store.trouble)}\n`);
    return exitCodes.unwritten;
  }
  io.out(args.has("json") ? `${JSON.stringify({ name })}\n` : `${sandbox.imported(name)}\n`);
  return exitCodes.fine;
}

/** The comments at their places in a file. */
function commentsIn(say: Omit<SystemFileWords, "restart">): Readonly<Record<string, string>> {
  const { whole, design, goals, time, streams, data, clients, events } = say;
  return {
    "": whole,
    design,
    goals,
    "scenario.ticks": time,
    "scenario.streams": streams,
    "scenario.data": data,
    "scenario.clients": clients,
    "scenario.events": events,
  };
}
