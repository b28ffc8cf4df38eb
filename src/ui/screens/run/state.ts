/** The run and its debrief: playback of what is already decided, then what to learn from it. */
import { closeness, earnedStars, type Recording, shareCode, verdictSeeds } from "../../../game/index.ts";
import { fixedCostPerMonth, formatDesign, type Traces, visible } from "../../../sim/index.ts";
import type { Command } from "../../keys/keymap.ts";
import { clamp, isUnlocked, lessonsOf, remember, say, show, startVisit } from "../../model/transitions.ts";
import type {
  Action,
  Counterfactual,
  DebriefPanel,
  DebriefScreen,
  Played,
  RunScreen,
  State,
  TraceKind,
  TracePanel,
  Visit,
} from "../../model/types.ts";

/** The requests that can be looked at, in the order of the arrow keys. */
export const traceKinds = ["median", "slow", "failed"] as const satisfies readonly TraceKind[];

/** Beats of the clock in a second. */
export const beatsPerSec = 20;
/** At ×1 a run lasts so long, however many ticks it has. */
const runSec = 60;
/** A step back or forward, as a share of the run. */
const scrubShare = 1 / 60;

/** Runs the design on the board. */
export function startRun(state: State, visit: Visit): State {
  const next: Visit = { ...visit, runs: visit.runs + 1, hintsShown: 0 };
  return show(state, {
    kind: "run",
    visit: next,
    at: 0,
    playing: true,
    speed: 1,
    beats: 0,
    progress: 0,
  });
}

/** The run is recorded: playback can begin. */
export function recorded(state: State, run: number, recording: Recording): State {
  const { screen } = state;
  if (screen.kind !== "run" || screen.visit.runs !== run || screen.played) return state;
  const { sitting, practice } = screen.visit;
  const { message: _, ...done } = state; // whatever it said of waiting is over
  return show(done, {
    ...screen,
    progress: 0,
    played: { design: sitting.design, recording, stars: 0, practice },
  });
}

/** Three requests of the moment are known, hop by hop. */
export function traced(state: State, run: number, tick: number, found: Traces): State {
  const { screen } = state;
  if (screen.kind !== "run" || screen.visit.runs !== run || screen.trace?.tick !== tick) return state;
  const { which } = screen.trace;
  const shown = found[which] ? which : (traceKinds.find((kind) => found[kind]) ?? which);
  return show(state, { ...screen, progress: 0, trace: { tick, which: shown, found } });
}

type Judged = Extract<Action, { type: "judged" }>;

/** Every seed has spoken: the result is kept. */
export function judged(state: State, { run, verdict, population }: Judged): State {
  const { screen } = state;
  if (screen.kind !== "run" && screen.kind !== "debrief") return state;
  if (screen.visit.runs !== run || !screen.played || screen.played.verdict) return state;
  const played = { ...screen.played, verdict, ...(population ? { population } : {}) };
  const { visit } = screen;
  const kept = keepResult(state, visit, played, true);
  const result = { ...played, stars: starsOf(visit, played) };
  return show(kept, { ...screen, visit: { ...visit, last: result }, played: result, progress: 0 });
}

/** The stars that count: the third also wants the prediction and the task. */
function starsOf(visit: Visit, played: Played): Played["stars"] {
  if (!played.verdict) return 0;
  const hasTask = visit.lesson.level.stars.three.task !== undefined;
  return earnedStars(played.verdict.stars, {
    predicted: visit.prediction !== undefined,
    taskDone: visit.taskDone || !hasTask,
    practice: played.practice,
  });
}

function keepResult(state: State, visit: Visit, played: Played, attempt: boolean): State {
  return remember(state, {
    type: "run",
    level: visit.lesson.level.id,
    passed: played.verdict?.passed ?? false,
    stars: starsOf(visit, played),
    costPerMonth: costOf(played),
    line: formatDesign(played.design),
    practice: played.practice,
    attempt,
  });
}

/** What the run cost a month, meters included. */
export function costOf(played: Played): number {
  return played.recording.outcome.report.costPerMonth;
}

export function compared(state: State, run: number, found: readonly Counterfactual[]): State {
  const { screen } = state;
  if (screen.kind !== "debrief" || screen.visit.runs !== run) return state;
  const { outcome } = screen.played.recording;
  const better = found.filter((each) =>
    outcome.passed ? each.outcome.passed : closeness(each.outcome) > closeness(outcome),
  );
  return show(state, { ...screen, whatIf: better });
}

/** The clock: playback moves on, work in hand is shown. */
export function tick(state: State, beats: number, progress: number | undefined): State {
  const next = { ...state, beat: state.beat + beats };
  const { screen } = next;
  if (screen.kind === "debrief")
    return show(next, { ...screen, beats: screen.beats + beats, progress: progress ?? screen.progress });
  if (screen.kind !== "run") return next;
  const waiting = { ...screen, beats: screen.beats + beats, progress: progress ?? screen.progress };
  if (!screen.played || !screen.playing) return show(next, waiting);
  const last = screen.played.recording.ticks - 1;
  const at = Math.min(last, screen.at + (beats * screen.speed * (last + 1)) / (runSec * beatsPerSec));
  return show(next, { ...waiting, at, playing: at < last });
}

export function onRun(state: State, screen: RunScreen, command: Command): State {
  const { visit, played } = screen;
  if (screen.trace) return onTrace(state, screen, screen.trace, command);
  if (command === "back") return show(state, { kind: "board", visit });
  if (!played) return say(state, "One moment: the run is being computed.");
  const { ticks } = played.recording;
  const last = ticks - 1;
  const move = (at: number) => show(state, { ...screen, at: clamp(at, 0, last), playing: false });
  switch (command) {
    case "confirm":
      return showDebrief(state, screen.visit, played);
    case "pause":
      return screen.at >= last
        ? show(state, { ...screen, at: 0, playing: true })
        : show(state, { ...screen, playing: !screen.playing });
    case "step":
      return move(Math.floor(screen.at) + 1);
    case "speed1":
      return show(state, { ...screen, speed: 1, playing: screen.at < last });
    case "speed4":
      return show(state, { ...screen, speed: 4, playing: screen.at < last });
    case "speed16":
      return show(state, { ...screen, speed: 16, playing: screen.at < last });
    case "scrubBack":
      return move(Math.round(screen.at) - Math.max(1, Math.round(ticks * scrubShare)));
    case "scrubForward":
      return move(Math.round(screen.at) + Math.max(1, Math.round(ticks * scrubShare)));
    case "toStart":
      return move(0);
    case "skip":
      return move(last);
    case "trace":
      return openTrace(state, screen, played);
    default:
      return state;
  }
}

/** Looks at one request of the moment; the playback waits meanwhile. */
function openTrace(state: State, screen: RunScreen, { design, recording }: Played): State {
  if (screen.visit.lesson.level.scenario.fog && !visible(design, "failed"))
    return say(state, "No log, no tier metrics: in the fog no request can be followed.");
  const tick = Math.floor(screen.at);
  const isFailing = (recording.series("failed")[tick] ?? 0) > 0;
  return show(state, {
    ...screen,
    playing: false,
    beats: 0,
    progress: 0,
    trace: { tick, which: isFailing ? "failed" : "median" },
  });
}

function onTrace(state: State, screen: RunScreen, trace: TracePanel, command: Command): State {
  const { trace: _, ...closed } = screen;
  if (command === "back") return show(state, closed);
  if (command !== "left" && command !== "right") return state;
  const at = traceKinds.indexOf(trace.which) + (command === "left" ? -1 : 1);
  const which = traceKinds[clamp(at, 0, traceKinds.length - 1)] as TraceKind;
  return show(state, { ...screen, trace: { ...trace, which } });
}

function showDebrief(state: State, visit: Visit, played: Played): State {
  const shown = show(state, { kind: "debrief", visit, played, scroll: 0, beats: 0, progress: 0 });
  return remember(shown, { type: "debrief", level: visit.lesson.level.id });
}

export function onDebrief(state: State, screen: DebriefScreen, command: Command, lines: number): State {
  if (screen.panel) return onPanel(state, screen, screen.panel, command);
  const { visit, played } = screen;
  const { level } = visit.lesson;
  const scroll = (by: number) => show(state, { ...screen, scroll: clamp(screen.scroll + by, 0, lines) });
  const open = (panel: DebriefPanel) => show(state, { ...screen, panel });
  switch (command) {
    case "up":
      return scroll(-3);
    case "down":
      return scroll(3);
    case "confirm":
      return show(state, { kind: "board", visit });
    case "choice1":
    case "choice2":
    case "choice3": {
      const found = screen.whatIf?.[Number(command.at(-1)) - 1];
      if (!found)
        return say(state, screen.whatIf ? "There is no such change." : "Still trying the changes …");
      const past = [...visit.sitting.past, visit.sitting.design];
      const sitting = { design: found.move.design, past, future: [] };
      const focus = Math.max(0, level.shop.indexOf(found.move.offer));
      const board = show(state, { kind: "board", visit: { ...visit, sitting, focus } });
      const kept = visit.practice
        ? board
        : remember(board, { type: "design", level: level.id, line: formatDesign(sitting.design) });
      return say(kept, "The change is on the board. Enter runs it, u undoes it.");
    }
    case "task": {
      const why = whyNoTask(visit, played);
      return why === undefined ? open({ kind: "task", at: 0, chosen: [], wrong: false }) : say(state, why);
    }
    case "questions":
      return show(state, { kind: "questions", visit, at: 0, revealed: false, back: screen });
    case "share": {
      const code = shareCode(level, played.design, verdictSeeds[0] as number);
      return code === undefined
        ? say(state, "This design is not one of the shop's: it has no code.")
        : open({ kind: "share", code });
    }
    case "answer":
      return open({ kind: "reveal" });
    case "brief":
      return show(state, { kind: "briefing", visit, page: 0, back: screen });
    case "next":
      return nextLevel(state, visit);
    case "back":
      return show(state, {
        kind: "map",
        at: Math.max(
          0,
          state.places.findIndex(({ id }) => id === level.id),
        ),
      });
    default:
      return state;
  }
}

/** Why the third star's task is not to be had now; undefined when it is. */
export function whyNoTask(visit: Visit, played: Played): string | undefined {
  const { three } = visit.lesson.level.stars;
  if (!three.task) return "The third star of this level has no task: its goals decide.";
  if (visit.taskDone) return "The task is done.";
  if (played.practice) return "With the solution revealed there are no stars.";
  if ((played.verdict?.stars ?? 0) < 3) return "First meet the goals of the third star.";
  return undefined;
}

function onPanel(state: State, screen: DebriefScreen, panel: DebriefPanel, command: Command): State {
  const { panel: _, ...closed } = screen;
  const { visit } = screen;
  if (command === "back") return show(state, closed);
  if (panel.kind === "reveal" && command === "confirm") {
    const { level } = visit.lesson;
    const past = [...visit.sitting.past, visit.sitting.design];
    const sitting = { design: level.lesson, past, future: [] };
    const board = show(state, { kind: "board", visit: { ...visit, sitting, practice: true } });
    const cost = fixedCostPerMonth(level.lesson);
    return say(board, `The solution, $${cost} a month. From here on it is practice, without stars.`);
  }
  return panel.kind === "task" ? onTask(state, screen, panel, command) : state;
}

function onTask(
  state: State,
  screen: DebriefScreen,
  panel: Extract<DebriefPanel, { kind: "task" }>,
  command: Command,
): State {
  const { task } = screen.visit.lesson.level.stars.three;
  if (!task) return state;
  const left = taskChoices(screen.visit).filter((key) => !panel.chosen.includes(key));
  const open = (next: Partial<typeof panel>) =>
    show(state, { ...screen, panel: { ...panel, wrong: false, ...next } });
  switch (command) {
    case "up":
    case "down":
      return open({ at: clamp(panel.at + (command === "up" ? -1 : 1), 0, Math.max(0, left.length - 1)) });
    case "undo":
      return open({ chosen: panel.chosen.slice(0, -1), at: 0 });
    case "confirm": {
      const key = left[panel.at];
      if (key === undefined) return state;
      const chosen = [...panel.chosen, key];
      const wanted = task.kind === "order" ? task.steps : [task.answer];
      if (chosen.length < wanted.length) return open({ chosen, at: 0 });
      if (chosen.join() !== wanted.join()) return open({ chosen: [], at: 0, wrong: true });
      return winTask(state, screen);
    }
    default:
      return state;
  }
}

/** The choices of the task in an order that tells nothing: by their words. */
export function taskChoices(visit: Visit): string[] {
  const { task } = visit.lesson.level.stars.three;
  const words = visit.lesson.prose.task?.options ?? {};
  const keys = task === undefined ? [] : task.kind === "order" ? task.steps : task.options;
  return [...keys].sort((a, b) => ((words[a] ?? a) < (words[b] ?? b) ? -1 : 1));
}

function winTask(state: State, screen: DebriefScreen): State {
  const { panel: _, ...closed } = screen;
  const visit = { ...screen.visit, taskDone: true };
  const played = { ...screen.played, stars: starsOf(visit, screen.played) };
  const done = show(state, { ...closed, visit: { ...visit, last: played }, played });
  return say(keepResult(done, visit, played, false), "Right. The third star is yours.");
}

function nextLevel(state: State, visit: Visit): State {
  const lessons = lessonsOf(state.places);
  const next = lessons[lessons.indexOf(visit.lesson) + 1];
  const at = state.places.findIndex(({ id }) => id === visit.lesson.level.id) + 1;
  const map = { kind: "map", at: Math.min(at, state.places.length - 1) } as const;
  if (!next) return say(show(state, map), "The next level is not built yet.");
  if (!isUnlocked(state, next)) return say(state, "The next level opens when this one is passed.");
  return show(state, {
    kind: "briefing",
    visit: startVisit(state.save, next),
    page: 0,
    back: { ...map, at: state.places.findIndex(({ id }) => id === next.level.id) },
  });
}
