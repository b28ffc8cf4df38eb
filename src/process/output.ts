/**
 * Standard output that is written whole or fails. Node's own stream for files takes a short write for a whole one,
 * so that a disk that fills up cuts a document off in silence.
 */
import { fstatSync, writeSync } from "node:fs";

/** The reader of a pipe is gone (`play levels | head -1`): nothing more is wanted, and that is no error. */
export class ReaderGone extends Error {}

/** What was to be printed could not be written; with the system's code, such as "ENOSPC", where it has one. */
export class UnwrittenError extends Error {
  readonly errno: string | undefined;

  constructor(errno: string | undefined) {
    super(errno);
    this.errno = errno;
  }
}

/** A pipe that another program made non-blocking is asked again after so long, in ms. */
const againMs = 5;

/** A standard stream; Node's types leave its descriptor out. */
type Sink = NodeJS.WriteStream & { readonly fd?: number };

/** Writes a text to a stream, all of it. Rejects with `ReaderGone` or `UnwrittenError`. */
export async function writeWhole(stream: Sink, text: string): Promise<void> {
  const file = fileOf(stream);
  try {
    if (file === undefined) await writeToPipe(stream, text);
    else await writeToFile(file, Buffer.from(text));
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException;
    if (code === "EPIPE" || code === "ECONNRESET") throw new ReaderGone();
    throw new UnwrittenError(code);
  }
}

/** The descriptor of a stream that goes to a file or a device; undefined for pipes and terminals. */
function fileOf({ isTTY, fd }: Sink): number | undefined {
  if (isTTY || fd === undefined) return undefined;
  const kind = fstatSync(fd);
  return kind.isFile() || kind.isCharacterDevice() ? fd : undefined;
}

async function writeToFile(file: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at);
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== "EAGAIN") throw problem;
      await new Promise((resume) => setTimeout(resume, againMs));
    }
  }
}

function writeToPipe(stream: Sink, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // The stream tells an error twice, to the callback and to its listeners; nobody else may hear it.
    stream.once("error", reject);
    stream.write(text, (problem) => {
      if (problem) return reject(problem);
      stream.off("error", reject);
      resolve();
    });
  });
}
