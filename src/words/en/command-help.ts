import type { CliWords } from "../contract/cli.ts";

export const help: CliWords["help"] = ({
  commands,
}) => `zero-to-millions: learn to scale a system, from one server to millions of users.

  play                     the game (80×24 is enough)
${commands}

Options of the game
  --saves DIR         keep progress there (also ZTM_SAVES)
  --ascii             plain characters only
  --language en       what the screens say
  --theme dark|light  colors for a dark or a light background
  --no-color          no colors (NO_COLOR works too)
  --reduced-motion    no animation
  --screen-reader     every screen in words, without animation
  --version  --help   also -v and -h; help COMMAND says more of one command

Options of every command
  --json              one JSON document
  --ascii             plain characters only
  --language en       what it is said in

A design D is start, lesson, a share code, a JSON file or one line of notation:
  play simulate --level 1 --design "dns · box 2"
Separators may be written ; and × may be written x.

Exit codes: 0 fine or passed, 1 failed verdict, 2 bad input, 3 no terminal, 4 the output could not be
written (a full disk), 70 a mistake of the game, 129 the terminal is gone, 130 Ctrl-C, 143 SIGTERM.
`;

export const summaries: CliWords["summaries"] = {
  levels: "number, title, budget and goals of every level",
  brief: "the briefing of a level as text",
  numbers: "numbers to say aloud: what a level runs on, what is usual, what moves it",
  simulate:
    "one run of a design on a level, on a scenario of your own (no verdict), or of a whole system from a file",
  exact: "the report beside a simulation of every single request, with what chance does between runs",
  solve: "the cheapest passing design, the best per goal, the Pareto front",
  audit: "every part of a design lost once, for two minutes at the level's peak; 0 when it holds",
  prove: "every claim that the levels make, with what was found",
  day: "the level of the day, today's (UTC) or another one's; simulate --day DATE plays it",
  puzzle: "waste to cut (--design D) and designs to break (--fault F); without ID the list of puzzles",
  endless: "the finale's day with a quarter more traffic again and again, until something breaks",
  lab: "a simulated value beside the theoretical one",
  real: "real servers on this machine, measured, beside what the simulator says of them; 1 when nothing can be judged",
  ladder: "what interviews ask on these topics, rung by rung, with figures, points and sample answers",
  glossary: "what the words mean, where they are met, and which belong together",
  review: "what you have learned, asked again when it is due; --json lists it",
  interview:
    "a whole interview against the clock: clarify, estimate, design, deep dive, twist, summary, report",
  drill:
    "estimates, orders, flaws and figures of a seed; graded with --answers FILE (a line each), 1 below half",
  "on-call": "a working system breaks: find the cause at the gauges, mend it while it runs, write it down",
  progress: "what you have reached and how well you know it; --days N a plan until an interview",
  cards: "the cards of the levels you have passed, to take along; importing them again updates a deck",
  save: "your progress to another machine: export writes it, import adds it there and loses nothing of either",
  replay: "a shared run again",
  sandbox: "systems of your own on the screen: all parts, your own traffic, events and goals",
  system: "a system file to begin with, and your own systems as files; simulate --system FILE checks one",
  export:
    "a design as a picture, as a diagram, as JSON, as one line or as a stack for Docker (compose, --out DIR); a run as a card, a cast or a film",
  check:
    "what a stack's clients measured (results.json) beside what is expected; 0 when it holds, 1 when not",
  version: "which version this is",
  help: "what there is, or how one command is used",
};

/** Of `play lab report`. */
export const labReport =
  "the trials that you have made in the labs of the game, as Markdown: what you expected, what came, and each trial as a command";

export const labs: CliWords["labs"] = {
  "load-test":
    "one server at a load ρ, asked as in life, evenly, or by u users who wait for their answers: what the test does not see",
  measuring: "one queue at a load ρ, watched for m minutes again and again: how far the results lie apart",
  balancing: "n boxes behind a balancer, request by request, one of them f times as slow, beside formulas",
  restart: "a cache that came back empty s seconds ago, read by read, beside what it remembers",
  queue: "one queue beside Erlang C: λ requests a second, c servers that finish μ a second each",
  cache: "a real cache, request by request, beside Che's formula",
  "hot-key":
    "one key, read λ and changed δ times a second: hits and old values without a guard, with a lease, a version, a second delete",
  batching:
    "λ jobs a second for one worker who takes b at once, after holding the first for others, job by job, beside bulk service",
  shards: "keys counted on shards, and those that move when m shards are added, beside the ideal",
  retries: "a short overload (f × λ) and clients that try again, beside what the load alone says",
  lag: "a copy that applies λ writes a second at μ each: stale reads beside theory (PBS, M/M/1)",
};

export const details: CliWords["details"] = {
  simulate: [
    "--runs n  the same day n times, each with traffic of its own: whole requests that come by chance.",
    "          How many runs meet each goal, least, median and most; exit code 0 when all of them pass",
  ],
  export: [
    "card      a run in a few lines for a chat; D is a share code, or a design with --level N, --day DATE or --puzzle ID",
    "cast      the run as asciinema plays it",
    "film.svg  the run as a picture that moves: 51 frames, light and dark, still where motion is not wanted",
    "--out     a file to write instead of printing; never over one that is there",
  ],
  prove: [
    "--all    also the claims over the whole space of designs (minutes)",
    "puzzles  the puzzles instead of the levels: that each has an answer, and what looks like one is none",
  ],
};

export const systemFile: CliWords["systemFile"] = {
  whole:
    "A system of your own. play simulate --system FILE: 0 when its goals hold on every fixed seed, 1 when not.",
  design: "The parts in one line, as play export draws them; docs/notation.md has them all.",
  goals: "What it must hold: a figure of the report with atMost or atLeast. Without goals every run is fine.",
  time: "How long a day is: so many ticks of so many seconds.",
  streams:
    "Traffic: what is asked, points [second, requests a second] with straight lines between, and from where.",
  data: "What is stored: objects in the cache, their size, how skewed their popularity is (zipf), files at the edge.",
  clients: "How long clients wait, how often they ask, and how many retries a fresh request pays for.",
  restart: "a cache node restarts",
  events: "What happens, and when; docs/scenario.md has every kind and its fields.",
};
