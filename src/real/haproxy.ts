/** HAProxy before boxes: a port for each policy. */
import type { Policy } from "../labs/index.ts";
import { haproxyMethods } from "../stack/index.ts";
import type { RealProgram } from "./program.ts";

export const haproxy: RealProgram = {
  name: "haproxy",
  packages: { Debian: "apt install haproxy", macOS: "brew install haproxy" },
  asks: "-v",
  // Draws of random choices, and retries of what a dead box left, came with 2.0.
  least: "2.0",
};

/** One process in the foreground. */
export function haproxyConfig(
  fronts: readonly { readonly port: number; readonly policy: Policy; readonly boxes: readonly number[] }[],
): string {
  const servers = fronts.map(
    ({ port, policy, boxes }, n) => `
frontend front${n}
  bind 127.0.0.1:${port}
  default_backend boxes${n}
backend boxes${n}
  balance ${haproxyMethods[policy]}
  ${boxes.map((box, at) => `server box${at} 127.0.0.1:${box} check inter 500 fall 1`).join("\n  ")}
`,
  );
  return `global
  maxconn 8000
defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  retries 3
  option redispatch 1
  retry-on conn-failure empty-response response-timeout
${servers.join("")}`;
}

/** How it is started. */
export function haproxyArgs(config: string): readonly string[] {
  return ["-db", "-f", config];
}
