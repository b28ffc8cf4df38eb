/** English: how an interview begins, what may be asked, and what the interviewer answers. */
import type { InterviewTexts } from "../../contract/interview.ts";
import { exact, grouped } from "../../figures.ts";
import { regionName } from "../places.ts";

/** A number as one says it. */
export function said(value: number): string {
  if (value >= 100 || Number.isInteger(value)) return grouped(value);
  return exact(value, value >= 10 ? 1 : 2).replace(/\.?0+$/, "");
}

/** A share in percent, with no more digits than it has. */
const whole = (share: number) => `${said(Number((100 * share).toFixed(1)))} %`;

/** A list as one says it. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

export const subjects: InterviewTexts["subjects"] = {
  "01-single-server": "a single server",
  "02-database": "a database",
  "03-scaling": "scaling out",
  "04-load-balancer": "a load balancer",
  "05-replication": "replication",
  "06-cache": "a cache",
  "07-cdn": "a CDN",
  "08-stateless": "a stateless web tier",
  "09-data-centers": "two data centers",
  "10-message-queue": "a message queue",
  "11-observability": "observability",
  "12-database-scaling": "sharding",
  "celebrity-lab": "a celebrity",
  finale: "the whole system",
};

/** Below a million in thousands: nobody says 0.29 million. */
export const users: InterviewTexts["users"] = (millions) =>
  millions >= 1 ? `${said(millions)} million` : grouped(millions * 1e6);

export const prompts: InterviewTexts["prompts"] = {
  "01-single-server": ({ users }) => [
    `A photo site goes live for ${users} daily users; a news site may put it on its front page.`,
    "Put it on as little as will carry it, and say why that is enough.",
  ],
  "02-database": ({ users }) => [
    `A photo site with a print shop, ${users} daily users, reports at noon and usage logs from its app.`,
    "All of it runs on one box. Decide what to store where.",
  ],
  "03-scaling": ({ users }) => [
    `A photo site with ${users} daily users has bought a TV commercial.`,
    "One web box and one database stand there today. Make room for the crowd.",
  ],
  "04-load-balancer": ({ users }) => [
    `A photo site with ${users} daily users finds its web boxes by DNS alone.`,
    "Keep it up on the day when a post goes viral and machines die.",
  ],
  "05-replication": ({ users }) => [
    `A photo site with ${users} daily users has one database, in one building.`,
    "Keep the site and its data whatever happens to that building.",
  ],
  "06-cache": ({ users }) => [
    `Public photo feeds for ${users} daily users, read far more often than they change.`,
    "The database is busy with the same answers. Make reading cheap, and keep it right.",
  ],
  "07-cdn": ({ users }) => [
    `Photo sharing for ${users} daily users on several continents, and every byte out is billed.`,
    "Pages are slow far from the only site. Make them fast, and mind the bill.",
  ],
  "08-stateless": ({ users }) => [
    `Photo sharing for ${users} daily users: quiet at night, crowded at noon.`,
    "Finance does not want to pay for idle servers, and nobody may be logged out.",
  ],
  "09-data-centers": ({ users }) => [
    `Photo sharing for ${users} daily users on two continents, with one site.`,
    "Be near all of them, and stay up when a region is lost.",
  ],
  "10-message-queue": ({ users }) => [
    `Photo sharing for ${users} daily users: filters are run on every upload.`,
    "Uploads slow down the pages. Make neither wait for the other, and lose no photo.",
  ],
  "11-observability": ({ users }) => [
    `Photo sharing and a print shop for ${users} daily users; the system is large enough, and nobody sees into it.`,
    "Things will break quietly. Find them before they cost too many orders.",
  ],
  "12-database-scaling": ({ users }) => [
    `Photo sharing with stories and likes for ${users} daily users, on the largest primary there is.`,
    "Writes keep growing. Scale the data, and be ready for a celebrity.",
  ],
  "celebrity-lab": ({ users }) => [
    `A sharded photo site with ${users} daily users, and a celebrity posts one photo.`,
    "Everybody reads and likes the same row. Keep it up for them and for everybody else.",
  ],
  finale: ({ users }) => [
    `Photo sharing for ${users} daily users on two continents, everything that can go wrong in one day.`,
    "The budget does not pay for everything. Choose what it must survive.",
  ],
};

const idle = (ask: string, reply: string) => ({ ask, answer: () => reply });
const goalsTold = (told: { readonly goals: readonly string[] }) =>
  told.goals.length === 0 ? "Nothing is promised there." : `Promised is ${listed(told.goals)}.`;

export const questions: InterviewTexts["questions"] = {
  calls: {
    ask: "How many requests does a user make a day?",
    answer: ({ of }) => `About ${said(of.requestsPerUserDaily)} a day.`,
  },
  peak: {
    ask: "How does the busiest hour compare with the average?",
    answer: ({ of }) => `The peak is ${said(of.peakFactor)} times the average.`,
  },
  writes: {
    ask: "How many of the requests write?",
    answer: ({ of }) => `${whole(of.writeShare)} of them; the others read.`,
  },
  latency: { ask: "How fast must an answer be, for whom?", answer: goalsTold },
  availability: { ask: "How much may fail, and over what time?", answer: goalsTold },
  budget: {
    ask: "What may it cost a month?",
    answer: ({ budget }) => `${budget} a month, everything included.`,
  },
  loss: { ask: "What must never be lost, and how much of it may be?", answer: goalsTold },
  staleness: { ask: "How old may be what a user sees?", answer: goalsTold },
  ready: { ask: "How long may work take that nobody waits for?", answer: goalsTold },
  regions: {
    ask: "Where are the users?",
    answer: ({ regions }) =>
      `${listed(regions.map(({ region, share }) => `${whole(share)} in ${regionName(region)}`))}.`,
  },
  events: {
    ask: "What has gone wrong before, and what is coming?",
    answer: ({ events }) => `You may meet any of this: ${listed(events)}.`,
  },
  photos: {
    ask: "How many photos come in, how large, and in how many copies are they kept?",
    answer: ({ of }) =>
      `${said(of.photosPerUserDaily)} a user and day, ${said(of.photoKb)} KB each, ${said(of.copies)} copies.`,
  },
  data: {
    ask: "How much data is read, and how unevenly?",
    answer: ({ of }) =>
      `${said(of.objectsMillions)} million objects of ${said(of.objectKb)} KB; ${whole(of.hotShare)} of them get most reads.`,
  },
  language: idle(
    "Which programming language does the team use?",
    "Whichever you like; it changes nothing here.",
  ),
  provider: idle("Which cloud provider is it?", "Take any: their machines and prices are much alike."),
  containers: idle("Will it run in containers?", "If you like. The machines below do the same work."),
  framework: idle("Which framework draws the front end?", "A usual one. It does not reach the servers."),
  team: idle("How large is the team?", "Large enough to build what you draw."),
  competitors: idle("Who are the competitors?", "A few. None of them changes what you build."),
  theme: idle("Is there a dark mode?", "There is. It costs no request."),
};

export const estimates: InterviewTexts["estimates"] = {
  "mean-rate": {
    name: "average rate",
    ask: () => "How many requests a second on average?",
    unit: "requests a second",
    why: (of) => `${said(of.usersMillions)} M users × ${said(of.requestsPerUserDaily)} / 86,400 s`,
  },
  "peak-rate": {
    name: "rate at the peak",
    ask: () => "How many requests a second at the peak?",
    unit: "requests a second",
    why: (of) =>
      `${said(of.usersMillions)} M users × ${said(of.requestsPerUserDaily)} / 86,400 s × ${said(of.peakFactor)}`,
  },
  "peak-writes": {
    name: "write rate at the peak",
    ask: () => "How many of them write, at the peak?",
    unit: "writes a second",
    why: (of) =>
      `${said(of.usersMillions)} M users × ${said(of.requestsPerUserDaily)} / 86,400 s × ${said(of.peakFactor)} × ${whole(of.writeShare)}`,
  },
  "busy-cores": {
    name: "number of busy cores",
    ask: (of) => `How many cores does the peak keep busy? A page takes ${said(of.workMs)} ms of one.`,
    unit: "cores",
    why: (of) => `the peak × ${said(of.workMs)} ms`,
  },
  servers: {
    name: "number of web boxes",
    ask: (of) =>
      `How many web boxes does the peak take? A page takes ${said(of.workMs)} ms of a core, a box has ${said(of.coresPerBox)}, and is to be ${whole(of.targetUtilization)} busy.`,
    unit: "boxes",
    why: (of) =>
      `the peak × ${said(of.workMs)} ms / ${whole(of.targetUtilization)} / ${said(of.coresPerBox)} cores`,
  },
  "storage-year": {
    name: "storage of a year",
    ask: () => "How much storage do a year's photos take, copies included?",
    unit: "TB",
    why: (of) =>
      `${said(of.usersMillions)} M users × ${said(of.photosPerUserDaily)} × ${said(of.photoKb)} KB × ${said(of.copies)} copies × 365 days`,
  },
  egress: {
    name: "traffic out of the servers",
    ask: (of) => `How much leaves the servers at the peak? An answer has ${said(of.answerKb)} KB.`,
    unit: "Gbit/s",
    why: (of) => `the peak × ${said(of.answerKb)} KB × 8 bits`,
  },
  "hot-memory": {
    name: "memory for what is hot",
    ask: () => "How much memory holds what gets most of the reads?",
    unit: "GB",
    why: (of) => `${said(of.objectsMillions)} M objects × ${said(of.objectKb)} KB × ${whole(of.hotShare)}`,
  },
};

export const twists: InterviewTexts["twists"] = {
  "five-times-the-writes":
    "A feature is a success: there are five times as many writes, and as many reads as before.",
  "more-users": "It has been a good year: half as much traffic again, of every kind.",
  "users-far-away":
    "Most new users are on another continent: from now on 60 % of all users live far from home.",
  "smaller-budget": "The season is over: half of the traffic is gone, and 30 % of the budget with it.",
  "nothing-lost": "Legal has spoken: no write that was confirmed may be lost, whatever fails. The RPO is 0.",
  "never-stale": "Support is tired of complaints: nobody may see what has changed already.",
  "one-nine-more": "A large customer signs if you fail less often.",
  "ready-sooner": "Users leave while they wait for their photos: they must be ready sooner.",
  "done-once": "Some photos were worked on twice and paid for twice. That must not happen again.",
  "found-sooner": "The last fault was found by a customer. Find them sooner.",
};

export const twistTerms: InterviewTexts["twistTerms"] = ({ goals, budget, before }) =>
  [
    ...(goals.length === 0 ? [] : [`Promised from now on: ${listed(goals)}.`]),
    budget === before
      ? `The budget stays at ${budget} a month.`
      : `The budget is ${budget} a month, instead of ${before}.`,
  ].join(" ");
