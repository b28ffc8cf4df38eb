import type { CourseWords, EndlessWords } from "../contract/course.ts";
import { exact, grouped } from "../figures.ts";

const counted = (count: number, one: string, many: string) => `${grouped(count)} ${count === 1 ? one : many}`;

export const course: CourseWords = {
  name: "From zero to millions of users",
  about: "This is the system you built, level by level.",
  figures: ({ passed, levels, stars, starsOf, runs, right, predictions, days }) => [
    ["levels passed", `${passed} of ${levels}`],
    ["users", "50 thousand to 100 million"],
    ["stars", `${stars} of ${starsOf}`],
    ["runs", grouped(runs)],
    ["predictions right", predictions === 0 ? "none yet" : `${right} of ${predictions}`],
    ["played over", counted(days, "day", "days")],
  ],
  closing:
    "You began with one box. Each time you measured what saturates first, changed that, and measured again. No design is finished: how far does this one go?",
  locked: (title) => `Locked: pass "${title}" first.`,
};

export const endless: EndlessWords = {
  name: "Endless growth",
  about: "The last day again with a quarter more traffic, until a goal is missed.",
  heads: ["", "traffic", "answered", "availability", "orders", "score"],
  firstHead: "first to give way",
  day: ({ factor, passed, availability, orders, score, first }) =>
    `${factor} times the traffic: ${passed ? "passed" : "failed"}, availability ${availability}, orders ${orders}, score ${score}${first === "" ? "" : `; first to give way: ${first}`}.`,
  total: (score) =>
    `Score: ${grouped(score)}. A day that passes is worth more the more it carries and the less it costs.`,
  playing: (factor) => `The day with ${exact(factor, 2)} times the traffic is being played.`,
  naming: (factor) =>
    factor === 1
      ? "It grows by a quarter a day. Which part gives way first?"
      : `It has borne that. On to ${exact(factor, 0)} times the traffic: which part gives way first now?`,
  named: ({ part, isRight }) =>
    isRight ? `You named the ${part}, and so it was.` : `You named the ${part}: it was another.`,
  best: (score) => `Your best: ${grouped(score)}.`,
  over: (first) =>
    first === "" ? "That is as far as it goes." : `That is as far as it goes. First to give way: ${first}.`,
};
