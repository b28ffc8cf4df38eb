import { drawDesign, toMermaid, toSvg } from "../../present/picture/index.ts";
import { designToJson, formatDesign } from "../../sim/index.ts";
import { designArgument, levelArgument, mustBeSold } from "../design-argument.ts";
import { type CliCommand, exitCodes, UsageError } from "../io.ts";
import { wordFlag } from "../parse.ts";

const formats = ["text", "svg", "mermaid", "json", "line"] as const;

/** `play export D`: a design as a picture or as data. */
export const exportCommand: CliCommand = {
  name: "export",
  usage: "export D [--level N] [--format text|svg|mermaid|json|line] [--json] [--ascii]",
  flags: { level: "value", format: "value" },
  words: ["D"],
  async run(args, io) {
    const name = args.value("level");
    const level = name === undefined ? undefined : levelArgument(name);
    const design = designArgument(args.words[0], level);
    if (level) mustBeSold(level, design);
    const format = wordFlag(args, "format", formats, args.has("json") ? "json" : "text");
    if (args.has("json") && format !== "json")
      throw new UsageError((usage) => usage.jsonOrFormat({ format }));
    const words = (await io.words()).picture;
    if (format === "json") io.out(`${JSON.stringify(designToJson(design))}\n`);
    else if (format === "line") io.out(`${formatDesign(design)}\n`);
    else if (format === "svg") io.out(`${toSvg(design, { words, width: 120 })}\n`);
    else if (format === "mermaid") io.out(`${toMermaid(words, design)}\n`);
    else io.out(`${drawDesign(design, { words, width: 120, ascii: args.has("ascii") }).join("\n")}\n`);
    return exitCodes.fine;
  },
};
