import { type Audit, faultName } from "../../game/index.ts";
import type { Lesson } from "../../levels/index.ts";
import { auditRule, auditVerdict, lossSigns, toldLoss } from "../../present/audit.ts";
import { paragraph } from "../../present/cells.ts";
import { tableLines } from "../../present/table.ts";
import { type Design, formatDesign, round } from "../../sim/index.ts";
import { auditParallel } from "../../solver/index.ts";
import type { Words } from "../../words/index.ts";
import { designArgument, lessonArgument, mustBeSold } from "../design-argument.ts";
import { type CliCommand, exitCodes } from "../io.ts";
import { workforceFor } from "../workforce.ts";

/** `play audit N --design D`: every part lost once, and what came of it. */
export const auditCommand: CliCommand = {
  name: "audit",
  usage: "audit N --design D [--jobs J] [--json]",
  flags: { design: "value", jobs: "value" },
  words: ["N"],
  async run(args, io) {
    const lesson = await lessonArgument(args.words[0], io);
    const design = designArgument(args.value("design"), lesson.level);
    mustBeSold(lesson.level, design);
    const words = await io.words();
    const audit = await auditParallel(workforceFor(args), lesson.level, design, io);
    if (!audit) return exitCodes.failed; // stopped: whoever stopped it knows
    io.out(
      args.has("json")
        ? `${JSON.stringify(auditJson(lesson, design, audit))}\n`
        : `${describe(words, lesson, design, audit)}\n`,
    );
    return audit.holds ? exitCodes.fine : exitCodes.failed;
  },
};

/** The documented JSON of an audit. */
export function auditJson({ level }: Lesson, design: Design, { rows, undisturbed, holds }: Audit) {
  return {
    level: level.number,
    design: formatDesign(design),
    undisturbed: {
      availability: round(undisturbed.availability),
      atLeast: undisturbed.atLeast,
      holds: undisturbed.holds,
    },
    rows: rows.map(({ fault, availability, isCurable, failedBy, ...row }) => ({
      fault: faultName(fault),
      availability: round(availability),
      ...row,
      curable: isCurable,
      failedBy: Object.fromEntries(
        failedBy.map(({ place, reason, count }) => [`${place}: ${reason}`, count]),
      ),
    })),
    holds,
  };
}

const textWidth = 80;

function describe(words: Words, { level, prose }: Lesson, design: Design, audit: Audit): string {
  const told = audit.rows.map((row) => toldLoss(words, design, row));
  const rows = told.map(({ state, fault, availability, bound, outage, lost }) => [
    lossSigns[state],
    fault,
    availability,
    bound,
    outage,
    lost,
  ]);
  // What was lost where stands under its row.
  const [head = "", ...lines] = tableLines([words.audit.heads, ...rows], [2, 3, 4]);
  return [
    `${level.number}  ${prose.title}: ${formatDesign(design)}`,
    ...paragraph(auditRule(words, level), textWidth),
    "",
    head,
    ...lines.flatMap((line, at) => [line, ...(told[at]?.why ?? []).map((each) => `     ${each}`)]),
    "",
    ...auditVerdict(words, audit),
  ].join("\n");
}
