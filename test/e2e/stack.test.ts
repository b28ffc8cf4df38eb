/** A stack for real: its files by the parsers of those who will read them, and a short day of processes that die. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import type { Level } from "../../src/game/index.ts";
import { levels } from "../../src/levels/index.ts";
import { locateServers, runStack, withKeeper } from "../../src/real/index.ts";
import { composeFiles, type StackStep, trialOf } from "../../src/stack/index.ts";

const folder = fileURLToPath(new URL("../../src/stack/app/", import.meta.url));
const programs = Object.fromEntries(
  readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
);
const at = (number: number) => levels.find((level) => level.number === number) as Level;

function written(number: number): { readonly path: string; readonly files: Record<string, string> } {
  const path = mkdtempSync(join(tmpdir(), "ztm-stack-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const files = composeFiles(trialOf(at(number), at(number).lesson, 11, 100), programs);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, files };
}

/** What a program says of a file when it is there; where it is not, that is said. */
function sound(program: string, args: readonly string[]): void {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (error) console.warn(`not tried: ${program} is not installed`);
  else expect(status, `${program} ${args.join(" ")}\n${stdout}${stderr}`).toBe(0);
}

test.each([1, 4, 6, 10])("the files of level %i are sound to those who read them", (number) => {
  const { path, files } = written(number);
  for (const name of Object.keys(files).filter((each) => each.endsWith(".mjs")))
    sound(process.execPath, ["--check", join(path, name)]);
  writeFileSync(join(path, "k6.mjs"), files["k6.js"] ?? "");
  sound(process.execPath, ["--check", join(path, "k6.mjs")]);
  sound("sh", ["-n", join(path, "run.sh")]);
  sound("python3", ["-c", "import sys, yaml; yaml.safe_load(open(sys.argv[1]))", join(path, "compose.yml")]);
  const config = files["haproxy.cfg"];
  if (config === undefined) return;
  // Names of containers are known in Docker alone.
  writeFileSync(join(path, "here.cfg"), config.replace(/^( +server \S+) \S+/gm, "$1 127.0.0.1:8000"));
  sound("haproxy", ["-c", "-f", join(path, "here.cfg")]);
});

// Real time: a machine that is busy with something else gets three tries.
test("a short day of level 4 with real processes: a box dies, the others answer, and nothing is left", {
  retry: 2,
}, async () => {
  const { stack } = trialOf(at(4), at(4).lesson, 11, 12);
  const own = mkdtempSync(join(tmpdir(), "ztm-stack-"));
  const { TMPDIR } = process.env;
  process.env.TMPDIR = own;
  onTestFinished(() => {
    process.env.TMPDIR = TMPDIR ?? "";
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    rmSync(own, { recursive: true });
  });
  const servers = await locateServers(stack);
  const steps: StackStep[] = [];
  const results = await withKeeper(new AbortController().signal, (keeper) =>
    runStack(stack, { programs, servers }, keeper, {
      started: (processes) => expect(processes).toBe(stack.processes.length),
      moment: () => {},
      step: (step) => steps.push(step),
    }),
  );
  expect(steps).toMatchObject([{ names: ["web1"], does: "kill" }]);
  expect(results.offered).toBeGreaterThan(500);
  expect(results.answered / results.offered).toBeGreaterThan(0.5);
  expect(readdirSync(own)).toEqual([]);
});
