/** How far the effective queue of each balancing policy is from the boxes themselves. */
import { byErlang, byEvents, byStation, figures } from "../../test/helpers/balanced.ts";
import type { OraclePolicy } from "../../test/oracle/boxes.ts";

/** Of each policy, the default first: the figure, with its sign, that is furthest off over 2 to 16 boxes of 1 and 8 cores. */
export function balancingErrors() {
  const policies: readonly OraclePolicy[] = ["round-robin", "two-choices", "least-connections", "random"];
  return policies.flatMap((policy) =>
    [[0.5, 0.7], [0.9]].map((utilizations) => ({
      what: `2 to 16 boxes, ${policy}, ρ = ${utilizations.join(" and ")}`,
      against: policy === "random" ? "Erlang C" : "exact",
      worst: worstOf(policy, utilizations),
    })),
  );
}

function worstOf(policy: OraclePolicy, utilizations: readonly number[]) {
  const worst = { mean: 0, p50: 0, p95: 0, p99: 0 };
  for (const boxes of [2, 8, 16])
    for (const cores of [1, 8])
      for (const utilization of utilizations) {
        const each = { boxes, serversPerBox: cores, utilization };
        const exact = policy === "random" ? byErlang(each) : byEvents(policy, each);
        const got = byStation(policy, each);
        for (const figure of figures) {
          const off = got[figure] / exact[figure] - 1;
          if (Math.abs(off) > Math.abs(worst[figure])) worst[figure] = off;
        }
      }
  return worst;
}
