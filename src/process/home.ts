/** The player's home folder, and paths that are written from it. */
import { userInfo } from "node:os";
import { isAbsolute, type PlatformPath, posix, resolve, win32 } from "node:path";

export type Environment = Readonly<Record<string, string | undefined>>;

/** How a system writes its paths. */
export function pathsOf(platform: string): PlatformPath {
  return platform === "win32" ? win32 : posix;
}

/** The player's home folder; undefined where neither the environment nor the system knows one. */
export function homeFolder(env: Environment, platform: string = process.platform): string | undefined {
  const named = platform === "win32" ? env.USERPROFILE : env.HOME;
  if (named && pathsOf(platform).isAbsolute(named)) return named;
  try {
    return userInfo().homedir;
  } catch {
    return undefined; // a user without an entry in the system's list
  }
}

/** "~" at the start stands for the home folder, also where no shell has seen it. */
export function fromHome(path: string, env: Environment, platform: string = process.platform): string {
  const home = /^~(?=$|[/\\])/.test(path) ? homeFolder(env, platform) : undefined;
  return home === undefined ? path : pathsOf(platform).join(home, path.slice(1));
}

/** The folder one stands in was deleted: a path that begins there leads nowhere. */
export class NoFolder extends Error {
  readonly code = "ENOCWD";
}

/** A path as a user writes it, from the home folder or the one we stand in. Throws `NoFolder` where that is gone. */
export function wholePath(path: string, env: Environment): string {
  const named = fromHome(path, env);
  // The door has seen it and stands elsewhere now (src/start.js).
  if (env.ZTM_NO_FOLDER && !isAbsolute(named)) throw new NoFolder(path);
  return resolve(named);
}
