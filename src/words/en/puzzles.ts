import type { BoughtFault, PuzzleClaim } from "../../rooms/puzzles/index.ts";
import type { PuzzleWords } from "../contract/puzzles.ts";
import { exact, money } from "../figures.ts";
import { counted } from "./counts.ts";

const percent = (share: number) => `${Math.round(share * 100)} %`;

const faults: PuzzleWords["faults"] = {
  "balancer-dies": {
    short: "balancer node dies",
    name: "A balancer node dies",
    event: "a balancer node dies",
  },
  "web-dies": { short: "web box dies", name: "A web box dies", event: "a web box dies" },
  "web-slow": {
    short: "web box at 1/5 speed",
    name: "A web box works at a fifth of its speed",
    event: "a web box slows to a fifth",
  },
  "web-gray": {
    short: "web box errs, unseen",
    name: "A web box errs on half of its requests, health checks stay green",
    event: "a web box errs on every second request",
  },
  "cache-restarts": {
    short: "cache node restarts",
    name: "A cache node restarts empty",
    event: "a cache node restarts empty",
  },
  "cold-crawl": {
    short: "crawler, cold reads",
    name: "A crawler reads two million cold objects",
    event: "a crawler reads cold objects",
  },
  "all-changes": {
    short: "half of data changes",
    name: "Half of all objects change at once",
    event: "half of all objects change",
  },
  "primary-dies": { short: "primary dies", name: "The primary dies", event: "the primary dies" },
  "primary-slow": {
    short: "primary at 1/3 speed",
    name: "The primary works at a third of its speed",
    event: "the primary slows to a third",
  },
  report: {
    short: "long query, 40 % CPU",
    name: "A long query takes 40 % of the database's host",
    event: "a long query begins on the database",
  },
  "replica-dies": { short: "replica dies", name: "A replica dies", event: "a replica dies" },
  "replica-slow": {
    short: "replica at 1/5 speed",
    name: "A replica works at a fifth of its speed",
    event: "a replica slows to a fifth",
  },
  "zone-a": { short: "zone A is flooded", name: "Zone A is flooded", event: "zone A is flooded" },
  "zone-b": { short: "zone B is flooded", name: "Zone B is flooded", event: "zone B is flooded" },
  "broker-restarts": { short: "broker restarts", name: "The broker restarts", event: "the broker restarts" },
  "worker-dies": { short: "worker box dies", name: "A worker box dies", event: "a worker box dies" },
  poison: {
    short: "200 poison messages",
    name: "200 messages kill whoever works on them",
    event: "200 poison messages arrive",
  },
};

function length({ lengthSec }: BoughtFault): string {
  if (lengthSec === undefined) return "";
  return lengthSec < 60 ? `${lengthSec} s` : `${lengthSec / 60} min`;
}

const claims: Readonly<Record<PuzzleClaim["claim"], string>> = {
  "start-keeps-all": "the start keeps goals and audit",
  "start-costs-too-much": "the start costs at least 1.6 times the best known",
  "answer-solves": "the answer saves 40 % and keeps all",
  "cut-does-not-solve": "a tempting cut does not solve it",
  "design-passes": "the design passes by itself",
  "cheapest-breaks": "the cheapest fault breaks it",
  "nothing-cheaper-breaks": "nothing that costs no more breaks it",
  "tempting-fault-is-borne": "a tempting fault is borne",
};

export const puzzles: PuzzleWords = {
  title: "Puzzles",
  about: "Cut what is too much, or find the one fault that is too much.",
  kinds: {
    waste: {
      name: "Cut the waste",
      about: "It works, at twice the price. Save 40 % and keep goals and audit.",
    },
    "red-team": {
      name: "Red team",
      about: "It passes. Find the fault that breaks it for the least money.",
    },
  },
  wastes: {
    "after-the-advert": {
      title: "After the advert",
      story:
        "For the advert twelve large boxes were bought, and the largest database but one. The crowd came, and they slept through it. What would have done?",
    },
    "idle-boxes": {
      title: "Idle boxes",
      story:
        "After the last outage somebody doubled everything behind the balancer. It has held ever since, and most of it does nothing. The bill is yours now.",
    },
    "too-many-copies": {
      title: "Too many copies",
      story:
        "Eight large replicas, a primary of the largest size but one, and more web boxes than the site has ever needed. Somewhere in it is a system that costs half.",
    },
    "a-full-cache": {
      title: "A cache on top",
      story:
        "A cache was added, and nobody took away what it replaced. Sixteen web boxes, eight large replicas, six cache nodes: what does the traffic really need?",
    },
    "workers-that-wait": {
      title: "Workers that wait",
      story:
        "Eighteen worker boxes wait all day for a minute of photos, behind twice the web boxes that are needed. Photos must still be ready in time, and none may be lost.",
    },
    "one-more-shard": {
      title: "One more shard",
      story:
        "Whenever writes were slow somebody added shards, made them larger, and added web boxes too. Writes are fast now. So is the spending.",
    },
  },
  redTeams: {
    "eleven-boxes": {
      title: "Eleven boxes",
      story: "Eleven small web boxes and one database. It has borne the advert and the loss of a box.",
      lesson:
        "A box that is slow is worse than one that is dead: its share of the users goes on waiting there, and its workers hold what they have begun.",
    },
    "behind-a-balancer": {
      title: "Behind a balancer",
      story: "Two balancer nodes that send each request to the least busy of eight boxes, and one database.",
      lesson:
        "Boxes can be lost here one by one; the database cannot even be slow for half a minute. What has no second is found with little money.",
    },
    "four-small-copies": {
      title: "Four small copies",
      story:
        "A primary with four small replicas in the other zone, which confirm each write. Any one part may be lost.",
      lesson:
        "The audit takes parts away; it makes nothing slow. A long query on the primary's host is no loss, and goes on for as long as somebody pays.",
    },
    "six-copies": {
      title: "Six copies",
      story:
        "A small primary with six replicas of its size in two zones: it may die, a zone may be flooded for half a minute, a report may run for five.",
      lesson:
        "Reads are shared out to all copies alike. One that is slow for long fills its queue, and a sixth of all reads waits in it.",
    },
    cached: {
      title: "Behind a cache",
      story:
        "Four cache nodes in two zones, eight replicas in two zones. Three stars and an audit that holds.",
      lesson:
        "A replica that dies is taken out of turn. One that answers slowly keeps its turn: every eighth miss waits for it.",
    },
    "behind-a-queue": {
      title: "Behind a queue",
      story:
        "Photos go into a durable queue, workers scale from six boxes to fourteen, what fails three times is put aside.",
      lesson:
        "Few messages are enough where each of them takes a worker down. What a worker does with bad input is part of its capacity.",
    },
  },
  waste: {
    promise: "Save 40 %, keep the goals, and bear any one loss",
    stars: {
      two: "save 40 % of the first bill",
      three: "save 40 %, and the audit holds: any one part may be lost",
    },
    hints: [
      "Run it as it is and look at how busy each part is: what never works half of its time at the peak is too large or too many.",
      "Make one part smaller at a time, down to where its loss at the peak would still be borne; take no second of anything that has only two.",
    ],
    debrief:
      "Waste is what neither the peak nor a loss at the peak needs. Redundancy looks like waste in every hour but one.",
  },
  faults,
  fault: (fault) => [faults[fault.kind].name, length(fault)].filter((text) => text !== "").join(", "),
  length,
  onLevel: ({ level, title }) => `The day of level ${exact(level, 1)}, ${title}`,
  untried: "not tried yet",
  solved: ({ stars, price }) => `${"★".repeat(stars)}${"☆".repeat(3 - stars)}  ${money(price)}`,
  solvedOf: ({ solved, of }) => `${solved} of ${of} solved`,
  onwards: "`n` back to the room",
  tried: (count) => counted(count, "run", "runs"),
  saving: ({ share, isEnough }) => `${percent(share)} saved${isEnough ? "" : " of 40 %"}`,
  shop: "WHAT CAN BE BOUGHT",
  price: "price",
  held: "held",
  broke: "broke",
  bore: (fault) => `It bears this: ${fault}.`,
  broken: ({ fault, goals }) => `It breaks: ${fault}. Missed: ${goals.join(", ")}.`,
  cheaperThere: "Something cheaper breaks it, too.",
  cheapest: "Nothing on the list breaks it for less.",
  judging: "The other seeds are still being run …",
  claimHeads: ["", "claim", "found", "about"],
  claim: ({ claim, found }) => ({
    claim: claims[claim],
    found:
      claim === "start-costs-too-much"
        ? `${exact(found, 2)} times`
        : claim === "start-keeps-all" || claim === "answer-solves" || claim === "cut-does-not-solve"
          ? found === 0
            ? "does not pass"
            : "★".repeat(found)
          : claim === "design-passes" || claim === "nothing-cheaper-breaks"
            ? counted(found, "fault", "faults")
            : money(found),
  }),
  spoken: {
    puzzle: ({ at, of, title }) => `Puzzle ${at} of ${of}: ${title}.`,
    fault: ({ name, price, isFocus }) => `${isFocus ? "In focus: " : ""}${name}, ${money(price)}.`,
  },
};
