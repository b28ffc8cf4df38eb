/** How the servers of others are set up for a plan: HAProxy and Redis. */
import type { StackPlan } from "./plan.ts";

type Addresses = Readonly<Record<string, string>>;

/** The policies of a balancer as HAProxy calls them. */
export const haproxyMethods = {
  "round-robin": "roundrobin",
  random: "random(1)",
  two: "random(2)",
  least: "leastconn",
} as const;

/** HAProxy's configuration for the plan's balancer, listening at an address such as "*:8080". */
export function balancerConfig({ balancer, web, inside }: StackPlan, bind: string, at: Addresses): string {
  if (!balancer) throw new RangeError("the plan has no balancer");
  const { policy, checkMs, misses, retries } = balancer;
  return `global
  maxconn 4000

defaults
  mode http
  timeout connect 250ms
  timeout client 1m
  timeout server 1m
  timeout queue 1m
  retries ${retries ? 1 : 0}
${retries ? "  option redispatch 1\n  retry-on conn-failure\n" : ""}
frontend clients
  bind ${bind}
  default_backend boxes

backend boxes
  balance ${haproxyMethods[policy]}
  option httpchk GET /health
${inside === undefined ? "" : `  http-request set-header x-inside ${inside}\n`}  default-server check inter ${checkMs}ms fall ${misses} rise 1
${web.names.map((name) => `  server ${name} ${at[name]}`).join("\n")}
`;
}

/** What a cache node is started with. */
export function cacheArguments({ cache }: StackPlan): string[] {
  if (!cache) throw new RangeError("the plan has no cache");
  return [
    ...["--save", "", "--appendonly", "no", "--maxmemory", String(cache.memoryBytes)],
    ...["--maxmemory-policy", cache.policy, "--maxmemory-samples", "10"],
  ];
}

/** What the broker is started with: a durable one writes every message to its file before it says so. */
export function brokerArguments({ queue }: StackPlan): string[] {
  if (!queue) throw new RangeError("the plan has no queue");
  return [
    "--save",
    "",
    ...(queue.isDurable ? ["--appendonly", "yes", "--appendfsync", "always"] : ["--appendonly", "no"]),
  ];
}
