/** English: what is said of a design as a stack of processes. */
import type { LeftOut, Scale, StackRefusal } from "../../stack/index.ts";
import type { StackReadme, StackWords } from "../contract/stack.ts";
import { exact } from "./exact.ts";

const refusals: Readonly<Record<Extract<StackRefusal, string>, string>> = {
  "two-sites": "has two sites, and a stack is one place: leave out everything from @ on",
  shards: "has shards, and a stack has one primary: use db",
  "no-server": "has no server: add a box, or web and db",
  "no-database": "has web boxes and no database (kv alone is none of the stack's): add db",
  "two-fronts": "has an all-in-one box beside web boxes: leave out one of them",
};

const leftOut = (found: LeftOut) =>
  "setting" in found ? `${found.setting} (${found.value})` : `the event ${found.event}`;

const scaled = ({ cores, work, rates, time, seconds }: Scale) =>
  `Scaled to one machine: ${rates} times fewer requests, work ${work} times as long${cores > 1 ? `, boxes with ${cores} times fewer cores` : ""}, minutes ${Number(time.toFixed(2))} times as fast (${seconds} s in all).`;

function readme(found: StackReadme): string {
  const {
    level,
    title,
    design,
    scale,
    expected,
    runs,
    leftOut: left,
    hasDatabase,
    hasQueue,
    seconds,
  } = found;
  const list = left.map((each) => `- ${leftOut(each)}`).join("\n");
  return `# Level ${level}, ${title}: a stack that runs

    ${design}

${scaled(scale)} Every core is as busy as in the level, so the same things saturate. Patience and the round trip
(${found.roundTripMs} ms, counted and not traveled) stay as they are.

## Run it

You need Docker with compose.

    sh run.sh          # ${seconds} s of traffic by load.mjs, with everything that happens in the level
    play check results.json

With \`sh run.sh k6\` k6 sends the traffic instead; it measures answer times and availability alone. Each of its
iterations rests at random first: k6 starts them evenly, people do not come so, and before even arrivals queues are far
too short. Boxes are pinned to a core: a quota would stall them for up to 100 ms at a time, which no server does. Timers
hold the times of work, so one core carries all boxes; \`STACK_CPUS=1-7 sh run.sh\` gives them more.

## Expected

${runs} runs of the scaled system, every request played one by one.

${expected}

\`play check\` puts what you measure beside this. On a busy machine timers come late, and times grow: results.json says
by how much (\`lateP99Ms\`).

## What is real, and what stands in

- Real: processes and their deaths, HTTP, connections, the balancer and its health checks, the cache with its memory and
  its times to live${hasQueue ? ", the broker (a Redis stream) with its acknowledgments" : ""}${hasDatabase ? ", PostgreSQL and its streaming copies" : ""}.
- Stand-ins: work is a slot that a timer holds, not a busy core, so that your machine is not what saturates.${
    hasDatabase
      ? " Before each\n  PostgreSQL stands a program with as many slots as the box has cores, as a pooler would; a statement is part of its time.\n  The lock of a row that many like is held by a timer too, one like after the other."
      : ""
  }
- Played by run.sh: who dies and when, and who watches a primary and promotes a copy.
- A dead box refuses its connection at once; in the game it is silent for a quarter of a second first.

${left.length > 0 ? `## Left out\n\nThe stack cannot express:\n\n${list}\n` : "Nothing of the design is left out.\n"}`;
}

export const stack: StackWords = {
  refusal: (found) =>
    typeof found === "string"
      ? refusals[found]
      : `has on this day what cannot be played request by request, so that nothing could be expected of a stack: ${exact.reason(found.unplayed)}`,
  leftOut,
  scaled,
  heads: ["", "expected", "between runs", "measured", ""],
  holds: "holds",
  isApart: "apart",
  checked: ({ level, design, within, of, timeFactor, sharePoints }) =>
    `Level ${level}, ${design}: ${within} of ${of} as expected (times within a factor of ${timeFactor}, shares within ${sharePoints} points, or within three deviations between runs)`,
  readme,
  readmeHeads: ["", "expected", "between runs", "goal, scaled"],
  written: ({ path, files, leftOut: left }) =>
    `${files} files in ${path}: README.md says how to run them${left > 0 ? ` and names the ${left === 1 ? "one thing" : `${left} things`} left out` : ""}`,
};
