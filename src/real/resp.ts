/** The protocol of Redis (RESP 2) over a socket: as much of it as a cache needs. */
import { connect, type Socket } from "node:net";

export type RespValue = string | number | null | readonly RespValue[];

/** What the server refuses, in its own words. */
export class RespError extends Error {}

/** A command as it goes over the wire. */
export function encodeCommand(words: readonly (string | number)[]): string {
  const parts = words.map((word) => `$${Buffer.byteLength(String(word))}\r\n${word}\r\n`);
  return `*${words.length}\r\n${parts.join("")}`;
}

/** Reads one reply from the start of what has come: the value and what it took, or undefined until all of it is there. */
export function decodeReply(
  bytes: Buffer,
  at = 0,
): { readonly value: RespValue | RespError; readonly end: number } | undefined {
  const lineEnd = bytes.indexOf("\r\n", at);
  if (lineEnd < 0) return undefined;
  const line = bytes.toString("utf8", at + 1, lineEnd);
  const after = lineEnd + 2;
  switch (bytes[at]) {
    case 0x2b: // +
      return { value: line, end: after };
    case 0x2d: // -
      return { value: new RespError(line), end: after };
    case 0x3a: // :
      return { value: Number(line), end: after };
    case 0x24: {
      // $
      const length = Number(line);
      if (length < 0) return { value: null, end: after };
      const end = after + length + 2;
      return bytes.length < end ? undefined : { value: bytes.toString("utf8", after, end - 2), end };
    }
    case 0x2a: {
      // *
      const values: RespValue[] = [];
      let end = after;
      for (let n = 0; n < Number(line); n++) {
        const item = decodeReply(bytes, end);
        if (!item) return undefined;
        if (item.value instanceof RespError) return { value: item.value, end: item.end };
        values.push(item.value);
        end = item.end;
      }
      return { value: values, end };
    }
    default:
      return { value: new RespError("an answer that is none of Redis"), end: bytes.length };
  }
}

/** A connection; commands may be sent before earlier ones are answered, and are answered in order. */
export class RespClient {
  readonly #socket: Socket;
  readonly #waiting: { resolve: (value: RespValue) => void; reject: (problem: Error) => void }[] = [];
  #came: Buffer = Buffer.alloc(0);

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
    const fail = (problem?: Error) => {
      for (const { reject } of this.#waiting.splice(0))
        reject(problem ?? new RespError("the connection is closed"));
    };
    socket.on("error", fail);
    socket.on("close", () => fail());
  }

  /** Connects to a port of this machine. */
  static open(port: number): Promise<RespClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("error", reject);
      socket.once("connect", () => resolve(new RespClient(socket)));
    });
  }

  send(...words: readonly (string | number)[]): Promise<RespValue> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#socket.write(encodeCommand(words));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#came = this.#came.length === 0 ? chunk : Buffer.concat([this.#came, chunk]);
    let end = 0;
    for (let reply = decodeReply(this.#came, end); reply; reply = decodeReply(this.#came, end)) {
      end = reply.end;
      const asked = this.#waiting.shift();
      if (reply.value instanceof Error) asked?.reject(reply.value);
      else asked?.resolve(reply.value);
      if (end >= this.#came.length) break;
    }
    this.#came = this.#came.subarray(end);
  }
}
