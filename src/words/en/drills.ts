/** English: drills. */
import type { DrillWords } from "../contract/drills.ts";
import { exact, grouped } from "../figures.ts";
import { counted } from "./counts.ts";

const orders: DrillWords["orders"] = {
  "request-path": {
    question:
      "A page is asked for that nobody has asked for yet. In which order does the request meet these?",
    steps: {
      name: "the resolver gives the address for the name",
      connect: "TCP and TLS handshakes",
      edge: "the edge of the CDN, which does not have the page",
      balancer: "the load balancer",
      web: "a web server",
      cache: "the cache, which misses",
      database: "the database",
    },
    why: "Without a name there is no address, without an address no connection. Whoever is nearer answers first, and the database is asked only for what nobody before it has.",
  },
  failover: {
    question: "The primary is silent. In which order does a safe failover go?",
    steps: {
      detect: "health checks fail several times in a row",
      agree: "a majority agrees that the primary is gone",
      fence: "the old primary is fenced: it can write no more",
      choose: "the replica with the longest log is chosen",
      promote: "that replica is promoted",
      redirect: "clients are sent to the new primary",
      rebuild: "the old one is rebuilt as a replica",
    },
    why: "Who promotes before fencing may have two primaries, and two histories. Who promotes before choosing may lose writes that another replica has. Clients that come too early are refused.",
  },
  resharding: {
    question: "A table moves to new shards while it is in use. In which order?",
    steps: {
      "write-both": "every write goes to the old place and to the new one",
      backfill: "old rows are copied",
      verify: "both places are compared",
      "read-new": "reads move to the new place, some at first",
      "write-new": "writes to the old place end",
      drop: "the old rows are dropped",
    },
    why: "A copy made before both are written misses what changes meanwhile. Reads that move before the comparison show what is wrong to users. Until writes to the old place end there is a way back.",
  },
  incident: {
    question: "An alert at 3 a.m.: errors are at 20 %. In which order?",
    steps: {
      acknowledge: "acknowledge the alert",
      impact: "see who is hurt, and how badly",
      mitigate: "stop the harm: roll back, shed, fail over",
      tell: "tell the users that it is under control",
      cause: "find the cause",
      review: "write down what happened, without blame",
    },
    why: "Users need the harm to stop, not its explanation: what was changed last is rolled back before anybody knows why it broke.",
  },
  "cache-write": {
    question: "A row changes that is also in the cache (cache-aside). In which order?",
    steps: {
      write: "the application writes the row",
      commit: "the database commits",
      delete: "the key is deleted from the cache",
      miss: "the next read misses",
      fill: "that read fills the cache from the database",
    },
    why: "A key that is deleted before the commit can be filled again with the old row, and then it stays until its TTL ends.",
  },
  deploy: {
    question: "A new version goes out without downtime. In which order?",
    steps: {
      test: "build and test once, keep the artifact",
      canary: "one box gets it",
      compare: "its errors and latencies are compared with the others'",
      zone: "one zone gets it",
      everywhere: "all get it",
      "clean-up": "the old version and its flag are removed",
    },
    why: "Each step makes the crowd that a mistake can hurt larger, so that each waits for what the one before has shown.",
  },
  "schema-change": {
    question: "A column is replaced by another while the site runs. In which order?",
    steps: {
      add: "add the new column, which may be empty",
      "write-both": "the application writes both",
      backfill: "old rows are filled, in small batches",
      "read-new": "the application reads the new one",
      "stop-old": "the application no longer writes the old one",
      drop: "the old column is dropped",
    },
    why: "Expand, migrate, contract: at every step the version before still works, so that each can be rolled back. Rows that come before both are written are missed by the copy.",
  },
  restore: {
    question: "A bad statement has deleted a million rows. In which order do you get them back?",
    steps: {
      "stop-writes": "stop what still does harm",
      "choose-time": "find the last good moment",
      restore: "restore the backup into a new database",
      replay: "replay the log up to that moment",
      verify: "compare with what should be there",
      switch: "bring the rows, or the clients, over",
    },
    why: "A log is replayed onto a backup, never the other way around. What was restored is checked before anybody depends on it, since the old database is the only other copy.",
  },
  job: {
    question: "A worker handles a job that may be delivered twice. In which order?",
    steps: {
      take: "take the job; the queue hides it",
      known: "look whether its key has been done",
      work: "do the work",
      store: "store result and key in one transaction",
      acknowledge: "acknowledge the job; the queue forgets it",
    },
    why: "Who acknowledges before storing loses the job in a crash. Who stores first may do it twice, and the key makes that harmless.",
  },
  "region-loss": {
    question: "A region goes dark and later comes back. In which order?",
    steps: {
      dark: "the region stops answering",
      checks: "health checks of the name service notice",
      names: "the name service gives the other region's addresses",
      expire: "clients' answers expire after their TTL",
      scale: "the whole traffic arrives, and the other region scales out",
      resync: "the region is back and catches up with the data",
      "fail-back": "traffic returns, a little at a time",
    },
    why: "Checks and TTLs are the time that users wait. A region that serves before it has caught up shows old data and takes writes that conflict.",
  },
};

export const drills: DrillWords = {
  kinds: { estimate: "estimate", order: "order", flaw: "flaw", rung: "figure" },
  head: ({ at, of, kind }) => `${at} of ${of}  ·  ${kind}`,
  number: ({ unit, within }) => `A number, in ${unit}: within a factor of ${within} it is right.`,
  letters: "The letters in order, as in: c a b",
  letter: "One letter.",
  orders,
  flaw: ({ perSec, writeShare, workMs }) =>
    `${grouped(perSec)} requests a second, ${exact(writeShare * 100, 0)} % of them writes; each takes ${exact(workMs, 0)} ms of a web core. One of these is lost for two minutes. Of which loss does the design answer less than 99 % in the ten minutes that follow?`,
  lost: ({ holds, fault, availability, outageSec }) =>
    holds
      ? `Lost and borne: ${fault}. ${availability} answered.`
      : `Lost: ${fault}. ${availability} answered, and less than 99 % for ${counted(outageSec, "second", "seconds")} in a row.`,
  unread: {
    number: "There is no number in it.",
    letters: "It wants every letter once, as in: c a b",
    letter: "It wants one of the letters.",
    nothing: "Not answered.",
  },
  mark: (mark) => `${Math.round(mark * 100)} of 100`,
  ratio: (ratio) =>
    ratio > 0
      ? `Your number is ${ratio < 0.01 ? "less than 0.01" : exact(ratio, ratio < 10 ? 2 : 0)} times the truth.`
      : "Nothing is not an estimate.",
  slip: (what) => `What would explain it: ${what}.`,
  inversions: (count) =>
    count === 0 ? "Every pair is in order." : `${counted(count, "pair", "pairs")} the wrong way around.`,
  fatal: ({ first, early }) => `Fatal: "${early}" before "${first}".`,
  right: (answer) => `Right: ${answer}.`,
  seed: (seed) => `seed ${seed}`,
  more: "`Enter` another round",
  total: ({ mark, of }) => `${Math.round(mark * 100)} of 100 over ${counted(of, "drill", "drills")}.`,
  howToGrade: "Write the answers into a file, a line each, and have them graded:",
};
