import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Message queue",
  promise: "Take the order now, cook at your own pace",
  story:
    "Photo filters ship today: crop, sharpen, blur. They run inside the web request, and while a box is busy with somebody's sunset, everybody behind it waits. Then a filter goes viral. We zoom in on one data center.",
  lesson: [
    {
      id: "10-message-queue-p1",
      title: "Slow work in a fast request",
      text: "Customising a photo (crop, sharpen, blur) takes time: here 400 ms of CPU, where a page takes 20. Done inside the request, it makes users wait and boxes burn. Instead, the web server publishes a job, and photo workers pick it up and process it asynchronously.",
      facts: ["F186"],
    },
    {
      id: "10-message-queue-p2",
      title: "What a message queue is",
      text: "The chapter's words: a durable component, stored in memory, that supports asynchronous communication. Asynchronous means that whoever sends does not wait for whoever works. The user reads 'your photo is on its way', and that is true.",
      facts: ["F180"],
    },
    {
      id: "10-message-queue-p3",
      title: "Producers and consumers",
      text: "Producers, also called publishers, create messages and publish them to the queue: for a web server here 3 ms of work instead of 400. Consumers, or subscribers, connect to the queue and perform the actions that the messages describe, each as fast as it can.",
      facts: ["F182", "F183"],
    },
    {
      id: "10-message-queue-p4",
      title: "A buffer, not a bin",
      text: "The queue serves as a buffer and hands out asynchronous requests to those who are free. A burst becomes a line instead of a crash. But the line keeps its accounts: whatever comes faster than it is worked off makes it longer, every second.",
      facts: ["F181"],
    },
    {
      id: "10-message-queue-p5",
      title: "Apart in time",
      text: "A producer can post a message when no consumer is there, and a consumer can work through the line when the producer has gone. Stop every worker for a minute: no page fails, photos merely come later. What used to be an outage is now a delay.",
      facts: ["F184"],
    },
    {
      id: "10-message-queue-p6",
      title: "Apart in size",
      text: "A message queue decouples the parts of a system, so that they scale independently; many real systems use it for just that. The numbers of producers and consumers are set separately: when the line grows, add workers; when it is mostly empty, take some away. The web tier need not know.",
      facts: ["F179", "F185"],
    },
    {
      id: "10-message-queue-p7",
      title: "A conductor for the steps",
      text: "The notes add AWS Step Functions, which complement queues. A workflow orchestrates the tasks that process messages from an SQS queue: each step is a task, here crop, sharpen, publish, and the workflow takes care of the transitions between them and of their errors.",
      facts: ["F187", "F188"],
    },
    {
      id: "10-message-queue-p8",
      title: "Started by a message, ready to fail",
      text: "A queue such as SQS decouples; a workflow can start on an event, such as a message arriving in it. And it can contain error steps, so that a failure while processing is handled gracefully: try this step again, or lay the photo aside, instead of starting all over.",
      facts: ["F189", "F190"],
    },
    {
      id: "10-message-queue-p9",
      title: "Who does what",
      text: "In one line: Step Functions orchestrates and coordinates, queues carry asynchronous communication. A queue between services, a workflow inside a job. Together they give architectures that are scalable, loosely coupled and reliable.",
      facts: ["F191", "F192"],
    },
  ],
  figures: [
    {
      id: "10-message-queue-d1",
      title: "Producers, queue, consumers",
      lines: [
        "  producers                    the queue                    consumers",
        "  ┌───────┐         ┌───────────────────────────────┐       ┌──────────┐",
        "  │ web 1 │──┐      │ ┌────┐┌────┐┌────┐┌────┐┌────┐│    ┌─▶│ worker 1 │",
        "  └───────┘  │      │ │job ││job ││job ││job ││job ││    │  └──────────┘",
        "  ┌───────┐  │      │ │ 9  ││ 8  ││ 7  ││ 6  ││ 5  ││    │  ┌──────────┐",
        "  │ web 2 │──┼─────▶│ └────┘└────┘└────┘└────┘└────┘│────┼─▶│ worker 2 │",
        "  └───────┘  │      └───────────────────────────────┘    │  └──────────┘",
        "  ┌───────┐  │                                           │  ┌──────────┐",
        "  │ web n │──┘ publish                           consume └─▶│ worker n │",
        "  └───────┘                                                 └──────────┘",
        "  here 3 ms a job          a burst becomes a line           here 400 ms",
      ],
      facts: ["D24", "F181", "F182", "F183"],
    },
  ],
  sentence: {
    text: "The producer and the consumer can be scaled independently.",
    from: "chapter 1, message queue",
  },
  prediction: {
    question:
      "The filter goes viral: 300 jobs a second for 60 s, each 400 ms of work. How many jobs will wait in your queue when its line is longest?",
    options: {},
    unit: ["job", "jobs"],
    explanation:
      "Each second 300 come and as many go as the workers do: six boxes of eight cores do 97, so 203 more stand in the line, and after 60 s about 12,000. Boxes that are added when the line is seen boot too late to change that. And a line does not vanish with the burst: 80 still arrive, and only what is left shortens it.",
  },
  hints: [
    "The web tier saturates first: a photo costs it 400 ms of CPU, twenty times a page. 80 photos a second keep 32 cores busy, 300 would keep 120.",
    "Take the slow work out of the request: a queue as the buffer, workers that scale on its depth. Then read the timeline again: a restart, a death, a poison photo.",
    "Durable queue ($130), acknowledged when done; 6 workers that scale up to 14; 3 attempts, then dead letters. The web tier stays at 10 × 8.",
  ],
  events: {
    "poison-photo": "A photo arrives that crashes whoever touches it.",
    "filter-viral": "The filter goes viral: 300 photo jobs a second.",
    "broker-restart": "The queue's broker restarts, at the worst moment.",
    "worker-dies": "A worker dies with jobs in its hands.",
  },
  wrongAnswers: {
    naive: {
      title: "Do it in the request, add web boxes",
      why: "In the burst the photos alone want 300 × 400 ms = 120 cores, and 18 boxes of 8 have 117 for photos and pages together. Enough boxes for the minute of the burst would then stand idle for a month.",
    },
    A: {
      title: "A queue, but too few workers",
      why: "Four workers do about 65 jobs/s, and 80 arrive on a calm day. The pages are happy; the line never stops growing. A queue hides overload, it does not abolish it.",
    },
    B: {
      title: "A queue in memory only",
      why: "The broker restarts just after the burst, when the line is longest, and everything that waited in its memory is gone. Durability is what you pay a queue for.",
    },
    C: {
      title: "Acknowledge on receipt",
      why: "The queue forgets a job as soon as a worker has taken it; when the worker dies, the jobs in its hands die with it. Acknowledged after the work they come back, perhaps twice, so make jobs idempotent.",
    },
    D: {
      title: "Retry for ever",
      why: "A poison photo can never succeed, so it comes back for ever, and workers spend their time being crashed. More workers only hide that. Set a limit, then move it to a dead-letter queue.",
    },
    E: {
      title: "Eighteen workers around the clock",
      why: "Fast, and sized for the one minute of the burst in all the others too. That is what the buffer was for.",
    },
  },
  stars: {
    two: "Pass with 95 % of the photos ready within 60 s.",
    three: "No photo is done twice: an interrupted one resumes at its step.",
  },
  debrief:
    "Publish and move on; work at your own pace; scale each side alone. A queue turns a burst into a delay, as long as it survives a restart, forgets nothing too early and does not choke on poison. Step Functions conducts, the queue carries.",
  questions: [
    {
      id: "10-message-queue-q1",
      question: "What does a message queue buy you?",
      answer:
        "Decoupling: producers and consumers need not be up at the same time, each side scales independently, and bursts wait in a buffer instead of breaking the web tier.",
      facts: ["F179", "F181", "F184", "F185"],
    },
    {
      id: "10-message-queue-q2",
      question: "What can go wrong with a queue?",
      answer:
        "Consumers that are too slow, so depth grows; messages lost without durability or by early acknowledgement; duplicates; poison messages; lost ordering. Watch depth and age, use dead-letter queues, and make the work idempotent.",
      facts: ["S11"],
    },
    {
      id: "10-message-queue-q3",
      question: "Queue or workflow engine?",
      answer:
        "A queue carries messages asynchronously. A workflow such as Step Functions coordinates several steps, with order, retries and error branches. Together: a queue between services, a workflow inside the job.",
      facts: ["F188", "F190", "F191"],
    },
  ],
  cards: [
    {
      id: "10-message-queue-c1",
      question: "How does the chapter describe a message queue?",
      answer: "A durable component, stored in memory, that supports asynchronous communication.",
      facts: ["F180"],
    },
    {
      id: "10-message-queue-c2",
      question: "Step Functions and a queue: which does what?",
      answer: "Step Functions orchestrates and coordinates; the queue carries asynchronous communication.",
      facts: ["F191"],
    },
    {
      id: "10-message-queue-c3",
      question: "All consumers are down for a minute. What happens to the producers?",
      answer: "Nothing: they go on posting, and the messages wait.",
      facts: ["F184"],
    },
    {
      id: "10-message-queue-c4",
      question: "Why must a job be idempotent?",
      answer: "Queues deliver at least once: a job may run twice, and the second run must change nothing.",
      facts: ["S11"],
    },
  ],
  factCards: [
    {
      id: "10-message-queue-f1",
      kind: "correction",
      text: "The notes say that a message queue is 'durable' and 'stored in memory'. More exactly: memory alone is not durable. Durability comes from disk or from copies on other machines, or both: Kafka's log, RabbitMQ's durable and quorum queues, the copies SQS keeps.",
      facts: ["F180", "X14"],
    },
    {
      id: "10-message-queue-f2",
      kind: "supplement",
      text: "Not in the chapter: most queues deliver at least once. A job whose worker died comes back, perhaps after it was done. So make work idempotent: doing it twice has the effect of doing it once. And give up in order: after a few attempts, a message goes to a dead-letter queue, where a person can look at it.",
      facts: ["S11"],
    },
    {
      id: "10-message-queue-f3",
      kind: "supplement",
      text: "Not in the chapter: retries multiply load just when there is too much of it. Give them a budget (three attempts is a common limit), wait longer before each one (back-off), and add a random part to the wait (jitter), so that a thousand clients do not return in step.",
      facts: ["S10"],
    },
    {
      id: "10-message-queue-f4",
      kind: "fun",
      text: "The tool matters as much as the fleet. Resizing one JPEG in a published test took about 0.1 s of CPU with sharp, 0.46 with ImageMagick and 4.8 in pure JavaScript. Before you buy workers, look at what they do all day.",
      facts: ["F186"],
    },
    {
      id: "10-message-queue-f5",
      kind: "honesty",
      text: "Honest limits: every photo costs the same here, and the line is served in order. Real photos differ, and many queues promise no order at all unless you ask, and pay, for it.",
      facts: [],
    },
  ],
};
