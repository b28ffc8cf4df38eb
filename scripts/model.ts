/**
 * Measures how far the simulator is from theory and from the exact simulation.
 *
 *   npm run model                             writes the table of errors into docs/model.md, between its markers
 *   npm run model -- --check                  only says whether that is fresh
 *   npm run model -- --exact 1,2 [--designs lesson,A] [--days 11,23] [--runs 10]
 *                                             plays exact runs of the whole designs of these levels, on the days of these
 *                                             seeds, until so many of each are recorded (test/golden/exact-runs.tsv:
 *                                             seconds to a minute a run), and writes the rows of all that are recorded
 *                                             beside the report into docs/model/exact.md
 *   npm run model -- --search 50 --seed 1 [--levels 1,2,3]
 *                                             looks for verdicts that the exact simulation does not share; its exact
 *                                             runs are recorded too (test/golden/searched-runs.tsv), so a search that
 *                                             was cut short goes on where it was; writes docs/model/searched.md
 *   npm run model -- --search 1 --levels 6 --days 23 --designs "dns · box 2"
 *                                             the same for a design of one's own, on the day of that seed
 *   npm run model -- --steps 1,2              plays the designs of these levels in steps of 1, 10 and 60 s, and ends
 *                                             their runs some seconds later; writes docs/model/steps.md
 *
 * Whole designs are played in a town with a tenth of the requests and ten times the work of each, which is as busy.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { parseArgs } from "node:util";
import type { ConscienceCase } from "../test/helpers/conscience.ts";

/** A page with what lies between two of its markers written anew. */
function renewed(page: URL, [begin, end]: readonly [string, string], write: (before: string) => string) {
  const text = readFileSync(page, "utf8");
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < 0) throw new Error(`${page.pathname} has lost the markers of its table`);
  const before = text.slice(from + begin.length, to);
  return { text, fresh: `${text.slice(0, from)}${begin}\n${write(before)}\n${text.slice(to)}` };
}

const numbers = (list: string) => list.split(",").map(Number);
const { values } = parseArgs({
  options: {
    check: { type: "boolean" },
    exact: { type: "string" },
    designs: { type: "string" },
    days: { type: "string" },
    search: { type: "string" },
    seed: { type: "string", default: "1" },
    levels: { type: "string", default: "1,2,3" },
    runs: { type: "string", default: "10" },
    steps: { type: "string" },
  },
});
if (values.exact ?? values.search) register("./model/tenth-sheet.mjs", import.meta.url);
if (values.search !== undefined) {
  const { randomDesigns, searchVerdicts } = await import("./model/search.ts");
  const { searchedTables } = await import("./model/searched-table.ts");
  const levels = numbers(values.levels);
  const own = values.designs?.split(",").map((line, i) => {
    const day = numbers(values.days ?? "11")[i] ?? 11;
    return { level: levels[i] ?? levels[0]!, day, line };
  });
  const designs = own ?? randomDesigns(levels, Number(values.search), Number(values.seed));
  const found = searchVerdicts(designs, (line) => console.log(line));
  console.log(
    Object.entries(found)
      .map((each) => each.join(": "))
      .join(", "),
  );
  const page = new URL("../docs/model/searched.md", import.meta.url);
  const markers = ["<!-- searched: npm run model -- --search n -->", "<!-- end of searched -->"] as const;
  writeFileSync(page, renewed(page, markers, searchedTables).fresh);
  process.exitCode = found.apart === 0 ? 0 : 1;
} else if (values.steps !== undefined) {
  const { stepsOf } = await import("./model/steps.ts");
  const page = new URL("../docs/model/steps.md", import.meta.url);
  for (const number of values.steps.split(",")) {
    const markers = [`<!-- steps: level ${number} -->`, `<!-- end of level ${number} -->`] as const;
    writeFileSync(page, renewed(page, markers, () => stepsOf(number)).fresh);
    console.log(`level ${number} is written`);
  }
} else if (values.exact !== undefined) {
  const { exactTable } = await import("./model/exact-table.ts");
  const page = new URL("../docs/model/exact.md", import.meta.url);
  const levels = numbers(values.exact);
  const names = values.designs?.split(",");
  const days = values.days && numbers(values.days);
  const isAsked = ({ level, name, day }: ConscienceCase) =>
    levels.includes(level) && (names?.includes(name) ?? true) && (!days || days.includes(day));
  const markers = ["<!-- exact: npm run model -- --exact N -->", "<!-- end of exact -->"] as const;
  writeFileSync(
    page,
    renewed(page, markers, () => exactTable(isAsked, Number(values.runs), console.log)).fresh,
  );
} else {
  const { errorTables } = await import("./model/errors.ts");
  const page = new URL("../docs/model.md", import.meta.url);
  const markers = ["<!-- errors: npm run model -->", "<!-- end of errors -->"] as const;
  const { text, fresh } = renewed(page, markers, errorTables);
  if (values.check) {
    console.log(fresh === text ? "docs/model.md is fresh" : "docs/model.md is stale: npm run model");
    process.exitCode = fresh === text ? 0 : 1;
  } else writeFileSync(page, fresh);
}
