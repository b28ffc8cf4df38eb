/** The command line without a process. */
import { runCommand } from "../../src/cli/index.ts";

/** Runs a command as a shell would. */
export async function play(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    env: {},
    signal: new AbortController().signal,
  };
  const code = await runCommand(words, io);
  return { code, out, err };
}

/** The one document that a command prints with `--json`. */
export async function playJson<T>(...words: string[]): Promise<T> {
  const { out } = await play(...words, "--json");
  return JSON.parse(out) as T;
}
