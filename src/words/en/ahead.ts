/** What may happen, in words that say neither which part, nor where, nor when. */
import type { AheadWords } from "../contract/content.ts";

const machine = "a machine fails";

export const ahead: AheadWords = {
  kinds: {
    news: "more users come than usual",
    celebrity: "one post draws a crowd",
    crawl: "somebody reads what nobody else does",
    report: "a long report runs on the database",
    scan: "public addresses are attacked",
    sale: "many prices change at once",
    rebrand: "static files change at once",
    restart: "something restarts",
    "cache-restart": "something restarts",
    crash: machine,
    slow: "a machine becomes slow",
    gray: "a machine looks healthy and is not",
    "disk-fills": "a disk fills up",
    flood: "a zone is lost",
    "region-outage": "a region is lost",
    "cdn-outage": "a third party is down",
    poison: "a job that nobody can do",
    "bad-build": "a bad build is deployed",
    deploy: "a new version is deployed",
    "add-shard": "more room is needed for the data",
  },
  mayHappen: (kinds) => `Any of this may happen, in any order: ${kinds.join("; ")}.`,
  nothing: "Nobody knows what will happen, or when. You will see it when it does, or when you find it.",
};
