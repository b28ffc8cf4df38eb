/** Numbers and their nouns; for the other English files alone. */
import { grouped } from "../figures.ts";

/** "1 write is", "2,410 writes are": a count with the form that agrees with it as it is shown. */
export function counted(count: number, one: string, many: string): string {
  const shown = grouped(count);
  return `${shown} ${shown === "1" ? one : many}`;
}
