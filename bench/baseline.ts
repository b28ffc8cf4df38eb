/**
 * Ratios kept from run to run: seconds differ from machine to machine, ratios taken in one run do so little.
 *
 *   npm run bench -- --check   says what has become slower than bench/baseline.json, and by how much
 *   npm run bench -- --write   makes this run the baseline
 */
import { readFileSync, writeFileSync } from "node:fs";

/** What may be noise on a shared machine: slower by less than this factor is not told. */
export const noise = 1.3;

const file = new URL("baseline.json", import.meta.url);
type Ratios = Readonly<Record<string, number>>;

/** Compares the ratios of a bench with the baseline, or keeps them, as the command line asks. Returns what is slower. */
export function against(bench: string, ratios: Ratios): string[] {
  const kept = JSON.parse(readFileSync(file, "utf8")) as Record<string, Ratios>;
  if (process.argv.includes("--write")) {
    const rounded = Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toPrecision(3))]);
    const all = { ...kept, [bench]: Object.fromEntries(rounded) };
    writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
  }
  if (!process.argv.includes("--check")) return [];
  const slower = Object.entries(ratios).flatMap(([name, ratio]) => {
    const before = kept[bench]?.[name];
    if (before === undefined) return [`${name}: not in the baseline`];
    return ratio > before * noise
      ? [
          `${name}: ${(ratio / before).toFixed(2)} × as slow as the baseline (${before} → ${ratio.toPrecision(3)})`,
        ]
      : [];
  });
  console.log(
    slower.length === 0
      ? `\nNothing is slower than the baseline by more than ${noise} ×.`
      : `\n${slower.join("\n")}`,
  );
  return slower;
}
