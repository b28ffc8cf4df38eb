/** The English of the levels, the glossary and the shop, as far as a program can hold it. Offenders are printed with their place. */
import { expect, test } from "vitest";
import { chapterOf } from "../../src/levels/index.ts";
import { needsOf } from "../../src/study/interview/grades.ts";
import { loadInterviews, loadLadders } from "../../src/words/index.ts";
import { glossary, lessons, words } from "../helpers/english.ts";

interface Text {
  readonly where: string;
  readonly text: string;
}

const levelTexts: readonly Text[] = lessons.flatMap(({ level, prose }) =>
  [
    prose.title,
    prose.promise,
    prose.story,
    ...chapterOf(prose).flatMap(({ title, text }) => [title, text]),
    ...prose.figures.flatMap(({ title, lines }) => [title, ...lines]),
    prose.prediction.question,
    ...Object.values(prose.prediction.options),
    prose.prediction.explanation,
    ...prose.hints,
    ...Object.values(prose.events),
    ...Object.values(prose.wrongAnswers).flatMap(({ title, why }) => [title, why]),
    ...Object.values(prose.stars),
    ...(prose.task ? [prose.task.question, ...Object.values(prose.task.options)] : []),
    prose.debrief,
    ...[...prose.questions, ...prose.cards].flatMap(({ question, answer }) => [question, answer]),
    ...prose.factCards.map(({ text }) => text),
  ].map((text) => ({ where: `level ${level.number}`, text })),
);
const glossaryTexts = glossary.map(({ term, definition }) => ({
  where: "glossary",
  text: `${term}: ${definition}`,
}));
const shopTexts = Object.entries(words.shop.offers).map(([id, { name, line }]) => ({
  where: `offer ${id}`,
  text: `${name}: ${line}`,
}));
const lampTexts = Object.values(words.lamps).flatMap((lamp) =>
  Object.values(lamp).map((text) => ({ where: `lamp ${lamp.title}`, text })),
);
const ladderTexts = (await loadLadders("en")).ladders.flatMap(({ id, topic, rungs }) =>
  [
    topic,
    ...rungs.flatMap(({ ask, points, redFlags, samples }) => [
      ask,
      ...points,
      ...redFlags,
      ...Object.values(samples),
    ]),
  ].map((text) => ({ where: `ladder ${id}`, text })),
);
const interviews = await loadInterviews("en");
const interviewTexts = [
  ...Object.values(interviews.prompts).flatMap((prompt) => prompt({ users: "12 million" })),
  ...Object.values(interviews.questions).map(({ ask }) => ask),
  ...Object.values(interviews.twists),
  ...Object.values(interviews.cells).flatMap(({ anchors }) => anchors(needsOf.senior)),
].map((text) => ({ where: "interview", text }));
const all = [...levelTexts, ...glossaryTexts, ...shopTexts, ...lampTexts, ...ladderTexts, ...interviewTexts];

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])["')]?\s+/);
}

function offenders(texts: readonly Text[], wrong: (sentence: string) => string | undefined): string[] {
  return texts.flatMap(({ where, text }) =>
    sentencesOf(text).flatMap((sentence) => {
      const what = wrong(sentence);
      return what === undefined ? [] : [`${where}: ${what} in "${sentence}"`];
    }),
  );
}

/** Words on -ise that are American too. */
const alsoAmerican =
  /^(?:otherwise|likewise|(?:un)?wise|a?rise|(?:p)?raise|promise|compromise|premise|precise|concise|exercise|noise|poise|advise|revise|supervise|surprise|enterprise|disguise|expertise)/i;
const british = [
  /\b\w+is(?:e[sd]?|ing|ations?)\b/gi,
  /\b\w*(?:behavi|col|fav|harb|hon|lab|neighb|rum)our\w*/gi,
  /\b(?:centre|metre|grey|licence|defence|catalogue|programme|fulfil|practise|whilst|learnt)[sd]?\b/gi,
  /\b\w+(?:cell|bell|vell)(?:ed|ing)\b/gi,
  /\bper cent\b/gi,
];

test("one spelling, the American", () => {
  const found = offenders(all, (sentence) =>
    british
      .flatMap((pattern) => sentence.match(pattern) ?? [])
      .find((word) => !alsoAmerican.test(word) && !/^excell/i.test(word)),
  );
  expect(found).toEqual([]);
});

/** Words that hid a term of the field or the mechanism, and what is said instead. */
const banned: readonly (readonly [RegExp, string])[] = [
  [/\bdear(?:er|est)?\b/i, "expensive"],
  [/\bset-ups?\b/i, "setup"],
  [/\bfor ever\b/i, "forever"],
  [/\bidols?\b/i, "celebrity"],
  [/\b(?:illness|cure)(?:e?s|d)?\b/i, "problem, remedy"],
  [/\bgo(?:es|ne|ing)? dark\b/i, "fail"],
  [/\bnewcomers?\b/i, "new box, new shard"],
  [/\bhow many percent\b/i, "what percentage"],
  [/\bde-normali/i, "denormalize"],
  [/\butilisation/i, "utilization"],
];

test("no word stands where the field has a term", () => {
  expect(
    offenders(all, (sentence) => {
      const [pattern, instead] = banned.find(([word]) => word.test(sentence)) ?? [];
      return pattern && `"${pattern.exec(sentence)?.[0]}" (say: ${instead})`;
    }),
  ).toEqual([]);
});

test("no sentence has more than 35 words, and none of a hint more than 30", () => {
  const longerThan = (words: number) => (sentence: string) => {
    const count = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    return count > words ? `${count} words` : undefined;
  };
  const hints = lessons.flatMap(({ level, prose }) =>
    prose.hints.map((text) => ({ where: `hint of level ${level.number}`, text })),
  );
  expect([...offenders(all, longerThan(35)), ...offenders(hints, longerThan(30))]).toEqual([]);
});

test("an event is one sentence that states what happens: a capital, a full stop, no question", () => {
  const events = lessons.flatMap(({ level, prose }) =>
    Object.entries(prose.events).map(([label, text]) => ({
      where: `level ${level.number}, ${label}`,
      text,
    })),
  );
  const bad = events.filter(({ text }) => !/^[A-Z][^.?!]*\.$/.test(text.replaceAll(/\d\.\d/g, "0")));
  expect(bad.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
});

test("each alternative in a wrong answer's title is a design that is proved to fail", () => {
  const unproved = lessons.flatMap(({ level, prose }) =>
    Object.entries(prose.wrongAnswers)
      .filter(([letter, { title }]) => {
        const proved = level.wrongAnswers.filter((wrong) => wrong.letter === letter).length;
        return (title.match(/\bor\b/g) ?? []).length >= proved;
      })
      .map(([letter, { title }]) => `level ${level.number}, ${letter}: ${title}`),
  );
  expect(unproved).toEqual([]);
});

test("a card does not repeat the heading that stands over it", () => {
  const repeated = lessons.flatMap(({ prose }) =>
    prose.factCards.filter(({ text, kind }) =>
      kind === "honesty" ? /^Honest limits/i.test(text) : kind === "gloss" && /^Korean notes/i.test(text),
    ),
  );
  expect(repeated.map(({ id }) => id)).toEqual([]);
});

/** What interviews ask for and the chapter does not say. */
const vocabulary: readonly (readonly [term: string, inTexts: RegExp])[] = [
  ["ACID", /\bACID\b/],
  ["Anycast", /\banycast\b/i],
  ["Backpressure", /\bbackpressure\b/i],
  ["CAP theorem", /\bCAP theorem\b/],
  ["Circuit breaker", /\bcircuit breaker\b/i],
  ["Connection pool", /\bconnection pool\b/i],
  ["Error budget", /\berror budget\b/i],
  ["Eventual consistency", /\beventually consistent\b/i],
  ["Idempotent", /\bidempotency key\b/i],
  ["L4 and L7", /\bL4\b.*\bL7\b/],
  ["Lease", /\blease\b/i],
  ["Object storage", /\bobject storage\b/i],
  ["Quorum", /\bquorum\b/i],
  ["RPO and RTO", /\bRPO\b.*\bRTO\b/],
  ["Split brain", /\bsplit brain\b/i],
  ["Tracing", /\btracing\b/i],
];

test.each(vocabulary)(
  "%s is in the glossary and on a card, marked as not in the chapter",
  (term, inTexts) => {
    expect(glossary.find((entry) => entry.term === term)?.definition).toMatch(/\(Not in the chapter\.\)$/);
    const cards = lessons.flatMap(({ prose }) => prose.factCards).filter(({ text }) => inTexts.test(text));
    expect(cards.map(({ kind }) => kind)).toContain("supplement");
  },
);

test("the glossary is in alphabetical order, each term once", () => {
  const terms = glossary.map(({ term }) => term.toLowerCase().replaceAll(/[^a-z0-9 ]/g, ""));
  expect(terms).toEqual([...new Set(terms)].sort());
});
