/** English: the words of the command line. */
import type { CliWords, UsageWords } from "../contract/cli.ts";
import { files } from "./files.ts";
import { designJson, notation } from "./notation.ts";

const usage: UsageWords = {
  notText: ({ path, oddity }) => `${path} is ${files.encoding(oddity)}: save it as UTF-8`,
  notJson: ({ path, problem }) => `${path} is not JSON: ${files.json(problem)}`,
  tooLarge: ({ path, bytes, bytesMax }) => `${path} is ${bytes} bytes: at most ${bytesMax} are read`,
  unreadable: ({ path, errno = "unknown reason" }) =>
    `${path} cannot be read (${errno}): ${errno === "EISDIR" ? "it is a folder, give a file" : "give a file that exists"}`,
  notation: ({ line, error, near }) =>
    `design "${line}" ${notation(error)}${near === undefined ? "" : `: did you mean "${near}"?`}`,
  designJson: ({ path, problem }) => `${path}: ${designJson(problem)}`,
};

export const cli: CliWords = { usage };
