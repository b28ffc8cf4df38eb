import { findLesson } from "../../levels/index.ts";
import { drawDesign, toMermaid, toSvg } from "../../present/picture/index.ts";
import { designToJson, formatDesign } from "../../sim/index.ts";
import { designArgument } from "../design-argument.ts";
import { type Command, exitCodes } from "../io.ts";
import { wordFlag } from "../parse.ts";

/** `play export D`: a design as a picture or as data. */
export const exportCommand: Command = {
  name: "export",
  usage: "export D [--level N] [--format text|svg|mermaid|json|line] [--ascii]",
  summary: "a design as a picture, as a diagram, as JSON or as one line",
  flags: { level: "value", format: "value" },
  words: ["D"],
  run(args, io) {
    const name = args.value("level");
    const design = designArgument(args.words[0], name === undefined ? undefined : findLesson(name)?.level);
    const format = wordFlag(args, "format", ["text", "svg", "mermaid", "json", "line"], "text");
    if (format === "json") io.out(`${JSON.stringify(designToJson(design))}\n`);
    else if (format === "line") io.out(`${formatDesign(design)}\n`);
    else if (format === "svg") io.out(`${toSvg(design, { width: 120 })}\n`);
    else if (format === "mermaid") io.out(`${toMermaid(design)}\n`);
    else io.out(`${drawDesign(design, { width: 120, ascii: args.has("ascii") }).join("\n")}\n`);
    return exitCodes.fine;
  },
};
