/** What an address asks for: `#CODE` a shared run or a system, `?lab=NAME&…` a bench, `?day=DATE` the level of a day. */
import { looksShared, readShareCode, type ShareCodeProblem } from "../game/index.ts";
import { type BenchName, benches, type Turned } from "../labs/index.ts";
import { levels } from "../levels/index.ts";
import { plain } from "../process/text.ts";
import { firstDate, lastDate, readDate } from "../rooms/day/index.ts";
import { looksLikeSystem, readSystemCode } from "../rooms/sandbox/index.ts";
import { simulatorVersion } from "../sim/index.ts";
import type { WantedSandbox } from "../ui/model/sandbox-screens.ts";
import type { WantedLink } from "../ui/model/wanted.ts";
import type { UnreadWords } from "../words/index.ts";

/** What is to be opened, and what is to be said beside it. */
export interface Address {
  readonly link?: WantedLink;
  readonly sandbox?: WantedSandbox;
  readonly said?: (words: UnreadWords) => string;
}

/** A longer code is none: not even looked at. */
const codeMax = 4_000;

/** Reads an address. Never throws: what cannot be followed is told in a sentence, with all of it made harmless. */
export function addressOf({ hash, search }: Pick<Location, "hash" | "search">): Address {
  const code = decoded(hash.slice(1));
  if (code !== "") return code.length > codeMax ? badCode(code, { code: "form" }) : codeOf(code);
  const query = new URLSearchParams(search);
  const lab = query.get("lab");
  if (lab !== null) return benchOf(lab, query);
  const day = query.get("day");
  return day === null ? {} : dayOf(day);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function codeOf(code: string): Address {
  if (looksLikeSystem(code) && !looksShared(code)) {
    const found = readSystemCode(code);
    if ("system" in found && found.system) return { sandbox: { system: found.system } };
    const problem = found.problem === "changed" ? "changed" : "form";
    return { said: (unread) => unread.systemCode({ problem }) };
  }
  const found = readShareCode(code, levels);
  if ("problem" in found) return badCode(code, found.problem);
  const { level, design, seed, version } = found;
  return {
    link: { kind: "run", level: level.id, design, seed },
    ...(version === simulatorVersion
      ? {}
      : { said: ({ otherVersion }) => otherVersion({ code: version, own: simulatorVersion }) }),
  };
}

function badCode(code: string, problem: ShareCodeProblem): Address {
  return { said: (unread) => unread.shareCode({ code: plain(code, 40), problem }) };
}

function benchOf(name: string, query: URLSearchParams): Address {
  const bench = benches.find((each) => each.name === name);
  if (!bench)
    return notOneOf(
      "lab",
      name,
      benches.map((each) => each.name),
    );
  const turned: { -readonly [id in keyof Turned]: Turned[id] } = {};
  for (const { id, values, start } of [bench.sweep, ...bench.others]) {
    const wanted = query.get(id);
    const value = wanted === null ? values[start] : values.find((each) => String(each) === wanted);
    if (value === undefined) return notOneOf(id, wanted ?? "", values.map(String));
    turned[id] = value;
  }
  return { link: { kind: "bench", name: name as BenchName, turned } };
}

function dayOf(text: string): Address {
  const read = readDate(text);
  if ("date" in read) return { link: { kind: "day", date: read.date } };
  const { problem } = read;
  return {
    said: (unread) => unread.noDay({ text: plain(text, 40), problem, first: firstDate, last: lastDate }),
  };
}

function notOneOf(flag: string, found: string, choices: readonly string[]): Address {
  return { said: (unread) => unread.notOneOf({ flag, found: plain(found, 40), choices }) };
}
