import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "The celebrity lab",
  promise: "One post, five experiments, the same 200 seconds",
  story:
    "An idol posts one photo. For 200 seconds it draws 12,000 views and 1,500 likes a second, all of them to one row on one shard of eight. Play the same event five times with different cures, and see what each of them can do and what it costs.",
  lesson: [
    {
      id: "celebrity-lab-p1",
      title: "Two words in the chapter",
      text: "The chapter lists the celebrity problem among the challenges of sharding and moves on: too many requests for one key overload the shard that holds it, while the others idle. Interviewers like to stop exactly there. What follows, the illnesses one by one and their cures, is not in the chapter.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-p2",
      title: "First illness: one row",
      text: "1,500 likes/s × 5 ms are 7.5 cores of writes, more than the 6.5 that an 8-vCPU shard has. But even the largest box would not do: the likes all change the same row, one after another, and a row takes at most 500 updates/s here. More cores cannot hurry a line of one; shorter transactions, or commits that wait for no flush, could.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-p3",
      title: "Second illness: everyone looks",
      text: "12,000 views/s × 4 ms are 48 cores of reads, twice the largest box in the shop. And one user in eight lives on the same shard: people who never heard of the idol, and who wait because of her. Reads can be copied, writes can only be split: so they need different cures.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-p4",
      title: "What each cure costs",
      text: "A local cache shows a count that is 2 s old. Salted keys must be summed when they are read, unless you keep a summed counter too. A dedicated shard is a machine, and somebody who decides who deserves one. Each cure is more code, and one more thing to monitor.",
      facts: ["S13"],
    },
  ],
  figures: [
    {
      id: "celebrity-lab-d1",
      title: "Salting: one row becomes sixteen",
      lines: [
        "  one row                                 sixteen sub-keys",
        "",
        "  1,500 likes/s                           1,500 likes/s",
        "        │                                        │",
        "        ▼                                 ┌──────┼──────┬─── … ───┐",
        "  ┌───────────┐                         ┌─▼──┐ ┌─▼──┐ ┌─▼──┐    ┌─▼──┐",
        "  │  likes of │  takes 500/s            │ #0 │ │ #1 │ │ #2 │ …  │#15 │",
        "  │  the post │  on any box             │ 94 │ │ 94 │ │ 94 │    │ 94 │",
        "  └───────────┘                         └─┬──┘ └─┬──┘ └─┬──┘    └─┬──┘",
        "  the rest waits                          └──────┴──┬───┴─── … ───┘",
        "                                                    ▼",
        "  seven shards look on                   one summed counter, kept for",
        "                                         2 s in each app's own memory",
      ],
      facts: ["F226", "S13"],
    },
    {
      id: "celebrity-lab-d2",
      title: "Telling 31 million followers",
      lines: [
        "  on write: push                            on read: pull",
        "",
        "  ┌──────┐    ┌──────────────┐              ┌──────┐    ┌───────────────┐",
        "  │ post │─┬─▶│ feed of Ann  │              │ post │───▶│ author's list │",
        "  └──────┘ │  └──────────────┘              └──────┘    └───────▲───────┘",
        "           │  ┌──────────────┐                   ┌─────────┬────┴───┐",
        "           ├─▶│ feed of Ben  │                ┌──┴──┐   ┌──┴──┐   ┌─┴─┐",
        "           │  └──────────────┘                │ Ann │   │ Ben │   │ … │",
        "           │  ┌──────────────┐                └─────┘   └─────┘   └───┘",
        "           └─▶│ … 31 million │                each reader looks it up,",
        "              └──────────────┘                from a cache",
        "  31,000,000 / 100,000 a second = 310 s       no wait, one more lookup",
      ],
      facts: ["S14"],
    },
  ],
  sentence: {
    text: "Each shard shares the same schema, though the actual data on each shard is unique to the shard.",
    from: "chapter 1, database scaling",
  },
  prediction: {
    question:
      "1,500 likes and 12,000 views a second, all of one post. How many of all requests will this cure answer?",
    options: {
      "nearly-all": "All but one in two hundred, or better",
      most: "Nine in ten, or more",
      "not-enough": "Less than nine in ten",
    },
    explanation:
      "1,500 likes/s over 16 sub-keys are 94/s each, well below the 500 that a row takes. But 12,000 views/s still want 48 cores from the shard that holds the post, and then each view must also sum 16 keys. A cache of a second or two near the app answers the views and does nothing for the likes.",
  },
  hints: [
    "The hot post's shard saturates first, with reads as well as with writes; and inside it a single row, at 500 updates/s.",
    "Writes want to be split: sub-keys. Reads want to be copied: a cache close to the app. Neither can do the other's work.",
    "Salting over 16 sub-keys with a summed counter, together with the local cache of 2 s. The dedicated shard ($999) is not needed here.",
  ],
  events: {
    celebrity: "The idol posts. 12,000 views and 1,500 likes a second.",
  },
  wrongAnswers: {
    nothing: {
      title: "Nothing",
      why: "The likes alone are 7.5 cores of work on 6.5, the views 48 more. The shard's neighbours suffer with it: one user in eight, who never heard of the idol. Seven shards look on.",
    },
    "dedicated-shard": {
      title: "A dedicated shard only",
      why: "Isolation works: the neighbours are well again. But the likes still meet in one row, which takes 500 updates/s, and no box in the shop serves 48 cores of reads.",
    },
    salting: {
      title: "Salting only",
      why: "The writes are cured: 16 sub-keys take 94 likes/s each, on all the shards. The views still hit one place, and each must now sum 16 keys. Keep a summed counter.",
    },
    "salting-local-cache-dedicated": {
      title: "Both, and a dedicated shard",
      why: "It works, and costs $999 more than it needs to: nothing heavy is left to isolate. A shard of her own helps when a celebrity's many rows are heavy, not one.",
    },
  },
  stars: {
    two: "Every view of the post is answered from one row.",
    three: "And say what the local cache costs.",
  },
  task: {
    question: "Salted rows, a summed counter, a local cache: what does the local cache cost?",
    options: {
      "stale-counts": "a like count that may be 2 s old",
      "more-money": "a box more for every web server",
      "lost-likes": "the likes of its last 2 s, when it restarts",
    },
  },
  debrief:
    "More shards split keys, never a key. Split hot writes over sub-keys, copy hot reads close to the reader, isolate whoever is heavy in many rows; and say aloud what each cure costs: stale counts, sums at read time, more code, one more thing to watch.",
  questions: [
    {
      id: "celebrity-lab-q1",
      question: "Why do more shards not help against a celebrity?",
      answer:
        "A key lives on exactly one shard, however many there are. The hot row stays whole, its shard stays overloaded and the others idle. You must split the key itself, or copy what is read.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-q2",
      question: "Which cures does a hot key have, and what does each one cost?",
      answer:
        "Dedicated shard: a machine, and somebody to manage it. Salted sub-keys: a sum at read time. Local cache: values that are a little stale. De-normalised counter: a second number to keep right. All of them: more code and more to monitor.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-q3",
      question: "Fan-out on write or on read?",
      answer:
        "On write, a post is pushed into every follower's feed: quick to read, slow to deliver for the famous. On read, each reader fetches the author's posts: nothing to deliver, one more lookup. The usual answer is a hybrid: push for most accounts, pull for those above a threshold.",
      facts: ["S14"],
    },
  ],
  cards: [
    {
      id: "celebrity-lab-c1",
      question: "What is a hot key?",
      answer:
        "A key that draws so many requests that it overloads its shard while the others idle: the celebrity problem.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-c2",
      question: "1,500 likes/s on one post, 16 sub-keys: how many updates/s does each take?",
      answer: "94.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-c3",
      question: "31 million followers, 100,000 feed inserts a second: how long does one post take?",
      answer: "310 s, a little over five minutes.",
      facts: ["S14"],
    },
  ],
  factCards: [
    {
      id: "celebrity-lab-f1",
      kind: "supplement",
      text: "Not in the chapter: fan-out. 31 million followers at 100,000 feed inserts/s: one post takes 310 s to reach the last of them. In 2013 Twitter spoke of up to five minutes for Lady Gaga. Its answer was a hybrid: push the posts of most accounts into feeds, fetch those of the very famous when somebody reads.",
      facts: ["S14"],
    },
    {
      id: "celebrity-lab-f2",
      kind: "supplement",
      text: "Not in the chapter: four cures for a hot key. A shard of its own; salting, that is several sub-keys whose values are summed; a local cache in each app server; a de-normalised counter beside the post. They combine, and each treats something different.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-f3",
      kind: "fun",
      text: "Instagram had a 'Justin Bieber problem': his likes were counted row by row, and each new photo overran the cache. The cure was a de-normalised counter, one number beside the post instead of a million rows to count.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-f4",
      kind: "fun",
      text: "In 2010 the press reported that 3 % of Twitter's servers were there for Justin Bieber alone. Take it as a claim, perhaps a legend; but the cure it describes, machines set apart for one account, is a real one.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-f5",
      kind: "honesty",
      text: "Honest limits: one post, one idol, 200 seconds, likes that count nothing but up. A real celebrity has comments, replies and a next photo. The two illnesses and their two cures stay the same.",
      facts: [],
    },
  ],
};
