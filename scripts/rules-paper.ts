/**
 * Looks at the rules by which nothing pays for fragility on every level, and writes docs/rules.md.
 *
 *   npm run rules
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lessonsIn } from "../src/levels/index.ts";
import { prose } from "../src/levels/prose-en.ts";
import { type ToldClaim, toldClaim } from "../src/present/claims.ts";
import { type RuleName, ruleNames, rulesOf } from "../src/solver/index.ts";
import { cli } from "../src/words/en/cli.ts";
import { words } from "../src/words/en/index.ts";

const PAPER = join(fileURLToPath(new URL("..", import.meta.url)), "docs/rules.md");

interface LevelRules {
  readonly number: number;
  readonly title: string;
  readonly told: ReadonlyMap<RuleName, ToldClaim>;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function paperOf(levels: readonly LevelRules[]): string {
  const cell = (told: ToldClaim | undefined) =>
    told ? `${told.ok ? "✓" : "not yet:"} ${bare(told.got)}` : "–";
  const rows = levels.map(({ number, title, told }) =>
    row([`${number} ${title}`, ...ruleNames.map((name) => cell(told.get(name)))]),
  );
  return `# Rules of the levels

Written by \`npm run rules\`. \`play prove N\` tells the same of one level; \`test/levels/held-rules.ts\` lists what is not
held yet, and fails when what is held breaks or what is listed has come to be held.

- **Three stars hold the audit**: from level 4 on, every model answer (lesson, the other design that passes, the designs of the stars) with three stars holds [the audit](model/audit.md) as far as the shop sells what it takes, on another seed than the one that stars are judged on; and one move away from them nothing with a single point of failure that the shop could cure has three stars. \`play prove N --all\` asks the whole space.
- **A price keeps the copies**: from level 4 on, the design that the level names for a star with a price holds it too.
- **A wrong idea wins nothing**: what makes a wrong answer differ from the lesson, put into any model answer, has no more stars than the lesson.
- **The best answer has three stars**: the lesson, or else the design of the third star if it holds the audit.
- **Room to spare**: at the level's peak all the time, with nothing lost, no part of a model answer but its workers is busy for more than 80 % of its time.

${row(["level", ...ruleNames.map(cli.claims.name)])}
${row(["---", ...ruleNames.map(() => "---")])}
${rows.join("\n")}
`;
}

/** What was found, without what the cell says already. */
function bare(got: string): string {
  return got.replace(cli.claims.notYet(""), "");
}

const levels = lessonsIn(prose).map(({ level, prose: { title } }): LevelRules => {
  const told = new Map(
    rulesOf(level).map(({ name, prove }) => [name, toldClaim(words, cli.claims, prove())]),
  );
  console.error(`level ${level.number}: ${[...told.values()].filter(({ ok }) => !ok).length} not yet`);
  return { number: level.number, title, told };
});
writeFileSync(PAPER, paperOf(levels));
