/** The moment after a pass: the level, its stars, the system at work, and what it was worth. */
import { costOf } from "../../../game/index.ts";
import { width } from "../../../present/cells.ts";
import { liveAt } from "../../../present/moment.ts";
import { bodyColumns, bodyRows, drawPage, type Frame, paragraph, starsText } from "../../frame/frame.ts";
import { drawPicture, phaseAt } from "../../frame/picture.ts";
import { offered } from "../../model/offered.ts";
import type { ScreenOf, State } from "../../model/types.ts";
import { passSentences } from "./spoken.ts";
import { momentBeats, starsLit } from "./stars.ts";

export function passLines(state: State, screen: ScreenOf<"pass">, frame: Frame): string[] {
  const { theme, words, still } = frame;
  const { visit, played, beats } = screen;
  const cells = bodyColumns(frame);
  const { recording, design, stars } = played;
  const centred = (line: string) => " ".repeat(Math.max(0, Math.floor((cells - width(line)) / 2))) + line;
  const sentences = passSentences(state, screen).flatMap((line) => paragraph(line, cells - 8));
  const title = theme.title(visit.lesson.prose.title);
  const lit = theme.money(starsText(starsLit(stars, beats, still)));
  // Two sites need every row of a low screen.
  const isTight = design.sites.length > 1 && bodyRows(frame) < tallFrom;
  const head = isTight ? [centred(`${title}   ${lit}`)] : [centred(title), "", centred(lit), ""];
  const told = sentences.map((line) => centred(theme.text(line)));
  const below = isTight ? told : ["", ...told];
  const room = bodyRows(frame) - head.length - below.length;
  const picture = drawPicture(
    design,
    {
      width: cells,
      height: room,
      live: liveAt(recording, quietTick(screen)),
      ...(still ? {} : { phase: beats < momentBeats ? phaseAt(state.beat) : 0 }),
    },
    frame,
  ).slice(0, room);
  const gap = Math.max(0, Math.floor((room - picture.length) / 2));
  return drawPage(frame, {
    head: [
      "",
      `${theme.good(words.debrief.passed)}   ${theme.money(words.debrief.perMonth(costOf(played)))}`,
    ],
    sub: ["", ""],
    body: [...head, ...Array.from({ length: gap }, () => ""), ...picture, ...below],
    message: theme.muted(words.pass.anyKey),
    keys: offered(state, frame),
  });
}

/** Bodies of so many rows have air around the stars whatever was built. */
const tallFrom = 26;

/** A moment in which the system carries what comes: the busiest one without a failure. */
function quietTick({ played: { recording } }: ScreenOf<"pass">): number {
  const [offers, failed] = [recording.series("offered"), recording.series("failed")];
  let best = recording.ticks - 1;
  for (let tick = 0; tick < recording.ticks; tick++)
    if (failed[tick] === 0 && (failed[best] !== 0 || (offers[tick] ?? 0) >= (offers[best] ?? 0))) best = tick;
  return best;
}
