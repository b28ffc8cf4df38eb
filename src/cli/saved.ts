/** The player's save, as a command reads it. */
import { readProgress, type Save, SavesError } from "../saves/index.ts";
import { type Arguments, plain, type SpokenIo, UsageError } from "./io.ts";
import { packageRoot } from "./surroundings.ts";

/** Where a command's saves lie: by its flag, or where the game keeps them. */
export function savesOf(args: Arguments, { env }: Pick<SpokenIo, "env">) {
  return { directory: args.value("saves"), env, packageRoot: packageRoot() };
}

/** What is saved, for reading alone; a file that cannot be read at all is one line. */
export function savedProgress(args: Arguments, io: Pick<SpokenIo, "env">): Save {
  return readingSaves(() => readProgress(savesOf(args, io)));
}

/** Reads saves; what the system refuses is one line. */
export function readingSaves<T>(read: () => T): T {
  try {
    return read();
  } catch (problem) {
    if (!(problem instanceof SavesError) || !("place" in problem.trouble)) throw problem;
    const { place, errno } = problem.trouble;
    throw new UsageError((usage) => usage.unreadable({ path: plain(place), errno }));
  }
}

/** What time it is, ms since 1970. */
export function nowMs(io: Pick<SpokenIo, "now">): number {
  return io.now?.() ?? Date.now();
}
