/** The exact simulations of queues, whose figures the quick tests only read. */
import { expect, test } from "vitest";
import { balancedCases, byEvents, caseName } from "../helpers/balanced.ts";
import { overloadByEvents, overloadedQueues } from "../helpers/overload.ts";

const policies = ["round-robin", "two-choices", "least-connections"] as const;

test("event by event, queues behind a balancer and through an overload are as recorded", async () => {
  const balanced = policies.flatMap((policy) =>
    balancedCases.map((each) => [caseName(policy, each), byEvents(policy, each)] as const),
  );
  const overloaded = overloadedQueues.map(
    (each) => [`${each.servers} servers`, overloadByEvents(each)] as const,
  );
  const found = { balanced: Object.fromEntries(balanced), overloaded: Object.fromEntries(overloaded) };
  const rounded = JSON.stringify(
    found,
    (_, value) => (typeof value === "number" ? Number(value.toPrecision(7)) : value),
    2,
  );
  await expect(`${rounded}\n`).toMatchFileSnapshot("../golden/exact-queues.json");
});
