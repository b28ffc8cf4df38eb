/** Where saves lie, by the player's wish, the checkout and the system. */
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Environment, homeFolder, pathsOf, wholePath } from "../process/home.ts";
import type { Notice } from "./findings.ts";

/** Where to look for a wish of the player's, and where the package lies. */
export interface PlaceOptions {
  /** The value of `--saves`, which wins over everything. */
  readonly directory?: string | undefined;
  readonly env: Environment;
  /** The folder that holds package.json. */
  readonly packageRoot: string;
}

export interface SavesPlace {
  readonly directory: string;
  /** Where to go when that may not be written: it belongs to somebody else, or is read-only. */
  readonly fallback?: string;
  /** Where a second copy of the file lies, out of reach of whoever cleans a checkout, and the checkout that it is of. */
  readonly copies?: { readonly directory: string; readonly of: string };
  /** What the player should know of the choice. */
  readonly notice?: Notice;
}

/** The folder for saves: `--saves`, then ZTM_SAVES, then `saves/` of a checkout, then the player's own place. */
export function savesPlace({ directory, env, packageRoot }: PlaceOptions): SavesPlace {
  const wish = directory || env.ZTM_SAVES;
  if (wish) return { directory: wholePath(wish, env) };
  const own = ownFolder(env, process.platform);
  const isCheckout = existsSync(join(packageRoot, ".git")) || existsSync(join(packageRoot, "src"));
  if (isCheckout)
    return {
      directory: join(packageRoot, "saves"),
      ...(own === undefined
        ? { fallback: homelessFolder() }
        : { fallback: own, copies: { directory: join(own, "checkouts"), of: resolve(packageRoot) } }),
    };
  if (own !== undefined) return { directory: own };
  const shared = homelessFolder();
  return {
    directory: shared,
    notice: { code: "no-home", directory: shared },
  };
}

/** For whoever has no home: a folder of the user's among the temporary ones. */
function homelessFolder(): string {
  return join(tmpdir(), `zero-to-millions-${process.getuid?.() ?? "player"}`);
}

/** Where a system keeps a program's own files: what conf would choose, but a relative folder counts as none. */
export function ownFolder(env: Environment, platform: string): string | undefined {
  const name = "zero-to-millions-nodejs";
  const { isAbsolute, join: joined } = pathsOf(platform);
  const home = homeFolder(env, platform);
  const given = platform === "win32" ? env.APPDATA : env.XDG_CONFIG_HOME;
  if (given && isAbsolute(given) && platform !== "darwin")
    return platform === "win32" ? joined(given, name, "Config") : joined(given, name);
  if (home === undefined) return undefined;
  if (platform === "darwin") return joined(home, "Library", "Preferences", name);
  if (platform === "win32") return joined(home, "AppData", "Roaming", name, "Config");
  return joined(home, ".config", name);
}
