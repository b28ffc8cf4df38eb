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

/** A mutant that never ends is as good as killed: so many looks at switches are more than any test needs. */
const looksMax = 300_000_000;
let looks = 0;
let met = new Uint8Array(0);
const byTest: Record<string, number[]> = {};

Object.assign(globalThis, {
  $mutant: folder
    ? (id: number) => {
        if (id >= met.length) {
          const longer = new Uint8Array(2 * id + 1_000);
          longer.set(met);
          met = longer;
        }
        met[id] = 1;
        return false;
      }
    : (id: number) => {
        looks += 1;
        if (looks > looksMax) throw new Error("this mutant does not end");
        return id === active;
      },
});

beforeEach(() => {
  looks = 0;
});

function takeMet(): number[] {
  const ids = [...met.keys()].filter((id) => met[id] === 1);
  met.fill(0);
  return ids;
}

if (folder) {
  let file = "";
  beforeEach(({ task }) => {
    file = task.file.id;
    // What was met before the first test was met while loading: it concerns every test of the file.
    byTest["*"] ??= takeMet();
    met.fill(0);
  });
  afterEach(({ task }) => {
    byTest[task.id] = takeMet();
  });
  afterAll(() => {
    if (file !== "") writeFileSync(join(folder, `${file}.json`), JSON.stringify(byTest));
  });
}
