import type { LevelProse } from "../prose.ts";

export const prose: LevelProse = {
  title: "Message queue",
  promise: "Accept the job now, do the work later",
  story:
    "Photo filters ship today: crop, sharpen, blur. They run inside the web request, and while a box is busy with a photo, other requests wait. Then a filter goes viral. This level looks at one data center.",
  brief: [
    {
      id: "10-message-queue-p1",
      title: "Slow work in a fast request",
      text: "Customizing a photo (crop, sharpen, blur) takes time: here 100 ms of CPU, where a page takes 2. Done inside the request, it makes users wait and overloads the web tier. Instead, the web server publishes a job, and photo workers pick it up and process it asynchronously.",
      facts: ["F186"],
    },
    {
      id: "10-message-queue-p3",
      title: "Producers and consumers",
      text: "Producers, also called publishers, create messages and publish them to the queue. That costs a web server 0.3 ms of CPU here instead of 100. Consumers, or subscribers, connect to the queue and perform the actions that the messages describe, each as fast as it can.",
      facts: ["F182", "F183"],
    },
  ],
  lesson: [
    {
      id: "10-message-queue-p2",
      title: "What a message queue is",
      text: "The chapter's words: a durable component, stored in memory, that supports asynchronous communication. Asynchronous means that the sender does not wait until the work is done. The user reads 'your photo is on its way', and that is true, because the job is stored.",
      facts: ["F180"],
    },
    {
      id: "10-message-queue-p4",
      title: "A buffer for bursts",
      text: "The queue serves as a buffer and distributes asynchronous requests to free workers. A burst makes the queue longer instead of overloading the web tier. But nothing is saved: as long as jobs arrive faster than the workers finish them, the queue grows, every second.",
      facts: ["F181"],
    },
    {
      id: "10-message-queue-p5",
      title: "Producers and consumers need not meet",
      text: "A producer can post a message when the consumer is unavailable, and a consumer can read messages when the producer is unavailable. If all workers stop for a minute, no page fails; photos are only ready later. What was an outage is now a delay.",
      facts: ["F184"],
    },
    {
      id: "10-message-queue-p6",
      title: "Scale each side alone",
      text: "A message queue decouples the parts of a system, so that they scale independently; many real systems use it for just that. The numbers of producers and consumers are set separately: when the queue grows, add workers; when it is mostly empty, remove some. The web tier stays as it is.",
      facts: ["F179", "F185"],
    },
    {
      id: "10-message-queue-p7",
      title: "A workflow for the steps",
      text: "The notes add AWS Step Functions, which complement queues. A workflow orchestrates the tasks that process messages from an SQS queue. Each step is a task, here crop, sharpen, publish, and the workflow handles the transitions between them and their errors.",
      facts: ["F187", "F188"],
    },
    {
      id: "10-message-queue-p8",
      title: "Started by a message, with error steps",
      text: "A queue such as SQS decouples; a workflow can start on an event, such as a message arriving in it. And it can contain error steps, so that a failure while processing is handled gracefully: it repeats that step, or moves the photo to a dead-letter queue, instead of starting all over.",
      facts: ["F189", "F190"],
    },
    {
      id: "10-message-queue-p9",
      title: "Who does what",
      text: "In one sentence: Step Functions orchestrates and coordinates, queues carry asynchronous communication. Use a queue between services and a workflow inside a job. Together they give scalable, loosely coupled and reliable architectures.",
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
        "  here 0.3 ms a job        a burst waits here               here 100 ms",
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
      "The filter goes viral: 1,200 jobs a second for 60 s, each 100 ms of work. How many jobs will wait in your queue when it is longest?",
    options: {},
    unit: ["job", "jobs"],
    explanation:
      "Each second of the burst 1,200 jobs arrive, and six boxes of eight cores finish 460. With six the queue grows by 740 a second, to about 45,000 after 60 s. Boxes that are added meanwhile need 45 s to boot and start when the burst is over. After it 320 jobs a second still arrive, so only the capacity above 320 shortens the queue.",
  },
  hints: [
    "Take the slow work out of the request: buy a queue as the buffer and workers that scale on queue depth. Then choose durability, acknowledgement, attempts and dead letters for the other faults.",
    "Buy the durable queue ($400), acknowledged when done, with 3 attempts, then dead letters. Buy 6 workers that scale up to 14. The web tier stays at 8 × 8.",
  ],
  events: {
    "poison-photo": "A poison photo arrives: it crashes its worker.",
    "filter-viral": "A filter goes viral: 1,200 photos arrive each second.",
    "broker-restart": "The queue's broker restarts.",
    "worker-dies": "A worker dies while it is processing jobs.",
    "web-box-dies": "A web box dies.",
  },
  wrongAnswers: {
    naive: {
      title: "Do it in the request, add web boxes",
      why: "In the burst the photos alone need 1,200 × 100 ms = 120 cores, the pages some 35 more, and 18 boxes with 8 vCPU do the work of 138. Boxes enough for the one minute of the burst would be idle for the rest of the month.",
    },
    A: {
      title: "A queue, but too few workers",
      why: "Four workers finish about 307 jobs/s, and 320 arrive even without the burst. Pages are fast, but the queue never stops growing. A queue delays an overload; only capacity ends it.",
    },
    B: {
      title: "A queue in memory only",
      why: "The broker restarts just after the burst, when the queue is longest, and everything in its memory is lost. Durability means that accepted messages survive a restart.",
    },
    C: {
      title: "Acknowledge on receipt",
      why: "The queue deletes a job as soon as a worker has received it. When the worker dies, its jobs are lost. Acknowledge after the work instead: then the job is delivered again, perhaps a second time, so make it idempotent.",
    },
    D: {
      title: "Retry forever, with a fixed number of workers",
      why: "A poison photo can never succeed, so it is delivered again and again, and each time it crashes a worker. The fixed number of workers cannot make up for that. Limit the attempts, then move the message to a dead-letter queue.",
    },
    E: {
      title: "Eighteen workers around the clock",
      why: "It is fast, but you pay all month for the capacity of one minute. The queue is there to buffer such a burst.",
    },
  },
  stars: {
    two: "Pass with 95 % of the photos ready within 60 s.",
    three: "No step is done twice: photos resume where they were. The audit holds.",
  },
  debrief:
    "Web servers publish jobs, workers process them asynchronously, and each side is scaled alone. A queue turns a burst into a delay. It must be durable, jobs must be acknowledged after the work, and poison messages need a dead-letter queue. Step Functions orchestrates, the queue carries.",
  forReal: "With real processes, on your own machine: play real level 10",
  questions: [
    {
      id: "10-message-queue-q1",
      question: "What does a message queue buy you?",
      answer:
        "Decoupling: producers and consumers need not be up at the same time, each side scales independently, and bursts wait in a buffer instead of overloading the web tier. The price is that results come later and jobs may run twice. The sum to do: arrival rate minus service rate is how fast the queue grows.",
      facts: ["F179", "F181", "F184", "F185"],
    },
    {
      id: "10-message-queue-q2",
      question: "What can go wrong with a queue?",
      answer:
        "Consumers are too slow, so the queue grows. Messages are lost, without durability or by early acknowledgement. Messages come twice, or out of order, or are poison. So watch depth and the age of the oldest message, use a dead-letter queue, and make the work idempotent: remember the ids of jobs that are done.",
      facts: ["S11"],
    },
    {
      id: "10-message-queue-q3",
      question: "Queue or workflow engine?",
      answer:
        "A queue carries messages asynchronously. A workflow engine such as Step Functions coordinates several steps, with order, retries and error branches. Use both: a queue between services, a workflow inside the job.",
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
      answer: "Nothing: they continue to post, and the messages wait.",
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
      text: "Not in the chapter: most queues deliver at least once. A job whose worker died is delivered again, perhaps after it was done. So make work idempotent: doing it twice has the effect of doing it once. An idempotency key does that: the job's id is stored with its result. After a few attempts a message goes to a dead-letter queue, where a person can look at it.",
      facts: ["S11"],
    },
    {
      id: "10-message-queue-f3",
      kind: "supplement",
      text: "Not in the chapter: retries multiply load just when there is too much of it. Limit them (three attempts are usual), wait longer before each one (back-off), and add a random time (jitter), so that clients do not retry in step. A circuit breaker goes further: after many failures it stops calling for a while, then tries one request.",
      facts: ["S10"],
    },
    {
      id: "10-message-queue-f4",
      kind: "fun",
      text: "The tool matters as much as the number of workers. Resizing one JPEG in a published test took about 0.1 s of CPU with sharp, 0.46 with ImageMagick and 4.8 in pure JavaScript. Before you buy workers, measure what they do.",
      facts: ["F186"],
    },
    {
      id: "10-message-queue-f5",
      kind: "honesty",
      text: "Every photo costs the same here, and the queue is served in order. Real photos differ, and many queues promise no order unless you pay for it. The photos themselves are not stored anywhere in this game: neither the upload nor the result has a price here.",
      facts: [],
    },
    {
      id: "10-message-queue-f6",
      kind: "supplement",
      text: "Not in the chapter: how does a photo get in? The app asks the web server for a pre-signed URL, uploads the file straight to object storage, and then tells the server. The server stores a row and publishes a job; a worker reads the file, writes the results beside it, and the CDN serves them. No photo passes a web server.",
      facts: [],
    },
    {
      id: "10-message-queue-f7",
      kind: "supplement",
      text: "Not in the chapter: a queue that only grows needs backpressure. Limit its length and refuse or slow down producers when it is full, drop jobs that nobody waits for any more, or serve the urgent ones first. Otherwise all jobs are late: at 460 a second, 45,000 waiting jobs mean more than a minute and a half.",
      facts: [],
    },
    {
      id: "10-message-queue-f8",
      kind: "supplement",
      text: "Not in the chapter: a queue gives each message to one consumer and then deletes it. A log such as Kafka keeps messages for days; several groups of consumers read all of it, each at its own position. It keeps order within a partition, so choose the partition by the key whose order matters.",
      facts: [],
    },
  ],
};
