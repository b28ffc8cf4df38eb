/** The entry of the processes that an experiment starts: each does what its role is, until nobody asks any more. */
import type { Calls, Question, Reply, Role } from "./peer.ts";

const roles = {
  server: async () => (await import("./slots-server.ts")).slotsServer,
  client: async () => (await import("./open-loop.ts")).openLoop,
} as const satisfies Readonly<Record<Role, () => Promise<Calls>>>;

const send = (reply: Reply) => process.connected && process.send?.(reply);

const role = process.argv[2];
if (role !== undefined && Object.hasOwn(roles, role) && process.send) {
  // Whoever started us ends us; without him nobody wants an answer.
  process.on("SIGINT", () => {});
  process.on("disconnect", () => process.exit());
  const calls = roles[role as Role]();
  process.on("message", async ({ id, name, given }: Question) => {
    const call = ((await calls) as Calls)[name];
    const answer = await call?.(given as never, (news: unknown) => void send({ id, news }));
    send({ id, answer });
  });
}
