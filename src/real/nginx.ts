/** nginx before boxes: a port for each policy. */
import type { Policy } from "../labs/index.ts";
import type { RealProgram } from "./program.ts";

export const nginx: RealProgram = {
  name: "nginx",
  packages: { Debian: "apt install nginx", macOS: "brew install nginx" },
  asks: "-v",
  // Two random choices came with 1.15.1, and a log of its own (-e) with 1.19.5.
  least: "1.19.5",
};

const methods: Readonly<Record<Policy, string>> = {
  "round-robin": "",
  random: "random;",
  two: "random two least_conn;",
  least: "least_conn;",
};

/** One process in the foreground; everything that it writes is in the folder. */
export function nginxConfig(
  folder: string,
  fronts: readonly { readonly port: number; readonly policy: Policy; readonly boxes: readonly number[] }[],
): string {
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const servers = fronts.map(
    ({ port, policy, boxes }, n) => `
  upstream boxes${n} {
    ${methods[policy]}
    ${boxes.map((box) => `server 127.0.0.1:${box} max_fails=1 fail_timeout=60s;`).join("\n    ")}
    keepalive 256;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://boxes${n};
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_next_upstream error timeout;
    }
  }`,
  );
  return `daemon off;
master_process off;
pid "${folder}/nginx.pid";
error_log stderr crit;
events { worker_connections 4096; }
http {
  access_log off;
  keepalive_requests 1000000;
  ${paths.map((name) => `${name}_temp_path "${folder}/${name}";`).join("\n  ")}${servers.join("")}
}
`;
}

/** How it is started. */
export function nginxArgs(folder: string, config: string): readonly string[] {
  return ["-p", folder, "-c", config, "-e", "stderr"];
}
