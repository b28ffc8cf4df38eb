/** The one way in which a command makes a folder: every way in which that can fail is one line. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { wholePath } from "../process/home.ts";
import { exitCodes, plain, UsageError } from "./io.ts";

/** A folder that is to be filled: one with something in it is told before anything is made for it. */
export function emptyFolder(folder: string): string {
  const path = plain(folder);
  try {
    const whole = wholePath(folder, process.env);
    mkdirSync(whole, { recursive: true });
    if (readdirSync(whole).length > 0) throw new UsageError((usage) => usage.notEmpty({ path }));
    return whole;
  } catch (problem) {
    if (problem instanceof UsageError) throw problem;
    const { code } = problem as NodeJS.ErrnoException;
    throw new UsageError((usage) =>
      code === "EEXIST" ? usage.exists({ path }) : usage.unwritable({ path, errno: code }),
    );
  }
}

/** Writes files into an empty folder, all of them or none. */
export function fillFolder(folder: string, files: Readonly<Record<string, string>>): void {
  try {
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: "wx" });
    }
  } catch (problem) {
    rmSync(folder, { recursive: true, force: true });
    const { code } = problem as NodeJS.ErrnoException;
    throw new UsageError((usage) => usage.unwritten({ errno: code }), exitCodes.unwritten);
  }
}
