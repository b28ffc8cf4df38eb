/** What a debrief has done while it is read: changes first, then the same day with other traffic. */
import { expect, test } from "vitest";
import { emptySave } from "../../src/saves/index.ts";
import { jobOf } from "../../src/ui/jobs.ts";
import { startVisit } from "../../src/ui/model/transitions.ts";
import type { DebriefScreen } from "../../src/ui/model/types.ts";
import { initialState, mapRowsOf, reduce, type State } from "../../src/ui/reduce.ts";
import { findLesson, lessons, words } from "../helpers/english.ts";
import { recordingOf } from "../helpers/recorded.ts";

const lesson = findLesson("1")!;
const { level } = lesson;

function debrief(known: Pick<DebriefScreen, "whatIf">): State {
  const recording = recordingOf(level, level.start, 11);
  const played = {
    ...({ design: level.start, recording, stars: 0, practice: false } as const),
    verdict: { passed: false, stars: 0, unanimous: true, outcomes: [recording.outcome] },
  } as const;
  const visit = { ...startVisit(emptySave(), lesson), runs: 1, last: played };
  const screen = { kind: "debrief", visit, played, scroll: 0, ...known, beats: 0, progress: 0 } as const;
  return { ...initialState(words, mapRowsOf(lessons), emptySave(), []), screen };
}

const luck = { runs: 8, passed: 3, goals: [] };
const luckTried = (state: State, run: number) => reduce(state, { type: "luckTried", run, luck, atMs: 0 });

test("changes are tried first, then other traffic, then nothing", () => {
  expect(jobOf(debrief({}))?.id).toMatch(/\|compare\|/);
  const compared = reduce(debrief({}), { type: "compared", run: 1, ideas: [], found: [], atMs: 0 });
  expect(compared.screen).toMatchObject({ whatIf: [], ideas: [] });
  expect(jobOf(compared)?.id).toMatch(/\|luck\|/);
  const done = luckTried(compared, 1);
  expect(done.screen).toMatchObject({ whatIf: [], luck });
  expect(jobOf(done)).toBeUndefined();
});

test("what comes of another run is not taken for this one's", () => {
  const state = debrief({ whatIf: [] });
  expect(luckTried(state, 2).screen).toBe(state.screen);
});
