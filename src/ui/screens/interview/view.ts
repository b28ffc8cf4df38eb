/** The interview: what the interviewer says, what is typed or chosen, and a quiet clock in the corner. */
import { estimateText } from "../../../present/interview.ts";
import { sampleOf } from "../../../present/ladders.ts";
import { designSoFar, readLine } from "../../../present/line.ts";
import { clockOf, summaryWords } from "../../../study/interview/machine.ts";
import { marks } from "../../../study/ladders.ts";
import { withCaret } from "../../frame/field.ts";
import {
  belowMark,
  bodyColumns,
  bodyRows,
  drawPage,
  type Frame,
  heading,
  paragraph,
  windowStart,
  workBar,
} from "../../frame/frame.ts";
import { drawPicture } from "../../frame/picture.ts";
import { type InterviewNow, interviewNow, linedSteps } from "../../model/interview.ts";
import { offered } from "../../model/offered.ts";
import type { InterviewBundle, InterviewScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import {
  asideRoom,
  asideRows,
  asideScrollMax,
  fieldRows,
  pageRows,
  scrollMaxOf,
  textCells,
} from "./layout.ts";
import { askedOf, cellTold, playableNow, questionTold, stagesTold, subOf } from "./told.ts";

/** So much of what is wrong with a line is shown at once. */
const flawRows = 5;

export function interviewLines(state: State, screen: InterviewScreen, frame: Frame): string[] {
  const { theme, words } = frame;
  const { bundle } = screen;
  const now = screen.report ? undefined : interviewNow(state, screen);
  const cells = textCells(frame.columns);
  const rows = bodyRows(frame);
  const texts = bundle?.texts.screen;
  const clock = now && clockOf(now.interview, state.nowMs);
  const late = clock && Math.min(clock.leftMs, clock.phaseLeftMs ?? clock.leftMs) < 0;
  const body = bundle && now ? bodyOf(bundle, now) : page();
  return drawPage(frame, {
    head: [
      theme.title(texts?.title ?? words.study.title),
      clock && texts ? (late ? theme.warn : theme.muted)(texts.clock(clock)) : "",
    ],
    sub: [theme.muted(bundle ? subOf(state, bundle, now, screen) : words.study.loading), ""],
    body: body.map((line) => ` ${line}`),
    message: messageOf(bundle, now),
    keys: offered(state, frame),
  });

  function messageOf(loaded: InterviewBundle | undefined, at: InterviewNow | undefined): string {
    if (state.message !== undefined) return theme.warn(state.message);
    const below = belowMark(rowsBelow(at), frame);
    if (below !== "") return below;
    return loaded && at ? theme.muted(loaded.texts.screen.hints[at.step]) : "";
  }

  /** Rows of what is read that stand below those on view. */
  function rowsBelow(at: InterviewNow | undefined): number {
    if (screen.report || (at && isRead(at))) return scrollMaxOf(state, screen) - screen.scroll;
    return screen.isAsideShown ? asideScrollMax(state, screen) - screen.scroll : 0;
  }

  /** What is only read. */
  function page(): string[] {
    const lines = pageRows(state, screen, frame.columns);
    const from = Math.max(0, Math.min(screen.scroll, lines.length - rows));
    return lines.slice(from, from + rows).map(({ text, isTitle }) => (isTitle ? theme.title(text) : text));
  }

  function bodyOf(loaded: InterviewBundle, at: InterviewNow): string[] {
    const { step } = at;
    if (isRead(at)) return page();
    switch (step) {
      case "judging":
      case "rejudging":
        return stagesTold(state, loaded, screen).flatMap(({ name, done }) => [
          "",
          ...workBar(name, done, frame),
        ]);
      case "clarify":
        return listed(at.about.clarifications.map((_, n) => questionTold(state, loaded, at, n)));
      case "estimate":
        return estimates(loaded, at);
      case "cover":
        return [
          ...summaryWords.flatMap((word, n) =>
            boxed(loaded.texts.screen.summaryWords[word], n, at.interview.covered.includes(word)),
          ),
          "",
          ...saidLines(loaded, at.interview.summary ?? "", rows - summaryWords.length - 1),
        ];
      case "marks":
        return cellTold(loaded, at).flatMap((line, n) =>
          paragraph(line, cells).map(n === 0 ? theme.title : theme.text),
        );
      default:
        return asking(loaded, at);
    }
  }

  /** A list with one row in focus; what belongs to a row stands under it. */
  function listed(
    items: readonly { readonly text: string; readonly under?: string; readonly isDone: boolean }[],
  ): string[] {
    let focusAt = 0;
    const lines = items.flatMap(({ text, under, isDone }, n) => {
      const isFocus = n === screen.at;
      const paint = isFocus ? theme.focus : isDone ? theme.muted : theme.text;
      const own = paragraph(text, cells - 2).map(
        (line, k) => `${isFocus && k === 0 ? theme.focus("▸ ") : "  "}${paint(line)}`,
      );
      return [
        ...own,
        ...(under === undefined ? [] : paragraph(under, cells - 4).map((line) => `    ${theme.good(line)}`)),
      ].map((line, k) => ({ line, isFirst: isFocus && k === 0 }));
    });
    focusAt = lines.findIndex(({ isFirst }) => isFirst);
    const start = windowStart(focusAt, lines.length, rows);
    return lines.slice(start, start + rows).map(({ line }) => line);
  }

  function estimates(loaded: InterviewBundle, at: InterviewNow): string[] {
    const blocks = at.about.estimates.map((each, n) => {
      const isFocus = n === screen.at;
      const { ask, unit } = estimateText(loaded.texts, each);
      const typed = isFocus ? withCaret(screen.field) : (at.interview.figures[each.name] ?? "");
      const field = `> ${typed === "" ? "–" : typed} ${theme.muted(unit)}`;
      return [
        ...paragraph(ask, cells - 2).map((line) => `  ${isFocus ? theme.title(line) : theme.muted(line)}`),
        `  ${isFocus ? theme.focus(field) : theme.muted(field)}`,
        "",
      ];
    });
    const focused = blocks[screen.at] ?? [];
    if (screen.isAsideShown) return [...focused, ...asideNow()];
    const lines = blocks.flat();
    const focusAt = blocks.slice(0, screen.at).flat().length;
    const start = windowStart(focusAt, lines.length, rows);
    return lines.slice(start, start + rows);
  }

  /** What is asked, then a field, or what was typed before. */
  function asking(loaded: InterviewBundle, at: InterviewNow): string[] {
    const asked = [
      ...askedOf(state, loaded, at).flatMap((line) => paragraph(line, cells).map(theme.title)),
      "",
    ];
    const room = rows - asked.length;
    switch (at.step) {
      case "guess":
        return [...asked, ...saidLines(loaded, at.rung?.answer.said ?? "", room)];
      case "points":
        return [...asked, ...points(loaded, at)];
      case "samples": {
        const { rung } = at;
        const samples = marks.flatMap((mark) => {
          if (!rung) return [];
          const { name, text } = sampleOf(loaded.ladders, rung.posed, mark);
          return [
            `${theme.accent(String(mark))} ${theme.title(name)}`,
            ...paragraph(text, cells - 2).map((line) => `  ${line}`),
          ];
        });
        return [
          ...asked,
          ...samples,
          "",
          ...saidLines(loaded, at.rung?.answer.said ?? "", room - samples.length - 1),
        ];
      }
      default:
        return linedSteps.has(at.step)
          ? lined(loaded, at, asked)
          : screen.isAsideShown
            ? [...asked, ...field(), "", ...asideNow().map(theme.muted)]
            : [...asked, ...field(room)];
    }
  }

  /** A line of notation, what is wrong with it, and the picture of as much as can be read. */
  function lined(loaded: InterviewBundle, at: InterviewNow, asked: readonly string[]): string[] {
    const typed = field();
    const read = readLine(loaded.usage, playableNow(at), screen.field.text);
    const flaw = screen.flaw ?? ("flaw" in read ? read.flaw : "");
    const told =
      flaw === ""
        ? []
        : paragraph(flaw, cells)
            .slice(0, flawRows)
            .map(screen.flaw ? theme.warn : theme.muted);
    if (screen.isAsideShown) return [...typed, "", ...asideNow()];
    const above = [...asked, ...typed, ...told, ""];
    const design = designSoFar(screen.field.text);
    const height = rows - above.length;
    return design && height >= 3
      ? [...above, ...drawPicture(design, { width: bodyColumns(frame) - 2, height }, frame)]
      : above;
  }

  function field(room?: number): string[] {
    return fieldRows(screen, frame.columns, room).map(theme.focus);
  }

  /** What is known, as far as there is room, from where one has read on. */
  function asideNow(): string[] {
    const from = Math.max(0, Math.min(screen.scroll, asideScrollMax(state, screen)));
    return asideRows(state, screen, frame.columns).slice(from, from + asideRoom(state, screen, frame));
  }

  /** What was said, as far as it fits; `v` has all of it. */
  function saidLines(loaded: InterviewBundle, said: string, room: number): string[] {
    if (said === "" || room < 2) return [];
    const lines = paragraph(said, cells);
    const fit =
      lines.length < room ? lines : [...lines.slice(0, room - 2), theme.muted(loaded.ladders.screen.more)];
    return [heading(theme, loaded.texts.screen.yours), ...fit];
  }

  function points(loaded: InterviewBundle, at: InterviewNow): string[] {
    const { rung } = at;
    if (!rung) return [];
    const { points: all, redFlags } = rung.posed.prose;
    return [
      ...all.flatMap((point, n) => boxed(point, n, rung.answer.ticks.includes(n))),
      "",
      heading(theme, loaded.ladders.redFlags),
      ...redFlags.flatMap((flag) =>
        paragraph(flag, cells - 4).map((line, n) => theme.warn(`${n === 0 ? "  · " : "    "}${line}`)),
      ),
    ];
  }

  /** Something to tick. */
  function boxed(text: string, n: number, isTicked: boolean): string[] {
    const paint = n === screen.at ? theme.focus : theme.text;
    const [first = "", ...rest] = paragraph(text, cells - 8);
    const box = isTicked ? "[x]" : "[ ]";
    return [
      paint(`${n === screen.at ? "▸" : " "} ${n + 1} ${box} ${first}`),
      ...rest.map((line) => paint(`        ${line}`)),
    ];
  }
}

/** Whether a step is only read. */
function isRead({ step }: InterviewNow): boolean {
  return step === "prompt" || step === "verdict" || step === "outcome";
}
