/** The stack as a compose file: official images, boxes pinned to cores instead of held back by quotas. */
import type { Process, Program, Stack, StackPlan } from "../plan.ts";
import { brokerArguments, cacheArguments } from "../servers.ts";
import { type Yaml, yamlLines } from "./yaml.ts";

const images = {
  node: "node:20.19-alpine",
  haproxy: "haproxy:2.8-alpine",
  redis: "redis:7.2-alpine",
  postgres: "postgres:16.4-alpine",
  k6: "grafana/k6:0.54.0",
} as const;

/** Where each program listens in its container. */
const ports: Readonly<Record<Program, number>> = {
  web: 8_000,
  store: 7_000,
  worker: 7_100,
  scaler: 7_200,
  load: 7_300,
  redis: 6_379,
  haproxy: 8_080,
};

/** Where the folder of the stack is in its containers. */
const folder = "/stack";
const stackCpus = "$" + "{STACK_CPUS:-1}";
const loadCpus = "$" + "{LOAD_CPUS:-0}";
const sqlPort = 5_432;

/** Where each part of a stack is found by the others. */
export function composeAddresses({ processes }: Stack): Record<string, string> {
  const parts: readonly Process[] = [...processes, { name: "load", program: "load" }];
  return Object.fromEntries(parts.map(({ name, program }) => [name, `${name}:${ports[program]}`]));
}

const check = (test: Yaml): Yaml => ({ test, interval: "2s", timeout: "2s", retries: 30 });

/** The service of a store's own database. */
export const sqlOf = (store: string) => `${store}-postgres`;
/** Where it is found. */
export const sqlAddress = (store: string) => `${sqlOf(store)}:${sqlPort}`;

function nodeService({ name, program }: Process, more: Readonly<Record<string, string>> = {}): Yaml {
  return {
    image: images.node,
    command: ["node", `${folder}/${program}.mjs`, name],
    environment: { BIND: "0.0.0.0", ...more },
    volumes: [`.:${folder}:ro`],
    cpuset: stackCpus,
    healthcheck: check(["CMD", "wget", "-qO-", `http://127.0.0.1:${ports[program]}/health`]),
  };
}

/** A copy refuses to follow a primary that may have more senders than itself. */
const sqlSettings = ["-c", "wal_level=replica", "-c", "max_wal_senders=32"];

/** A database of its own for a store: the primary with schema and seed, a copy that follows it. */
function sqlService(name: string, primary: string): Yaml {
  const isPrimary = name === primary;
  const follow = [
    "rm -rf /tmp/data",
    `until pg_basebackup -h ${sqlOf(primary)} -U postgres -D /tmp/data -R -c fast; do sleep 1; done`,
    "chmod 700 /tmp/data",
    ["exec postgres -D /tmp/data", ...sqlSettings].join(" "),
  ];
  return {
    image: images.postgres,
    environment: { POSTGRES_HOST_AUTH_METHOD: "trust" },
    ...(isPrimary
      ? {
          command: ["postgres", ...sqlSettings],
          volumes: ["./sql:/docker-entrypoint-initdb.d:ro"],
        }
      : { user: "postgres", command: ["sh", "-c", follow.join(" && ")] }),
    cpuset: stackCpus,
    healthcheck: check(["CMD", "pg_isready", "-U", "postgres"]),
    ...(isPrimary ? {} : { depends_on: { [sqlOf(primary)]: { condition: "service_healthy" } } }),
  };
}

function serviceOf(process: Process, plan: StackPlan): readonly (readonly [string, Yaml])[] {
  const { name, program } = process;
  if (program === "redis") {
    const args = name === plan.queue?.name ? brokerArguments(plan) : cacheArguments(plan);
    const redis = {
      image: images.redis,
      command: ["redis-server", ...args],
      cpuset: stackCpus,
      healthcheck: check(["CMD", "redis-cli", "ping"]),
    };
    return [[name, redis]];
  }
  if (program === "haproxy") {
    const balancer = {
      image: images.haproxy,
      volumes: ["./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"],
      cpuset: stackCpus,
      healthcheck: check(["CMD", "nc", "-z", "127.0.0.1", String(ports.haproxy)]),
    };
    return [[name, balancer]];
  }
  if (program !== "store") return [[name, nodeService(process)]];
  const primary = plan.db?.primary ?? name;
  return [
    [sqlOf(name), sqlService(name, primary)],
    [name, nodeService(process, { POSTGRES: sqlAddress(name) })],
  ];
}

/** The text of compose.yml. */
export function composeFile({ processes, plan }: Stack): string {
  const load = {
    ...(nodeService({ name: "load", program: "load" }) as Record<string, Yaml>),
    command: ["node", `${folder}/load.mjs`, "--out", `${folder}/results.json`],
    volumes: [`.:${folder}`],
    cpuset: loadCpus,
    profiles: ["load"],
  };
  const k6 = {
    image: images.k6,
    // The image's own user may write nothing into a folder of somebody else's.
    user: "0",
    command: ["run", `--summary-export=${folder}/results.json`, `${folder}/k6.js`],
    volumes: [`.:${folder}`],
    cpuset: loadCpus,
    profiles: ["k6"],
  };
  const services = { ...Object.fromEntries(processes.flatMap((each) => serviceOf(each, plan))), load, k6 };
  return `${yamlLines({ name: "zero-to-millions", services }).join("\n")}\n`;
}
