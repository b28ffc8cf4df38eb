/** An interview at a plain prompt: the machine of the screen, a line typed for each answer. */
import { paragraph } from "../present/cells.ts";
import {
  answerText,
  cellLines,
  estimateText,
  judgedLines,
  promptLines,
  questionText,
  twistLines,
} from "../present/interview.ts";
import { type PosedRung, poseRungs, sampleOf } from "../present/ladders.ts";
import { readLine } from "../present/line.ts";
import { formatDesign, parseDesign } from "../sim/index.ts";
import { letterAt, lettersIn, numberIn } from "../study/drills/answer.ts";
import { isRight } from "../study/figures/index.ts";
import { type InterviewCase, interviewCase } from "../study/interview/cases.ts";
import { deepDiveOf } from "../study/interview/deep-dive.ts";
import type { Judged } from "../study/interview/judge.ts";
import {
  cells,
  type Grade,
  type Interview,
  type InterviewAction,
  interviewed,
  questionsMax,
  summaryWords,
} from "../study/interview/machine.ts";
import { rungNow, stepNow } from "../study/interview/steps.ts";
import { type LadderMark, marks, type RungAnswer } from "../study/ladders.ts";
import type { UsageWords } from "../words/contract/cli.ts";
import type { InterviewTexts } from "../words/contract/interview.ts";
import type { LadderTexts } from "../words/contract/ladders.ts";
import type { Words } from "../words/index.ts";
import { lineCells } from "./io.ts";

/** Who is interviewed, and who keeps what was answered. */
export interface Interviewee {
  readonly words: Words;
  readonly texts: InterviewTexts;
  readonly ladders: LadderTexts;
  readonly usage: UsageWords;
  /** Says something. */
  readonly say: (text: string) => void;
  /** The next line that is typed; undefined when there is none. */
  readonly next: () => Promise<string | undefined>;
  readonly nowMs: () => number;
  /** Keeps how far it has come. */
  readonly keep: (interview: Interview) => void;
  /** Runs a design; undefined when stopped. */
  readonly judge: (about: InterviewCase, line: string, isWhole: boolean) => Promise<Judged | undefined>;
}

/** Goes on with an interview until its report is due; undefined where the answers end before. */
export async function holdInterview(begun: Interview, who: Interviewee): Promise<Interview | undefined> {
  const about = interviewCase(begun.level as InterviewCase["level"], begun.seed, begun.bar);
  const { texts, words, usage, ladders } = who;
  const { screen } = texts;
  let now = begun;
  let told: string | undefined;
  const act = (action: InterviewAction) => {
    now = interviewed(now, { ...action, atMs: who.nowMs() });
    who.keep(now);
  };
  const say = (...lines: readonly string[]) =>
    who.say(`${lines.flatMap((line) => (line === "" ? [""] : paragraph(line, lineCells))).join("\n")}\n`);
  const rungs = () => {
    const ladder = ladders.ladders.find(({ id }) => id === now.ladder);
    return ladder ? poseRungs(ladder, now.seed) : [];
  };
  for (;;) {
    const posed = rungs();
    const step = stepNow(now, (rung) => posed[rung]?.figure !== undefined);
    if (now.phase !== told) {
      say("", `${screen.phases[now.phase]}.`);
      told = now.phase;
    }
    if (step === "report") return now;
    const isOver = !(await doStep(step, posed));
    if (isOver) return undefined;
  }

  /** Does a step; false where the answers end. */
  async function doStep(step: ReturnType<typeof stepNow>, posed: readonly PosedRung[]): Promise<boolean> {
    switch (step) {
      case "prompt":
        say(...promptLines(texts, about));
        act({ type: "goOn" });
        return true;
      case "clarify":
        return clarify();
      case "estimate":
        return estimate();
      case "design":
        say(screen.hints.design, screen.prompt.start(formatDesign(about.playable.start)));
        return send(about.playable, (line) => act({ type: "design", line }));
      case "judging":
      case "rejudging":
        return judge(step === "judging");
      case "verdict":
      case "outcome": {
        const [judged, line] = step === "verdict" ? [now.judged, now.line] : [now.rejudged, now.changedLine];
        say(...(judged ? judgedLines(texts, words, judged, line) : []));
        act({ type: "goOn" });
        return true;
      }
      case "change":
        say(...twistLines(texts, words, about), screen.hints.change, now.line ?? "");
        return send(about.twist.playable, (line) => act({ type: "change", line }), now.line);
      case "explain":
        return ask(screen.hints.explain, (text) => act({ type: "explain", text }));
      case "summary":
        say(...summaryWords.map((word, n) => `  ${n + 1}  ${screen.summaryWords[word]}`));
        return ask(screen.hints.summary, (text) => act({ type: "summary", text }));
      case "cover":
        return choose(screen.prompt.hints.cover, summaryWords.length, (chosen) => {
          for (const at of chosen) act({ type: "cover", word: summaryWords[at]! });
          act({ type: "goOn" });
        });
      case "marks":
        say(...cellLines(texts, cells[now.marks.length]!, now.bar));
        return one(screen.prompt.hints.marks, 4, (grade) => act({ type: "mark", grade: grade as Grade }));
      case "report":
        return true;
      default:
        return climb(step, posed);
    }
  }

  async function clarify(): Promise<boolean> {
    const questions = about.clarifications;
    say(
      ...questions.map((each, n) => `${letterAt(n)}  ${questionText(texts, each)}`),
      screen.prompt.hints.clarify,
    );
    while (now.asked.length < questionsMax) {
      const typed = await who.next();
      if (typed === undefined) return false;
      if (typed.trim() === "") break;
      const chosen = lettersIn(typed).flatMap((letter) => questions[letter.charCodeAt(0) - 97] ?? []);
      if (chosen.length === 0) say(screen.prompt.which);
      for (const each of chosen) {
        if (now.asked.length === questionsMax) break;
        act({ type: "ask", id: each.id });
        say(
          `${questionText(texts, each)} ${answerText(texts, words, each)}`,
          screen.questionsLeft(questionsMax - now.asked.length),
        );
      }
    }
    act({ type: "goOn" });
    return true;
  }

  async function estimate(): Promise<boolean> {
    for (const each of about.estimates) {
      if (now.figures[each.name] !== undefined) continue;
      const { ask, unit } = estimateText(texts, each);
      say(ask, screen.number(unit));
      const text = await number();
      if (text === undefined) return false;
      act({ type: "figure", id: each.name, text });
    }
    act({ type: "goOn" });
    return true;
  }

  /** A line with a number in it, or an empty one; others are asked for again. */
  async function number(): Promise<string | undefined> {
    for (;;) {
      const text = await who.next();
      if (text === undefined || text.trim() === "" || numberIn(text) !== undefined) return text;
      say(words.drills.unread.number);
    }
  }

  async function ask(hint: string, take: (text: string) => void): Promise<boolean> {
    say(hint);
    const text = await who.next();
    if (text !== undefined) take(text);
    return text !== undefined;
  }

  /** A line of notation that the shop can sell; an empty one is `unchanged`, where that may be. */
  async function send(
    playable: InterviewCase["playable"],
    take: (line: string) => void,
    unchanged?: string,
  ): Promise<boolean> {
    for (;;) {
      const text = await who.next();
      if (text === undefined) return false;
      const read = readLine(
        usage,
        playable,
        text.trim() === "" && unchanged !== undefined ? unchanged : text,
      );
      if ("design" in read) {
        take(formatDesign(read.design));
        return true;
      }
      say(read.flaw);
    }
  }

  async function judge(isWhole: boolean): Promise<boolean> {
    const line = (isWhole ? now.line : now.changedLine) ?? "";
    const judged = parseDesign(line).ok ? await who.judge(about, line, isWhole) : undefined;
    if (!judged) return false;
    act(
      isWhole
        ? { type: "judged", line, judged, ladder: deepDiveOf(judged).ladder }
        : { type: "rejudged", line, judged },
    );
    return true;
  }

  async function choose(
    hint: string,
    count: number,
    take: (chosen: readonly number[]) => void,
  ): Promise<boolean> {
    say(hint);
    for (;;) {
      const typed = await who.next();
      if (typed === undefined) return false;
      const chosen = (typed.match(/\d+/g) ?? []).map((digits) => Number(digits) - 1);
      if (chosen.every((at) => at >= 0 && at < count)) {
        take([...new Set(chosen)]);
        return true;
      }
      say(screen.prompt.which);
    }
  }

  function one(hint: string, most: number, take: (chosen: number) => void): Promise<boolean> {
    say(hint);
    return (async () => {
      for (;;) {
        const typed = (await who.next())?.trim();
        if (typed === undefined) return false;
        if (/^\d$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most) {
          take(Number(typed));
          return true;
        }
        say(screen.prompt.which);
      }
    })();
  }

  async function climb(step: ReturnType<typeof stepNow>, posed: readonly PosedRung[]): Promise<boolean> {
    const answer = rungNow(now);
    const rung = posed[answer.rung];
    if (!rung) return false;
    const keep = (more: Partial<RungAnswer>) => act({ type: "rung", answer: { ...answer, ...more } });
    const { prose, figure } = rung;
    switch (step) {
      case "figure": {
        say(rung.ask, figure ? screen.number(ladders.units[figure.unit]) : "");
        const text = await number();
        if (text === undefined) return false;
        const typed = numberIn(text);
        keep({ figureRight: isRight(figure, typed) });
        return true;
      }
      case "answer":
        if (!figure) say(rung.ask);
        return ask(screen.hints.answer, (said) => keep({ said }));
      case "guess":
        return one(screen.prompt.hints.guess, 3, (guess) => keep({ guess: guess as LadderMark }));
      default: {
        // Who was interrupted between the points and the samples has ticked them already.
        let { ticks } = answer;
        if (ticks.length === 0) {
          say(...prose.points.map((point, n) => `  ${n + 1}  ${point}`));
          const isTicked = await choose(screen.prompt.hints.points, prose.points.length, (chosen) => {
            ticks = [...chosen].sort((a, b) => a - b);
            keep({ ticks });
          });
          if (!isTicked) return false;
        }
        say(
          ...marks.map((mark) => {
            const { name, text } = sampleOf(ladders, rung, mark);
            return `  ${mark}  ${name}: ${text}`;
          }),
        );
        return one(screen.prompt.hints.samples, 3, (mark) => keep({ ticks, mark: mark as LadderMark }));
      }
    }
  }
}
