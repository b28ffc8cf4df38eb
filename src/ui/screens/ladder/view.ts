/** A ladder: a rung's question, what is typed, then what it is held against; at the end how it went. */
import { beside } from "../../../present/cells.ts";
import { figureText, sampleOf } from "../../../present/ladders.ts";
import { marks } from "../../../study/ladders.ts";
import { readingCells } from "../../frame/blocks.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, heading, paragraph } from "../../frame/frame.ts";
import { type ClimbNow, climbNow, rungPlace } from "../../model/ladders.ts";
import { offered } from "../../model/offered.ts";
import type { LadderScreen } from "../../model/study-screens.ts";
import type { State } from "../../model/types.ts";
import { climbedLines, hintOf } from "./told.ts";

/** From so many cells on, three samples stand beside each other. */
const besideFrom = 100;

export function ladderLines(state: State, screen: LadderScreen, frame: Frame): string[] {
  const { theme } = frame;
  const { texts, ladder } = screen;
  const now = climbNow(state, screen);
  const cells = Math.min(readingCells, bodyColumns(frame) - 2);
  const rows = bodyRows(frame);
  const hint = hintOf(texts, now);
  const place = now.step === "over" ? texts.screen.over : texts.rung(rungPlace(now));
  return drawPage(frame, {
    head: [theme.title(ladder.topic), theme.muted(place)],
    sub: [theme.muted(hint), ""],
    body: bodyOf().map((line) => ` ${line}`),
    message: state.message === undefined ? "" : theme.warn(state.message),
    keys: offered(state, frame),
  });

  function bodyOf(): string[] {
    if (now.step === "over")
      return climbedLines(texts, now.marked).flatMap((line) => ["", ...paragraph(line, cells)]);
    const asked = [...paragraph(now.posed.ask, cells).map(theme.title), ""];
    switch (now.step) {
      case "figure":
      case "answer":
        return [...asked, ...fieldLines(screen.typed, rows - asked.length)];
      case "guess":
        return [...asked, ...saidLines(now, rows - asked.length)];
      case "points":
        return [...asked, ...pointLines(now)];
      case "samples": {
        const samples = sampleLines(now);
        const room = rows - asked.length - samples.length - 1;
        return [...asked, ...samples, "", ...saidLines(now, room)];
      }
    }
  }

  /** What is typed, its end where the cursor stands. */
  function fieldLines(typed: string, room: number): string[] {
    return paragraph(`> ${typed}▏`, cells).slice(-room).map(theme.focus);
  }

  /** What was said, as far as it fits; `v` has all of it. */
  function saidLines({ answer }: Extract<ClimbNow, { readonly answer: unknown }>, room: number): string[] {
    if (!answer.said || room < 2) return [];
    const lines = paragraph(answer.said, cells);
    const fit = lines.length < room ? lines : [...lines.slice(0, room - 2), theme.muted(texts.screen.more)];
    return [heading(theme, texts.screen.yours), ...fit];
  }

  function pointLines({ answer, posed }: Extract<ClimbNow, { readonly posed: unknown }>): string[] {
    const { points, redFlags } = posed.prose;
    const figure = posed.figure && figureText(texts, posed.figure);
    return [
      ...(figure === undefined
        ? []
        : [
            ...paragraph(`${texts.screen.figure(answer.figureRight ?? false)} ${figure}`, cells).map(
              answer.figureRight ? theme.good : theme.warn,
            ),
            "",
          ]),
      ...points.flatMap((point, n) => {
        const box = answer.ticks.includes(n) ? "[x]" : "[ ]";
        const paint = n === screen.at ? theme.focus : theme.text;
        const [first = "", ...rest] = paragraph(point, cells - 8);
        return [
          paint(`${n === screen.at ? "▸" : " "} ${n + 1} ${box} ${first}`),
          ...rest.map((line) => paint(`        ${line}`)),
        ];
      }),
      "",
      heading(theme, texts.redFlags),
      ...redFlags.flatMap((flag) =>
        paragraph(flag, cells - 4).map((line, n) => theme.warn(`${n === 0 ? "  · " : "    "}${line}`)),
      ),
    ];
  }

  /** Beside each other where there is room for it, or else below each other. */
  function sampleLines({ posed }: Extract<ClimbNow, { readonly posed: unknown }>): string[] {
    const wide = bodyColumns(frame) - 2;
    const sampleCells = wide >= besideFrom ? Math.floor(wide / marks.length) : cells;
    const samples = marks.map((mark) => {
      const { name, text } = sampleOf(texts, posed, mark);
      const lines = paragraph(text, sampleCells - 3).map((line) => `  ${line}`);
      return [`${theme.accent(String(mark))} ${theme.title(name)}`, ...lines];
    });
    return wide >= besideFrom
      ? samples.reduce((left, right, n) => beside(left, n * sampleCells, right, ""))
      : samples.flat();
  }
}
