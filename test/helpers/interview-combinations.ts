/** Everything that a case of an interview can draw of its system: the strictest goals, and the least money. */
import type { LevelId } from "../../src/levels/index.ts";
import { caseRules } from "../../src/study/interview/case-data.ts";
import type { DrawnCase } from "../../src/study/interview/cases.ts";

/** Each combination of traffic, writes and places; of goals the bound that is hardest to meet. */
export function combinationsOf(id: LevelId): DrawnCase[] {
  const { models, writeShares = [undefined], sharesAway = [undefined], goals } = caseRules[id];
  const strictest = Object.fromEntries(
    Object.entries(goals).map(([name, bounds]) => [
      name,
      /share$/i.test(name) || name === "availability" ? Math.max(...bounds) : Math.min(...bounds),
    ]),
  );
  return models.flatMap(([traffic]) =>
    writeShares.flatMap((writeShare) =>
      sharesAway.map((shareAway) => ({
        traffic,
        ...(writeShare !== undefined && { writeShare }),
        ...(shareAway !== undefined && { shareAway }),
        goals: strictest,
        slack: 1.1,
      })),
    ),
  );
}
