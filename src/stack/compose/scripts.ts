/** Scripts beside the compose file: what happens while traffic runs, and the clients for k6. */
import type { Stack, StackPlan } from "../plan.ts";
import type { StackStep } from "../steps.ts";
import { sqlAddress, sqlOf } from "./compose.ts";

/** One step as shell commands. A box with a database dies with its database, and comes back with it. */
function commandsOf(step: StackStep, { web, inside, db }: StackPlan): string[] {
  const stores = db ? [db.primary, ...db.copies] : [];
  const services = step.names.flatMap((name) => (stores.includes(name) ? [sqlOf(name), name] : [name]));
  const tell = (name: string, path: string) => {
    const headers = inside === undefined ? "" : `,{headers:{"x-inside":"${inside}"}}`;
    return `docker compose exec -T ${name} node -e 'fetch("http://127.0.0.1:"+${portOf(name)}+"${path}"${headers})'`;
  };
  const portOf = (name: string) => (web.names.includes(name) ? 8_000 : 7_000);
  switch (step.does) {
    case "kill":
      return [`docker compose kill ${services.join(" ")}`];
    case "start":
      return [`docker compose start ${services.join(" ")}`];
    case "slow":
      return step.names.map((name) => tell(name, `/speed/${step.speed}`));
    case "promote": {
      const [next = ""] = step.names;
      const others = db?.copies.filter((copy) => copy !== next) ?? [];
      return [
        tell(next, "/promote"),
        ...others.map((copy) => tell(copy, `/follow/${sqlAddress(next)}`)),
        ...web.names.map((name) => tell(name, `/primary/${next}`)),
      ];
    }
  }
}

/** run.sh: starts everything, lets clients come, and makes happen what happens. */
export function runScript({ plan, steps }: Stack): string {
  const lines = steps.map(
    (step) => `(sleep ${Number(step.atSec.toFixed(2))}; ${commandsOf(step, plan).join("; ")}) &`,
  );
  return `#!/bin/sh
set -e
cd "$(dirname "$0")"
rm -f results.json started
docker compose up -d --wait
if [ "$1" = k6 ]; then
  docker compose run -d --name clients k6
else
  docker compose run -d --use-aliases --name clients load
  while [ ! -e started ]; do sleep 0.2; done
fi
${lines.join("\n")}${lines.length > 0 ? "\n" : ""}docker wait clients
docker rm clients
wait
docker compose down -v
`;
}

/** Iterations wait up to so long before they ask, in seconds: what makes even arrivals random. */
const spreadSec = 3;

/**
 * k6.js: the plan's traffic as an open loop. k6 starts iterations evenly; people do not come like that, and a queue before
 * even arrivals is far shorter (at 90 % load a quarter). A random rest first makes them as good as random. Keys come by
 * Zipf popularity: the inverse of its integral, close enough for a cache.
 */
export function k6Script({ plan }: Stack, at: Readonly<Record<string, string>>): string {
  const streams = plan.traffic.map(({ kind, points }) => {
    const perMinute = points.map(([sec, rate]) => [sec, Math.round(rate * 60)] as const);
    const stages = perMinute.map(([sec, target], n) => ({
      target,
      duration: `${Math.round((sec - (perMinute[n - 1]?.[0] ?? 0)) * 1_000)}ms`,
    }));
    const last = perMinute.at(-1) ?? [0, 0];
    const rest = Math.max(0, plan.seconds - last[0]);
    const most = Math.max(...points.map(([, rate]) => rate));
    const scenario = {
      executor: "ramping-arrival-rate",
      exec: kind,
      startRate: perMinute[0]?.[1] ?? 0,
      timeUnit: "1m",
      stages: [...stages, { target: last[1], duration: `${Math.round(rest * 1_000)}ms` }],
      preAllocatedVUs: Math.ceil(most * (spreadSec + 0.5)) + 1,
      gracefulStop: "10s",
    };
    return [kind, scenario] as const;
  });
  const entrances = plan.entrances.map((name) => `http://${at[name]}`);
  return `import http from "k6/http";
import { sleep } from "k6";

export const options = {
  scenarios: ${JSON.stringify(Object.fromEntries(streams), undefined, 2).replaceAll("\n", "\n  ")},
  summaryTrendStats: ["avg", "med", "p(95)", "p(99)", "max"],
};

const entrances = ${JSON.stringify(entrances)};
const objects = ${plan.data.objects};

function popular() {
  const a = 1 - ${plan.data.zipf};
  return Math.floor(Math.pow(Math.random() * (Math.pow(objects + 1, a) - 1) + 1, 1 / a)) - 1;
}

function send(kind, key) {
  sleep(Math.random() * ${spreadSec});
  const entrance = entrances[Math.floor(Math.random() * entrances.length)];
  http.get(\`\${entrance}/\${kind}/\${key}\`, { timeout: "${plan.patienceMs}ms", tags: { name: kind } });
}

${plan.traffic.map(({ kind }) => `export function ${kind}() {\n  send("${kind}", ${keyOf(kind, plan)});\n}`).join("\n")}
`;
}

/** Which key a kind of request asks for, as an expression. */
function keyOf(kind: StackPlan["traffic"][number]["kind"], { kinds }: StackPlan): string {
  if (kind === "post" || kind === "like") return "objects";
  if (kind === "photo") return "Math.floor(Math.random() * 1e9)";
  return kinds[kind]?.changes ? "Math.floor(Math.random() * objects)" : "popular()";
}
