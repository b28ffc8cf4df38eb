import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  emptyLevel,
  emptySave,
  type LevelProgress,
  openSaves,
  type Save,
  type SaveStore,
} from "../../src/saves/index.ts";
import { words } from "../helpers/english.ts";

/** A folder of its own for one test, gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ztm saves é "));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the saves of a folder as the game does. */
export function open(directory: string) {
  return openSaves({ directory, env: {}, packageRoot: directory });
}

/** What a store has to tell, in English. */
export function told({ notices }: SaveStore): string[] {
  return notices.map(words.saves.notice);
}

/** Puts a file where the progress belongs. */
export function putProgress(folder: string, content: string | Uint8Array): string {
  const path = join(folder, "progress.json");
  writeFileSync(path, content);
  return path;
}

/** The files that were kept aside. */
export function keptAside(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^progress\.(?:damaged|version)-.*\.json$/.test(name));
}

/** The bytes of the only file that was kept aside. */
export function onlyKept(folder: string): Buffer {
  const [name, ...others] = keptAside(folder);
  if (name === undefined || others.length > 0) throw new Error(`kept: ${keptAside(folder).join()}`);
  return readFileSync(join(folder, name));
}

/** Progress with everything filled in. */
export function fullSave(): Save {
  const level: LevelProgress = {
    passed: true,
    practice: false,
    stars: 2,
    bestCostPerMonth: 4_200.5,
    bestDesign: "dns · lb×2 · web 9×8",
    designs: [{ name: "cheap", notation: "dns · web 1×8", madeMs: 11, atMs: 12 }],
    designsRemoved: [{ madeMs: 7, atMs: 9 }],
    lastDesign: "dns · web 2×8",
    mistakes: [
      {
        about: "idea",
        of: "A",
        answer: "",
        truth: "",
        design: "dns · box 1",
        missed: [{ indicator: "latencyP95Ms", bound: "atMost", target: 120, value: 2_869 }],
        at: "2026-11-24T10:01:00.000Z",
      },
    ],
    predictions: [{ answer: "the database", right: true, at: "2026-11-21T18:22:03.000Z" }],
    hintsUsed: 1,
    attempts: 7,
    debriefRead: true,
    collapseTold: true,
    questionsSeen: ["06-q1", "06-q2"],
    cardsShown: ["06-cache-f1", "06-cache-f4"],
    trapsSeen: ["A"],
  };
  return {
    ...emptySave(),
    levels: { "06-cache": level, "01-single-server": { ...emptyLevel(), attempts: 1 } },
    settings: { theme: "light", reducedMotion: true, ascii: false },
    cards: { "06-c1": { due: "2026-12-01T00:00:00.000Z", stability: 3.2, reps: 2 } },
    ladders: {
      "cache-patterns": [
        { rung: 0, seed: 7, ticks: [0, 2], guess: 3, mark: 2, at: "2026-11-25T10:00:00.000Z" },
        {
          rung: 1,
          seed: 7,
          figureRight: true,
          draft: "라",
          said: "율",
          ticks: [],
          at: "2026-11-25T10:02:00.000Z",
        },
      ],
    },
    drills: { order: [{ mark: 0.25, at: "2026-11-25T11:00:00.000Z" }] },
    activeMs: { "2026-11-25": 1_260_000 },
    labs: {
      queue: [
        {
          turned: { load: 0.5, servers: 1 },
          measured: 40,
          theory: null,
          expected: 3,
          came: 5,
          at: "2026-11-25T11:00:00.000Z",
        },
      ],
    },
    puzzles: {
      "waste:idle-boxes": { ...emptyLevel(), attempts: 2, stars: 2, passed: true, bestCostPerMonth: 3_145 },
    },
    days: {
      "2026-11-25": {
        stars: 2,
        costPerMonth: 3_973,
        best: 3_747,
        bars: "▁▂▅█▃",
        at: "2026-11-25T11:00:00.000Z",
      },
    },
    systems: [{ name: "our shop", system: { design: "dns · web 2×8 · db 4" }, madeMs: 21, atMs: 30 }],
    systemsRemoved: [{ madeMs: 20, atMs: 22 }],
    onCall: {
      "gray-box": [{ seed: 5, stars: 2, foundSec: 45, lost: 12_000, at: "2026-11-25T12:00:00.000Z" }],
    },
    shift: {
      case: "bad-build",
      seed: 12,
      alarmSec: 130,
      nowSec: 165,
      looked: ["errorShare", "web.cpu"],
      named: [{ place: "web", cause: "bad-build", atSec: 145 }],
      made: [],
      phase: "work",
      written: {},
      begunMs: 1_764_150_000_000,
    },
    shiftsOver: [1_764_140_000_000],
    interview: {
      level: "06-cache",
      seed: 7,
      bar: "senior",
      minutes: 25,
      phase: "dive",
      begunMs: 1_764_100_000_000,
      atMs: 1_764_100_900_000,
      spentMs: { prompt: 20_000, clarify: 180_500.5 },
      draft: "캐시를 앞에",
      asked: ["regions", "writes"],
      figures: { peak: "4,000", storage: "" },
      line: "dns · web 9×8 · db 4",
      judged: { seeds: [{ passed: true, goals: [{ met: true }] }] },
      ladder: "cache-patterns",
      rungs: [{ rung: 0, seed: 7, said: "라", ticks: [1], guess: 2, mark: 3 }],
      covered: [],
      marks: [],
    },
    interviewsOver: [1_764_000_000_000],
    reports: [{ at: "2026-11-25T11:00:00.000Z", report: { cells: [{ grade: 3 }] } }],
  };
}
