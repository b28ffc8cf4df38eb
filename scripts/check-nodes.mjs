/**
 * Proves that the game runs on every Node it promises: fetches each as a package of the registry, runs the built
 * game's headless commands, compares their output byte by byte (same seed, same bytes), and runs the unit tests.
 *
 *   node scripts/check-nodes.mjs [--quick]   --quick leaves the unit tests out
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runNpm } from "./npm.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PLAY = join(ROOT, "dist/play.js");
const MAJORS = [20, 22, 24, 26];
const TEST_FOLDERS = ["test/sim", "test/game", "test/saves", "test/cli"].filter((path) =>
  existsSync(join(ROOT, path)),
);
const LABS = [
  "lab queue --arrival 80 --service 10 --servers 10 --ticks 300 --seed 7",
  "lab cache --keys 10000 --zipf 0.9 --capacity 1000",
  "lab shards --shards 4 --grow 5 --placement ring --keys 10000",
];

const DAYS = ["2026-12-01", "2026-12-02", "2026-12-03"].map((date) => `day ${date}`);

const folder = mkdtempSync(join(tmpdir(), "ztm-nodes-"));
try {
  runNpm("npm", ["run", "prepare"], { cwd: ROOT });
  const nodes = MAJORS.map((major) => ({ major, path: findNode(major) }));
  const commands = headlessCommands(nodes[0].path);
  console.log(`${commands.length} commands on each Node`);
  let reference;
  for (const { major, path } of nodes) {
    const outputs = commands.map((command) => ({ command, output: play(path, command) }));
    const digest = createHash("sha256").update(JSON.stringify(outputs)).digest("hex").slice(0, 12);
    reference ??= { major, outputs };
    for (const [n, { command, output }] of outputs.entries()) {
      if (output === reference.outputs[n].output) continue;
      throw new Error(
        `\`play ${command}\` prints other bytes on Node ${major} than on Node ${reference.major}`,
      );
    }
    const tests = process.argv.includes("--quick") ? "" : `, ${unitTests(path, major)}`;
    console.log(`Node ${run(path, ["--version"]).stdout.trim()}: the same bytes (${digest})${tests}`);
  }
} catch (error) {
  console.error(`check:nodes: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The running Node if it is of that version, else one from the registry. */
function findNode(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const prefix = join(folder, String(major));
  mkdirSync(prefix);
  const quiet = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  try {
    runNpm("npm", ["install", ...quiet, "--prefix", prefix, `${name}@${major}`], { cwd: prefix });
  } catch (error) {
    throw new Error(`Node ${major} could not be fetched (${name}@${major}).\n${error.message}`);
  }
  const path = join(prefix, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  const { status, stdout, stderr, error } = run(path, ["--version"]);
  if (status === 0 && stdout.startsWith(`v${major}.`)) return path;
  throw new Error(
    `Node ${major} does not start on this machine: ${(stderr || stdout || error?.message || "").trim()}`,
  );
}

/** What people's tools write, in files: each is read, or refused with its place, in the same words on every Node. */
function textCommands() {
  const design = '{"dns": {"domain": true}, "sites": [{"region": "us", "box": {"size": 2}}]}';
  const contents = {
    "comma.json": design.replace(", ", "\n"),
    "end.json": design.slice(0, 30),
    "nan.json": '{"dns": NaN}',
    "twice.json": `${design}\n${design}`,
    "mark.json": `\ufeff// mine\r\n${design}`,
    "wide.json": Buffer.from(`\ufeff${design}`, "utf16le"),
    "latin.json": Buffer.from('{\n"caf\u00e9": 1}', "latin1"),
    "empty.json": "",
  };
  for (const [name, content] of Object.entries(contents)) writeFileSync(join(folder, name), content);
  return [...Object.keys(contents), "none.json"].map((name) => `export ${join(folder, name)} --format line`);
}

/** Every level's start and lesson design on two seeds, the labs, and three days. */
function headlessCommands(node) {
  const levels = JSON.parse(play(node, "levels --json"));
  const runs = levels.flatMap(({ level }) =>
    ["start", "lesson"].flatMap((design) =>
      [1, 2].map((seed) => `simulate --level ${level} --design ${design} --seed ${seed} --series`),
    ),
  );
  return [
    "--version",
    "levels --json",
    ...textCommands(),
    ...[...runs, ...LABS, ...DAYS].map((command) => `${command} --json`),
  ];
}

/** What a command prints. 1 is an answer too: the design did not pass; and so is what a file is refused for. */
function play(node, command) {
  const { status, stdout, stderr, error } = run(node, [PLAY, ...command.split(" ")]);
  if (status === 0 || (status === 1 && command.startsWith("simulate"))) return stdout;
  if (status === 2 && command.startsWith("export")) return stderr;
  throw new Error(
    `\`play ${command}\` exits ${status} on ${node}: ${(stderr || error?.message || "").trim()}`,
  );
}

function unitTests(node, major) {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const { status, stdout, stderr } = run(node, [vitest, "run", "--maxWorkers=2", ...TEST_FOLDERS]);
  if (status !== 0)
    throw new Error(
      `the unit tests fail on Node ${major}:\n${stdout.slice(-4_000)}\n${stderr.slice(-4_000)}`,
    );
  return /Tests\s+(.*)/.exec(stdout)?.[1] ?? "tests passed";
}

function run(command, args) {
  const env = { ...process.env, NO_COLOR: "1", ZTM_SAVES: join(folder, "saves") };
  delete env.FORCE_COLOR;
  return spawnSync(command, args, { cwd: ROOT, env, encoding: "utf8", maxBuffer: 256e6 });
}
