import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CONFIG = join(ROOT, ".dependency-cruiser.cjs");
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** The violations in a tree, as "rule: file". */
function violations(tree: string): string[] {
  const args = [CRUISER, "--config", CONFIG, "--output-type", "json", "src"];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: tree,
    encoding: "utf8",
    maxBuffer: 64e6,
  });
  if (!stdout.startsWith("{")) throw new Error(stderr || stdout);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return [...new Set(summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`))].sort();
}

/** A tree of sources in a folder of its own, with stubs of the packages that the walls name. */
function plant(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), "ztm-walls-"));
  onTestFinished(() => rmSync(tree, { recursive: true, force: true }));
  const packages = ["ink", "react", "ink-select-input", "chalk", "valibot", "ts-fsrs"];
  const all: Record<string, string> = {
    "package.json": JSON.stringify({
      type: "module",
      devDependencies: Object.fromEntries(packages.map((p) => [p, "1.0.0"])),
    }),
    "tsconfig.json": JSON.stringify({
      compilerOptions: { module: "NodeNext", allowImportingTsExtensions: true, noEmit: true },
    }),
    ...files,
  };
  for (const name of packages) {
    all[`node_modules/${name}/package.json`] = JSON.stringify({
      name,
      version: "1.0.0",
      type: "module",
      main: "index.js",
    });
    all[`node_modules/${name}/index.js`] = "export default 1;";
  }
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  }
  return tree;
}

/** Every folder as it should be: nothing here breaks a wall. */
const SOUND = {
  "src/sim/index.ts": 'export * from "./run.ts";',
  "src/sim/run.ts": 'import "./tiers/index.ts"; export const run = 1;',
  "src/sim/tiers/index.ts": 'import "./cache.ts"; import "./web/web.ts";',
  "src/sim/tiers/cache.ts": 'import "./common/mix.ts";',
  "src/sim/tiers/web/web.ts": 'import "./pool.ts"; import "../common/mix.ts";',
  "src/sim/tiers/web/pool.ts": "export const pool = 1;",
  "src/sim/tiers/common/mix.ts": "export const mix = 1;",
  "src/exact/index.ts": 'import "../sim/index.ts"; export const exact = 1;',
  "src/stack/index.ts": 'import "../exact/index.ts"; import "../game/index.ts";',
  "src/stack/app/web.mjs": 'import "node:fs";',
  "src/labs/index.ts": 'import "../sim/index.ts"; import "../exact/index.ts";',
  "src/game/index.ts": 'export { run } from "../sim/index.ts";',
  "src/levels/01-a/index.ts": 'import "../../game/index.ts"; import "../../sim/index.ts"; import "./en.ts";',
  "src/levels/01-a/en.ts": 'import type { prose } from "../prose.ts"; export type P = typeof prose;',
  "src/levels/02-b/index.ts": "export const b = 1;",
  "src/levels/prose.ts": "export const prose = 1;",
  "src/levels/index.ts": 'import "./01-a/index.ts"; import "./02-b/index.ts";',
  "src/solver/index.ts": 'import "../levels/index.ts";',
  "src/threads/index.ts": 'import "../solver/index.ts"; import "node:worker_threads";',
  "src/rooms/day/index.ts": 'import "../puzzles/index.ts"; import "../../solver/index.ts";',
  "src/rooms/puzzles/index.ts": 'import "../../levels/index.ts"; import "../../process/text.ts";',
  "src/process/text.ts": "export const text = 1;",
  "src/study/index.ts": 'import "../levels/index.ts"; import "./schedule.ts";',
  "src/study/schedule.ts": 'import "ts-fsrs";',
  "src/present/index.ts": 'import "../game/index.ts"; import "../sim/index.ts"; import "../words/index.ts";',
  "src/process/endings.ts": 'import "node:fs";',
  "src/start.js": 'import("./main.ts");',
  "src/words/index.ts":
    'import type {} from "../sim/index.ts"; import "./figures.ts"; export const load = () => import("./en/index.ts");',
  "src/words/en/index.ts":
    'import "../contract/all.ts"; import "../figures.ts"; import "../../levels/prose.ts";',
  "src/words/ko/index.ts": 'import "../contract/all.ts";',
  "src/words/contract/all.ts": 'import type { run } from "../../sim/index.ts"; export type R = typeof run;',
  "src/words/figures.ts": "export const figures = 1;",
  "src/saves/index.ts":
    'import "node:fs"; import "valibot"; import "../process/endings.ts"; import "./store.ts";',
  "src/saves/store.ts": "export const store = 1;",
  "src/real/index.ts": 'import "node:fs"; import "../sim/index.ts"; export const real = 1;',
  "src/cli/index.ts":
    'import "node:fs"; await import("../film/index.ts"); await import("../real/index.ts"); import type { real } from "../real/index.ts"; export type R = typeof real; import "../solver/index.ts"; import "../saves/index.ts"; import "../study/index.ts"; import "../present/index.ts";',
  "src/ui/index.ts":
    'import "ink"; import "react"; import "chalk"; import "../saves/index.ts"; import "../threads/index.ts"; import "../game/index.ts"; import "./reduce.ts"; import "./terminal/index.ts"; import "./screens/map/state.ts"; import "./screens/run/view.ts";',
  "src/ui/terminal/index.ts": "export const terminal = 1;",
  "src/web/index.ts":
    'import "../ui/reduce.ts"; import "../saves/anywhere.ts"; import "../threads/pool.ts"; import "../words/index.ts";',
  "src/saves/anywhere.ts": "export const anywhere = 1;",
  "src/threads/pool.ts": 'import "../solver/index.ts";',
  "src/ui/reduce.ts": 'import "./screens/board/state.ts"; import "./screens/board/view.ts";',
  "src/ui/screens/board/state.ts": 'import "../../model/types.ts";',
  "src/ui/screens/board/view.ts": 'import "../../model/types.ts"; import "../../frame/frame.ts";',
  "src/ui/screens/map/state.ts": "export const map = 1;",
  "src/ui/screens/run/view.ts": "export const run = 1;",
  "src/ui/model/types.ts": "export const model = 1;",
  "src/film/index.ts": 'import "../ui/reduce.ts";',
  "src/ui/frame/frame.ts": 'import "../model/types.ts";',
  "src/main.ts": 'import "./cli/index.ts"; await import("./ui/index.ts");',
};

/** One breach each: the wall, the file that breaks it, and how. */
const BREACHES: readonly (readonly [wall: string, file: string, code: string])[] = [
  ["sim-stands-alone", "src/sim/x1.ts", 'import "../game/index.ts";'],
  ["sim-is-pure", "src/sim/x2.ts", 'import "valibot";'],
  ["sim-is-pure-of-node", "src/sim/x3.ts", 'import "node:crypto";'],
  ["sim-has-one-door", "src/game/x4.ts", 'import "../sim/run.ts";'],
  ["tier-groups-do-not-meet", "src/sim/tiers/web/x28.ts", 'import "../cache.ts";'],
  ["tier-groups-do-not-meet", "src/sim/tiers/box.ts", 'import "./web/pool.ts";'],
  ["tier-groups-do-not-meet", "src/sim/tiers/common/x29.ts", 'import "../web/pool.ts";'],
  ["game-knows-only-sim", "src/game/x5.ts", 'import "../study/index.ts";'],
  ["game-is-pure", "src/game/x6.ts", 'import "node:os";'],
  ["exact-knows-only-sim", "src/exact/x25.ts", 'import "../game/index.ts";'],
  ["exact-is-pure", "src/exact/x26.ts", 'import "node:os";'],
  ["stack-knows-simulation-and-rules", "src/stack/x27.ts", 'import "../levels/index.ts";'],
  ["stack-is-pure", "src/stack/x28.ts", 'import "node:os";'],
  ["levels-are-content", "src/levels/02-b/x7.ts", 'import "../../solver/index.ts";'],
  ["levels-never-meet", "src/levels/02-b/x8.ts", 'import "../01-a/en.ts";'],
  ["solver-needs-no-screen", "src/solver/x9.ts", 'import "../saves/index.ts";'],
  ["solver-is-pure", "src/solver/x25.ts", 'import "node:worker_threads";'],
  ["threads-only-work", "src/threads/x26.ts", 'import "../saves/index.ts";'],
  ["labs-know-simulation-alone", "src/labs/x60.ts", 'import "../levels/index.ts";'],
  ["rooms-need-no-screen", "src/rooms/puzzles/x62.ts", 'import "../../present/index.ts";'],
  ["rooms-are-pure", "src/rooms/puzzles/x63.ts", 'import "node:crypto";'],
  ["rooms-do-not-meet", "src/rooms/puzzles/x64.ts", 'import "../day/index.ts";'],
  ["labs-are-pure", "src/labs/x61.ts", 'import "node:crypto";'],
  ["study-is-pure", "src/study/x46.ts", 'import "node:crypto";'],
  ["study-schedules-with-fsrs-alone", "src/study/x47.ts", 'import "valibot";'],
  ["only-study-schedules", "src/present/x48.ts", 'import "ts-fsrs";'],
  ["study-needs-no-screen", "src/study/x10.ts", 'import "../saves/index.ts";'],
  ["words-say-what-is-found", "src/words/x31.ts", 'import "../present/index.ts";'],
  ["words-decide-nothing", "src/words/en/x32.ts", 'import "../../sim/index.ts";'],
  ["languages-load-late", "src/ui/x33.ts", 'import "../words/en/index.ts";'],
  ["languages-never-meet", "src/words/ko/x34.ts", 'import "../en/index.ts";'],
  ["present-only-words-it", "src/present/x24.ts", 'import "../cli/index.ts";'],
  ["saves-know-nobody", "src/saves/x11.ts", 'import "../game/index.ts";'],
  ["web-is-a-host", "src/web/x70.ts", 'import "../ui/terminal/index.ts";'],
  ["web-is-pure-of-node", "src/web/x71.ts", 'import "node:os";'],
  ["nobody-knows-the-page", "src/ui/x72.ts", 'import "../web/index.ts";'],
  ["process-knows-nobody", "src/process/x25.ts", 'import "../cli/index.ts";'],
  ["ui-is-on-top", "src/ui/x12.ts", 'import "../saves/store.ts";'],
  ["ui-is-on-top", "src/ui/x13.ts", 'import "../cli/index.ts";'],
  ["real-is-beside-the-command-line", "src/real/x65.ts", 'import "../saves/index.ts";'],
  ["real-loads-late", "src/cli/x66.ts", 'import "../real/index.ts";'],
  [
    "real-loads-late",
    "src/words/en/x67.ts",
    'import { real } from "../../real/index.ts"; export const r = real;',
  ],
  ["screens-never-meet", "src/ui/screens/run/x25.ts", 'import "../board/view.ts";'],
  ["screens-stand-on-model-and-frame", "src/ui/frame/x26.ts", 'import "../screens/board/view.ts";'],
  ["screens-stand-on-model-and-frame", "src/ui/model/x27.ts", 'import "../reduce.ts";'],
  ["state-and-view-keep-apart", "src/ui/screens/run/state.ts", 'import "./view.ts";'],
  ["views-change-nothing", "src/ui/screens/map/spoken.ts", 'import "./state.ts";'],
  ["only-a-few-touch-files", "src/ui/x14.ts", 'import "node:fs";'],
  ["only-a-few-touch-files", "src/solver/x15.ts", 'import "fs/promises";'],
  ["only-ui-draws", "src/cli/x16.ts", 'import "ink";'],
  ["only-ui-draws", "src/study/x17.ts", 'import "chalk";'],
  ["films-record-the-game", "src/film/x41.ts", 'import "../cli/index.ts";'],
  ["films-record-the-game", "src/film/x42.ts", 'import "../ui/index.ts";'],
  ["films-load-late", "src/cli/x43.ts", 'import "../film/index.ts";'],
  ["headless-loads-no-screen", "src/cli/x18.ts", 'import "../ui/index.ts";'],
  ["main-loads-the-screen-late", "src/main.ts", 'import "./cli/index.ts"; import "./ui/index.ts";'],
  ["main-is-nobodys-import", "src/cli/x19.ts", 'import "../main.ts";'],
  // A circle is reported at one of its files only; one that imports itself leaves no doubt which.
  ["no-circles", "src/study/x20.ts", 'import "./x20.ts";'],
  ["no-orphans", "src/study/x22.ts", "export const lonely = 1;"],
  ["everything-resolves", "src/study/x23.ts", 'import "./nowhere.ts";'],
];

test("a tree in good order breaks no wall", () => {
  expect(violations(plant(SOUND))).toEqual([]);
});

test("every wall stops what it is meant to stop", () => {
  const files = Object.fromEntries(BREACHES.map(([, file, code]) => [file, code]));
  const found = violations(plant({ ...SOUND, ...files }));
  for (const [wall, file] of BREACHES) expect(found).toContain(`${wall}: ${file}`);
});

test("every wall is proven here, and says in a sentence what to do", async () => {
  const { default: config } = (await import(CONFIG)) as {
    default: { forbidden: { name: string; comment: string }[] };
  };
  const proven = new Set(BREACHES.map(([wall]) => wall));
  expect(config.forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  for (const { comment } of config.forbidden) expect(comment).toMatch(/^.{30,}\.$/);
});
