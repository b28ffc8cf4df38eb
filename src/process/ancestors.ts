/** Whose child we are: when that changes, whoever started us is gone. */
import { readFileSync } from "node:fs";

/** The process that started us and, where the system tells (Linux), the one that started that: npx runs a shell. */
export function ancestors(): readonly number[] {
  const parent = process.ppid;
  try {
    // "pid (name) state ppid …"; the name may hold anything.
    const told = readFileSync(`/proc/${parent}/stat`, "utf8");
    return [parent, Number(told.slice(told.lastIndexOf(")")).split(" ")[2])];
  } catch {
    return [parent];
  }
}
