/** The screens in English. A key stands between backticks. */
import type { DebriefWords, PassWords, QuestionWords, TaskWords, TrapWords } from "../contract/after-run.ts";
import type { GlossaryWords } from "../contract/content.ts";
import type {
  BoardWords,
  EstimateWords,
  GoalFigures,
  HeaderWords,
  HelpWords,
  MapWords,
  PredictionWords,
  ReadingWords,
  RunWords,
} from "../contract/screens.ts";
import { grouped, money } from "../figures.ts";
import { counted } from "./counts.ts";
import { fateWord, partName, reasonClause } from "./places.ts";

export const header: HeaderWords = {
  practice: "practice",
  cut: "`v` in full",
  tooSmall: (needed, found) =>
    `This game needs ${needed.columns}×${needed.rows}; your terminal is ${found.columns}×${found.rows}. ` +
    "Make it larger, or press q to quit.",
};

export const map: MapWords = {
  name: "ZERO TO MILLIONS",
  tally: ({ passed, levels }) => `${passed} of ${levels} levels`,
  about: "Chapter 1 of System Design Interview, one level a section",
  doors: {
    study: {
      name: "Study",
      about:
        "What you have learned, asked again when you are about to forget it: questions, sums whose numbers change, and what your own runs have shown to be wrong.",
    },
    labs: {
      name: "Labs",
      about:
        "One knob, one curve, next to the theory: queues, load tests, balancers, caches, retries, lag, shards. Say what will happen, then look.",
    },
    puzzles: {
      name: "Puzzles",
      about:
        "Systems that cost twice what they must, and systems that pass and can be broken: cut the waste, or find the one fault that is too much.",
    },
    day: {
      name: "Today",
      about:
        "A level with another day, or waste to cut: the same for everybody on this day (UTC). Your first run counts, and any number may follow.",
    },
    endless: {
      name: "Endless",
      about:
        "The last day with a quarter more traffic each time. Name what gives way first, then see how far your system goes.",
    },
    onCall: {
      name: "On call",
      about:
        "A system that worked breaks, and nobody says why. Gauges cost time; name the cause, change one thing while it runs, write it down.",
    },
    sandbox: {
      name: "Sandbox",
      about:
        "All parts, your own traffic and your own disasters: build a system, save it, share it, check it beside your code.",
    },
  },
  locked: "locked",
  lockedBy: (level) => `Locked: pass "${level}" first, or look up its answer: a, after a run of it.`,
  practice: "practice",
  goals: "GOALS",
  runs: (count) => (count === 1 ? "1 run" : `${count} runs`),
  first: "Begin here: press Enter",
  enter: "Enter to play",
  passed: "passed",
  passedFor: (dollars) => `for ${money(dollars)} a month`,
  allPassed: "Every level that is open is passed.",
  nextIsThis: "This is the next level that is not passed.",
  startOver: "Start over? All progress is put aside in a file of its own. Enter: yes, Esc: no.",
};

export const reading: ReadingWords = {
  cards: {
    fun: "By the way",
    correction: "A correction",
    supplement: "For the interview",
    honesty: "What the game leaves out",
    gloss: "From the Korean notes",
  },
  traffic: "TRAFFIC",
  overMinutes: (minutes) => `requests a second, over ${minutes} minutes`,
  overHours: (hours) => `requests a second, over ${hours} hours`,
  goals: "GOALS",
  allOfThem: "all of them",
  stars: "STARS",
  budget: (dollars) => `budget ${money(dollars)} a month`,
  page: ({ page, pages, about }) => `page ${page} of ${pages}  ·  ${about}`,
  readsOn: "`→` reads on",
  firstPage: "This is where it begins.",
  lastPage: "This is where it ends.",
  challenge: "the challenge",
  newInShop: "NEW IN THE SHOP",
  whatIsNew: "what is new",
  chapter: "what the chapter says",
  numbers: "NUMBERS TO SAY ALOUD",
  onNumbers: "numbers to say aloud",
  number: ({ here, usual, moves, source }) =>
    `Here: ${here}. Usually: ${usual}. What moves it: ${moves}. Source: ${source}.`,
  passed: "✓ passed",
  best: (dollars) => `your best ${money(dollars)} a month`,
  yourDesign: "your design",
  chapterAndCards: "the chapter and its cards",
  takeHome: "TO TAKE HOME",
  cheapest: "YOUR CHEAPEST DESIGN THAT PASSED",
  quote: (sentence) => `"${sentence}"`,
};

export const estimate: EstimateWords = {
  title: "ESTIMATE",
  beside: "type numbers; the pad multiplies",
  fields: {
    users: "daily users",
    requests: "requests a user a day",
    peak: "peak, × the mean",
    workMs: "work of a request",
    objects: "objects to keep",
    objectKb: "size of one",
  },
  meanPerSec: "requests a second",
  peakPerSec: "at the peak",
  cores: "cores busy then",
  memory: "memory, GB",
  against: { close: "✓ as here", low: "too low", high: "too high" },
  about: {
    users: "People who come on a day.",
    requests: "How often one of them asks for something on a day: 20 is a glance, 200 a long evening.",
    peak: "The busiest time, as a multiple of the mean: 2 to 6 is common.",
    workMs: "Processor time of one request: the shop and the briefing say how much.",
    objects: "Things to keep in memory: photos, feeds, sessions.",
    objectKb: "How large one of them is. A million objects of 1 KB are 1 GB.",
  },
  ownCores: (vcpu) => `of ${grouped(vcpu)} vCPU`,
  ownMemory: (gb) => `of ${grouped(gb)} GB`,
  truth: ({ usualPerSec, peakPerSec }) =>
    grouped(usualPerSec) === grouped(peakPerSec)
      ? `Somebody waits for ${grouped(peakPerSec)} requests/s, half of the time and at the peak alike.`
      : `Somebody waits for ${grouped(usualPerSec)} requests/s half of the time or more, ${grouped(peakPerSec)}/s at the peak.`,
};

/** "p95 145 ms, goal ≤ 250 ms". */
function goalFigures({ name, value, bound, target }: GoalFigures): string {
  return `${name} ${value}, goal ${bound === "atMost" ? "≤" : "≥"} ${target}`;
}

export const board: BoardWords = {
  lamps: "lamps",
  darkLamps: (names) => `dark: ${names.join(", ")}`,
  hints: "HINTS",
  hintsOf: ({ shown, of }) => `${shown} of ${of}`,
  closeHints: "esc closes them",
  hintsClosed: "The hints are closed; h shows them again.",
  hint: {
    runFirst:
      "Run it once, whatever comes of it: then this hint names what gives way first in your own design, with its figures.",
    gaveWay: ({ time, sentence }) => `Your last run gives way first at ${time}: ${sentence}.`,
    missed: (sentence) => `Of your last run: ${sentence}`,
    far: (goal) => `Nothing gives way in your last run${goal ? `, and yet: ${goalFigures(goal)}` : ""}.`,
    kept: (nearest) =>
      `Your last run keeps every promise${nearest ? `; nearest to its limit: ${goalFigures(nearest)}` : ""}.`,
  },
  lastRun: "LAST RUN",
  lastRunShort: "last run",
  passed: "passed",
  notYet: "not yet",
  traffic: "TRAFFIC",
  requestsPerSec: "requests a second",
  keepTitle: "KEEP THIS DESIGN",
  name: "name",
  designs: "DESIGNS",
  designsBeside: "kept for this level",
  entries: {
    best: "your cheapest that passed",
    last: "your last on this board",
    before: "your own, from the levels before",
    start: "the start of this level",
  },
  hasBeenRun: "This design has been run. Change something, or Enter to watch it again.",
  atStart: "Choose an offer with ↑↓, change it with ←→. Then Enter shows whether it holds.",
  ready: "`Enter` shows whether it holds. Nothing is lost by trying.",
  changed: (delta) => [
    `changed since the last run: ${delta}   \`Enter\` runs it`,
    `changed since the last run: ${delta}`,
    `changed: ${delta}`,
  ],
  nothingToUndo: "Nothing to undo.",
  nothingToRedo: "Nothing to redo.",
  undone: (changes) => `Taken back: now ${changes}.`,
  redone: (changes) => `Made again: ${changes}.`,
  carry: {
    whole: "Your own last design. Enter runs it; r brings the level's own start.",
    changed: ({ changes, more }) =>
      changes.length === 0
        ? `Your own last design, but for ${counted(more, "setting", "settings")}: \`v\` tells which.`
        : `Your own last design, but for ${changes.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`,
    otherValues: ({ name, own, sold, isMore }) =>
      `${name} ${own} (sold here: ${isMore ? `at most ${sold.at(-1)}` : sold.join(", ")})`,
    notSold: ({ name, own, here }) => `${name} ${own} (not sold here: ${here})`,
    lesson: ({ name, own }) => `${name} ${own} (this level's lesson)`,
    passes: "The level's own start: your last design would pass at once, and teach you nothing.",
    overBudget: "The level's own start: your last design costs more than this level's budget.",
  },
  isStart: "This is how the level starts.",
  backAtStart: "Back at the start. u undoes it.",
  notPossible: (needs) => `Not possible now. ${needs}`,
  noMore: "There is no more of it.",
  noLess: "There is no less of it.",
  cannotRun: (problem) => `It cannot be run: ${problem}.`,
  typeName: "Type a name first.",
  kept: (name) => `Kept as "${name}".`,
  keptInstead: (name) => `Kept as "${name}", in place of the one before.`,
  isKept: (name) => `"${name}" is kept already. Enter once more puts this one in its place.`,
  full: (designs) => `${designs} designs are kept here, and that is all: x removes the one in focus.`,
  notSold: "This level cannot sell it: it was kept by another version, or by hand.",
  notSoldHere: "not sold here",
  removeIt: "This level cannot sell it. x removes it.",
  onlyNamed: "Only designs that you named can be removed.",
  onBoard: (name) => `On the board: ${name}.`,
  digitsOnly: "Digits only.",
  twoRuns: "YOUR LAST TWO RUNS",
  twoRunsBeside: "what was changed, and what became of it",
  keptRuns: "YOUR EXPERIMENTS",
  keptRunsBeside: "what was bought for each, and what became of it",
  runBefore: "before",
  runLast: "last",
  twoRunsNeeded: "Two runs can be compared once there are two.",
  shop: "SHOP",
  perMonth: "$ a month",
  position: ({ at, of }) => `${at} of ${of}`,
  each: (price) => `${price} ea`,
  now: (setting) => `now ${setting}`,
};

export const prediction: PredictionWords = {
  title: "BEFORE YOU RUN",
  beside: "right or wrong costs nothing; guessing first makes it stick",
  typeNumber: "Type a number, then Enter. Tab runs without an answer.",
  choose: "Choose with ↑↓ or a digit, then Enter. Tab runs without an answer.",
  guess: "Type a number: your best guess will do. Tab runs without one.",
  goals: {
    question: "Will this design meet every goal?",
    yes: "Yes, all of them",
    no: "No, at least one will be missed",
  },
  trend: ({ name, trend }) => (trend === "same" ? `${name} stays the same` : `${name} goes ${trend}`),
  trendKeys: (name) => `${name}: \`1\` up \`2\` down \`3\` same?`,
  expecting: (trend) => `You expect: ${trend}. Enter runs it.`,
  runFirst: "First a run, then a change: then you can say where it goes.",
  calibration: ({ right, of }) => `predictions: ${right} of ${of} right`,
  stated: "This is computed for the system in the question, not for your design.",
};

export const run: RunWords = {
  running: "Running your design",
  rest: "The rest of the run",
  fog: "No log, no tier metrics: how the goals stand is in the fog.",
  end: "■ end",
  paused: "paused",
  clock: ({ now, whole }) => `${now} of ${whole}`,
  met: (goals) => `${goals} met`,
  firstArrive: "the first requests arrive",
  over: "`Enter` leads to the debrief: what held, what did not, and why",
  fogQuiet: "Nothing is seen to fail. In the fog nothing ever is.",
  quiet: "All that arrives is answered.",
  losing: ({ perSec, ofPerSec, fate, place, reason }) =>
    `${ofPerSec === undefined ? `${perSec}/s ${fateWord(fate, "short")}` : `${ofPerSec}/s fail, ${perSec} of them`}: the ${partName(place)} ${reasonClause(reason)}`,
  losingShort: ({ perSec, ofPerSec, fate, place }) =>
    ofPerSec === undefined
      ? `${perSec}/s ${fateWord(fate, "short")} at the ${partName(place)}`
      : `${ofPerSec}/s fail at the ${partName(place)}`,
  goal: ({ bound, value }) => `goal ${bound === "atMost" ? "≤" : "≥"} ${value}`,
  now: ({ name, value }) => `${name} now ${value}`,
  noMetrics: ["p95 ?", "no tier", "metrics"],
  computing: "One moment: the run is being computed.",
  noTrace: "No log, no tier metrics: in the fog no request can be followed.",
  atEnd: "This is the end of the run: 0 goes back to its start, Enter to the debrief.",
  noNext: "Nothing more happens after this.",
  noNextYet: "Nothing more so far: the rest is still being computed.",
  noBefore: "Nothing happened before this.",
  leftUndecided: "You left before it was decided: this run does not count.",
  leftPassed: (stars) => `It was decided when you left: passed, ${stars} of 3 stars.`,
  leftNotYet: "It was decided when you left: not yet.",
  pausedTooSmall: "Paused while the window was too small. Space goes on.",
};

export const pass: PassWords = {
  holds: ({ stars, perMonth }) =>
    `It holds: every promise kept, for ${money(perMonth)} a month, ${stars} of 3 stars.`,
  opens: (title) => `Next: ${title}.`,
  last: "That was the last one: you have scaled from zero to millions.",
  moreStars: "More stars than ever before.",
  cheapest: "Cheaper than ever before.",
  anyKey: "Any key leads to the debrief.",
};

export const debrief: DebriefWords = {
  titles: {
    goals: "GOALS",
    lamps: "THE EIGHT LAMPS",
    why: "WHY",
    hurt: "WHAT STILL HURT",
    idea: "THE IDEA BEHIND IT",
    whatIf: "WHAT ONE CHANGE WOULD HAVE DONE",
    expected: "YOU EXPECTED",
    chapter: "THE CHAPTER",
  },
  passing: (count) => `ALL ${grouped(count)} DESIGNS THAT PASS`,
  next: (heading) => heading.toLowerCase(),
  rest: "the rest",
  perMonth: (dollars) => `${money(dollars)} a month`,
  deciding: "deciding on four more tries …",
  notYet: "✗ NOT YET",
  passed: "✓ PASSED",
  practice: "practice",
  allStars: "all three stars",
  taskWaits: "t  one small task for the third star",
  backToBoard: "`Enter` goes back to the board",
  thirdStar: "`t` third star",
  nextLevel: "`n` next level",
  lastPage: "`n` the last page, and endless growth",
  bill: "bill",
  goal: (target) => `goal ${target}`,
  apart: "in a run of its own",
  over: (dollars) => `${money(dollars)} over`,
  readWhy: (title) => `\`y\` why: ${title}`,
  readLesson: "`y` the lesson in full",
  nothingWrong: "Nothing saturated, nothing fell, nothing failed.",
  hurtBeside: "within what the goals allow",
  whatIfBeside: "each really run, on the same traffic",
  trying: "trying every change that the budget allows",
  noChange: "No single change within the budget does better.",
  notEnough: "not enough",
  auditHolds: "the audit holds",
  changesNothing: "changes no goal",
  amongThem: "and yours among them",
  whereYours: "and where yours is",
  you: "you",
  lampsLit: ({ lit, of }) => `${lit} of ${of} are green`,
  itIs: (fact) => `it is: ${fact}`,
  rightlySo: (fact) => `(it is: ${fact})`,
  solution: "THE SOLUTION",
  solutionAbout:
    "It will be put on the board. Until you leave the game, runs of this level then count as practice: they open the next level, without stars. Build it from memory another day for those. Your own design stays saved.",
  solutionAsk: "Looking is free of charge. Show it?",
  noSuchChange: "There is no such change.",
  stillTrying: "Still trying the changes …",
  changed: "The change is on the board. Enter runs it, u undoes it.",
  noCode: "This design is not one of the shop's: it has no code.",
  revealed: (monthly) =>
    `The solution, ${monthly} a month. Until you leave the game this level is practice, without stars.`,
  right: "Right. The third star is yours.",
  nextLocked: "The next level opens when this one is passed.",
};

export const traps: TrapWords = {
  title: "TRY THIS: IT FAILS. WHY?",
  beside: "your own design is kept",
  ask: "`Enter` puts it on the board to be run   `a` says why it fails",
  askUnsold: "This shop does not sell it.   `a` says why it fails",
  notSold: "This shop does not sell it: the idea is not possible yet.",
  onBoard: (title) => `On the board: ${title}. Run it; u brings your own design back.`,
  early: "The traps open when the level is passed.",
  none: "This level has no traps: its day is trap enough.",
};

export const task: TaskWords = {
  title: "THE THIRD STAR",
  which: (number) => `Which one is number ${number}?`,
  wrong: (number) =>
    `Not so${number === undefined ? "" : `: number ${number} comes elsewhere`}. Another run gives another try.`,
  tried: "One try a run: run it again for another.",
  none: "The third star of this level has no task: its goals decide.",
  done: "The task is done.",
  practice: "With the solution revealed there are no stars.",
  early: "First meet the goals of the third star.",
};

export const questions: QuestionWords = {
  title: ({ at, of }) => `QUESTION ${at} OF ${of}`,
  about: "As an interviewer would ask",
  good: (words) => `A good answer, in ${words} words:`,
  grade: "`1` ask me again   `2` I knew it",
  think: "Say your answer aloud, or write it down. Then",
  show: "`Enter` shows a good one",
  first: "Think first, then show the answer.",
  done: "That was the last of the three. Ladders go deeper: l at a question, or Study.",
};

export const glossaryWords: GlossaryWords = {
  title: "GLOSSARY",
  count: ({ found, of }) => (found === of ? `${of} words` : `${found} of ${of} words`),
  search: "search",
  about: "Type to search, ↑↓ to choose. Each word tells where in the game it is met.",
  none: (typed) => `No word and no explanation has "${typed}" in it. Backspace takes the last letter back.`,
  metIn: ({ levels, more }) =>
    `Met in: ${levels.map(({ title }) => title).join(", ")}${more > 0 ? `, and ${more} more` : ""}.`,
  related: (terms) => `See also: ${terms.join(", ")}.`,
  korean: (term) => `In Korean: ${term}.`,
  // Its plural too; an abbreviation only as it is written.
  finds(name) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[- ]/g, "[- ]");
    return new RegExp(
      `(?<![\\p{L}\\p{N}])${escaped}(?:e?s)?(?![\\p{L}\\p{N}])`,
      /\p{Ll}/u.test(name) ? "iu" : "u",
    );
  },
};

export const help: HelpWords = {
  title: "KEYS",
  beside: "of the screen underneath",
  about: ({ isSaved }) =>
    `hjkl move like the arrows where they are free.${isSaved ? " All is saved at every step." : ""}`,
  more: (count) => `${count} more`,
  inFull: "IN FULL",
  inFullBeside: "the screen underneath as text",
  signs: {
    single: "Single: nothing takes over if this part fails.",
    fresh: "Bought since the level's start, or since your last run.",
    busy: "How busy the part is. From 70 % on, queues grow fast.",
    hot: "One by one: the busiest is asked for 5.3 times what it can do.",
    inVain: "Work for clients that have gone: their patience ended before it was done.",
    lost: "Requests that fail here in a second, and why.",
    unseen: "Not seen: nothing was bought that would show it.",
  },
};
