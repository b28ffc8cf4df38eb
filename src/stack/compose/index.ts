/** Everything that a stack for Docker consists of, as files by their names. */
import { balancerConfig } from "../servers.ts";
import type { StackTrial } from "../trial.ts";
import { composeAddresses, composeFile } from "./compose.ts";
import { k6Script, runScript } from "./scripts.ts";
import { sqlFiles } from "./sql.ts";

/** The files but for README and what is expected. @param programs the stack's own programs, by file name */
export function composeFiles(
  { stack }: StackTrial,
  programs: Readonly<Record<string, string>>,
): Record<string, string> {
  const { plan } = stack;
  const at = composeAddresses(stack);
  return {
    "compose.yml": composeFile(stack),
    ...(plan.balancer && { "haproxy.cfg": balancerConfig(plan, "*:8080", at) }),
    ...programs,
    "plan.json": `${JSON.stringify({ ...plan, at }, undefined, 2)}\n`,
    ...(plan.db && sqlFiles(plan)),
    "k6.js": k6Script(stack, at),
    "run.sh": runScript(stack),
  };
}
