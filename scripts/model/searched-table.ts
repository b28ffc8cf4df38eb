/** What a search came upon, as tables: how many designs have another verdict exactly, by how much theirs hangs on. */
import { written } from "../../test/helpers/exact-runs.ts";
import {
  byDesign,
  type Compared,
  compare,
  hingeOf,
  otherVerdicts,
  readSearched,
  whyApart,
} from "../../test/helpers/searched.ts";

/** Distances of the worst goal from its target, from the nearest to the farthest. */
const ranges = [
  ["less than 3 %", 0, 0.03],
  ["3 to 10 %", 0.03, 0.1],
  ["10 to 30 %", 0.1, 0.3],
  ["30 to 100 %", 0.3, 1],
  ["more", 1, Number.POSITIVE_INFINITY],
] as const;

const distanceOf = ({ told }: Compared) => Math.abs(hingeOf(told).distance);
const percent = (share: number) => `${(100 * share).toFixed(Math.abs(share) < 0.1 ? 1 : 0)} %`;

/** A row of counts: designs, their exact runs, and how many have another verdict in all of these, or in some. */
function counts(designs: readonly Compared[]): string {
  const runs = designs.reduce((sum, each) => sum + each.runs.length, 0);
  const others = designs.map((each) => otherVerdicts(each) / each.runs.length);
  const inAll = others.filter((share) => share === 1).length;
  const inSome = others.filter((share) => share > 0 && share < 1).length;
  return [designs.length, runs, inAll, inSome].join(" | ");
}

/** A goal of a design that comes out otherwise in an exact run. */
function rowsOf(each: Compared): string[] {
  const why = whyApart(each);
  return each.told.flatMap((goal, at) => {
    const exact = each.runs.map((run) => run[at]!);
    if (exact.every(({ met }) => met === goal.met)) return [];
    const bound = `${goal.bound === "atMost" ? "≤" : "≥"} ${written(goal.target)}`;
    const verdict =
      otherVerdicts(each) === 0 ? "the same" : `another in ${otherVerdicts(each)} of ${exact.length}`;
    const values = exact.map(({ value }) => written(value)).join(", ");
    return `| ${each.level}, ${each.day} | \`${each.line}\` | ${goal.indicator} ${bound} | ${written(goal.value)} | ${values} | ${verdict}, ${percent(hingeOf(each.told).distance)} | ${why} |`;
  });
}

/** The tables of all designs that are on record and of today's levels. */
export function searchedTables(): string {
  const designs = byDesign(readSearched())
    .map(compare)
    .filter(({ isStale }) => !isStale);
  const levels = [...new Set(designs.map(({ level }) => level))].sort((a, b) => a - b);
  const heads = (first: string) => [
    `| ${first} | designs | exact runs | another verdict in all of their runs | in some |`,
    "|---|---|---|---|---|",
  ];
  const near = designs.filter((each) => distanceOf(each) < 0.1);
  return [
    ...heads("worst goal from its target"),
    ...ranges.map(([name, from, to]) => {
      const within = designs.filter((each) => distanceOf(each) >= from && distanceOf(each) < to);
      return `| ${name} | ${counts(within)} |`;
    }),
    "",
    ...heads("level"),
    ...levels.map((level) => `| ${level} | ${counts(designs.filter((each) => each.level === level))} |`),
    `| all | ${counts(designs)} |`,
    `| of these nearer than 10 % | ${counts(near)} |`,
    "",
    "| level, day | design | goal | report | exact runs | verdict, and the worst goal's distance | why |",
    "|---|---|---|---|---|---|---|",
    ...designs.filter(({ agreement }) => agreement !== "agreed").flatMap(rowsOf),
  ].join("\n");
}
