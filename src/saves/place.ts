import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import envPaths from "env-paths";

/** Where to look for a wish of the player's, and where the package lies. */
export interface PlaceOptions {
  /** The value of `--saves`, which wins over everything. */
  readonly directory?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that holds package.json. */
  readonly packageRoot: string;
}

/** The folder for saves: `--saves`, then ZTM_SAVES, then `saves/` of a checkout, then the system's own place. */
export function savesDirectory({ directory, env, packageRoot }: PlaceOptions): string {
  const wish = directory || env.ZTM_SAVES;
  if (wish) return resolve(wish);
  const isCheckout = existsSync(join(packageRoot, ".git")) || existsSync(join(packageRoot, "src"));
  // env-paths is what conf itself asks for its default place.
  return isCheckout ? join(packageRoot, "saves") : envPaths("zero-to-millions").config;
}
