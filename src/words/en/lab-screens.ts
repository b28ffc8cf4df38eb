import type { TurnValue, TurnWord } from "../../labs/index.ts";
import type { LabScreenWords } from "../contract/lab-screens.ts";
import { exact, grouped, milliseconds, percent } from "../figures.ts";
import { counted } from "./counts.ts";

/** Names of values that are words in the notation of the labs. */
const named: LabScreenWords["named"] = {
  poisson: "as in life",
  even: "even",
  closed: "virtual users",
  "round-robin": "round robin",
  random: "random",
  two: "two choices",
  least: "least connections",
  lru: "LRU",
  fifo: "FIFO",
  lfu: "LFU",
  "sampled-lru": "sampled LRU",
  "sampled-lfu": "sampled LFU",
  none: "none",
  full: "until full",
  lease: "lease",
  version: "version",
  secondDelete: "second delete",
  ring: "ring",
  modulo: "remainder",
};
const isWord = (value: TurnValue): value is TurnWord => Object.hasOwn(named, value);
const variabilities: Readonly<Partial<Record<TurnValue, string>>> = { 0: "constant", 1: "exponential" };

const more = (trials: number) => (trials === 1 ? "one more trial" : `${trials} more trials`);

export const labScreens: LabScreenWords = {
  title: "Labs",
  about: "Turn one knob, say what will happen, and look.",
  benches: {
    queue: {
      title: "One queue",
      question: "How long does a request take as the servers get busier?",
      figure: "mean time of a request",
      lesson:
        "Time rises slowly up to about 70 % and steeply beyond: one server at a load ρ takes 1/(1 − ρ) times its work. More servers behind one queue move the knee to the right; work that varies moves it to the left.",
    },
    "load-test": {
      title: "The load test lied",
      question: "What does a load test see, and what do your users see?",
      figure: "p95 of the answers",
      lesson:
        "People come in bunches. A test that asks at an even pace meets no bunches, and virtual users who wait for their answer ask less just when the server is slow: both hide the knee. Test with random arrivals that do not wait.",
    },
    measuring: {
      title: "How long must I measure?",
      question: "A second look gives another figure. How far apart do measurements lie?",
      figure: "± of a measured mean",
      lesson:
        "A busy queue remembers its past for 1/(μ(1 − √ρ)²): seconds at 50 %, minutes at 95 %. Measure many times as long, or compare nothing. Four times the time halves the error.",
    },
    balancing: {
      title: "Sharing among boxes",
      question: "Eight boxes behind a balancer. What does its policy do to the tail?",
      figure: "p95 of the answers",
      lesson:
        "Two random choices do nearly all that looking at every box does. With one slow box, round robin sends it as much as the others and it sets the tail; a balancer that looks sends it less.",
    },
    lag: {
      title: "A copy that lags",
      question: "You write and read at once from a copy. How often is your own write not there?",
      figure: "reads without their own write",
      lesson:
        "The lag is a queue too: the closer the writes come to what the copy can apply, the longer it grows. Parallel apply or fewer writes help; waiting half a second before the read only helps while the queue is short.",
    },
    cache: {
      title: "How large a cache",
      question: "What share of the reads does a cache answer, by its size?",
      figure: "hit ratio",
      lesson:
        "A small part of the keys gets most of the reads, so the first tenth of the memory gives the most and each further tenth less. Keeping what is asked often (LFU) beats keeping what was asked last. Redis samples: its LRU comes close to the exact one, but its LFU keeps only about half of that advantage.",
    },
    restart: {
      title: "A cold cache",
      question: "The cache has just come back empty. How soon does it answer again?",
      figure: "hit ratio",
      lesson:
        "The popular keys are back within moments, the many rare ones take minutes, and until then the store gets the misses: size it, or let the traffic in by and by.",
    },
    "hot-key": {
      title: "A stampede",
      question: "One hot key changes twice a second. How often do its readers ask the store?",
      figure: "reads of the store a second",
      lesson:
        "Without a guard everybody who misses asks, for as long as one answer takes: the slower the answer, the larger the herd. With a lease one asks and the others wait or take the old value.",
    },
    retries: {
      title: "A retry storm",
      question: "Thirty seconds of triple load, then it is over. Are requests answered again?",
      figure: "answered long after",
      lesson:
        "When load times attempts is more than all servers can do, the overload can keep itself alive after its cause has gone. A budget for retries, or fewer of them, lets the system come back.",
    },
    batching: {
      title: "How large a batch",
      question: "A batch costs 40 ms, each job in it 10 ms more. How many at once?",
      figure: "mean time of a job",
      lesson:
        "A batch of b gets b/(40 ms + b × 10 ms) done: 20 a second one by one, 67 by eights, never more than 100. Where jobs come fast a larger batch shortens the line; where they come slowly, waiting until it is full costs (b − 1)/(2λ). A worker who takes what is there has both: his batches grow with the load.",
    },
    shards: {
      title: "One shard more",
      question: "One more shard comes. What share of all keys must move?",
      figure: "keys that move",
      lesson:
        "By the remainder nearly all keys move, since each one's remainder changes; on a ring only those of the new shard, one in n + 1.",
    },
    celebrity: {
      title: "A celebrity",
      question: "Some keys are popular. How much busier than the mean is the busiest shard?",
      figure: "busiest shard, times the mean",
      lesson:
        "No placement splits one key: from some number of shards on, the shard with the most popular key has that key's whole share, and more shards do not help it. Copies of the key, or a cache before it, do.",
    },
  },
  turns: {
    load: "load",
    servers: "servers",
    variability: "work",
    arrivals: "arrivals",
    minutes: "measured for",
    policy: "policy",
    slow: "slow box",
    size: "size",
    popularity: "popularity",
    eviction: "evicts by",
    sinceSec: "after",
    computeMs: "one answer takes",
    guard: "guard",
    reads: "reads",
    attempts: "attempts",
    budget: "retry budget",
    appliers: "appliers",
    batch: "batch",
    jobs: "jobs come",
    hold: "waits",
    shards: "shards",
    placement: "placement",
  },
  named,
  setting(id, value) {
    const number = Number(value);
    switch (id) {
      case "load":
      case "size":
        return percent(number).replace(".0 %", " %");
      case "variability":
        return variabilities[value] ?? `cv² ${value}`;
      case "minutes":
        return `${value} min`;
      case "slow":
        return number === 1 ? "none" : `${value} × slower`;
      case "popularity":
        return number === 0 ? "all alike" : `Zipf ${value}`;
      case "sinceSec":
        return `${value} s`;
      case "computeMs":
        return `${value} ms`;
      case "reads":
      case "jobs":
        return `${grouped(number)}/s`;
      case "hold":
        return isWord(value) ? named[value] : number === 0 ? "no" : `${value} ms`;
      case "budget":
        return isWord(value) ? named[value] : percent(number).replace(".0 %", " %");
      default:
        return isWord(value) ? named[value] : String(value);
    }
  },
  value(unit, value) {
    switch (unit) {
      case "ms":
        return milliseconds(value);
      case "share":
        return percent(value);
      case "perSec":
        return `${value < 99.5 ? exact(value, 1) : grouped(value)}/s`;
      case "times":
        return `${exact(value, 2)} ×`;
    }
  },
  trials: (count) => counted(count, "trial", "trials"),
  never: "not tried yet",
  knobs: "KNOBS",
  expect: "BESIDE THE LAST TRIAL",
  changes: {
    1: "less than half",
    2: "lower",
    3: "about the same",
    4: "higher",
    5: "more than double",
  },
  shortChanges: { 1: "< half", 2: "lower", 3: "same", 4: "higher", 5: "> double" },
  turnFirst: "Turn a knob first: this is where the last trial stood.",
  expectFirst: "Say first what you expect, with 1 to 5: then look.",
  trying: "measuring …",
  legend: { theory: "theory", counted: "measured", own: "your trials" },
  noTheory: "no formula here: counted one by one",
  curveAfter: (trials) => `The whole curve is drawn after ${more(trials)} along the first knob.`,
  lessonAfter: (trials) => `What it shows is told after ${more(trials)}.`,
  heads: { expected: "expected", came: "came", measured: "measured", theory: "theory" },
  came: ({ value, came, isRight }) =>
    `${value}: ${came}, ${isRight ? "as you said." : "not as you said."} Turn a knob and try again.`,
  foretold: ({ right, of }) => `${right} of ${of} foretold`,
  reportBy: (command) => `The whole table: ${command}`,
  report: {
    title: "Lab report",
    none: "No trial has been made at a bench yet: play, and open the labs on the map.",
    again: "Each trial again:",
    forReal: (command) => `The same on real servers of your own machine: \`${command}\``,
    lesson: "What it shows",
    knobs: "Knobs",
  },
  spoken: {
    bench: ({ at, of, title }) => `Lab ${at} of ${of}: ${title}.`,
    knob: ({ name, value, isFocus }) => `${name}: ${value}${isFocus ? ", in focus" : ""}.`,
    expected: (text) => (text === undefined ? "Nothing is expected yet." : `You expect: ${text}.`),
    trial: ({ settings, measured, theory }) =>
      `Last trial, ${settings.join(", ")}: measured ${measured}, theory ${theory}.`,
  },
};
