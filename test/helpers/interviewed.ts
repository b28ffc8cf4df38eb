/** An interview held without a screen: whoever answers reads what was said last, as a person would. */
import { runCommand } from "../../src/cli/index.ts";
import { formatDesign } from "../../src/sim/index.ts";
import { type InterviewCase, interviewCase } from "../../src/study/interview/cases.ts";
import type { Bar } from "../../src/study/interview/machine.ts";
import { loadInterviews } from "../../src/words/index.ts";

const { screen: english } = await loadInterviews("en");
type Screen = typeof english;

export interface Held {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was typed, line by line. */
  readonly typed: readonly string[];
}

/** What a candidate types who knows the model answers, when this was said last. */
function answerTo(said: string, { model, twist }: InterviewCase, { hints, prompt }: Screen): string {
  const isAsked = (hint: string) => said.replace(/\s+/g, " ").includes(hint);
  const answers: readonly (readonly [hint: string, answer: string])[] = [
    [prompt.hints.clarify, "abcdef"],
    [hints.design, formatDesign(model)],
    [hints.change, formatDesign(twist.model)],
    [hints.explain, "It carries the writes, but it costs more."],
    [hints.answer, "It depends, but I would measure first."],
    [hints.summary, "Whom it serves, what it is, and what I gave up."],
    [prompt.hints.guess, "2"],
    [prompt.hints.points, "1 2"],
    [prompt.hints.samples, "2"],
    [prompt.hints.cover, "1 2 4"],
    [prompt.hints.marks, "3"],
  ];
  return answers.find(([hint]) => isAsked(hint))?.[1] ?? "1,000";
}

/** Holds an interview of a level, in the language of a screen; `stopAfter`: so many lines are typed, then Ctrl-C. */
export async function holdInterview(
  words: readonly string[],
  about: { readonly level: string; readonly seed: number; readonly bar?: Bar },
  { stopAfter = Infinity, nowMs = Date.UTC(2026, 10, 26, 9), screen = english } = {},
): Promise<Held> {
  const its = interviewCase(
    about.level as Parameters<typeof interviewCase>[0],
    about.seed,
    about.bar ?? "senior",
  );
  const said = { out: "", err: "" };
  const typed: string[] = [];
  const stop = new AbortController();
  let read = 0;
  async function* lines() {
    while (typed.length < stopAfter) {
      const line = answerTo(said.out.slice(read), its, screen);
      read = said.out.length;
      typed.push(line);
      yield line;
    }
    stop.abort();
  }
  const code = await runCommand(["interview", ...words], {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    env: {},
    signal: stop.signal,
    lines,
    now: () => nowMs + 30_000 * typed.length,
  });
  return { code, ...said, typed };
}
