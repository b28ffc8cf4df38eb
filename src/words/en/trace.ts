import type { SpokenTraceWords, Stop, TraceWords } from "../contract/trace.ts";
import { milliseconds } from "../figures.ts";
import { fateWord, partName, reasonClause, regionName } from "./places.ts";

const kinds: TraceWords["kinds"] = {
  median: "median",
  slow: "slow (p99)",
  failed: "failed",
  page: "whole page",
  write: "write",
  order: "order",
  like: "like",
  post: "celebrity",
  log: "event",
  job: "photo",
};

const meanings: TraceWords["kinds"] = {
  median: "Half of the requests are answered sooner.",
  slow: "Of a hundred requests, 99 are answered sooner.",
  failed: "",
  page: "With its files, from where it takes longest.",
  write: "Half of the writes are answered sooner.",
  order: "Half of the orders are answered sooner.",
  like: "Half of the likes are answered sooner.",
  post: "Half of its readers are answered sooner.",
  log: "Half of the events are stored sooner.",
  job: "From the upload until it is ready.",
};

const subjects: Readonly<Record<Parameters<TraceWords["about"]>[0]["kind"], string>> = {
  page: "A page",
  feed: "A feed",
  own: "Somebody's own posts",
  write: "A write",
  asset: "A static file",
  log: "A usage event",
  photo: "A photo",
  like: "A like",
  order: "An order",
  post: "A view of the celebrity's post",
};

const formats = { html: "HTML for a browser", json: "JSON for an app" } as const;

const steps: Readonly<Record<Extract<Stop, string>, string>> = {
  network: "network, both ways",
  "known-name": "name, remembered",
  page: "network, 3 times both ways",
  files: "its files",
  crop: "crop",
  sharpen: "sharpen",
  blur: "blur",
};

const stop = (at: Stop) => (typeof at === "string" ? steps[at] : partName(at));

const unanswered = "No request is answered at this moment.";

export const trace: TraceWords = {
  title: "ONE REQUEST",
  at: (time) => `at ${time}`,
  nth: ({ at, of }) => `(${at} of ${of})`,
  kinds,
  missing: {
    median: unanswered,
    slow: unanswered,
    failed: "No request fails at this moment.",
    page: unanswered,
    write: unanswered,
    order: unanswered,
    like: unanswered,
    post: unanswered,
    log: unanswered,
    job: unanswered,
  },
  unfollowed: ({ place, reason }) =>
    `Of the requests that are followed none fails at this moment. Of the others: the ${partName(place)} ${reasonClause(reason)}.`,
  none: "none",
  notFollowed: "–",
  following: "following it through your design",
  computing: "Your design runs again up to this moment, and one request is followed.",
  hint: "`←→` a median, a slow or a failed request of the same moment",
  stop,
  allOfIt: "all of it",
  about: ({ kind, region, format, which, lateMs }) => {
    const subject = `${subjects[kind]}${region === undefined ? "" : ` from ${regionName(region)}`}`;
    const meaning =
      lateMs === undefined ? meanings[which] : `Its answer would have come after ${milliseconds(lateMs)}.`;
    // A file is what it is, whoever reads it.
    return `${subject}${kind === "asset" ? "" : `: ${formats[format]}`}. ${meaning}`.trimEnd();
  },
  lost: ({ afterMs, place, reason, fate }) =>
    `${fateWord(fate, "title")} ${afterMs > 0 ? `after ${milliseconds(afterMs)}` : "at once"}: the ${partName(place)} ${reasonClause(reason)}.`,
  longest: ({ share, stop: at }) => `${Math.round(share * 100)} % of its time: ${stop(at)}.`,
};

export const spokenTrace: SpokenTraceWords = {
  following: "One request is being followed through your design.",
  title: ({ time, which, at, of }) => `One request at ${time}, ${kinds[which]}, ${at} of ${of}.`,
  stop: ({ stop: at, ms }) => `${stop(at)}: ${milliseconds(ms)}.`,
  allOfIt: (ms) => `All of it: ${milliseconds(ms)}.`,
};
