/** What the footer offers in a state: only what works now, or says why it does not. */
import { searchGlossary } from "../../present/glossary.ts";
import { trapsOf } from "../../present/traps.ts";
import { whyNoTask, whyNotRun } from "../../present/why-not.ts";
import { rowsOf } from "../../rooms/sandbox/index.ts";
import { formatDesign } from "../../sim/index.ts";
import { type FooterItem, footer } from "../keys/footer.ts";
import type { Command } from "../keys/keymap.ts";
import { cardOn } from "./cards.ts";
import { contextOf, isTyping } from "./context.ts";
import { isNaming, ownSystem } from "./course.ts";
import { designEntries } from "./designs.ts";
import { doorBeside } from "./doors.ts";
import { interviewNow, typedSteps } from "./interview.ts";
import { doorRows, isTerm } from "./interviews.ts";
import { isUnlocked } from "./progress.ts";
import { progressOf } from "./reached.ts";
import { levelsAlone, sandboxRows, systemOf } from "./sandbox.ts";
import { cardAt } from "./study.ts";
import type { Screen, State } from "./types.ts";

/** Turning pages and scrolling: nothing to offer to whoever is read everything at once. */
const paging: readonly Command[] = ["up", "down", "left", "right"];
const options = ["option1", "option2", "option3", "option4"] as const;
const changes = ["choice1", "choice2", "choice3"] as const;
/** Keys that have something to do only now and then: told, they would make each screen tell all of its keys again. */
const seldom: readonly Command[] = ["redo", "reset", "ask", "step", "toStart", "startOver"];

/** The keys of a state with their labels, in the order of the footer. */
export function offered(
  state: State,
  { unicode, isSpoken = false }: { readonly unicode: boolean; readonly isSpoken?: boolean },
): readonly FooterItem[] {
  const { words, screen } = state;
  const why =
    screen.kind === "board" && !screen.panel
      ? whyNotRun(words, screen.visit.lesson.level, screen.visit.sitting.design)
      : undefined;
  const isRead =
    state.help ||
    ["briefing", "reference", "lesson", "debrief", "audit", "progress"].includes(contextOf(state));
  const items = footer(words.keys, contextOf(state), {
    unicode,
    hidden: [
      ...(state.help ? [] : hidden(state, screen)),
      ...(isSpoken ? seldom : []),
      ...(isSpoken && isRead ? paging : []),
    ],
    disabled: why === undefined ? {} : { confirm: why },
  });
  if (screen.kind !== "board" || screen.panel || !screen.visit.lesson.isOwn) return items;
  // From a system's board the way back is to its form.
  const { back = "" } = words.keys.labels.form;
  return items.map((item) => (item.commands.includes("back") ? { ...item, label: back } : item));
}

/** Digits that would choose an answer which the question in view does not have. */
export function answersNotThere(state: State): readonly Command[] {
  const isAnswer = new Set<Command>(options);
  return hidden(state, state.screen).filter((command) => isAnswer.has(command));
}

function hidden(state: State, screen: Screen): readonly Command[] {
  switch (screen.kind) {
    case "map": {
      const place = state.mapRows[screen.at];
      const isOpen = place?.kind === "lesson" && isUnlocked(state, place.lesson);
      return [
        ...(isOpen ? [] : (["questions", "brief", "why"] as const)),
        ...(["left", "right"] as const).filter(
          (side) => doorBeside(state.mapRows, screen.at, side) === undefined,
        ),
        ...(ownSystem(state) ? [] : (["course"] as const)),
        ...(Object.keys(state.save.levels).length > 0 ? [] : (["startOver"] as const)),
      ];
    }
    case "course":
      return ownSystem(state) ? [] : ["confirm"];
    case "sandbox": {
      const row = sandboxRows(state)[screen.at];
      const isOwn = row?.kind === "own";
      return [
        ...(screen.typing?.field.text === "" ? (["left", "right", "toStart", "skip"] as const) : []),
        ...(isOwn ? [] : (["rename", "copy", "drop", "share"] as const)),
        ...(screen.dropped ? [] : (["undo"] as const)),
      ];
    }
    case "system": {
      const { open } = screen;
      const system = systemOf(state, screen.name);
      const isAlone = open && system && rowsOf(system, open.section).length < 2;
      return [
        ...(isAlone ? (["up", "down"] as const) : []),
        ...(screen.past.length > 0 ? [] : (["undo"] as const)),
        ...(screen.future.length > 0 ? [] : (["redo"] as const)),
        ...(screen.field?.text === "" ? (["left", "right", "toStart", "skip"] as const) : []),
      ];
    }
    case "board": {
      const { visit, panel } = screen;
      if (panel)
        return panel.kind === "designs" && designEntries(state, visit).length < 2 ? ["up", "down"] : [];
      const { design, future } = visit.sitting;
      return [
        ...(visit.lesson.isOwn ? levelsAlone : []),
        ...(future.length > 0 ? [] : (["redo"] as const)),
        ...(formatDesign(design) === formatDesign(visit.lesson.level.start) ? (["reset"] as const) : []),
        ...(visit.before ? [] : (["compare"] as const)),
        ...(visit.last ? [] : (["ask"] as const)),
      ];
    }
    case "redTeam":
      return cardOn(state) ? [] : ["share"];
    case "run": {
      if (screen.trace) return [];
      const isOver = screen.at >= screen.visit.lesson.level.scenario.ticks - 1;
      return [...(isOver ? (["step"] as const) : []), ...(screen.at > 0 ? [] : (["toStart"] as const))];
    }
    case "prediction": {
      if (isTyping(state)) return ["up", "down", ...options, "brief", "help"];
      const { prediction } = screen.visit.lesson.level;
      const count = screen.about === "goals" || prediction.kind === "number" ? 2 : prediction.options.length;
      return options.slice(count);
    }
    case "debrief": {
      const { visit, played, whatIf } = screen;
      const hasTask = whyNoTask(state.words, visit.lesson.level, played, visit) === undefined;
      const { id } = visit.lesson.level;
      const reached = progressOf(state.save, id);
      if (screen.panel?.kind === "traps")
        return trapsOf(visit.lesson, reached?.trapsSeen ?? [])[screen.panel.at]?.isKnown ? ["answer"] : [];
      if (screen.panel?.kind === "task") return screen.panel.chosen.length > 0 ? [] : ["undo"];
      return [
        ...(visit.lesson.isOwn ? levelsAlone : []),
        ...(hasTask ? [] : (["task"] as const)),
        ...(reached?.passed && visit.lesson.level.wrongAnswers.length > 0 ? [] : (["traps"] as const)),
        ...(visit.before ? [] : (["compare"] as const)),
        ...(played.verdict?.passed ? (["answer"] as const) : (["next"] as const)),
        ...changes.slice(whatIf?.length ?? 0),
      ];
    }
    case "drill":
      return screen.drills[screen.at]?.kind === "rung" && !screen.texts ? ["confirm"] : [];
    case "bench":
      return screen.asked ? ["confirm"] : [];
    case "shifts":
      return screen.opening === undefined ? [] : [...paging, "confirm"];
    case "shift":
      if (screen.next) return [...paging, "confirm", "scrubBack", "scrubForward", "toStart", "skip"];
      return screen.field.text === "" ? ["left", "right", "toStart", "skip"] : [];
    case "endless":
      return isNaming(screen) ? [] : ["up", "down", "confirm"];
    case "day":
      return screen.day && !screen.opening ? [] : ["confirm"];
    case "glossary":
      return searchGlossary(state.glossary, screen.typed).length < 2 ? paging : [];
    case "review": {
      if (!cardAt(state, screen.cards, screen.at)) return ["confirm", "again", "good", "easy"];
      return screen.isRevealed ? ["confirm"] : ["again", "good", "easy"];
    }
    case "topics":
      return screen.texts ? [] : [...paging, "confirm"];
    case "progress":
      return screen.texts ? [] : paging;
    case "interviews":
      if (!screen.bundle) return [...paging, "confirm"];
      return isTerm(doorRows(state)[screen.at]) ? [] : ["left", "right"];
    case "interview": {
      const now = screen.report ? undefined : interviewNow(state, screen);
      if (screen.report) return [];
      if (!now || now.step === "judging" || now.step === "rejudging") return [...paging, "confirm"];
      if (now.step === "prompt") return paging;
      const isRead = now.step !== "estimate" && typedSteps.has(now.step) && !screen.isAsideShown;
      return [
        ...(isRead ? paging : []),
        ...(screen.field.text === "" ? (["left", "right", "toStart", "skip"] as const) : []),
      ];
    }
    case "questions":
      return screen.revealed ? ["confirm"] : ["again", "good"];
    default:
      return [];
  }
}
