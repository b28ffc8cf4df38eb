/** Every screen in words, line by line, for screen readers. Nothing here moves; figures come with their names. */
import { type Recording, verdictSeeds, wrongIdea } from "../game/index.ts";
import { eventsAhead, trafficOf } from "../present/briefing.ts";
import { causeLines, ideaLines, partName, showTime } from "../present/causes-en.ts";
import { grouped, money } from "../present/figures.ts";
import { indicatorName, showGoal, showIndicator } from "../present/indicators-en.ts";
import { liveAt, logOf, logTime, lossesAt, seenLog, sightOf } from "../present/moment.ts";
import { describe } from "../present/picture/index.ts";
import { fixedCostPerMonth, formatDesign } from "../sim/index.ts";
import { type FooterItem, footer } from "./keys/footer.ts";
import { contextOf } from "./model/context.ts";
import { progressOf } from "./model/transitions.ts";
import type { DebriefScreen, Place, RunScreen, Screen, State, Visit } from "./model/types.ts";
import { choiceWords, delta, offerName, shopRows } from "./screens/board/shop.ts";
import { designEntries, estimateFields, whyNotRun } from "./screens/board/state.ts";
import { comparisonOf, spokenLamps, spokenPopulation } from "./screens/debrief/comparison.ts";
import { missedBy, shortArrow } from "./screens/debrief/view.ts";
import { keyRows } from "./screens/help/view.ts";
import { lockReason } from "./screens/map/state.ts";
import { tally } from "./screens/map/view.ts";
import { costOf, taskChoices } from "./screens/run/state.ts";
import { spokenTrace } from "./screens/trace/view.ts";

/** Pages of a screen are read whole: somebody who listens does not turn pages. */
export function spokenLines(state: State): string[] {
  const body = state.help ? spokenHelp(state) : spokenScreen(state, state.screen);
  const message = state.message === undefined ? [] : [state.message];
  return [...body, ...message, keysLine(state)];
}

function keysLine(state: State): string {
  const words: Readonly<Record<string, string>> = {
    "⏎": "Enter",
    "␣": "Space",
    "↑↓": "up and down",
    "←→": "left and right",
    esc: "Escape",
  };
  const say = ({ keys, label }: FooterItem) => `${words[keys] ?? keys}: ${label}`;
  return `Keys. ${footer(contextOf(state)).map(say).join(". ")}.`;
}

function spokenHelp(state: State): string[] {
  return [
    "All keys of the screen underneath.",
    ...keyRows(state, false).map(({ keys, sentence }) => `${keys}: ${sentence}`),
  ];
}

function spokenScreen(state: State, screen: Screen): string[] {
  switch (screen.kind) {
    case "title": {
      const { passed, levels, stars } = tally(state);
      return [
        "Zero to Millions. Scale one server to millions of users, one decision at a time.",
        `${passed} of ${levels} levels passed, ${stars} stars.`,
        ...state.notices,
      ];
    }
    case "map":
      return spokenMap(state, screen.at);
    case "reference": {
      const { prose, level } = screen.lesson;
      const progress = progressOf(state.save, level.id);
      return [
        `Level ${level.number}, ${prose.title}, passed with ${progress?.stars ?? 0} of 3 stars.`,
        ...(progress?.bestDesign
          ? [
              `Your cheapest design: ${progress.bestDesign}, ${money(progress.bestCostPerMonth ?? 0)} a month.`,
            ]
          : []),
        prose.debrief,
        ...prose.lesson.flatMap(({ title, text }) => [`${title}.`, text]),
        ...prose.cards.flatMap(({ question, answer }) => [question, answer]),
      ];
    }
    case "briefing":
      return spokenBriefing(screen.visit);
    case "board":
      return spokenBoard(state, screen);
    case "prediction": {
      const { prose, level } = screen.visit.lesson;
      const { prediction } = level;
      return [
        "Before you run: what do you expect?",
        prose.prediction.question,
        ...(prediction.kind === "number"
          ? [`Your answer: ${screen.typed || "nothing yet"} ${prediction.unit}.`]
          : []),
      ];
    }
    case "run":
      return spokenRun(screen);
    case "debrief":
      return spokenDebrief(screen);
    case "questions": {
      const card = screen.visit.lesson.prose.questions[screen.at];
      return [
        `Question ${screen.at + 1} of 3.`,
        card?.question ?? "",
        ...(screen.revealed
          ? [`A good answer: ${card?.answer ?? ""}`, "1: ask me again. 2: I knew it."]
          : []),
      ];
    }
  }
}

function spokenMap(state: State, at: number): string[] {
  const { passed, levels, stars } = tally(state);
  const say = (place: Place) => {
    if (place.kind === "door") return `${place.id}, soon`;
    const title =
      place.kind === "lesson"
        ? `Level ${place.lesson.level.number}, ${place.lesson.prose.title}`
        : `Level ${place.number}, ${place.title}`;
    const progress = progressOf(state.save, place.id);
    if (progress?.passed)
      return `${title}, passed, ${progress.stars} of 3 stars, best ${money(progress.bestCostPerMonth ?? 0)} a month`;
    return lockReason(state, place) === undefined ? `${title}, open` : `${title}, locked`;
  };
  const place = state.places[at] as Place;
  const about = place.kind === "lesson" ? [place.lesson.prose.promise] : [];
  return [
    `Map. ${passed} of ${levels} levels passed, ${stars} stars. Place ${at + 1} of ${state.places.length}:`,
    say(place),
    ...about,
  ];
}

function spokenBriefing({ lesson }: Visit): string[] {
  const { level, prose } = lesson;
  const rates = trafficOf(level.scenario);
  return [
    `Level ${level.number}, ${prose.title}. ${prose.promise}.`,
    prose.story,
    `Traffic: ${grouped(rates[0] ?? 0)} requests a second at first, at most ${grouped(Math.max(...rates))}.`,
    ...eventsAhead(lesson).map(({ atSec, words }) =>
      atSec === undefined ? `At some time: ${words}` : `At ${atSec} seconds: ${words}`,
    ),
    `Goals: ${[...level.goals.map(showGoal), `bill at most ${money(level.budget)} a month`].join(", ")}.`,
    `Second star: ${prose.stars.two} Third star: ${prose.stars.three}`,
    "What the chapter says.",
    ...prose.lesson.flatMap(({ title, text }) => [`${title}.`, text]),
  ];
}

function spokenBoard(state: State, screen: Extract<Screen, { kind: "board" }>): string[] {
  const { visit, panel } = screen;
  const { level } = visit.lesson;
  const cost = fixedCostPerMonth(visit.sitting.design);
  if (panel?.kind === "naming") return [`Name for this design: ${panel.text}`];
  if (panel?.kind === "designs") {
    const entries = designEntries(state, visit);
    const entry = entries[Math.min(panel.at, entries.length - 1)];
    return [
      `Design ${panel.at + 1} of ${entries.length}: ${entry?.name ?? ""}. ${entry ? formatDesign(entry.design) : ""}`,
    ];
  }
  if (panel?.kind === "estimate") {
    const field = estimateFields[panel.at];
    return [`Estimate. ${field ?? ""}: ${field ? panel.typed[field] || "empty" : ""}`];
  }
  const rows = shopRows(visit);
  const row = rows[visit.focus];
  const why = whyNotRun(visit);
  const step = (words: string, to: { label: string; costDelta: number } | undefined) =>
    to ? [`${words}: ${to.label}, ${delta(to.costDelta)} a month.`] : [];
  return [
    `Board of level ${level.number}. Bill ${money(cost)} of ${money(level.budget)} a month.`,
    "Your design:",
    ...describe(visit.sitting.design),
    ...(row
      ? [
          `Offer ${visit.focus + 1} of ${rows.length}: ${row.name}, now ${row.setting}. ${row.line}`,
          ...(row.disabled === undefined
            ? [...step("Left", row.less), ...step("Right", row.more)]
            : [row.disabled]),
        ]
      : []),
    ...visit.lesson.prose.hints.slice(0, visit.hintsShown).map((hint, n) => `Hint ${n + 1}: ${hint}`),
    ...(why === undefined ? [] : [why]),
  ];
}

function spokenRun(screen: RunScreen): string[] {
  const { played, visit } = screen;
  if (!played) return ["The run is being computed."];
  if (screen.trace) return spokenTrace(screen, screen.trace);
  const { recording } = played;
  const last = recording.ticks - 1;
  const sees = sightOf(visit.lesson, played.design);
  const losses = sees("failed") ? lossesAt(recording, last) : [];
  const worst = worstTick(recording);
  return [
    "The run, in order of time.",
    ...seenLog(logOf(visit.lesson, recording), sees).map(
      (line) => `${logTime(line, recording.tickSec)}: ${line.text}.`,
    ),
    ...losses.map(
      ({ place, perSec }) => `At the end the ${partName(place)} still loses ${grouped(perSec)} a second.`,
    ),
    `The parts at ${showTime(worst, recording.tickSec)}, ${sees("failed") ? "the worst moment" : "as far as they can be seen"}:`,
    ...describe(played.design, liveAt(recording, worst, sees)),
    ...(screen.playing
      ? []
      : [
          `Paused at ${showTime(Math.floor(screen.at), recording.tickSec)}: t follows one request of this moment.`,
        ]),
    "Enter: to the debrief.",
  ];
}

/** The tick in which most was lost; the busiest one when nothing was. */
function worstTick(recording: Recording): number {
  const failed = recording.series("failed");
  const counts = failed.some((count) => count > 0) ? failed : recording.series("offered");
  return counts.indexOf(Math.max(...counts));
}

function spokenDebrief({ visit, played, whatIf, panel }: DebriefScreen): string[] {
  const { outcome } = played.recording;
  if (panel?.kind === "share") return [`Share code: ${panel.code}`];
  if (panel?.kind === "reveal")
    return ["Show the solution? It counts as practice, without stars. Enter: yes. Escape: no."];
  if (panel?.kind === "task") {
    const words = visit.lesson.prose.task;
    const left = taskChoices(visit).filter((key) => !panel.chosen.includes(key));
    return [
      words?.question ?? "",
      ...panel.chosen.map((key, at) => `${at + 1}: ${words?.options[key] ?? key}`),
      `Choice ${panel.at + 1} of ${left.length}: ${words?.options[left[panel.at] ?? ""] ?? ""}`,
      ...(panel.wrong ? ["Not quite. Try again."] : []),
    ];
  }
  const verdict = !played.verdict
    ? `Deciding on ${verdictSeeds.length - 1} more tries.`
    : played.verdict.passed
      ? `Passed, ${played.stars} of 3 stars, ${money(costOf(played))} a month.`
      : `Not yet. ${money(costOf(played))} a month.`;
  return [
    `Debrief. ${verdict}`,
    ...outcome.goals.map(
      (goal) =>
        `${goal.met ? "Met" : "Missed"}: ${indicatorName(goal.indicator)} ${showIndicator(goal.indicator, goal.value)}, goal ${goal.bound === "atMost" ? "at most" : "at least"} ${showIndicator(goal.indicator, goal.target)}. ${missedBy(goal)}`,
    ),
    ...spokenLamps({ visit, played }),
    "Why:",
    ...causeLines(visit.lesson, outcome.report, 1_000).map((line) => line.trim()),
    ...ideaLines(visit.lesson, wrongIdea(visit.lesson.level, played.design, outcome), 1_000),
    ...(whatIf ?? []).map(({ move, outcome: other }, at) => {
      const name = `${offerName(move.offer.id)} ${choiceWords(move.offer, move.choice.label)}`;
      const effects = other.goals.map(
        (goal, index) =>
          `${indicatorName(goal.indicator)} ${shortArrow(goal.indicator, outcome.goals[index]?.value ?? Number.NaN, goal.value)}`,
      );
      return `Change ${at + 1}: ${name}, ${delta(move.costDelta)} a month: ${effects.join(", ")}. ${other.passed ? "Passes." : "Not enough."}`;
    }),
    ...spokenPopulation(comparisonOf({ played })),
    ...(visit.prediction
      ? [
          `You expected ${visit.prediction.answer}: ${visit.prediction.right ? "right" : "not so"}. ${visit.lesson.prose.prediction.explanation}`,
        ]
      : []),
    visit.lesson.prose.debrief,
  ];
}
