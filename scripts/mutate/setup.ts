/** In every test file of a mutation run: the switch, and which mutants a test has met. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The mutant switched on; −1 for none. */
    readonly mutant: number;
    /** Where to write what each test has met; "" for nowhere. */
    readonly meetings: string;
  }
}

const active = inject("mutant");
const folder = inject("meetings");

/** A mutant that never ends is as good as killed: so many looks at its switch are more than any test needs. */
const looksMax = 50_000_000;
let looks = 0;
const met = new Set<number>();
const byTest: Record<string, number[]> = {};

Object.assign(globalThis, {
  $mutant: folder
    ? (id: number) => {
        met.add(id);
        return false;
      }
    : (id: number) => {
        if (id !== active) return false;
        looks += 1;
        if (looks > looksMax) throw new Error("this mutant does not end");
        return true;
      },
});

if (folder) {
  let file = "";
  beforeEach(({ task }) => {
    file = task.file.id;
    // What was met before the first test was met while loading: it concerns every test of the file.
    if (byTest["*"] === undefined) byTest["*"] = [...met];
    met.clear();
  });
  afterEach(({ task }) => {
    byTest[task.id] = [...met];
    met.clear();
  });
  afterAll(() => {
    if (file !== "") writeFileSync(join(folder, `${file}.json`), JSON.stringify(byTest));
  });
}
