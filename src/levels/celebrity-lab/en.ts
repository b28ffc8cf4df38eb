import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "The celebrity lab",
  promise: "One post, five experiments, the same 200 seconds",
  story:
    "A celebrity posts one photo. For 200 seconds it draws 120,000 views and 15,000 likes a second, all of them to one row on one shard of eight. Play the same event five times with different remedies. The budget allows them all: see what each can do and what it costs.",
  brief: [
    {
      id: "celebrity-lab-p1",
      title: "Two words in the chapter",
      text: "The chapter lists the celebrity problem among the challenges of sharding: too many requests for one key overload the shard that holds it, while the others are idle. Interviewers like to ask more about it. The remedies in this shop are not in the chapter.",
      facts: ["F226"],
    },
  ],
  lesson: [
    {
      id: "celebrity-lab-p2",
      title: "First problem: one row",
      text: "15,000 likes/s × 0.5 ms are 7.5 cores of writes, more than the 6.5 that an 8-vCPU shard does. But even the largest box is not enough: all likes change the same row, updates to one row run one at a time, and a row takes at most 1,000 a second here. More cores do not change that. Only shorter transactions do, or commits that do not wait for the disk.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-p3",
      title: "Second problem: the views",
      text: "120,000 views/s × 0.4 ms are 48 cores of reads, twice the largest box in the shop. And one user in eight is on the same shard and has to wait because of her. Reads can be served from copies, writes can only be split, so they need different remedies.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-p4",
      title: "What each remedy costs",
      text: "A local cache shows a count that may be 2 s old. Salted keys must be summed when they are read, unless you also keep a summed counter. A dedicated shard costs a machine, and somebody must decide which account gets one. Each remedy is more code, and one more thing to monitor.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-p5",
      title: "Count somewhere else",
      text: "Likes need not be counted in a row. A cache node increments a counter in memory 100,000 times a second, but a restart loses what came since its last sum. Or likes go into a stream, and a consumer adds them up and writes one sum a second: it costs more, loses nothing and is a second late. Store each like as a row with a unique pair of user and post, too, so that a repeated like is idempotent.",
      facts: [],
    },
  ],
  figures: [
    {
      id: "celebrity-lab-d1",
      title: "Salting: one row becomes sixty-four",
      lines: [
        "  one row                                 sixty-four sub-keys",
        "",
        "  15,000 likes/s                          15,000 likes/s",
        "        │                                        │",
        "        ▼                                 ┌──────┼──────┬─── … ───┐",
        "  ┌───────────┐                         ┌─▼──┐ ┌─▼──┐ ┌─▼──┐    ┌─▼──┐",
        "  │  likes of │  takes 1,000/s          │ #0 │ │ #1 │ │ #2 │ …  │#63 │",
        "  │  the post │  on any box             │234 │ │234 │ │234 │    │234 │",
        "  └───────────┘                         └─┬──┘ └─┬──┘ └─┬──┘    └─┬──┘",
        "  the others wait                         └──────┴──┬───┴─── … ───┘",
        "                                                    ▼",
        "  seven shards are nearly idle           one summed counter, kept for",
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
      "15,000 likes and 120,000 views a second, all of one post. How many of all requests will this design answer?",
    options: {
      "nearly-all": "All but one in two hundred, or better",
      most: "Nine in ten, or more",
      "not-enough": "Less than nine in ten",
    },
    explanation:
      "15,000 likes/s over 64 sub-keys are 234/s each, well below the 1,000 that a row takes. Over 16 they would be 938, so close to the limit that writes wait. But 120,000 views/s still need 48 cores from the shard that holds the post, and each view must also sum 64 keys. A cache of a second or two near the app answers the views but does nothing for the likes.",
  },
  hints: [
    "Split the writes over sub-keys. Serve the reads from copies in a cache close to the app. You need both.",
    "Buy salting over 64 sub-keys with a summed counter, and the local cache of 2 s. The dedicated shard ($999) is not needed here.",
  ],
  events: {
    "cache-node": "A cache node restarts and forgets all it held.",
    celebrity: "The celebrity posts: 120,000 views and 15,000 likes/s.",
  },
  wrongAnswers: {
    nothing: {
      title: "Nothing",
      why: "The likes alone are 7.5 cores of work for a shard that does 6.5, and the views need 48 more. One user in eight is on the same shard and is affected too. The seven other shards have room.",
    },
    "dedicated-shard": {
      title: "A dedicated shard only",
      why: "Isolation works: the other users of that shard are no longer affected. But all likes still change one row, which takes 1,000 updates/s, and no box in the shop does 48 cores of reads.",
    },
    salting: {
      title: "Salting only",
      why: "The writes fit now: 64 sub-keys on several shards take 234 likes/s each. But each view now reads all 64 sub-keys, so all shards are busy with views, not one. A summed counter saves that sum, a local cache the reads.",
    },
    memory: {
      title: "Counting in memory only",
      why: "The likes no longer touch a shard. But the one cache node that holds the post is asked for 120,000 views and 15,000 likes a second and answers 100,000. It refuses the rest, which goes on to the shard. A hot key makes a hot cache node, too.",
    },
  },
  stars: {
    two: "Every view of the post is answered from one row, for at most $30,700 a month.",
    three: "At most 1,000 likes are lost, and you know what a local cache costs. The audit holds.",
  },
  task: {
    question: "You use salted rows, a summed counter and a local cache. What does the local cache cost?",
    options: {
      "stale-counts": "a like count that may be 2 s old",
      "more-money": "one more box for every web server",
      "lost-likes": "the likes of its last 2 s, when it restarts",
    },
  },
  debrief:
    "More shards spread many keys, never one key. Split hot writes over sub-keys, or count them in memory. Serve hot reads from copies close to the reader. Isolate an account with many heavy rows. And name what each remedy costs: stale counts, sums at read time, more code to run and monitor.",
  questions: [
    {
      id: "celebrity-lab-q1",
      question: "Why do more shards not help against a celebrity?",
      answer:
        "A key is on exactly one shard, however many there are. The hot row stays whole, its shard stays overloaded and the others stay idle. Updates to one row run one at a time, some 500 to 1,000 a second. So split the key itself, count in memory, and serve the reads from copies.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-q2",
      question: "Which remedies are there for a hot key, and what does each one cost?",
      answer:
        "Dedicated shard: a machine, and somebody to manage it. Salted sub-keys: a sum at read time. Local cache: values that are a little stale. Counter in memory: the last seconds of likes may be lost in a crash. Adding up in a queue: counts are late by a second. Denormalized counter: a second number to keep right. All of them: more to monitor.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-q3",
      question: "Fan-out on write or on read?",
      answer:
        "On write, a post is pushed into every follower's feed. Reading is fast, but with 31 million followers the delivery takes minutes. On read, each reader fetches the author's posts: nothing to deliver, one more lookup. The usual answer is a hybrid: push for most accounts, pull for those above a threshold.",
      facts: ["S14"],
    },
  ],
  cards: [
    {
      id: "celebrity-lab-c1",
      question: "What is a hot key?",
      answer:
        "A key that draws so many requests that it overloads its shard while the others are idle: the celebrity problem.",
      facts: ["F226"],
    },
    {
      id: "celebrity-lab-c2",
      question: "15,000 likes/s on one post, 64 sub-keys: how many updates/s does each take?",
      answer: "234.",
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
      text: "Not in the chapter: fan-out. 31 million followers at 100,000 feed inserts/s: one post takes 310 s to reach the last of them. In 2013 Twitter spoke of up to five minutes for Lady Gaga. Its answer was a hybrid: it pushes the posts of most accounts into feeds and fetches those of the very famous when somebody reads.",
      facts: ["S14"],
    },
    {
      id: "celebrity-lab-f2",
      kind: "supplement",
      text: "Not in the chapter: six remedies for a hot key. A shard of its own. Salting, which means several sub-keys whose values are summed. A local cache in each app server. A denormalized counter beside the post. A counter in memory, written to the database now and then. A queue whose consumer adds up and writes one sum a second.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-f3",
      kind: "fun",
      text: "Instagram had a 'Justin Bieber problem': his likes were counted row by row, and each new photo overloaded the cache. The remedy was a denormalized counter, one number beside the post instead of a million rows to count.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-f4",
      kind: "fun",
      text: "In 2010 the press reported that 3 % of Twitter's servers were there for Justin Bieber alone. It may be a legend, but the remedy it describes, machines for one account alone, is a real one.",
      facts: ["S13"],
    },
    {
      id: "celebrity-lab-f5",
      kind: "honesty",
      text: "The lab has one post, one celebrity, 200 seconds, and likes that are never taken back. Every like in a row makes the copy in the shared cache invalid here, which is why that cache does not help; counted in memory or by a stream, only each sum does. A stream never runs full here. With the local cache on, few views are left to sum, so the counter decides only the second star.",
      facts: [],
    },
  ],
};
