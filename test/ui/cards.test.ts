/** What is over on a screen that is no debrief can be shared as a card, by the key of every other thing that is shared. */
import { expect, test } from "vitest";
import { width } from "../../src/present/cells.ts";
import { caseOf, cases } from "../../src/rooms/on-call/index.ts";
import { emptySave } from "../../src/saves/index.ts";
import { draw } from "../../src/ui/draw.ts";
import { plainTheme } from "../../src/ui/frame/theme.ts";
import { commandFor } from "../../src/ui/keys/keymap.ts";
import { contextOf } from "../../src/ui/model/context.ts";
import { offered } from "../../src/ui/model/offered.ts";
import type { ShiftScreen } from "../../src/ui/model/on-call-screens.ts";
import type { RedTeamScreen } from "../../src/ui/model/room-screens.ts";
import { initialState, mapRowsOf, reduce, type Screen, type State } from "../../src/ui/reduce.ts";
import { spokenLines } from "../../src/ui/speak.ts";
import type { Words } from "../../src/words/index.ts";
import * as english from "../helpers/english.ts";
import { englishIn } from "../helpers/every-screen.ts";
import { bundle, interviewsOf } from "../helpers/interviews.ts";
import { onCallScreens } from "../helpers/on-call.ts";
import * as pseudo from "../helpers/pseudo-language.ts";
import { roomScreens } from "../helpers/rooms.ts";

const stateOn = (screen: Screen, words: Words = english.words): State => ({
  ...initialState(words, mapRowsOf(english.lessons), emptySave(), []),
  screen,
});
/** Presses the key of sharing, and says what is drawn and told after it. */
function shared(state: State) {
  const command = commandFor(contextOf(state), { key: "char", char: "s" });
  const after = command ? reduce(state, { type: "command", command, atMs: 0 }) : state;
  const frame = { columns: 80, rows: 24, words: state.words, theme: plainTheme, still: true, unicode: true };
  const { lines } = draw(after, frame);
  return { after, lines: lines.map((line) => line.trim()), told: spokenLines(after) };
}
const offers = (state: State) =>
  offered(state, { unicode: true }).some(({ commands }) => commands.includes("share"));

/** A shift that is over, once picked by its case and once by its seed alone. */
const picked = onCallScreens.at(-1) as ShiftScreen;
const seed = cases.findIndex((_, n) => caseOf(n + 1).id === picked.shift.case) + 1;
const over: ShiftScreen = { ...picked, shift: { ...picked.shift, seed } };
const redTeam = roomScreens.find((screen): screen is RedTeamScreen => screen.kind === "redTeam")!;
const report = interviewsOf({ level: { id: "06-cache" } }, bundle)
  .map(({ screen }) => screen)
  .find(
    (screen): screen is Extract<Screen, { kind: "interview" }> =>
      screen.kind === "interview" && screen.report !== undefined,
  )!;

test.each([
  [
    "a shift",
    over,
    [/on call: /, /^[▁-█]+ [★☆]{3} · cause after \d+ s, [\d,]+ requests lost$/, /^play on-call --seed \d+$/],
  ],
  [
    "a broken design",
    redTeam,
    [/red team: /, /^broken for \$\d+ · [★☆]{3} · 2 faults tried$/, /^play puzzle [\w-]+$/],
  ],
  [
    "an interview",
    report,
    [
      /Interview: /,
      /^Requirements \d .+ · Numbers \d .+ · Design \d/,
      /^play interview \S+ --seed \d+ --bar \w+$/,
    ],
  ],
] as const)(
  "%s has a card of a few lines, that is told without signs and closed by the same key",
  (_, screen, patterns) => {
    const state = stateOn(screen);
    expect(offers(state)).toBe(true);
    const { after, lines, told } = shared(state);
    for (const pattern of patterns)
      expect(
        lines.some((line) => pattern.test(line)),
        `${pattern}\n${lines.join("\n")}`,
      ).toBe(true);
    expect(lines.join("\n")).toContain(english.words.share.cardTitle);
    expect(told.join("\n")).not.toMatch(/[★☆▁-█]/);
    expect(told.join("\n")).toContain("play ");
    expect(shared(after).after.help).toBeUndefined();
  },
);

test("a card gives away neither what broke nor what answers it", () => {
  const lines = [over, picked].flatMap((screen) => shared(stateOn(screen)).lines);
  // The name of a case that was picked is an answer.
  expect(lines.join("\n")).not.toContain(picked.shift.case);
  for (const { name } of Object.values(english.words.onCall.causes))
    expect(lines.join("\n")).not.toContain(name);
});

test("what is not over has no card, and no key for it", () => {
  for (const screen of [...onCallScreens.slice(2, -1), { ...redTeam, tried: {} } as Screen]) {
    const state = stateOn(screen);
    expect(offers(state), JSON.stringify(screen).slice(0, 80)).toBe(false);
    expect(shared(state).after.help).toBeUndefined();
  }
});

test("a card is told in a made-up language, and fits", () => {
  for (const screen of [over, redTeam]) {
    const { lines, told } = shared(stateOn(screen, pseudo.words));
    expect(
      [...lines, ...told]
        // What is typed is nobody's language.
        .filter((line) => !line.startsWith("play "))
        .flatMap(englishIn),
    ).toEqual([]);
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(80);
  }
});
