/** What makes a level's proof stale, and what does not. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashLevels } from "../../scripts/level-hash.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ids = ["01-single-server", "04-load-balancer"];

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "ztm-hash-"));
  for (const folder of ["sim", "game", ...ids.map((id) => `levels/${id}`)])
    cpSync(join(ROOT, "src", folder), join(root, "src", folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Changes a file; it must change. */
function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(join(root, path), "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(root, path), after);
}

/** Of a copy as it is: every copy has the same, wherever it lies. */
let unchanged: ReadonlyMap<string, string> | undefined;

/** Which of the levels have another hash after a change. */
async function changedBy(change: () => void): Promise<string[]> {
  unchanged ??= await hashLevels(root, ids);
  change();
  const after = await hashLevels(root, ids);
  return ids.filter((id) => unchanged?.get(id) !== after.get(id));
}

describe("a level's proof", () => {
  it("stands when words, comments, types, layout or another level's numbers change", async () => {
    const changed = await changedBy(() => {
      edit("src/levels/04-load-balancer/en.ts", (text) => `${text}\nexport const more = "words";\n`);
      edit(
        "src/game/verdict.ts",
        (text) => `// why\n\n\n${text}\nexport interface Unused { readonly a: 1 }\n`,
      );
      edit("src/sim/run.ts", (text) =>
        text.replace("const world = new World", "const  world  =\n new World"),
      );
    });
    expect(changed).toEqual([]);
  });

  it("stands when files of the simulator merely move", async () => {
    const changed = await changedBy(() => {
      renameSync(join(root, "src/sim/engine/retries.ts"), join(root, "src/sim/aaa.ts"));
      edit("src/sim/engine/step.ts", (text) => text.replace('"./retries.ts"', '"../aaa.ts"'));
      edit("src/sim/aaa.ts", (text) =>
        text.replace(/from "\.\//g, 'from "./engine/').replace(/from "\.\.\//g, 'from "./'),
      );
    });
    expect(changed).toEqual([]);
  });

  it("is stale when its own numbers change, and no other level's is", async () => {
    const changed = await changedBy(() =>
      edit("src/levels/04-load-balancer/level.ts", (text) => text.replace(/budget: [\d_]+/, "budget: 1")),
    );
    expect(changed).toEqual(["04-load-balancer"]);
  });

  it("is stale when the simulator or the rules change, every level's", async () => {
    const addField = (text: string) =>
      text.replace("export class Ledger {", "export class Ledger {\n  readonly changed = true;");
    expect(await changedBy(() => edit("src/sim/engine/ledger.ts", addField))).toEqual(ids);
    cpSync(join(ROOT, "src/sim/engine/ledger.ts"), join(root, "src/sim/engine/ledger.ts"));
    const turnRound = (text: string) => text.replace("Math.min(", "Math.max(");
    expect(await changedBy(() => edit("src/game/verdict.ts", turnRound))).toEqual(ids);
  });
});
